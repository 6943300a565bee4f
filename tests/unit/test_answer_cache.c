/* Kept answers: found again, dropped with the revision, bounded. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include "answer_cache.h"

static bool has(struct answer_cache *cache, uint64_t revision, const char *key, const char *answer)
{
    struct slice found;
    return answer_cache_find(cache, revision, slice_of(key), &found) && slice_is(found, answer);
}

/* As a request that comes twice does. */
static void keep(struct answer_cache *cache, uint64_t revision, const char *key, struct slice answer)
{
    answer_cache_keep(cache, revision, slice_of(key), answer);
    answer_cache_keep(cache, revision, slice_of(key), answer);
}

static void test_keeps(void **state)
{
    (void)state;
    struct answer_cache *cache = answer_cache_new();
    struct slice found;
    assert_false(answer_cache_find(cache, 1, SLICE("q=eau"), &found));
    answer_cache_keep(cache, 1, SLICE("q=eau"), SLICE("water"));
    assert_false(answer_cache_find(cache, 1, SLICE("q=eau"), &found)); /* once is not enough */
    answer_cache_keep(cache, 1, SLICE("q=eau"), SLICE("water"));
    assert_true(has(cache, 1, "q=eau", "water"));
    assert_false(answer_cache_find(cache, 1, SLICE("q=eaux"), &found));
    answer_cache_keep(cache, 1, SLICE("q=eau"), SLICE("waters"));
    assert_true(has(cache, 1, "q=eau", "waters"));
    answer_cache_free(cache);
}

static void test_another_revision_drops_all(void **state)
{
    (void)state;
    struct answer_cache *cache = answer_cache_new();
    struct slice found;
    keep(cache, 1, "a", SLICE("1"));
    keep(cache, 1, "b", SLICE("2"));
    assert_false(answer_cache_find(cache, 2, SLICE("a"), &found));
    keep(cache, 2, "a", SLICE("3"));
    assert_true(has(cache, 2, "a", "3"));
    assert_false(answer_cache_find(cache, 2, SLICE("b"), &found));
    assert_false(answer_cache_find(cache, 1, SLICE("a"), &found));
    answer_cache_free(cache);
}

static void test_bounds(void **state)
{
    (void)state;
    struct answer_cache *cache = answer_cache_new();
    char *large = malloc(ANSWER_CACHE_BYTES_MAX);
    struct slice found;
    char key[20];
    memset(large, 'x', ANSWER_CACHE_BYTES_MAX);
    keep(cache, 1, "k", (struct slice){ large, ANSWER_CACHE_BYTES_MAX });
    assert_false(answer_cache_find(cache, 1, SLICE("k"), &found));
    keep(cache, 1, "k", (struct slice){ large, ANSWER_CACHE_BYTES_MAX - 1 });
    assert_true(answer_cache_find(cache, 1, SLICE("k"), &found));
    assert_int_equal(found.length, ANSWER_CACHE_BYTES_MAX - 1);
    unsigned kept = 0;
    for (int i = 0; i < 1000; i++) {
        snprintf(key, sizeof key, "key %d", i);
        keep(cache, 1, key, slice_of(key));
        assert_true(has(cache, 1, key, key));
    }
    for (int i = 0; i < 1000; i++) {
        snprintf(key, sizeof key, "key %d", i);
        kept += has(cache, 1, key, key);
    }
    assert_in_range(kept, 1, ANSWER_CACHE_PLACES);
    free(large);
    answer_cache_free(cache);
}

static void test_popular_stay(void **state)
{
    (void)state;
    struct answer_cache *cache = answer_cache_new();
    char key[20];
    for (int i = 0; i < 50; i++) {
        snprintf(key, sizeof key, "popular %d", i);
        keep(cache, 1, key, slice_of(key));
    }
    for (int i = 0; i < 20000; i++) {
        snprintf(key, sizeof key, "only once %d", i);
        answer_cache_keep(cache, 1, slice_of(key), slice_of(key));
    }
    unsigned kept = 0;
    for (int i = 0; i < 50; i++) {
        snprintf(key, sizeof key, "popular %d", i);
        kept += has(cache, 1, key, key);
    }
    assert_in_range(kept, 48, 50);
    answer_cache_free(cache);
}

static void test_none(void **state)
{
    (void)state;
    struct slice found;
    answer_cache_keep(NULL, 1, SLICE("k"), SLICE("v"));
    assert_false(answer_cache_find(NULL, 1, SLICE("k"), &found));
    answer_cache_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keeps),
        cmocka_unit_test(test_another_revision_drops_all),
        cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_popular_stay),
        cmocka_unit_test(test_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
