/* Dates and entity tags of HTTP. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "http.h"

static const struct {
    int64_t seconds;
    const char *text;
} dates[] = {
    { 0, "Thu, 01 Jan 1970 00:00:00 GMT" },
    { 784111777, "Sun, 06 Nov 1994 08:49:37 GMT" },
    { 951782400, "Tue, 29 Feb 2000 00:00:00 GMT" },
    { 1795391999, "Sun, 22 Nov 2026 23:59:59 GMT" },
    { 253402300799, "Fri, 31 Dec 9999 23:59:59 GMT" },
};

static void test_dates(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        char text[HTTP_DATE_BYTES];
        int64_t seconds = -1;
        http_date(dates[i].seconds, text);
        assert_string_equal(text, dates[i].text);
        assert_true(http_date_parse(text, &seconds));
        assert_int_equal(seconds, dates[i].seconds);
    }
}

static void test_old_dates(void **state)
{
    (void)state;
    static const char *const same[] = { "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
                                        "Sun, 06 Nov 1994 08:49:37 GMT" };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        int64_t seconds = -1;
        assert_true(http_date_parse(same[i], &seconds));
        assert_int_equal(seconds, 784111777);
    }
}

static void test_bad_dates(void **state)
{
    (void)state;
    static const char *const bad[] = { "", "yesterday", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 CET",
                                       "Sun, 31 Nov 1994 08:49:37 GMT", "Sun, 06 Nev 1994 08:49:37 GMT",
                                       "Sun, 06 Nov 1994 24:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT and more",
                                       "Sun, 99 Nov 1994 08:49:37 GMT", "Sun Nov  6 08:49:37 1994 GMT",
                                       "1994-11-06" };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        int64_t seconds;
        if (http_date_parse(bad[i], &seconds))
            fail_msg("\"%s\" is taken for a date", bad[i]);
    }
}

static void test_tags(void **state)
{
    (void)state;
    static const struct {
        const char *list;
        bool matches;
    } rows[] = {
        { NULL, false }, { "", false }, { "*", true }, { " * ", true }, { "W/\"ab-1\"", true }, { "\"ab-1\"", true },
        { "W/\"x\", W/\"ab-1\"", true }, { "\"x\",\"ab-1\"", true }, { "W/\"ab-12\"", false },
        { "W/\"xab-1\"", false },
        { "ab-1", false }, { "**", false },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (http_tag_matches(rows[i].list, "W/\"ab-1\"") != rows[i].matches)
            fail_msg("If-None-Match: %s", rows[i].list ? rows[i].list : "(none)");
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_dates), cmocka_unit_test(test_old_dates),
                                        cmocka_unit_test(test_bad_dates), cmocka_unit_test(test_tags) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
