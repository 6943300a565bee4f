/* The table of place names in a database: what is found by a name, when it is written, what a damaged one gives. */
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "db_write.h"
#include "gazetteer.h"
#include "index.h"
#include "place_key.h"
#include "place_table.h"

struct fixture {
    char path[64];
    struct gazetteer *gazetteer;
    struct arena arena;
};

static int remove_entry(const char *path, const struct stat *info, int kind, struct FTW *walk)
{
    (void)info, (void)kind, (void)walk;
    return remove(path);
}

static void index_nothing(const struct fixture *f)
{
    struct error error = ERROR_NONE;
    struct indexer_options options = { .path = f->path, .gazetteer = f->gazetteer };
    struct indexer *indexer = NULL;
    assert_int_equal(indexer_open(&indexer, &options, &error), STATUS_OK);
    assert_int_equal(indexer_commit(indexer, &error), STATUS_OK);
    assert_int_equal(indexer_close(indexer, &error), STATUS_OK);
}

static int set_up(void **state)
{
    static struct fixture fixture;
    struct error error = ERROR_NONE;
    fixture = (struct fixture){ .path = "/tmp/tribune-places-XXXXXX", .arena = ARENA_INIT(0) };
    *state = &fixture;
    return mkdtemp(fixture.path) && gazetteer_open(&fixture.gazetteer, &error) == STATUS_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    gazetteer_close(f->gazetteer);
    arena_fini(&f->arena);
    return nftw(f->path, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

static struct database *open_database(const struct fixture *f)
{
    struct error error = ERROR_NONE;
    struct database *database = NULL;
    const char *const paths[] = { f->path };
    assert_int_equal(database_open(&database, paths, 1, &error), STATUS_OK);
    return database;
}

static void test_find(void **state)
{
    static const struct { const char *name, *id, *within; } rows[] = {
        { "Pessac", "33318", "Gironde" },           { "pessac", "33318", "Gironde" },
        { "St-Étienne", "42218", "Loire" },         { "Londres", "G2643743", "Angleterre" },
        { "London", "G2643743", "Angleterre" },     { "Nouvelle Aquitaine", "R75", "France" },
        { "Germany", "DE", "Europe" },              { "Allemagne", "DE", "Europe" },
        { "Xyzzyville", NULL, NULL },               { "?", NULL, NULL },
    };
    struct fixture *f = *state;
    struct error error = ERROR_NONE;
    index_nothing(f);
    struct database *database = open_database(f);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        place_entries entries;
        assert_int_equal(place_table_find(database, slice_of(rows[i].name), &f->arena, &entries, &error), STATUS_OK);
        if (!rows[i].id) {
            assert_int_equal(entries.count, 0);
            continue;
        }
        if (!entries.count)
            fail_msg("no %s", rows[i].name);
        assert_string_equal(entries.items[0].id, rows[i].id);
        assert_string_equal(entries.items[0].within, rows[i].within);
    }
    place_entries entries;
    assert_int_equal(place_table_find(database, SLICE("Pessac"), &f->arena, &entries, &error), STATUS_OK);
    assert_true(entries.items[0].located);
    assert_true(entries.items[0].latitude > 44.7 && entries.items[0].latitude < 44.9);
    assert_true(entries.items[0].longitude > -0.7 && entries.items[0].longitude < -0.5);
    assert_int_equal(place_table_find(database, SLICE("Saint-Denis"), &f->arena, &entries, &error), STATUS_OK);
    assert_true(entries.count > 2);
    assert_string_equal(entries.items[0].within, "Seine-Saint-Denis"); /* the most populous first */
    database_close(database);
}

/* Once for a gazetteer: a run that finds it there commits nothing. */
static void test_written_once(void **state)
{
    struct fixture *f = *state;
    index_nothing(f);
    struct database *database = open_database(f);
    uint64_t revision = database_revision(database);
    database_close(database);
    index_nothing(f);
    database = open_database(f);
    assert_true(database_revision(database) == revision);
    database_close(database);
}

static void put_part(const struct fixture *f, struct slice name, const char *value, size_t length)
{
    struct error error = ERROR_NONE;
    struct db_writer *writer = NULL;
    char key[PLACE_TABLE_KEY_BYTES], folded[PLACE_KEY_MAX], path[128];
    place_table_meta_key(place_table_part((struct slice){ folded, place_key(name, folded, sizeof folded) }), key);
    snprintf(path, sizeof path, "%s/%s", f->path, DATABASE_REPORTS);
    assert_int_equal(db_writer_open(&writer, path, DB_WRITE_OPEN, &error), STATUS_OK);
    assert_int_equal(db_writer_begin(writer, &error), STATUS_OK);
    assert_int_equal(db_writer_metadata(writer, key, (struct slice){ value, length }, &error), STATUS_OK);
    assert_int_equal(db_writer_commit(writer, &error), STATUS_OK);
    assert_int_equal(db_writer_close(writer, &error), STATUS_OK);
}

static void test_damage(void **state)
{
    static const struct { const char *value; enum status status; } rows[] = {
        { "", STATUS_OK }, { "0\n", STATUS_OK }, { "nonsense", STATUS_OK }, { "9\nnonsense", STATUS_DAMAGED },
        { "99999999999999999999\nx", STATUS_DAMAGED }, { "1048577\nx", STATUS_DAMAGED }, { "5", STATUS_DAMAGED },
    };
    struct fixture *f = *state;
    index_nothing(f);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct error error = ERROR_NONE;
        place_entries entries;
        put_part(f, SLICE("Pessac"), rows[i].value, strlen(rows[i].value));
        struct database *database = open_database(f);
        assert_int_equal(place_table_find(database, SLICE("Pessac"), &f->arena, &entries, &error), rows[i].status);
        assert_int_equal(entries.count, 0);
        database_close(database);
    }
}

/* Lines that are cut short give what they have. */
static void test_short_lines(void **state)
{
    struct fixture *f = *state;
    struct error error = ERROR_NONE;
    struct slice packed;
    place_entries entries;
    index_nothing(f);
    assert_int_equal(place_table_pack(&f->arena, SLICE("Pessac"), &packed, &error), STATUS_OK);
    put_part(f, SLICE("Pessac"), packed.bytes, packed.length);
    struct database *database = open_database(f);
    assert_int_equal(place_table_find(database, SLICE("Pessac"), &f->arena, &entries, &error), STATUS_OK);
    assert_int_equal(entries.count, 1);
    assert_string_equal(entries.items[0].id, "");
    assert_false(entries.items[0].located);
    database_close(database);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_find, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_written_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_damage, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_short_lines, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
