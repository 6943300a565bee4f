/* extract_dates.c - runs the date patterns where a date can be, and turns what they match into dates. */
#include "date_candidate.h"
#include "utf8.h"

enum {
    WINDOW_BEFORE = 40, /* bytes that an expression may begin before its first digit or month name */
    WINDOW_AFTER = 28,
    TITLE_BYTES_MAX = 2000,
    CANDIDATES_MAX = 200000 /* in one report: bounds memory on a text of numbers */
};

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool is_letter_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

/* Can these digits be part of a date that holds no month's name? A year, two numbers with a sign between, a decade.
 * */
static bool digits_matter(struct slice text, uint32_t start, uint32_t end)
{
    uint32_t length = end - start;
    bool joined = end + 1 < text.length && strchr("/.-", text.bytes[end]) && is_digit(text.bytes[end + 1]);
    if (length == 4)
        return text.bytes[start] == '1' || text.bytes[start] == '2';
    return length <= 2 && (joined || (length == 2 && text.bytes[end - 1] == '0'));
}

#define KEY(a, b, c) ((uint32_t)(unsigned char)(a) << 16 | (uint32_t)(unsigned char)(b) << 8 | (unsigned char)(c))

/* May a month's name begin with these three bytes? Most words are turned away here, before their letters are
 * folded. */
static bool begins_like_month(const char *bytes)
{
    static const uint32_t keys[] = {
        KEY('j', 'a', 'n'), KEY('f', 'e', 'v'), KEY('f', 'e', 'b'), KEY('m', 'a', 'r'), KEY('a', 'v', 'r'),
        KEY('a', 'p', 'r'), KEY('m', 'a', 'i'), KEY('m', 'a', 'y'), KEY('j', 'u', 'i'), KEY('j', 'u', 'n'),
        KEY('j', 'u', 'l'), KEY('a', 'o', 'u'), KEY('a', 'u', 'g'), KEY('s', 'e', 'p'), KEY('o', 'c', 't'),
        KEY('n', 'o', 'v'), KEY('d', 'e', 'c'), KEY('a', 'o', 0xC3),
    };
    uint32_t key = KEY(bytes[0] | 0x20, bytes[1] & 0x80 ? bytes[1] : bytes[1] | 0x20,
                       bytes[2] & 0x80 ? bytes[2] : bytes[2] | 0x20);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (key == keys[i])
            return true;
    return (key >> 8) == KEY(0, 'f', 0xC3) || (key >> 8) == KEY(0, 'd', 0xC3); /* fé… dé… */
}

/* The next place at or after *AT that a date can be near: such digits or a month's name; false at the end of the
 * text. */
static bool next_trigger(struct slice text, uint32_t *at, uint32_t *end)
{
    uint32_t i = *at;
    while (i < text.length) {
        if (is_digit(text.bytes[i])) {
            *at = i;
            while (i < text.length && is_digit(text.bytes[i]))
                i++;
            *end = i;
            if (digits_matter(text, *at, i))
                return true;
            continue;
        }
        if (!is_letter_byte(text.bytes[i])) {
            i++;
            continue;
        }
        uint32_t start = i;
        while (i < text.length && is_letter_byte(text.bytes[i]))
            i++;
        if (i - start >= 3 && i - start <= 10 && begins_like_month(text.bytes + start) &&
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
        if (date_read_match(report, &match, list) != READING_NO_DATE) {
            from = match.end;
        } else {
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

static void add_date(struct report *report, const struct date_candidate *candidate, struct slice text, struct span at)
{
    struct slice form = { text.bytes + candidate->start, candidate->end - candidate->start };
    struct date *date = vec_push(report->arena, &report->record.dates);
    bool dated = !interval_is_none(candidate->interval);
    *date = (struct date){ .interval = candidate->interval, .month = dated ? 0 : candidate->month,
                           .day = dated ? 0 : candidate->day, .deduced = candidate->deduced,
                           .form = arena_dup_slice(report->arena, form), .at = at, .rule = candidate->rule };
}

/* The candidates of report->record.text, all decided. */
static void read_dates(struct report *report, const struct date_rules *rules, candidate_list *candidates)
{
    find_candidates(report, rules, candidates);
    dates_order_numeric(report, candidates);
    dates_join(report, candidates);
    dates_accept_weak(report, candidates);
    for (size_t i = 0; i < candidates->count; i++) {
        struct date_candidate *candidate = &candidates->items[i];
        if (!candidate->dropped && !candidate_resolve(candidate) && candidate->year)
            candidate->dropped = true; /* no such day: 29 February 2015 */
    }
}

static void read_line(const struct report *report, const struct date_rules *rules, struct slice line,
                      candidate_list *candidates)
{
    if (!line.length || line.length > TITLE_BYTES_MAX || !utf8_valid(line.bytes, line.length))
        return;
    struct report alone = { .arena = report->arena };
    alone.record.text = line;
    alone.record.language = report->record.language;
    read_dates(&alone, rules, candidates);
}

/* Dates of the whole page title, with the parts that name a section or an archive: they only tell years. */
static void read_page_titles(const struct report *report, const struct date_rules *rules, candidate_list *titled)
{
    for (size_t i = 0; i < report->metas.count; i++)
        if (strcmp(report->metas.items[i].key, "title") == 0 && report->metas.items[i].value)
            read_line(report, rules, slice_of(report->metas.items[i].value), titled);
}

/* Days that only a title names, which the text does not show (front matter, <title>): without a place in the text. */
static void add_title_dates(struct report *report, const struct date_rules *rules)
{
    candidate_list candidates = { 0 };
    struct slice title = slice_of(report->record.title);
    if (!title.length || memmem(report->record.text.bytes, report->record.text.length, title.bytes, title.length))
        return;
    read_line(report, rules, title, &candidates);
    for (size_t i = 0; i < candidates.count; i++) {
        const struct date_candidate *candidate = &candidates.items[i];
        bool known = candidate->dropped || interval_is_none(candidate->interval);
        for (size_t k = 0; k < report->record.dates.count && !known; k++)
            known = report->record.dates.items[k].interval.start == candidate->interval.start &&
                    report->record.dates.items[k].interval.end == candidate->interval.end;
        if (!known)
            add_date(report, candidate, title, (struct span){ 0, 0 });
    }
}

void extract_dates(struct report *report, const struct date_rules *rules)
{
    candidate_list candidates = { 0 }, titled = { 0 };
    struct slice text = report->record.text;
    if (!text.length || text.length > UINT32_MAX / 2 || !utf8_valid(text.bytes, text.length))
        return;
    read_dates(report, rules, &candidates);
    read_page_titles(report, rules, &titled);
    dates_deduce_years(report, &candidates, &titled);
    for (size_t i = 0; i < candidates.count; i++) {
        const struct date_candidate *candidate = &candidates.items[i];
        if (!candidate->dropped)
            add_date(report, candidate, text, (struct span){ candidate->start, candidate->end });
    }
    add_title_dates(report, rules);
}
