/* The encoding, all numbers as LEB128 varints unless said otherwise:
 *   "TR", format byte, for the brief facts and for their details the bytes and the packed bytes, bytes of text; then, in
 *   two bytes each, little end first, the packed bytes of each block of RECORD_BLOCK_BYTES of text; then the packed facts
 *   and details, then the packed blocks.
 * Packed is raw deflate (RFC 1951). These parts, the table of blocks too, are stirred (see stir()).
 * record_facts.h has what the facts are made of. */
#include "record_codec.h"

#include <endian.h>
#include <libdeflate.h>
#include <string.h>

#include "record_facts.h"

enum { FORMAT = 6, PACK_LEVEL = 4 };
enum { PACKED_BLOCK_MAX = RECORD_BLOCK_BYTES * 2, TABLE_ROW_BYTES = 2 };
enum { DEFLATE_RATIO_MAX = 1040 }; /* deflate cannot expand by more: a larger length is a lie */

enum { TABLE_PART, BRIEF_PART, DETAILS_PART, TEXT_PART /* and on, block by block */ };

/* ---- packing ---- */

/* Mixes BYTES, part PART of a record, with a fixed sequence (xorshift64*, Vigna 2016); twice gives them back. Xapian
 * deflates what it stores wherever that gains a single byte, as it does with large records: then all of one is inflated
 * to read a block of it. What has no pattern left is stored as it is. */
static void stir(char *bytes, size_t length, size_t part)
{
    uint64_t state = (part + 1) * 0x9E3779B97F4A7C15u, word;
    for (size_t i = 0; i < length; i += sizeof word) {
        size_t count = length - i < sizeof word ? length - i : sizeof word;
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        memcpy(&word, bytes + i, count);
        word ^= htole64(state * 0x2545F4914F6CDD1Du);
        memcpy(bytes + i, &word, count);
    }
}

/* Packs BYTES to OUT, which has room for ROOM; the packed bytes, empty when there is too little of it. */
static struct slice pack(struct libdeflate_compressor *compressor, struct slice bytes, size_t part, char *out,
                         size_t room)
{
    struct slice packed = { out, libdeflate_deflate_compress(compressor, bytes.bytes, bytes.length, out, room) };
    stir(out, packed.length, part);
    return packed;
}

static enum status damaged(struct error *error)
{
    return error_set(error, STATUS_DAMAGED, "a report in the database is damaged");
}

/* Inflates exactly LENGTH bytes to OUT; every byte of PACKED must be used. */
static enum status unpack(struct arena *arena, struct slice packed, size_t part, char *out, size_t length,
                          struct error *error)
{
    char small[PACKED_BLOCK_MAX];
    char *in = packed.length <= sizeof small ? small : arena_alloc(arena, packed.length);
    memcpy(in, packed.bytes, packed.length);
    stir(in, packed.length, part);
    struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
    if (!decompressor)
        return error_set(error, STATUS_MEMORY, "out of memory");
    size_t used;
    enum libdeflate_result result =
        libdeflate_deflate_decompress_ex(decompressor, in, packed.length, out, length, &used, NULL);
    libdeflate_free_decompressor(decompressor);
    return result == LIBDEFLATE_SUCCESS && used == packed.length ? STATUS_OK : damaged(error);
}

/* ---- writing ---- */

static size_t block_count(size_t text_length)
{
    return (text_length + RECORD_BLOCK_BYTES - 1) / RECORD_BLOCK_BYTES;
}

/* Packs BYTES at *ROOM, which moves behind them. */
static struct slice pack_on(struct libdeflate_compressor *compressor, struct slice bytes, size_t part, char **room)
{
    struct slice packed = pack(compressor, bytes, part, *room, libdeflate_deflate_compress_bound(NULL, bytes.length));
    *room += packed.length;
    return packed;
}

enum status record_encode(const struct record *record, struct buf *out, struct error *error)
{
    struct arena *arena = out->arena;
    struct slice text = record->text;
    size_t count = block_count(text.length);
    struct buf brief = BUF_INIT(arena), details = BUF_INIT(arena);
    if (text.length > RECORD_TEXT_MAX)
        return error_set(error, STATUS_LIMIT, "its text has over %d MB", RECORD_TEXT_MAX >> 20);
    record_put_facts(&brief, &details, record);
    if (brief.length > RECORD_FACTS_MAX || details.length > RECORD_FACTS_MAX)
        return error_set(error, STATUS_LIMIT, "what was found in it takes over %d MB", RECORD_FACTS_MAX >> 20);
    /* All memory of the arena before the compressor is made: the arena may jump, and would lose it. */
    unsigned char *table = arena_alloc(arena, TABLE_ROW_BYTES * count);
    char *packed = arena_alloc(arena, libdeflate_deflate_compress_bound(NULL, brief.length) +
                                          libdeflate_deflate_compress_bound(NULL, details.length) +
                                          count * libdeflate_deflate_compress_bound(NULL, RECORD_BLOCK_BYTES));
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(PACK_LEVEL);
    if (!compressor)
        return error_set(error, STATUS_MEMORY, "out of memory");
    char *end = packed;
    struct slice packed_brief = pack_on(compressor, buf_slice(&brief), BRIEF_PART, &end);
    struct slice packed_details = pack_on(compressor, buf_slice(&details), DETAILS_PART, &end);
    for (size_t i = 0; i < count; i++) {
        size_t start = i * RECORD_BLOCK_BYTES, left = text.length - start;
        struct slice block = { text.bytes + start, left < RECORD_BLOCK_BYTES ? left : RECORD_BLOCK_BYTES };
        struct slice done = pack_on(compressor, block, TEXT_PART + i, &end);
        table[TABLE_ROW_BYTES * i] = (unsigned char)(done.length & 0xFF);
        table[TABLE_ROW_BYTES * i + 1] = (unsigned char)(done.length >> 8);
    }
    libdeflate_free_compressor(compressor);
    buf_add_string(out, "TR");
    buf_add_char(out, FORMAT);
    record_put_number(out, brief.length);
    record_put_number(out, packed_brief.length);
    record_put_number(out, details.length);
    record_put_number(out, packed_details.length);
    record_put_number(out, text.length);
    stir((char *)table, TABLE_ROW_BYTES * count, TABLE_PART);
    buf_add(out, (const char *)table, TABLE_ROW_BYTES * count);
    buf_add(out, packed, (size_t)(end - packed));
    return STATUS_OK;
}

/* ---- reading the whole ---- */

struct layout {
    size_t brief_length, details_length, text_length, blocks;
    struct slice brief, details;    /* packed */
    const uint32_t *block_lengths;  /* of the packed blocks */
    const char *first_block;
};

static bool believable(uint64_t length, uint64_t packed)
{
    return length <= packed * DEFLATE_RATIO_MAX;
}

static enum status read_layout(struct arena *arena, struct slice encoded, struct layout *layout, struct error *error)
{
    struct record_reader reader = { .arena = arena };
    reader.at = (const unsigned char *)encoded.bytes;
    reader.end = reader.at + encoded.length;
    if (encoded.length < 3 || memcmp(encoded.bytes, "TR", 2) != 0)
        return damaged(error);
    if (encoded.bytes[2] != FORMAT)
        return error_set(error, STATUS_VERSION, "reports are stored in format %d, this program reads %d",
                         encoded.bytes[2], FORMAT);
    reader.at += 3;
    layout->brief_length = (size_t)record_get_number(&reader, RECORD_FACTS_MAX);
    layout->brief.length = (size_t)record_get_number(&reader, encoded.length);
    layout->details_length = (size_t)record_get_number(&reader, RECORD_FACTS_MAX);
    layout->details.length = (size_t)record_get_number(&reader, encoded.length);
    layout->text_length = (size_t)record_get_number(&reader, RECORD_TEXT_MAX);
    layout->blocks = block_count(layout->text_length);
    if (reader.failed || layout->blocks > (size_t)(reader.end - reader.at) / TABLE_ROW_BYTES)
        return damaged(error);
    unsigned char *table = arena_alloc(arena, layout->blocks * TABLE_ROW_BYTES);
    memcpy(table, reader.at, layout->blocks * TABLE_ROW_BYTES);
    stir((char *)table, layout->blocks * TABLE_ROW_BYTES, TABLE_PART);
    reader.at += layout->blocks * TABLE_ROW_BYTES;
    uint32_t *lengths = arena_alloc(arena, layout->blocks * sizeof *lengths);
    uint64_t total = (uint64_t)layout->brief.length + layout->details.length;
    for (size_t i = 0; i < layout->blocks; i++) {
        lengths[i] = table[TABLE_ROW_BYTES * i] | (uint32_t)table[TABLE_ROW_BYTES * i + 1] << 8;
        if (lengths[i] > PACKED_BLOCK_MAX)
            return damaged(error);
        total += lengths[i];
    }
    if (total != (uint64_t)(reader.end - reader.at) ||
        !believable(layout->brief_length, layout->brief.length) ||
        !believable(layout->details_length, layout->details.length) || !believable(layout->text_length, total))
        return damaged(error);
    layout->brief.bytes = (const char *)reader.at;
    layout->details.bytes = layout->brief.bytes + layout->brief.length;
    layout->first_block = layout->details.bytes + layout->details.length;
    layout->block_lengths = lengths;
    return STATUS_OK;
}

/* A reader of what PACKED, one part of the facts, inflates to. */
static enum status open_facts(struct arena *arena, struct slice packed, size_t part, size_t length,
                              struct record_reader *reader, struct error *error)
{
    char *facts = arena_alloc(arena, length);
    if (unpack(arena, packed, part, facts, length, error) != STATUS_OK)
        return error->status;
    *reader = (struct record_reader){ .arena = arena, .at = (const unsigned char *)facts };
    reader->end = reader->at + length;
    return STATUS_OK;
}

static enum status decode(struct arena *arena, struct slice encoded, bool brief, struct record **record,
                          struct error *error)
{
    struct layout layout;
    struct record_reader reader;
    struct record *made = arena_new(arena, struct record);
    if (read_layout(arena, encoded, &layout, error) != STATUS_OK ||
        open_facts(arena, layout.brief, BRIEF_PART, layout.brief_length, &reader, error) != STATUS_OK)
        return error->status;
    record_get_brief(&reader, made, (uint32_t)layout.text_length);
    if (reader.failed)
        return damaged(error);
    if (!brief) {
        if (open_facts(arena, layout.details, DETAILS_PART, layout.details_length, &reader, error) != STATUS_OK)
            return error->status;
        record_get_details(&reader, made, (uint32_t)layout.text_length);
        if (reader.failed)
            return damaged(error);
    }
    made->text = (struct slice){ "", 0 };
    *record = made;
    return STATUS_OK;
}

enum status record_decode(struct arena *arena, struct slice encoded, struct record **record, struct error *error)
{
    return decode(arena, encoded, false, record, error);
}

enum status record_decode_briefly(struct arena *arena, struct slice encoded, struct record **record,
                                  struct error *error)
{
    return decode(arena, encoded, true, record, error);
}

/* ---- reading text ---- */

struct record_text {
    struct arena *arena;
    struct layout layout;
    const char **packed;     /* where each block begins */
    const char **blocks;     /* inflated; NULL until they are asked for */
};

enum status record_text_open(struct arena *arena, struct slice encoded, struct record_text **text,
                             struct error *error)
{
    struct record_text *made = arena_new(arena, struct record_text);
    made->arena = arena;
    if (read_layout(arena, encoded, &made->layout, error) != STATUS_OK)
        return error->status;
    size_t count = made->layout.blocks;
    made->packed = arena_alloc(arena, count * sizeof *made->packed);
    made->blocks = arena_zero(arena, count * sizeof *made->blocks);
    const char *packed = made->layout.first_block;
    for (size_t i = 0; i < count; packed += made->layout.block_lengths[i], i++)
        made->packed[i] = packed;
    *text = made;
    return STATUS_OK;
}

static size_t block_length(const struct record_text *text, size_t block)
{
    size_t left = text->layout.text_length - block * RECORD_BLOCK_BYTES;
    return left < RECORD_BLOCK_BYTES ? left : RECORD_BLOCK_BYTES;
}

/* Inflates one block to OUT. */
static enum status unpack_block(struct record_text *text, size_t block, char *out, struct error *error)
{
    struct slice packed = { text->packed[block], text->layout.block_lengths[block] };
    return unpack(text->arena, packed, TEXT_PART + block, out, block_length(text, block), error);
}

/* Inflates one block, once. */
static enum status read_block(struct record_text *text, size_t block, struct error *error)
{
    if (text->blocks[block])
        return STATUS_OK;
    char *out = arena_alloc(text->arena, block_length(text, block));
    if (unpack_block(text, block, out, error) != STATUS_OK)
        return error->status;
    text->blocks[block] = out;
    return STATUS_OK;
}

enum status record_text_span(struct record_text *text, uint32_t start, uint32_t end, struct slice *span,
                             struct error *error)
{
    *span = (struct slice){ "", 0 };
    if (end > text->layout.text_length)
        end = (uint32_t)text->layout.text_length;
    if (start >= end)
        return STATUS_OK;
    size_t first = start / RECORD_BLOCK_BYTES, last = (end - 1) / RECORD_BLOCK_BYTES;
    if (first == last) {
        if (read_block(text, first, error) != STATUS_OK)
            return error->status;
        *span = (struct slice){ text->blocks[first] + start % RECORD_BLOCK_BYTES, end - start };
        return STATUS_OK;
    }
    /* over a boundary: straight to where it is wanted, but for the first and last block */
    char *out = arena_alloc(text->arena, end - start), *to = out;
    for (size_t i = first; i <= last; i++) {
        size_t length = block_length(text, i), from = i == first ? start % RECORD_BLOCK_BYTES : 0;
        size_t until = i == last ? end - i * RECORD_BLOCK_BYTES : length;
        bool whole = from == 0 && until == length && !text->blocks[i];
        if (whole ? unpack_block(text, i, to, error) : read_block(text, i, error))
            return error->status;
        if (!whole)
            memcpy(to, text->blocks[i] + from, until - from);
        to += until - from;
    }
    *span = (struct slice){ out, end - start };
    return STATUS_OK;
}

enum status record_decode_span(struct arena *arena, struct slice encoded, uint32_t start, uint32_t end,
                               struct slice *text, struct error *error)
{
    struct record_text *reader;
    if (record_text_open(arena, encoded, &reader, error) != STATUS_OK)
        return error->status;
    return record_text_span(reader, start, end, text, error);
}

enum status record_decode_text(struct arena *arena, struct slice encoded, struct slice *text, struct error *error)
{
    return record_decode_span(arena, encoded, 0, UINT32_MAX, text, error);
}
