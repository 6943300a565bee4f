/* date_read.c - what a pattern's match says: numbers, ordinals and names become candidates with days, months,
 * years. */
#include "date_candidate.h"
#include "date_numbers.h"

enum {
    DAYS_LISTED_MAX = 8,
    SHORT_YEARS_MAX = 16, /* between the ends of "2014-20": further apart, the second number is none */
    YEARS_MAX = 300
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
    { "one", 1 }, { "two", 2 }, { "three", 3 }, { "four", 4 }, { "five", 5 }, { "six", 6 }, { "seven", 7 },
    { "eight", 8 }, { "nine", 9 },
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
    int32_t start = whole.start + first[part];
    return (struct interval){ start, part == PORTION_END ? whole.end : start + 9 };
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

struct day_list {
    int days[DAYS_LISTED_MAX];
    size_t count;
    bool range;      /* words or a dash say that the days between count too */
    bool linked;     /* more than commas between */
    uint32_t last;   /* where the last one begins */
};

/* How many bytes an ordinal in letters takes: "twenty-second" is one. */
static uint32_t ordinal_length(struct slice text)
{
    uint32_t length = word_after(text, 0).end;
    bool tens = length == 6 && text.length > 7 && (starts_lower(text, "twenty") || starts_lower(text, "thirty"));
    return tens ? 7 + word_after((struct slice){ text.bytes + 7, text.length - 7 }, 0).end : length;
}

/* The days of "du 3 au 5", "24 et 25", "3, 4 and 5". */
static struct day_list read_days(struct slice text)
{
    static const char *const range_words[] = { "au", "à", "to", "till", "until", "through", "–", "—", NULL };
    static const char *const list_words[] = { "et", "and", "ou", "or", "puis", NULL };
    struct day_list list = { .count = 0 };
    const char *start = text.bytes;
    while (text.length && list.count < DAYS_LISTED_MAX) {
        uint32_t length = 1;
        int value = 0;
        if (is_digit(*text.bytes)) {
            value = read_number(text);
            while (length < text.length && is_digit(text.bytes[length]))
                length++;
        } else if (is_letter_byte(*text.bytes)) {
            struct date_word word = word_after(text, 0);
            length = word.end;
            if (word_in(word.word, range_words))
                list.range = list.linked = true;
            else if (word_in(word.word, list_words))
                list.linked = true;
            else if ((value = read_ordinal(text)) > 0)
                length = ordinal_length(text);
        } else if (strchr("-/&", *text.bytes)) {
            list.linked = true;
            list.range = list.range || *text.bytes == '-';
        }
        if (value > 0) {
            list.days[list.count++] = value;
            list.last = (uint32_t)(text.bytes - start);
        }
        text.bytes += length, text.length -= length;
    }
    return list;
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
static bool add_days(struct report *report, candidate_list *list, const struct date_match *found, int month, int year)
{
    static const char *const plural_articles[] = { "les", "des", "aux", NULL }; /* "les 8, 9, 10 janvier" */
    struct slice text = report->record.text;
    struct date_match match = *found;
    struct day_list days = read_days(group_text(text, found, GROUP_DAYS));
    int weekday = weekday_from_name(group_text(text, found, GROUP_WEEKDAY));
    int longest = year ? month_days(year, month) : month_days(2016, month); /* a leap year allows the most */
    size_t added = 0;
    bool several = word_in(word_before(text, found->groups[GROUP_DAYS].start).word, plural_articles);
    if (days.count > 1 && !days.linked && !several) { /* commas alone make no list: "salle 3, 4 mai" */
        match.start = found->groups[GROUP_DAYS].start + days.last;
        days.days[0] = days.days[days.count - 1];
        days.count = 1;
    }
    if (days.range && days.count > 2) { /* "3, 5 au 7 mai": the outer days */
        days.days[1] = days.days[days.count - 1];
        days.count = 2;
    }
    bool range = days.range && days.count == 2 && days.days[1] > days.days[0];
    for (size_t i = 0, last; i < days.count; i = last + 1) {
        last = range ? 1 : i;
        while (!days.range && last + 1 < days.count && days.days[last + 1] == days.days[last] + 1)
            last++;
        if (days.days[i] < 1 || days.days[last] > longest)
            continue;
        struct date_candidate *candidate = add(report, list, &match, CANDIDATE_DAYS);
        candidate->month = candidate->end_month = month;
        candidate->day = days.days[i];
        candidate->end_day = days.days[last];
        candidate->year = year;
        candidate->weekday = i == 0 ? weekday : -1;
        added++;
    }
    return added > 0;
}

/* "L'an deux mille seize, le deux novembre", "le deux novembre deux mille seize". */
static bool add_day_in_words(struct report *report, candidate_list *list, const struct date_match *match, int month,
                             int year)
{
    struct slice text = report->record.text;
    uint32_t end, year_end = match->end;
    int day = number_from_words(group_text(text, match, GROUP_DAYS), &end);
    if (!year)
        year = year_stated_after(text, match->end, &year_end);
    bool after = year > 0;
    if (!year)
        year = year_stated_before(text, match->start);
    if (day < 1 || day > month_days(year ? year : 2016, month))
        return false;
    struct date_candidate *candidate = add(report, list, match, CANDIDATE_DAYS);
    candidate->end = after && year_end > match->end ? year_end : match->end;
    candidate->month = candidate->end_month = month;
    candidate->day = candidate->end_day = day;
    candidate->year = year;
    return true;
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
    bool shortened = match->groups[GROUP_YEAR2].end - match->groups[GROUP_YEAR2].start == 2;
    if (last <= year || last - year > (shortened ? SHORT_YEARS_MAX : YEARS_MAX))
        return INTERVAL_NONE;
    struct date_word before = word_before(text, match->start);
    if (strcmp(before.word, "year") == 0)
        before = word_before(text, before.start);
    if (last == year + 1 && word_in(before.word, school))
        return (struct interval){ day_of(year, 9, 1), day_of(last, 8, 31) };
    return interval_span(interval_year(year), interval_year(last));
}

/* Easter Sunday by the anonymous Gregorian algorithm (Meeus, "Astronomical Algorithms", chapter 8). */
static int32_t easter(int year)
{
    int a = year % 19, b = year / 100, c = year % 100;
    int g = (8 * b + 13) / 25, h = (19 * a + b - b / 4 - g + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7, m = (a + 11 * h + 19 * l) / 433;
    int month = (h + l - 7 * m + 90) / 25, day = (h + l - 7 * m + 33 * month + 19) % 32;
    return day_of(year, month, day);
}

/* Feasts by the beginning of their names. With a month: that day, or DAY days after its nth weekday (0 Monday); else
 * DAY days after Easter. */
static struct interval feast_interval(struct slice name, int year)
{
    static const struct { const char *name; int month, day, nth, weekday; } feasts[] = {
        { "lundi de pen", 0, 50, 0, 0 }, { "lundi de p", 0, 1, 0, 0 },    { "pâques", 0, 0, 0, 0 },
        { "paques", 0, 0, 0, 0 },        { "easter monday", 0, 1, 0, 0 }, { "easter", 0, 0, 0, 0 },
        { "good", 0, -2, 0, 0 },         { "ascension", 0, 39, 0, 0 },    { "pente", 0, 49, 0, 0 },
        { "whitsun", 0, 49, 0, 0 },      { "noël", 12, 25, 0, 0 },        { "noel", 12, 25, 0, 0 },
        { "christmas", 12, 25, 0, 0 },   { "toussaint", 11, 1, 0, 0 },    { "assomption", 8, 15, 0, 0 },
        { "saint", 3, 17, 0, 0 },        { "jour", 4, 22, 0, 0 },         { "earth", 4, 22, 0, 0 },
        { "halloween", 10, 31, 0, 0 },   { "thanksgiving", 11, 0, 4, 3 }, { "black", 11, 1, 4, 3 },
        { "vendredi", 11, 1, 4, 3 },     { "labor", 9, 0, 1, 0 },
    };
    for (size_t i = 0; i < sizeof feasts / sizeof *feasts; i++) {
        if (!starts_lower(name, feasts[i].name))
            continue;
        int32_t day;
        if (feasts[i].nth) {
            int32_t first = day_of(year, feasts[i].month, 1);
            day = first + (feasts[i].weekday - day_weekday(first) + 7) % 7 + 7 * (feasts[i].nth - 1) + feasts[i].day;
        } else {
            day = feasts[i].month ? day_of(year, feasts[i].month, feasts[i].day) : easter(year) + feasts[i].day;
        }
        return (struct interval){ day, day };
    }
    return INTERVAL_NONE;
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
    case DATE_FEAST:
        return feast_interval(group_text(text, match, GROUP_FEAST), year);
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

static enum reading taken_if(bool possible)
{
    return possible ? READING_TAKEN : READING_REFUSED;
}

enum reading date_read_match(struct report *report, const struct date_match *match, candidate_list *list)
{
    struct slice text = report->record.text;
    int month = month_from_name(group_text(text, match, GROUP_MONTH));
    int year = read_number(group_text(text, match, GROUP_YEAR));
    struct date_candidate *candidate;
    switch (match->rule->shape) {
    case DATE_DAYS:
        if (month_is_doubtful(text, match, report) || begins_a_question(text, match))
            return READING_NO_DATE;
        if (!year)
            year = year_stated_before(text, match->start);
        return taken_if(add_days(report, list, match, month, year));
    case DATE_DAYS_IN_WORDS:
        return taken_if(add_day_in_words(report, list, match, month, year));
    case DATE_ISO:
        month = read_number(group_text(text, match, GROUP_SECOND));
        return taken_if(add_days(report, list, match, month, year));
    case DATE_NUMERIC:
    case DATE_NUMERIC_SHORT:
        return taken_if(add_numeric(report, list, match));
    case DATE_MONTH:
        candidate = add(report, list, match, CANDIDATE_MONTHS);
        candidate->weak = year == 0;
        break;
    case DATE_YEAR_MONTH:
        candidate = add(report, list, match, CANDIDATE_MONTHS);
        month = read_number(group_text(text, match, GROUP_SECOND));
        candidate->weak = memchr(text.bytes + match->start, '-', match->end - match->start); /* 03-2024, 2019-5 */
        break;
    case DATE_YEAR:
        candidate = add(report, list, match, CANDIDATE_YEAR);
        candidate->weak = true;
        break;
    default: {
        struct interval interval = span_interval(text, match);
        if (interval_is_none(interval))
            return READING_NO_DATE;
        add(report, list, match, CANDIDATE_SPAN)->interval = interval;
        return READING_TAKEN;
    }
    }
    candidate->year = year;
    candidate->month = candidate->end_month = month;
    candidate->portion = read_portion(group_text(text, match, GROUP_PORTION));
    return READING_TAKEN;
}
