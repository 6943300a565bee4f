/* search_facets.c - counts of the values that the hits have: speakers, places, organisations, years, languages. */
#include <stdlib.h>

#include "search_internal.h"

enum { FACET_MAP_MAX = 200000 };  /* different values of one facet that are counted */

enum field facet_from_name(struct slice name)
{
    for (int i = 0; i < FIELD_COUNT; i++)
        if (field_table[i].facet && slice_is(name, field_table[i].facet))
            return (enum field)i;
    return FIELD_COUNT;
}

const char *facet_name(enum field field)
{
    return field < FIELD_COUNT ? field_table[field].facet : NULL;
}

void facets_ask(const struct run *run, struct db_search *search)
{
    for (unsigned i = 0; i < run->request->facet_count && search->facet_count < DB_FACETS_MAX; i++)
        if (facet_name(run->request->facets[i]))
            search->facets[search->facet_count++] = field_table[run->request->facets[i]].facet_slot;
}

/* The value as shown, and a place's level: names and places are stored by key and id. */
static enum status shown_value(struct run *run, enum field field, struct slice key, struct facet_value *value)
{
    const struct db *reports = database_reports(run->database);
    struct dictionary_place place;
    struct slice name = key;
    enum status status = STATUS_OK;

    if (field == FIELD_SPEAKER)
        status = dictionary_shown(reports, TERM_NAME_SHOWN, key, run->arena, &name, run->error);
    else if (field == FIELD_ORGANISATION)
        status = dictionary_shown(reports, TERM_ORGANISATION_SHOWN, key, run->arena, &name, run->error);
    else if (field == FIELD_PLACE || field == FIELD_EVENT_PLACE) {
        status = dictionary_place(reports, key, run->arena, &place, run->error);
        if (!status) {
            name = slice_of(place.name);
            value->kind = place_kind_name(place.kind);
        } else if (status == STATUS_NOT_FOUND) { /* only a venue's name can be too long for the dictionary */
            value->kind = place_kind_name(PLACE_VENUE);
            status = STATUS_OK;
        }
    }
    value->value = arena_dup_slice(run->arena, name);
    return status;
}

/* Splits the lists and adds up their values' counts. */
static void count_values(struct run *run, size_t index, struct map *counts)
{
    size_t size = db_matches_facet_size(run->matches, index);

    for (size_t i = 0; i < size; i++) {
        uint32_t count;
        struct slice list = db_matches_facet(run->matches, index, i, &count);
        size_t start = 0;
        for (size_t at = 0; at <= list.length; at++) {
            if (at < list.length && list.bytes[at] != FACET_SEPARATOR)
                continue;
            struct slice value = { list.bytes + start, at - start };
            uint32_t *sum = value.length ? map_get(counts, value) : NULL;
            if (sum)
                *sum += count;
            else if (value.length && counts->count < FACET_MAP_MAX)
                map_put(counts, (struct slice){ arena_dup_slice(run->arena, value), value.length }, count, NULL);
            start = at + 1;
        }
    }
}

static int compare_keys(struct slice a, struct slice b)
{
    int order = memcmp(a.bytes, b.bytes, a.length < b.length ? a.length : b.length);

    return order ? order : (a.length > b.length) - (a.length < b.length);
}

static int by_count(const void *a, const void *b)
{
    const struct map_entry *left = a, *right = b;

    if (left->value != right->value)
        return left->value > right->value ? -1 : 1;
    return compare_keys(left->key, right->key);
}

static int by_key(const void *a, const void *b)
{
    return compare_keys(((const struct map_entry *)a)->key, ((const struct map_entry *)b)->key);
}

static enum status read_facet(struct run *run, enum field field, size_t index, struct facet *facet)
{
    struct map counts = MAP_INIT(run->arena);
    unsigned limit = run->request->facet_values ? run->request->facet_values : SEARCH_FACET_VALUES;
    VEC(struct map_entry) entries = { 0 };
    enum status status = STATUS_OK;

    count_values(run, index, &counts);
    for (size_t i = 0; i < counts.room; i++)
        if (counts.entries[i].key.bytes)
            *vec_push(run->arena, &entries) = counts.entries[i];
    if (entries.count)
        qsort(entries.items, entries.count, sizeof *entries.items, by_count);
    if (field == FIELD_DATE) /* a timeline has no use for the most frequent years alone */
        limit = SEARCH_FACET_VALUES;
    if (entries.count > limit)
        entries.count = limit;
    if (field == FIELD_DATE && entries.count) /* years in order */
        qsort(entries.items, entries.count, sizeof *entries.items, by_key);
    facet->name = facet_name(field);
    for (size_t i = 0; !status && i < entries.count; i++) {
        struct facet_value value = { .count = entries.items[i].value };
        status = shown_value(run, field, entries.items[i].key, &value);
        *vec_push(run->arena, &facet->values) = value;
    }
    return status;
}

enum status facets_read(struct run *run)
{
    enum status status = STATUS_OK;
    size_t index = 0;

    for (unsigned i = 0; !status && i < run->request->facet_count && index < DB_FACETS_MAX; i++) {
        if (!facet_name(run->request->facets[i]))
            continue;
        struct facet *facet = vec_push(run->arena, &run->result->facets);
        *facet = (struct facet){ 0 };
        status = read_facet(run, run->request->facets[i], index++, facet);
    }
    return status;
}
