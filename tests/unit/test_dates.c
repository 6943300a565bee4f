/* test_dates.c - dates in text, by the table of dates_table.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>


#include "dates_table.h"
#include "extract_dates.h"

enum { REPORT_BYTES_MAX = 64 << 20 };

static int make_rules(void **state)
{
    struct error error = ERROR_NONE;
    return date_rules_new((struct date_rules **)state, &error) == STATUS_OK ? 0 : -1;
}

static int free_rules(void **state)
{
    date_rules_free(*state);
    return 0;
}

/* A report of paragraphs. */
static void fill_report(struct report *report, struct arena *arena, const char *file, struct slice text)
{
    *report = (struct report){ .arena = arena, .record = { .file = file, .text = text } };
    uint32_t start = 0;
    for (uint32_t i = 0; i <= text.length; i++) {
        bool gap = i + 1 < text.length && text.bytes[i] == '\n' && text.bytes[i + 1] == '\n';
        if (!gap && i < text.length)
            continue;
        *vec_push(arena, &report->blocks) = (struct block){ .kind = BLOCK_PARAGRAPH, .start = start, .end = i };
        start = ++i + 1;
    }
}

/* 2016-01-01/2016-12-31 is shown as 2016, 2016-11-01/2016-11-30 as 2016-11. */
static void show_interval(struct interval interval, char out[32])
{
    char start[ISO_DAY_BYTES], end[ISO_DAY_BYTES];
    int year, month, day;
    day_format(interval.start, start);
    day_format(interval.end, end);
    day_split(interval.start, &year, &month, &day);
    struct interval whole = interval_year(year), of_month = interval_month(year, month);
    if (interval.start == whole.start && interval.end == whole.end)
        snprintf(out, 32, "%.4s", start);
    else if (interval.start == of_month.start && interval.end == of_month.end)
        snprintf(out, 32, "%.7s", start);
    else if (interval.start == interval.end)
        snprintf(out, 32, "%s", start);
    else
        snprintf(out, 32, "%s/%s", start, end);
}

static void test_table(void **state)
{
    int failures = 0;
    for (size_t i = 0; i < sizeof date_rows / sizeof *date_rows; i++) {
        const struct date_row *row = &date_rows[i];
        struct arena arena = ARENA_INIT(REPORT_BYTES_MAX);
        struct report report;
        struct buf got = BUF_INIT(&arena);
        fill_report(&report, &arena, row->file, slice_of(row->text));
        report.record.language = row->language;
        extract_dates(&report, *state);
        buf_add_string(&got, "");
        for (size_t k = 0; k < report.record.dates.count; k++) {
            const struct date *date = &report.record.dates.items[k];
            char shown[32];
            show_interval(date->interval, shown);
            if (interval_is_none(date->interval))
                snprintf(shown, sizeof shown, "--%02d-%02d", date->month, date->day);
            buf_printf(&got, "%s%s%s", k ? " " : "", shown, date->deduced ? "?" : "");
            assert_true(date->at.end <= report.record.text.length && date->at.start < date->at.end);
            assert_true(slice_equal(slice_of(date->form), (struct slice){ row->text + date->at.start,
                                                                          date->at.end - date->at.start }));
        }
        if (!slice_is(buf_slice(&got), row->expected)) {
            print_message("\"%s\" gives \"%s\", not \"%s\"\n", row->text, got.bytes ? got.bytes : "", row->expected);
            failures++;
        }
        arena_fini(&arena);
    }
    assert_int_equal(failures, 0);
}

static void test_file_names(void **state)
{
    (void)state;
    static const struct { const char *file, *expected; } rows[] = {
        { "crDH2017-08-09.md", "2017-08-09" }, { "a/b/20161104_x.html", "2016-11-04" },
        { "cr_04-11-2016.txt", "2016-11-04" },
        { "2016-11.md", "2016-11" }, { "debat-2016.md", "2016" }, { "2016/debat.md", "" }, { "fr0012.txt", "" },
        { "12345678.md", "" }, { "2016-13-45.md", "2016" }, { "", "" }, { "2015 et 2016-03-04.md", "2016-03-04" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct interval interval = date_of_file_name(rows[i].file);
        char shown[32] = "";
        if (!interval_is_none(interval))
            show_interval(interval, shown);
        if (strcmp(shown, rows[i].expected) != 0)
            fail_msg("%s gives \"%s\", not \"%s\"", rows[i].file, shown, rows[i].expected);
    }
    assert_true(interval_is_none(date_of_file_name(NULL)));
}

/* A megabyte of nothing but what looks like dates takes bounded time. */
static void test_long_text(void **state)
{
    static const char *const pieces[] = { "3 mai ", "4, ", "2016-", "mars ", "12/", "le 4 ", "1 et 2 et 3 " };
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct arena arena = ARENA_INIT(REPORT_BYTES_MAX * 8);
        struct report report;
        struct buf text = BUF_INIT(&arena);
        while (text.length < 300000)
            buf_add_string(&text, pieces[i]);
        fill_report(&report, &arena, "long.txt", buf_slice(&text));
        clock_t start = clock();
        extract_dates(&report, *state);
        double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
        if (seconds > 5)
            fail_msg("\"%s\" repeated takes %.1f s", pieces[i], seconds);
        arena_fini(&arena);
    }
}

static void test_invalid_text(void **state)
{
    struct arena arena = ARENA_INIT(REPORT_BYTES_MAX);
    struct report report;
    fill_report(&report, &arena, "x.txt", SLICE("le 4 novembre 2016 \xFF\xFE"));
    extract_dates(&report, *state);
    assert_int_equal(report.record.dates.count, 0); /* readers promise UTF-8: anything else is left alone */
    fill_report(&report, &arena, NULL, SLICE(""));
    extract_dates(&report, *state);
    assert_int_equal(report.record.dates.count, 0);
    arena_fini(&arena);
}

/* How many dates a report gives with this much memory; SIZE_MAX when it runs out. */
static size_t count_dates(struct date_rules *rules, size_t limit)
{
    struct arena arena = ARENA_INIT(limit);
    if (arena_guard(&arena)) {
        arena_fini(&arena);
        return SIZE_MAX;
    }
    struct report report;
    fill_report(&report, &arena, "x.txt",
                SLICE("Du 3 au 5 mai 2016, puis en 2017. Le 4 novembre, le 1er semestre 2018, de 2010 à 2015."));
    extract_dates(&report, rules);
    size_t count = report.record.dates.count;
    arena_fini(&arena);
    return count;
}

/* Memory that runs out leads back to the guard, wherever it does, and nothing is left behind (make asan). */
static void test_little_memory(void **state)
{
    size_t refused = 0;
    for (size_t limit = 1; limit < 400000; limit = limit * 3 / 2 + 1) {
        size_t count = count_dates(*state, limit);
        refused += count == SIZE_MAX;
        assert_true(count == SIZE_MAX || count == 5);
    }
    assert_true(refused > 0);
    assert_int_equal(count_dates(*state, 400000), 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table), cmocka_unit_test(test_file_names), cmocka_unit_test(test_long_text),
        cmocka_unit_test(test_invalid_text), cmocka_unit_test(test_little_memory),
    };
    return cmocka_run_group_tests(tests, make_rules, free_rules);
}
