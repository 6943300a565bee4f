/* test_calendar.c - days, intervals, and the date values of queries and metadata. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>

#include "calendar.h"

static void test_days(void **state)
{
    (void)state;
    assert_int_equal(day_of(1970, 1, 1), 0);
    assert_int_equal(day_of(2000, 3, 1), 11017);
    assert_int_equal(day_of(1, 1, 1), -719162);
    assert_int_equal(day_of(9999, 12, 31), 2932896);
    assert_int_equal(day_of(2016, 4, 31), DAY_NONE);
    assert_int_equal(day_of(2015, 2, 29), DAY_NONE);
    assert_int_equal(day_of(1900, 2, 29), DAY_NONE);
    assert_true(day_of(2000, 2, 29) != DAY_NONE);
    assert_int_equal(day_of(0, 1, 1), DAY_NONE);
    assert_int_equal(day_of(10000, 1, 1), DAY_NONE);
    assert_int_equal(day_of(2016, 13, 1), DAY_NONE);
    assert_int_equal(day_weekday(day_of(2016, 11, 4)), 4);
    assert_int_equal(day_weekday(day_of(1969, 12, 28)), 6);
    assert_int_equal(month_days(2016, 2), 29);
    assert_int_equal(month_days(2016, 0), 0);
}

static void test_every_day_splits_back(void **state)
{
    (void)state;
    int weekday = day_weekday(day_of(1, 1, 1));
    for (int32_t day = day_of(1, 1, 1); day <= day_of(9999, 12, 31); day++) {
        int year, month, of_month;
        day_split(day, &year, &month, &of_month);
        if (day_of(year, month, of_month) != day || day_weekday(day) != weekday)
            fail_msg("day %d gives %d-%d-%d", (int)day, year, month, of_month);
        weekday = (weekday + 1) % 7;
    }
}

static void test_overlap(void **state)
{
    (void)state;
    struct interval year = interval_year(2016), month = interval_month(2016, 12), next = interval_year(2017);
    assert_true(intervals_overlap(year, month));
    assert_false(intervals_overlap(month, next));
    assert_true(intervals_overlap(next, (struct interval){ DAY_NONE, day_of(2017, 1, 1) }));
    assert_false(intervals_overlap(next, (struct interval){ DAY_NONE, day_of(2016, 12, 31) }));
    assert_false(intervals_overlap(INTERVAL_NONE, next));
    assert_true(interval_is_none(interval_span(next, year)));
}

static void test_names(void **state)
{
    (void)state;
    static const struct { const char *word; int month, weekday; enum season season; } rows[] = {
        { "novembre", 11, -1, SEASON_NONE }, { "Nov", 11, -1, SEASON_NONE }, { "nov.", 11, -1, SEASON_NONE },
        { "févr", 2, -1, SEASON_NONE }, { "FÉVRIER", 2, -1, SEASON_NONE }, { "fe\xCC\x81vrier", 2, -1, SEASON_NONE },
        { "août", 8, -1, SEASON_NONE }, { "AOUT", 8, -1, SEASON_NONE }, { "mar", 3, 1, SEASON_NONE },
        { "Sept.", 9, -1, SEASON_NONE }, { "vendredi", 0, 4, SEASON_NONE }, { "Wednesday", 0, 2, SEASON_NONE },
        { "été", 0, -1, SEASON_SUMMER }, { "autumn", 0, -1, SEASON_AUTUMN }, { "", 0, -1, SEASON_NONE },
        { "novembres", 0, -1, SEASON_NONE }, { "anticonstitutionnellement", 0, -1, SEASON_NONE },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct slice word = slice_of(rows[i].word);
        if (month_from_name(word) != rows[i].month || weekday_from_name(word) != rows[i].weekday ||
            season_from_name(word) != rows[i].season)
            fail_msg("%s: month %d, weekday %d", rows[i].word, month_from_name(word), weekday_from_name(word));
    }
}

static void test_parse(void **state)
{
    (void)state;
    /* "-" for false; "start/end", either empty when open */
    static const struct { const char *text, *expected; } rows[] = {
        { "2016", "2016-01-01/2016-12-31" }, { "2016-11", "2016-11-01/2016-11-30" },
        { "2016-02", "2016-02-01/2016-02-29" }, { "2016-11-04", "2016-11-04/2016-11-04" },
        { "2016/11/04", "2016-11-04/2016-11-04" }, { "20161104", "2016-11-04/2016-11-04" },
        { "04/11/2016", "2016-11-04/2016-11-04" }, { "4.11.2016", "2016-11-04/2016-11-04" },
        { "04-11-2016", "2016-11-04/2016-11-04" }, { "11/2016", "2016-11-01/2016-11-30" },
        { "2016-T4", "2016-10-01/2016-12-31" }, { "2016-Q1", "2016-01-01/2016-03-31" },
        { "2016-t2", "2016-04-01/2016-06-30" }, { "2016-S1", "2016-01-01/2016-06-30" },
        { "2016-s2", "2016-07-01/2016-12-31" }, { "T3 2017", "2017-07-01/2017-09-30" }, { "2016-T5", "-" },
        { "2016-S3", "-" }, { "4 novembre 2016", "2016-11-04/2016-11-04" },
        { "le 4 novembre 2016", "2016-11-04/2016-11-04" }, { "1er mai 2022", "2022-05-01/2022-05-01" },
        { "novembre 2016", "2016-11-01/2016-11-30" }, { "November 2016", "2016-11-01/2016-11-30" },
        { "november 4, 2016", "2016-11-04/2016-11-04" }, { "November 4th, 2016", "2016-11-04/2016-11-04" },
        { "4th of November 2016", "2016-11-04/2016-11-04" }, { "the 3rd of May 2016", "2016-05-03/2016-05-03" },
        { "vendredi 4 novembre 2016", "2016-11-04/2016-11-04" }, { "4 déc. 2016", "2016-12-04/2016-12-04" },
        { "1er semestre 2017", "2017-01-01/2017-06-30" }, { "4e trimestre 2016", "2016-10-01/2016-12-31" },
        { "2nd quarter of 2018", "2018-04-01/2018-06-30" }, { "été 2016", "2016-06-21/2016-09-22" },
        { "winter 2016", "2016-12-21/2017-03-20" }, { "l'année 2016", "2016-01-01/2016-12-31" },
        { "l’année 2016", "2016-01-01/2016-12-31" }, { "2016-2017", "2016-01-01/2017-12-31" }, { "2017-2016", "-" },
        { "2016-11-04T10:00:00Z", "2016-11-04/2016-11-04" }, { "2016-11-04T10:00:00+01:00", "2016-11-04/2016-11-04" },
        { "2016-11-04 10:00", "2016-11-04/2016-11-04" }, { "20161104T100000", "-" },
        { "Fri, 04 Nov 2016 10:00:00 +0000", "2016-11-04/2016-11-04" }, { " 2016 ", "2016-01-01/2016-12-31" },
        { "2016-10..2017-02", "2016-10-01/2017-02-28" }, { "..2016", "/2016-12-31" }, { "2016..", "2016-01-01/" },
        { "2016..2016", "2016-01-01/2016-12-31" }, { "2016-T4 .. 2017-T1", "2016-10-01/2017-03-31" },
        { "novembre 2016..4 mars 2017", "2016-11-01/2017-03-04" }, { "2017..2016", "-" }, { "..", "-" },
        { "2016...", "-" },
        { "2016..x", "-" }, { "2016..2017..2018", "-" }, { "2016-02-30", "-" }, { "31/04/2016", "-" },
        { "2016-13", "-" }, { "0000", "-" }, { "29 février 2015", "-" },
        { "29 février 2016", "2016-02-29/2016-02-29" },
        { "", "-" }, { "hier", "-" }, { "12345", "-" }, { "123456789", "-" }, { "4 novembre", "-" }, { "12", "-" },
        { "2016x", "-" }, { "2016-11-04-05-06", "-" }, { "1 2 3 4 5 6 7 8 9 10", "-" }, { "hiver 9999", "-" },
        { "\xFF\xFE", "-" }, { "2016-11-04T", "-" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct interval interval;
        char got[32] = "-", start[ISO_DAY_BYTES], end[ISO_DAY_BYTES];
        if (interval_parse(slice_of(rows[i].text), &interval)) {
            day_format(interval.start, start);
            day_format(interval.end, end);
            snprintf(got, sizeof got, "%s/%s", start, end);
        }
        if (strcmp(got, rows[i].expected) != 0)
            fail_msg("\"%s\" gives %s, not %s", rows[i].text, got, rows[i].expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_days), cmocka_unit_test(test_every_day_splits_back), cmocka_unit_test(test_overlap),
        cmocka_unit_test(test_names), cmocka_unit_test(test_parse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
