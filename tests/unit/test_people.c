/* Names, roles, sections: the parts of people extraction, and the order of its tables. Whole reports are golden pairs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "extract_people.h"
#include "gazetteer.h"
#include "lexeme.h"
#include "name_words.h"
#include "parse.h"
#include "roles.h"
#include "speech_words.h"

struct fixture {
    struct arena arena;
    struct gazetteer *gazetteer;
};

static int set_up(void **state)
{
    static struct fixture fixture;
    struct error error = ERROR_NONE;
    fixture = (struct fixture){ .arena = ARENA_INIT(0) };
    *state = &fixture;
    return gazetteer_open(&fixture.gazetteer, &error) == STATUS_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    gazetteer_close(fixture->gazetteer);
    arena_fini(&fixture->arena);
    return 0;
}

/* A report of this Markdown, extracted. */
static void extract(struct fixture *fixture, const char *markdown, enum language language, struct report *report,
                    struct people_work *work)
{
    struct error error = ERROR_NONE;
    *report = (struct report){ .arena = &fixture->arena, .text = BUF_INIT(&fixture->arena) };
    assert_int_equal(parse_markdown(report, slice_of(markdown), &error), STATUS_OK);
    report->record.text = buf_slice(&report->text);
    report->record.language = language;
    lexemes_make(report, fixture->gazetteer);
    extract_people(report, fixture->gazetteer, NULL, work);
}

static void tables_are_sorted(void **state)
{
    (void)state;
    for (size_t i = 1; i < name_word_count; i++)
        if (strcmp(name_words[i - 1].word, name_words[i].word) >= 0)
            fail_msg("name_words: \"%s\" before \"%s\"", name_words[i - 1].word, name_words[i].word);
    for (size_t i = 1; i < speech_word_count; i++)
        if (strcmp(speech_words[i - 1].word, speech_words[i].word) >= 0)
            fail_msg("speech_words: \"%s\" before \"%s\"", speech_words[i - 1].word, speech_words[i].word);
    for (size_t i = 1; i < speech_stem_count; i++)
        if (strcmp(speech_stems[i - 1].word, speech_stems[i].word) >= 0)
            fail_msg("speech_stems: \"%s\" before \"%s\"", speech_stems[i - 1].word, speech_stems[i].word);
}

static void verbs_are_known_in_their_forms(void **state)
{
    (void)state;
    static const char *const said[] = { "rappelle",   "rappelaient", "soulignent", "souligna",
                                        "expliquant", "said",        "noted",      "repond" };
    static const char *const not[] = { "president", "maison", "eau", "the", "conseiller", "table" };
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        if (!(speech_bits(said[i]) & SPEECH_SAY))
            fail_msg("%s is no verb of saying", said[i]);
    for (size_t i = 0; i < sizeof not / sizeof *not; i++)
        if (speech_bits(not[i]) & (SPEECH_SAY | SPEECH_DO))
            fail_msg("%s is a verb of saying", not[i]);
}

struct name_case {
    const char *text;
    enum language language;
    const char *name, *role, *organisation; /* of the first person found; "" for none */
};

static const struct name_case name_cases[] = {
    { "Jean Dupont a parlé.", LANGUAGE_FR, "Jean Dupont", NULL, NULL },
    { "M. DUPONT Jean a parlé.", LANGUAGE_FR, "Jean Dupont", NULL, NULL },
    { "Mme Sylvie DE LA TOUR a parlé.", LANGUAGE_FR, "Sylvie de la Tour", NULL, NULL },
    { "Anne-Marie Saint-Clair a parlé.", LANGUAGE_FR, "Anne-Marie Saint-Clair", NULL, NULL },
    { "Lucie Martin, présidente du Réseau Vélo, a parlé.", LANGUAGE_FR, "Lucie Martin", "présidente", "Réseau Vélo" },
    { "Lucie Martin (Ville de Nantes) a parlé.", LANGUAGE_FR, "Lucie Martin", NULL, "Ville de Nantes" },
    { "Lucie Martin, du CNAM, a parlé.", LANGUAGE_FR, "Lucie Martin", NULL, "CNAM" },
    { "Paul Girard, conseiller délégué à l'ESS Nouvelle Aquitaine, a parlé.", LANGUAGE_FR, "Paul Girard",
      "conseiller délégué à l'ESS", "Nouvelle Aquitaine" },
    { "Paul Girard, conseiller délégué à l'eau Bretagne et Gildas Perrotin, président du Rameau, ont parlé.",
      LANGUAGE_FR, "Paul Girard", "conseiller délégué à l'eau", "Bretagne" },
    { "Paul Girard, adjoint au maire de Vif, a parlé.", LANGUAGE_FR, "Paul Girard", "adjoint au maire", "Vif" },
    { "Le modérateur Paul Girard a ouvert le débat.", LANGUAGE_FR, "Paul Girard", "modérateur", NULL },
    { "Dr Helen Marsh, professor of history at the University of Leeds, said no.", LANGUAGE_EN, "Helen Marsh",
      "professor of history", "University of Leeds" },
    { "Tom Barrow MP said no.", LANGUAGE_EN, "Tom Barrow", NULL, NULL },
    { "Marieke van den Broeck said no.", LANGUAGE_EN, "Marieke van den Broeck", NULL, NULL },
    { "Lucie Martin\nDirectrice de l'agence Kelmor", LANGUAGE_FR, "Lucie Martin", "Directrice", "agence Kelmor" },
    { "Helen Marsh\n\nSenior Lecturer, School of Law, University of Halton, UK", LANGUAGE_EN, "Helen Marsh",
      "Senior Lecturer", "University of Halton" },
    { "Helen Marsh (youth worker) said no.", LANGUAGE_EN, "Helen Marsh", "youth worker", NULL },
    { "Présidence : Mme Lucie Martin (Université Kelmor)", LANGUAGE_FR, "Lucie Martin", "présidente",
      "Université Kelmor" },
    { "Speaker: Helen Marsh, CTO, Duckworth Labs", LANGUAGE_EN, "Helen Marsh", "CTO", "Duckworth Labs" },
    { "Helen Marsh is an experienced agile consultant with no regrets. She spoke.", LANGUAGE_EN, "Helen Marsh",
      "experienced agile consultant", NULL },
    { "Lucie Martin est développeuse chez Kelmor. Elle a parlé.", LANGUAGE_FR, "Lucie Martin", "développeuse",
      "Kelmor" },
    { "Le gérant de la coopérative Bleue, Paul Girard, a parlé.", LANGUAGE_FR, "Paul Girard", "gérant",
      "coopérative Bleue" },
    { "Directrice de l'agence bretonne, Lucie Martin a parlé.", LANGUAGE_FR, "Lucie Martin", "Directrice",
      "agence bretonne" },
    { "The union branch secretary, Helen Marsh, said no.", LANGUAGE_EN, "Helen Marsh", "union branch secretary",
      NULL },
    { "Pour le Collectif des Hauts, Lucie Martin a parlé.", LANGUAGE_FR, "Lucie Martin", NULL,
      "Collectif des Hauts" },
    { "Helen Marsh, JP (Deputy Chairman), said no.", LANGUAGE_EN, "Helen Marsh", "Deputy Chairman", NULL },
    { "Helen Marsh (HM), architect, said no.", LANGUAGE_EN, "Helen Marsh", "architect", NULL },
    { "Helen Marsh, President of the Halton Board, said no.", LANGUAGE_EN, "Helen Marsh", "President",
      "Halton Board" },
    { "Helen Marsh also from Duckworth said no.", LANGUAGE_EN, "Helen Marsh", NULL, "Duckworth" },
    { "Lucie Martin à Lyon : « Non », a-t-elle dit.", LANGUAGE_FR, "Lucie Martin", NULL, NULL },
    { "Lucie Martin, L'Atelier, a parlé.", LANGUAGE_FR, "Lucie Martin", NULL, "L'Atelier" },
    { "Lucie Martin et Paul Girard (Ville de Vif) ont parlé.", LANGUAGE_FR, "Lucie Martin", NULL, "Ville de Vif" },
    { "Lucie Martin et Paul Girard, animateurs, ont parlé.", LANGUAGE_FR, "Lucie Martin", "animateurs", NULL },
    { "Lucie Martin, ex-maire de Vif, a parlé.", LANGUAGE_FR, "Lucie Martin", "ex-maire", "Vif" },
    { "La rue Jean Jaurès est fermée.", LANGUAGE_FR, "", NULL, NULL },
    { "Le lycée Victor Hugo ouvre.", LANGUAGE_FR, "", NULL, NULL },
    { "Sri Lanka was discussed.", LANGUAGE_EN, "", NULL, NULL },
    { "À Lille et à Brescia, tout va bien.", LANGUAGE_FR, "", NULL, NULL },
};

static void names_and_roles(void **state)
{
    for (size_t i = 0; i < sizeof name_cases / sizeof *name_cases; i++) {
        const struct name_case *it = &name_cases[i];
        struct report report;
        struct people_work work;
        extract(*state, it->text, it->language, &report, &work);
        const struct person *person = report.record.persons.count ? &report.record.persons.items[0] : NULL;
        if (!it->name[0]) {
            if (person)
                fail_msg("\"%s\": %s is no person", it->text, person->name);
            continue;
        }
        if (!person || strcmp(person->name, it->name) != 0)
            fail_msg("\"%s\": %s, not %s", it->text, person ? person->name : "nobody", it->name);
        const char *got[] = { person->role, person->organisation }, *want[] = { it->role, it->organisation };
        for (int k = 0; k < 2; k++)
            if ((got[k] == NULL) != (want[k] == NULL) || (got[k] && strcmp(got[k], want[k]) != 0))
                fail_msg("\"%s\": %s \"%s\", not \"%s\"", it->text, k ? "organisation" : "role",
                         got[k] ? got[k] : "none", want[k] ? want[k] : "none");
    }
}

static void one_person_has_many_forms(void **state)
{
    struct report report;
    struct people_work work;
    extract(
        *state,
        "Jean-Louis Laville a parlé. M. Laville a insisté. J.-L. Laville a conclu. LAVILLE Jean-Louis a dit adieu.\n",
        LANGUAGE_FR, &report, &work);
    assert_int_equal(report.record.persons.count, 1);
    assert_string_equal(report.record.persons.items[0].name, "Jean-Louis Laville");
    assert_string_equal(report.record.persons.items[0].key, "jean louis laville");
    assert_int_equal(report.record.persons.items[0].at.count, 4);
}

static void a_shared_surname_is_nobody(void **state)
{
    struct report report;
    struct people_work work;
    extract(*state, "Anne Roux a parlé. Paul Roux a répondu. Roux est reparti.\n", LANGUAGE_FR, &report, &work);
    assert_int_equal(report.record.persons.count, 2);
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(report.record.persons.items[i].at.count, 1);
}

static void labels_announce_sections(void **state)
{
    (void)state;
    assert_int_equal(section_label(SLICE("Intervenants")), SECTION_SPEAKERS);
    assert_int_equal(section_label(SLICE("Étaient présents (12)")), SECTION_PRESENT);
    assert_int_equal(section_label(SLICE("Apologies")), SECTION_ABSENT);
    assert_int_equal(section_label(SLICE("La rivière")), SECTION_NONE);
}

/* The name in a line of fields with the date is the author's; words, towns and sentences are not. */
static void authors_stand_beside_dates(void **state)
{
    static const struct { const char *line, *author; } rows[] = {
        { "*Ozlo Mugisharo — 30 mars 2025*", "Ozlo Mugisharo" },
        { "Hôtel de ville - Vie locale - 21.02.2018 - Anne-Lise Dufour", "Anne-Lise Dufour" },
        { "12 mai 2021 | Paul Girard | Culture", "Paul Girard" },
        { "Salle Lefranc – 3 mai 2016", NULL },
        { "Saint-Malo – 3 mai 2016", NULL },
        { "16 Sep, 2024 | Actualités locales", NULL },
        { "Paul Girard - Anne-Lise Dufour", NULL },
        { "Paul Girard a parlé en mai 2016", NULL },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fixture *fixture = *state;
        struct report report;
        struct people_work work;
        struct buf text = BUF_INIT(&fixture->arena);
        buf_printf(&text, "# Le lac\n\n%s\n\nUne réunion a eu lieu.\n", rows[i].line);
        extract(fixture, text.bytes, LANGUAGE_FR, &report, &work);
        if (!rows[i].author)
            assert_null(report.record.author);
        else
            assert_string_equal(report.record.author, rows[i].author);
    }
}

/* Text with thousands of names must not take time that grows with their square. */
static void many_names_stay_fast(void **state)
{
    struct fixture *fixture = *state;
    struct buf text = BUF_INIT(&fixture->arena);
    for (int i = 0; i < 20000; i++)
        buf_printf(&text, "Jean Dupont%c%c a parlé de l'eau. Dupont%c%c a répondu.\n\n", 'a' + i % 26,
                   'a' + i / 26 % 26, 'a' + i % 26, 'a' + i / 26 % 26);
    struct report report;
    struct people_work work;
    extract(fixture, text.bytes, LANGUAGE_FR, &report, &work);
    assert_true(report.record.persons.count > 600);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_are_sorted), cmocka_unit_test(verbs_are_known_in_their_forms),
        cmocka_unit_test(names_and_roles), cmocka_unit_test(one_person_has_many_forms),
        cmocka_unit_test(a_shared_surname_is_nobody), cmocka_unit_test(labels_announce_sections),
        cmocka_unit_test(authors_stand_beside_dates), cmocka_unit_test(many_names_stay_fast),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
