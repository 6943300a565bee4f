/* Languages: names, function words, detection on paragraphs written for this test. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "language.h"
#include "language_words.h"
#include "token.h"
#include "utf8.h"

static const struct {
    enum language language;
    const char *text;
} paragraphs[] = {
    { LANGUAGE_FR,
      "La présidente ouvre la séance à neuf heures et rappelle que les comptes de l'année passée ont été "
      "approuvés par le bureau. Plusieurs habitants demandent comment les travaux seront financés." },
    { LANGUAGE_FR,
      "Il a souligné l’intérêt d’une démarche partagée : chacun peut proposer un sujet, pourvu qu’il soit "
      "utile à tous, et le groupe décide ensuite de ce qui sera retenu pour la prochaine réunion." },
    { LANGUAGE_EN,
      "The chair opened the meeting at nine and reminded members that last year's accounts had been approved. "
      "Several residents asked how the works would be paid for and when they were going to begin." },
    { LANGUAGE_EN,
      "She said that it was too early to draw conclusions, but that the first results were encouraging; most "
      "of the people who took part would do so again if they were asked." },
    { LANGUAGE_DE,
      "Die Vorsitzende eröffnet die Sitzung um neun Uhr und erinnert daran, dass der Haushalt des letzten "
      "Jahres genehmigt wurde. Mehrere Bürger fragen, wie die Arbeiten bezahlt werden sollen." },
    { LANGUAGE_DE,
      "Es ist noch zu früh, um etwas Genaues zu sagen, aber die ersten Ergebnisse machen uns Mut, und wir "
      "werden im Herbst mit allen Beteiligten darüber sprechen, was als Nächstes kommt." },
    { LANGUAGE_ES,
      "La presidenta abre la sesión a las nueve y recuerda que las cuentas del año pasado fueron aprobadas por "
      "la junta. Varios vecinos preguntan cómo se pagarán las obras y cuándo van a empezar." },
    { LANGUAGE_ES,
      "Todavía es pronto para sacar conclusiones, pero los primeros resultados son buenos y casi todas las "
      "personas que han participado dicen que lo harían otra vez si alguien se lo pidiera." },
    { LANGUAGE_IT,
      "La presidente apre la seduta alle nove e ricorda che i conti dell'anno scorso sono stati approvati dal "
      "consiglio. Alcuni abitanti chiedono come saranno pagati i lavori e quando inizieranno." },
    { LANGUAGE_IT,
      "È ancora presto per trarre conclusioni, ma i primi risultati sono buoni e quasi tutte le persone che "
      "hanno partecipato dicono che lo farebbero di nuovo se qualcuno glielo chiedesse." },
    { LANGUAGE_PT,
      "A presidente abre a sessão às nove horas e lembra que as contas do ano passado foram aprovadas pela "
      "direção. Vários moradores perguntam como serão pagas as obras e quando vão começar." },
    { LANGUAGE_PT,
      "Ainda é cedo para tirar conclusões, mas os primeiros resultados são bons e quase todas as pessoas que "
      "participaram dizem que o fariam de novo se alguém lhes pedisse." },
    { LANGUAGE_NL,
      "De voorzitter opent de vergadering om negen uur en herinnert eraan dat de rekening van vorig jaar is "
      "goedgekeurd. Verschillende bewoners vragen hoe het werk betaald zal worden en wanneer het begint." },
    { LANGUAGE_NL,
      "Het is nog te vroeg om iets met zekerheid te zeggen, maar de eerste uitkomsten zijn goed en bijna "
      "iedereen die heeft meegedaan zou het opnieuw doen als het gevraagd werd." },
    { LANGUAGE_CA,
      "La presidenta obre la sessió a les nou i recorda que els comptes de l'any passat van ser aprovats per "
      "la junta. Alguns veïns demanen com es pagaran les obres i quan començaran." },
    { LANGUAGE_CA,
      "Encara és massa aviat per treure conclusions, però els primers resultats són bons i gairebé totes les "
      "persones que hi han participat diuen que ho tornarien a fer si algú els ho demanés." },
};

enum { PARAGRAPHS = sizeof paragraphs / sizeof *paragraphs };

static void test_detect_paragraphs(void **state)
{
    (void)state;
    for (size_t i = 0; i < PARAGRAPHS; i++) {
        struct slice text = slice_of(paragraphs[i].text);
        assert_int_equal(language_detect(text), paragraphs[i].language);
        text.length = utf8_floor(text.bytes, text.length, 100);
        assert_int_equal(language_detect(text), paragraphs[i].language);
    }
}

static void test_detect_undecided(void **state)
{
    (void)state;
    static const char *const texts[] = { "", "   ", "12 345 678", "Bordeaux", "xyzzy plugh frotz", "\xFF\xFE\xFF" };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(language_detect(slice_of(texts[i])), LANGUAGE_UNKNOWN);
}

/* What several languages write: French, then English, is what reports are in. */
static void test_detect_short(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum language language;
    } rows[] = {
        { "La coopération et les coopératives, un coopérateur.", LANGUAGE_FR },
        { "Les chevaux et les bijoux", LANGUAGE_FR },
        { "La presidenta obre la sessió i els comptes", LANGUAGE_CA },
        { "La riunione e gli abitanti della città", LANGUAGE_IT },
        { "Een vergadering van de bewoners", LANGUAGE_NL },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(language_detect(slice_of(rows[i].text)), rows[i].language);
}

/* A long text is judged by three windows: a foreign title page does not decide. */
static void test_detect_long(void **state)
{
    (void)state;
    static char text[60000];
    size_t length = 0;
    struct slice english = slice_of(paragraphs[2].text), french = slice_of(paragraphs[0].text);
    while (length + english.length < 2500) {
        memcpy(text + length, english.bytes, english.length);
        length += english.length;
    }
    while (length + french.length < sizeof text) {
        memcpy(text + length, french.bytes, french.length);
        length += french.length;
    }
    assert_int_equal(language_detect((struct slice){ text, length }), LANGUAGE_FR);
}

static void test_names(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        enum language language;
    } rows[] = {
        { "fr", LANGUAGE_FR }, { "FR", LANGUAGE_FR }, { "fr-CA", LANGUAGE_FR }, { "fr_FR.UTF-8", LANGUAGE_FR },
        { "fra", LANGUAGE_FR }, { "fre", LANGUAGE_FR }, { "français", LANGUAGE_FR }, { "Francais", LANGUAGE_FR },
        { " French ", LANGUAGE_FR }, { "en-GB", LANGUAGE_EN }, { "anglais", LANGUAGE_EN }, { "Deutsch", LANGUAGE_DE },
        { "de@euro", LANGUAGE_DE }, { "español", LANGUAGE_ES }, { "it", LANGUAGE_IT }, { "pt_BR", LANGUAGE_PT },
        { "néerlandais", LANGUAGE_NL }, { "català", LANGUAGE_CA },
        { "", LANGUAGE_UNKNOWN }, { "xx", LANGUAGE_UNKNOWN }, { "f", LANGUAGE_UNKNOWN },
        { "unknown", LANGUAGE_UNKNOWN }, { "-fr", LANGUAGE_UNKNOWN }, { "frisian", LANGUAGE_UNKNOWN },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(language_from_name(slice_of(rows[i].name)), rows[i].language);
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        assert_int_equal(language_from_name(slice_of(language_row((enum language)i)->code)), i);
    assert_string_equal(language_row(LANGUAGE_FR)->stemmer, "french");
    assert_string_equal(language_row(LANGUAGE_COUNT)->code, "");
    assert_null(language_row(LANGUAGE_UNKNOWN)->stemmer);
}

static void test_stop_words(void **state)
{
    (void)state;
    static const struct {
        enum language language;
        const char *word;
        bool stop;
    } rows[] = {
        { LANGUAGE_FR, "le", true }, { LANGUAGE_FR, "etre", true }, { LANGUAGE_FR, "the", false },
        { LANGUAGE_EN, "the", true }, { LANGUAGE_EN, "dont", true }, { LANGUAGE_DE, "uber", true },
        { LANGUAGE_FR, "commune", false }, { LANGUAGE_UNKNOWN, "the", true }, { LANGUAGE_UNKNOWN, "el", true },
        { LANGUAGE_UNKNOWN, "association", false }, { LANGUAGE_FR, "", false },
        { LANGUAGE_FR, "anticonstitutionnellement", false },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(language_is_stop_word(rows[i].language, slice_of(rows[i].word)), rows[i].stop);
}

/* The table is searched by halves, and compared with terms: both need its order and its folding. */
static void test_words_are_sorted_and_folded(void **state)
{
    (void)state;
    for (size_t i = 0; i < language_word_count; i++) {
        const char *word = language_words[i].word;
        char key[LANGUAGE_WORD_MAX * 2];
        fold_key(slice_of(word), key, sizeof key);
        assert_string_equal(word, key);
        assert_true(i == 0 || strcmp(language_words[i - 1].word, word) < 0);
        assert_int_not_equal(language_words[i].languages, 0);
        assert_int_equal(language_words[i].languages >> LANGUAGE_COUNT, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_detect_paragraphs), cmocka_unit_test(test_detect_undecided),
        cmocka_unit_test(test_detect_short), cmocka_unit_test(test_detect_long), cmocka_unit_test(test_names),
        cmocka_unit_test(test_stop_words),
        cmocka_unit_test(test_words_are_sorted_and_folded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
