/* Records as bytes: what goes in comes out; what is damaged is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <libdeflate.h>
#include <stdlib.h>

#include "record_codec.h"

static struct record *sample(struct arena *arena, size_t text_length)
{
    struct record *record = arena_new(arena, struct record);
    char *text = arena_alloc(arena, text_length);
    unsigned seed = 7;
    for (size_t i = 0; i < text_length; i++)
        text[i] = " \nabcdeilnorstu"[rand_r(&seed) % 15];
    *record = (struct record){
        .id = "00c0ffee00c0ffee", .file = "a/b.html", .path = "/r/a/b.html", .url = NULL, .type = REPORT_MARKDOWN,
        .title = "Compte rendu d’une journée", .language = LANGUAGE_FR, .author = "", .published = { 17000, 17000 },
        .published_rule = "byline", .event = { 16990, 16995 }, .event_place = 1, .text = { text, text_length },
    };
    struct person person = { .speaker = true, .name = "Élodie Marchal-Roux", .key = "elodie marchal roux",
                             .role = "maire", .rule = "verb", .score = 0.75 };
    *vec_push(arena, &person.forms) = "Élodie Marchal-Roux";
    *vec_push(arena, &person.forms) = "Mme Marchal-Roux";
    *vec_push(arena, &person.at) = (struct span){ 3, 20 };
    *vec_push(arena, &person.passages) = 1;
    *vec_push(arena, &person.passages) = 300;
    *vec_push(arena, &record->persons) = person;
    struct place place = { .name = "Caen", .id = "14118", .kind = PLACE_COMMUNE, .located = true, .latitude = 49.18,
                           .longitude = -0.37, .rule = "gazetteer", .score = 1 };
    *vec_push(arena, &place.within) = (struct place_level){ "14", "Calvados", PLACE_DEPARTEMENT };
    *vec_push(arena, &place.at) = (struct span){ 40, 44 };
    *vec_push(arena, &record->places) = place;
    *vec_push(arena, &record->places) = (struct place){ .name = "Lisieux", .id = "14366", .kind = PLACE_COMMUNE };
    *vec_push(arena, &record->places) = (struct place){ .name = "Bayeux", .id = "14047", .kind = PLACE_COMMUNE };
    *vec_push(arena, &record->dates) = (struct date){
        .interval = { 16990, 16995 }, .deduced = true, .form = "du 7 au 12", .at = { 50, 60 }, .rule = "range"
    };
    *vec_push(arena, &record->dates) =
        (struct date){ .interval = INTERVAL_NONE, .month = 11, .day = 4, .form = "4 nov", .at = { 61, 66 } };
    *vec_push(arena, &record->attachments) = (struct attachment){ "Le diaporama", NULL, "PDF", 609587, { 60, 90 } };
    *vec_push(arena, &record->passages) = (struct passage){ 1, 0, 90, 0, "Élodie Marchal-Roux", "maire", "Débat", 0 };
    *vec_push(arena, &record->passages) = (struct passage){ 2, 90, 100, -1, NULL, NULL, NULL, 700 };
    return record;
}

static struct slice encode(struct arena *arena, const struct record *record)
{
    struct error error = ERROR_NONE;
    struct buf out = BUF_INIT(arena);
    assert_int_equal(record_encode(record, &out, &error), STATUS_OK);
    return buf_slice(&out);
}

static void test_round_trip(void **state)
{
    (void)state;
    static const size_t lengths[] = { 100, RECORD_BLOCK_BYTES - 1, RECORD_BLOCK_BYTES, RECORD_BLOCK_BYTES + 1,
                                      100000 };
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        struct arena arena = ARENA_INIT(0);
        struct error error = ERROR_NONE;
        struct record *in = sample(&arena, lengths[i]), *out;
        struct slice bytes = encode(&arena, in), text;
        assert_int_equal(record_decode(&arena, bytes, &out, &error), STATUS_OK);
        assert_string_equal(out->id, in->id);
        assert_string_equal(out->title, in->title);
        assert_null(out->url);
        assert_string_equal(out->author, "");
        assert_int_equal(out->language, LANGUAGE_FR);
        assert_int_equal(out->type, REPORT_MARKDOWN);
        assert_int_equal(out->event.start, 16990);
        assert_int_equal(out->persons.count, 1);
        assert_string_equal(out->persons.items[0].forms.items[1], "Mme Marchal-Roux");
        assert_int_equal(out->persons.items[0].passages.items[1], 300);
        assert_true(out->persons.items[0].score == 0.75);
        assert_string_equal(out->places.items[0].within.items[0].name, "Calvados");
        assert_true(out->places.items[0].longitude == -0.37);
        assert_int_equal(out->places.count, 3);
        assert_int_equal(out->event_place, 1);
        assert_string_equal(out->places.items[1].name, "Lisieux");
        assert_string_equal(out->places.items[2].name, "Bayeux");
        assert_int_equal(out->dates.items[1].day, 4);
        assert_true(interval_is_none(out->dates.items[1].interval));
        assert_int_equal(out->attachments.items[0].bytes, 609587);
        assert_int_equal(out->passages.items[1].person, -1);
        assert_int_equal(out->passages.items[0].end, 90);
        assert_ptr_equal(record_passage(out, 1), &out->passages.items[0]);
        assert_ptr_equal(record_passage(out, 700), &out->passages.items[1]);
        assert_null(record_passage(out, 2)); /* its number is not its serial */
        assert_null(record_passage(out, 0));
        assert_int_equal(out->text.length, 0);
        assert_int_equal(record_decode_text(&arena, bytes, &text, &error), STATUS_OK);
        assert_true(slice_equal(text, in->text));
        assert_int_equal(record_decode_briefly(&arena, bytes, &out, &error), STATUS_OK);
        assert_string_equal(out->title, in->title);
        assert_string_equal(out->persons.items[0].name, "Élodie Marchal-Roux");
        assert_int_equal(out->persons.items[0].forms.count, 0);
        assert_string_equal(out->places.items[out->event_place].name, "Lisieux");
        assert_int_equal(out->places.count, 1);
        assert_int_equal(out->dates.count, 0);
        assert_string_equal(out->attachments.items[0].title, "Le diaporama");
        assert_string_equal(out->passages.items[0].heading, "Débat");
        arena_fini(&arena);
    }
}

static void test_spans(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    struct error error = ERROR_NONE;
    struct record *in = sample(&arena, 3 * RECORD_BLOCK_BYTES + 10);
    struct slice bytes = encode(&arena, in), text;
    uint32_t length = (uint32_t)in->text.length;
    const struct span spans[] = {
        { 0, 1 }, { RECORD_BLOCK_BYTES - 1, RECORD_BLOCK_BYTES + 1 }, { length - 1, length },
        { 5, 5 }, { RECORD_BLOCK_BYTES, 2 * RECORD_BLOCK_BYTES },     { 10, length }
    };
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
        assert_int_equal(record_decode_span(&arena, bytes, spans[i].start, spans[i].end, &text, &error), STATUS_OK);
        assert_int_equal(text.length, spans[i].end - spans[i].start);
        assert_memory_equal(text.bytes, in->text.bytes + spans[i].start, text.length);
    }
    assert_int_equal(record_decode_span(&arena, bytes, length - 3, UINT32_MAX, &text, &error), STATUS_OK);
    assert_int_equal(text.length, 3);
    assert_int_equal(record_decode_span(&arena, bytes, length + 3, length + 9, &text, &error), STATUS_OK);
    assert_int_equal(text.length, 0);

    struct record_text *reader; /* all of them from one, and once more */
    assert_int_equal(record_text_open(&arena, bytes, &reader, &error), STATUS_OK);
    for (size_t i = 0; i < 2 * sizeof spans / sizeof *spans; i++) {
        const struct span *span = &spans[i % (sizeof spans / sizeof *spans)];
        assert_int_equal(record_text_span(reader, span->start, span->end, &text, &error), STATUS_OK);
        assert_int_equal(text.length, span->end - span->start);
        assert_memory_equal(text.bytes, in->text.bytes + span->start, text.length);
    }
    arena_fini(&arena);
}

/* Every byte changed in turn, every length cut: an error or a record, and never a crash (run under ASan too). */
static void test_damage(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    struct slice bytes = encode(&arena, sample(&arena, 500));
    unsigned refused = 0;
    for (size_t i = 0; i < bytes.length * 2; i++) {
        struct arena work = ARENA_INIT(64 << 20);
        struct error error = ERROR_NONE;
        struct record *out;
        struct slice text, damaged = { bytes.bytes, i / 2 };
        if (i % 2) {
            char *copy = arena_dup(&work, bytes.bytes, bytes.length);
            copy[i / 2] = (char)(copy[i / 2] ^ (1 << (i % 8)));
            damaged = (struct slice){ copy, bytes.length };
        }
        if (arena_guard(&work) == 0) {
            enum status facts = record_decode(&work, damaged, &out, &error);
            enum status whole = record_decode_text(&work, damaged, &text, &error);
            refused += facts != STATUS_OK || whole != STATUS_OK;
            if (i % 2 == 0)
                assert_true(facts == STATUS_DAMAGED && whole == STATUS_DAMAGED);
        }
        arena_fini(&work);
    }
    assert_true(refused > bytes.length);
    arena_fini(&arena);
}

static void test_format(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    struct error error = ERROR_NONE;
    struct record *out;
    assert_int_equal(record_decode(&arena, SLICE("TR\x09\x00"), &out, &error), STATUS_VERSION);
    assert_int_equal(record_decode(&arena, SLICE(""), &out, &error), STATUS_DAMAGED);
    /* lengths that no deflate stream could give */
    assert_int_equal(record_decode(&arena, SLICE("TR\x06\xff\xff\xff\x7f\x01\x00\x00\x00\x03"), &out, &error),
                     STATUS_DAMAGED);
    arena_fini(&arena);
}

/* Xapian deflates what that makes smaller, and then inflates all of it for one block: nothing may be gained. */
static void test_incompressible(void **state)
{
    (void)state;
    static const size_t lengths[] = { 100, 3000, 60000, 1500000 };
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        struct arena arena = ARENA_INIT(0);
        struct record *record = sample(&arena, lengths[i]);
        if (i % 2) /* the same paragraph again and again */
            for (size_t j = 600; j < record->text.length; j++)
                ((char *)record->text.bytes)[j] = record->text.bytes[j - 600];
        struct slice encoded = encode(&arena, record);
        struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(9);
        size_t room = libdeflate_zlib_compress_bound(compressor, encoded.length);
        char *out = arena_alloc(&arena, room);
        room = libdeflate_zlib_compress(compressor, encoded.bytes, encoded.length, out, room);
        libdeflate_free_compressor(compressor);
        assert_true(room >= encoded.length);
        arena_fini(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_round_trip), cmocka_unit_test(test_spans), cmocka_unit_test(test_damage),
        cmocka_unit_test(test_format), cmocka_unit_test(test_incompressible),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
