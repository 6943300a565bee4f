/* The encoding, all numbers as LEB128 varints unless said otherwise:
 *   "TR", format byte, bytes of facts, bytes of packed facts, bytes of text, then the packed bytes of each block of
 *   RECORD_BLOCK_BYTES of text; then the packed facts, then the packed blocks. Packed is raw deflate (RFC 1951).
 * In the facts a string is its length + 1 and its bytes (0: NULL), a list its count and its items, a day zigzag. */
#include "record_codec.h"

#include <string.h>
#define ZLIB_CONST /* next_in points to const bytes */
#include <zlib.h>

#include "utf8.h"

enum { FORMAT = 2, WINDOW_BITS = 14, MEMORY_LEVEL = 8, PACK_LEVEL = 4 };
enum { DEFLATE_RATIO_MAX = 1040 }; /* deflate cannot expand by more: a larger length is a lie */

/* ---- packing ---- */

/* zlib takes its memory from the arena, so that nothing is lost when the arena jumps. */
static voidpf pack_alloc(voidpf arena, uInt items, uInt size)
{
    return arena_alloc(arena, (size_t)items * size);
}

static void pack_free(voidpf arena, voidpf address)
{
    (void)arena;
    (void)address;
}

static enum status packer_init(z_stream *stream, struct arena *arena, struct error *error)
{
    *stream = (z_stream){ .zalloc = pack_alloc, .zfree = pack_free, .opaque = arena };
    if (deflateInit2(stream, PACK_LEVEL, Z_DEFLATED, -WINDOW_BITS, MEMORY_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
        return error_set(error, STATUS_INTERNAL, "zlib cannot compress");
    return STATUS_OK;
}

/* The packed bytes, in the arena. */
static enum status pack(z_stream *stream, struct slice bytes, struct slice *packed, struct error *error)
{
    uLong room = deflateBound(stream, (uLong)bytes.length);
    char *out = arena_alloc(stream->opaque, room);
    deflateReset(stream);
    stream->next_in = (const Bytef *)bytes.bytes;
    stream->avail_in = (uInt)bytes.length;
    stream->next_out = (Bytef *)out;
    stream->avail_out = (uInt)room;
    if (deflate(stream, Z_FINISH) != Z_STREAM_END)
        return error_set(error, STATUS_INTERNAL, "zlib cannot compress");
    *packed = (struct slice){ out, room - stream->avail_out };
    return STATUS_OK;
}

static enum status damaged(struct error *error)
{
    return error_set(error, STATUS_DAMAGED, "a report in the database is damaged");
}

/* Inflates exactly LENGTH bytes to OUT; every byte of PACKED must be used. */
static enum status unpack(struct arena *arena, struct slice packed, char *out, size_t length, struct error *error)
{
    z_stream stream = { .zalloc = pack_alloc, .zfree = pack_free, .opaque = arena };
    if (inflateInit2(&stream, -WINDOW_BITS) != Z_OK)
        return error_set(error, STATUS_INTERNAL, "zlib cannot inflate");
    stream.next_in = (const Bytef *)packed.bytes;
    stream.avail_in = (uInt)packed.length;
    stream.next_out = (Bytef *)out;
    stream.avail_out = (uInt)length;
    int result = inflate(&stream, Z_FINISH);
    bool whole = result == Z_STREAM_END && stream.avail_out == 0 && stream.avail_in == 0;
    inflateEnd(&stream);
    return whole ? STATUS_OK : damaged(error);
}

/* ---- writing facts ---- */

static void put_number(struct buf *out, uint64_t number)
{
    char bytes[10];
    size_t n = 0;
    do {
        bytes[n++] = (char)((number & 0x7F) | (number > 0x7F ? 0x80 : 0));
        number >>= 7;
    } while (number);
    buf_add(out, bytes, n);
}

static void put_signed(struct buf *out, int64_t number)
{
    put_number(out, (uint64_t)number << 1 ^ (uint64_t)(number >> 63));
}

static void put_double(struct buf *out, double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    for (int i = 0; i < 8; i++, bits >>= 8)
        buf_add_char(out, (char)(bits & 0xFF));
}

static void put_string(struct buf *out, const char *string)
{
    size_t length = string ? strlen(string) : 0;
    put_number(out, string ? length + 1 : 0);
    buf_add(out, string, length);
}

static void put_interval(struct buf *out, struct interval interval)
{
    put_signed(out, interval.start);
    put_signed(out, interval.end);
}

static void put_strings(struct buf *out, const string_list *list)
{
    put_number(out, list->count);
    for (size_t i = 0; i < list->count; i++)
        put_string(out, list->items[i]);
}

static void put_span(struct buf *out, struct span span)
{
    put_number(out, span.start);
    put_signed(out, (int64_t)span.end - span.start);
}

static void put_spans(struct buf *out, const span_list *list)
{
    put_number(out, list->count);
    for (size_t i = 0; i < list->count; i++)
        put_span(out, list->items[i]);
}

static void put_person(struct buf *out, const struct person *person)
{
    put_number(out, person->speaker);
    put_string(out, person->name);
    put_string(out, person->key);
    put_string(out, person->role);
    put_string(out, person->organisation);
    put_strings(out, &person->forms);
    put_spans(out, &person->at);
    put_number(out, person->passages.count);
    for (size_t i = 0; i < person->passages.count; i++)
        put_number(out, person->passages.items[i]);
    put_string(out, person->rule);
    put_double(out, person->score);
}

static void put_place(struct buf *out, const struct place *place)
{
    put_string(out, place->name);
    put_string(out, place->id);
    put_number(out, place->kind);
    put_number(out, place->within.count);
    for (size_t i = 0; i < place->within.count; i++) {
        put_string(out, place->within.items[i].id);
        put_string(out, place->within.items[i].name);
        put_number(out, place->within.items[i].kind);
    }
    put_number(out, place->located);
    put_double(out, place->latitude);
    put_double(out, place->longitude);
    put_number(out, place->in_organisation);
    put_strings(out, &place->forms);
    put_spans(out, &place->at);
    put_string(out, place->rule);
    put_double(out, place->score);
}

static void put_date(struct buf *out, const struct date *date)
{
    put_interval(out, date->interval);
    put_signed(out, date->month);
    put_signed(out, date->day);
    put_number(out, date->deduced);
    put_string(out, date->form);
    put_span(out, date->at);
    put_string(out, date->rule);
}

static void put_attachment(struct buf *out, const struct attachment *attachment)
{
    put_string(out, attachment->title);
    put_string(out, attachment->url);
    put_string(out, attachment->type);
    put_number(out, attachment->bytes);
}

static void put_passage(struct buf *out, const struct passage *passage)
{
    put_number(out, passage->number);
    put_span(out, (struct span){ passage->start, passage->end });
    put_signed(out, passage->person);
    put_string(out, passage->speaker);
    put_string(out, passage->role);
    put_string(out, passage->heading);
}

static void put_facts(struct buf *out, const struct record *record)
{
    const char *const strings[] = { record->id, record->file, record->path, record->url, record->title,
                                    record->author, record->author_rule, record->published_rule, record->event_rule,
                                    record->event_place_rule };
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
        put_string(out, strings[i]);
    put_number(out, record->type);
    put_string(out, language_row(record->language)->code); /* the enum may grow in the middle */
    put_interval(out, record->published);
    put_interval(out, record->event);
    put_signed(out, record->event_place);
    put_number(out, record->persons.count);
    for (size_t i = 0; i < record->persons.count; i++)
        put_person(out, &record->persons.items[i]);
    put_number(out, record->places.count);
    for (size_t i = 0; i < record->places.count; i++)
        put_place(out, &record->places.items[i]);
    put_number(out, record->dates.count);
    for (size_t i = 0; i < record->dates.count; i++)
        put_date(out, &record->dates.items[i]);
    put_number(out, record->attachments.count);
    for (size_t i = 0; i < record->attachments.count; i++)
        put_attachment(out, &record->attachments.items[i]);
    put_number(out, record->passages.count);
    for (size_t i = 0; i < record->passages.count; i++)
        put_passage(out, &record->passages.items[i]);
}

static size_t block_count(size_t text_length)
{
    return (text_length + RECORD_BLOCK_BYTES - 1) / RECORD_BLOCK_BYTES;
}

enum status record_encode(const struct record *record, struct buf *out, struct error *error)
{
    struct arena *arena = out->arena;
    struct slice text = record->text;
    size_t count = block_count(text.length);
    z_stream stream;
    struct buf facts = BUF_INIT(arena);
    if (text.length > RECORD_TEXT_MAX)
        return error_set(error, STATUS_LIMIT, "its text has over %d MB", RECORD_TEXT_MAX >> 20);
    put_facts(&facts, record);
    if (facts.length > RECORD_FACTS_MAX)
        return error_set(error, STATUS_LIMIT, "what was found in it takes over %d MB", RECORD_FACTS_MAX >> 20);
    if (packer_init(&stream, arena, error) != STATUS_OK)
        return error->status;
    struct slice *parts = arena_alloc(arena, (count + 1) * sizeof *parts);
    enum status status = pack(&stream, buf_slice(&facts), &parts[count], error);
    for (size_t i = 0; i < count && status == STATUS_OK; i++) {
        size_t start = i * RECORD_BLOCK_BYTES, left = text.length - start;
        struct slice block = { text.bytes + start, left < RECORD_BLOCK_BYTES ? left : RECORD_BLOCK_BYTES };
        status = pack(&stream, block, &parts[i], error);
    }
    deflateEnd(&stream);
    if (status != STATUS_OK)
        return status;
    buf_add_string(out, "TR");
    buf_add_char(out, FORMAT);
    put_number(out, facts.length);
    put_number(out, parts[count].length);
    put_number(out, text.length);
    for (size_t i = 0; i < count; i++)
        put_number(out, parts[i].length);
    buf_add_slice(out, parts[count]);
    for (size_t i = 0; i < count; i++)
        buf_add_slice(out, parts[i]);
    return STATUS_OK;
}

/* ---- reading facts ---- */

/* Past a fault everything reads as zero, so only the end looks at `failed`. */
struct reader {
    struct arena *arena;
    const unsigned char *at, *end;
    bool failed;
};

static uint64_t get_number(struct reader *reader, uint64_t most)
{
    uint64_t number = 0;
    for (unsigned shift = 0; shift < 64 && reader->at < reader->end; shift += 7) {
        unsigned char byte = *reader->at++;
        if (shift == 63 && byte > 1)
            break;
        number |= (uint64_t)(byte & 0x7F) << shift;
        if (byte < 0x80) {
            if (number > most)
                break;
            return number;
        }
    }
    reader->failed = true;
    reader->at = reader->end;
    return 0;
}

static int64_t get_signed(struct reader *reader, int64_t least, int64_t most)
{
    uint64_t zigzag = get_number(reader, UINT64_MAX);
    int64_t number = (int64_t)(zigzag >> 1) ^ -(int64_t)(zigzag & 1);
    if (number < least || number > most)
        reader->failed = true;
    return reader->failed ? 0 : number;
}

static bool get_bool(struct reader *reader)
{
    return get_number(reader, 1) != 0;
}

static double get_double(struct reader *reader)
{
    uint64_t bits = 0;
    double number;
    if (reader->end - reader->at < 8) {
        reader->failed = true;
        return 0;
    }
    for (int i = 0; i < 8; i++)
        bits |= (uint64_t)reader->at[i] << (8 * i);
    reader->at += 8;
    memcpy(&number, &bits, sizeof number);
    if (!(number >= -1e9 && number <= 1e9)) { /* nor NaN, nor infinite */
        reader->failed = true;
        return 0;
    }
    return number;
}

static const char *get_string(struct reader *reader)
{
    size_t length = (size_t)get_number(reader, (uint64_t)(reader->end - reader->at));
    if (length-- == 0)
        return NULL;
    const char *bytes = (const char *)reader->at;
    if (memchr(bytes, '\0', length) || !utf8_valid(bytes, length)) {
        reader->failed = true;
        return NULL;
    }
    reader->at += length;
    return arena_dup(reader->arena, bytes, length);
}

static struct interval get_interval(struct reader *reader)
{
    struct interval interval;
    interval.start = (int32_t)get_signed(reader, INT32_MIN, INT32_MAX);
    interval.end = (int32_t)get_signed(reader, INT32_MIN, INT32_MAX);
    return interval;
}

/* How many items follow, each of at least LEAST bytes; makes room for them in LIST. */
#define get_count(reader, list, least)                                                                                \
    do {                                                                                                              \
        (list)->count = (list)->room =                                                                                \
            (size_t)get_number((reader), (uint64_t)((reader)->end - (reader)->at) / (least));                         \
        (list)->items = (list)->count ? arena_zero((reader)->arena, (list)->count * sizeof *(list)->items) : NULL;    \
    } while (0)

static void get_strings(struct reader *reader, string_list *list)
{
    get_count(reader, list, 1);
    for (size_t i = 0; i < list->count && !reader->failed; i++) {
        list->items[i] = get_string(reader);
        reader->failed |= list->items[i] == NULL;
    }
}

static struct span get_span(struct reader *reader, uint32_t text_length)
{
    uint32_t start = (uint32_t)get_number(reader, text_length);
    int64_t length = get_signed(reader, 0, (int64_t)text_length - start);
    return (struct span){ start, start + (uint32_t)length };
}

static void get_spans(struct reader *reader, span_list *list, uint32_t text_length)
{
    get_count(reader, list, 2);
    for (size_t i = 0; i < list->count && !reader->failed; i++)
        list->items[i] = get_span(reader, text_length);
}

static void get_person(struct reader *reader, struct person *person, uint32_t text_length)
{
    person->speaker = get_bool(reader);
    person->name = get_string(reader);
    person->key = get_string(reader);
    person->role = get_string(reader);
    person->organisation = get_string(reader);
    get_strings(reader, &person->forms);
    get_spans(reader, &person->at, text_length);
    get_count(reader, &person->passages, 1);
    for (size_t i = 0; i < person->passages.count && !reader->failed; i++)
        person->passages.items[i] = (uint32_t)get_number(reader, UINT32_MAX);
    person->rule = get_string(reader);
    person->score = get_double(reader);
    reader->failed |= !person->name || !person->key;
}

static void get_place(struct reader *reader, struct place *place, uint32_t text_length)
{
    place->name = get_string(reader);
    place->id = get_string(reader);
    place->kind = (enum place_kind)get_number(reader, PLACE_KIND_COUNT - 1);
    get_count(reader, &place->within, 3);
    for (size_t i = 0; i < place->within.count && !reader->failed; i++) {
        struct place_level *level = &place->within.items[i];
        level->id = get_string(reader);
        level->name = get_string(reader);
        level->kind = (enum place_kind)get_number(reader, PLACE_KIND_COUNT - 1);
        reader->failed |= !level->id || !level->name;
    }
    place->located = get_bool(reader);
    place->latitude = get_double(reader);
    place->longitude = get_double(reader);
    place->in_organisation = get_bool(reader);
    get_strings(reader, &place->forms);
    get_spans(reader, &place->at, text_length);
    place->rule = get_string(reader);
    place->score = get_double(reader);
    reader->failed |= !place->name || !place->id;
}

static void get_date(struct reader *reader, struct date *date, uint32_t text_length)
{
    date->interval = get_interval(reader);
    date->month = (int)get_signed(reader, 0, 12);
    date->day = (int)get_signed(reader, 0, 31);
    date->deduced = get_bool(reader);
    date->form = get_string(reader);
    date->at = get_span(reader, text_length);
    date->rule = get_string(reader);
}

static void get_attachment(struct reader *reader, struct attachment *attachment)
{
    attachment->title = get_string(reader);
    attachment->url = get_string(reader);
    attachment->type = get_string(reader);
    attachment->bytes = get_number(reader, UINT64_MAX);
}

static void get_passage(struct reader *reader, struct passage *passage, uint32_t text_length, size_t persons)
{
    passage->number = (uint32_t)get_number(reader, UINT32_MAX);
    struct span span = get_span(reader, text_length);
    passage->start = span.start;
    passage->end = span.end;
    passage->person = (int32_t)get_signed(reader, -1, (int64_t)persons - 1);
    passage->speaker = get_string(reader);
    passage->role = get_string(reader);
    passage->heading = get_string(reader);
}

/* The least bytes of each kind of item: a string takes 1, a double 8. */
enum { PERSON_LEAST = 17, PLACE_LEAST = 32, DATE_LEAST = 9, ATTACHMENT_LEAST = 4, PASSAGE_LEAST = 7 };

static void get_facts(struct reader *reader, struct record *record, uint32_t text_length)
{
    const char **const strings[] = { &record->id, &record->file, &record->path, &record->url, &record->title,
                                     &record->author, &record->author_rule, &record->published_rule,
                                     &record->event_rule, &record->event_place_rule };
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
        *strings[i] = get_string(reader);
    record->type = (enum report_type)get_number(reader, REPORT_TYPE_COUNT - 1);
    const char *language = get_string(reader);
    record->language = language ? language_from_name(slice_of(language)) : LANGUAGE_UNKNOWN;
    record->published = get_interval(reader);
    record->event = get_interval(reader);
    record->event_place = (int32_t)get_signed(reader, -1, INT32_MAX);
    get_count(reader, &record->persons, PERSON_LEAST);
    for (size_t i = 0; i < record->persons.count && !reader->failed; i++)
        get_person(reader, &record->persons.items[i], text_length);
    get_count(reader, &record->places, PLACE_LEAST);
    for (size_t i = 0; i < record->places.count && !reader->failed; i++)
        get_place(reader, &record->places.items[i], text_length);
    get_count(reader, &record->dates, DATE_LEAST);
    for (size_t i = 0; i < record->dates.count && !reader->failed; i++)
        get_date(reader, &record->dates.items[i], text_length);
    get_count(reader, &record->attachments, ATTACHMENT_LEAST);
    for (size_t i = 0; i < record->attachments.count && !reader->failed; i++)
        get_attachment(reader, &record->attachments.items[i]);
    get_count(reader, &record->passages, PASSAGE_LEAST);
    for (size_t i = 0; i < record->passages.count && !reader->failed; i++)
        get_passage(reader, &record->passages.items[i], text_length, record->persons.count);
    reader->failed |= !record->id || reader->at != reader->end ||
                      (record->event_place >= 0 && (size_t)record->event_place >= record->places.count);
}

/* ---- reading the whole ---- */

struct layout {
    size_t facts_length, text_length, blocks;
    struct slice facts;             /* packed */
    const uint32_t *block_lengths;  /* of the packed blocks */
    const char *first_block;
};

static bool believable(uint64_t length, uint64_t packed)
{
    return length <= packed * DEFLATE_RATIO_MAX;
}

static enum status read_layout(struct arena *arena, struct slice encoded, struct layout *layout, struct error *error)
{
    struct reader reader = { .arena = arena };
    reader.at = (const unsigned char *)encoded.bytes;
    reader.end = reader.at + encoded.length;
    if (encoded.length < 3 || memcmp(encoded.bytes, "TR", 2) != 0)
        return damaged(error);
    if (encoded.bytes[2] != FORMAT)
        return error_set(error, STATUS_VERSION, "reports are stored in format %d, this program reads %d",
                         encoded.bytes[2], FORMAT);
    reader.at += 3;
    layout->facts_length = (size_t)get_number(&reader, RECORD_FACTS_MAX);
    layout->facts.length = (size_t)get_number(&reader, encoded.length);
    layout->text_length = (size_t)get_number(&reader, RECORD_TEXT_MAX);
    layout->blocks = block_count(layout->text_length);
    if (reader.failed || layout->blocks > (size_t)(reader.end - reader.at))
        return damaged(error);
    uint32_t *lengths = arena_alloc(arena, layout->blocks * sizeof *lengths);
    uint64_t total = layout->facts.length;
    for (size_t i = 0; i < layout->blocks; i++)
        total += lengths[i] = (uint32_t)get_number(&reader, RECORD_BLOCK_BYTES * 2);
    if (reader.failed || total != (uint64_t)(reader.end - reader.at) ||
        !believable(layout->facts_length, layout->facts.length) || !believable(layout->text_length, total))
        return damaged(error);
    layout->facts.bytes = (const char *)reader.at;
    layout->first_block = layout->facts.bytes + layout->facts.length;
    layout->block_lengths = lengths;
    return STATUS_OK;
}

enum status record_decode(struct arena *arena, struct slice encoded, struct record **record, struct error *error)
{
    struct layout layout;
    if (read_layout(arena, encoded, &layout, error) != STATUS_OK)
        return error->status;
    char *facts = arena_alloc(arena, layout.facts_length);
    if (unpack(arena, layout.facts, facts, layout.facts_length, error) != STATUS_OK)
        return error->status;
    struct reader reader = { .arena = arena };
    reader.at = (const unsigned char *)facts;
    reader.end = reader.at + layout.facts_length;
    struct record *made = arena_new(arena, struct record);
    get_facts(&reader, made, (uint32_t)layout.text_length);
    if (reader.failed)
        return damaged(error);
    made->text = (struct slice){ "", 0 };
    *record = made;
    return STATUS_OK;
}

enum status record_decode_span(struct arena *arena, struct slice encoded, uint32_t start, uint32_t end,
                               struct slice *text, struct error *error)
{
    struct layout layout;
    if (read_layout(arena, encoded, &layout, error) != STATUS_OK)
        return error->status;
    if (end > layout.text_length)
        end = (uint32_t)layout.text_length;
    if (start >= end) {
        *text = (struct slice){ "", 0 };
        return STATUS_OK;
    }
    size_t first = start / RECORD_BLOCK_BYTES, last = (end - 1) / RECORD_BLOCK_BYTES;
    size_t from = first * RECORD_BLOCK_BYTES;
    char *out = arena_alloc(arena, (last - first + 1) * RECORD_BLOCK_BYTES);
    const char *packed = layout.first_block;
    for (size_t i = 0; i <= last; packed += layout.block_lengths[i], i++) {
        if (i < first)
            continue;
        size_t left = layout.text_length - i * RECORD_BLOCK_BYTES;
        struct slice block = { packed, layout.block_lengths[i] };
        if (unpack(arena, block, out + (i - first) * RECORD_BLOCK_BYTES,
                   left < RECORD_BLOCK_BYTES ? left : RECORD_BLOCK_BYTES, error) != STATUS_OK)
            return error->status;
    }
    *text = (struct slice){ out + (start - from), end - start };
    return STATUS_OK;
}

enum status record_decode_text(struct arena *arena, struct slice encoded, struct slice *text, struct error *error)
{
    return record_decode_span(arena, encoded, 0, UINT32_MAX, text, error);
}
