/* test_authority.c - the archivist's tables: how lines are read, and how names are found in a text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "authority.h"
#include "lexeme.h"
#include "parse.h"

struct fixture {
    struct authority authority;
    struct gazetteer *gazetteer;
};

static int set_up(void **state)
{
    struct error error = ERROR_NONE;
    struct fixture *fixture = test_malloc(sizeof *fixture);
    authority_init(&fixture->authority);
    *state = fixture;
    return gazetteer_open(&fixture->gazetteer, &error) == STATUS_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    gazetteer_close(fixture->gazetteer);
    arena_fini(&fixture->authority.arena);
    test_free(fixture);
    return 0;
}

static void test_speakers(void **state)
{
    struct fixture *fixture = *state;
    struct error error = ERROR_NONE;
    const char *table = "\357\273\277# names\n\nPierre de La Tour\tLa Tour | P. de La Tour\r\nÉlise Brun\t\tnever\n"
                        "Société Martin\t\thide";
    assert_int_equal(authority_read_speakers(&fixture->authority, "s", slice_of(table), &error), STATUS_OK);
    static const struct { const char *name, *means, *surname; enum authority_use use; } rows[] = {
        { "Pierre de la tour", "Pierre de La Tour", "La Tour", AUTHORITY_PERSON },
        { "P. de La Tour", "Pierre de La Tour", "La Tour", AUTHORITY_PERSON },
        { "LA TOUR", "Pierre de La Tour", "La Tour", AUTHORITY_PERSON },
        { "ELISE BRUN", "Élise Brun", "Brun", AUTHORITY_NEVER },
        { "Société Martin", "Société Martin", "Martin", AUTHORITY_HIDE },
        { "Brun", NULL, NULL, AUTHORITY_PERSON },
        { "", NULL, NULL, AUTHORITY_PERSON },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct authority_person *person = authority_person(&fixture->authority, rows[i].name);
        if (!rows[i].means) {
            assert_null(person);
            continue;
        }
        assert_non_null(person);
        assert_string_equal(person->name, rows[i].means);
        assert_string_equal(person->surname, rows[i].surname);
        assert_int_equal(person->use, rows[i].use);
    }
    assert_null(authority_person(NULL, "Élise Brun"));
}

static void test_places(void **state)
{
    struct fixture *fixture = *state;
    struct error error = ERROR_NONE;
    const char *table = "Lyon\tLugdunum\nOrange\t\tnot\nGent\tGand\tG2797656\nMa salle\t\tvenue\t-45.5\t4\tLyon\n";
    assert_int_equal(authority_read_places(&fixture->authority, "p", slice_of(table), fixture->gazetteer, &error),
                     STATUS_OK);
    struct gazetteer_place place;
    gazetteer_place(fixture->gazetteer, (uint32_t)authority_place(&fixture->authority, "lugdunum")->place, &place);
    assert_string_equal(place.id, "69123");
    assert_int_equal(authority_place(&fixture->authority, "Orange")->kind, AUTHORITY_NOT_A_PLACE);
    const struct authority_place *venue = authority_place(&fixture->authority, "MA SALLE");
    assert_int_equal(venue->kind, AUTHORITY_VENUE);
    assert_string_equal(venue->id, "venue:ma-salle");
    assert_true(venue->latitude < -45 && venue->longitude > 3);
}

static void test_refused(void **state)
{
    struct fixture *fixture = *state;
    static const struct { bool places; const char *table, *message; } rows[] = {
        { false, "A B\tC\tperhaps", "f:1: column 3: \"perhaps\": expected nothing, never or hide" },
        { false, "Ann Lee\tLee\n\nBo Lee\tLee", "f:3: \"Lee\" is a name of line 1 already: expected each name once" },
        { false, "Cy Ray\t\t\tmore", "f:1: too many columns: expected at most 3, separated by tabs" },
        { false, "--\n", "f:1: name \"--\": expected letters in it" },
        { true, "Nulle-Part-sur-Rien", "f:1: no place is called" },
        { true, "Lyon\t\tvenue\t\t4", "f:1: column 4: \"\": expected a venue's latitude" },
        { true, "Lyon\t\tvenue\tnan\t4", "f:1: column 4: \"nan\": expected a venue's latitude" },
        { true, "Lyon\t\tvenue\t4\t181", "f:1: column 5: \"181\": expected a venue's longitude" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct error error = ERROR_NONE;
        struct slice table = slice_of(rows[i].table);
        enum status status = rows[i].places
                                 ? authority_read_places(&fixture->authority, "f", table, fixture->gazetteer, &error)
                                 : authority_read_speakers(&fixture->authority, "f", table, &error);
        assert_int_equal(status, STATUS_FORMAT);
        if (strncmp(error.message, rows[i].message, strlen(rows[i].message)) != 0)
            fail_msg("\"%s\", not \"%s\"", error.message, rows[i].message);
    }
}

/* The longest name wins; commas part names, line breaks do not; a single word needs its capital. */
static void test_phrases(void **state)
{
    struct fixture *fixture = *state;
    struct arena *arena = &fixture->authority.arena;
    static const char *const names[] = { "anne garnier", "garnier", "anne garnier dulac", "j l laville", "halle" };
    static const struct { const char *text, *matches; } rows[] = {
        { "Anne Garnier a parlé", "0" },
        { "ANNE GARNIER-DULAC, Garnier", "21" },
        { "Anne, Garnier", "1" },
        { "Anne\nGarnier", "0" },
        { "Anne\n\nGarnier", "1" },
        { "M. J.-L. Laville et la halle", "3" },
        { "La Halle d'anne garnier", "40" },
        { "Garniers et Annie Garnière", "" },
    };
    struct phrases phrases;
    phrases_init(&phrases, arena);
    for (uint32_t i = 0; i < sizeof names / sizeof *names; i++)
        phrases_add(&phrases, names[i], i);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct report report = { .arena = arena, .text = BUF_INIT(arena) };
        struct error error = ERROR_NONE;
        struct phrase_match match;
        char found[10] = "";
        uint32_t at = 0;
        assert_int_equal(parse_text(&report, slice_of(rows[i].text), &error), STATUS_OK);
        report.record.text = buf_slice(&report.text);
        lexemes_make(&report, fixture->gazetteer);
        for (size_t n = 0; n + 1 < sizeof found && phrases_next(&phrases, &report, &at, &match); n++)
            found[n] = (char)('0' + match.value);
        if (strcmp(found, rows[i].matches) != 0)
            fail_msg("\"%s\": \"%s\", not \"%s\"", rows[i].text, found, rows[i].matches);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_speakers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_places, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_phrases, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
