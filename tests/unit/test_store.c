/* A database folder written and read back: reports and passages, the dictionary, stamps, locks, kills. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "database.h"
#include "dictionary.h"
#include "fields.h"
#include "folder_fixture.h"
#include "index.h"
#include "record_codec.h"

#define ok(call) assert_int_equal((call), STATUS_OK)

/* ---- reports ---- */

static struct source_file file_of(struct arena *arena, int number, int version)
{
    return (struct source_file){ .file = arena_printf(arena, "r%d.md", number),
                                 .path = arena_printf(arena, "/reports/r%d.md", number),
                                 .id = arena_printf(arena, "%016x", number),
                                 .size = 100,
                                 .inode = 5000u + (unsigned)number,
                                 .modified = version,
                                 .content = (uint64_t)(number * 1000 + version) };
}

/* Report NUMBER has NUMBER + 1 passages; its words tell its version. PARTLY: the later a passage, the fewer versions
 * change it, and some versions have passages before all others. */
static struct record *record_with(struct arena *arena, int number, int version, bool partly)
{
    int before = partly ? version % 3 : 0;
    struct record *record = arena_new(arena, struct record);
    struct buf text = BUF_INIT(arena);
    *record = (struct record){ .id = arena_printf(arena, "%016x", number), .file = "f", .path = "p",
                               .type = REPORT_MARKDOWN, .title = "Les coopératives à Caen", .language = LANGUAGE_FR,
                               .event = { day_of(2016, 11, 4), day_of(2016, 11, 4) }, .event_place = 0,
                               .published = INTERVAL_NONE, .author = "Léa Vasseur" };
    struct person person = { .speaker = true, .name = "Élodie Marchal-Roux", .key = "elodie marchal roux",
                             .role = "maire adjointe", .organisation = "Ville de Caen", .rule = "r" };
    *vec_push(arena, &record->persons) = person;
    struct place place = { .name = "Caen", .id = "14118", .kind = PLACE_COMMUNE, .located = true, .latitude = 49.18,
                           .longitude = -0.37 };
    *vec_push(arena, &place.within) = (struct place_level){ "14", "Calvados", PLACE_DEPARTEMENT };
    *vec_push(arena, &place.within) = (struct place_level){ "FR", "France", PLACE_COUNTRY };
    *vec_push(arena, &place.at) = (struct span){ 1, 5 };
    *vec_push(arena, &record->places) = place;
    *vec_push(arena, &record->dates) =
        (struct date){ .interval = { day_of(2017, 2, 16), day_of(2017, 2, 16) }, .form = "f", .at = { 2, 3 } };
    for (int i = 0; i <= number + before; i++) {
        uint32_t start = (uint32_t)text.length;
        int own = i - before, changed = partly && own >= 0 ? version / (own + 1) : version;
        buf_printf(&text, "La démocratie coopérative version%d passage%d\n\n", changed, own < 0 ? 900 - own : own);
        *vec_push(arena, &record->passages) = (struct passage){
            .number = (uint32_t)i + 1, .start = start, .end = (uint32_t)text.length - 2, .person = i == 0 ? 0 : -1,
            .role = i == 0 ? "maire adjointe" : NULL, .heading = "Débat" };
    }
    record->text = buf_slice(&text);
    return record;
}

static struct record *record_of(struct arena *arena, int number, int version)
{
    return record_with(arena, number, version, false);
}

static struct indexer *open_indexer(const char *path)
{
    struct error error = ERROR_NONE;
    struct indexer_options options = { .path = path, .stages = { 1, 2, 0, 4, 5 } };
    struct indexer *indexer = NULL;
    if (indexer_open(&indexer, &options, &error) != STATUS_OK)
        print_error("%s\n", error.message);
    assert_non_null(indexer);
    return indexer;
}

static void add(struct indexer *indexer, int number, int version)
{
    struct arena arena = ARENA_INIT(0);
    struct error error = ERROR_NONE;
    struct source_file file = file_of(&arena, number, version);
    ok(indexer_add(indexer, record_of(&arena, number, version), &file, &error));
    arena_fini(&arena);
}

static void add_partly(struct indexer *indexer, int number, int version)
{
    struct arena arena = ARENA_INIT(0);
    struct error error = ERROR_NONE;
    struct source_file file = file_of(&arena, number, version);
    ok(indexer_add(indexer, record_with(&arena, number, version, true), &file, &error));
    arena_fini(&arena);
}

static void commit_and_close(struct indexer *indexer)
{
    struct error error = ERROR_NONE;
    ok(indexer_commit(indexer, &error));
    ok(indexer_close(indexer, &error));
}

static struct database *open_database(const char *path)
{
    struct error error = ERROR_NONE;
    struct database *database = NULL;
    if (database_open(&database, &path, 1, &error) != STATUS_OK)
        print_error("%s\n", error.message);
    assert_non_null(database);
    return database;
}

static uint32_t frequency(const struct db *db, const char *term)
{
    struct error error = ERROR_NONE;
    uint32_t count;
    ok(db_term_frequency(db, slice_of(term), &count, NULL, &error));
    return count;
}

/* Has the document the words of its passage? Each of them is of one version and has one place. */
static void verify_words(const struct database *database, uint32_t document, struct slice text)
{
    struct error error = ERROR_NONE;
    char words[200], *rest = words;
    assert_true(text.length < sizeof words);
    memcpy(words, text.bytes, text.length);
    words[text.length] = '\0';
    for (char *word; (word = strtok_r(rest, " ", &rest));) {
        struct db_postings *postings;
        uint32_t found = 0;
        if (strncmp(word, "version", 7) != 0 && strncmp(word, "passage", 7) != 0)
            continue;
        ok(db_postings_open(database_passages(database), slice_of(word), &postings, &error));
        do
            ok(db_postings_next(postings, &found, &error));
        while (found && found < document);
        db_postings_close(postings);
        assert_int_equal(found, document);
    }
}

/* Every report has exactly its passages, and they its words; passages of no report may be there only when ORPHANS. */
static void verify(const struct database *database, bool orphans)
{
    struct error error = ERROR_NONE;
    struct db_postings *reports;
    uint32_t id, owned = 0;
    ok(db_postings_open(database_reports(database), SLICE(TERM_LEVEL), &reports, &error));
    for (;;) {
        struct arena arena = ARENA_INIT(0);
        struct slice encoded, text;
        struct record *record;
        uint64_t generation;
        struct db_postings *passages;
        uint32_t passage, own = 0;
        ok(db_postings_next(reports, &id, &error));
        if (id == 0)
            break;
        ok(database_report(database, id, &arena, &encoded, &generation, &error));
        ok(record_decode(&arena, encoded, &record, &error));
        ok(record_decode_text(&arena, encoded, &text, &error));
        bool *seen = arena_zero(&arena, record->passages.count + 1);
        const char *term = arena_printf(&arena, "%s%s", TERM_REPORT, record->id);
        ok(db_postings_open(database_passages(database), slice_of(term), &passages, &error));
        for (;;) {
            struct db_document *document;
            struct passage_ref ref;
            ok(db_postings_next(passages, &passage, &error));
            if (passage == 0)
                break;
            ok(db_document_get(database_passages(database), passage, &document, &error));
            ok(passage_ref_read(document, &ref, &error));
            db_document_free(document);
            assert_string_equal(ref.report, record->id);
            const struct passage *of = ref.generation == generation ? record_passage(record, ref.serial) : NULL;
            if (!of)
                continue;
            assert_false(seen[of->number]);
            seen[of->number] = true;
            verify_words(database, passage, (struct slice){ text.bytes + of->start, of->end - of->start });
            own++;
        }
        db_postings_close(passages);
        assert_int_equal(own, record->passages.count);
        owned += own;
        arena_fini(&arena);
    }
    db_postings_close(reports);
    if (!orphans)
        assert_int_equal(owned, database_passage_count(database));
}

/* ---- tests ---- */

static void test_write_and_read(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = ERROR_NONE;
    struct arena arena = ARENA_INIT(0);
    struct indexer *indexer = open_indexer(fixture->path);
    add(indexer, 0, 1);
    add(indexer, 3, 1);
    commit_and_close(indexer);
    struct database *database = open_database(fixture->path);
    const struct db *reports = database_reports(database), *passages = database_passages(database);
    assert_int_equal(database_report_count(database), 2);
    assert_int_equal(database_passage_count(database), 5);
    verify(database, false);
    static const struct {
        const char *term;
        uint32_t reports, passages;
    } terms[] = {
        { "democratie", 2, 5 }, { "Adémocratie", 2, 0 }, { "Scooperatives", 2, 5 }, { "debat", 0, 5 },
        { "Lfr", 2, 5 },
        { "Tmarkdown", 2, 5 }, { "XSelodie marchal roux", 2, 2 }, { "XP14118", 2, 2 }, { "XPFR", 2, 2 },
        { "XEFR", 2, 5 }, { "D2016", 2, 5 }, { "D2016-11-04", 2, 5 }, { "XD2017-02", 2, 2 }, { "XAvasseur", 2, 5 },
        { "XOville de caen", 2, 2 }, { "XRmaire", 2, 2 }, { "XHspeaker", 2, 2 }, { "Q0000000000000003", 1, 4 },
    };
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        assert_int_equal(frequency(reports, terms[i].term), terms[i].reports);
        assert_int_equal(frequency(passages, terms[i].term), terms[i].passages);
    }
    enum language languages[LANGUAGE_COUNT];
    assert_int_equal(database_languages(database, languages), 1);
    assert_int_equal(languages[0], LANGUAGE_FR);
    uint32_t document;
    ok(database_find_report(database, SLICE("0000000000000003"), &document, &error));
    assert_int_equal(database_find_report(database, SLICE("nothing"), &document, &error), STATUS_NOT_FOUND);
    database_close(database);
    arena_fini(&arena);
}

static bool listed(const slice_list *list, const char *wanted)
{
    for (size_t i = 0; i < list->count; i++)
        if (slice_is(list->items[i], wanted))
            return true;
    return false;
}

static void test_dictionary(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = ERROR_NONE;
    struct arena arena = ARENA_INIT(0);
    struct indexer *indexer = open_indexer(fixture->path);
    add(indexer, 1, 1);
    ok(indexer_commit(indexer, &error));
    add(indexer, 2, 2); /* its new word goes into a second document of the dictionary */
    commit_and_close(indexer);
    struct database *database = open_database(fixture->path);
    const struct db *reports = database_reports(database);
    slice_list list;
    ok(dictionary_forms(reports, LANGUAGE_FR, SLICE("cooper"), 10, &arena, &list, &error));
    assert_true(listed(&list, "cooperative") && listed(&list, "cooperatives"));
    ok(dictionary_forms(reports, LANGUAGE_EN, SLICE("cooper"), 10, &arena, &list, &error));
    assert_int_equal(list.count, 0);
    ok(dictionary_names(reports, TERM_NAME, SLICE("roux"), false, 10, &arena, &list, &error));
    assert_true(list.count == 1 && listed(&list, "elodie marchal roux"));
    ok(dictionary_names(reports, TERM_NAME, SLICE("ro"), true, 10, &arena, &list, &error));
    assert_true(list.count == 1 && listed(&list, "elodie marchal roux"));
    ok(dictionary_names(reports, TERM_NAME, SLICE("ro"), false, 10, &arena, &list, &error));
    assert_int_equal(list.count, 0);
    ok(dictionary_names(reports, TERM_ORGANISATION, SLICE("caen"), false, 10, &arena, &list, &error));
    assert_true(listed(&list, "ville de caen"));
    struct slice shown;
    ok(dictionary_shown(reports, TERM_NAME_SHOWN, SLICE("elodie marchal roux"), &arena, &shown, &error));
    assert_true(slice_is(shown, "Élodie Marchal-Roux"));
    ok(dictionary_shown(reports, TERM_NAME_SHOWN, SLICE("nobody"), &arena, &shown, &error));
    assert_true(slice_is(shown, "nobody"));
    ok(dictionary_place_ids(reports, SLICE("caen"), false, 10, &arena, &list, &error));
    assert_true(list.count == 1 && listed(&list, "14118"));
    ok(dictionary_place_ids(reports, SLICE("cal"), true, 10, &arena, &list, &error));
    assert_true(list.count == 1 && listed(&list, "14"));
    struct dictionary_place place;
    ok(dictionary_place(reports, SLICE("14118"), &arena, &place, &error));
    assert_string_equal(place.name, "Caen");
    assert_int_equal(place.kind, PLACE_COMMUNE);
    assert_true(place.located && place.latitude == 49.18 && place.longitude == -0.37);
    assert_int_equal(place.within.count, 2);
    assert_string_equal(place.within.items[1], "FR");
    ok(dictionary_place(reports, SLICE("14"), &arena, &place, &error));
    assert_true(!place.located && place.within.count == 1);
    assert_int_equal(dictionary_place(reports, SLICE("99999"), &arena, &place, &error), STATUS_NOT_FOUND);
    dictionary_places places = { 0 };
    ok(dictionary_all_places(reports, 100, &arena, &places, &error));
    assert_int_equal(places.count, 3);
    database_close(database);
    arena_fini(&arena);
}

static void test_replace_and_remove(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = ERROR_NONE;
    struct indexer *indexer = open_indexer(fixture->path);
    for (int i = 0; i < 5; i++)
        add(indexer, i, 1);
    ok(indexer_commit(indexer, &error));
    struct database *before = open_database(fixture->path);
    add(indexer, 4, 2);
    add(indexer, 4, 3); /* twice between two commits */
    ok(indexer_remove(indexer, "0000000000000001", &error));
    ok(indexer_remove(indexer, "an id that is not there", &error));
    verify(before, false); /* nothing is seen before the commit */
    commit_and_close(indexer);
    bool changed;
    uint64_t revision = database_revision(before);
    ok(database_reopen(before, &changed, &error));
    assert_true(changed);
    assert_true(revision != database_revision(before));
    verify(before, false);
    assert_int_equal(database_report_count(before), 4);
    assert_int_equal(frequency(database_passages(before), "version3"), 5);
    assert_int_equal(frequency(database_passages(before), "version2"), 0);
    assert_int_equal(frequency(database_reports(before), "version2"), 0);
    database_close(before);
}

static uint64_t written(const struct indexer *indexer)
{
    struct indexer_counts counts;
    indexer_counts(indexer, &counts);
    return counts.passages;
}

/* Passages that a new version of their report has too are not written again, wherever they stand in it. */
static void test_kept_passages(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = ERROR_NONE;
    struct indexer *indexer = open_indexer(fixture->path);
    add_partly(indexer, 5, 6);  /* versions 6 3 2 1 1 1 */
    commit_and_close(indexer);
    struct database *database = open_database(fixture->path);
    verify(database, false);
    indexer = open_indexer(fixture->path);
    add_partly(indexer, 5, 7);  /* one before them; versions 7 3 2 1 1 1 */
    assert_int_equal(written(indexer), 2);
    verify(database, false);
    ok(indexer_commit(indexer, &error));
    ok(database_reopen(database, NULL, &error));
    verify(database, false);
    assert_int_equal(database_passage_count(database), 7);
    add_partly(indexer, 5, 9);  /* none before; versions 9 4 3 2 1 1 */
    add_partly(indexer, 5, 10); /* in the same commit; one before, 10 5 3 2 2 1 */
    assert_int_equal(written(indexer), 2 + 4 + 4);
    commit_and_close(indexer);
    ok(database_reopen(database, NULL, &error));
    verify(database, false);
    assert_int_equal(database_passage_count(database), 7);
    /* by other stages nothing is taken for the same */
    struct indexer_options later = { .path = fixture->path, .stages = { 1, 3, 0, 4, 5 } };
    ok(indexer_open(&indexer, &later, &error));
    add_partly(indexer, 5, 10);
    assert_int_equal(written(indexer), 7);
    ok(indexer_remove(indexer, "0000000000000005", &error));
    add_partly(indexer, 5, 10);
    commit_and_close(indexer);
    ok(database_reopen(database, NULL, &error));
    verify(database, false);
    assert_int_equal(database_passage_count(database), 7);
    database_close(database);
}

static void test_stamps(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = ERROR_NONE;
    struct arena arena = ARENA_INIT(0);
    struct source_file file = file_of(&arena, 2, 7), other = file_of(&arena, 3, 7);
    struct indexer *indexer = open_indexer(fixture->path);
    assert_int_equal(indexer_state(indexer, &file), FILE_NEW);
    add(indexer, 2, 7);
    assert_int_equal(indexer_state(indexer, &file), FILE_CURRENT);
    commit_and_close(indexer);

    indexer = open_indexer(fixture->path);
    assert_int_equal(indexer_state(indexer, &file), FILE_CURRENT);
    assert_int_equal(indexer_state(indexer, &other), FILE_NEW);
    file.modified++;
    assert_int_equal(indexer_state(indexer, &file), FILE_TOUCHED);
    assert_true(indexer_same_content(indexer, &file));
    file.content++;
    assert_false(indexer_same_content(indexer, &file));
    file.content--;
    ok(indexer_touch(indexer, &file, &error));
    assert_int_equal(indexer_touch(indexer, &other, &error), STATUS_NOT_FOUND);
    commit_and_close(indexer);

    struct indexer_options later = { .path = fixture->path, .stages = { 1, 2, 0, 4, 6 } };
    indexer = open_indexer(fixture->path);
    assert_int_equal(indexer_state(indexer, &file), FILE_CURRENT);
    stored_files files = { 0 };
    ok(indexer_stored(indexer, &arena, &files, &error));
    assert_int_equal(files.count, 1);
    assert_string_equal(files.items[0].path, "/reports/r2.md");
    assert_string_equal(files.items[0].id, file.id);
    ok(indexer_close(indexer, &error));
    ok(indexer_open(&indexer, &later, &error)); /* another gazetteer */
    assert_int_equal(indexer_state(indexer, &file), FILE_STALE);
    assert_false(indexer_same_content(indexer, &file));
    ok(indexer_close(indexer, &error));
    struct database *database = open_database(fixture->path);
    verify(database, false);
    database_close(database);
    arena_fini(&arena);
}

/* As if killed between the commit of the passages and that of the reports. */
static void test_orphans(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = ERROR_NONE;
    struct indexer *indexer = open_indexer(fixture->path);
    add(indexer, 2, 1);
    commit_and_close(indexer);
    struct db_writer *writer;
    struct db_draft *draft;
    char path[128], key[PASSAGE_KEY_BYTES];
    snprintf(path, sizeof path, "%s/passages", fixture->path);
    ok(db_writer_open(&writer, path, DB_WRITE_OPEN, &error));
    ok(db_draft_new(&draft, &error));
    ok(db_draft_boolean(draft, SLICE("Q0000000000000002"), &error));
    ok(db_draft_boolean(draft, SLICE("XG2"), &error));
    ok(db_draft_value(draft, SLOT_REPORT, (struct slice){ key, passage_key(key, SLICE("0000000000000002"), 2) },
                      &error));
    ok(db_writer_begin(writer, &error));
    ok(db_writer_add(writer, draft, NULL, &error));
    ok(db_writer_metadata(writer, META_GENERATION, SLICE("2"), &error));
    ok(db_writer_commit(writer, &error));
    ok(db_writer_close(writer, &error));
    db_draft_free(draft);
    struct database *database = open_database(fixture->path);
    assert_int_equal(database_passage_count(database), 4);
    verify(database, true);
    database_close(database);
    indexer = open_indexer(fixture->path); /* drops it */
    ok(indexer_close(indexer, &error));
    database = open_database(fixture->path);
    assert_int_equal(database_passage_count(database), 3);
    verify(database, false);
    database_close(database);
}

enum { KILLS = 25, KILLED_REPORTS = 30 };

static void write_until_killed(const char *path, unsigned seed)
{
    struct error error = ERROR_NONE;
    struct indexer *indexer = open_indexer(path);
    for (int version = 1;; version++) {
        int number = rand_r(&seed) % KILLED_REPORTS;
        if (rand_r(&seed) % 8 == 0) {
            char id[32];
            snprintf(id, sizeof id, "%016x", (unsigned)number);
            ok(indexer_remove(indexer, id, &error));
        } else {
            add_partly(indexer, number, version);
        }
        if (rand_r(&seed) % 6 == 0)
            ok(indexer_commit(indexer, &error));
    }
}

static void test_kill(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = ERROR_NONE;
    unsigned seed = 42;
    struct indexer *indexer = open_indexer(fixture->path);
    add(indexer, 1, 1);
    commit_and_close(indexer);
    for (int kill_number = 0; kill_number < KILLS; kill_number++) {
        pid_t child = fork();
        if (child == 0) {
            write_until_killed(fixture->path, seed + (unsigned)kill_number);
            _exit(0);
        }
        struct timespec wait = { 0, (long)(rand_r(&seed) % 150) * 1000000 };
        nanosleep(&wait, NULL);
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        struct database *database = open_database(fixture->path);
        verify(database, true);
        database_close(database);
        indexer = open_indexer(fixture->path);
        ok(indexer_close(indexer, &error));
        database = open_database(fixture->path);
        verify(database, false);
        database_close(database);
    }
}

/* Reports that a reader sees always have their passages, while another process writes. */
static void test_reading_while_writing(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = ERROR_NONE;
    struct indexer *indexer = open_indexer(fixture->path);
    add(indexer, 1, 1);
    commit_and_close(indexer);
    pid_t child = fork();
    if (child == 0) {
        write_until_killed(fixture->path, 7);
        _exit(0);
    }
    for (int round = 0; round < 40; round++) {
        struct database *database = NULL;
        const char *path = fixture->path;
        enum status status = database_open(&database, &path, 1, &error);
        for (uint32_t number = 0; number < KILLED_REPORTS && status == STATUS_OK; number++) {
            struct arena arena = ARENA_INIT(0);
            struct slice encoded;
            struct record *record;
            uint64_t generation;
            uint32_t document;
            const char *id = arena_printf(&arena, "%016x", number);
            status = database_find_report(database, slice_of(id), &document, &error);
            if (status == STATUS_OK)
                status = database_report(database, document, &arena, &encoded, &generation, &error);
            if (status == STATUS_OK) {
                ok(record_decode(&arena, encoded, &record, &error));
                assert_string_equal(record->id, id);
            }
            if (status == STATUS_NOT_FOUND)
                status = STATUS_OK;
            arena_fini(&arena);
        }
        assert_true(status == STATUS_OK || status == STATUS_MODIFIED);
        database_close(database);
    }
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
}

static void test_lock(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = ERROR_NONE;
    struct indexer_options options = { .path = fixture->path };
    struct indexer *indexer = NULL;
    int ready[2];
    char byte, wanted[32];
    assert_int_equal(pipe(ready), 0);
    pid_t child = fork();
    if (child == 0) {
        indexer = open_indexer(fixture->path);
        if (write(ready[1], "x", 1) == 1)
            usleep(300000);
        _exit(0);
    }
    assert_int_equal(read(ready[0], &byte, 1), 1);
    assert_int_equal(indexer_open(&indexer, &options, &error), STATUS_LOCKED);
    snprintf(wanted, sizeof wanted, "process %ld", (long)child);
    assert_non_null(strstr(error.message, wanted));
    assert_non_null(strstr(error.message, fixture->path));
    options.wait = true;
    ok(indexer_open(&indexer, &options, &error)); /* once the child has ended */
    ok(indexer_close(indexer, &error));
    waitpid(child, NULL, 0);
    close(ready[0]);
    close(ready[1]);
}

static void expect_open(const char *path, enum status wanted, const char *words)
{
    struct error error = ERROR_NONE;
    struct database *database = NULL;
    assert_int_equal(database_open(&database, &path, 1, &error), wanted);
    assert_non_null(strstr(error.message, path));
    if (!strstr(error.message, words))
        fail_msg("\"%s\" does not say \"%s\"", error.message, words);
}

static void set_meta(const char *path, const char *key, const char *value)
{
    struct error error = ERROR_NONE;
    struct db_writer *writer;
    char half[128];
    snprintf(half, sizeof half, "%s/reports", path);
    ok(db_writer_open(&writer, half, DB_WRITE_OPEN, &error));
    ok(db_writer_metadata(writer, key, slice_of(value), &error));
    ok(db_writer_close(writer, &error));
}

static void test_refusals(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = ERROR_NONE;
    struct indexer_options options = { .path = fixture->folder };
    struct indexer *indexer = NULL;
    char file[128];
    expect_open(fixture->path, STATUS_NOT_FOUND, "no such folder");
    snprintf(file, sizeof file, "%s/report.html", fixture->folder);
    fclose(fopen(file, "w"));
    assert_int_equal(indexer_open(&indexer, &options, &error), STATUS_USAGE); /* a folder of reports by mistake */
    assert_null(indexer);
    options.path = file;
    assert_int_equal(indexer_open(&indexer, &options, &error), STATUS_USAGE);
    expect_open(fixture->folder, STATUS_FORMAT, "not a Tribune database");
    expect_open(file, STATUS_FORMAT, "not a Tribune database");
    indexer = open_indexer(fixture->path);
    add(indexer, 1, 1);
    commit_and_close(indexer);
    static const struct {
        const char *key, *value, *words;
        enum status status;
    } rows[] = {
        { META_STEMS, "1", "stemmers", STATUS_VERSION },
        { META_FIELDS, "1", "table of fields", STATUS_VERSION },
        { META_SCHEMA, "99", "schema 99", STATUS_VERSION },
        { META_SCHEMA, "", "not a Tribune database", STATUS_FORMAT },
    };
    struct database *database = NULL;
    set_meta(fixture->path, META_LIBRARY, "0.9.9"); /* another library, whose stemmers do the same */
    assert_int_equal(database_open(&database, (const char *const[]){ fixture->path }, 1, &error), STATUS_OK);
    database_close(database);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        set_meta(fixture->path, rows[i].key, rows[i].value);
        expect_open(fixture->path, rows[i].status, rows[i].words);
        options.path = fixture->path;
        assert_int_equal(indexer_open(&indexer, &options, &error), rows[i].status);
    }
}

static void test_several_databases(void **state)
{
    const struct fixture *fixture = *state;
    struct error error = ERROR_NONE;
    struct arena arena = ARENA_INIT(0);
    char second[128];
    snprintf(second, sizeof second, "%s/second", fixture->folder);
    const char *paths[] = { fixture->path, second };
    for (int i = 0; i < 2; i++) {
        struct indexer *indexer = open_indexer(paths[i]);
        add(indexer, 1 + i, 1);
        commit_and_close(indexer);
    }
    struct database *database;
    ok(database_open(&database, paths, 2, &error));
    assert_int_equal(database_report_count(database), 2);
    verify(database, false);
    struct dictionary_place place;
    ok(dictionary_place(database_reports(database), SLICE("14118"), &arena, &place, &error));
    assert_string_equal(place.name, "Caen");
    database_close(database);
    paths[1] = "/nonexistent";
    assert_int_equal(database_open(&database, paths, 2, &error), STATUS_NOT_FOUND);
    arena_fini(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_write_and_read, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_dictionary, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_replace_and_remove, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_kept_passages, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_stamps, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_orphans, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_kill, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_reading_while_writing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_lock, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_refusals, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_several_databases, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
