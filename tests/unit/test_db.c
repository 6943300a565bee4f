/* The C face of Xapian: each kind of query, search option and failure once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "db_write.h"
#include "stem.h"

/* Xapian 1.4.22 deletes an object under another size inside Database::check(): not ours, and harmless. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "new_delete_type_mismatch=0";
}

static char folder[64];

static const char *path_in(const char *name)
{
    static char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static int set_up(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/tribune-db-XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command);
}

#define ok(call) assert_int_equal((call), STATUS_OK)

/* Documents of words at positions 1, 2…; slot 0 a facet, slot 1 a number. */
static void write_documents(const char *name, const char *const *texts, size_t count)
{
    struct error error = ERROR_NONE;
    struct db_writer *writer;
    struct db_draft *draft;
    ok(db_writer_open(&writer, path_in(name), DB_WRITE_CREATE_OR_OPEN, &error));
    ok(db_draft_new(&draft, &error));
    ok(db_writer_begin(writer, &error));
    for (size_t i = 0; i < count; i++) {
        char copy[256], number[DB_SORTABLE_BYTES], *rest = NULL;
        uint32_t position = 0, id;
        snprintf(copy, sizeof copy, "%s", texts[i]);
        ok(db_draft_clear(draft, &error));
        for (char *word = strtok_r(copy, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
            ok(db_draft_posting(draft, slice_of(word), ++position, &error));
        ok(db_draft_boolean(draft, SLICE("XLreport"), &error));
        ok(db_draft_value(draft, 0, i % 2 ? SLICE("odd") : SLICE("even"), &error));
        size_t length = db_sortable((double)i, number);
        ok(db_draft_value(draft, 1, (struct slice){ number, length }, &error));
        ok(db_draft_data(draft, slice_of(texts[i]), &error));
        ok(db_writer_add(writer, draft, &id, &error));
        assert_int_equal(id, i + 1);
    }
    ok(db_writer_metadata(writer, "key", SLICE("value"), &error));
    ok(db_writer_commit(writer, &error));
    db_draft_free(draft);
    ok(db_writer_close(writer, &error));
}

static const char *const texts[] = { "la democratie locale et la cooperation", "la cooperation des communes",
                                     "une democratie de la cooperation locale", "les communes et les democrates",
                                     "un budget" };

static struct db *open_sample(void)
{
    struct error error = ERROR_NONE;
    struct db *db;
    if (access(path_in("sample"), F_OK) != 0)
        write_documents("sample", texts, sizeof texts / sizeof *texts);
    ok(db_open(&db, path_in("sample"), &error));
    return db;
}

static db_query words(struct db_queries *pool, enum db_operator op, const char *list, unsigned window)
{
    db_query operands[8];
    size_t count = 0;
    char copy[128], *rest = NULL;
    snprintf(copy, sizeof copy, "%s", list);
    for (char *word = strtok_r(copy, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
        operands[count++] = db_query_term(pool, slice_of(word));
    return db_query_combine(pool, op, operands, count, window);
}

/* The ids that match, in order of id, as "1 3 4". */
static const char *ids_of(const struct db *db, const struct db_queries *pool, db_query query)
{
    static char out[64];
    struct error error = ERROR_NONE;
    struct db_search search = DB_SEARCH_INIT;
    struct db_matches *matches;
    struct db_totals totals;
    out[0] = '\0';
    search.query = query;
    search.count = 20;
    search.weight = DB_WEIGHT_BOOL;
    if (db_search_run(db, pool, &search, &matches, &error) != STATUS_OK) {
        snprintf(out, sizeof out, "error %d", error.status);
        return out;
    }
    db_matches_totals(matches, &totals);
    for (uint32_t i = 0; i < totals.count; i++) {
        struct db_match match;
        ok(db_matches_get(matches, i, &match, &error));
        snprintf(out + strlen(out), sizeof out - strlen(out), "%s%u", i ? " " : "", match.id);
    }
    struct db_match match;
    assert_int_equal(db_matches_get(matches, totals.count, &match, &error), STATUS_NOT_FOUND);
    db_matches_free(matches);
    return out;
}

static void test_queries(void **state)
{
    (void)state;
    struct error error = ERROR_NONE;
    struct db *db = open_sample();
    struct db_queries *q;
    ok(db_queries_open(&q, &error));
    char three[DB_SORTABLE_BYTES];
    struct slice from = { three, db_sortable(3, three) };
    const struct {
        db_query query;
        const char *ids;
    } rows[] = {
        { words(q, DB_AND, "democratie cooperation", 0), "1 3" },
        { words(q, DB_OR, "budget communes", 0), "2 4 5" },
        { words(q, DB_XOR, "democratie locale et", 0), "1 4" },
        { words(q, DB_PHRASE, "democratie locale", 0), "1" },
        { words(q, DB_PHRASE, "locale democratie", 0), "" },
        { words(q, DB_NEAR, "locale democratie", 2), "1" },
        { words(q, DB_NEAR, "locale democratie", 5), "1 3" },
        { words(q, DB_SYNONYM, "democratie democrates", 0), "1 3 4" },
        { words(q, DB_MAX, "budget democrates", 0), "4 5" },
        { db_query_and_not(q, words(q, DB_OR, "la", 0), words(q, DB_OR, "democratie", 0)), "2" },
        { db_query_and_maybe(q, words(q, DB_OR, "communes", 0), words(q, DB_OR, "la", 0)), "2 4" },
        { db_query_filter(q, words(q, DB_OR, "communes", 0), words(q, DB_OR, "les", 0)), "4" },
        { db_query_scale(q, words(q, DB_OR, "budget", 0), 0), "5" },
        { db_query_value_ge(q, 1, from), "4 5" },
        { db_query_wildcard(q, SLICE("democrat"), 10, DB_WILDCARD_FAIL), "1 3 4" },
        { db_query_wildcard(q, SLICE("democrat"), 1, DB_WILDCARD_FIRST), "4" },
        { db_query_wildcard(q, SLICE("democrat"), 1, DB_WILDCARD_MOST_FREQUENT), "1 3" },
        { db_query_all(q), "1 2 3 4 5" },
        { db_query_nothing(q), "" },
        { db_query_combine(q, DB_OR, NULL, 0, 0), "" },
        { db_query_combine(q, DB_AND, NULL, 0, 0), "1 2 3 4 5" },
        { db_query_term(q, (struct slice){ NULL, 0 }), "" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(ids_of(db, q, rows[i].query), rows[i].ids);
    struct slice description;
    ok(db_query_describe(q, rows[0].query, &description, &error));
    assert_true(slice_equal(description, SLICE("Query((democratie AND cooperation))")));
    db_queries_close(q);
    db_close(db);
}

static void test_query_failures(void **state)
{
    (void)state;
    struct error error = ERROR_NONE;
    struct db *db = open_sample();
    struct db_queries *q;
    ok(db_queries_open(&q, &error));
    db_query wide = db_query_wildcard(q, SLICE("democrat"), 1, DB_WILDCARD_FAIL);
    struct db_search search = DB_SEARCH_INIT;
    struct db_matches *matches;
    search.query = wide;
    search.count = 10;
    assert_int_equal(db_search_run(db, q, &search, &matches, &error), STATUS_LIMIT);
    assert_true(error.message[0] != '\0');
    /* a failure stays in the pool, and all that is built later is NULL */
    assert_null(db_query_scale(q, wide, -1));
    assert_null(db_query_and_not(q, wide, wide));
    assert_int_equal(db_queries_status(q, &error), STATUS_INTERNAL);
    assert_int_equal(db_search_run(db, q, &search, &matches, &error), STATUS_INTERNAL);
    db_queries_close(q);
    ok(db_queries_open(&q, &error));
    assert_null(db_query_and_not(q, NULL, wide));
    assert_int_equal(db_queries_status(q, &error), STATUS_INTERNAL);
    db_queries_close(q);
    db_close(db);
}

static void test_search_options(void **state)
{
    (void)state;
    struct error error = ERROR_NONE;
    struct db *db = open_sample();
    struct db_queries *q;
    struct db_matches *matches;
    struct db_totals totals;
    struct db_match match;
    ok(db_queries_open(&q, &error));
    struct db_search search = DB_SEARCH_INIT;
    search.query = words(q, DB_OR, "la communes budget", 0);
    search.count = 2;
    search.check_at_least = 100;
    search.order = DB_ORDER_VALUE;
    search.order_slot = 1;
    search.order_descending = true;
    search.facets[0] = 0;
    search.facet_count = 1;
    ok(db_search_run(db, q, &search, &matches, &error));
    db_matches_totals(matches, &totals);
    assert_int_equal(totals.count, 2);
    assert_int_equal(totals.lower, 5);
    assert_int_equal(totals.upper, 5);
    ok(db_matches_get(matches, 0, &match, &error));
    assert_int_equal(match.id, 5);
    assert_int_equal(db_matches_facet_size(matches, 0), 2);
    assert_int_equal(db_matches_facet_size(matches, 1), 0);
    uint32_t count;
    assert_true(slice_equal(db_matches_facet(matches, 0, 0, &count), SLICE("even")));
    assert_int_equal(count, 3);
    struct db_terms *terms;
    struct slice term;
    ok(db_matches_terms(matches, 0, &terms, &error));
    ok(db_terms_next(terms, &term, NULL, &error));
    assert_true(slice_equal(term, SLICE("budget")));
    ok(db_terms_next(terms, &term, NULL, &error));
    assert_int_equal(term.length, 0);
    db_terms_close(terms);
    db_matches_free(matches);

    struct db_search collapsed = DB_SEARCH_INIT;
    collapsed.query = search.query;
    collapsed.count = 10;
    collapsed.collapse_slot = 0;
    ok(db_search_run(db, q, &collapsed, &matches, &error));
    db_matches_totals(matches, &totals);
    assert_int_equal(totals.count, 2);
    db_matches_free(matches);

    for (int weight = DB_WEIGHT_BM25; weight <= DB_WEIGHT_BOOL; weight++) {
        struct db_search plain = DB_SEARCH_INIT;
        plain.query = search.query;
        plain.count = 10;
        plain.weight = (enum db_weight)weight;
        ok(db_search_run(db, q, &plain, &matches, &error));
        db_matches_totals(matches, &totals);
        assert_int_equal(totals.count, 5);
        db_matches_free(matches);
    }
    db_queries_close(q);
    db_close(db);
}

static void test_reading(void **state)
{
    (void)state;
    struct error error = ERROR_NONE;
    struct db *db = open_sample();
    struct db_document *document;
    struct db_terms *terms;
    struct db_statistics statistics;
    struct slice slice;
    uint32_t frequency, id;
    uint64_t collection;
    ok(db_counts(db, &statistics, &error));
    assert_int_equal(statistics.documents, 5);
    assert_true(statistics.revision > 0);
    ok(db_term_frequency(db, SLICE("la"), &frequency, &collection, &error));
    assert_int_equal(frequency, 3);
    assert_int_equal(collection, 4);
    ok(db_metadata(db, "key", &slice, &error));
    assert_true(slice_equal(slice, SLICE("value")));
    ok(db_metadata(db, "nothing", &slice, &error));
    assert_int_equal(slice.length, 0);
    ok(db_terms_open(db, SLICE("democrat"), &terms, &error));
    ok(db_terms_next(terms, &slice, &frequency, &error));
    assert_true(slice_equal(slice, SLICE("democrates")) && frequency == 1);
    ok(db_terms_next(terms, &slice, &frequency, &error));
    assert_true(slice_equal(slice, SLICE("democratie")) && frequency == 2);
    ok(db_terms_next(terms, &slice, &frequency, &error));
    assert_int_equal(slice.length, 0);
    ok(db_terms_next(terms, &slice, &frequency, &error)); /* and stays at the end */
    assert_int_equal(slice.length, 0);
    db_terms_close(terms);
    ok(db_document_find(db, SLICE("budget"), &document, &id, &error));
    assert_int_equal(id, 5);
    ok(db_document_data(document, &slice, &error));
    assert_true(slice_equal(slice, SLICE("un budget")));
    ok(db_document_value(document, 1, &slice, &error));
    assert_true(db_sortable_number(slice) == 4);
    ok(db_document_terms(document, SLICE("b"), &terms, &error));
    ok(db_terms_next(terms, &slice, &frequency, &error));
    assert_true(slice_equal(slice, SLICE("budget")) && frequency == 1);
    ok(db_terms_next(terms, &slice, &frequency, &error));
    assert_int_equal(slice.length, 0);
    db_terms_close(terms);
    db_document_free(document);
    assert_int_equal(db_document_find(db, SLICE("absent"), &document, NULL, &error), STATUS_NOT_FOUND);
    ok(db_document_get(db, 99, &document, &error)); /* it is not looked up */
    ok(db_document_data(document, &slice, &error));
    assert_int_equal(slice.length, 0);
    db_document_free(document);
    struct db_expansion expansion[10];
    size_t count;
    ok(db_expand(db, (const uint32_t[]){ 1, 3 }, 2, expansion, 10, &count, &error));
    assert_true(count > 3 && count <= 10);
    struct db_values *values;
    ok(db_values_open(db, 0, &values, &error));
    for (uint32_t i = 1; i <= 6; i++) {
        ok(db_values_next(values, &id, &slice, &error));
        assert_int_equal(id, i <= 5 ? i : 0);
    }
    db_values_close(values);
    ok(db_values_open(db, 0, &values, &error));
    static const uint32_t asked[] = { 2, 5, 5, 6, 99 };
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        ok(db_values_at(values, asked[i], &slice, &error));
        assert_int_equal(slice.length > 0, asked[i] <= 5);
    }
    db_values_close(values);
    db_close(db);
}

static void test_several(void **state)
{
    (void)state;
    static const char *const more[] = { "un autre budget" };
    struct error error = ERROR_NONE;
    struct db *db = open_sample();
    struct db_queries *q;
    write_documents("more", more, 1);
    ok(db_add(db, path_in("more"), &error));
    ok(db_queries_open(&q, &error));
    assert_string_equal(ids_of(db, q, words(q, DB_OR, "budget", 0)), "2 9");
    db_queries_close(q);
    assert_int_equal(db_add(db, path_in("absent"), &error), STATUS_NOT_FOUND);
    db_close(db);
}

/* Rewrites fifty documents of several blocks each, in one commit. */
static void rewrite(struct db_writer *writer, unsigned *seed)
{
    struct error error = ERROR_NONE;
    struct db_draft *draft;
    char data[5000], unique[16];
    ok(db_draft_new(&draft, &error));
    ok(db_writer_begin(writer, &error));
    for (int i = 0; i < 50; i++) {
        for (size_t j = 0; j < sizeof data; j++)
            data[j] = (char)rand_r(seed);
        snprintf(unique, sizeof unique, "Q%d", i);
        ok(db_draft_clear(draft, &error));
        ok(db_draft_boolean(draft, slice_of(unique), &error));
        ok(db_draft_data(draft, (struct slice){ data, sizeof data }, &error));
        ok(db_writer_replace(writer, slice_of(unique), draft, NULL, &error));
    }
    ok(db_writer_commit(writer, &error));
    db_draft_free(draft);
}

/* A reader that two commits have passed is told so, and is right again once it has moved on. */
static void test_modified(void **state)
{
    (void)state;
    struct error error = ERROR_NONE;
    struct db *db;
    struct db_writer *writer;
    struct slice data;
    unsigned seed = 3;
    bool changed;
    enum status status = STATUS_OK;
    ok(db_writer_open(&writer, path_in("moving"), DB_WRITE_CREATE, &error));
    rewrite(writer, &seed);
    ok(db_open(&db, path_in("moving"), &error));
    for (int round = 0; round < 3; round++)
        rewrite(writer, &seed);
    for (int reopened = 0; reopened < 2; reopened++) {
        for (uint32_t id = 1; id <= 50 && status == STATUS_OK; id++) {
            struct db_document *document = NULL;
            status = db_document_get(db, id, &document, &error);
            if (status == STATUS_OK)
                status = db_document_data(document, &data, &error);
            db_document_free(document);
        }
        assert_int_equal(status, reopened ? STATUS_OK : STATUS_MODIFIED);
        ok(db_reopen(db, &changed, &error));
        assert_int_equal(changed, !reopened);
        status = STATUS_OK;
    }
    ok(db_writer_close(writer, &error));
    db_close(db);
}

static void test_writing_failures(void **state)
{
    (void)state;
    struct error error = ERROR_NONE;
    struct db *db;
    struct db_writer *writer, *second;
    struct db_draft *draft;
    char longest[DB_TERM_BYTES_MAX + 2];
    memset(longest, 'a', sizeof longest);
    assert_int_equal(db_open(&db, path_in("absent"), &error), STATUS_NOT_FOUND);
    ok(db_writer_open(&writer, path_in("locked"), DB_WRITE_CREATE, &error));
    assert_int_equal(db_writer_open(&second, path_in("locked"), DB_WRITE_OPEN, &error), STATUS_LOCKED);
    ok(db_draft_new(&draft, &error));
    ok(db_draft_term(draft, (struct slice){ longest, DB_TERM_BYTES_MAX }, 1, &error));
    ok(db_writer_begin(writer, &error));
    ok(db_writer_add(writer, draft, NULL, &error));
    ok(db_draft_term(draft, (struct slice){ longest, DB_TERM_BYTES_MAX + 1 }, 1, &error));
    assert_int_equal(db_writer_add(writer, draft, NULL, &error), STATUS_INTERNAL);
    ok(db_writer_cancel(writer, &error));
    ok(db_writer_delete(writer, 7, &error));
    db_draft_free(draft);
    ok(db_writer_close(writer, &error));
    ok(db_open(&db, path_in("locked"), &error));
    struct db_statistics statistics;
    ok(db_counts(db, &statistics, &error));
    assert_int_equal(statistics.documents, 0);
    db_close(db);
}

static void test_damage(void **state)
{
    (void)state;
    struct error error = ERROR_NONE;
    struct db *db;
    char file[256];
    size_t errors;
    write_documents("damaged", texts, 5);
    ok(db_check(path_in("damaged"), &errors, &error));
    assert_int_equal(errors, 0);
    snprintf(file, sizeof file, "%s", path_in("damaged/iamglass"));
    assert_int_equal(truncate(file, 20), 0);
    enum status status = db_open(&db, path_in("damaged"), &error);
    assert_true(status == STATUS_DAMAGED || status == STATUS_VERSION || status == STATUS_IO);
    assert_true(error.message[0] != '\0');
}

static void test_compact(void **state)
{
    (void)state;
    struct error error = ERROR_NONE;
    struct db *db = open_sample();
    char source[128];
    db_close(db);
    snprintf(source, sizeof source, "%s", path_in("sample"));
    ok(db_compact(source, path_in("compact"), &error));
    ok(db_open(&db, path_in("compact"), &error));
    struct db_statistics statistics;
    ok(db_counts(db, &statistics, &error));
    assert_int_equal(statistics.documents, 5);
    db_close(db);
}

static void test_stems(void **state)
{
    (void)state;
    struct error error = ERROR_NONE;
    struct stemmer *stemmer;
    assert_int_equal(stemmer_new(&stemmer, LANGUAGE_UNKNOWN, &error), STATUS_NOT_FOUND);
    ok(stemmer_new(&stemmer, LANGUAGE_FR, &error));
    static const struct {
        const char *word, *same;
    } rows[] = { { "coopération", "coopérations" }, { "démocratique", "démocratiques" }, { "communes", "commune" } };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char first[64] = "";
        struct slice stem = stemmer_stem(stemmer, slice_of(rows[i].word));
        memcpy(first, stem.bytes, stem.length);
        assert_true(slice_is(stemmer_stem(stemmer, slice_of(rows[i].same)), first));
        assert_true(slice_is(stemmer_stem(stemmer, slice_of(rows[i].word)), first)); /* from the cache */
        for (const char *byte = first; *byte; byte++)
            assert_true((unsigned char)*byte < 0x80); /* folded */
    }
    stemmer_free(stemmer);
    assert_true(stemmers_fingerprint() == stemmers_fingerprint());
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_queries),        cmocka_unit_test(test_query_failures),
        cmocka_unit_test(test_search_options), cmocka_unit_test(test_reading),
        cmocka_unit_test(test_several),        cmocka_unit_test(test_modified),
        cmocka_unit_test(test_damage),         cmocka_unit_test(test_writing_failures),
        cmocka_unit_test(test_compact),        cmocka_unit_test(test_stems),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
