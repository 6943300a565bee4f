#include "stamp.h"

#include <stdlib.h>

#include "attached.h"
#include "fields.h"

enum { NUMBERS = 5, ENCODED_BYTES = NUMBERS * 8 + STAGE_COUNT * 4 };

uint64_t stamp_id(const char *id)
{
    uint64_t hash = source_hash(slice_of(id));
    return hash ? hash : 1;
}

void stamp_make(struct stamp *stamp, const struct source_file *file, const uint64_t stages[STAGE_COUNT])
{
    *stamp = (struct stamp){ .id = stamp_id(file->id), .size = file->size, .inode = file->inode,
                             .content = file->content, .modified = file->modified ^ (int64_t)file->correction ^
                                         (int64_t)attached_state(file->attached) };
    for (int i = 0; i < STAGE_COUNT; i++)
        stamp->stages[i] = (uint32_t)stages[i];
}

static void put(char *out, uint64_t number, int bytes)
{
    for (int i = 0; i < bytes; i++, number >>= 8)
        out[i] = (char)(number & 0xFF);
}

static uint64_t get(const char *bytes, int count)
{
    uint64_t number = 0;
    for (int i = count - 1; i >= 0; i--)
        number = number << 8 | (unsigned char)bytes[i];
    return number;
}

struct slice stamp_encode(struct arena *arena, const struct stamp *stamp, const struct source_file *file)
{
    size_t id = strlen(file->id) + 1, path = strlen(file->path) + 1;
    char *out = arena_alloc(arena, ENCODED_BYTES + id + path + file->attached.length);
    const uint64_t numbers[NUMBERS] = { stamp->id, stamp->size, stamp->inode, stamp->content,
                                        (uint64_t)stamp->modified };
    for (int i = 0; i < NUMBERS; i++)
        put(out + 8 * i, numbers[i], 8);
    for (int i = 0; i < STAGE_COUNT; i++)
        put(out + 8 * NUMBERS + 4 * i, stamp->stages[i], 4);
    memcpy(out + ENCODED_BYTES, file->id, id);
    memcpy(out + ENCODED_BYTES + id, file->path, path);
    if (file->attached.length)
        memcpy(out + ENCODED_BYTES + id + path, file->attached.bytes, file->attached.length);
    return (struct slice){ out, ENCODED_BYTES + id + path + file->attached.length };
}

struct slice stamp_attached(struct slice bytes, const char *path)
{
    const char *from = path + strlen(path) + 1;
    return (struct slice){ from, (size_t)(bytes.bytes + bytes.length - from) };
}

bool stamp_decode(struct slice bytes, struct stamp *stamp, const char **id, const char **path)
{
    if (bytes.length < ENCODED_BYTES + 2 || bytes.bytes[bytes.length - 1] != '\0')
        return false;
    uint64_t numbers[NUMBERS];
    for (int i = 0; i < NUMBERS; i++)
        numbers[i] = get(bytes.bytes + 8 * i, 8);
    *stamp = (struct stamp){ .id = numbers[0], .size = numbers[1], .inode = numbers[2], .content = numbers[3],
                             .modified = (int64_t)numbers[4] };
    for (int i = 0; i < STAGE_COUNT; i++)
        stamp->stages[i] = (uint32_t)get(bytes.bytes + 8 * NUMBERS + 4 * i, 4);
    const char *first = bytes.bytes + ENCODED_BYTES, *second = first + strlen(first) + 1;
    if (second >= bytes.bytes + bytes.length)
        return false;
    if (id)
        *id = first;
    if (path)
        *path = second;
    return stamp->id != 0;
}

/* ---- the table ---- */

enum { FIRST_ROOM = 1024 };

/* Where ID is, or the empty place where it would be. Ids are hashes. */
static uint32_t *place_of(const struct stamp_table *table, uint64_t id)
{
    size_t at = id & (table->place_count - 1);
    while (table->places[at] && table->items[table->places[at] - 1].stamp.id != id)
        at = (at + 1) & (table->place_count - 1);
    return &table->places[at];
}

static struct stored_stamp *find(const struct stamp_table *table, uint64_t id)
{
    uint32_t place = table->room ? *place_of(table, id) : 0;
    return place ? &table->items[place - 1] : NULL;
}

static bool grow(struct stamp_table *table)
{
    size_t room = table->room ? table->room * 2 : FIRST_ROOM;
    struct stored_stamp *items = realloc(table->items, room * sizeof *items);
    if (!items)
        return false;
    table->items = items;
    uint32_t *places = calloc(room * 2, sizeof *places);
    if (!places)
        return false;
    free(table->places);
    table->places = places;
    table->place_count = room * 2;
    table->room = room;
    for (size_t i = 0; i < table->count; i++)
        *place_of(table, items[i].stamp.id) = (uint32_t)i + 1;
    return true;
}

bool stamp_table_put(struct stamp_table *table, const struct stamp *stamp, uint32_t document, struct slice attached)
{
    struct stored_stamp *item = find(table, stamp->id);
    if (!item && table->count == table->room && (table->room > UINT32_MAX / 4 || !grow(table)))
        return false;
    char *copy = attached.length ? malloc(attached.length) : NULL;
    if (attached.length && !copy)
        return false;
    if (copy)
        memcpy(copy, attached.bytes, attached.length);
    if (!item) {
        item = &table->items[table->count++];
        item->attached = (struct slice){ NULL, 0 };
        item->stamp.id = stamp->id;
        *place_of(table, stamp->id) = (uint32_t)table->count;
    }
    free((char *)(uintptr_t)item->attached.bytes);
    *item = (struct stored_stamp){ *stamp, document, { copy, attached.length } };
    return true;
}

struct slice stamp_table_attached(const struct stamp_table *table, uint64_t id)
{
    const struct stored_stamp *item = find(table, id);
    return item && item->document ? item->attached : SLICE("");
}

const struct stamp *stamp_table_find(const struct stamp_table *table, uint64_t id, uint32_t *document)
{
    const struct stored_stamp *item = find(table, id);
    if (!item || !item->document)
        return NULL;
    if (document)
        *document = item->document;
    return &item->stamp;
}

void stamp_table_drop(struct stamp_table *table, uint64_t id)
{
    struct stored_stamp *item = find(table, id);
    if (item)
        item->document = 0;
}

enum status stamp_table_load(struct stamp_table *table, const struct db *reports, struct error *error)
{
    struct db_values *values = NULL;
    enum status status = db_values_open(reports, SLOT_STAMP, &values, error);
    while (status == STATUS_OK) {
        uint32_t document;
        struct slice value;
        struct stamp stamp;
        status = db_values_next(values, &document, &value, error);
        if (status != STATUS_OK || document == 0)
            break;
        const char *path;
        if (stamp_decode(value, &stamp, NULL, &path) &&
            !stamp_table_put(table, &stamp, document, stamp_attached(value, path)))
            status = error_set(error, STATUS_MEMORY, "out of memory");
    }
    db_values_close(values);
    return status;
}

void stamp_table_fini(struct stamp_table *table)
{
    for (size_t i = 0; i < table->count; i++)
        free((char *)(uintptr_t)table->items[i].attached.bytes);
    free(table->items);
    free(table->places);
    *table = (struct stamp_table){ 0 };
}
