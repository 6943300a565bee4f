/* test_params.c - what a browser sends, decoded and checked; links written back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "params.h"

static const struct {
    const char *encoded;
    enum param param;
    const char *value;      /* NULL: absent */
} decoded[] = {
    { "q=coop%C3%A9ration", PARAM_Q, "coopération" },
    { "q=a+b%20c", PARAM_Q, "a b c" },
    { "q=100%", PARAM_Q, "100%" },
    { "q=%zz%4", PARAM_Q, "%zz%4" },
    { "q=%2525", PARAM_Q, "%25" },
    { "q=%E9conomie", PARAM_Q, "économie" },          /* a windows-1252 page's form */
    { "q=l%92UFISC+%80", PARAM_Q, "l’UFISC €" },
    { "q=a%00b%0D%0Ac", PARAM_Q, "a b  c" },
    { "q=%C2%85x", PARAM_Q, "x" },
    { "q=++", PARAM_Q, NULL },
    { "q=", PARAM_Q, NULL },
    { "q", PARAM_Q, NULL },
    { "&&=x&q=1&&", PARAM_Q, "1" },
    { "Q=1", PARAM_Q, NULL },
    { "%71=1", PARAM_Q, "1" },
    { "q=a&q=b", PARAM_Q, "b" },
    { "utm_source=x&q=a;b", PARAM_Q, "a;b" },
    { "n=25", PARAM_N, "25" },
    { "facets=speaker,year", PARAM_FACETS, "speaker,year" },
    { "from=2016-11", PARAM_FROM, "2016-11" },
    { "doc=ab-12_x.3", PARAM_DOC, "ab-12_x.3" },
    { "sort=-date", PARAM_SORT, "-date" },
};

static void test_decoding(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof decoded / sizeof *decoded; i++) {
        struct arena arena = ARENA_INIT(0);
        struct params params = { 0 };
        struct error error = ERROR_NONE;
        if (params_parse(&params, &arena, slice_of(decoded[i].encoded), &error))
            fail_msg("%s: %s", decoded[i].encoded, error.message);
        const char *value = params_get(&params, decoded[i].param);
        if (!value != !decoded[i].value || (value && strcmp(value, decoded[i].value) != 0))
            fail_msg("%s gives \"%s\"", decoded[i].encoded, value ? value : "nothing");
        arena_fini(&arena);
    }
}

static const char *const refused[] = {
    "n=0", "n=-1", "n=1001", "n=abc", "n=1e3", "n=99999999999999999999",
    "page=0", "page=1.5", "unit=word", "sort=best", "from=yesterday",
    "to=2016-13", "year=x", "facets=nose", "facets=speaker,,year",
    "doc=../../etc/passwd", "doc=a/b",
    "similar=a%20b", "asset=../style", "ui=de",
};

static void test_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct arena arena = ARENA_INIT(0);
        struct params params = { 0 };
        struct error error = ERROR_NONE;
        if (params_parse(&params, &arena, slice_of(refused[i]), &error) != STATUS_USAGE)
            fail_msg("%s is taken", refused[i]);
        const char *name = arena_dup(&arena, refused[i], strcspn(refused[i], "="));
        assert_non_null(strstr(error.message, name));
        arena_fini(&arena);
    }
}

static void test_bounds(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    struct params params = { 0 };
    struct error error = ERROR_NONE;
    struct buf encoded = BUF_INIT(&arena);
    for (int i = 0; i <= PARAMS_VALUES_MAX; i++)
        buf_printf(&encoded, "speaker=s%d&", i);
    assert_int_equal(params_parse(&params, &arena, buf_slice(&encoded), &error), STATUS_LIMIT);
    params = (struct params){ 0 };
    buf_truncate(&encoded, 0);
    for (int i = 0; i <= PARAMS_BYTES_MAX; i++)
        buf_add_char(&encoded, 'x');
    assert_int_equal(params_parse(&params, &arena, buf_slice(&encoded), &error), STATUS_LIMIT);
    buf_truncate(&encoded, 0);
    buf_add_string(&encoded, "q=");
    for (int i = 0; i < PARAM_TEXT_MAX; i++)
        buf_add_char(&encoded, 'x');
    assert_int_equal(params_parse(&params, &arena, buf_slice(&encoded), &error), STATUS_OK);
    buf_add_char(&encoded, 'x');
    assert_int_equal(params_parse(&params, &arena, buf_slice(&encoded), &error), STATUS_USAGE);
    arena_fini(&arena);
}

static void test_repeated_filters(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    struct params params = { 0 };
    struct error error = ERROR_NONE;
    params_parse(&params, &arena, SLICE("speaker=A&speaker=B&speaker=A&q=x"), &error);
    assert_int_equal(params.values.count, 3);
    assert_true(params_has(&params, PARAM_SPEAKER, "A"));
    assert_true(params_has(&params, PARAM_SPEAKER, "B"));
    assert_false(params_has(&params, PARAM_SPEAKER, "C"));
    arena_fini(&arena);
}

static void test_links(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    struct params params = { 0 };
    struct error error = ERROR_NONE;
    params_parse(&params, &arena, SLICE("q=l%27eau+%26+co&speaker=A&speaker=B&page=3"), &error);
    assert_string_equal(params_link_set(&params, &arena, PARAM_PAGE, "4"),
                        "?q=l%27eau+%26+co&speaker=A&speaker=B&page=4");
    assert_string_equal(params_link_set(&params, &arena, PARAM_Q, "é"), "?q=%C3%A9&speaker=A&speaker=B");
    assert_string_equal(params_link_add(&params, &arena, PARAM_PLACE, "Bordeaux"),
                        "?q=l%27eau+%26+co&speaker=A&speaker=B&place=Bordeaux");
    assert_string_equal(params_link_add(&params, &arena, PARAM_SPEAKER, "A"),
                        "?q=l%27eau+%26+co&speaker=A&speaker=B");
    assert_string_equal(params_link_drop(&params, &arena, PARAM_SPEAKER, "A"), "?q=l%27eau+%26+co&speaker=B");
    assert_string_equal(params_link_drop(&params, &arena, PARAM_SPEAKER, NULL), "?q=l%27eau+%26+co");
    params = (struct params){ 0 };
    assert_string_equal(params_link_drop(&params, &arena, PARAM_Q, NULL), "?");
    arena_fini(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decoding),        cmocka_unit_test(test_refused), cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_repeated_filters), cmocka_unit_test(test_links),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
