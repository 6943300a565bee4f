/* Puts the drafts together (parents, centres, short names, which names are common words) and writes the file. */
#include "compile.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

void resolve_parents(struct compiler *c)
{
    for (size_t i = 0; i < c->places.count; i++) {
        struct draft *place = &c->places.items[i];
        snprintf(c->at, sizeof c->at, "%s", place->id);
        place->parent_at = place->parent ? (int32_t)(place_named(c, place->parent) - c->places.items) : -1;
    }
    for (size_t i = 0; i < c->places.count; i++) {
        struct draft *place = &c->places.items[i];
        for (int32_t up = place->parent_at; up >= 0; up = c->places.items[up].parent_at) {
            if (!*place->country)
                memcpy(place->country, c->places.items[up].country, sizeof place->country);
            if (++place->depth > DEPTH_MAX)
                fail(c, "a chain that does not end", place->id);
        }
    }
}

/* The centre of an area is the mean of what lies in it; a town without a position takes the centre of its area. */
void resolve_positions(struct compiler *c)
{
    for (size_t i = 0; i < c->places.count; i++) {
        const struct draft *place = &c->places.items[i];
        if (!place->own_position || place->kind == PLACE_VENUE)
            continue;
        for (int32_t up = place->parent_at; up >= 0; up = c->places.items[up].parent_at) {
            struct draft *area = &c->places.items[up];
            if (area->own_position)
                continue;
            double weight = place->population + 1;
            area->weight += weight;
            area->latitude += (place->latitude - area->latitude) * weight / area->weight;
            area->longitude += (place->longitude - area->longitude) * weight / area->weight;
            area->located = true;
        }
    }
    for (uint32_t depth = 1; depth <= DEPTH_MAX; depth++)
        for (size_t i = 0; i < c->places.count; i++) {
            struct draft *place = &c->places.items[i];
            const struct draft *up = place->parent_at >= 0 ? &c->places.items[place->parent_at] : NULL;
            if (place->depth == depth && !place->located && up && up->located && up->kind < PLACE_COUNTRY) {
                place->latitude = up->latitude;
                place->longitude = up->longitude;
                place->located = true;
            }
        }
}

/* The first word of a town's name, where that is long enough to tell; false when there is none. */
static bool short_name(struct compiler *c, const struct draft *place, const char **name, const char **key)
{
    const char *hyphen = strchr(place->name, '-');
    bool town = place->kind == PLACE_COMMUNE || place->kind == PLACE_CITY;
    if (!town || place->population < SHORT_NAME_POPULATION || !hyphen)
        return false;
    size_t length = (size_t)(hyphen - place->name);
    if (length < (place->population < SHORT_NAME_TOWN ? SHORT_NAME_BYTES : SHORT_NAME_BYTES_MIN) ||
        memchr(place->name, ' ', length))
        return false;
    char folded[PLACE_KEY_MAX];
    *name = arena_dup(&c->arena, place->name, length);
    place_key(slice_of(*name), folded, sizeof folded);
    *key = arena_strdup(&c->arena, folded);
    return !strchr(folded, ' ') && !key_is_common(c, folded);
}

/* "Ambérieu" for Ambérieu-en-Bugey, "Ivry" for Ivry-sur-Seine: where it is no other place's name and no word or name
 * of a person. Of several towns the largest has it. */
void add_short_names(struct compiler *c)
{
    struct map taken = MAP_INIT(&c->arena), best = MAP_INIT(&c->arena);
    const char *name, *key;
    for (size_t i = 0; i < c->names.count; i++)
        map_put(&taken, slice_of(c->names.items[i].key), 0, NULL);
    for (size_t i = 0; i < c->places.count; i++) {
        if (!short_name(c, &c->places.items[i], &name, &key) || map_get(&taken, slice_of(key)))
            continue;
        uint32_t *at = map_at(&best, key);
        if (*at == UINT32_MAX || c->places.items[*at].rank < c->places.items[i].rank)
            *at = (uint32_t)i;
    }
    for (size_t i = 0; i < c->places.count; i++) {
        const struct draft *place = &c->places.items[i];
        if (!short_name(c, place, &name, &key))
            continue;
        const uint32_t *at = map_get(&best, slice_of(key));
        if (at && *at == i)
            name_add(c, place, name, NAME_SHORT, place->rank);
    }
}

static int compare_names(const void *a, const void *b)
{
    const struct draft_name *x = a, *y = b;
    int order = strcmp(x->key, y->key);
    if (order)
        return order;
    if (x->rank != y->rank)
        return x->rank > y->rank ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

void mark_names(struct compiler *c)
{
    for (size_t i = 0; i < c->names.count; i++) {
        struct draft_name *name = &c->names.items[i];
        if (key_is_common(c, name->key))
            name->flags |= NAME_COMMON;
    }
    qsort(c->names.items, c->names.count, sizeof *c->names.items, compare_names);
    for (size_t i = 0; i < c->names.count; i++) { /* afterwards, or a place's name would be common for being one */
        const char *key = c->names.items[i].key, *space = strchr(key, ' ');
        word_add(c, (struct slice){ key, space ? (size_t)(space - key) : strlen(key) },
                 space ? LEXICON_PLACE : LEXICON_PLACE | LEXICON_PLACE_WHOLE);
    }
    static const char *const abbreviations[] = { "st", "ste" }; /* keys have them written out */
    for (size_t i = 0; i < 2; i++)
        word_add(c, slice_of(abbreviations[i]), LEXICON_PLACE);
}

static struct gazetteer_section append(struct buf *out, const void *rows, size_t count, size_t size)
{
    while (out->length % 8)
        buf_add_char(out, 0);
    struct gazetteer_section section = { (uint32_t)out->length, (uint32_t)count };
    buf_add(out, rows, count * size);
    return section;
}

static uint32_t slots_for(size_t count)
{
    uint32_t slots = 16;
    while (slots < count + count / 5)
        slots *= 2;
    return slots;
}

static struct gazetteer_section write_places(struct compiler *c, struct buf *out)
{
    struct gazetteer_place_row *rows = arena_zero(&c->arena, c->places.count * sizeof *rows);
    uint32_t next = 0;
    for (uint32_t depth = 0; depth <= DEPTH_MAX; depth++) /* parents first */
        for (size_t i = 0; i < c->places.count; i++)
            if (c->places.items[i].depth == depth)
                c->places.items[i].row = next++;
    for (size_t i = 0; i < c->places.count; i++) {
        const struct draft *place = &c->places.items[i];
        char key[PLACE_KEY_MAX];
        bool common = place_key(slice_of(place->name), key, sizeof key) && key_is_common(c, key);
        struct gazetteer_place_row *row = &rows[place->row];
        *row = (struct gazetteer_place_row){
            .id = string_add(c, place->id), .name = string_add(c, place->name),
            .name_en = string_add(c, place->name_en), .population = place->population,
            .parent = place->parent_at < 0 ? -1 : (int32_t)c->places.items[place->parent_at].row,
            .latitude = (int32_t)(place->latitude * 1e5), .longitude = (int32_t)(place->longitude * 1e5),
            .kind = (uint8_t)place->kind,
            .flags = (uint8_t)((place->located ? PLACE_FLAG_LOCATED : 0) | (place->capital ? PLACE_FLAG_CAPITAL : 0) |
                               (common ? PLACE_FLAG_COMMON : 0) | (place->strict ? PLACE_FLAG_STRICT : 0)) };
        memcpy(row->country, place->country, 2);
    }
    return append(out, rows, c->places.count, sizeof *rows);
}

static void write_names(struct compiler *c, struct buf *out, struct gazetteer_header *header)
{
    VEC(struct gazetteer_name_row) rows = { 0 };
    VEC(struct gazetteer_key_row) keys = { 0 };
    VEC(const char *) key_strings = { 0 };
    struct map key_index = MAP_INIT(&c->arena);
    for (size_t i = 0; i < c->names.count; i++) {
        const struct draft_name *name = &c->names.items[i];
        uint32_t *at = map_at(&key_index, name->key);
        if (*at == UINT32_MAX) {
            *at = (uint32_t)keys.count;
            *vec_push(&c->arena, &key_strings) = name->key;
            *vec_push(&c->arena, &keys) = (struct gazetteer_key_row){ .key = string_add(c, name->key),
                                                                     .first = (uint32_t)rows.count };
        }
        struct gazetteer_key_row *key = &keys.items[*at];
        bool again = false; /* one place may have a name twice: in French and English */
        for (uint32_t j = key->first; j < rows.count && !again; j++)
            again = rows.items[j].place == c->places.items[name->place].row &&
                    !((rows.items[j].flags ^ name->flags) & (NAME_NO_ARTICLE | NAME_CAPITALS));
        if (again)
            continue;
        if (key->count == UINT16_MAX)
            fail(c, "too many namesakes", name->key);
        key->count++;
        *vec_push(&c->arena, &rows) = (struct gazetteer_name_row){
            string_add(c, name->spelling), c->places.items[name->place].row, name->flags };
    }
    size_t whole = keys.count;
    for (size_t i = 0; i < whole; i++) { /* every beginning of a key is a key too, so that lookup knows to go on */
        const char *key = key_strings.items[i];
        for (const char *space = key; (space = strchr(space, ' ')); space++) {
            const char *beginning = arena_dup(&c->arena, key, (size_t)(space - key));
            uint32_t *at = map_at(&key_index, beginning);
            if (*at == UINT32_MAX) {
                *at = (uint32_t)keys.count;
                *vec_push(&c->arena, &key_strings) = beginning;
                *vec_push(&c->arena, &keys) = (struct gazetteer_key_row){ .key = string_add(c, beginning) };
            }
            keys.items[*at].longer = 1;
        }
    }
    uint32_t slot_count = slots_for(keys.count);
    uint32_t *slots = arena_zero(&c->arena, slot_count * sizeof *slots);
    for (uint32_t i = 0; i < keys.count; i++) {
        const char *key = key_strings.items[i];
        uint32_t at = gazetteer_hash(key, strlen(key)) & (slot_count - 1);
        while (slots[at])
            at = (at + 1) & (slot_count - 1);
        slots[at] = i + 1;
    }
    header->names = append(out, rows.items, rows.count, sizeof *rows.items);
    header->keys = append(out, keys.items, keys.count, sizeof *keys.items);
    header->key_slots = append(out, slots, slot_count, sizeof *slots);
    header->key_mask = slot_count - 1;
}

static void write_words(struct compiler *c, struct buf *out, struct gazetteer_header *header)
{
    uint32_t slot_count = slots_for(c->words.count);
    struct gazetteer_word_slot *slots = arena_zero(&c->arena, slot_count * sizeof *slots);
    for (size_t i = 0; i < c->words.count; i++) {
        const struct word *word = &c->words.items[i];
        uint64_t hash = hash_bytes(word->word, strlen(word->word), 0);
        uint32_t at = (uint32_t)hash & (slot_count - 1);
        while (slots[at].bits)
            at = (at + 1) & (slot_count - 1);
        slots[at] = gazetteer_word_slot(hash, word->bits);
    }
    header->word_slots = append(out, slots, slot_count, sizeof *slots);
    header->word_mask = slot_count - 1;
}

static uint64_t fingerprint(const char *bytes, size_t length)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 1099511628211u;
    return hash;
}

void write_file(struct compiler *c, const char *path)
{
    struct buf out = BUF_INIT(&c->arena);
    struct gazetteer_header header = { .magic = GAZETTEER_MAGIC, .version = GAZETTEER_VERSION,
                                       .byte_order = GAZETTEER_BYTE_ORDER };
    buf_add(&out, &header, sizeof header);
    string_add(c, ""); /* offset 0 stands for no string */
    header.places = write_places(c, &out);
    write_names(c, &out, &header);
    write_words(c, &out, &header);
    header.strings = append(&out, c->strings.bytes, c->strings.length, 1);
    header.size = (uint32_t)out.length;
    header.fingerprint = fingerprint(out.bytes + sizeof header, out.length - sizeof header);
    memcpy(out.bytes, &header, sizeof header);
    FILE *file = fopen(path, "wb");
    snprintf(c->at, sizeof c->at, "%s", path);
    if (!file || fwrite(out.bytes, 1, out.length, file) != out.length || fclose(file) != 0)
        fail(c, "cannot be written", strerror(errno));
    printf("%zu places, %zu names, %zu words, %zu bytes\n", c->places.count, c->names.count, c->words.count,
           out.length);
}
