/* The base that everything stands on: errors, arenas, buffers, JSON, UTF-8. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <math.h>

#include "arena.h"
#include "buf.h"
#include "error.h"
#include "json_write.h"
#include "utf8.h"

static void test_error_message(void **state)
{
    (void)state;
    struct error error = ERROR_NONE;
    assert_int_equal(error_set(&error, STATUS_IO, "cannot read %d bytes", 7), STATUS_IO);
    assert_int_equal(error.status, STATUS_IO);
    assert_int_equal(error.column, 0);
    assert_string_equal(error.message, "cannot read 7 bytes");
    assert_int_equal(error_prefix(&error, "%s", "a.html"), STATUS_IO);
    assert_string_equal(error.message, "a.html: cannot read 7 bytes");
}

/* Longer than the message has room for: cut between characters, wherever the cut falls. */
static void test_error_is_cut_at_a_character(void **state)
{
    (void)state;
    char text[2000];
    static const char *const letters[] = { "é", "€", "𝄞" };
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        for (size_t lead = 0; lead < 4; lead++) {
            struct error error = ERROR_NONE;
            size_t length = lead, width = strlen(letters[i]);
            memset(text, 'x', lead);
            while (length + width < sizeof text) {
                memcpy(text + length, letters[i], width);
                length += width;
            }
            text[length] = '\0';
            error_set(&error, STATUS_FORMAT, "%s", text);
            size_t kept = strlen(error.message);
            assert_in_range(kept, sizeof error.message - 4, sizeof error.message - 1);
            assert_true(utf8_valid(error.message, kept));
            error_prefix(&error, "%s", text);
            assert_true(utf8_valid(error.message, strlen(error.message)));
            assert_non_null(strstr(error.message, ": "));
        }
}

static void test_status_names(void **state)
{
    (void)state;
    for (int i = STATUS_OK; i <= STATUS_INTERNAL; i++) {
        assert_non_null(status_name((enum status)i));
        assert_string_not_equal(status_name((enum status)i), "unknown status");
    }
    assert_string_equal(status_name((enum status)(STATUS_INTERNAL + 1)), "unknown status");
}

static void test_arena_blocks_are_apart(void **state)
{
    (void)state;
    static const size_t sizes[] = { 0, 1, 7, 16, 100, 5000, 16 * 1024, 70000, 3, 200000, 1 };
    enum { BLOCKS = sizeof sizes / sizeof *sizes };
    struct arena arena = ARENA_INIT(0);
    unsigned char *blocks[BLOCKS];
    for (size_t i = 0; i < BLOCKS; i++) {
        blocks[i] = arena_alloc(&arena, sizes[i]);
        assert_int_equal((uintptr_t)blocks[i] % _Alignof(max_align_t), 0);
        memset(blocks[i], (int)i + 1, sizes[i]);
    }
    for (size_t i = 0; i < BLOCKS; i++)
        for (size_t j = 0; j < sizes[i]; j++)
            if (blocks[i][j] != i + 1)
                fail_msg("block %zu was overwritten at %zu", i, j);
    unsigned char *clear = arena_zero(&arena, 3000);
    for (size_t i = 0; i < 3000; i++)
        assert_int_equal(clear[i], 0);
    arena_fini(&arena);
    assert_int_equal(arena.used, 0);
    arena_fini(&arena);
}

static void test_arena_grow_keeps_the_bytes(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    unsigned char *bytes = NULL, *other = arena_alloc(&arena, 40000);
    size_t size = 0;
    memset(other, 0xEE, 40000);
    for (size_t next = 10; next < 3000000; next = next * 3 / 2) {
        bytes = arena_grow(&arena, bytes, size, next);
        for (size_t i = size; i < next; i++)
            bytes[i] = (unsigned char)(i * 7);
        size = next;
        arena_alloc(&arena, 20000); /* neighbours in the list of chunks move too */
    }
    for (size_t i = 0; i < size; i++)
        if (bytes[i] != (unsigned char)(i * 7))
            fail_msg("byte %zu was lost", i);
    for (size_t i = 0; i < 40000; i++)
        assert_int_equal(other[i], 0xEE);
    assert_ptr_equal(arena_grow(&arena, bytes, size, 5), bytes);
    arena_fini(&arena);
}

/* Returns how many bytes were asked for before the limit was met. */
static size_t fill_to_the_limit(struct arena *arena, size_t step)
{
    volatile size_t got = 0;
    if (arena_guard(arena))
        return got;
    while (got < 100 * 1024 * 1024) {
        memset(arena_alloc(arena, step), 1, step);
        got += step;
    }
    return got;
}

static void test_arena_limit_returns_to_the_guard(void **state)
{
    (void)state;
    static const size_t steps[] = { 16, 1000, 20000, 100000 };
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        struct arena arena = ARENA_INIT(1024 * 1024);
        size_t got = fill_to_the_limit(&arena, steps[i]);
        assert_in_range(got, 512 * 1024, 1024 * 1024);
        assert_true(arena.used <= arena.limit);
        arena_reset(&arena); /* and it can be used again, under the same limit */
        assert_in_range(fill_to_the_limit(&arena, steps[i]), 512 * 1024, 1024 * 1024);
        arena_fini(&arena);
    }
}

static bool grows(struct arena *arena, size_t bytes)
{
    if (arena_guard(arena))
        return false;
    void *block = arena_alloc(arena, 100);
    arena_grow(arena, block, 100, bytes);
    return true;
}

static void test_arena_refuses_what_cannot_be(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    assert_false(grows(&arena, SIZE_MAX / 2));
    assert_false(grows(&arena, SIZE_MAX));
    assert_true(grows(&arena, 1000));
    arena_fini(&arena);
}

static void test_arena_reset_keeps_a_chunk(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    for (int round = 0; round < 100; round++) {
        for (int i = 0; i < 50; i++)
            memset(arena_alloc(&arena, 3000), round, 3000);
        arena_reset(&arena);
        assert_in_range(arena.used, 1, 128 * 1024);
    }
    arena_alloc(&arena, 1000000);
    arena_reset(&arena);
    assert_true(arena.used <= 128 * 1024);
    arena_fini(&arena);
}

static void test_arena_strings(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    assert_string_equal(arena_dup(&arena, "abcdef", 3), "abc");
    assert_string_equal(arena_dup_slice(&arena, SLICE("été")), "été");
    assert_string_equal(arena_dup(&arena, NULL, 0), "");
    assert_null(arena_strdup(&arena, NULL));
    assert_string_equal(arena_strdup(&arena, ""), "");
    assert_string_equal(arena_printf(&arena, "%s-%d", "a", 7), "a-7");
    assert_string_equal(arena_printf(&arena, "%s", ""), "");
    char *wide = arena_printf(&arena, "%*d", 50000, 1);
    assert_int_equal(strlen(wide), 50000);
    arena_fini(&arena);
}

static void test_growing_array(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    VEC(uint32_t) numbers = { 0 };
    for (uint32_t i = 0; i < 100000; i++)
        *vec_push(&arena, &numbers) = i * 3;
    assert_int_equal(numbers.count, 100000);
    for (uint32_t i = 0; i < 100000; i++)
        if (numbers.items[i] != i * 3)
            fail_msg("item %u was lost", i);
    arena_fini(&arena);
}

static void test_buf(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    struct buf buf = BUF_INIT(&arena);
    assert_int_equal(buf_slice(&buf).length, 0);
    assert_string_equal(buf_slice(&buf).bytes, "");
    buf_add(&buf, "abc", 2);
    buf_add_string(&buf, "-");
    buf_add_string(&buf, NULL);
    buf_add_slice(&buf, SLICE("été"));
    buf_add_char(&buf, '!');
    buf_printf(&buf, "%03d", 7);
    assert_string_equal(buf.bytes, "ab-été!007");
    assert_int_equal(buf.length, strlen(buf.bytes));
    buf_truncate(&buf, 100);
    buf_truncate(&buf, 2);
    assert_string_equal(buf.bytes, "ab");
    for (int i = 0; i < 100000; i++)
        buf_add_char(&buf, (char)('a' + i % 26));
    assert_int_equal(buf.length, 100002);
    assert_int_equal(buf.bytes[2 + 27], 'b');
    assert_int_equal(buf.bytes[buf.length], '\0');
    arena_fini(&arena);
}

static void test_buf_utf8(void **state)
{
    (void)state;
    static const struct {
        uint32_t code_point;
        const char *bytes;
    } rows[] = {
        { 'a', "a" }, { 0x7F, "\x7F" }, { 0x80, "\xC2\x80" }, { 0x7FF, "\xDF\xBF" }, { 0x800, "\xE0\xA0\x80" },
        { 0xFFFF, "\xEF\xBF\xBF" }, { 0x10000, "\xF0\x90\x80\x80" }, { 0x10FFFF, "\xF4\x8F\xBF\xBF" },
        { 0x110000, "\xEF\xBF\xBD" }, { 0xD800, "\xEF\xBF\xBD" }, { 0xDFFF, "\xEF\xBF\xBD" },
        { UTF8_INVALID, "\xEF\xBF\xBD" },
    };
    struct arena arena = ARENA_INIT(0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buf buf = BUF_INIT(&arena);
        buf_add_utf8(&buf, rows[i].code_point);
        assert_string_equal(buf.bytes, rows[i].bytes);
    }
    arena_fini(&arena);
}

static void test_utf8_decode(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t length;
        uint32_t code_point;
        size_t step;
    } rows[] = {
        { "a", 1, 'a', 1 }, { "\0", 1, 0, 1 }, { "é", 2, 0xE9, 2 }, { "€", 3, 0x20AC, 3 }, { "𝄞", 4, 0x1D11E, 4 },
        { "\xF4\x8F\xBF\xBF", 4, 0x10FFFF, 4 },
        { "é", 1, UTF8_INVALID, 1 },                 /* cut */
        { "€", 2, UTF8_INVALID, 1 }, { "𝄞", 3, UTF8_INVALID, 1 },
        { "\x80", 1, UTF8_INVALID, 1 },              /* a continuation alone */
        { "\xC0\x80", 2, UTF8_INVALID, 1 },          /* overlong */
        { "\xC1\xBF", 2, UTF8_INVALID, 1 }, { "\xE0\x9F\xBF", 3, UTF8_INVALID, 1 },
        { "\xF0\x8F\xBF\xBF", 4, UTF8_INVALID, 1 },
        { "\xED\xA0\x80", 3, UTF8_INVALID, 1 },      /* a surrogate */
        { "\xF4\x90\x80\x80", 4, UTF8_INVALID, 1 },  /* past U+10FFFF */
        { "\xF5\x80\x80\x80", 4, UTF8_INVALID, 1 }, { "\xFF", 1, UTF8_INVALID, 1 },
        { "\xE2\x28\xA1", 3, UTF8_INVALID, 1 },      /* a broken continuation */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t step;
        assert_int_equal(utf8_decode(rows[i].bytes, rows[i].length, &step), rows[i].code_point);
        assert_int_equal(step, rows[i].step);
        assert_int_equal(utf8_valid(rows[i].bytes, rows[i].length), rows[i].code_point != UTF8_INVALID);
        if (rows[i].code_point != UTF8_INVALID) {
            assert_int_equal(utf8_decode_before(rows[i].bytes, rows[i].length, &step), rows[i].code_point);
            assert_int_equal(step, rows[i].step);
        }
    }
}

/* Every character there and back, and no more characters than Unicode has. */
static void test_utf8_every_character(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    struct buf buf = BUF_INIT(&arena);
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        size_t step;
        buf_truncate(&buf, 0);
        buf_add_utf8(&buf, c);
        if (utf8_decode(buf.bytes, buf.length, &step) != c || step != buf.length)
            fail_msg("U+%04X does not come back", c);
    }
    arena_fini(&arena);
}

static void test_utf8_positions(void **state)
{
    (void)state;
    const char *text = "aé€𝄞z";
    size_t length = strlen(text), step;
    static const size_t floors[] = { 0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10 };
    assert_int_equal(utf8_count(text, length), 5);
    assert_int_equal(utf8_count("a\xFF\xC3", 3), 3);
    assert_int_equal(utf8_count("", 0), 0);
    for (size_t i = 0; i < sizeof floors / sizeof *floors; i++)
        assert_int_equal(utf8_floor(text, length, i), floors[i]);
    assert_int_equal(utf8_floor(text, length, length), length);
    assert_int_equal(utf8_floor(text, length, length + 5), length);
    assert_int_equal(utf8_decode_before(text, 1, &step), 'a');
    assert_int_equal(utf8_decode_before("\x80\x80\x80\x80\x80", 5, &step), UTF8_INVALID);
    assert_int_equal(step, 1);
    assert_int_equal(utf8_decode_before("a\x80", 2, &step), UTF8_INVALID);
    assert_int_equal(step, 1);
}

static void test_json_values(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    struct buf buf = BUF_INIT(&arena);
    struct json json = JSON_INIT(&buf);
    json_open(&json, NULL, '{');
    json_string(&json, "text", "l'été");
    json_string(&json, "none", NULL);
    json_int(&json, "low", INT64_MIN);
    json_bool(&json, "yes", true);
    json_open(&json, "list", '[');
    json_int(&json, NULL, 1);
    json_bool(&json, NULL, false);
    json_null(&json, NULL);
    json_open(&json, NULL, '[');
    json_close(&json);
    json_slice(&json, NULL, SLICE("x"));
    json_close(&json);
    json_open(&json, "empty", '{');
    json_close(&json);
    json_close(&json);
    assert_string_equal(buf.bytes, "{\"text\":\"l'été\",\"none\":null,\"low\":-9223372036854775808,\"yes\":true,"
                                   "\"list\":[1,false,null,[],\"x\"],\"empty\":{}}");
    arena_fini(&arena);
}

static void test_json_strings(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t length;
        const char *json;
    } rows[] = {
        { "", 0, "\"\"" }, { "a\"b\\c", 5, "\"a\\\"b\\\\c\"" }, { "\n\t\r", 3, "\"\\n\\t\\r\"" },
        { "\0\x01\x1F\x7F", 4, "\"\\u0000\\u0001\\u001f\\u007f\"" }, { "</script>&", 10, "\"</script>&\"" },
        { "é\xFFz", 4, "\"é\xEF\xBF\xBDz\"" }, { "caf\xC3", 4, "\"caf\xEF\xBF\xBD\"" },
        { "\xE2\x80\xA8\xE2\x80\xA9", 6, "\"\\u2028\\u2029\"" }, { "𝄞", 4, "\"𝄞\"" },
    };
    struct arena arena = ARENA_INIT(0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buf buf = BUF_INIT(&arena);
        struct json json = JSON_INIT(&buf);
        json_slice(&json, NULL, (struct slice){ rows[i].text, rows[i].length });
        assert_string_equal(buf.bytes, rows[i].json);
    }
    arena_fini(&arena);
}

static void test_json_numbers(void **state)
{
    (void)state;
    static const struct {
        double value;
        int decimals;
        const char *json;
    } rows[] = {
        { 0, 2, "0" }, { 1.5, 2, "1.5" }, { 7.314, 2, "7.31" }, { -0.57, 2, "-0.57" }, { 100, 2, "100" },
        { 100, 0, "100" }, { 2.999, 2, "3" },
    };
    struct arena arena = ARENA_INIT(0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buf buf = BUF_INIT(&arena);
        struct json json = JSON_INIT(&buf);
        json_double(&json, NULL, rows[i].value, rows[i].decimals);
        assert_string_equal(buf.bytes, rows[i].json);
    }
    const double not_numbers[] = { (double)NAN, (double)INFINITY };
    for (size_t i = 0; i < 2; i++) {
        struct buf buf = BUF_INIT(&arena);
        struct json json = JSON_INIT(&buf);
        json_double(&json, NULL, not_numbers[i], 2);
        assert_string_equal(buf.bytes, "null");
    }
    arena_fini(&arena);
}

static void test_json_deepest(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    struct buf buf = BUF_INIT(&arena);
    struct json json = JSON_INIT(&buf);
    for (int i = 0; i < JSON_DEPTH; i++)
        json_open(&json, NULL, '[');
    for (int i = 0; i < JSON_DEPTH; i++)
        json_close(&json);
    assert_int_equal(buf.length, 2 * JSON_DEPTH);
    arena_fini(&arena);
}

static void test_slices(void **state)
{
    (void)state;
    assert_true(slice_is(slice_trim(SLICE(" \t a b\n")), "a b"));
    assert_int_equal(slice_trim(SLICE(" \n ")).length, 0);
    assert_int_equal(slice_trim((struct slice){ "\0a\0", 3 }).length, 3);
    assert_true(slice_starts(SLICE("abc"), SLICE("ab")) && !slice_starts(SLICE("a"), SLICE("ab")));
    assert_true(slice_equal(slice_of(NULL), SLICE("")) && !slice_equal(SLICE("a"), SLICE("b")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_error_message), cmocka_unit_test(test_error_is_cut_at_a_character),
        cmocka_unit_test(test_status_names), cmocka_unit_test(test_arena_blocks_are_apart),
        cmocka_unit_test(test_arena_grow_keeps_the_bytes), cmocka_unit_test(test_arena_limit_returns_to_the_guard),
        cmocka_unit_test(test_arena_refuses_what_cannot_be), cmocka_unit_test(test_arena_reset_keeps_a_chunk),
        cmocka_unit_test(test_arena_strings), cmocka_unit_test(test_growing_array), cmocka_unit_test(test_buf),
        cmocka_unit_test(test_buf_utf8), cmocka_unit_test(test_utf8_decode),
        cmocka_unit_test(test_utf8_every_character), cmocka_unit_test(test_utf8_positions),
        cmocka_unit_test(test_json_values), cmocka_unit_test(test_json_strings), cmocka_unit_test(test_json_numbers),
        cmocka_unit_test(test_json_deepest), cmocka_unit_test(test_slices),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
