#include "dictionary.h"

#include <stdio.h>
#include <stdlib.h>

#include "fields.h"

static const char separator[] = { FACET_SEPARATOR, '\0' };
#define LEVEL_SEPARATOR '\x1E' /* between the ids of the levels above a place */

/* ---- the terms ---- */

/* A term in the making; past DB_TERM_BYTES_MAX it does not fit. */
struct term {
    char *out;
    size_t length;
    bool fits;
};

static void add(struct term *term, struct slice bytes)
{
    if (!term->fits || bytes.length > DB_TERM_BYTES_MAX - term->length) {
        term->fits = false;
        return;
    }
    if (bytes.length)
        memcpy(term->out + term->length, bytes.bytes, bytes.length);
    term->length += bytes.length;
    term->out[term->length] = '\0';
}

static size_t joined(char *out, const struct slice *parts, size_t count)
{
    struct term term = { out, 0, true };
    for (size_t i = 0; i < count; i++)
        add(&term, parts[i]);
    return term.fits ? term.length : 0;
}

size_t dictionary_stem_term(enum language language, struct slice stem, struct slice form,
                            char out[DICTIONARY_TERM_ROOM])
{
    struct slice parts[] = { SLICE(TERM_STEM), slice_of(language_row(language)->code), stem, SLICE(" "), form };
    return joined(out, parts, 5);
}

size_t dictionary_word_term(const char *prefix, struct slice word, struct slice key, char out[DICTIONARY_TERM_ROOM])
{
    struct slice parts[] = { slice_of(prefix), word, SLICE(" "), key };
    return joined(out, parts, 4);
}

size_t dictionary_shown_term(const char *prefix, struct slice key, struct slice shown, char out[DICTIONARY_TERM_ROOM])
{
    struct slice parts[] = { slice_of(prefix), key, slice_of(separator), shown };
    return joined(out, parts, 4);
}

size_t dictionary_place_name_term(struct slice folded_name, struct slice id, char out[DICTIONARY_TERM_ROOM])
{
    struct slice parts[] = { SLICE(TERM_PLACE_NAME), folded_name, slice_of(separator), id };
    return joined(out, parts, 4);
}

/* id, kind, name, latitude and longitude in degrees (empty when unknown), ids above: separated by FACET_SEPARATOR. */
size_t dictionary_place_term(const struct place *place, int level, char out[DICTIONARY_TERM_ROOM])
{
    struct term term = { out, 0, true };
    const struct place_level *at = level < 0 ? NULL : &place->within.items[level];
    char coordinates[64] = "";
    if (!at && place->located)
        snprintf(coordinates, sizeof coordinates, "%.4f,%.4f", place->latitude, place->longitude);
    const char *const parts[] = { at ? at->id : place->id, place_kind_name(at ? at->kind : place->kind),
                                  at ? at->name : place->name, coordinates };
    add(&term, SLICE(TERM_PLACE));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        add(&term, slice_of(parts[i]));
        add(&term, slice_of(separator));
    }
    if (!term.fits)
        return 0;
    for (size_t i = (size_t)(level + 1); i < place->within.count; i++) { /* as many as fit */
        struct slice id = slice_of(place->within.items[i].id);
        if (id.length + 1 > DB_TERM_BYTES_MAX - term.length)
            break;
        if (i > (size_t)(level + 1))
            add(&term, (struct slice){ (const char[]){ LEVEL_SEPARATOR }, 1 });
        add(&term, id);
    }
    return term.length;
}

/* ---- reading ---- */

/* What follows PREFIX in the terms that begin with it, at most ROOM. Two passes, so that nothing is allocated in the
 * arena (which may jump) while the list of terms is open. */
static enum status collect(const struct db *db, struct slice prefix, size_t room, struct arena *arena,
                           slice_list *rests, struct error *error)
{
    size_t count = 0, bytes = 0;
    char *out = NULL;
    *rests = (slice_list){ 0 };
    for (int pass = 0; pass < 2; pass++) {
        struct db_terms *terms = NULL;
        enum status status = db_terms_open(db, prefix, &terms, error);
        struct slice term;
        while (status == STATUS_OK && (pass == 0 ? count < room : rests->count < count)) {
            status = db_terms_next(terms, &term, NULL, error);
            if (status != STATUS_OK || term.length == 0)
                break;
            struct slice rest = { term.bytes + prefix.length, term.length - prefix.length };
            if (pass == 0) {
                count++;
                bytes += rest.length;
            } else if (rest.length <= bytes) {
                memcpy(out, rest.bytes, rest.length);
                rests->items[rests->count++] = (struct slice){ out, rest.length };
                out += rest.length;
                bytes -= rest.length;
            }
        }
        db_terms_close(terms);
        if (status != STATUS_OK || count == 0)
            return status;
        if (pass == 0) {
            rests->items = arena_alloc(arena, count * sizeof *rests->items);
            rests->room = count;
            out = arena_alloc(arena, bytes);
        }
    }
    return STATUS_OK;
}

/* The prefix of a search in the dictionary, in the arena. */
static struct slice prefix_of(struct arena *arena, const char *prefix, struct slice word, const char *end)
{
    char *bytes = arena_printf(arena, "%s%.*s%s", prefix, (int)word.length, word.bytes, end);
    return slice_of(bytes);
}

/* What follows the first SEPARATOR, or an empty slice. */
static struct slice after(struct slice bytes, char separator_byte)
{
    const char *found = bytes.length ? memchr(bytes.bytes, separator_byte, bytes.length) : NULL;
    if (!found)
        return (struct slice){ "", 0 };
    return (struct slice){ found + 1, bytes.length - (size_t)(found + 1 - bytes.bytes) };
}

static int compare_slices(const void *a, const void *b)
{
    const struct slice *left = a, *right = b;
    size_t least = left->length < right->length ? left->length : right->length;
    int order = least ? memcmp(left->bytes, right->bytes, least) : 0;
    return order ? order : (left->length > right->length) - (left->length < right->length);
}

/* Keeps what follows the separator in each, sorted, each once. */
static void keep_after(slice_list *list, char separator_byte)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++)
        list->items[i] = after(list->items[i], separator_byte);
    if (list->count)
        qsort(list->items, list->count, sizeof *list->items, compare_slices);
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].length && (kept == 0 || !slice_equal(list->items[kept - 1], list->items[i])))
            list->items[kept++] = list->items[i];
    list->count = kept;
}

enum status dictionary_forms(const struct db *reports, enum language language, struct slice stem, size_t room,
                             struct arena *arena, slice_list *forms, struct error *error)
{
    char start[8];
    snprintf(start, sizeof start, "%s%s", TERM_STEM, language_row(language)->code);
    return collect(reports, prefix_of(arena, start, stem, " "), room, arena, forms, error);
}

enum status dictionary_names(const struct db *reports, const char *prefix, struct slice word, bool partial,
                             size_t room, struct arena *arena, slice_list *keys, struct error *error)
{
    enum status status =
        collect(reports, prefix_of(arena, prefix, word, partial ? "" : " "), room, arena, keys, error);
    if (status == STATUS_OK && partial)
        keep_after(keys, ' ');
    return status;
}

enum status dictionary_shown(const struct db *reports, const char *prefix, struct slice key, struct arena *arena,
                             struct slice *shown, struct error *error)
{
    slice_list found;
    enum status status = collect(reports, prefix_of(arena, prefix, key, separator), 8, arena, &found, error);
    *shown = key;
    for (size_t i = 0; i < found.count && status == STATUS_OK; i++)
        if (i == 0 || found.items[i].length > shown->length) /* the longest has its accents */
            *shown = found.items[i];
    return status;
}

enum status dictionary_place_ids(const struct db *reports, struct slice folded_name, bool partial, size_t room,
                                 struct arena *arena, slice_list *ids, struct error *error)
{
    struct slice prefix = prefix_of(arena, TERM_PLACE_NAME, folded_name, partial ? "" : separator);
    enum status status = collect(reports, prefix, room, arena, ids, error);
    if (status == STATUS_OK && partial)
        keep_after(ids, FACET_SEPARATOR);
    return status;
}

/* The part of REST before the next separator; REST moves behind it. */
static const char *next_part(struct arena *arena, struct slice *rest, char separator_byte)
{
    const char *end = rest->length ? memchr(rest->bytes, separator_byte, rest->length) : NULL;
    struct slice part = { rest->bytes, end ? (size_t)(end - rest->bytes) : rest->length };
    *rest = end ? after(*rest, separator_byte) : (struct slice){ "", 0 };
    return arena_dup_slice(arena, part);
}

static enum place_kind kind_from_name(const char *name)
{
    for (int kind = 0; kind < PLACE_KIND_COUNT; kind++)
        if (strcmp(name, place_kind_name((enum place_kind)kind)) == 0)
            return (enum place_kind)kind;
    return PLACE_VENUE;
}

static struct dictionary_place read_place(struct arena *arena, struct slice term)
{
    struct dictionary_place place = { 0 };
    place.id = next_part(arena, &term, FACET_SEPARATOR);
    place.kind = kind_from_name(next_part(arena, &term, FACET_SEPARATOR));
    place.name = next_part(arena, &term, FACET_SEPARATOR);
    const char *coordinates = next_part(arena, &term, FACET_SEPARATOR);
    place.located = sscanf(coordinates, "%lf,%lf", &place.latitude, &place.longitude) == 2;
    while (term.length)
        *vec_push(arena, &place.within) = next_part(arena, &term, LEVEL_SEPARATOR);
    return place;
}

enum { PLACE_VARIANTS_MAX = 8 }; /* entries of one id: with and without coordinates, from several gazetteers */

enum status dictionary_place(const struct db *reports, struct slice id, struct arena *arena,
                             struct dictionary_place *place, struct error *error)
{
    slice_list found;
    struct slice prefix = prefix_of(arena, TERM_PLACE, id, separator);
    enum status status = collect(reports, prefix, PLACE_VARIANTS_MAX, arena, &found, error);
    if (status != STATUS_OK)
        return status;
    if (found.count == 0)
        return error_set(error, STATUS_NOT_FOUND, "the database does not know this place");
    for (size_t i = 0; i < found.count; i++) {
        struct slice whole = slice_of(arena_printf(arena, "%.*s%s%.*s", (int)id.length, id.bytes, separator,
                                                   (int)found.items[i].length, found.items[i].bytes));
        struct dictionary_place variant = read_place(arena, whole);
        if (i == 0 || (variant.located && !place->located))
            *place = variant;
    }
    return STATUS_OK;
}

enum status dictionary_all_places(const struct db *reports, size_t room, struct arena *arena,
                                  dictionary_places *places, struct error *error)
{
    slice_list found;
    enum status status = collect(reports, SLICE(TERM_PLACE), room, arena, &found, error);
    for (size_t i = 0; i < found.count && status == STATUS_OK; i++) {
        struct dictionary_place place = read_place(arena, found.items[i]);
        struct dictionary_place *last = places->count ? &places->items[places->count - 1] : NULL;
        if (!last || strcmp(last->id, place.id) != 0)
            *vec_push(arena, places) = place;
        else if (place.located && !last->located)
            *last = place;
    }
    return status;
}
