/* test_options.c - the command line: what it takes, and what it refuses by name. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "options.h"

enum { WORDS_MAX = 8 };

static enum status parse(const char *const *words, struct options *options, struct arena *arena, struct error *error)
{
    char *argv[WORDS_MAX + 1] = { "tribune-search" };
    int argc = 1;
    for (; words[argc - 1]; argc++)
        argv[argc] = (char *)words[argc - 1];
    return options_parse(options, argc, argv, arena, error);
}

static void test_taken(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    struct options options;
    struct error error = ERROR_NONE;
    const char *const words[] = { "--format=json", "-n", "5", "db", "coop", "-solidaire",
                                  "--facets=speaker,year,speaker", NULL };
    assert_int_equal(parse(words, &options, &arena, &error), STATUS_OK);
    assert_int_equal(options.format, FORMAT_JSON);
    assert_int_equal(options.search.limit, 5);
    assert_string_equal(options.search.query, "coop -solidaire");
    assert_string_equal(options.databases.items[0], "db");
    assert_int_equal(options.search.facet_count, 2);
    const char *const late[] = { "db", "coop", "-n", "3", "--", "--unit", NULL };
    assert_int_equal(parse(late, &options, &arena, &error), STATUS_OK);
    assert_int_equal(options.search.limit, 3);
    assert_string_equal(options.search.query, "coop --unit");
    const char *const kwic[] = { "--kwic", "--database=two", "db", "x", NULL };
    assert_int_equal(parse(kwic, &options, &arena, &error), STATUS_OK);
    assert_int_equal(options.search.kwic, 40);
    assert_int_equal(options.databases.count, 2);
    assert_string_equal(options.databases.items[0], "db");
    const char *const empty[] = { "db", "", NULL };
    assert_int_equal(parse(empty, &options, &arena, &error), STATUS_OK);
    arena_fini(&arena);
}

static const struct {
    const char *words[WORDS_MAX];
    const char *message;
} refused[] = {
    { { NULL }, "which database?" },
    { { "db" }, "search for what?" },
    { { "db", "x", "--frobnicate" }, "unknown option --frobnicate" },
    { { "-z", "db", "x" }, "unknown option -z" },
    { { "db", "x", "--limit=ten" }, "--limit: \"ten\" is not a number from 0 to 1000" },
    { { "db", "x", "--limit=-1" }, "--limit: \"-1\" is not" },
    { { "db", "x", "--limit" }, "--limit needs a value" },
    { { "db", "x", "--explain=yes" }, "--explain takes no value" },
    { { "db", "x", "--format=opensearch" }, "--format: \"opensearch\" is not" },
    { { "db", "x", "--unit=page" }, "--unit: \"page\" is not report or passage" },
    { { "db", "x", "--sort=best" }, "--sort: \"best\" is not" },
    { { "db", "x", "--facets=nose" }, "--facets: \"nose\" is not" },
    { { "db", "x", "--similar=a" }, "only one of" },
    { { "db", "--batch=f", "--suggest=a" }, "only one of" },
    { { "db", "--doc=a", "--suggest=a" }, "--doc goes with neither" },
    { { "db", "--doc=a", "--format=csv" }, "--doc goes with --format" },
    { { "db", "x", "--kwic", "--format=csv" }, "--kwic goes with" },
    { { "db", "x", "--explain", "--format=trec" }, "--explain goes with" },
    { { "db", "--batch=f", "--format=html" }, "--batch goes with" },
    { { "db", "x", "--run=two words" }, "--run: \"two words\" is not one word" },
};

static void test_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct arena arena = ARENA_INIT(0);
        struct options options;
        struct error error = ERROR_NONE;
        assert_int_equal(parse(refused[i].words, &options, &arena, &error), STATUS_USAGE);
        if (strncmp(error.message, refused[i].message, strlen(refused[i].message)) != 0)
            fail_msg("row %zu says: %s", i, error.message);
        arena_fini(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_taken), cmocka_unit_test(test_refused) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
