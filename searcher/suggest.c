/* suggest.c - the nearest word of the collection: edit distance over the words that begin with the same letter, then
 * one edit of the first letter. */
#include "suggest.h"

#include "buf.h"
#include "database.h"
#include "fields.h"
#include "query.h"
#include "token.h"

enum {
    WORD_BYTES_MIN = 4,      /* shorter words are near to too many others */
    SHORT_BYTES = 6,         /* up to here one edit, beyond two */
    SCAN_MAX = 200000,       /* words looked at */
    CORRECTIONS_MAX = 4      /* of one query */
};

struct nearest {
    char word[TOKEN_BYTES_MAX + 1];
    size_t length;
    unsigned edits;
    uint32_t frequency;
};

/* Edits (insert, delete, replace, swap neighbours) from A to B, or more than MOST as soon as that is sure: optimal
 * string alignment after Damerau (1964), on bytes, since folded words are nearly all ASCII. */
static unsigned edits_between(struct slice a, struct slice b, unsigned most)
{
    unsigned rows[3][TOKEN_BYTES_MAX + 1];

    for (size_t j = 0; j <= b.length; j++)
        rows[0][j] = (unsigned)j;
    for (size_t i = 1; i <= a.length; i++) {
        unsigned *row = rows[i % 3], *above = rows[(i + 2) % 3], *two_above = rows[(i + 1) % 3];
        unsigned least = row[0] = (unsigned)i;
        for (size_t j = 1; j <= b.length; j++) {
            unsigned cost = above[j - 1] + (a.bytes[i - 1] != b.bytes[j - 1]);
            if (above[j] + 1 < cost)
                cost = above[j] + 1;
            if (row[j - 1] + 1 < cost)
                cost = row[j - 1] + 1;
            if (i > 1 && j > 1 && a.bytes[i - 1] == b.bytes[j - 2] && a.bytes[i - 2] == b.bytes[j - 1]
                && two_above[j - 2] + 1 < cost)
                cost = two_above[j - 2] + 1;
            row[j] = cost;
            if (cost < least)
                least = cost;
        }
        if (least > most)
            return most + 1;
    }
    return rows[a.length % 3][b.length];
}

static bool differs_too_much(size_t a, size_t b, unsigned most)
{
    return (a > b ? a - b : b - a) > most;
}

/* The nearest of the words that follow PREFIX in the terms of DB, up to a space; begins like WORD. */
static enum status find_nearest(const struct db *db, const char *prefix, struct slice word, struct nearest *nearest,
                                struct error *error)
{
    unsigned most = word.length <= SHORT_BYTES ? 1 : 2;
    char start[8];
    size_t prefix_length = strlen(prefix);
    struct db_terms *terms = NULL;
    struct slice term;

    *nearest = (struct nearest){ .edits = most + 1 };
    memcpy(start, prefix, prefix_length);
    start[prefix_length] = word.bytes[0];
    enum status status = db_terms_open(db, (struct slice){ start, prefix_length + 1 }, &terms, error);
    for (unsigned i = 0; !status && i < SCAN_MAX; i++) {
        uint32_t frequency;
        status = db_terms_next(terms, &term, &frequency, error);
        if (status || !term.length)
            break;
        struct slice other = { term.bytes + prefix_length, term.length - prefix_length };
        const char *space = memchr(other.bytes, ' ', other.length);
        if (space)
            other.length = (size_t)(space - other.bytes);
        if (other.length > TOKEN_BYTES_MAX || differs_too_much(other.length, word.length, most))
            continue;
        unsigned edits = edits_between(word, other, most);
        if (edits > most || edits > nearest->edits || (edits == nearest->edits && frequency <= nearest->frequency))
            continue;
        memcpy(nearest->word, other.bytes, other.length);
        nearest->word[nearest->length = other.length] = '\0';
        nearest->edits = edits;
        nearest->frequency = frequency;
    }
    db_terms_close(terms);
    return status;
}

/* In how many documents the word is; for names 1 when a name has it (their terms begin with it and a space). */
static enum status count_documents(const struct db *db, const char *prefix, struct slice word, uint32_t *documents,
                                   struct error *error)
{
    char start[TOKEN_BYTES_MAX + 16];
    struct db_terms *terms = NULL;
    struct slice term = { 0 };
    size_t length = strlen(prefix);
    enum status status;

    memcpy(start, prefix, length);
    memcpy(start + length, word.bytes, word.length);
    length += word.length;
    *documents = 0;
    if (!*prefix)
        return db_term_frequency(db, (struct slice){ start, length }, documents, NULL, error);
    start[length++] = ' ';
    status = db_terms_open(db, (struct slice){ start, length }, &terms, error);
    if (!status)
        status = db_terms_next(terms, &term, NULL, error);
    *documents = term.length > 0;
    db_terms_close(terms);
    return status;
}

/* The most frequent word that differs from WORD by its first letter alone: another one, one more, one less, or the
 * first two swapped. */
static enum status find_other_beginning(const struct db *db, const char *prefix, struct slice word,
                                        struct nearest *nearest, struct error *error)
{
    enum { REPLACED = 26, ADDED = 2 * REPLACED, CUT = ADDED, SWAPPED, WAYS };
    char other[TOKEN_BYTES_MAX + 2];
    enum status status = STATUS_OK;

    *nearest = (struct nearest){ .edits = 1 };
    if (word.length >= TOKEN_BYTES_MAX)
        return STATUS_OK;
    for (unsigned way = 0; !status && way < WAYS; way++) {
        size_t dropped = way < REPLACED || way == CUT, length = word.length - dropped;
        uint32_t documents;
        if (way == SWAPPED) {
            memcpy(other, (const char[]){ word.bytes[1], word.bytes[0] }, 2);
            memcpy(other + 2, word.bytes + 2, word.length - 2);
            length = word.length;
        } else {
            other[0] = (char)('a' + way % REPLACED);
            memcpy(other + (way < CUT), word.bytes + dropped, length);
            length += way < CUT;
        }
        status = count_documents(db, prefix, (struct slice){ other, length }, &documents, error);
        if (status || documents <= nearest->frequency)
            continue;
        memcpy(nearest->word, other, length);
        nearest->word[nearest->length = length] = '\0';
        nearest->frequency = documents;
    }
    return status;
}

struct correction {
    const struct db *reports;
    struct arena *arena;
    struct slice query;
    struct buf out;
    size_t copied;           /* bytes of the query that are in out */
    unsigned count;
    struct error *error;
};

/* Corrects the words of a leaf: in the text, or in a person's name. */
static enum status correct_leaf(struct correction *correction, const struct query_node *leaf)
{
    const char *prefix = leaf->field == FIELD_TEXT ? "" : TERM_NAME;
    struct tokenizer tokenizer;
    struct token token;
    enum status status = STATUS_OK;

    tokenizer_init(&tokenizer, leaf->text);
    while (!status && tokenizer_next(&tokenizer, &token) && correction->count < CORRECTIONS_MAX) {
        struct nearest nearest, other;
        uint32_t documents;
        size_t at = (size_t)(leaf->text.bytes - correction->query.bytes) + token.start;
        if (token.kind != TOKEN_WORD || token.digits || token.term.length < WORD_BYTES_MIN || at < correction->copied)
            continue;
        status = count_documents(correction->reports, prefix, token.term, &documents, correction->error);
        if (status || documents)
            continue;
        status = find_nearest(correction->reports, prefix, token.term, &nearest, correction->error);
        if (!status && (!nearest.length || nearest.edits > 1)) {
            status = find_other_beginning(correction->reports, prefix, token.term, &other, correction->error);
            nearest = !status && other.length ? other : nearest;
        }
        if (status || !nearest.length)
            continue;
        buf_add(&correction->out, correction->query.bytes + correction->copied, at - correction->copied);
        buf_add(&correction->out, nearest.word, nearest.length);
        correction->copied = at + (token.end - token.start);
        correction->count++;
    }
    return status;
}

static enum status correct_node(struct correction *correction, const struct query_node *node)
{
    enum status status = STATUS_OK;

    bool name = node->field == FIELD_SPEAKER || node->field == FIELD_MENTION;
    if ((node->kind == QUERY_WORD && (node->field == FIELD_TEXT || name))
        || (node->kind == QUERY_PHRASE && name)) /* quotation marks around words mean: as they are */
        return correct_leaf(correction, node);
    for (size_t i = 0; !status && i < node->children.count; i++)
        status = correct_node(correction, node->children.items[i]);
    return status;
}

enum status suggest_spelling(struct database *database, const char *query, struct arena *arena, const char **better,
                             struct error *error)
{
    struct correction correction = { .reports = database_reports(database), .arena = arena,
                                     .query = slice_of(query ? query : ""), .out = BUF_INIT(arena), .error = error };
    struct query_node *root;
    enum status status = query_parse(correction.query, LANGUAGE_EN, arena, &root, error);

    *better = NULL;
    if (!status)
        status = correct_node(&correction, root);
    if (status || !correction.count)
        return status;
    buf_add(&correction.out, correction.query.bytes + correction.copied, correction.query.length - correction.copied);
    *better = correction.out.bytes;
    return STATUS_OK;
}
