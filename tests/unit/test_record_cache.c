/* Kept records: found again, never taken away within a request, dropped with the database's state. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "record_cache.h"

static bool keep(struct record_cache *cache, uint32_t document)
{
    struct kept_record *kept = record_cache_place(cache, document);
    if (!kept)
        return false;
    if (kept->document == 0) {
        kept->encoded = (struct slice){ arena_printf(&kept->arena, "%u", document), 1 };
        kept->document = document;
    }
    return true;
}

static bool has(struct record_cache *cache, uint32_t document)
{
    const struct kept_record *kept = record_cache_place(cache, document);
    return kept && kept->document == document;
}

static void test_keeps(void **state)
{
    (void)state;
    struct record_cache *cache = record_cache_new();
    assert_true(keep(cache, 7));
    assert_true(has(cache, 7));
    assert_false(has(cache, 8));
    record_cache_round(cache);
    assert_true(has(cache, 7));
    record_cache_clear(cache);
    assert_false(has(cache, 7));
    record_cache_free(cache);
}

/* What the request at hand has taken stays, however much more it asks for. */
static void test_request_keeps_its_own(void **state)
{
    (void)state;
    struct record_cache *cache = record_cache_new();
    unsigned kept = 0;
    for (uint32_t document = 1; document <= 1000; document++)
        kept += keep(cache, document);
    assert_int_equal(kept, RECORD_CACHE_PLACES);
    for (uint32_t document = 1; document <= RECORD_CACHE_PLACES; document++)
        assert_true(has(cache, document));
    record_cache_round(cache);
    assert_true(keep(cache, 500)); /* now others may come */
    assert_true(has(cache, 500));
    record_cache_free(cache);
}

static void test_oldest_goes(void **state)
{
    (void)state;
    struct record_cache *cache = record_cache_new();
    enum { SAME_SET = 16 }; /* documents that far apart compete */
    for (uint32_t i = 0; i < 8; i++) {
        keep(cache, 1 + i * SAME_SET);
        record_cache_round(cache);
    }
    assert_true(has(cache, 1)); /* used again: the second is the oldest */
    keep(cache, 1 + 8 * SAME_SET);
    assert_true(has(cache, 1));
    assert_true(has(cache, 1 + 8 * SAME_SET));
    record_cache_round(cache);
    assert_false(has(cache, 1 + 1 * SAME_SET));
    record_cache_free(cache);
}

static void test_none(void **state)
{
    (void)state;
    assert_null(record_cache_place(NULL, 1));
    record_cache_round(NULL);
    record_cache_clear(NULL);
    record_cache_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_keeps), cmocka_unit_test(test_request_keeps_its_own),
                                        cmocka_unit_test(test_oldest_goes), cmocka_unit_test(test_none) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
