/* A small database made here, and what searching it gives: totals, order, partial hits, passages, facets, filters,
 * corrections, completions; memory that runs out; queries at random; NFC and NFD alike. */
#include <math.h>
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
#include "index.h"
#include "search.h"
#include "token.h"

struct sample {
    const char *id, *title, *date, *speaker, *place;
    const char *passages[4]; /* the first one is the speaker's */
    const char *heading;     /* of the passages but the first */
};

static const struct sample samples[] = {
    { "r1", "Les jardins de la ville", "2016-11-04", "Hélène Brunel", "Lille",
      { "Les jardins partagés font vivre la démocratie.", "La régie de quartier répond aux élus." }, NULL },
    { "r2", "Le port", "2017-02-16", "Jean-Luc Lavigne", "Caen",
      { "Le port accueille des navires, et la démocratie locale.", "Des jardins bordent le quai." }, NULL },
    { "r3", "Le port", "2017-02-16", "Jean-Luc Lavigne", "Caen",
      { "Le port accueille des navires, et la démocratie locale.", "Des jardins bordent le quai." }, NULL },
    { "r4", "Notes", NULL, NULL, NULL, { "Une forêt sans clairière. Des élus aussi." }, NULL },
    { "r5", "Compte rendu", "2015", "Odile Marchal", NULL,
      { "Odile Marchal ouvre la séance.", "Ah !", "Bien.",
        "On parle longtemps du budget, des travaux en cours et des horaires avant d'en venir aux toits : une "
        "serre y fera pousser des légumes pour les voisins." }, "La serre" },
};

enum { SAMPLES = sizeof samples / sizeof *samples };

struct fixture {
    char folder[64];
    struct database *database;
};

static void ok(enum status status, const struct error *error)
{
    if (status)
        fail_msg("%s: %s", status_name(status), error->message);
}

static void make_record(struct arena *arena, const struct sample *sample, struct record *record)
{
    struct buf text = BUF_INIT(arena);
    char key[100];

    *record = (struct record){ .id = sample->id, .title = sample->title, .language = LANGUAGE_FR,
                               .published = INTERVAL_NONE, .event = INTERVAL_NONE, .event_place = -1 };
    record->file = record->path = arena_printf(arena, "%s.txt", sample->id);
    record->url = arena_printf(arena, "http://reports.example/%s", sample->id);
    record->type = REPORT_TEXT;
    if (sample->date)
        assert_true(interval_parse(slice_of(sample->date), &record->event));
    if (sample->place) {
        *vec_push(arena, &record->places) = (struct place){ .name = sample->place, .id = sample->place,
                                                            .kind = PLACE_COMMUNE, .rule = "test" };
        record->event_place = 0;
    }
    if (sample->speaker) {
        fold_key(slice_of(sample->speaker), key, sizeof key);
        *vec_push(arena, &record->persons) = (struct person){ .speaker = true, .name = sample->speaker,
                                                              .key = arena_strdup(arena, key), .rule = "test" };
    }
    for (uint32_t i = 0; i < 4 && sample->passages[i]; i++) {
        struct passage *passage = vec_push(arena, &record->passages);
        *passage = (struct passage){ .number = i + 1, .start = (uint32_t)text.length, .person = -1,
                                     .heading = i ? sample->heading : NULL };
        buf_add_string(&text, sample->passages[i]);
        passage->end = (uint32_t)text.length;
        if (i == 0 && sample->speaker) {
            passage->person = 0;
            passage->speaker = sample->speaker;
        }
        buf_add_string(&text, "\n\n");
    }
    record->text = buf_slice(&text);
}

static int set_up(void **state)
{
    static const char template[] = "/tmp/test_search.XXXXXX";
    struct fixture *fixture = calloc(1, sizeof *fixture);
    struct error error = ERROR_NONE;
    struct indexer *indexer;

    strcpy(fixture->folder, template);
    assert_non_null(mkdtemp(fixture->folder));
    struct arena arena = ARENA_INIT(1 << 22);
    const char *path = arena_printf(&arena, "%s/db", fixture->folder);
    struct indexer_options options = { .path = path };
    ok(indexer_open(&indexer, &options, &error), &error);
    for (size_t i = 0; i < SAMPLES; i++) {
        struct record record;
        struct source_file file = { .id = (char *)samples[i].id, .path = (char *)samples[i].id };
        make_record(&arena, &samples[i], &record);
        ok(indexer_add(indexer, &record, &file, &error), &error);
    }
    ok(indexer_commit(indexer, &error), &error);
    ok(indexer_close(indexer, &error), &error);
    ok(database_open(&fixture->database, &path, 1, &error), &error);
    arena_fini(&arena);
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    char command[128];

    database_close(fixture->database);
    snprintf(command, sizeof command, "rm -rf '%s'", fixture->folder);
    int code = system(command);
    free(fixture);
    return code;
}

/* The ids of the hits, partial ones in brackets. */
static const char *ids(const struct result *result, struct arena *arena)
{
    struct buf out = BUF_INIT(arena);

    for (size_t i = 0; i < result->hits.count; i++) {
        const struct result_hit *hit = &result->hits.items[i];
        buf_printf(&out, hit->partial ? "%s(%s)" : "%s%s", i ? " " : "", hit->id);
        if (hit->duplicates)
            buf_printf(&out, "+%u", hit->duplicates);
    }
    return out.bytes ? out.bytes : "";
}

struct row {
    const char *query, *found;
    struct search_request request;
};

#define FILTER(field, value) .filters = { { field, value } }, .filter_count = 1

static const struct row rows[] = {
    { "démocratie jardins", "r1 r2 r3", { .limit = 10 } },
    { "port navires", "r2 r3", { .limit = 10 } },
    { "port navires", "r2", { .limit = 1 } },
    { "port navires", "r3", { .limit = 1, .offset = 1 } },
    { "port navires", "", { .limit = 1, .offset = 2 } },
    { "port navires", "", { .limit = 0 } },
    { "port navires", "r2+1", { .limit = 10, .hide_duplicates = true } },
    { "forêt régie", "(r4) (r1)", { .limit = 10 } },
    { "forêt régie", "", { .limit = 10, .no_partial = true } },
    { "", "r1 r2 r3 r4 r5", { .limit = 10 } },
    { "*", "r5 r1 r2 r3 r4", { .limit = 10, .sort = SORT_DATE } },
    { "*", "r2 r3 r1 r5 r4", { .limit = 10, .sort = SORT_DATE_NEWEST } },
    { "*", "r4", { .limit = 10, .sort = SORT_DATE, .offset = 4 } },
    { "*", "r5 r2 r3 r1 r4", { .limit = 10, .sort = SORT_TITLE } },
    { "jardins", "r1", { .limit = 10, FILTER(FIELD_SPEAKER, "Hélène Brunel") } },
    { "jardins", "r2 r3", { .limit = 10, FILTER(FIELD_PLACE, "Caen") } },
    { "jardins", "r2 r3", { .limit = 10, .from = "2017" } },
    { "jardins", "r1", { .limit = 10, .to = "2016-12" } },
    { "jardins", "", { .limit = 10, .from = "2018" } },
    { "jardins", "r2 r3 r1", { .limit = 10, .sort = SORT_DATE_NEWEST,
      .filters = { { FIELD_PLACE, "Caen" }, { FIELD_PLACE, "Lille" } }, .filter_count = 2 } },
    { "démocratie", "r1.1 r2.1 r3.1", { .limit = 10, .unit = UNIT_PASSAGE } },
    { "jardins", "r2.2 r3.2 r1.1", { .limit = 10, .unit = UNIT_PASSAGE } },
    { "", "r3", { .limit = 1, .similar = "r2" } },
};

static void test_rows(void **state)
{
    struct fixture *fixture = *state;

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena = ARENA_INIT(1 << 24);
        struct error error = ERROR_NONE;
        struct search_request request = rows[i].request;
        struct result result;
        request.query = rows[i].query;
        ok(search_run(fixture->database, &request, &arena, &result, &error), &error);
        if (strcmp(ids(&result, &arena), rows[i].found))
            fail_msg("row %zu, %s\n  gives    %s\n  expected %s", i, rows[i].query, ids(&result, &arena),
                     rows[i].found);
        arena_fini(&arena);
    }
}

static struct result search(struct fixture *fixture, struct arena *arena, struct search_request request)
{
    struct error error = ERROR_NONE;
    struct result result;

    ok(search_run(fixture->database, &request, arena, &result, &error), &error);
    return result;
}

static void test_details(void **state)
{
    struct arena arena = ARENA_INIT(1 << 24);
    struct result result = search(*state, &arena, (struct search_request){
        .query = "la forêt, la clairière et la régie", .limit = 10, .explain = true, .kwic = 12,
        .facets = { FIELD_SPEAKER, FIELD_DATE }, .facet_count = 2 });

    assert_int_equal(result.total, 0);
    assert_true(result.total_is_exact && result.relaxed);
    assert_int_equal(result.hits.count, 2);
    const struct result_hit *hit = &result.hits.items[0];
    assert_string_equal(hit->id, "r4");
    assert_int_equal(hit->missing.count, 1);
    assert_string_equal(hit->missing.items[0], "régie");
    assert_int_equal(result.missing.count, 0);
    assert_true(hit->score >= result.hits.items[1].score && hit->score > 0);
    assert_non_null(strstr(hit->explanation, "foret, any form"));
    assert_non_null(strstr(result.explanation, "tree: (list la forêt la clairière et la régie)"));
    assert_int_equal(hit->passages.count, 1);
    assert_int_equal(hit->passages.items[0].lines.count, 2);
    assert_true(slice_is(hit->passages.items[0].lines.items[0].match, "forêt"));
    assert_non_null(strstr(hit->passages.items[0].url, "http://reports.example/r4#:~:text=Une%20for%C3%AAt"));
    arena_fini(&arena);

    result = search(*state, &arena, (struct search_request){
        .query = "jardins speaker:lavigne", .limit = 10, .facets = { FIELD_SPEAKER, FIELD_DATE }, .facet_count = 2 });
    assert_int_equal(result.total, 2);
    /* the passages of the speaker asked for come first, though they have not the word */
    assert_int_equal(result.hits.items[0].passages.items[0].number, 1);
    assert_string_equal(result.hits.items[0].passages.items[0].speaker, "Jean-Luc Lavigne");
    assert_int_equal(result.facets.count, 2);
    assert_string_equal(result.facets.items[0].name, "speaker");
    assert_string_equal(result.facets.items[0].values.items[0].value, "Jean-Luc Lavigne");
    assert_int_equal(result.facets.items[0].values.items[0].count, 2);
    assert_string_equal(result.facets.items[1].values.items[0].value, "2017");
    arena_fini(&arena);
}

/* A passage whose own text has the words is shown before those that are only under a heading with them, short as
 * they are; the speaker asked for before both. */
static void test_passages(void **state)
{
    static const struct {
        const char *query;
        uint32_t numbers[SEARCH_PASSAGES];
    } shown[] = {
        { "serre", { 4 } },
        { "serre budget", { 4 } },
        { "serre speaker:marchal", { 1, 4 } },
        { "compte rendu", { 1 } }, /* only the title has it */
        { "speaker:marchal", { 1 } },
    };

    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        struct arena arena = ARENA_INIT(1 << 24);
        struct result result = search(*state, &arena,
                                      (struct search_request){ .query = shown[i].query, .limit = 10 });
        assert_true(result.hits.count > 0);
        const struct result_hit *hit = &result.hits.items[0];
        assert_string_equal(hit->id, "r5");
        for (size_t j = 0; j < SEARCH_PASSAGES; j++) {
            uint32_t number = j < hit->passages.count ? hit->passages.items[j].number : 0;
            if (number != shown[i].numbers[j])
                fail_msg("%s: passage %zu is number %u, not %u", shown[i].query, j, number, shown[i].numbers[j]);
        }
        arena_fini(&arena);
    }
}

static void test_corrections(void **state)
{
    struct arena arena = ARENA_INIT(1 << 24);
    struct result result = search(*state, &arena, (struct search_request){ .query = "naviers", .limit = 10 });

    assert_string_equal(result.corrected, "navires");
    assert_string_equal(result.query, "naviers");
    assert_null(result.suggestion);
    assert_int_equal(result.total, 2);
    arena_fini(&arena);
    result = search(*state, &arena, (struct search_request){ .query = "quartier naviers", .limit = 10 });
    assert_null(result.corrected);
    assert_string_equal(result.suggestion, "quartier navires");
    arena_fini(&arena);
    result = search(*state, &arena, (struct search_request){ .query = "speaker:brunele", .limit = 10 });
    assert_string_equal(result.corrected, "speaker:brunel");
    arena_fini(&arena);
    /* the first letter: another one, one less, one more, swapped; of a word and of a name */
    static const char *const beginnings[][2] = { { "mavires", "navires" }, { "avires", "navires" },
                                                 { "xnavires", "navires" }, { "anvires", "navires" },
                                                 { "speaker:prunel", "speaker:brunel" } };
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        result = search(*state, &arena, (struct search_request){ .query = beginnings[i][0], .limit = 10 });
        assert_non_null(result.corrected);
        assert_string_equal(result.corrected, beginnings[i][1]);
        arena_fini(&arena);
    }
    result = search(*state, &arena, (struct search_request){ .query = "\"naviers\"", .limit = 10 });
    assert_null(result.corrected);
    assert_int_equal(result.hits.count, 0);
    arena_fini(&arena);
}

static void test_completions(void **state)
{
    struct fixture *fixture = *state;
    struct arena arena = ARENA_INIT(1 << 24);
    struct error error = ERROR_NONE;
    suggestion_list list;

    ok(search_suggest(fixture->database, SLICE("lavi"), 5, &arena, &list, &error), &error);
    assert_int_equal(list.count, 1);
    assert_string_equal(list.items[0].value, "Jean-Luc Lavigne");
    assert_int_equal(list.items[0].count, 2);
    ok(search_suggest(fixture->database, SLICE("jean-luc lav"), 5, &arena, &list, &error), &error);
    assert_int_equal(list.count, 1);
    ok(search_suggest(fixture->database, SLICE("cae"), 5, &arena, &list, &error), &error);
    assert_string_equal(list.items[0].value, "Caen");
    ok(search_suggest(fixture->database, SLICE("les jard"), 5, &arena, &list, &error), &error);
    assert_string_equal(list.items[0].value, "les jardins");
    ok(search_suggest(fixture->database, SLICE(""), 5, &arena, &list, &error), &error);
    assert_int_equal(list.count, 0);
    arena_fini(&arena);
}

static void test_errors(void **state)
{
    static const struct {
        struct search_request request;
        enum status status;
    } bad[] = {
        { { .query = "a AND", .limit = 10 }, STATUS_QUERY },
        { { .query = "", .from = "demain" }, STATUS_QUERY },
        { { .query = "", .from = "2017", .to = "2016" }, STATUS_QUERY },
        { { .query = "", FILTER(FIELD_LANGUAGE, "klingon") }, STATUS_QUERY },
        { { .query = "forêt OU", .ui = LANGUAGE_FR }, STATUS_QUERY },
        { { .query = "", .similar = "nobody" }, STATUS_NOT_FOUND },
    };
    struct fixture *fixture = *state;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct arena arena = ARENA_INIT(1 << 24);
        struct error error = ERROR_NONE;
        struct result result;
        assert_int_equal(search_run(fixture->database, &bad[i].request, &arena, &result, &error), bad[i].status);
        assert_true(error.message[0]);
        assert_int_equal(bad[i].request.ui == LANGUAGE_FR, strncmp(error.message, "OU demande un mot", 17) == 0);
        arena_fini(&arena);
    }
}

static void test_notes(void **state)
{
    static const struct {
        enum language ui;
        const char *note;
    } notes[] = { { LANGUAGE_EN, "speaker:zorglub: nobody of this name" },
                  { LANGUAGE_FR, "intervenant:zorglub\u00A0: personne de ce nom" } };

    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        struct arena arena = ARENA_INIT(1 << 24);
        struct result result = search(*state, &arena, (struct search_request){
            .query = "speaker:zorglub", .limit = 10, .ui = notes[i].ui });
        assert_int_equal(result.notes.count, 1);
        assert_string_equal(result.notes.items[0], notes[i].note);
        arena_fini(&arena);
    }
}

/* What --explain names adds up to the score. */
static void test_explained_parts(void **state)
{
    struct fixture *fixture = *state;
    static const char *const queries[] = { "jardins", "la forêt et la clairière", "démocratie locale",
                                           "régie jardins" };
    unsigned hits = 0, close = 0;
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        struct arena arena = ARENA_INIT(1 << 22);
        struct result result = search(fixture, &arena, (struct search_request){ .query = queries[i], .limit = 10,
                                                                                .explain = true });
        for (size_t j = 0; j < result.hits.count && !result.hits.items[j].partial; j++, hits++) {
            double sum = 0;
            for (const char *line = result.hits.items[j].explanation; line && *line; line = strchr(line, '\n') + 1)
                sum += strtod(line, NULL);
            close += strstr(result.hits.items[j].explanation, "follow one another") != NULL;
            assert_true(fabs(sum - result.hits.items[j].score) < 0.01);
        }
        arena_fini(&arena);
    }
    assert_true(hits > 2 && close > 0);
}

/* With any limit a search ends in a result or in STATUS_MEMORY; the sanitizers see what is lost on the way. */
static void test_memory(void **state)
{
    struct fixture *fixture = *state;
    static const struct search_request request = {
        .query = "(\"la régie\" OU jardins NEAR/5 démocratie OU jardin OU des OU les) OU speaker:brunel OU coop*",
        .limit = 50,
        .passages = 50,
        .kwic = 400,
        .explain = true
    };
    enum { CHUNK = 1 << 16, STEP = 1 << 10 };
    unsigned failed = 0, runs = 0;

    for (size_t taken = 0; taken < CHUNK; taken += STEP, runs++) { /* it runs out ever earlier */
        struct arena arena = ARENA_INIT(CHUNK);
        struct error error = ERROR_NONE;
        struct result result;
        for (size_t i = 0; i < taken; i += STEP)
            arena_alloc(&arena, STEP);
        enum status status = search_run(fixture->database, &request, &arena, &result, &error);
        assert_true(status == STATUS_OK || status == STATUS_MEMORY);
        failed += status == STATUS_MEMORY;
        arena_fini(&arena);
    }
    struct arena arena = ARENA_INIT(4 * CHUNK);
    assert_true(search(fixture, &arena, request).hits.count > 0);
    arena_fini(&arena);
    assert_true(failed > 10 && failed <= runs);
}

/* Pieces of queries, put together at random: a result or a named error, never a crash. */
static void test_random(void **state)
{
    static const char *const pieces[] = {
        "jardins", " ", "AND ", "OU ", "NOT ", "(", ")", "\"", "-", "+", "port*", "NEAR/3 ", "speaker:", "place:",
        "date:2016", "title:", "l'", "co-construction", "de ", "élus ", "*", ":", "has:place", "«", "»",
        "Saint-Pasteur",
        "lavigne", "~50km", "\"la régie\" ", "e\xCC\x81lus ",
    };
    struct fixture *fixture = *state;
    unsigned seed = 11;

    for (int round = 0; round < 3000; round++) {
        struct arena arena = ARENA_INIT(1 << 24);
        struct error error = ERROR_NONE;
        struct result result;
        char query[400] = "";
        for (int i = rand_r(&seed) % 10; i >= 0; i--)
            strcat(query, pieces[(size_t)rand_r(&seed) % (sizeof pieces / sizeof *pieces)]);
        struct search_request request = { .query = query, .limit = 5, .unit = (enum unit)(round & 1),
                                          .sort = (enum sort)(rand_r(&seed) % 4), .explain = round % 7 == 0 };
        enum status status = search_run(fixture->database, &request, &arena, &result, &error);
        if (status != STATUS_OK && status != STATUS_QUERY && status != STATUS_LIMIT)
            fail_msg("%s: %s: %s", query, status_name(status), error.message);
        for (size_t i = 1; status == STATUS_OK && request.sort == SORT_RELEVANCE && i < result.hits.count; i++)
            assert_true(result.hits.items[i].score <= result.hits.items[i - 1].score);
        arena_fini(&arena);
    }
}

static void test_same_text(void **state)
{
    static const char *const same[][2] = {
        { "forêt élus", "fore\xCC\x82t e\xCC\x81lus" }, { "\"la régie\"", "\"la re\xCC\x81gie\"" },
        { "speaker:Hélène", "speaker:He\xCC\x81le\xCC\x80ne" }, { "l'élu", "l’élu" }, { "regi*", "RÉGI*" },
    };

    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        struct arena arena = ARENA_INIT(1 << 24);
        struct result a = search(*state, &arena, (struct search_request){ .query = same[i][0], .limit = 10 });
        struct result b = search(*state, &arena, (struct search_request){ .query = same[i][1], .limit = 10 });
        if (!a.hits.count)
            fail_msg("%s finds nothing", same[i][0]);
        assert_string_equal(ids(&a, &arena), ids(&b, &arena));
        assert_true(a.hits.items[0].score == b.hits.items[0].score);
        arena_fini(&arena);
    }
}

static void test_mark(void **state)
{
    struct fixture *fixture = *state;
    struct arena arena = ARENA_INIT(1 << 24);
    struct error error = ERROR_NONE;
    span_list spans = { 0 };

    ok(search_mark(fixture->database, "jardin \"la ville\"", SLICE("Les jardins, la ville et un jardin."), &arena,
                   &spans, &error), &error);
    assert_int_equal(spans.count, 3);
    arena_fini(&arena);
}

/* With any limit marking ends in marks or in STATUS_MEMORY, at the caller's guard as it was. */
static void test_mark_memory(void **state)
{
    struct fixture *fixture = *state;
    static const char sentence[] = "Les jardins, la ville. ";
    char text[4000 * (sizeof sentence - 1)];
    unsigned failed = 0;

    for (size_t i = 0; i < sizeof text; i++)
        text[i] = sentence[i % (sizeof sentence - 1)];
    for (size_t limit = 70 << 10; limit < 1 << 20; limit += 5 << 10) {
        struct arena arena = ARENA_INIT(limit);
        struct error error = ERROR_NONE;
        span_list spans = { 0 };
        enum status status = search_mark(fixture->database, "jardins NEAR/5 \"la ville\" speaker:brunel coop*",
                                         (struct slice){ text, sizeof text }, &arena, &spans, &error);
        assert_true(status == STATUS_OK ? spans.count > 0 : status == STATUS_MEMORY);
        assert_false(arena.guarded);
        failed += status == STATUS_MEMORY;
        arena_fini(&arena);
    }
    assert_true(failed > 0 && failed < 150);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows), cmocka_unit_test(test_details), cmocka_unit_test(test_explained_parts),
        cmocka_unit_test(test_corrections), cmocka_unit_test(test_completions), cmocka_unit_test(test_errors),
        cmocka_unit_test(test_memory),
        cmocka_unit_test(test_random), cmocka_unit_test(test_same_text), cmocka_unit_test(test_mark),
        cmocka_unit_test(test_mark_memory), cmocka_unit_test(test_notes), cmocka_unit_test(test_passages),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
