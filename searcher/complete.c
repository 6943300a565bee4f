/* complete.c - completions of what is being typed: people, places, words of titles. */
#include <stdlib.h>

#include "buf.h"
#include "database.h"
#include "dictionary.h"
#include "search.h"
#include "token.h"

enum { CANDIDATES_MAX = 300, KEY_BYTES = 200 };

struct completion {
    const struct db *reports;
    struct arena *arena;
    struct slice typed;       /* as typed */
    struct slice key;         /* folded */
    struct slice last;        /* its last word, which may go on */
    suggestion_list *list;
    struct error *error;
};

static enum status add(struct completion *completion, enum suggestion_kind kind, const char *prefix,
                       struct slice term, const char *value)
{
    const char *whole = arena_printf(completion->arena, "%s%.*s", prefix, (int)term.length, term.bytes);
    uint32_t documents;
    enum status status = db_term_frequency(completion->reports, slice_of(whole), &documents, NULL, completion->error);

    if (!status && documents)
        *vec_push(completion->arena, completion->list) = (struct suggestion){ kind, value, documents };
    return status;
}

/* Does the name have every word typed before the last one? */
static bool has_words(struct slice name, struct slice words)
{
    size_t start = 0;

    for (size_t at = 0; at <= words.length; at++) {
        if (at < words.length && words.bytes[at] != ' ')
            continue;
        struct slice word = { words.bytes + start, at - start };
        const char *hit = word.length ? memmem(name.bytes, name.length, word.bytes, word.length) : name.bytes;
        if (!hit || (hit > name.bytes && hit[-1] != ' '))
            return false;
        start = at + 1;
    }
    return true;
}

static enum status complete_people(struct completion *completion)
{
    slice_list keys = { 0 };
    struct slice before = { completion->key.bytes, completion->key.length - completion->last.length };
    enum status status = dictionary_names(completion->reports, TERM_NAME, completion->last, true, CANDIDATES_MAX,
                                          completion->arena, &keys, completion->error);

    for (size_t i = 0; !status && i < keys.count; i++) {
        struct slice shown;
        if (!has_words(keys.items[i], slice_trim(before)))
            continue;
        status = dictionary_shown(completion->reports, TERM_NAME_SHOWN, keys.items[i], completion->arena, &shown,
                                  completion->error);
        if (!status)
            status = add(completion, SUGGESTION_SPEAKER, field_table[FIELD_SPEAKER].prefix, keys.items[i],
                         arena_dup_slice(completion->arena, shown));
    }
    return status;
}

static enum status complete_places(struct completion *completion)
{
    slice_list ids = { 0 };
    enum status status = dictionary_place_ids(completion->reports, completion->key, true, CANDIDATES_MAX,
                                              completion->arena, &ids, completion->error);

    for (size_t i = 0; !status && i < ids.count; i++) {
        struct dictionary_place place;
        status = dictionary_place(completion->reports, ids.items[i], completion->arena, &place, completion->error);
        if (status == STATUS_NOT_FOUND)
            status = STATUS_OK;
        else if (!status)
            status = add(completion, SUGGESTION_PLACE, field_table[FIELD_PLACE].prefix, ids.items[i], place.name);
    }
    return status;
}

/* Words of titles that the last one typed begins. */
static enum status complete_words(struct completion *completion)
{
    char found[CANDIDATES_MAX][TOKEN_BYTES_MAX + 1];
    size_t count = 0;
    struct db_terms *terms = NULL;
    const char *prefix = field_table[FIELD_TITLE].prefix;
    size_t skipped = strlen(prefix);
    const char *start = arena_printf(completion->arena, "%s%.*s", prefix, (int)completion->last.length,
                                     completion->last.bytes);
    enum status status = db_terms_open(completion->reports, slice_of(start), &terms, completion->error);

    while (!status && count < CANDIDATES_MAX) {
        struct slice term;
        status = db_terms_next(terms, &term, NULL, completion->error);
        if (status || !term.length)
            break;
        if (term.length - skipped > TOKEN_BYTES_MAX)
            continue;
        memcpy(found[count], term.bytes + skipped, term.length - skipped);
        found[count++][term.length - skipped] = '\0';
    }
    db_terms_close(terms);
    /* what is typed before the last word stays as it is */
    size_t kept = completion->typed.length;
    while (kept > 0 && completion->typed.bytes[kept - 1] != ' ')
        kept--;
    for (size_t i = 0; !status && i < count; i++)
        status = add(completion, SUGGESTION_WORD, prefix, slice_of(found[i]),
                     arena_printf(completion->arena, "%.*s%s", (int)kept, completion->typed.bytes, found[i]));
    return status;
}

static int by_count(const void *a, const void *b)
{
    const struct suggestion *left = a, *right = b;

    if (left->kind != right->kind) /* people first: what no other engine knows */
        return left->kind < right->kind ? -1 : 1;
    if (left->count != right->count)
        return left->count > right->count ? -1 : 1;
    return strcmp(left->value, right->value);
}

/* Half for people, a quarter for places, the rest for words; what one leaves the next may take. */
static void share(suggestion_list *list, unsigned limit)
{
    static const unsigned parts[] = { [SUGGESTION_SPEAKER] = 2, [SUGGESTION_PLACE] = 4, [SUGGESTION_WORD] = 1 };
    size_t kept = 0, of_kind = 0;
    unsigned allowed = 0;
    int kind = -1;

    for (size_t i = 0; i < list->count && kept < limit; i++) {
        if ((int)list->items[i].kind != kind) {
            kind = (int)list->items[i].kind;
            allowed = limit / parts[kind] > 0 ? limit / parts[kind] : 1;
            of_kind = 0;
        }
        if (of_kind++ < allowed)
            list->items[kept++] = list->items[i];
    }
    list->count = kept;
}

enum status search_suggest(struct database *database, struct slice prefix, unsigned limit, struct arena *arena,
                           suggestion_list *suggestions, struct error *error)
{
    char key[KEY_BYTES];
    struct completion completion = { .reports = database_reports(database), .arena = arena, .typed = prefix,
                                     .list = suggestions, .error = error };
    size_t length = fold_key(prefix, key, sizeof key), start = length;

    *suggestions = (suggestion_list){ 0 };
    if (!length || !limit)
        return STATUS_OK;
    while (start > 0 && key[start - 1] != ' ')
        start--;
    completion.key = (struct slice){ arena_dup(arena, key, length), length };
    completion.last = (struct slice){ completion.key.bytes + start, length - start };
    enum status status = complete_people(&completion);
    if (!status)
        status = complete_places(&completion);
    if (!status)
        status = complete_words(&completion);
    if (!status && suggestions->count) {
        qsort(suggestions->items, suggestions->count, sizeof *suggestions->items, by_count);
        share(suggestions, limit);
    }
    return status;
}
