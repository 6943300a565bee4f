/* The field table, and intervals as terms. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>

#include "fields.h"
#include "period.h"

static void test_names(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        enum field field;
    } rows[] = {
        { "speaker", FIELD_SPEAKER }, { "intervenant", FIELD_SPEAKER }, { "Intervenant", FIELD_SPEAKER },
        { "lieu", FIELD_PLACE }, { "event-place", FIELD_EVENT_PLACE }, { "event_place", FIELD_EVENT_PLACE },
        { "tenu-a", FIELD_EVENT_PLACE }, { "tenu-à", FIELD_EVENT_PLACE }, { "période", FIELD_PERIOD },
        { "date", FIELD_DATE }, { "titre", FIELD_TITLE }, { "auteur", FIELD_AUTHOR }, { "fonction", FIELD_ROLE },
        { "langue", FIELD_LANGUAGE }, { "TYPE", FIELD_TYPE }, { "has", FIELD_HAS }, { "mention", FIELD_MENTION },
        { "organisation", FIELD_ORGANISATION }, { "facebook", FIELD_COUNT }, { "", FIELD_COUNT },
        { "speakers", FIELD_COUNT }, { "a-name-that-is-longer-than-any-field-name-can-be", FIELD_COUNT },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(field_from_name(slice_of(rows[i].name)), rows[i].field);
}

static void test_table(void **state)
{
    (void)state;
    for (int i = 0; i < FIELD_COUNT; i++) {
        assert_non_null(field_table[i].name);
        assert_non_null(field_table[i].help);
        assert_int_equal(field_from_name(slice_of(field_table[i].name)), i);
        assert_true((field_table[i].facet != NULL) == (field_table[i].facet_slot >= 0));
        for (int j = 0; j < i; j++) /* a prefix that begins another would mix their terms */
            assert_string_not_equal(field_table[i].prefix, field_table[j].prefix);
    }
    assert_true(fields_fingerprint() != 0);
}

static const char *term_line(struct arena *arena, const char *dates, bool query)
{
    struct interval interval;
    period_terms terms = { 0 };
    char *line = arena_strdup(arena, "");
    assert_true(interval_parse(slice_of(dates), &interval));
    if (query)
        period_query_terms(arena, interval, "D", &terms);
    else
        period_index_terms(arena, interval, "D", &terms);
    for (size_t i = 0; i < terms.count; i++)
        line = arena_printf(arena, "%s%s%s", line, i ? " " : "", terms.items[i].text);
    return line;
}

static void test_period_terms(void **state)
{
    (void)state;
    static const struct {
        const char *dates;
        bool query;
        const char *terms;
    } rows[] = {
        { "2016-11-04", false, "D2 D20 D201 D2016 D2016-11 D2016-11-04" },
        { "2016-11", false, "D2 D20 D201 D2016 D2016-11 D=2016-11" },
        { "2016", false, "D2 D20 D201 D2016 D=2016" },
        { "2016-11-29..2016-12-01", false,
          "D2 D20 D201 D2016 D2016-11 D2016-11-29 D2016-11-30 D2016-12 D2016-12-01" },
        { "2010..2019", false, "D2 D20 D201 D=201" },
        { "2016-11-04", true, "D2016-11-04 D=2 D=20 D=201 D=2016 D=2016-11" },
        { "2016", true, "D2016 D=2 D=20 D=201" },
        { "2016-T4", true, "D2016-10 D=2 D=20 D=201 D=2016 D2016-11 D2016-12" },
        { "..1999", true, "D0 D1" },
    };
    struct arena arena = ARENA_INIT(0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(term_line(&arena, rows[i].dates, rows[i].query), rows[i].terms);
    arena_fini(&arena);
}

static bool share_a_term(const period_terms *a, const period_terms *b)
{
    for (size_t i = 0; i < a->count; i++)
        for (size_t j = 0; j < b->count; j++)
            if (strcmp(a->items[i].text, b->items[j].text) == 0)
                return true;
    return false;
}

/* Whatever the two intervals: the terms meet exactly when the days do. */
static void test_period_overlap(void **state)
{
    (void)state;
    unsigned seed = 20161104;
    int32_t first = day_of(1995, 1, 1);
    for (int round = 0; round < 3000; round++) {
        struct arena arena = ARENA_INIT(0);
        struct interval pair[2];
        period_terms index = { 0 }, query = { 0 };
        for (int i = 0; i < 2; i++) {
            static const int lengths[] = { 1, 3, 40, 400, 5000 };
            int start = rand_r(&seed) % 9000, length = rand_r(&seed) % lengths[rand_r(&seed) % 5];
            pair[i] = (struct interval){ first + start, first + start + length };
            int year, month, day;
            day_split(pair[i].start, &year, &month, &day);
            if (rand_r(&seed) % 3 == 0)
                pair[i] = interval_month(year, month);
            else if (rand_r(&seed) % 3 == 0)
                pair[i] = interval_year(year);
        }
        if (rand_r(&seed) % 10 == 0)
            pair[1].end = DAY_NONE;
        period_index_terms(&arena, pair[0], "XD", &index);
        period_query_terms(&arena, pair[1], "XD", &query);
        assert_int_equal(share_a_term(&index, &query), intervals_overlap(pair[0], pair[1]));
        arena_fini(&arena);
    }
}

static void test_period_none(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    period_terms terms = { 0 };
    period_index_terms(&arena, INTERVAL_NONE, "D", &terms);
    period_query_terms(&arena, INTERVAL_NONE, "D", &terms);
    assert_int_equal(terms.count, 0);
    period_index_terms(&arena, (struct interval){ DAY_NONE, day_of(9999, 12, 31) }, "D", &terms);
    assert_true(terms.count > 0 && terms.count < 50);
    arena_fini(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),          cmocka_unit_test(test_table),
        cmocka_unit_test(test_period_terms),   cmocka_unit_test(test_period_overlap),
        cmocka_unit_test(test_period_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
