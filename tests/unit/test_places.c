/* test_places.c - places in text: the table of places_table.h, persons' names kept out, chains, forms, bounds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

#include "extract_places.h"
#include "lexeme.h"
#include "places_table.h"

struct fixture {
    struct gazetteer *gazetteer;
    struct arena arena;
    struct report report;
};

static void fixture_open(struct fixture *f)
{
    struct error error = ERROR_NONE;
    *f = (struct fixture){ .arena = ARENA_INIT(0) };
    assert_int_equal(gazetteer_open(&f->gazetteer, &error), STATUS_OK);
}

static void fixture_close(struct fixture *f)
{
    arena_fini(&f->arena);
    gazetteer_close(f->gazetteer);
}

static void extract_titled(struct fixture *f, const char *language, const char *title, const char *text,
                           const struct span *people, size_t count)
{
    arena_fini(&f->arena);
    f->report = (struct report){ .arena = &f->arena, .text = BUF_INIT(&f->arena) };
    buf_add_string(&f->report.text, text);
    f->report.record.text = buf_slice(&f->report.text);
    f->report.record.title = title;
    f->report.record.language = language_from_name(slice_of(language));
    lexemes_make(&f->report, f->gazetteer);
    extract_places(&f->report, f->gazetteer, people, count);
}

static void extract(struct fixture *f, const char *language, const char *text, const struct span *people,
                    size_t count)
{
    extract_titled(f, language, NULL, text, people, count);
}

static const char *names(struct fixture *f)
{
    struct buf out = BUF_INIT(&f->arena);
    buf_add_string(&out, "");
    for (size_t i = 0; i < f->report.record.places.count; i++)
        buf_printf(&out, "%s%s", i ? "|" : "", f->report.record.places.items[i].name);
    return out.bytes ? out.bytes : "";
}

static void test_table(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof places_table / sizeof *places_table; i++) {
        extract(&f, places_table[i].language, places_table[i].text, NULL, 0);
        if (strcmp(names(&f), places_table[i].places) == 0)
            continue;
        print_error("%s\n    wanted %s\n    found  %s\n", places_table[i].text, places_table[i].places, names(&f));
        wrong++;
    }
    fixture_close(&f);
    assert_int_equal(wrong, 0);
}

static void test_people(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    static const char text[] = "Aristide Lens a parlé. Le rapport de Lens est lu. Lens conclut à Arras.";
    extract(&f, "fr", text, &(struct span){ 0, 13 }, 1);
    assert_string_equal(names(&f), "Arras");
    static const char small[] = "Aristide Souillac a parlé. Le rapport de Souillac est lu. Il habite à Souillac.";
    extract(&f, "fr", small, &(struct span){ 0, 17 }, 1);
    assert_string_equal(names(&f), "Souillac");
    assert_int_equal(f.report.record.places.items[0].at.items[0].start, strlen(small) - strlen("Souillac."));
    fixture_close(&f);
}

/* What is but a part of a place's name, and what is only made of places, are nobody's names. */
static void test_not_people(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    static const char town[] = "Le vice-président de Rennes Métropole. L'Université Rennes 2.";
    extract(&f, "fr", town, &(struct span){ 19, 28 }, 1);
    assert_string_equal(names(&f), "Rennes Métropole|Rennes");
    static const char area[] = "Sa grand-mère vient de Saint-Louis du Sénégal.";
    const char *start = strstr(area, "Saint-Louis");
    extract(&f, "fr", area, &(struct span){ (uint32_t)(start - area), (uint32_t)(strlen(area) - 1) }, 1);
    assert_non_null(strstr(names(&f), "Sénégal"));
    fixture_close(&f);
}

/* A place that only the title names comes last and stands nowhere; one that both name is one. */
static void test_title(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    extract_titled(&f, "fr", "Procès-verbal, séance de Quimper et de Brest", "Le maire de Brest a parlé.", NULL, 0);
    assert_string_equal(names(&f), "Brest|Quimper");
    const struct place *last = &f.report.record.places.items[1];
    assert_int_equal(last->at.count, 0);
    assert_int_equal(last->forms.count, 1);
    assert_string_equal(last->forms.items[0], "Quimper");
    extract_titled(&f, "fr", "Séance de Brest", "Séance de Brest\n\nRien de plus.", NULL, 0);
    assert_int_equal(f.report.record.places.items[0].at.count, 1);
    extract_titled(&f, "fr", "\xff\xfe", "Rien.", NULL, 0);
    assert_int_equal(f.report.record.places.count, 0);
    fixture_close(&f);
}

/* The towns that the page's title or the site's name adds; "Nord" of a newspaper is no place. */
static void test_site(void **state)
{
    (void)state;
    struct fixture f;
    static const char text[] = "Le conseil de quartier s'est réuni.";
    fixture_open(&f);
    f.report = (struct report){ .arena = &f.arena, .text = BUF_INIT(&f.arena) };
    buf_add_string(&f.report.text, text);
    f.report.record.text = buf_slice(&f.report.text);
    f.report.record.title = "Réunion de quartier";
    f.report.record.language = LANGUAGE_FR;
    *vec_push(&f.arena, &f.report.metas) = (struct meta){
        .key = "title", .value = "Réunion de quartier - Ville de Quimper", .source = "html-title" };
    *vec_push(&f.arena, &f.report.metas) = (struct meta){
        .key = "site-name", .value = "La lettre du Nord", .source = "og" };
    lexemes_make(&f.report, f.gazetteer);
    extract_places(&f.report, f.gazetteer, NULL, 0);
    assert_string_equal(names(&f), "Quimper");
    assert_int_equal(f.report.record.places.items[0].at.count, 0);
    fixture_close(&f);
}

static void test_heading(void **state)
{
    (void)state;
    static const struct { const char *text; bool area; } rows[] = {
        { "Orne : les vœux du préfet", true }, { "Creuse : un trou", true }, { "Orange : la grève", false },
    };
    struct fixture f;
    fixture_open(&f);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        arena_fini(&f.arena);
        f.report = (struct report){ .arena = &f.arena, .text = BUF_INIT(&f.arena) };
        buf_add_string(&f.report.text, rows[i].text);
        f.report.record.text = buf_slice(&f.report.text);
        f.report.record.language = LANGUAGE_FR;
        *vec_push(&f.arena, &f.report.blocks) =
            (struct block){ .kind = BLOCK_HEADING, .level = 1, .end = (uint32_t)strlen(rows[i].text) };
        lexemes_make(&f.report, f.gazetteer);
        extract_places(&f.report, f.gazetteer, NULL, 0);
        assert_int_equal(f.report.record.places.count, rows[i].area);
    }
    fixture_close(&f);
}

static void test_chain(void **state)
{
    (void)state;
    static const struct { const char *id; enum place_kind kind; } wanted[] = {
        { "D33", PLACE_DEPARTEMENT }, { "R75", PLACE_REGION }, { "FR", PLACE_COUNTRY },
        { "continent-europe", PLACE_CONTINENT } };
    struct fixture f;
    fixture_open(&f);
    extract(&f, "fr", "Née à Bordeaux, elle aime BORDEAUX et l'université de Bordeaux.", NULL, 0);
    const struct place *place = &f.report.record.places.items[0];
    assert_int_equal(f.report.record.places.count, 1);
    assert_string_equal(place->id, "33063");
    assert_int_equal(place->kind, PLACE_COMMUNE);
    assert_true(place->located);
    assert_true(place->latitude > 44.7 && place->latitude < 45.0 && place->longitude < -0.4);
    assert_int_equal(place->within.count, sizeof wanted / sizeof *wanted);
    for (size_t i = 0; i < place->within.count; i++) {
        assert_string_equal(place->within.items[i].id, wanted[i].id);
        assert_int_equal(place->within.items[i].kind, wanted[i].kind);
    }
    assert_int_equal(place->at.count, 3);
    assert_int_equal(place->forms.count, 2); /* Bordeaux, BORDEAUX */
    assert_false(place->in_organisation);
    extract(&f, "fr", "L'université de Bordeaux a signé.", NULL, 0);
    assert_true(f.report.record.places.items[0].in_organisation);
    fixture_close(&f);
}

static void test_venue(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    extract(&f, "fr", "Accueillis à la Mairie de Bordeaux.", NULL, 0);
    const struct place *venue = &f.report.record.places.items[0];
    assert_string_equal(venue->name, "Mairie de Bordeaux");
    assert_string_equal(venue->id, "venue:mairie-de-bordeaux");
    assert_int_equal(venue->kind, PLACE_VENUE);
    assert_string_equal(venue->within.items[0].id, "33063");
    extract(&f, "fr", "La mairie de Bordeaux a voté, le Sénat aussi.", NULL, 0);
    assert_string_equal(names(&f), "Bordeaux");
    fixture_close(&f);
}

/* Names in the language of the report. */
static void test_language(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    extract(&f, "en", "They met in London, England.", NULL, 0);
    assert_string_equal(names(&f), "London|England");
    extract(&f, "fr", "Ils sont allés à Londres, en Angleterre.", NULL, 0);
    assert_string_equal(names(&f), "Londres|Angleterre");
    fixture_close(&f);
}

/* Long texts of nothing but names take time in proportion. */
static void test_long(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    size_t length = 4 << 20;
    char *text = test_malloc(length + 1);
    static const char unit[] = "Saint-Denis, Paris et Bordeaux (33) à Lyon ";
    for (size_t i = 0; i < length; i++)
        text[i] = unit[i % (sizeof unit - 1)];
    text[length] = 0;
    extract(&f, "fr", text, NULL, 0);
    assert_int_equal(f.report.record.places.count, 4);
    test_free(text);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table), cmocka_unit_test(test_people), cmocka_unit_test(test_not_people),
        cmocka_unit_test(test_title), cmocka_unit_test(test_site),   cmocka_unit_test(test_heading),
        cmocka_unit_test(test_chain), cmocka_unit_test(test_venue),  cmocka_unit_test(test_language),
        cmocka_unit_test(test_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
