/* bench.c - how long queries take, in process: queries made from the texts of the database itself, each run by the
 * searcher as the page does (ten hits, three highlighted passages each), beside the least that Xapian can do with the
 * same words. Usage: bench-query DATABASE [QUERIES-OF-A-KIND [KIND]], kinds counted from 0 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "buf.h"
#include "database.h"
#include "record_codec.h"
#include "search.h"
#include "token.h"

enum { MEMORY = 512 << 20, QUERIES = 200, WORDS_MAX = 8, LETTERS_MIN = 4, TRIES_MAX = 1000, HITS = 10, SLOW_MS = 15 };

enum kind { ONE_WORD, TWO_WORDS, THREE_WORDS, QUESTION, PHRASE, PREFIX, SPEAKER, PASSAGES, KIND_COUNT };

static const struct {
    const char *name;
    unsigned words;
    bool side_by_side; /* words of the text as they follow one another, function words too */
    enum unit unit;
} kinds[KIND_COUNT] = {
    [ONE_WORD] = { "one word", 1, false, UNIT_REPORT },
    [TWO_WORDS] = { "two words", 2, false, UNIT_REPORT },
    [THREE_WORDS] = { "three words", 3, false, UNIT_REPORT },
    [QUESTION] = { "eight words of a text", 8, true, UNIT_REPORT },
    [PHRASE] = { "phrase of three", 3, true, UNIT_REPORT },
    [PREFIX] = { "word and star", 1, false, UNIT_REPORT },
    [SPEAKER] = { "two words and a speaker", 2, false, UNIT_REPORT },
    [PASSAGES] = { "two words, passages", 2, false, UNIT_PASSAGE },
};

struct bench {
    struct database *database;
    struct arena arena;      /* of one query */
    unsigned seed;
    struct error error;
};

struct query {
    char text[600];
    char words[WORDS_MAX][TOKEN_BYTES_MAX + 1];
    unsigned count;
};

/* Milliseconds by the clock, and of the processor's own: on a busy machine they differ. */
struct timing {
    double wall, processor;
};

struct timings {
    double *wall, *processor;
    size_t count;
};

static double read_clock(clockid_t clock)
{
    struct timespec now;

    clock_gettime(clock, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static struct timing now_ms(void)
{
    return (struct timing){ read_clock(CLOCK_MONOTONIC), read_clock(CLOCK_PROCESS_CPUTIME_ID) };
}

static struct timing since(struct timing start)
{
    struct timing end = now_ms();

    return (struct timing){ end.wall - start.wall, end.processor - start.processor };
}

static void die(const struct error *error)
{
    fprintf(stderr, "bench-query: %s\n", error->message);
    exit(2);
}

static void check(enum status status, const struct error *error)
{
    if (status)
        die(error);
}

static unsigned below(struct bench *bench, size_t most)
{
    return (unsigned)((double)rand_r(&bench->seed) / ((double)RAND_MAX + 1) * (double)most);
}

/* The text of some passage, and who speaks in it; an empty slice when the dice fell on no report. */
static struct slice some_passage(struct bench *bench, const char **speaker)
{
    struct db_statistics counts;
    struct slice encoded, text = { 0 };
    struct record *record;
    struct error ignored;

    check(db_counts(database_reports(bench->database), &counts, &bench->error), &bench->error);
    uint32_t id = 1 + below(bench, counts.last_document);
    if (database_report(bench->database, id, &bench->arena, &encoded, NULL, &ignored)
        || record_decode(&bench->arena, encoded, &record, &ignored) || !record->passages.count)
        return text;
    const struct passage *passage = &record->passages.items[below(bench, record->passages.count)];
    *speaker = passage->speaker;
    check(record_decode_span(&bench->arena, encoded, passage->start, passage->end, &text, &bench->error),
          &bench->error);
    return text;
}

static bool says_something(const struct token *token)
{
    return token->kind == TOKEN_WORD && !token->digits && token->term.length >= LETTERS_MIN
        && !language_is_stop_word(LANGUAGE_UNKNOWN, token->term);
}

/* Puts a word of the text into the query, as it is written there. */
static void add_word(struct query *query, struct slice text, const struct token *token)
{
    size_t length = strlen(query->text);

    snprintf(query->text + length, sizeof query->text - length, "%s%.*s", length && query->count ? " " : "",
             (int)(token->end - token->start), text.bytes + token->start);
    snprintf(query->words[query->count++], sizeof *query->words, "%.*s", (int)token->term.length, token->term.bytes);
}

/* Takes words of TEXT for a query of this kind, or fails. */
static bool take_words(struct bench *bench, enum kind kind, struct slice text, struct query *query)
{
    struct tokenizer tokenizer;
    struct token token;
    unsigned wanted = kinds[kind].words, words = 0;
    uint32_t last = 0;

    tokenizer_init(&tokenizer, text);
    while (tokenizer_next(&tokenizer, &token))
        words += kinds[kind].side_by_side ? token.kind == TOKEN_WORD : says_something(&token);
    if (words < wanted)
        return false;
    unsigned skipped = kinds[kind].side_by_side ? below(bench, words - wanted + 1) : 0;
    tokenizer_init(&tokenizer, text);
    while (query->count < wanted && tokenizer_next(&tokenizer, &token)) {
        if (kinds[kind].side_by_side ? token.kind != TOKEN_WORD : !says_something(&token))
            continue;
        if (kinds[kind].side_by_side && skipped && skipped--)
            continue;
        /* any of those left, each as likely */
        if (!kinds[kind].side_by_side && below(bench, words--) >= wanted - query->count)
            continue;
        if (kinds[kind].side_by_side && query->count && token.start > last + 2)
            return false; /* a sentence ended */
        add_word(query, text, &token);
        last = token.end;
    }
    return query->count == wanted;
}

static void make_query(struct bench *bench, enum kind kind, struct query *query)
{
    for (int i = 0; i < TRIES_MAX; i++) {
        const char *speaker = NULL;
        struct slice text = some_passage(bench, &speaker);
        *query = (struct query){ .count = 0 };
        if (kind == PHRASE)
            strcpy(query->text, "\"");
        bool made = (kind != SPEAKER || speaker) && take_words(bench, kind, text, query);
        size_t length = strlen(query->text);
        char *end = query->text + length;
        if (kind == PHRASE)
            snprintf(end, sizeof query->text - length, "\"");
        else if (kind == PREFIX)
            snprintf(end > query->text + 5 ? query->text + 5 : end, 2, "*");
        else if (kind == SPEAKER && made)
            snprintf(end, sizeof query->text - length, " speaker:\"%s\"", speaker);
        arena_reset(&bench->arena);
        if (made)
            return;
    }
    query->text[0] = '\0';
}

/* A whole request, as a page makes it. */
static struct timing run_search(struct bench *bench, enum kind kind, const struct query *query)
{
    struct search_request request = SEARCH_REQUEST_INIT;
    struct result result;

    request.query = query->text;
    request.limit = HITS;
    request.unit = kinds[kind].unit;
    struct timing start = now_ms();
    enum status status = search_run(bench->database, &request, &bench->arena, &result, &bench->error);
    struct timing took = since(start);
    if (status && status != STATUS_QUERY) /* a passage can have a word that is an operator */
        die(&bench->error);
    return took;
}

/* The least: any of the words as they are, Xapian's own ranking, the data of ten documents. */
static struct timing run_floor(struct bench *bench, enum kind kind, const struct query *query)
{
    const struct db *db = kinds[kind].unit == UNIT_REPORT ? database_reports(bench->database)
                                                          : database_passages(bench->database);
    struct db_search search = DB_SEARCH_INIT;
    struct db_queries *pool;
    struct db_matches *matches;
    struct db_totals totals;
    db_query words[WORDS_MAX];
    struct timing start = now_ms();

    check(db_queries_open(&pool, &bench->error), &bench->error);
    for (unsigned i = 0; i < query->count; i++)
        words[i] = db_query_term(pool, slice_of(query->words[i]));
    search.query = db_query_combine(pool, DB_OR, words, query->count, 0);
    search.count = HITS;
    check(db_search_run(db, pool, &search, &matches, &bench->error), &bench->error);
    db_matches_totals(matches, &totals);
    for (uint32_t i = 0; i < totals.count; i++) {
        struct db_document *document;
        struct slice data;
        check(db_matches_document(matches, i, &document, &bench->error), &bench->error);
        check(db_document_data(document, &data, &bench->error), &bench->error);
        db_document_free(document);
    }
    db_matches_free(matches);
    db_queries_close(pool);
    return since(start);
}

static int by_size(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;

    return (left > right) - (left < right);
}

static double percentile(double *ms, size_t count, double part)
{
    if (!count)
        return 0;
    qsort(ms, count, sizeof *ms, by_size);
    return ms[(size_t)(part * (double)(count - 1) + 0.5)];
}

static void print_row(const char *name, const struct timings *search, const struct timings *least)
{
    printf("%-24s %5zu", name, search->count);
    for (int floors = 0; floors < 2; floors++) {
        const struct timings *timings = floors ? least : search;
        printf("   %7.2f %7.2f %7.2f %7.2f", percentile(timings->wall, timings->count, 0.5),
               percentile(timings->wall, timings->count, 0.99), percentile(timings->processor, timings->count, 0.5),
               percentile(timings->processor, timings->count, 0.99));
    }
    putchar('\n');
}

/* Room at the end of ALL. */
static struct timings part_of(const struct timings *all)
{
    return (struct timings){ all->wall + all->count, all->processor + all->count, 0 };
}

static void note(struct timings *timings, struct timing took)
{
    timings->wall[timings->count] = took.wall;
    timings->processor[timings->count++] = took.processor;
}

static void run_kind(struct bench *bench, enum kind kind, size_t queries, struct timings *all, struct timings *floors)
{
    struct timings search = part_of(all), least = part_of(floors);

    for (size_t i = 0; i < queries; i++) {
        struct query query;
        make_query(bench, kind, &query);
        if (!query.text[0])
            continue;
        for (int warm = 0; warm < 2; warm++) { /* the second time counts: the pages are in memory */
            struct timing took = run_search(bench, kind, &query), floor = run_floor(bench, kind, &query);
            arena_reset(&bench->arena);
            if (!warm)
                continue;
            note(&search, took);
            note(&least, floor);
            if (took.processor > SLOW_MS && getenv("BENCH_SLOW"))
                fprintf(stderr, "%.1f ms: %s\n", took.processor, query.text);
        }
    }
    print_row(kinds[kind].name, &search, &least);
    all->count += search.count;
    floors->count += least.count;
}

static void print_load(void)
{
    double load[1];

    if (getloadavg(load, 1) == 1)
        printf("load %.2f\n", load[0]);
}

int main(int argc, char **argv)
{
    struct bench bench = { .arena = ARENA_INIT(MEMORY), .seed = 7, .error = ERROR_NONE };
    size_t queries = argc > 2 ? (size_t)atol(argv[2]) : QUERIES;
    const char *path = argc > 1 ? argv[1] : NULL;

    if (!path || !queries) {
        fputs("usage: bench-query DATABASE [QUERIES-OF-A-KIND [KIND]]\n", stderr);
        return 2;
    }
    if (arena_guard(&bench.arena)) {
        fputs("bench-query: out of memory\n", stderr);
        return 2;
    }
    check(database_open(&bench.database, &path, 1, &bench.error), &bench.error);
    size_t room = KIND_COUNT * queries;
    double *numbers = calloc(4 * room, sizeof *numbers);
    struct timings all = { numbers, numbers + room, 0 }, floors = { numbers + 2 * room, numbers + 3 * room, 0 };
    if (!numbers)
        return 2;
    printf("%u reports, %u passages; milliseconds\n", database_report_count(bench.database),
           database_passage_count(bench.database));
    print_load();
    printf("%-24s %5s   %-31s   %-31s\n", "", "", "search", "Xapian, any word, ten documents");
    printf("%-24s %5s   %7s %7s %7s %7s   %7s %7s %7s %7s\n", "query", "runs", "median", "99 %", "cpu med", "cpu 99%",
           "median", "99 %", "cpu med", "cpu 99%");
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (argc < 4 || atoi(argv[3]) == kind)
            run_kind(&bench, (enum kind)kind, queries, &all, &floors);
    print_row("all", &all, &floors);
    print_load();
    free(numbers);
    arena_fini(&bench.arena);
    database_close(bench.database);
    return 0;
}
