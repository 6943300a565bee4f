#include "place_table.h"

#include <stdio.h>
#include <stdlib.h>
#include <libdeflate.h>

#include "fields.h"
#include "map.h"
#include "place_key.h"

unsigned place_table_part(struct slice key)
{
    return (unsigned)(hash_bytes(key.bytes, key.length, 0) % PLACE_TABLE_PARTS);
}

void place_table_meta_key(unsigned part, char out[PLACE_TABLE_KEY_BYTES])
{
    snprintf(out, PLACE_TABLE_KEY_BYTES, META_PLACES ".%u", part);
}

/* Printing eighty thousand places by printf took longer than all the rest. */
static void add_thousandths(struct buf *part, double degrees)
{
    char digits[8];
    int value = (int)(degrees * 1000 + (degrees < 0 ? -0.5 : 0.5)), left = value < 0 ? -value : value;
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + left % 10);
    while ((left /= 10) > 0 && at > 1);
    if (value < 0)
        digits[--at] = '-';
    buf_add(part, digits + at, sizeof digits - at);
}

void place_table_add(struct buf *part, const struct place_entry *entry)
{
    const char *const fields[] = { entry->name, entry->id, entry->within };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        buf_add_string(part, fields[i]);
        buf_add_char(part, FACET_SEPARATOR);
    }
    if (entry->located) {
        add_thousandths(part, entry->latitude);
        buf_add_char(part, ',');
        add_thousandths(part, entry->longitude);
    }
    buf_add_char(part, '\n');
}

enum { PACK_LEVEL = 1, PART_BYTES_MAX = 1 << 20 };

enum status place_table_pack(struct arena *arena, struct slice part, struct slice *packed, struct error *error)
{
    char head[16];
    size_t start = (size_t)snprintf(head, sizeof head, "%zu\n", part.length);
    size_t room = libdeflate_deflate_compress_bound(NULL, part.length);
    char *bytes = arena_alloc(arena, start + room);
    memcpy(bytes, head, start);
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(PACK_LEVEL);
    if (!compressor)
        return error_set(error, STATUS_MEMORY, "out of memory");
    size_t length = libdeflate_deflate_compress(compressor, part.bytes, part.length, bytes + start, room);
    libdeflate_free_compressor(compressor);
    *packed = (struct slice){ bytes, start + length };
    return STATUS_OK;
}

/* What stands before END in *REST, which moves behind it; all of it when there is no END. */
static struct slice take(struct slice *rest, char end)
{
    const char *found = rest->length ? memchr(rest->bytes, end, rest->length) : NULL;
    struct slice taken = { rest->bytes, found ? (size_t)(found - rest->bytes) : rest->length };
    size_t used = taken.length + (found != NULL);
    *rest = (struct slice){ rest->bytes + used, rest->length - used };
    return taken;
}

static enum status unpack(struct arena *arena, struct slice packed, struct slice *part, struct error *error)
{
    struct slice head = packed.length ? take(&packed, '\n') : packed;
    char number[16] = "";
    memcpy(number, head.bytes, head.length < sizeof number ? head.length : sizeof number - 1);
    unsigned long wanted = strtoul(number, NULL, 10);
    *part = (struct slice){ "", 0 };
    if (wanted == 0)
        return STATUS_OK;
    char *bytes = arena_alloc(arena, wanted <= PART_BYTES_MAX ? wanted : 1);
    struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
    if (!decompressor)
        return error_set(error, STATUS_MEMORY, "out of memory");
    bool sound = wanted <= PART_BYTES_MAX && libdeflate_deflate_decompress(decompressor, packed.bytes, packed.length,
                                                                           bytes, wanted, NULL) == LIBDEFLATE_SUCCESS;
    libdeflate_free_decompressor(decompressor);
    if (!sound)
        return error_set(error, STATUS_DAMAGED, "the table of places in the database is damaged");
    *part = (struct slice){ bytes, wanted };
    return STATUS_OK;
}

static void add_matching(struct arena *arena, struct slice part, struct slice key, place_entries *entries)
{
    while (part.length) {
        char folded[PLACE_KEY_MAX];
        struct slice line = take(&part, '\n');
        struct slice name = take(&line, FACET_SEPARATOR);
        if (!slice_equal((struct slice){ folded, place_key(name, folded, sizeof folded) }, key))
            continue;
        struct place_entry *entry = vec_push(arena, entries);
        entry->name = arena_dup_slice(arena, name);
        entry->id = arena_dup_slice(arena, take(&line, FACET_SEPARATOR));
        entry->within = arena_dup_slice(arena, take(&line, FACET_SEPARATOR));
        int latitude, longitude;
        entry->located = sscanf(arena_dup_slice(arena, line), "%d,%d", &latitude, &longitude) == 2;
        if (entry->located) {
            entry->latitude = latitude / 1000.0;
            entry->longitude = longitude / 1000.0;
        }
    }
}

enum status place_table_find(const struct database *database, struct slice name, struct arena *arena,
                             place_entries *entries, struct error *error)
{
    char folded[PLACE_KEY_MAX], meta_key[PLACE_TABLE_KEY_BYTES];
    struct slice part, key = { folded, place_key(name, folded, sizeof folded) };
    *entries = (place_entries){ 0 };
    if (!key.length)
        return STATUS_OK;
    place_table_meta_key(place_table_part(key), meta_key);
    enum status status = database_metadata(database, meta_key, &part, error);
    if (status == STATUS_OK)
        status = unpack(arena, (struct slice){ arena_dup_slice(arena, part), part.length }, &part, error);
    if (status == STATUS_OK)
        add_matching(arena, part, key, entries);
    return status;
}
