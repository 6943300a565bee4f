/* extract_dates.c - runs the date patterns where a date can be, and turns what they match into dates. */
#include "date_candidate.h"
#include "utf8.h"

enum {
    WINDOW_BEFORE = 64, /* bytes that an expression may begin before its first digit or month name */
    WINDOW_AFTER = 48,
    DAYS_LISTED_MAX = 8,
    CANDIDATES_MAX = 200000 /* in one report: bounds memory on a text of numbers */
};

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool is_letter_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

static struct slice group_text(struct slice text, const struct date_match *match, enum date_group group)
{
    struct span span = match->groups[group];
    return (struct slice){ text.bytes + span.start, span.end - span.start };
}

static int read_number(struct slice digits)
{
    int value = 0;
    for (size_t i = 0; i < digits.length && is_digit(digits.bytes[i]) && value < 100000; i++)
        value = value * 10 + (digits.bytes[i] - '0');
    return value;
}

/* Two digits name a year of 1950 to 2049. */
static int read_year(struct slice digits)
{
    int value = read_number(digits);
    return digits.length != 2 ? value : value < 50 ? 2000 + value : 1900 + value;
}

static bool starts_lower(struct slice text, const char *lower)
{
    size_t length = strlen(lower);
    if (text.length < length)
        return false;
    for (size_t i = 0; i < length; i++) {
        char c = text.bytes[i];
        if ((c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c) != lower[i])
            return false;
    }
    return true;
}

/* Longer words before those they begin with. */
static const struct { const char *word; int value; } ordinals[] = {
    { "premi", 1 }, { "deuxi", 2 }, { "troisi", 3 }, { "quatri", 4 }, { "last", -1 }, { "derni", -1 },
    { "first", 1 }, { "second", 2 }, { "third", 3 }, { "fourth", 4 }, { "fifth", 5 }, { "sixth", 6 },
    { "seventh", 7 }, { "eighth", 8 }, { "ninth", 9 }, { "tenth", 10 }, { "eleventh", 11 }, { "twelfth", 12 },
    { "thirteenth", 13 }, { "fourteenth", 14 }, { "fifteenth", 15 }, { "sixteenth", 16 }, { "seventeenth", 17 },
    { "eighteenth", 18 }, { "nineteenth", 19 }, { "twentieth", 20 }, { "thirtieth", 30 },
};

/* A number in figures or an ordinal in letters; 0 for neither, -1 for "last". */
static int read_ordinal(struct slice text)
{
    int tens = 0;
    if (text.length && is_digit(*text.bytes))
        return read_number(text);
    if ((starts_lower(text, "twenty") || starts_lower(text, "thirty")) && text.length > 7) {
        tens = starts_lower(text, "twenty") ? 20 : 30;
        text = (struct slice){ text.bytes + 7, text.length - 7 };
    }
    for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals; i++)
        if (starts_lower(text, ordinals[i].word))
            return tens + ordinals[i].value;
    return 0;
}

static enum portion read_portion(struct slice word)
{
    static const struct { const char *word; enum portion portion; } portions[] = {
        { "début", PORTION_START }, { "debut", PORTION_START }, { "early", PORTION_START },
        { "beginning", PORTION_START }, { "start", PORTION_START }, { "mi", PORTION_MIDDLE },
        { "fin", PORTION_END }, { "late", PORTION_END }, { "end", PORTION_END },
    };
    for (size_t i = 0; word.length && i < sizeof portions / sizeof *portions; i++)
        if (starts_lower(word, portions[i].word))
            return portions[i].portion;
    return PORTION_WHOLE;
}

/* A portion of a year is four months, of a month ten days. */
static struct interval portion_of(struct date_candidate *candidate)
{
    int part = (int)candidate->portion;
    if (candidate->kind == CANDIDATE_YEAR)
        return part ? interval_part(candidate->year, part, 3) : interval_year(candidate->year);
    struct interval whole = interval_month(candidate->year, candidate->month);
    if (part == PORTION_WHOLE || interval_is_none(whole))
        return whole;
    static const int first[] = { 0, 0, 10, 20 };
    return (struct interval){ whole.start + first[part], part == PORTION_END ? whole.end : whole.start + first[part] + 9 };
}

bool candidate_resolve(struct date_candidate *candidate)
{
    if (candidate->kind == CANDIDATE_SPAN)
        return !interval_is_none(candidate->interval);
    if (candidate->year == 0)
        return false;
    int end_year = candidate->year;
    if (candidate->end_month < candidate->month ||
        (candidate->end_month == candidate->month && candidate->end_day < candidate->day))
        end_year++; /* from 28 December to 3 January */
    if (candidate->kind == CANDIDATE_DAYS)
        candidate->interval = interval_span(interval_day(candidate->year, candidate->month, candidate->day),
                                            interval_day(end_year, candidate->end_month, candidate->end_day));
    else if (candidate->kind == CANDIDATE_MONTHS && candidate->end_month != candidate->month)
        candidate->interval = interval_span(interval_month(candidate->year, candidate->month),
                                            interval_month(end_year, candidate->end_month));
    else
        candidate->interval = portion_of(candidate);
    return !interval_is_none(candidate->interval);
}

/* The days of "du 3 au 5", "24 et 25", "3, 4 and 5"; *RANGE when words say that those between count too. */
static size_t read_days(struct slice text, int days[DAYS_LISTED_MAX], bool *range)
{
    size_t count = 0;
    *range = false;
    while (text.length && count < DAYS_LISTED_MAX) {
        if (is_digit(*text.bytes)) {
            days[count++] = read_number(text);
            while (text.length && is_digit(*text.bytes))
                text.bytes++, text.length--;
            continue;
        }
        if (is_letter_byte(*text.bytes)) {
            static const char *const between[] = { "au", "à", "to", "till", "until", "through", NULL };
            struct date_word word = word_after(text, 0);
            struct slice letters = { text.bytes, word.end };
            int value = read_ordinal(text);
            if (word_in(word.word, between) || starts_lower(text, "–") || starts_lower(text, "—"))
                *range = true;
            else if (value > 0 && count < DAYS_LISTED_MAX)
                days[count++] = value;
            if (value > 20 && text.length > word.end && text.bytes[word.end] != ' ')
                letters.length = word.end;
            if (value > 0 && (starts_lower(text, "twenty") || starts_lower(text, "thirty")) && text.length > 7 &&
                !starts_lower(text, "twentieth") && !starts_lower(text, "thirtieth"))
                letters.length = 7 + word_after((struct slice){ text.bytes + 7, text.length - 7 }, 0).end;
            text.bytes += letters.length, text.length -= letters.length;
            continue;
        }
        if (*text.bytes == '-')
            *range = true;
        text.bytes++, text.length--;
    }
    return count;
}

/* Words that are months or other words, by their case and what follows. */
static bool month_is_doubtful(struct slice text, const struct date_match *match, const struct report *report)
{
    static const char *const words[] = { "may", "march", "mar", "sept", "jan", "dec", "jun", "sep", "mars", NULL };
    struct span at = match->groups[GROUP_MONTH];
    struct date_word month = word_before(text, at.end);
    bool lower = text.bytes[at.start] >= 'a' && text.bytes[at.start] <= 'z';
    bool year = match->groups[GROUP_YEAR].start != match->groups[GROUP_YEAR].end;
    bool first = match->groups[GROUP_DAYS].start > at.start;
    if (year)
        return false;
    if (first && lower) /* "mai 12 personnes": month before day is English, and English writes a capital */
        return true;
    if (first && report->record.language == LANGUAGE_FR && !lower)
        return word_in(month.word, words);
    if (lower && report->record.language != LANGUAGE_FR && word_in(month.word, words) &&
        strcmp(month.word, "mars") != 0)
        return true;
    if (lower && strcmp(month.word, "sept") == 0 && text.bytes[at.end] != '.')
        return true;
    return lower && (strcmp(month.word, "may") == 0 || strcmp(month.word, "march") == 0);
}

/* "May 3 people left": a capital at the start of a sentence proves nothing when a plain word follows the number. */
static bool begins_a_question(struct slice text, const struct date_match *match)
{
    static const char *const names[] = { "may", "march", NULL };
    static const char *const plain[] = { "people", "persons", "members", "of", "times", "questions", "points", NULL };
    struct span at = match->groups[GROUP_MONTH];
    return match->groups[GROUP_DAYS].start > at.start && word_in(word_before(text, at.end).word, names) &&
           word_in(word_after(text, match->end).word, plain);
}

static struct date_candidate *add(struct report *report, candidate_list *list, const struct date_match *match,
                                  enum candidate_kind kind)
{
    struct date_candidate *candidate = vec_push(report->arena, list);
    *candidate = (struct date_candidate){ .start = match->start, .end = match->end, .rule = match->rule->name,
                                          .kind = kind, .weekday = -1, .interval = INTERVAL_NONE };
    return candidate;
}

/* Adds days of one month: a range, or each stretch of consecutive days. False when no day is possible. */
static bool add_days(struct report *report, candidate_list *list, const struct date_match *match, int month, int year)
{
    struct slice text = report->record.text;
    int days[DAYS_LISTED_MAX];
    bool range;
    size_t count = read_days(group_text(text, match, GROUP_DAYS), days, &range);
    int weekday = weekday_from_name(group_text(text, match, GROUP_WEEKDAY));
    size_t added = 0;
    if (range && count > 2) { /* a list that ends with a range: "3, 5 au 7 mai": the outer days */
        days[1] = days[count - 1];
        count = 2;
    }
    for (size_t i = 0; i < count; i++) {
        size_t last = i;
        if (range && count == 2 && i == 0 && days[1] > days[0])
            last = 1;
        while (!range && last + 1 < count && days[last + 1] == days[last] + 1)
            last++;
        int longest = year ? month_days(year, month) : month_days(2016, month); /* a leap year allows the most */
        if (days[i] < 1 || days[last] > longest) {
            i = last;
            continue;
        }
        struct date_candidate *candidate = add(report, list, match, CANDIDATE_DAYS);
        candidate->month = candidate->end_month = month;
        candidate->day = days[i];
        candidate->end_day = days[last];
        candidate->year = year;
        candidate->weekday = i == 0 ? weekday : -1;
        i = last;
        added++;
    }
    return added > 0;
}

static bool add_numeric(struct report *report, candidate_list *list, const struct date_match *match)
{
    struct slice text = report->record.text;
    int first = read_number(group_text(text, match, GROUP_FIRST));
    int second = read_number(group_text(text, match, GROUP_SECOND));
    struct slice digits = group_text(text, match, GROUP_YEAR);
    int year = digits.length ? read_year(digits) : 0;
    bool swapped = second > 12 && first <= 12;
    int day = swapped ? second : first, month = swapped ? first : second;
    if (month < 1 || month > 12 || day < 1 || day > month_days(year ? year : 2016, month))
        return false;
    struct date_candidate *candidate = add(report, list, match, CANDIDATE_DAYS);
    candidate->year = year;
    candidate->day = candidate->end_day = day;
    candidate->month = candidate->end_month = month;
    candidate->both_orders = first <= 12 && second <= 12;
    candidate->weak = match->rule->shape == DATE_NUMERIC_SHORT;
    candidate->weekday = weekday_from_name(group_text(text, match, GROUP_WEEKDAY));
    return true;
}

/* "2016-2017", or with words of school before it a school year (September to August). */
static struct interval years_interval(struct slice text, const struct date_match *match, int year, int last)
{
    static const char *const school[] = { "scolaire", "scolaires", "universitaire", "universitaires", "academic",
                                          "school", "saison", "season", "rentrée", NULL };
    if (last <= year || last - year > 300)
        return INTERVAL_NONE;
    struct date_word before = word_before(text, match->start);
    if (strcmp(before.word, "year") == 0)
        before = word_before(text, before.start);
    if (last == year + 1 && word_in(before.word, school))
        return (struct interval){ day_of(year, 9, 1), day_of(last, 8, 31) };
    return interval_span(interval_year(year), interval_year(last));
}

/* A year in short form belongs to the first one's century, or follows it: 1998-02 is until 2002. */
static int second_year(struct slice digits, int year)
{
    int last = read_number(digits);
    if (digits.length != 2)
        return last;
    last += year / 100 * 100;
    return last < year ? last + 100 : last;
}

static struct interval span_interval(struct slice text, const struct date_match *match)
{
    struct slice digits = group_text(text, match, GROUP_YEAR), digits2 = group_text(text, match, GROUP_YEAR2);
    int year = digits.length == 2 ? 1900 + read_number(digits) : read_number(digits);
    int last = digits2.length ? second_year(digits2, year) : year;
    switch (match->rule->shape) {
    case DATE_YEARS:
        return years_interval(text, match, year, last);
    case DATE_DECADE:
        return interval_span(interval_year(year), interval_year(last + 9));
    case DATE_SEASON:
        return interval_season(year, season_from_name(group_text(text, match, GROUP_SEASON)));
    case DATE_PART: {
        struct slice unit = group_text(text, match, GROUP_UNIT);
        bool half = starts_lower(unit, "s") || starts_lower(unit, "h");
        int ordinal = read_ordinal(group_text(text, match, GROUP_ORDINAL)), parts = half ? 2 : 4;
        return interval_part(year, ordinal < 0 ? parts : ordinal, parts);
    }
    default:
        return INTERVAL_NONE;
    }
}

/* What the match says becomes one candidate or more; false when it is no date. */
static bool read_match(struct report *report, candidate_list *list, const struct date_match *match)
{
    struct slice text = report->record.text;
    int month = month_from_name(group_text(text, match, GROUP_MONTH));
    int year = read_number(group_text(text, match, GROUP_YEAR));
    struct date_candidate *candidate;
    switch (match->rule->shape) {
    case DATE_DAYS:
        if (month_is_doubtful(text, match, report) || begins_a_question(text, match))
            return false;
        return add_days(report, list, match, month, year);
    case DATE_ISO:
        return add_days(report, list, match, read_number(group_text(text, match, GROUP_SECOND)), year);
    case DATE_NUMERIC:
    case DATE_NUMERIC_SHORT:
        return add_numeric(report, list, match);
    case DATE_MONTH:
        candidate = add(report, list, match, CANDIDATE_MONTHS);
        candidate->weak = year == 0;
        break;
    case DATE_YEAR_MONTH:
        candidate = add(report, list, match, CANDIDATE_MONTHS);
        month = read_number(group_text(text, match, GROUP_SECOND));
        break;
    case DATE_YEAR:
        candidate = add(report, list, match, CANDIDATE_YEAR);
        candidate->weak = true;
        break;
    default: {
        struct interval interval = span_interval(text, match);
        if (interval_is_none(interval))
            return false;
        add(report, list, match, CANDIDATE_SPAN)->interval = interval;
        return true;
    }
    }
    candidate->year = year;
    candidate->month = candidate->end_month = month;
    candidate->portion = read_portion(group_text(text, match, GROUP_PORTION));
    return true;
}

/* The next place at or after *AT that a date can be near: a digit or a month's name; false at the end of the text. */
static bool next_trigger(struct slice text, uint32_t *at, uint32_t *end)
{
    uint32_t i = *at;
    while (i < text.length) {
        if (is_digit(text.bytes[i])) {
            *at = i;
            while (i < text.length && is_digit(text.bytes[i]))
                i++;
            *end = i;
            return true;
        }
        if (!is_letter_byte(text.bytes[i])) {
            i++;
            continue;
        }
        uint32_t start = i;
        while (i < text.length && is_letter_byte(text.bytes[i]))
            i++;
        if (i - start >= 3 && i - start <= 10 && strchr("jJfFmMaAsSoOnNdD", text.bytes[start]) &&
            month_from_name((struct slice){ text.bytes + start, i - start })) {
            *at = start;
            *end = i;
            return true;
        }
    }
    return false;
}

/* Widens a trigger to a window that stays inside its block. */
static void open_window(struct slice text, uint32_t floor, uint32_t *from, uint32_t *to)
{
    uint32_t start = *from, end = *to;
    uint32_t low = start > WINDOW_BEFORE + floor ? start - WINDOW_BEFORE : floor;
    uint32_t high = text.length - end > WINDOW_AFTER ? end + WINDOW_AFTER : (uint32_t)text.length;
    while (start > low && !(text.bytes[start - 1] == '\n' && start >= 2 && text.bytes[start - 2] == '\n'))
        start--;
    while (end < high && !(text.bytes[end] == '\n' && end + 1 < text.length && text.bytes[end + 1] == '\n'))
        end++;
    *from = (uint32_t)utf8_floor(text.bytes, text.length, start);
    while (end < text.length && ((unsigned char)text.bytes[end] & 0xC0) == 0x80)
        end++;
    *to = end;
}

static void search_window(struct report *report, const struct date_rules *rules, struct date_matcher *matcher,
                          candidate_list *list, uint32_t from, uint32_t to, uint32_t *done)
{
    struct date_match match;
    struct slice text = report->record.text;
    while (from < to && list->count < CANDIDATES_MAX && date_rules_match(rules, matcher, text, from, to, &match)) {
        if (read_match(report, list, &match)) {
            from = match.end;
        } else { /* a later word of the refused expression may begin a date: "salle 31, 4 mai" */
            from = match.start + 1;
            while (from < to && ((unsigned char)text.bytes[from] & 0xC0) == 0x80)
                from++;
        }
        *done = from;
    }
}

static void find_candidates(struct report *report, const struct date_rules *rules, candidate_list *list)
{
    struct slice text = report->record.text;
    struct date_matcher *matcher = date_matcher_new(report->arena, rules);
    uint32_t at = 0, end = 0, done = 0;
    if (!next_trigger(text, &at, &end))
        return;
    for (bool more = true; more;) {
        uint32_t from = at, to = end;
        open_window(text, done, &from, &to);
        while ((more = (at = end, next_trigger(text, &at, &end))) && at < to) { /* one window for close triggers */
            uint32_t next_from = at, next_to = end;
            open_window(text, done, &next_from, &next_to);
            to = next_to > to ? next_to : to;
        }
        search_window(report, rules, matcher, list, from, to, &done);
    }
}

static void add_date(struct report *report, const struct date_candidate *candidate)
{
    struct slice form = { report->record.text.bytes + candidate->start, candidate->end - candidate->start };
    struct date *date = vec_push(report->arena, &report->record.dates);
    bool dated = !interval_is_none(candidate->interval);
    *date = (struct date){ .interval = candidate->interval, .month = dated ? 0 : candidate->month,
                           .day = dated ? 0 : candidate->day, .deduced = candidate->deduced,
                           .form = arena_dup_slice(report->arena, form),
                           .at = { candidate->start, candidate->end }, .rule = candidate->rule };
}

void extract_dates(struct report *report, const struct date_rules *rules)
{
    candidate_list candidates = { 0 };
    struct slice text = report->record.text;
    if (!text.length || text.length > UINT32_MAX / 2 || !utf8_valid(text.bytes, text.length))
        return;
    find_candidates(report, rules, &candidates);
    dates_order_numeric(report, &candidates);
    dates_join(report, &candidates);
    dates_accept_weak(report, &candidates);
    for (size_t i = 0; i < candidates.count; i++) {
        struct date_candidate *candidate = &candidates.items[i];
        if (!candidate->dropped && !candidate_resolve(candidate) && candidate->year)
            candidate->dropped = true; /* no such day: 29 February 2015 */
    }
    dates_deduce_years(report, &candidates);
    for (size_t i = 0; i < candidates.count; i++)
        if (!candidates.items[i].dropped)
            add_date(report, &candidates.items[i]);
}
