/* layouts.c - the storage experiment: the same texts put into a database in several ways, then the same queries.
 *
 *     layouts build LAYOUT FOLDER <files      one file name a line; prints seconds and counts
 *     layouts queries COUNT <files            makes up queries from the texts: "w word…" or "p a phrase"
 *     layouts run LAYOUT FOLDER <queries      prints median and 99th percentile of the time per kind of query
 *
 * Layouts:
 *   two      reports/ (words, no positions; the text) and passages/ (positions); stems in a dictionary
 *   one      both levels in one database, a report's words under a prefix
 *   passages passages alone, the text with them, collapsed to reports by value
 *   stems    as two, with each stem indexed beside its word instead of the dictionary
 *   none     reads and cuts only: what all have in common
 * All strip tags in the same crude way and take paragraphs as passages. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

#include "db_write.h"
#include "dictionary.h"
#include "fields.h"
#include "language.h"
#include "record_codec.h"
#include "stem.h"
#include "term_set.h"
#include "token.h"
#include "word_table.h"

enum layout { LAYOUT_TWO, LAYOUT_ONE, LAYOUT_PASSAGES, LAYOUT_STEMS, LAYOUT_NONE, LAYOUT_COUNT };
static const char *const layout_names[] = { "two", "one", "passages", "stems", "none" };

enum { COMMIT_BYTES = 32 << 20, FORMS_MAX = 64, HITS = 10, WORDS_MAX = 8, PASSAGE_LEAST = 400 };

#define REPORT_WORD "R"  /* a report's words, in the layout with one database */
#define STEM_TERM "Z"

struct bench {
    enum layout layout;
    struct db_writer *reports, *passages; /* the same one, in the layouts with one database */
    struct db_draft *report, *passage, *dictionary;
    struct stemmer *stemmers[LANGUAGE_COUNT];
    struct term_set *known;
    struct arena arena, packing; /* of a file, of one encoded record */
    size_t pending, documents, passage_count, text_bytes;
};

static void must(enum status status, const struct error *error)
{
    if (status == STATUS_OK)
        return;
    fprintf(stderr, "layouts: %s\n", error->message);
    abort();
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* ---- text and passages ---- */

static bool is_block_tag(const char *tag)
{
    static const char *const inline_tags[] = { "a", "b", "i", "em", "strong", "span", "code", "tt", "font", "sup" };
    for (size_t i = 0; i < sizeof inline_tags / sizeof *inline_tags; i++) {
        size_t length = strlen(inline_tags[i]);
        if (strncasecmp(tag, inline_tags[i], length) == 0 && !isalnum((unsigned char)tag[length]))
            return false;
    }
    return true;
}

/* Tags out; a block's tag ends a paragraph. */
static void strip(struct slice page, struct buf *text)
{
    const char *at = page.bytes, *end = at + page.length;
    while (at < end) {
        const char *open = memchr(at, '<', (size_t)(end - at));
        buf_add(text, at, (size_t)((open ? open : end) - at));
        if (!open)
            return;
        const char *name = open + 1 + (open + 1 < end && open[1] == '/');
        const char *skip = strncasecmp(name, "script", 6) == 0  ? "</script"
                           : strncasecmp(name, "style", 5) == 0 ? "</style"
                                                                : NULL;
        const char *close = skip && name == open + 1 ? strcasestr(name, skip) : open;
        close = close ? memchr(close, '>', (size_t)(end - close)) : NULL;
        if (!close)
            return;
        buf_add_string(text, is_block_tag(name) ? "\n\n" : "");
        at = close + 1;
    }
}

static bool read_text(struct arena *arena, const char *path, struct slice *text)
{
    FILE *file = fopen(path, "rb");
    struct stat info;
    if (!file)
        return false;
    if (fstat(fileno(file), &info) != 0) {
        fclose(file);
        return false;
    }
    char *bytes = arena_alloc(arena, (size_t)info.st_size + 1);
    size_t length = fread(bytes, 1, (size_t)info.st_size, file);
    bytes[length] = '\0';
    fclose(file);
    struct buf out = BUF_INIT(arena);
    const char *ending = strrchr(path, '.');
    if (ending && strcmp(ending, ".html") == 0)
        strip((struct slice){ bytes, length }, &out);
    else
        buf_add(&out, bytes, length);
    *text = buf_slice(&out);
    return true;
}

/* The next passage: paragraphs up to PASSAGE_LEAST bytes. False at the end. */
static bool next_passage(struct slice *rest, struct slice *passage)
{
    *rest = slice_trim(*rest);
    if (rest->length == 0)
        return false;
    size_t at = 0;
    for (;;) {
        const char *gap = at < rest->length ? memmem(rest->bytes + at, rest->length - at, "\n\n", 2) : NULL;
        at = gap ? (size_t)(gap - rest->bytes) : rest->length;
        if (at >= PASSAGE_LEAST || !gap)
            break;
        at += 2;
    }
    *passage = (struct slice){ rest->bytes, at };
    *rest = (struct slice){ rest->bytes + at, rest->length - at };
    return true;
}

/* ---- building ---- */

static void learn(struct bench *bench, enum language language, const struct token *token)
{
    char term[DICTIONARY_TERM_ROOM];
    struct slice forms[] = { token->accented.length ? token->accented : token->term, token->term };
    struct error error;
    char word[TOKEN_BYTES_MAX * 2];
    int length = snprintf(word, sizeof word, "%d%.*s", (int)language, (int)forms[0].length, forms[0].bytes);
    struct slice key = { word, (size_t)length };
    if (!bench->stemmers[language] || token->digits || term_set_has(bench->known, key))
        return;
    term_set_add(bench->known, key);
    for (size_t i = 0; i < (token->accented.length ? 2u : 1u); i++) {
        struct slice stem = stemmer_stem(bench->stemmers[language], forms[i]);
        struct slice whole = { term, dictionary_stem_term(language, stem, token->term, term) };
        if (whole.length && !term_set_has(bench->known, whole)) {
            term_set_add(bench->known, whole);
            must(db_draft_boolean(bench->dictionary, whole, &error), &error);
        }
    }
}

/* Adds the stem of a token to both documents. */
static void index_stem(struct bench *bench, enum language language, const struct token *token,
                       struct word_table *table)
{
    char term[DICTIONARY_TERM_ROOM];
    struct slice word = token->accented.length ? token->accented : token->term;
    struct slice stem = bench->stemmers[language] ? stemmer_stem(bench->stemmers[language], word) : word;
    struct error error;
    int length = snprintf(term, sizeof term, "%s%.*s", STEM_TERM, (int)stem.length, stem.bytes);
    word_table_count(table, STEM_TERM, stem);
    must(db_draft_term(bench->passage, (struct slice){ term, (size_t)length }, 1, &error), &error);
}

static void add_file(struct bench *bench, const char *path, size_t number)
{
    struct arena *arena = &bench->arena;
    struct slice text, rest, passage;
    struct error error;
    char id[32], unique[40];
    if (!read_text(arena, path, &text))
        return;
    snprintf(id, sizeof id, "%016zx", number);
    snprintf(unique, sizeof unique, "%s%s", TERM_REPORT, id);
    enum language language = language_detect((struct slice){ text.bytes, text.length < 20000 ? text.length : 20000 });
    struct word_table table = WORD_TABLE_INIT(arena);
    bench->text_bytes += text.length;
    bench->pending += text.length;
    bench->documents++;
    for (rest = text; next_passage(&rest, &passage); bench->passage_count++) {
        struct tokenizer tokenizer;
        struct token token;
        tokenizer_init(&tokenizer, passage);
        if (bench->layout == LAYOUT_NONE) {
            while (tokenizer_next(&tokenizer, &token))
                ;
            continue;
        }
        must(db_draft_clear(bench->passage, &error), &error);
        while (tokenizer_next(&tokenizer, &token)) {
            must(db_draft_posting(bench->passage, token.term, token.position, &error), &error);
            if (bench->layout != LAYOUT_PASSAGES) /* only some layouts count a report's words */
                word_table_count(&table, bench->layout == LAYOUT_ONE ? REPORT_WORD : "", token.term);
            if (bench->layout == LAYOUT_STEMS)
                index_stem(bench, language, &token, &table);
            else
                learn(bench, language, &token);
        }
        must(db_draft_boolean(bench->passage, slice_of(unique), &error), &error);
        must(db_draft_value(bench->passage, SLOT_REPORT, slice_of(id), &error), &error);
        if (bench->layout == LAYOUT_PASSAGES) {
            struct record record = { .id = id, .event_place = -1, .text = passage };
            struct buf encoded = BUF_INIT(&bench->packing);
            must(record_encode(&record, &encoded, &error), &error);
            must(db_draft_data(bench->passage, buf_slice(&encoded), &error), &error);
            arena_reset(&bench->packing);
        }
        must(db_writer_add(bench->passages, bench->passage, NULL, &error), &error);
    }
    if (bench->layout == LAYOUT_NONE || bench->layout == LAYOUT_PASSAGES)
        return;
    struct record record = { .id = id, .path = path, .event_place = -1, .text = text };
    struct buf encoded = BUF_INIT(arena);
    must(record_encode(&record, &encoded, &error), &error);
    must(db_draft_clear(bench->report, &error), &error);
    for (size_t i = 0; i < table.room; i++)
        if (table.entries[i].bytes)
            must(db_draft_term(bench->report, (struct slice){ table.entries[i].bytes, table.entries[i].length },
                               table.entries[i].count, &error), &error);
    must(db_draft_boolean(bench->report, slice_of(unique), &error), &error);
    must(db_draft_boolean(bench->report, SLICE(TERM_LEVEL), &error), &error);
    must(db_draft_data(bench->report, buf_slice(&encoded), &error), &error);
    must(db_writer_add(bench->reports, bench->report, NULL, &error), &error);
}

static void commit(struct bench *bench, bool more)
{
    struct error error;
    bench->pending = 0;
    if (bench->layout == LAYOUT_NONE)
        return;
    must(db_writer_add(bench->reports, bench->dictionary, NULL, &error), &error);
    must(db_draft_clear(bench->dictionary, &error), &error);
    must(db_writer_commit(bench->passages, &error), &error);
    if (bench->reports != bench->passages)
        must(db_writer_commit(bench->reports, &error), &error);
    if (!more)
        return;
    must(db_writer_begin(bench->passages, &error), &error);
    if (bench->reports != bench->passages)
        must(db_writer_begin(bench->reports, &error), &error);
}

static bool has_two(enum layout layout)
{
    return layout == LAYOUT_TWO || layout == LAYOUT_STEMS;
}

static void open_stemmers(struct stemmer **stemmers)
{
    struct error error;
    must(stemmer_new(&stemmers[LANGUAGE_FR], LANGUAGE_FR, &error), &error);
    must(stemmer_new(&stemmers[LANGUAGE_EN], LANGUAGE_EN, &error), &error);
}

static char *read_line(char *line, size_t size)
{
    if (!fgets(line, (int)size, stdin))
        return NULL;
    line[strcspn(line, "\n")] = '\0';
    return line;
}

static int build(enum layout layout, const char *folder)
{
    struct bench *bench = calloc(1, sizeof *bench);
    struct error error;
    char path[4096], line[4096];
    double start = now();
    if (!bench || arena_guard(&bench->arena))
        return 2;
    bench->layout = layout;
    bench->known = term_set_new();
    open_stemmers(bench->stemmers);
    must(db_draft_new(&bench->report, &error), &error);
    must(db_draft_new(&bench->passage, &error), &error);
    must(db_draft_new(&bench->dictionary, &error), &error);
    mkdir(folder, 0777);
    if (layout != LAYOUT_NONE) {
        snprintf(path, sizeof path, "%s/%s", folder, "passages");
        must(db_writer_open(&bench->passages, path, DB_WRITE_CREATE, &error), &error);
        must(db_writer_begin(bench->passages, &error), &error);
        bench->reports = bench->passages;
    }
    if (has_two(layout)) {
        snprintf(path, sizeof path, "%s/%s", folder, "reports");
        must(db_writer_open(&bench->reports, path, DB_WRITE_CREATE, &error), &error);
        must(db_writer_begin(bench->reports, &error), &error);
    }
    while (read_line(line, sizeof line)) {
        add_file(bench, line, bench->documents + 1);
        arena_reset(&bench->arena);
        if (bench->pending >= COMMIT_BYTES)
            commit(bench, true);
    }
    commit(bench, false);
    if (bench->reports && bench->reports != bench->passages)
        must(db_writer_close(bench->reports, &error), &error);
    if (bench->passages)
        must(db_writer_close(bench->passages, &error), &error);
    printf("%s: %.2f s, %zu reports, %zu passages, %.1f MB of text\n", layout_names[layout], now() - start,
           bench->documents, bench->passage_count, (double)bench->text_bytes / 1e6);
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        stemmer_free(bench->stemmers[i]);
    db_draft_free(bench->report);
    db_draft_free(bench->passage);
    db_draft_free(bench->dictionary);
    term_set_free(bench->known);
    arena_fini(&bench->packing);
    arena_fini(&bench->arena);
    free(bench);
    return 0;
}

/* ---- making queries ---- */

/* Prints a query of COUNT words (of any, for a phrase) from a random place of PASSAGE; false when it has none. */
static bool make_query(struct slice passage, int count, bool phrase, enum language language, unsigned *seed)
{
    struct tokenizer tokenizer;
    struct token token;
    char line[1024] = "";
    int skip = rand_r(seed) % 40, found = 0;
    tokenizer_init(&tokenizer, passage);
    while (found < count && tokenizer_next(&tokenizer, &token)) {
        struct slice word = token.accented.length ? token.accented : token.term;
        if (token.kind != TOKEN_WORD || skip-- > 0)
            continue;
        bool plain = !token.digits && token.term.length > 3 && !language_is_stop_word(language, token.term);
        if (!phrase && !plain)
            continue;
        if (!phrase)
            skip = rand_r(seed) % 8;
        size_t used = strlen(line);
        snprintf(line + used, sizeof line - used, " %.*s", (int)word.length, word.bytes);
        found++;
    }
    if (found == count)
        printf("%c%d%s\n", phrase ? 'p' : 'w', count, line);
    return found == count;
}

static int make_queries(size_t count)
{
    struct arena arena = ARENA_INIT(0);
    VEC(char *) files = { 0 };
    char line[4096];
    unsigned seed = 1515;
    while (read_line(line, sizeof line))
        *vec_push(&arena, &files) = arena_strdup(&arena, line);
    for (size_t made = 0, tries = 0; made < count && files.count && tries < count * 20; tries++) {
        struct arena page = ARENA_INIT(0);
        struct slice text, passage;
        if (read_text(&page, files.items[(size_t)rand_r(&seed) % files.count], &text)) {
            int nth = rand_r(&seed) % 20;
            enum language language = language_detect(text);
            while (next_passage(&text, &passage) && nth-- > 0)
                ;
            int kind = (int)(made % 5); /* one, two and three words, phrases of two and three */
            made += nth < 0 && make_query(passage, kind < 3 ? kind + 1 : kind - 1, kind >= 3, language, &seed);
        }
        arena_fini(&page);
    }
    arena_fini(&arena);
    return 0;
}

/* ---- running them ---- */

struct runner {
    enum layout layout;
    struct db *reports, *passages;
    struct stemmer *stemmers[LANGUAGE_COUNT];
    struct arena arena;
};

/* One word: its forms as one group, or its stem, under PREFIX. */
static db_query word_query(struct runner *runner, struct db_queries *pool, struct slice word, const char *prefix)
{
    static const enum language languages[] = { LANGUAGE_FR, LANGUAGE_EN };
    VEC(db_query) queries = { 0 };
    struct arena *arena = &runner->arena;
    char folded[TOKEN_BYTES_MAX];
    struct error error;
    size_t length = fold_key(word, folded, sizeof folded);
    const char *exact = arena_printf(arena, "%s%.*s", prefix, (int)length, folded);
    *vec_push(arena, &queries) = db_query_term(pool, slice_of(exact));
    for (size_t i = 0; i < 2; i++) {
        slice_list forms = { 0 };
        struct slice stem = stemmer_stem(runner->stemmers[languages[i]], word);
        if (runner->layout == LAYOUT_STEMS) {
            const char *term = arena_printf(arena, STEM_TERM "%.*s", (int)stem.length, stem.bytes);
            *vec_push(arena, &queries) = db_query_term(pool, slice_of(term));
            continue;
        }
        must(dictionary_forms(runner->reports, languages[i], stem, FORMS_MAX, arena, &forms, &error), &error);
        for (size_t j = 0; j < forms.count; j++)
            *vec_push(arena, &queries) = db_query_term(pool, slice_of(arena_printf(
                arena, "%s%.*s", prefix, (int)forms.items[j].length, forms.items[j].bytes)));
    }
    return db_query_combine(pool, DB_SYNONYM, queries.items, queries.count, 0);
}

static struct db_matches *search(const struct db *db, const struct db_queries *pool, db_query query, uint32_t count,
                                 bool collapse, uint32_t collapse_max)
{
    struct db_search options = DB_SEARCH_INIT;
    struct db_matches *matches = NULL;
    struct error error;
    options.query = query;
    options.count = count;
    if (collapse)
        options.collapse_slot = SLOT_REPORT, options.collapse_max = collapse_max;
    must(db_search_run(db, pool, &options, &matches, &error), &error);
    return matches;
}

/* Fetches the data of the matches (what showing them needs) and gives how many there are. */
static uint32_t fetch(struct db_matches *matches, bool data)
{
    struct db_totals totals;
    db_matches_totals(matches, &totals);
    for (uint32_t i = 0; i < totals.count; i++) {
        struct db_document *document;
        struct slice bytes;
        struct error error;
        must(db_matches_document(matches, i, &document, &error), &error);
        must(data ? db_document_data(document, &bytes, &error)
                  : db_document_value(document, SLOT_REPORT, &bytes, &error), &error);
        db_document_free(document);
    }
    return totals.count;
}

/* The best passages of the matched reports. */
static void best_passages(struct runner *runner, struct db_queries *pool, struct db_matches *reports, db_query words)
{
    db_query ids[HITS];
    struct db_totals totals;
    struct error error;
    db_matches_totals(reports, &totals);
    for (uint32_t i = 0; i < totals.count; i++) {
        struct db_document *document;
        struct db_terms *terms;
        struct slice term;
        must(db_matches_document(reports, i, &document, &error), &error);
        must(db_document_terms(document, SLICE(TERM_REPORT), &terms, &error), &error);
        must(db_terms_next(terms, &term, NULL, &error), &error);
        ids[i] = db_query_term(pool, slice_of(arena_dup_slice(&runner->arena, term)));
        db_terms_close(terms);
        db_document_free(document);
    }
    db_query filter = db_query_combine(pool, DB_OR, ids, totals.count, 0);
    struct db_matches *passages =
        search(runner->passages, pool, db_query_filter(pool, words, filter), 3 * HITS, true, 3);
    fetch(passages, false);
    db_matches_free(passages);
}

/* All words in a report, with its best passages; in the layout of passages, all words in one passage. */
static void run_words(struct runner *runner, struct slice *words, size_t count)
{
    struct db_queries *pool;
    struct error error;
    db_query report[WORDS_MAX], passage[WORDS_MAX];
    const char *prefix = runner->layout == LAYOUT_ONE ? REPORT_WORD : "";
    must(db_queries_open(&pool, &error), &error);
    for (size_t i = 0; i < count; i++) {
        passage[i] = word_query(runner, pool, words[i], "");
        report[i] = *prefix ? word_query(runner, pool, words[i], prefix) : passage[i];
    }
    if (runner->layout == LAYOUT_PASSAGES) {
        struct db_matches *matches =
            search(runner->passages, pool, db_query_combine(pool, DB_AND, passage, count, 0), HITS, true, 3);
        fetch(matches, true);
        db_matches_free(matches);
    } else {
        struct db_matches *matches =
            search(runner->reports, pool, db_query_combine(pool, DB_AND, report, count, 0), HITS, false, 0);
        if (fetch(matches, true))
            best_passages(runner, pool, matches, db_query_combine(pool, DB_OR, passage, count, 0));
        db_matches_free(matches);
    }
    db_queries_close(pool);
}

static void run_phrase(struct runner *runner, struct slice *words, size_t count)
{
    struct db_queries *pool;
    struct error error;
    db_query terms[WORDS_MAX];
    must(db_queries_open(&pool, &error), &error);
    for (size_t i = 0; i < count; i++) {
        char *folded = arena_alloc(&runner->arena, TOKEN_BYTES_MAX);
        fold_key(words[i], folded, TOKEN_BYTES_MAX);
        terms[i] = db_query_term(pool, slice_of(folded));
    }
    db_query phrase = db_query_combine(pool, DB_PHRASE, terms, count, 0);
    struct db_matches *matches = search(runner->passages, pool, phrase, HITS, true, 3);
    fetch(matches, true);
    db_matches_free(matches);
    db_queries_close(pool);
}

static int compare_doubles(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static void show(const char *name, double *times, size_t count)
{
    if (count == 0)
        return;
    qsort(times, count, sizeof *times, compare_doubles);
    printf("  %-8s %4zu queries  median %7.3f ms  p99 %8.3f ms\n", name, count, times[count / 2] * 1e3,
           times[count * 99 / 100] * 1e3);
}

static int run(enum layout layout, const char *folder)
{
    static const char *const kinds[] = { "w1", "w2", "w3", "p2", "p3" };
    enum { KINDS = sizeof kinds / sizeof *kinds, ROUNDS = 2 };
    struct arena lines = ARENA_INIT(0);
    VEC(char *) queries = { 0 };
    VEC(double) times[KINDS] = { { 0 } };
    char path[4096], line[4096];
    struct error error;
    struct runner *runner = calloc(1, sizeof *runner);
    if (!runner || arena_guard(&runner->arena))
        return 2;
    runner->layout = layout;
    open_stemmers(runner->stemmers);
    while (read_line(line, sizeof line))
        *vec_push(&lines, &queries) = arena_strdup(&lines, line);
    for (int half = 0; half < 2; half++) {
        bool reports = half == 1;
        snprintf(path, sizeof path, "%s/%s", folder, reports && has_two(layout) ? "reports" : "passages");
        must(db_open(reports ? &runner->reports : &runner->passages, path, &error), &error);
    }
    for (int round = 0; round < ROUNDS; round++) { /* the first warms the caches */
        for (size_t i = 0; i < queries.count; i++) {
            struct slice words[WORDS_MAX];
            size_t count = 0;
            char *copy = arena_strdup(&runner->arena, queries.items[i]), *rest = NULL;
            char *kind = strtok_r(copy, " ", &rest);
            for (char *word; kind && count < WORDS_MAX && (word = strtok_r(NULL, " ", &rest));)
                words[count++] = slice_of(word);
            double start = now();
            if (count && *kind == 'p')
                run_phrase(runner, words, count);
            else if (count)
                run_words(runner, words, count);
            for (size_t k = 0; k < KINDS && round == ROUNDS - 1; k++)
                if (kind && strcmp(kind, kinds[k]) == 0)
                    *vec_push(&lines, &times[k]) = now() - start;
            arena_reset(&runner->arena);
        }
    }
    printf("%s:\n", layout_names[layout]);
    for (size_t k = 0; k < KINDS; k++)
        show(kinds[k], times[k].items, times[k].count);
    db_close(runner->reports);
    db_close(runner->passages);
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        stemmer_free(runner->stemmers[i]);
    arena_fini(&runner->arena);
    arena_fini(&lines);
    free(runner);
    return 0;
}

int main(int count, char **arguments)
{
    if (count == 3 && strcmp(arguments[1], "queries") == 0)
        return make_queries((size_t)strtoul(arguments[2], NULL, 10));
    for (int layout = 0; count == 4 && layout < LAYOUT_COUNT; layout++) {
        if (strcmp(arguments[2], layout_names[layout]) != 0)
            continue;
        if (strcmp(arguments[1], "build") == 0)
            return build((enum layout)layout, arguments[3]);
        if (strcmp(arguments[1], "run") == 0)
            return run((enum layout)layout, arguments[3]);
    }
    fprintf(stderr, "usage: layouts build|run two|one|passages|stems|none FOLDER, or layouts queries COUNT\n");
    return 2;
}
