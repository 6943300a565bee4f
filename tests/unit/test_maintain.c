/* Looking after a database: faults are found, compaction changes nothing; lists of names; drafts of documents. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "buf.h"
#include "database.h"
#include "db_write.h"
#include "fields.h"
#include "file_list.h"
#include "folder_fixture.h"
#include "index.h"
#include "maintain.h"

#define ok(call) assert_int_equal((call), STATUS_OK)

/* ---- databases ---- */

/* Three reports of two passages each. */
static void make_database(const char *path)
{
    struct error error = ERROR_NONE;
    struct arena arena = ARENA_INIT(0);
    struct indexer_options options = { .path = path };
    struct indexer *indexer = NULL;
    ok(indexer_open(&indexer, &options, &error));
    for (int i = 1; i <= 3; i++) {
        const char *id = arena_printf(&arena, "%016x", i);
        struct source_file file = { .file = "f", .path = "/p", .id = id, .size = 10, .content = (uint64_t)i };
        struct record record = { .id = id, .file = "f", .path = "/p", .type = REPORT_TEXT, .language = LANGUAGE_FR,
                                 .event = INTERVAL_NONE, .published = INTERVAL_NONE, .event_place = -1,
                                 .text = SLICE("premier passage\n\nsecond passage") };
        *vec_push(&arena, &record.passages) = (struct passage){ .number = 1, .start = 0, .end = 15, .person = -1 };
        *vec_push(&arena, &record.passages) = (struct passage){ .number = 2, .start = 17, .end = 31, .person = -1 };
        ok(indexer_add(indexer, &record, &file, &error));
    }
    ok(indexer_commit(indexer, &error));
    ok(indexer_close(indexer, &error));
    arena_fini(&arena);
}

static struct db_writer *open_passages(const char *path)
{
    char half[128];
    struct error error = ERROR_NONE;
    struct db_writer *writer = NULL;
    snprintf(half, sizeof half, "%s/%s", path, DATABASE_PASSAGES);
    ok(db_writer_open(&writer, half, DB_WRITE_OPEN, &error));
    return writer;
}

/* What maintain_check() says of the database. */
static bool check(const char *path, char *said, size_t room)
{
    struct error error = ERROR_NONE;
    bool sound = false;
    FILE *out = tmpfile();
    assert_non_null(out);
    ok(maintain_check(path, false, out, &sound, &error));
    rewind(out);
    said[fread(said, 1, room - 1, out)] = '\0';
    fclose(out);
    return sound;
}

static void test_check(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = ERROR_NONE;
    char said[1000];
    make_database(fixture->path);
    assert_true(check(fixture->path, said, sizeof said));
    assert_non_null(strstr(said, ": 3 reports, 6 passages, 0 of no report"));

    struct db_writer *writer = open_passages(fixture->path);
    struct db_draft *draft = NULL;
    char number[DB_SORTABLE_BYTES], key[PASSAGE_KEY_BYTES];
    size_t length = db_sortable(1, number);
    ok(db_draft_new(&draft, &error));
    ok(db_draft_value(draft, SLOT_REPORT, (struct slice){ key, passage_key(key, SLICE("no such report"), 1) },
                      &error));
    ok(db_draft_value(draft, SLOT_SERIAL, (struct slice){ number, length }, &error));
    ok(db_writer_add(writer, draft, NULL, &error));
    db_draft_free(draft);
    ok(db_writer_close(writer, &error));
    assert_true(check(fixture->path, said, sizeof said)); /* nobody sees it: no fault */
    assert_non_null(strstr(said, ": 3 reports, 7 passages, 1 of no report"));

    writer = open_passages(fixture->path);
    ok(db_writer_delete(writer, 4, &error)); /* the second report's second */
    ok(db_writer_close(writer, &error));
    assert_false(check(fixture->path, said, sizeof said));
    assert_non_null(strstr(said, "report 2: passages are missing"));
}

static uint32_t occurrences(const char *path, const char *term)
{
    struct error error = ERROR_NONE;
    struct database *database = NULL;
    uint32_t count = 0;
    ok(database_open(&database, &path, 1, &error));
    ok(db_term_frequency(database_passages(database), slice_of(term), &count, NULL, &error));
    database_close(database);
    return count;
}

static void test_compact(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = ERROR_NONE;
    char said[1000];
    make_database(fixture->path);
    ok(maintain_compact(fixture->path, false, NULL, &error));
    ok(maintain_compact(fixture->path, false, NULL, &error));
    assert_true(check(fixture->path, said, sizeof said));
    assert_int_equal(occurrences(fixture->path, "premier"), 3);
    assert_int_equal(maintain_compact(fixture->folder, false, NULL, &error), STATUS_FORMAT);
    assert_int_equal(maintain_compact("/no/such/folder", false, NULL, &error), STATUS_NOT_FOUND);
}

/* ---- lists of names ---- */

static void test_file_list(void **state)
{
    const struct fixture *fixture = *state;
    static const struct {
        const char *bytes;
        size_t length;
        size_t count;
        const char *names[3];
    } rows[] = {
        { "", 0, 0, { NULL } },
        { "a.md\nb c.md\n", 12, 2, { "a.md", "b c.md" } },
        { "a.md\n\nlast", 10, 2, { "a.md", "last" } },
        { "a\nb\0c\0\0", 7, 2, { "a\nb", "c" } },
        { "\xFF.md\0", 5, 1, { "\xFF.md" } },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena = ARENA_INIT(0);
        struct error error = ERROR_NONE;
        string_list names = { 0 };
        FILE *file = fopen(fixture->path, "wb");
        assert_non_null(file);
        assert_int_equal(fwrite(rows[i].bytes, 1, rows[i].length, file), rows[i].length);
        fclose(file);
        ok(file_list_read(&arena, fixture->path, &names, &error));
        assert_int_equal(names.count, rows[i].count);
        for (size_t j = 0; j < names.count; j++)
            assert_string_equal(names.items[j], rows[i].names[j]);
        arena_fini(&arena);
    }
}

/* ---- drafts ---- */

/* Terms that begin alike, the same one in several ways, and the order they are given in: what counts is the document. */
static void test_draft(void **state)
{
    const struct fixture *fixture = *state;
    static const char *const terms[] = { "longcommonbeginning2", "longcommonbeginning1", "longcomm", "a",
                                         "longcommonbeginning1", "longcommonbeginning", "\xC3\xA9", "a" };
    static const struct {
        const char *term;
        uint32_t occurrences;
    } expected[] = { { "a", 2 }, { "longcomm", 1 }, { "longcommonbeginning", 1 }, { "longcommonbeginning1", 2 },
                     { "longcommonbeginning2", 1 }, { "tag", 0 }, { "\xC3\xA9", 1 } };
    struct error error = ERROR_NONE;
    struct db_writer *writer = NULL;
    struct db_draft *draft = NULL;
    struct db_document *document = NULL;
    struct db_terms *list = NULL;
    struct slice term, value;
    uint32_t frequency, id;
    ok(db_writer_open(&writer, fixture->path, DB_WRITE_CREATE, &error));
    ok(db_draft_new(&draft, &error));
    ok(db_draft_posting(draft, SLICE("gone"), 1, &error));
    ok(db_draft_clear(draft, &error));
    for (uint32_t i = 0; i < sizeof terms / sizeof *terms; i++)
        ok(db_draft_posting(draft, slice_of(terms[i]), 100 - i, &error));
    ok(db_draft_boolean(draft, SLICE("tag"), &error));
    ok(db_draft_boolean(draft, SLICE("a"), &error)); /* a word already: its occurrences stay */
    ok(db_draft_value(draft, 3, SLICE("value"), &error));
    assert_int_not_equal(db_draft_posting(draft, SLICE(""), 1, &error), STATUS_OK);
    ok(db_writer_add(writer, draft, &id, &error));
    db_draft_free(draft);
    ok(db_document_get(db_writer_db(writer), id, &document, &error));
    ok(db_document_terms(document, SLICE(""), &list, &error));
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        ok(db_terms_next(list, &term, &frequency, &error));
        assert_true(slice_is(term, expected[i].term));
        assert_int_equal(frequency, expected[i].occurrences);
    }
    ok(db_terms_next(list, &term, &frequency, &error));
    assert_int_equal(term.length, 0);
    ok(db_document_value(document, 3, &value, &error));
    assert_true(slice_is(value, "value"));
    db_terms_close(list);
    db_document_free(document);
    ok(db_writer_close(writer, &error));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_check, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_compact, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_file_list, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_draft, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
