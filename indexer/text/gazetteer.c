#include "gazetteer.h"

#include <stdlib.h>

#include "gazetteer_format.h"

extern const char gazetteer_data_start[], gazetteer_data_end[];

struct gazetteer {
    const struct gazetteer_header *header;
    const struct gazetteer_place_row *places;
    const struct gazetteer_name_row *names;
    const struct gazetteer_key_row *keys;
    const uint32_t *key_slots;
    const struct gazetteer_word_slot *word_slots;
    const char *strings;
};

static const void *section(const struct gazetteer_header *header, struct gazetteer_section section, size_t row)
{
    uint64_t end = (uint64_t)section.offset + (uint64_t)section.count * row;
    if (section.offset < sizeof *header || section.offset % 4 || end > header->size)
        return NULL;
    return (const char *)header + section.offset;
}

static bool rows_fit(const struct gazetteer *g)
{
    const struct gazetteer_header *h = g->header;
    for (uint32_t i = 0; i < h->places.count; i++) {
        const struct gazetteer_place_row *row = &g->places[i];
        if (row->id >= h->strings.count || row->name >= h->strings.count || row->name_en >= h->strings.count ||
            row->parent < -1 || row->parent >= (int32_t)i || row->kind >= PLACE_KIND_COUNT)
            return false; /* parents come first, so that no chain can run in a circle */
    }
    for (uint32_t i = 0; i < h->names.count; i++)
        if (g->names[i].spelling >= h->strings.count || g->names[i].place >= h->places.count)
            return false;
    for (uint32_t i = 0; i < h->keys.count; i++)
        if (g->keys[i].key >= h->strings.count || (uint64_t)g->keys[i].first + g->keys[i].count > h->names.count)
            return false;
    for (uint32_t i = 0; i < h->key_slots.count; i++)
        if (g->key_slots[i] > h->keys.count)
            return false;
    return true;
}

enum status gazetteer_open_bytes(const void *bytes, size_t length, struct gazetteer **out, struct error *error)
{
    const struct gazetteer_header *h = bytes;
    *out = NULL;
    if (length < sizeof *h || memcmp(h->magic, GAZETTEER_MAGIC, sizeof h->magic) != 0)
        return error_set(error, STATUS_FORMAT, "the gazetteer is not one");
    if (h->version != GAZETTEER_VERSION || h->byte_order != GAZETTEER_BYTE_ORDER)
        return error_set(error, STATUS_FORMAT, "the gazetteer was made for another program or machine");
    if (h->size > length || h->places.count > INT32_MAX)
        return error_set(error, STATUS_FORMAT, "the gazetteer is cut short");
    struct gazetteer g = {
        .header = h,
        .places = section(h, h->places, sizeof *g.places),
        .names = section(h, h->names, sizeof *g.names),
        .keys = section(h, h->keys, sizeof *g.keys),
        .key_slots = section(h, h->key_slots, sizeof *g.key_slots),
        .word_slots = section(h, h->word_slots, sizeof *g.word_slots),
        .strings = section(h, h->strings, 1),
    };
    if (!g.places || !g.names || !g.keys || !g.key_slots || !g.word_slots || !g.strings || !h->strings.count ||
        g.strings[h->strings.count - 1] != 0 || h->key_mask != h->key_slots.count - 1 ||
        h->word_mask != h->word_slots.count - 1 || (h->key_mask & h->key_slots.count) ||
        (h->word_mask & h->word_slots.count) || !rows_fit(&g))
        return error_set(error, STATUS_FORMAT, "the gazetteer is damaged");
    struct gazetteer *gazetteer = malloc(sizeof *gazetteer);
    if (!gazetteer)
        return error_set(error, STATUS_MEMORY, "out of memory");
    *gazetteer = g;
    *out = gazetteer;
    return STATUS_OK;
}

enum status gazetteer_open(struct gazetteer **gazetteer, struct error *error)
{
    return gazetteer_open_bytes(gazetteer_data_start, (size_t)(gazetteer_data_end - gazetteer_data_start), gazetteer,
                                error);
}

void gazetteer_close(struct gazetteer *gazetteer)
{
    free(gazetteer);
}

/* Open addressing; a damaged table without an empty slot ends after one round. */
uint32_t gazetteer_lexicon(const struct gazetteer *g, const char *folded_word)
{
    uint64_t hash = hash_bytes(folded_word, strlen(folded_word), 0);
    struct gazetteer_word_slot wanted = gazetteer_word_slot(hash, 0);
    for (uint32_t i = 0; i <= g->header->word_mask; i++) {
        const struct gazetteer_word_slot *slot = &g->word_slots[((uint32_t)hash + i) & g->header->word_mask];
        if (!slot->bits)
            return 0;
        if (slot->check == wanted.check && slot->check_high == wanted.check_high)
            return slot->bits;
    }
    return 0;
}

void gazetteer_place(const struct gazetteer *g, uint32_t index, struct gazetteer_place *place)
{
    const struct gazetteer_place_row *row = &g->places[index];
    *place = (struct gazetteer_place){
        .index = index,
        .id = g->strings + row->id,
        .name = g->strings + row->name,
        .name_en = g->strings + row->name_en,
        .kind = (enum place_kind)row->kind,
        .population = row->population,
        .latitude = row->latitude / 1e5,
        .longitude = row->longitude / 1e5,
        .located = row->flags & PLACE_FLAG_LOCATED,
        .capital = row->flags & PLACE_FLAG_CAPITAL,
        .common_word = row->flags & PLACE_FLAG_COMMON,
        .strict = row->flags & PLACE_FLAG_STRICT,
        .parent = row->parent,
    };
    memcpy(place->country, row->country, 2);
}

static const struct gazetteer_key_row *find_key(const struct gazetteer *g, struct slice key)
{
    uint32_t hash = gazetteer_hash(key.bytes, key.length);
    for (uint32_t i = 0; i <= g->header->key_mask; i++) {
        uint32_t slot = g->key_slots[(hash + i) & g->header->key_mask];
        if (!slot)
            return NULL;
        const struct gazetteer_key_row *row = &g->keys[slot - 1];
        const char *string = g->strings + row->key;
        if (strncmp(string, key.bytes, key.length) == 0 && string[key.length] == 0)
            return row;
    }
    return NULL;
}

uint32_t gazetteer_name_count(const struct gazetteer *g)
{
    return g->header->names.count;
}

void gazetteer_name(const struct gazetteer *g, uint32_t index, struct gazetteer_name *name)
{
    const struct gazetteer_name_row *row = &g->names[index];
    *name = (struct gazetteer_name){ row->place, g->strings + row->spelling, row->flags };
}

size_t gazetteer_find_names(const struct gazetteer *g, struct slice folded_name, struct gazetteer_name *names,
                            size_t room, bool *longer)
{
    const struct gazetteer_key_row *key = find_key(g, folded_name);
    *longer = key && key->longer;
    size_t count = key ? key->count : 0;
    for (size_t i = 0; i < count && i < room; i++)
        gazetteer_name(g, key->first + (uint32_t)i, &names[i]);
    return count;
}

size_t gazetteer_find(const struct gazetteer *g, struct slice folded_name, uint32_t *indexes, size_t room,
                      bool *longer)
{
    const struct gazetteer_key_row *key = find_key(g, folded_name);
    *longer = key && key->longer;
    size_t count = key ? key->count : 0;
    for (size_t i = 0; i < count && i < room; i++)
        indexes[i] = g->names[key->first + i].place;
    return count;
}

int32_t gazetteer_by_id(const struct gazetteer *g, const char *id)
{
    for (uint32_t i = 0; i < g->header->places.count; i++)
        if (strcmp(g->strings + g->places[i].id, id) == 0)
            return (int32_t)i;
    return -1;
}

uint64_t gazetteer_fingerprint(const struct gazetteer *g)
{
    return g->header->fingerprint;
}
