/* test_lexeme.c - how text is cut for the extractors. A row shows the lexemes separated by spaces, each as
 * "folded" with marks after a slash: C capital, U upper, I initial, A acronym, L elided, H hyphen, N number,
 * O ordinal, P punctuation, and S where a sentence begins. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdlib.h>

#include "gazetteer.h"
#include "lexeme.h"

static const struct { const char *text, *lexemes; } rows[] = {
    { "Jean-Louis a dit", "jean-louis/CHS a dit" },
    { "à l'UFISC", "a/S l'/L ufisc/U" },
    { "J.-L. Borloo", "j-l/IHS borloo/C" },
    { "U.F.I.S.C est là", "ufisc/UAS est la" },
    { "M. Dupont", "m/IS ./P dupont/C" },
    { "dit D'Arc, O'Brien’s", "dit/S d'arc/C ,/P o'brien/C 's" },
    { "D'Afrique", "d'/CLS afrique/C" },
    { "aujourd’hui, don't", "aujourd'hui/S ,/P don't" },
    { "1er 2ème 14h30", "1er/NOS 2eme/NO 14/N h 30/N" },
    { "du 4-5", "du/S 4/N -/P 5/N" },
    { "Covid-19, B2B", "covid-19/CHS ,/P b2b/U" },
    { "Fin. Début ? Oui", "fin/CS ./P debut/CS ?/P oui/CS" },
    { "av. Foch", "av/S ./P foch/C" },
    { "Il dit : « Nous »", "il/CS dit :/P «/P nous/CS »/P" },
    { "a\nb\n\nc", "a/S b/S c/S" },
    { "Élu ÉLU œuvre", "elu/CS elu/U oeuvre" },
    { "l’École d’Ivry", "l'/LS ecole/C d'/L ivry/C" },
    { "", "" },
    { "\xff\xfe x", "?/P ?/P x/S" },
};

static void show(struct buf *out, const struct lexeme *l)
{
    static const struct { uint16_t shape; char mark; } marks[] = {
        { SHAPE_CAPITAL, 'C' }, { SHAPE_UPPER, 'U' }, { SHAPE_INITIAL, 'I' }, { SHAPE_ACRONYM, 'A' },
        { SHAPE_ELIDED, 'L' }, { SHAPE_HYPHEN, 'H' } };
    buf_add_string(out, l->folded);
    struct buf shape = BUF_INIT(out->arena);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (l->shape & marks[i].shape)
            buf_add_char(&shape, marks[i].mark);
    if (l->kind == LEXEME_NUMBER)
        buf_add_char(&shape, 'N');
    if (l->shape & SHAPE_ORDINAL)
        buf_add_char(&shape, 'O');
    if (l->kind == LEXEME_PUNCTUATION)
        buf_add_char(&shape, 'P');
    if (l->sentence_start)
        buf_add_char(&shape, 'S');
    if (shape.length)
        buf_printf(out, "/%s", shape.bytes);
}

static void test_rows(void **state)
{
    (void)state;
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena = ARENA_INIT(0);
        struct report report = { .arena = &arena, .text = BUF_INIT(&arena) };
        buf_add_string(&report.text, rows[i].text);
        lexemes_make(&report, NULL);
        struct buf out = BUF_INIT(&arena);
        buf_add_string(&out, "");
        for (size_t j = 0; j < report.lexeme_count; j++) {
            if (j)
                buf_add_char(&out, ' ');
            show(&out, &report.lexemes[j]);
        }
        if (strcmp(out.bytes ? out.bytes : "", rows[i].lexemes) != 0) {
            print_error("%s\n    wanted %s\n    found  %s\n", rows[i].text, rows[i].lexemes, out.bytes);
            wrong++;
        }
        arena_fini(&arena);
    }
    assert_int_equal(wrong, 0);
}

static void test_before(void **state)
{
    (void)state;
    static const uint8_t before[] = { BEFORE_BLOCK, BEFORE_NOTHING, BEFORE_SPACE, BEFORE_LINE, BEFORE_BLOCK,
                                       BEFORE_LINE };
    struct arena arena = ARENA_INIT(0);
    struct report report = { .arena = &arena, .text = BUF_INIT(&arena) };
    buf_add_string(&report.text, "l'un deux\ntrois\n\nquatre\tcinq");
    lexemes_make(&report, NULL);
    assert_int_equal(report.lexeme_count, sizeof before / sizeof *before);
    for (size_t i = 0; i < report.lexeme_count; i++)
        assert_int_equal(report.lexemes[i].before, before[i]);
    assert_int_equal(lexeme_at(&report, 0), 0);
    assert_int_equal(lexeme_at(&report, 1), 1);
    assert_int_equal(lexeme_at(&report, 5), 2);
    assert_int_equal(lexeme_at(&report, 1000), report.lexeme_count);
    arena_fini(&arena);
}

/* A copied programme that lost its line breaks: hours, and the given names after them, begin lines. */
static void test_glued(void **state)
{
    (void)state;
    static const struct { const char *folded; uint8_t before; } wanted[] = {
        { "accueil", BEFORE_BLOCK }, { "9", BEFORE_LINE }, { "h", BEFORE_NOTHING }, { "15", BEFORE_NOTHING },
        { "ouverture", BEFORE_NOTHING }, { "denis", BEFORE_LINE }, { "roche", BEFORE_SPACE }, { "(", BEFORE_SPACE },
        { "cnrs", BEFORE_NOTHING }, { ")", BEFORE_NOTHING }, { "claire", BEFORE_LINE }, { "vidal", BEFORE_SPACE } };
    struct gazetteer *gazetteer;
    struct error error = ERROR_NONE;
    assert_int_equal(gazetteer_open(&gazetteer, &error), STATUS_OK);
    struct arena arena = ARENA_INIT(0);
    struct report report = { .arena = &arena, .text = BUF_INIT(&arena) };
    buf_add_string(&report.text, "Accueil9h15OuvertureDenis Roche (CNRS)Claire Vidal");
    lexemes_make(&report, gazetteer);
    assert_int_equal(report.lexeme_count, sizeof wanted / sizeof *wanted);
    for (size_t i = 0; i < report.lexeme_count; i++) {
        assert_string_equal(report.lexemes[i].folded, wanted[i].folded);
        assert_int_equal(report.lexemes[i].before, wanted[i].before);
    }
    arena_fini(&arena);
    gazetteer_close(gazetteer);
}

static void test_lexicon(void **state)
{
    (void)state;
    struct gazetteer *gazetteer;
    struct error error = ERROR_NONE;
    assert_int_equal(gazetteer_open(&gazetteer, &error), STATUS_OK);
    struct arena arena = ARENA_INIT(0);
    struct report report = { .arena = &arena, .text = BUF_INIT(&arena) };
    buf_add_string(&report.text, "Jean-Louis Saint-Étienne lillois Jean-Louis");
    lexemes_make(&report, gazetteer);
    assert_true(report.lexemes[0].lexicon & LEXICON_GIVEN);
    assert_true(report.lexemes[1].lexicon & LEXICON_PLACE);
    assert_true(report.lexemes[2].lexicon & LEXICON_NATIONALITY);
    assert_int_equal(report.lexemes[3].lexicon, report.lexemes[0].lexicon);
    arena_fini(&arena);
    gazetteer_close(gazetteer);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows), cmocka_unit_test(test_before),
                                        cmocka_unit_test(test_glued), cmocka_unit_test(test_lexicon) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
