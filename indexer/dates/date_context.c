/* date_context.c - what the whole report says of a date: which number is the month, and which year goes unsaid. */
#include "date_candidate.h"

enum {
    SAME_PASSAGE_BYTES = 200,
    STATED_BEFORE_BYTES = 60,
    WORDS_BEFORE = 7,
    BLOCKS_AT_TOP = 6,
    STATED_YEARS = 10,    /* the longest stretch of years that a weekday chooses in */
    WEEKDAY_YEARS = 4,    /* how far a weekday may carry the year */
    SEASON_BEGINS = 8,    /* the month: what the school, the theatre and the club begin in autumn */
    NEIGHBOURS_MAX = 128  /* expressions looked at on each side */
};

/* --- the order of numeric days and months --- */

/* Month-first or day-first: what an unambiguous date of the report shows, else how it writes months in words, else
 * the custom of its language. */
void dates_order_numeric(const struct report *report, candidate_list *candidates)
{
    int month_first = 0, day_first = 0, month_word_first = 0, day_word_first = 0;
    bool any = false;
    for (size_t i = 0; i < candidates->count; i++) {
        const struct date_candidate *candidate = &candidates->items[i];
        bool numeric = strncmp(candidate->rule, "numeric", 7) == 0;
        any = any || candidate->both_orders;
        if (numeric && !candidate->both_orders) {
            const char *digits = report->record.text.bytes + candidate->start;
            int first = digits[0] - '0';
            if (digits[1] >= '0' && digits[1] <= '9')
                first = first * 10 + digits[1] - '0';
            *(first > 12 ? &day_first : &month_first) += 1;
        }
        month_word_first += strcmp(candidate->rule, "month-day") == 0;
        day_word_first += strcmp(candidate->rule, "day-month") == 0;
    }
    bool english = report->record.language == LANGUAGE_EN;
    bool swap = month_first != day_first ? month_first > day_first
                : month_word_first != day_word_first ? month_word_first > day_word_first && english
                                                     : english;
    for (size_t i = 0; any && swap && i < candidates->count; i++) {
        struct date_candidate *candidate = &candidates->items[i];
        if (!candidate->both_orders)
            continue;
        int day = candidate->month;
        candidate->month = candidate->end_month = candidate->day;
        candidate->day = candidate->end_day = day;
    }
}

/* --- the year of a file's name --- */

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Reads COUNT digits at *AT and one separator after them, if there is one. */
static int take(const char **at, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++, (*at)++) {
        if (!is_digit(**at))
            return -1;
        value = value * 10 + (**at - '0');
    }
    return value;
}

static void skip_separator(const char **at)
{
    if (**at && strchr("-_. ", **at))
        (*at)++;
}

static struct interval date_of_digits(const char *at)
{
    const char *p = at;
    int year = take(&p, 4), month, day;
    if (year >= 1900 && year < 2100) {
        const char *q = p;
        skip_separator(&q);
        bool separated = q > p;
        month = take(&q, 2);
        if (month >= 1 && month <= 12) {
            const char *r = q;
            skip_separator(&r);
            day = take(&r, 2);
            if (day > 0 && !is_digit(*r) && day_of(year, month, day) != DAY_NONE)
                return interval_day(year, month, day);
            if (separated && !is_digit(*q))
                return interval_month(year, month);
        }
        return is_digit(*p) ? INTERVAL_NONE : interval_year(year);
    }
    p = at;
    day = take(&p, 2);
    skip_separator(&p);
    month = day < 1 ? -1 : take(&p, 2);
    skip_separator(&p);
    year = month < 1 ? -1 : take(&p, 4);
    if (year >= 1900 && year < 2100 && !is_digit(*p))
        return interval_day(year, month, day);
    return INTERVAL_NONE;
}

struct interval date_of_file_name(const char *file)
{
    struct interval best = INTERVAL_NONE;
    const char *name = file ? strrchr(file, '/') : NULL;
    name = name ? name + 1 : file;
    for (const char *at = name; at && *at; at++) {
        if (!is_digit(*at) || (at > name && is_digit(at[-1])))
            continue;
        struct interval found = date_of_digits(at);
        if (interval_is_none(found))
            continue;
        if (interval_is_none(best) || found.end - found.start < best.end - best.start) /* the most precise */
            best = found;
    }
    return best;
}

/* --- missing years --- */

static const char *const past_words[] = { "dernier", "derniers", "passé", "last", "past", "écoulé", NULL };
static const char *const future_words[] = {
    "prochain", "prochains", "prochaine", "prochaines", "next", "coming", "will", "aura", "auront", "sera",
    "seront", "tiendra", "tiendront", "rendez", "inscriptions", "upcoming", NULL
};

/* "le 19 juin de chaque année" has no year. */
static bool recurs(struct slice text, const struct date_candidate *candidate)
{
    static const char *const each[] = { "chaque", "every", "each", NULL };
    struct date_word after = word_after(text, candidate->end), before = word_before(text, candidate->start);
    if (word_in(before.word, each))
        return true;
    if (strcmp(after.word, "de") == 0 || strcmp(after.word, ",") == 0)
        after = word_after(text, after.end);
    return word_in(after.word, each);
}

enum direction { DIRECTION_ANY, DIRECTION_PAST, DIRECTION_FUTURE };

/* "en novembre dernier", "Prochaine séance le 25 janvier": the few words before in the sentence, the one after. */
static enum direction direction_of(struct slice text, const struct date_candidate *candidate)
{
    struct date_word word = word_after(text, candidate->end);
    if (word_in(word.word, past_words))
        return DIRECTION_PAST;
    if (word_in(word.word, future_words))
        return DIRECTION_FUTURE;
    word = word_before(text, candidate->start);
    if (word_in(word.word, past_words))
        return DIRECTION_PAST;
    for (int i = 0; i < WORDS_BEFORE && word.word[0] && !strchr(".!?", word.word[0]); i++) {
        if (word_in(word.word, future_words))
            return DIRECTION_FUTURE;
        word = word_before(text, word.start);
    }
    return DIRECTION_ANY;
}

static bool dates_a_day(const struct date_candidate *candidate)
{
    return !candidate->dropped && !candidate->deduced && !interval_is_none(candidate->interval) &&
           candidate->interval.end - candidate->interval.start <= 92;
}

/* The day on which the report stands: of its metadata or its file's name, else the first day stated in a heading or
 * in the first blocks; DAY_NONE when nothing tells. */
static int32_t day_of_report(const struct report *report, const candidate_list *candidates)
{
    static const char *const keys[] = { "event-date", "event-start", "date", "published" };
    struct interval interval;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const struct meta *meta = report_meta(report, keys[i]);
        if (meta && meta->value && interval_parse(slice_of(meta->value), &interval) && interval.start != DAY_NONE)
            return interval.start;
    }
    interval = date_of_file_name(report->record.file);
    if (!interval_is_none(interval))
        return interval.start + (interval.end - interval.start) / 2;
    int32_t in_top = DAY_NONE;
    for (size_t i = 0; i < candidates->count; i++) {
        const struct date_candidate *candidate = &candidates->items[i];
        size_t block = report_block_at(report, candidate->start);
        if (!dates_a_day(candidate) || candidate->kind != CANDIDATE_DAYS || block >= report->blocks.count)
            continue;
        if (report->blocks.items[block].kind == BLOCK_HEADING)
            return candidate->interval.start;
        if (in_top == DAY_NONE && block < BLOCKS_AT_TOP)
            in_top = candidate->interval.start;
    }
    return in_top;
}

/* The year that a heading names ("Assises 2016"), for a report that states no day; 0 for none. */
static int year_of_report(const struct report *report, const candidate_list *candidates)
{
    for (size_t i = 0; i < candidates->count; i++) {
        const struct date_candidate *candidate = &candidates->items[i];
        size_t block = report_block_at(report, candidate->start);
        if (candidate->kind == CANDIDATE_YEAR && !candidate->dropped && block < report->blocks.count &&
            report->blocks.items[block].kind == BLOCK_HEADING)
            return candidate->year;
    }
    return 0;
}

/* The two years of "2015-16" or "saison 2015-2016" among the first blocks: days from September on are the first's. */
static struct interval season_of_report(const struct report *report, const candidate_list *candidates)
{
    for (size_t i = 0; i < candidates->count; i++) {
        const struct date_candidate *candidate = &candidates->items[i];
        int32_t days =
            interval_is_none(candidate->interval) ? 0 : candidate->interval.end - candidate->interval.start + 1;
        bool season = candidate->kind == CANDIDATE_SPAN && !candidate->dropped &&
                      (days == 365 || days == 366 || days == 730 || days == 731);
        if (season && report_block_at(report, candidate->start) < BLOCKS_AT_TOP)
            return candidate->interval;
    }
    return INTERVAL_NONE;
}

static int year_in_season(const struct date_candidate *candidate, struct interval season)
{
    int first, month, day;
    day_split(season.start, &first, &month, &day);
    return candidate->month >= SEASON_BEGINS ? first : first + 1;
}

/* Candidates are in reading order, so the nearest are tried first; a report of thousands stays linear. */
static size_t first_in_reach(size_t index)
{
    return index > NEIGHBOURS_MAX ? index - NEIGHBOURS_MAX : 0;
}

static size_t end_of_reach(const candidate_list *candidates, size_t index)
{
    return candidates->count - index > NEIGHBOURS_MAX ? index + NEIGHBOURS_MAX : candidates->count;
}

static bool same_sentence(struct slice text, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i + 1 < to; i++)
        if (strchr(".!?", text.bytes[i]) && (text.bytes[i + 1] == ' ' || text.bytes[i + 1] == '\n'))
            return false;
    return true;
}

enum nearness { NEAR_SENTENCE, NEAR_ANYWHERE };

/* The stated date that a candidate leans on: one before it in its sentence (or a day stated just before), or the
 * nearest anywhere. */
static const struct date_candidate *nearest_date(const struct report *report, const candidate_list *candidates,
                                                 size_t index, enum nearness nearness)
{
    const struct date_candidate *self = &candidates->items[index], *best = NULL;
    size_t block = report_block_at(report, self->start), end = end_of_reach(candidates, index);
    uint32_t nearest = UINT32_MAX;
    for (size_t i = first_in_reach(index); i < end; i++) {
        const struct date_candidate *other = &candidates->items[i];
        bool before = other->end <= self->start;
        uint32_t distance = before ? self->start - other->end : other->start - self->start;
        if (i == index || other->dropped || other->deduced || interval_is_none(other->interval))
            continue;
        if (distance >= nearest)
            continue;
        bool year = other->kind == CANDIDATE_YEAR;
        if (nearness == NEAR_SENTENCE) {
            if (!before || distance > SAME_PASSAGE_BYTES || report_block_at(report, other->start) != block)
                continue;
            bool just_before = !year && distance <= STATED_BEFORE_BYTES;
            if (!just_before && !same_sentence(report->record.text, other->end, self->start))
                continue;
        }
        if (!dates_a_day(other) && !(nearness == NEAR_SENTENCE && year))
            continue;
        nearest = distance;
        best = other;
    }
    return best;
}

static void set_year(struct date_candidate *candidate, int year)
{
    candidate->year = year;
    candidate->deduced = candidate_resolve(candidate);
    if (!candidate->deduced)
        candidate->year = 0; /* 29 February of a common year */
}

/* The year whose occurrence is nearest to DAY, in the direction that the words tell, on the weekday that they tell.
 * */
static void set_nearest_year(struct date_candidate *candidate, int32_t day, enum direction direction)
{
    int year, month, of_month, best = 0;
    int64_t nearest = INT64_MAX;
    day_split(day, &year, &month, &of_month);
    for (int turn = candidate->weekday >= 0 ? 0 : 1; turn < 2 && !best; turn++) {
        int reach = turn == 0 ? WEEKDAY_YEARS : 4; /* 29 February comes every fourth year */
        for (int y = year - reach; y <= year + reach; y++) {
            struct date_candidate trial = *candidate;
            trial.year = y;
            if (!candidate_resolve(&trial) || (turn == 0 && day_weekday(trial.interval.start) != candidate->weekday))
                continue;
            if ((direction == DIRECTION_PAST && trial.interval.start > day) ||
                (direction == DIRECTION_FUTURE && trial.interval.end < day))
                continue;
            int64_t distance = (int64_t)trial.interval.start - day;
            distance = distance < 0 ? -2 * distance + 1 : 2 * distance; /* of two equally near, the later */
            if (distance < nearest) {
                nearest = distance;
                best = y;
            }
        }
    }
    if (best)
        set_year(candidate, best);
}

/* Is the day on its weekday in this year? True where the text prints none. */
static bool agrees_with_weekday(const struct date_candidate *candidate, int year)
{
    int32_t day = day_of(year, candidate->month, candidate->day);
    return day != DAY_NONE && (candidate->weekday < 0 || day_weekday(day) == candidate->weekday);
}

/* The same day and month stated with its year elsewhere: "le 4 novembre" under a title of "4 novembre 2016". */
static const struct date_candidate *same_day_stated(const candidate_list *candidates, size_t index)
{
    const struct date_candidate *self = &candidates->items[index], *best = NULL;
    size_t end = self->kind == CANDIDATE_DAYS ? end_of_reach(candidates, index) : 0;
    uint32_t nearest = UINT32_MAX;
    for (size_t i = first_in_reach(index); i < end; i++) {
        const struct date_candidate *other = &candidates->items[i];
        uint32_t distance = other->start > self->start ? other->start - self->start : self->start - other->start;
        if (other->dropped || other->deduced || other->kind != CANDIDATE_DAYS || !other->year ||
            other->month != self->month || self->day < other->day || self->end_day > other->end_day ||
            self->end_month != other->end_month || distance >= nearest)
            continue;
        if (!agrees_with_weekday(self, other->year))
            continue;
        nearest = distance;
        best = other;
    }
    return best;
}

/* The year that a title states with this day: "Réunion de clôture (17/12/2020)" over "jeudi 17 décembre"; or 0. */
static int year_in_titles(const struct date_candidate *candidate, const candidate_list *titled)
{
    for (size_t i = 0; i < titled->count; i++) {
        const struct date_candidate *other = &titled->items[i];
        bool same = candidate->kind == CANDIDATE_DAYS && other->kind == CANDIDATE_DAYS && other->year &&
                    !other->dropped && other->month == candidate->month && other->day <= candidate->day &&
                    other->end_day >= candidate->end_day;
        if (same && agrees_with_weekday(candidate, other->year))
            return other->year;
    }
    return 0;
}

/* The latest year of a list that puts the day on its weekday: 2021 for "lundi 6 décembre" beside "de 2018 à 2021". */
static int year_by_weekday(const struct date_candidate *candidate, const candidate_list *list)
{
    int best = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct date_candidate *other = &list->items[i];
        int first, last, month, day;
        if (other->dropped || other->deduced || interval_is_none(other->interval))
            continue;
        day_split(other->interval.start, &first, &month, &day);
        day_split(other->interval.end, &last, &month, &day);
        for (int year = first; year <= last && last - first <= STATED_YEARS; year++)
            if (year > best && agrees_with_weekday(candidate, year))
                best = year;
    }
    return best;
}

/* Nothing dates the report: years that its title or its text names decide, where the weekday fits one. */
static void set_year_by_weekday(struct date_candidate *candidate, const candidate_list *candidates,
                                const candidate_list *titled)
{
    int year = year_by_weekday(candidate, titled);
    if (!year)
        year = year_by_weekday(candidate, candidates);
    if (year)
        set_year(candidate, year);
}

void dates_deduce_years(const struct report *report, candidate_list *candidates, const candidate_list *titled)
{
    int32_t report_day = day_of_report(report, candidates);
    int report_year = year_of_report(report, candidates);
    struct interval season = season_of_report(report, candidates);
    for (size_t i = 0; i < candidates->count; i++) {
        struct date_candidate *candidate = &candidates->items[i];
        if (candidate->dropped || candidate->year || candidate->kind == CANDIDATE_SPAN)
            continue;
        int titled_year;
        enum direction direction = direction_of(report->record.text, candidate);
        const struct date_candidate *stated = same_day_stated(candidates, i);
        const struct date_candidate *close = nearest_date(report, candidates, i, NEAR_SENTENCE);
        if (recurs(report->record.text, candidate))
            candidate->dropped = candidate->kind == CANDIDATE_MONTHS;
        else if (stated)
            set_year(candidate, stated->year);
        else if ((titled_year = year_in_titles(candidate, titled)))
            set_year(candidate, titled_year);
        else if (direction != DIRECTION_ANY && report_day != DAY_NONE)
            set_nearest_year(candidate, report_day, direction);
        else if (close && close->kind == CANDIDATE_YEAR)
            set_year(candidate, close->year);
        else if (close)
            set_nearest_year(candidate, close->interval.start, direction);
        else if (report_day != DAY_NONE)
            set_nearest_year(candidate, report_day, direction);
        else if ((close = nearest_date(report, candidates, i, NEAR_ANYWHERE)))
            set_nearest_year(candidate, close->interval.start, direction);
        else if (report_year)
            set_year(candidate, report_year);
        else if (!interval_is_none(season))
            set_year(candidate, year_in_season(candidate, season));
        else if (candidate->weekday >= 0 && candidate->kind == CANDIDATE_DAYS)
            set_year_by_weekday(candidate, candidates, titled);
        if (!candidate->deduced && candidate->kind == CANDIDATE_MONTHS)
            candidate->dropped = true; /* a month of no year is no date */
    }
}
