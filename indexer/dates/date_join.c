/* date_join.c - two expressions that belong together: "du 28 février au 2 mars 2017" is one range, and in "le 3 mai
 * et le 5 juin 2016" the first takes its year from the second. */
#include "date_candidate.h"

enum { CONNECTOR_BYTES_MAX = 24, LINKS_MAX = 4, LEAP_YEAR = 2016 };

enum link { LINK_NONE, LINK_RANGE, LINK_LIST, LINK_DASH };

static const struct { const char *words; enum link link; } connectors[] = {
    { "au", LINK_RANGE },        { "à", LINK_RANGE },         { "to", LINK_RANGE },       { "to the", LINK_RANGE },
    { "till", LINK_RANGE },      { "until", LINK_RANGE },     { "through", LINK_RANGE },  { "jusqu'au", LINK_RANGE },
    { "jusqu'à", LINK_RANGE },   { "jusqu'en", LINK_RANGE },  { "à la", LINK_RANGE },     { "jusqu’au", LINK_RANGE },
    { "jusqu’à", LINK_RANGE },   { "jusqu’en", LINK_RANGE },  { "until the", LINK_RANGE },
    { "-", LINK_DASH },          { "–", LINK_DASH },          { "—", LINK_DASH },         { "~", LINK_DASH },
    { "et", LINK_LIST },         { "et le", LINK_LIST },      { "et du", LINK_LIST },     { "et en", LINK_LIST },
    { "and", LINK_LIST },        { "and the", LINK_LIST },    { "and in", LINK_LIST },    { "and on", LINK_LIST },
    { ",", LINK_LIST },          { ", le", LINK_LIST },       { "ou", LINK_LIST },        { "ou le", LINK_LIST },
    { "or", LINK_LIST },         { "puis", LINK_LIST },       { "puis le", LINK_LIST },   { "&", LINK_LIST },
    { "et les", LINK_LIST },     { ", les", LINK_LIST },      { "/", LINK_LIST },         { "et la", LINK_LIST },
    { "and then", LINK_LIST },   { "puis en", LINK_LIST },
};

/* What follows the time of a day: "to" in "28 October - 10:00am to 29 October". WORDS itself where no time stands. */
static const char *after_time(const char *words)
{
    static const char *const openers[] = { "- ", "– ", ", ", "à ", "at ", "de ", "from " };
    static const char *const units[] = { "am", "pm", "a.m.", "p.m.", "h", "heures" };
    const char *p = words;
    for (size_t i = 0; i < sizeof openers / sizeof *openers && p == words; i++)
        if (strncmp(words, openers[i], strlen(openers[i])) == 0)
            p += strlen(openers[i]);
    size_t hour = strspn(p, "0123456789"), minutes = 0;
    if (hour < 1 || hour > 2)
        return words;
    p += hour;
    bool told = strchr(":.h", *p) && *p;
    if (told && (minutes = strspn(p + 1, "0123456789")) == 2)
        p += 3;
    p += *p == ' ';
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t length = strlen(units[i]);
        if (strncmp(p, units[i], length) == 0 && (p[length] == ' ' || p[length] == '\0')) {
            p += length;
            told = true;
            break;
        }
    }
    return told && *p == ' ' ? p + 1 : words;
}

static enum link link_between(struct slice text, const struct date_candidate *left,
                              const struct date_candidate *right)
{
    static const char *const openers[] = { "entre", "between", NULL };
    if (right->start < left->end || right->start - left->end > CONNECTOR_BYTES_MAX)
        return LINK_NONE;
    char between[CONNECTOR_BYTES_MAX + 1];
    size_t length = 0;
    for (uint32_t i = left->end; i < right->start; i++) {
        char c = text.bytes[i];
        if (c == '\n' && text.bytes[i + 1] == '\n')
            return LINK_NONE;
        bool blank = c == ' ' || c == '\n';
        if (blank && (length == 0 || between[length - 1] == ' '))
            continue;
        between[length++] = blank ? ' ' : c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
    }
    while (length && between[length - 1] == ' ')
        length--;
    between[length] = '\0';
    const char *words = after_time(between);
    for (size_t i = 0; i < sizeof connectors / sizeof *connectors; i++) {
        if (strcmp(words, connectors[i].words) != 0)
            continue;
        if (connectors[i].link == LINK_LIST && (strncmp(between, "et", 2) == 0 || strncmp(between, "and", 3) == 0)) {
            struct date_word before = word_before(text, left->start);
            if (strcmp(before.word, "le") == 0 || strcmp(before.word, "the") == 0 || strcmp(before.word, "la") == 0)
                before = word_before(text, before.start);
            if (word_in(before.word, openers)) /* "entre le 3 mai et le 5 juin" */
                return LINK_RANGE;
        }
        return connectors[i].link;
    }
    return LINK_NONE;
}

static bool dayish(const struct date_candidate *candidate)
{
    return candidate->kind == CANDIDATE_DAYS || candidate->kind == CANDIDATE_MONTHS;
}

/* A bare number is not the other end of a day: in "4 novembre 2016 - 2017" they are two things. */
static bool can_range(const struct date_candidate *left, const struct date_candidate *right, enum link link)
{
    if (link != LINK_RANGE && link != LINK_DASH)
        return false;
    if (left->kind == CANDIDATE_DAYS && right->kind == CANDIDATE_YEAR)
        return false;
    if (link == LINK_DASH && (left->kind == CANDIDATE_YEAR) != (right->kind == CANDIDATE_YEAR))
        return false;
    return !(left->weak && right->weak && left->kind != right->kind);
}

/* "les 30 novembre et 1er décembre": two days on end, as "29 et 30 novembre" are. */
static bool turns_month(const struct date_candidate *left, const struct date_candidate *right, enum link link)
{
    if (link != LINK_LIST || left->kind != CANDIDATE_DAYS || right->kind != CANDIDATE_DAYS || right->day != 1 ||
        (left->year && right->year && left->year != right->year - (right->month < left->end_month)))
        return false;
    int year = left->year ? left->year : right->year ? right->year : LEAP_YEAR;
    return right->month == left->end_month % 12 + 1 && left->end_day == month_days(year, left->end_month);
}

/* The year of the one that states none follows from the other, the left being the earlier. */
static void inherit_year(struct date_candidate *left, struct date_candidate *right)
{
    if (!dayish(left) || !dayish(right))
        return;
    bool wraps = left->month > right->month || (left->month == right->month && left->day > right->day);
    if (!left->year && right->year)
        left->year = wraps ? right->year - 1 : right->year;
    else if (left->year && !right->year)
        right->year = wraps ? left->year + 1 : left->year;
    else
        return;
    left->weak = right->weak = false;
}

/* Makes LEFT the whole range; false when the ends do not fit. */
static bool merge(struct date_candidate *left, struct date_candidate *right)
{
    struct date_candidate whole = *left;
    bool same_kind = left->kind == right->kind && dayish(left);
    if (same_kind && !left->year && !right->year) {
        whole.end_month = right->end_month;
        whole.end_day = right->end_day;
        whole.weak = left->weak && right->weak;
    } else {
        struct date_candidate last = *right;
        if (!candidate_resolve(&whole) || !candidate_resolve(&last))
            return false;
        whole.interval = interval_span(whole.interval, last.interval);
        if (interval_is_none(whole.interval))
            return false;
        whole.kind = CANDIDATE_SPAN;
        whole.weak = left->weak && right->weak;
        whole.year = 0;
    }
    whole.end = right->end;
    whole.portion = PORTION_WHOLE;
    *left = whole;
    return true;
}

enum { OPENING_BYTES = 24 };

/* "L'an 2016, le deux novembre": the year is the day's own, and was read with it. */
static bool opens_minutes(struct slice text, const struct date_candidate *year, const struct date_candidate *day)
{
    return year->kind == CANDIDATE_YEAR && day->kind == CANDIDATE_DAYS && day->start >= year->end &&
           day->start - year->end < OPENING_BYTES && day->year == year->year &&
           strcmp(word_before(text, year->start).word, "an") == 0;
}

void dates_join(struct report *report, candidate_list *candidates)
{
    struct slice text = report->record.text;
    /* From the end, so that a year stated last reaches every item of "3 mars, 4 avril et 5 mai 2016". */
    for (size_t i = candidates->count; i-- > 1;) {
        struct date_candidate *left = &candidates->items[i - 1], *right = &candidates->items[i];
        enum link link = link_between(text, left, right);
        if (link == LINK_LIST && !left->year && right->year && dayish(left) && left->kind == right->kind)
            inherit_year(left, right);
    }
    for (size_t i = 0; i + 1 < candidates->count; i++)
        if (opens_minutes(text, &candidates->items[i], &candidates->items[i + 1]))
            candidates->items[i].dropped = true;
    for (size_t i = 0; i + 1 < candidates->count; i++) {
        struct date_candidate *left = &candidates->items[i], *right = &candidates->items[i + 1];
        enum link link = left->dropped ? LINK_NONE : link_between(text, left, right);
        bool months = link == LINK_LIST && left->kind == CANDIDATE_MONTHS && right->kind == CANDIDATE_MONTHS &&
                      left->year == right->year && right->month == left->end_month + 1; /* "juillet et août 2022" */
        if (!can_range(left, right, link) && !months && !turns_month(left, right, link))
            continue;
        inherit_year(left, right);
        if (merge(left, right)) {
            right->dropped = true;
            i++;
        }
    }
}
