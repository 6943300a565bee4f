#include "period.h"

#include <stdio.h>
#include <string.h>

/* The largest first: a cover takes the largest cell that fits. */
enum level { LEVEL_MILLENNIUM, LEVEL_CENTURY, LEVEL_DECADE, LEVEL_YEAR, LEVEL_MONTH, LEVEL_DAY, LEVEL_COUNT };

enum { YEAR_MAX = 9999 };

static const int level_years[] = { [LEVEL_MILLENNIUM] = 1000, [LEVEL_CENTURY] = 100, [LEVEL_DECADE] = 10,
                                   [LEVEL_YEAR] = 1 };

/* The days of the cell of this level that holds DAY. */
static struct interval cell_of(enum level level, int32_t day)
{
    int year, month, day_of_month;
    day_split(day, &year, &month, &day_of_month);
    if (level == LEVEL_DAY)
        return (struct interval){ day, day };
    if (level == LEVEL_MONTH)
        return interval_month(year, month);
    int years = level_years[level];
    int first = year / years * years, last = first + years - 1;
    return (struct interval){ day_of(first < 1 ? 1 : first, 1, 1),
                              day_of(last > YEAR_MAX ? YEAR_MAX : last, 12, 31) };
}

/* "20" for the century that holds DAY, "2016-11" for its month. */
static struct period_term cell_term(const char *prefix, const char *mark, enum level level, int32_t day)
{
    static const int digits[] = { [LEVEL_MILLENNIUM] = 1, [LEVEL_CENTURY] = 2, [LEVEL_DECADE] = 3, [LEVEL_YEAR] = 4,
                                  [LEVEL_MONTH] = 7, [LEVEL_DAY] = 10 };
    char iso[ISO_DAY_BYTES];
    struct period_term term;
    day_format(day, iso);
    snprintf(term.text, sizeof term.text, "%.3s%.1s%.*s", prefix, mark, digits[level], iso);
    return term;
}

static void add(struct arena *arena, period_terms *terms, size_t from, struct period_term term)
{
    for (size_t i = from; i < terms->count; i++)
        if (strcmp(terms->items[i].text, term.text) == 0)
            return;
    *vec_push(arena, terms) = term;
}

static bool closed(struct interval *interval)
{
    if (interval_is_none(*interval))
        return false;
    if (interval->start == DAY_NONE || interval->start < day_of(1, 1, 1))
        interval->start = day_of(1, 1, 1);
    if (interval->end == DAY_NONE || interval->end > day_of(YEAR_MAX, 12, 31))
        interval->end = day_of(YEAR_MAX, 12, 31);
    return interval->start <= interval->end;
}

/* The largest cell that begins on DAY and ends by END. */
static enum level cover_level(int32_t day, int32_t end)
{
    for (int level = 0; level < LEVEL_DAY; level++) {
        struct interval cell = cell_of((enum level)level, day);
        if (cell.start == day && cell.end <= end)
            return (enum level)level;
    }
    return LEVEL_DAY;
}

void period_index_terms(struct arena *arena, struct interval interval, const char *prefix, period_terms *terms)
{
    size_t from = terms->count;
    if (!closed(&interval))
        return;
    for (int32_t day = interval.start; day <= interval.end;) {
        enum level covered = cover_level(day, interval.end);
        for (int level = 0; level <= (int)covered; level++)
            add(arena, terms, from, cell_term(prefix, "", (enum level)level, day));
        if (covered != LEVEL_DAY)
            add(arena, terms, from, cell_term(prefix, "=", covered, day));
        day = cell_of(covered, day).end + 1;
    }
}

void period_query_terms(struct arena *arena, struct interval interval, const char *prefix, period_terms *terms)
{
    size_t from = terms->count;
    if (!closed(&interval))
        return;
    for (int32_t day = interval.start; day <= interval.end;) {
        enum level covered = cover_level(day, interval.end);
        add(arena, terms, from, cell_term(prefix, "", covered, day));
        for (int level = 0; level < (int)covered; level++)
            add(arena, terms, from, cell_term(prefix, "=", (enum level)level, day));
        day = cell_of(covered, day).end + 1;
    }
}
