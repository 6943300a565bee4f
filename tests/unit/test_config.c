/* test_config.c - the settings file: what it may say, and errors that name file and line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "config.h"

static void test_everything(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    struct config config;
    struct error error = ERROR_NONE;
    config_defaults(&config);
    assert_int_equal(config_parse(&config, "t", SLICE("\xEF\xBB\xBF# settings\r\n"
                                                      "database = /srv/a b   # the first\r\n"
                                                      "\r\n"
                                                      "  database=/srv/two\n"
                                                      "title = \"Séminaires # 1\"\n"
                                                      "base_url = https://example.org/s\n"
                                                      "accent = #1a5fb4 # blue\n"
                                                      "origin = https://a.example\n"
                                                      "results_per_page = 20\n"
                                                      "language = fr\n"
                                                      "noindex = no"), &arena, &error), STATUS_OK);
    assert_int_equal(config.databases.count, 2);
    assert_string_equal(config.databases.items[0], "/srv/a b");
    assert_string_equal(config.databases.items[1], "/srv/two");
    assert_string_equal(config.title, "Séminaires # 1");
    assert_string_equal(config.base_url, "https://example.org/s");
    assert_string_equal(config.accent, "#1a5fb4");
    assert_string_equal(config.origins.items[0], "https://a.example");
    assert_int_equal(config.results_per_page, 20);
    assert_int_equal(config.language, LANGUAGE_FR);
    assert_false(config.noindex);
    arena_fini(&arena);
}

static const struct {
    const char *text, *message;
} refused[] = {
    { "title = x\nnonsense\n", "t:2: not a \"key = value\" line" },
    { "color = red\n", "t:1: unknown setting \"color\"" },
    { "\n\n\nresults_per_page = many\n", "t:4: \"results_per_page\" must be a number from 1 to 100" },
    { "results_per_page = 0", "t:1: \"results_per_page\" must be a number" },
    { "noindex = maybe", "t:1: \"noindex\" must be yes or no" },
    { "language = klingon", "t:1: \"language\" must be auto, fr or en" },
    { "accent = red;}body{x:y", "t:1: \"accent\" must be a colour" },
    { "accent = # nothing", "t:1: \"accent\" must be a colour" },
    { "base_url = javascript:alert(1)", "t:1: \"base_url\" must be an http" },
    { "title =", "t:1: \"title\" has no value" },
    { "title = \xFF", "t: is not UTF-8 text" },
};

static void test_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct arena arena = ARENA_INIT(0);
        struct config config;
        struct error error = ERROR_NONE;
        config_defaults(&config);
        assert_int_equal(config_parse(&config, "t", slice_of(refused[i].text), &arena, &error), STATUS_USAGE);
        if (strncmp(error.message, refused[i].message, strlen(refused[i].message)) != 0)
            fail_msg("\"%s\" says: %s", refused[i].text, error.message);
        arena_fini(&arena);
    }
}

static void test_files(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    struct config config;
    struct error error = ERROR_NONE;
    config_defaults(&config);
    assert_int_equal(config_read(&config, "/nonexistent/tribune.conf", &arena, &error), STATUS_IO);
    assert_non_null(strstr(error.message, "/nonexistent/tribune.conf"));
    assert_int_equal(config_read(&config, "/", &arena, &error), STATUS_IO);
    assert_int_equal(config_read(&config, "/dev/zero", &arena, &error), STATUS_LIMIT);
    arena_fini(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_everything), cmocka_unit_test(test_refused), cmocka_unit_test(test_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
