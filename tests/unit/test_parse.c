/* Reading: every pair in tests/golden/read (NAME.html, .md or .txt and NAME.expected), rules of report.h that hold
 * for any input, and small tables for what pairs of files can't show. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "attachments.h"
#include "parse.h"
#include "report_print.h"
#include "utf8.h"

static const char *const folder = "tests/golden/read";

static enum status read_bytes(struct arena *arena, struct report *report, const char *name, struct slice bytes)
{
    struct error error = ERROR_NONE;
    struct source_file file = { .file = name, .path = name, .id = "0" };
    *report = (struct report){ .arena = arena };
    return report_read(report, &file, bytes, &error);
}

/* What report.h promises of every text. */
static void check_rules(const struct report *report)
{
    struct slice text = report->record.text;
    assert_true(utf8_valid(text.bytes, text.length));
    for (size_t i = 0; i < text.length; i++)
        assert_true((unsigned char)text.bytes[i] >= 0x20 || text.bytes[i] == '\n' || text.bytes[i] == '\t');
    assert_null(memmem(text.bytes, text.length, "\302\240", 2));
    uint32_t expected = 0;
    for (size_t i = 0; i < report->blocks.count; i++) {
        const struct block *block = &report->blocks.items[i];
        assert_int_equal(block->start, expected);
        assert_true(block->end > block->start || block->kind == BLOCK_RULE);
        if (block->kind != BLOCK_RULE)
            assert_int_equal(report_block_at(report, block->start), i);
        expected = block->end + 2;
    }
    assert_int_equal(text.length, expected ? expected - 2 : 0);
    for (size_t i = 0; i < report->marks.count; i++) {
        const struct mark *mark = &report->marks.items[i];
        assert_true(mark->start < mark->end && mark->end <= text.length);
        assert_true(i == 0 || report->marks.items[i - 1].start <= mark->start);
        const struct block *block = &report->blocks.items[report_block_at(report, mark->start)];
        assert_true(mark->start >= block->start && mark->end <= block->end);
    }
}

static struct slice load(struct arena *arena, const char *name)
{
    struct buf path = BUF_INIT(arena);
    buf_printf(&path, "%s/%s", folder, name);
    struct source_file file = { .file = path.bytes, .path = path.bytes };
    struct error error = ERROR_NONE;
    struct slice bytes;
    if (source_read(arena, &file, &bytes, &error) != STATUS_OK)
        return SLICE("");
    return bytes;
}

static void test_golden(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    DIR *open = opendir(folder);
    assert_non_null(open);
    int pairs = 0, failures = 0;
    for (const struct dirent *entry; (entry = readdir(open));) {
        const char *dot = strrchr(entry->d_name, '.');
        if (!dot || source_type_by_ending(entry->d_name) == REPORT_TYPE_COUNT)
            continue;
        struct report report;
        assert_int_equal(read_bytes(&arena, &report, entry->d_name, load(&arena, entry->d_name)), STATUS_OK);
        check_rules(&report);
        struct buf got = BUF_INIT(&arena), name = BUF_INIT(&arena);
        print_report(&got, &report);
        buf_printf(&name, "%.*s.expected", (int)(dot - entry->d_name), entry->d_name);
        if (!slice_equal(buf_slice(&got), load(&arena, name.bytes))) {
            print_error("%s is not what %s says; it is:\n%s", entry->d_name, name.bytes, got.bytes);
            failures++;
        }
        pairs++;
    }
    closedir(open);
    arena_fini(&arena);
    assert_true(pairs >= 8);
    assert_int_equal(failures, 0);
}

static const struct { const char *name, *bytes; enum status status; const char *text; } readings[] = {
    { "a.txt", "   \n\n", STATUS_FORMAT, NULL },
    { "a.txt", "%PDF-1.4 no text", STATUS_FORMAT, NULL },
    { "a.html", "<html><body><script>x()</script></body></html>", STATUS_FORMAT, NULL },
    { "a.html", "<p>un<br>deux<br><br>trois", STATUS_OK, "un\ndeux\n\ntrois" },
    { "a.html", "1<sup>er</sup> mai, not\303\251<sup><a href=#n>2</a></sup>.", STATUS_OK, "1er mai, not\303\251." },
    { "a.html", "<p>co\302\255op\303\251ration\302\240: <i>oui</i>", STATUS_OK, "coop\303\251ration : oui" },
    { "a.html", "<pre>a\n  b\n\n\nc</pre>", STATUS_OK, "a\n  b\nc" },
    { "a.html", "<table><tr><td>un</td><td>deux</td></tr></table>", STATUS_OK, "un\tdeux" },
    { "a.html", "a<template>x</template><p>b", STATUS_OK, "a\n\nb" },
    { "a.txt", "<!DOCTYPE html><p>saved as text", STATUS_OK, "saved as text" },
    { "page.php?id=3", "<html><p>no ending", STATUS_OK, "no ending" },
    { "a.md", "**X** (PS)", STATUS_OK, "X (PS)" },
    { "a.md", "[a]: b", STATUS_OK, "[a]: b" },
    { "a.md", "1. un\n2. deux\n", STATUS_OK, "un\n\ndeux" },
    { "a.md", "", STATUS_FORMAT, NULL },
    { "a.txt", "e\314\201te\314\201", STATUS_OK, "\303\251t\303\251" }
};

static void test_readings(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
        struct report report;
        enum status status = read_bytes(&arena, &report, readings[i].name, slice_of(readings[i].bytes));
        if (status != readings[i].status)
            fail_msg("case %zu: status %d", i, (int)status);
        if (status != STATUS_OK)
            continue;
        check_rules(&report);
        if (strcmp(report.text.bytes, readings[i].text))
            fail_msg("case %zu: \"%s\"", i, report.text.bytes);
    }
    arena_fini(&arena);
}

static const struct { const char *line, *title, *type; uint64_t bytes; } announcements[] = {
    { "Plaquette Barcelone (PDF - 595.3 ko)", "Plaquette Barcelone", "PDF", 609587 },
    { "Guide [pdf, 1,2 Mo]", "Guide", "PDF", 1258291 },
    { "Annual report \342\200\223 PDF \342\200\223 2 MB", "Annual report", "PDF", 2097152 },
    { "Diaporama (Powerpoint - 709.4 ko)", "Diaporama", "Powerpoint", 726425 },
    { "Il a 12 ans et 3 mois (PDF)", NULL, NULL, 0 },
    { "Le fichier p\303\250se 12 ko", NULL, NULL, 0 }
};

static void test_attachments(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    for (size_t i = 0; i < sizeof announcements / sizeof *announcements; i++) {
        struct report report;
        assert_int_equal(read_bytes(&arena, &report, "a.txt", slice_of(announcements[i].line)), STATUS_OK);
        assert_int_equal(report.record.attachments.count, announcements[i].title ? 1 : 0);
        if (!announcements[i].title)
            continue;
        const struct attachment *found = &report.record.attachments.items[0];
        assert_string_equal(found->title, announcements[i].title);
        assert_string_equal(found->type, announcements[i].type);
        assert_int_equal(found->bytes, announcements[i].bytes);
    }
    assert_string_equal(attachment_type(SLICE("/doc/a.PDF?x=1")), "PDF");
    assert_null(attachment_type(SLICE("/doc.pdf/page")));
    arena_fini(&arena);
}

/* Pages that would cost too much, or lose their text, if a bound were missing. */
static void repeat(struct buf *out, const char *piece, size_t times)
{
    for (size_t i = 0; i < times; i++)
        buf_add_string(out, piece);
}

static void test_bounds(void **state)
{
    (void)state;
    static const struct { const char *name, *before, *piece; size_t times; const char *after; } pages[] = {
        { "a.html", "", "<div>", 100000, "coeur<p>fin" },
        { "a.html", "<div><div>", "</span>", 500000, "coeur" },
        { "a.html", "<p ", "a=1 ", 200000, ">coeur" },
        { "a.html", "<p>", "mot ", 1000000, "coeur" },
        { "a.html", "", "<b></b>", 300000, "coeur" },
        { "a.md", "", "> ", 20000, "coeur" },
        { "a.md", "", "- ", 20000, "coeur" },
        { "a.md", "", "[", 50000, "coeur" },
        { "a.txt", "e", "\314\201\314\243", 200000, "coeur" },
        { "a.txt", "", "- a\n", 200000, "coeur" },
        { "a.txt", "", "une ligne de texte\n", 800000, "coeur" } /* read in pieces */
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct arena arena = ARENA_INIT((size_t)1 << 30);
        struct buf bytes = BUF_INIT(&arena);
        struct report report;
        buf_add_string(&bytes, pages[i].before);
        repeat(&bytes, pages[i].piece, pages[i].times);
        buf_add_string(&bytes, pages[i].after);
        assert_int_equal(read_bytes(&arena, &report, pages[i].name, buf_slice(&bytes)), STATUS_OK);
        check_rules(&report);
        assert_non_null(strstr(report.text.bytes, "coeur"));
        arena_fini(&arena);
    }
}

/* Whatever allocation fails, the guard is reached and what libraries held is freed (make asan sees leaks). */
static void test_memory(void **state)
{
    (void)state;
    static const char *const names[] = { "spip.html", "front.md", "wrapped.txt" };
    for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
        struct arena loaded = ARENA_INIT(0);
        struct slice bytes = load(&loaded, names[n]);
        volatile bool done = false;
        for (volatile size_t limit = 1 << 10; !done; limit += 1 << 14) {
            struct arena arena = ARENA_INIT(limit);
            if (!arena_guard(&arena)) {
                struct report *report = arena_new(&arena, struct report);
                done = read_bytes(&arena, report, names[n], bytes) == STATUS_OK;
            }
            arena_fini(&arena);
            assert_true(limit < (1 << 26));
        }
        arena_fini(&loaded);
    }
}

static void test_walk(void **state)
{
    (void)state;
    char root[] = "/tmp/tribune-test-XXXXXX", path[256];
    assert_non_null(mkdtemp(root));
    static const struct { const char *name, *bytes; } files[] = {
        { "a.html", "<p>a" }, { "b.txt", "b" }, { "c.png", "c" }, { "d.txt", "" }, { "page12", "<html><p>e" },
        { ".x.md", "f" }
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        snprintf(path, sizeof path, "%s/%s", root, files[i].name);
        FILE *out = fopen(path, "w");
        assert_non_null(out);
        fputs(files[i].bytes, out);
        fclose(out);
    }
    char dead[256], loop[256], absent[256];
    snprintf(dead, sizeof dead, "%s/dead.md", root);
    snprintf(loop, sizeof loop, "%s/loop", root);
    snprintf(absent, sizeof absent, "%s/absent.txt", root);
    assert_int_equal(symlink("nowhere.md", dead), 0);
    assert_int_equal(symlink(root, loop), 0);
    struct arena arena = ARENA_INIT(0);
    struct source_list list = { 0 };
    const char *paths[] = { root, absent, root };
    source_walk(&arena, paths, 3, &list);
    assert_int_equal(list.files.count, 3);
    assert_non_null(strstr(list.files.items[0].file, "/a.html"));
    assert_non_null(strstr(list.files.items[1].file, "/b.txt"));
    assert_non_null(strstr(list.files.items[2].file, "/page12"));
    assert_int_equal(strlen(list.files.items[0].id), 16);
    assert_int_equal(list.refusals.count, 3);
    assert_string_equal(list.refusals.items[0].reason, "empty file");
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        snprintf(path, sizeof path, "%s/%s", root, files[i].name);
        unlink(path);
    }
    struct error error = ERROR_NONE;
    struct slice bytes;
    assert_int_equal(source_read(&arena, &list.files.items[0], &bytes, &error), STATUS_IO); /* it has vanished */
    unlink(dead);
    unlink(loop);
    rmdir(root);
    arena_fini(&arena);
}

/* A plain text's title: its first line that says more than a day or a page's furniture. */
static void test_text_titles(void **state)
{
    (void)state;
    static const struct { const char *text, *title; } rows[] = {
        { "Le lac\n\nTexte.", "Le lac" },
        { "Mardi 17 octobre 2006 à 00:00\n\nLe lac en débat\n\nTexte.", "Le lac en débat" },
        { "4\n\nPasser au contenu\n\nLe lac\n\nTexte.", "Le lac" },
        { "CONSEIL COMMUNAUTAIRE DU\n25 JANVIER 2023\nTexte.", "CONSEIL COMMUNAUTAIRE DU 25 JANVIER 2023" },
        { "Mars 2016, le lac\n\nTexte.", "Mars 2016, le lac" },
        { "Programme\n\nJournée du lac\n\nTexte.", "Programme – Journée du lac" },
        { "3 mai 2016", "3 mai 2016" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena = ARENA_INIT(8 << 20);
        struct report report;
        assert_int_equal(read_bytes(&arena, &report, "lac.txt", slice_of(rows[i].text)), STATUS_OK);
        assert_string_equal(report.record.title, rows[i].title);
        arena_fini(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_golden), cmocka_unit_test(test_readings), cmocka_unit_test(test_attachments),
        cmocka_unit_test(test_bounds), cmocka_unit_test(test_memory), cmocka_unit_test(test_walk),
        cmocka_unit_test(test_text_titles)
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
