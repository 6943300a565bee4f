/* test_event.c - which date is the meeting's, which the article's, and where it was held, on small reports. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>

#include "event.h"
#include "extract_dates.h"

/* Blocks are separated by a blank line; one that begins with # is a heading of that level. `places` are names
 * (towns, or with a final * venues within the town named next, unless that ends with @) to look up in the text,
 * separated by |. `metas` are key=value pairs of front matter separated by |. Expected: "EVENT PUBLISHED PLACE", "-"
 * for none. */
static const struct {
    const char *name, *file, *title, *metas, *text, *places, *expected;
} rows[] = {
    { "an article with a byline", "a.html", NULL, NULL,
      "# Retour sur la rencontre de Bourges - 12 octobre 2017\n\npar Ana Perrin - le 19 octobre 2017\n\n"
      "Le réseau organisait le 12 octobre à Bourges une rencontre sur les jardins. Des habitants de Nantes sont "
      "venus.",
      "Bourges|Nantes", "2017-10-12 2017-10-19 Bourges" },
    { "two reports in one file: the one reported, not the one announced", "a.md", NULL, NULL,
      "## Séminaire « jardins partagés »\n\nCette journée du 8 mars à Paris s'inscrit dans un cycle. Une "
      "première rencontre "
      "a eu lieu à Bourges le 12 octobre dernier.\n\n### Retour sur le séminaire de Bourges - 12 octobre 2017\n\n"
      "par Ana Perrin - le 19 octobre 2017\n\nLe réseau organisait le 12 octobre à Bourges un séminaire.",
      "Paris|Bourges", "2017-10-12 2017-10-19 Bourges" },
    { "minutes", "pv.txt", NULL, NULL,
      "Ashworth Council\n\nMinutes of the meeting held in Leeds on Monday 8th April 2019\n\nPresent: Ms Hale\n\n"
      "The minutes of the meeting of 11th March 2019 were approved.\n\nNext meeting: 13th May 2019, in York.",
      "Leeds|York", "2019-04-08 - Leeds" },
    { "a session", "cm.html", NULL, NULL,
      "# Conseil municipal\n\n## Séance du mardi 3 mai 2022\n\nLe procès-verbal de la séance du 5 avril 2022 "
      "est approuvé.",
      "", "2022-05-03 - -" },
    { "place, then day, on a line", "n.txt", NULL, NULL,
      "Séminaire « Faire commun », 6e séance\n\nToulouse, 2 mai 2023\n\nPrésents : Maud, Lina\n\nProchaine "
      "séance : 6 juin.",
      "Toulouse", "2023-05-02 - Toulouse" },
    { "labels", "r.md", NULL, NULL,
      "# Relevé de décisions\n\nDate : 6 juin 2024\nLieu : salle des fêtes, Lorient\n\nLe 1er mars 2024, Brest "
      "a dit non.",
      "Lorient|Brest", "2024-06-06 - Lorient" },
    { "a day in the first sentence", "i.html", NULL, NULL,
      "# Inauguration de la halle\n\nLe samedi 17 septembre 2022, la coopérative a ouvert ses portes à Thann.\n\n"
      "Les travaux avaient commencé le 2 mai 2017.", "Thann", "2022-09-17 - Thann" },
    { "published by metadata", "w.html", NULL, "published=2021-02-09T08:30:12+01:00",
      "# Webinaire : le compte rendu\n\nLe 28 janvier 2021, la fédération a réuni ses membres en ligne.", "",
      "2021-01-28 2021-02-09 -" },
    { "published in the text", "p.html", NULL, NULL,
      "# Retour sur la journée\n\nPublié le 13 juin 2022\n\nLe mardi 7 juin, la chambre organisait une journée "
      "à Lille.",
      "Lille", "2022-06-07 2022-06-13 Lille" },
    { "a date with its author", "v.html", NULL, NULL,
      "# Retour sur la journée vélo\n\nmardi 21 mai 2019, par Lou Gasnier\n\nUne centaine d'élus ont répondu le "
      "14 mai à "
      "l'invitation de la ville.", "", "2019-05-14 2019-05-21 -" },
    { "a dateline", "e.html", NULL, NULL,
      "# Rivers without borders\n\nVienna, 12 November 2019 – Delegates met in the city from 6 to 8 November to "
      "agree on a "
      "common gauge for the river.", "Vienna", "2019-11-06/2019-11-08 2019-11-12 Vienna" },
    { "posted on", "b.html", NULL, NULL,
      "# Report: rivers and rights\n\nPosted on 20 May 2019 by Eleri\n\nThe workshop took place on 15 May in "
      "Cardiff.",
      "Cardiff", "2019-05-15 2019-05-20 Cardiff" },
    { "updated only", "u.html", NULL, NULL, "# Page\n\nDes textes.\n\nPage mise à jour le 12 octobre 2020", "",
      "- 2020-10-12 -" },
    { "metadata of an event", "m.html", NULL, "event-start=2024-09-12|event-end=2024-09-13|event-place=Hall, Lyon",
      "# Programme\n\nThursday 12 September 2024\n\nSpeakers from Paris and Lyon.", "Paris|Lyon",
      "2024-09-12/2024-09-13 - Lyon" },
    { "the file's name", "crDH2017-08-09.md", NULL, NULL, "# Notes\n\nUne intervention sur les textes.", "",
      "2017-08-09 - -" },
    { "front matter", "x.md", NULL, "date=2018-11-23", "# Notes du séminaire\n\nRappel du programme.", "",
      "2018-11-23 2018-11-23 -" },
    { "a title that the text does not show", "q.md", "Comité de quartier : réunion du 11 avril 2022",
      "date=2022-04-15",
      "Réunion tenue à Vichy.", "Vichy", "2022-04-11 2022-04-15 Vichy" },
    { "several days of a programme", "c.html", NULL, NULL,
      "# Colloque\n\nDates\n\n8 juin 2023 - 9 juin 2023\n\n## Jeudi 8 juin\n\nAccueil.\n\n## Vendredi 9 "
      "juin\n\nFin.", "",
      "2023-06-08/2023-06-09 - -" },
    { "a venue stands for its town", "t.txt", NULL, NULL,
      "Rencontre du 4 mai 2016\n\nLa rencontre s'est tenue à la Mairie de Dijon.\n\nDijon avait invité Lyon.",
      "Mairie de Dijon*|Dijon|Lyon", "2016-05-04 - Dijon" },
    { "nothing tells", "z.txt", NULL, NULL, "Une page sur les jardins.\n\nElle cite la loi de 1901, et Lyon.", "Lyon",
      "- - -" },
    { "an announcement", "c.html", NULL, NULL,
      "# Les outils et le lac de 1850 à nos jours\n\nPublié le mardi 5 mai 2020\n\nLe jeudi 11 juin 2020 se tiendra à "
      "Annecy une journée de débats sur les outils.", "Annecy", "2020-06-11 2020-05-05 Annecy" },
    { "a year in the title", "d.html", NULL, NULL, "# Assises du lac 2016\n\nDes ateliers et un repas.", "",
      "- - -" },
    { "a programme day by day", "e.html", NULL, NULL,
      "Workshop programme\n\nThursday, 2 September 2021\n\n9:00 Opening\n\nFriday, 3 September 2021\n\n9:00 Talks\n\n"
      "Saturday, 4 September 2021\n\n9:00 Walk", "", "2021-09-02/2021-09-04 - -" },
    { "a stamp of midnight", "f.html", NULL, NULL,
      "# Le port en débat\n\nLundi 6 mars 2017 à 00:00\n\nLa réunion a eu lieu samedi 4 mars à Brest.", "Brest",
      "2017-03-04 2017-03-06 Brest" },
    { "a label of publication", "g.txt", NULL, NULL,
      "# The lectures\n\nRelease Date : 15 October 2007\n\nThe lecture was held on 9 October in Leeds.", "Leeds",
      "2007-10-09 2007-10-15 Leeds" },
    { "the session before", "h.txt", NULL, NULL,
      "Minutes\n\nWednesday, 9 October 2019 – Brussels\n\nThe session suspended on Thursday 19 September 2019 was "
      "resumed.", "Brussels", "2019-10-09 - Brussels" },
    { "an announcement with a past day", "i.txt", NULL, NULL,
      "Journée du lac\n\nLe 3 mai 2016, la journée sera organisée à Annecy.\n\nTexte.", "Annecy",
      "2016-05-03 - Annecy" },
    { "the page's title tells the year", "j.html", NULL, "title=Réunion de clôture (17/12/2020) - Le lac en débat",
      "# Réunion de clôture\n\nDevant cent personnes, la réunion tenue jeudi 17 décembre à Annecy a fait le bilan.",
      "Annecy", "2020-12-17 - Annecy" },
    { "the archive in the page's title tells the year", "k.html", NULL, "title=Les vœux - Archives 2016 - Le lac",
      "# Les vœux\n\nMercredi 13 janvier, la cérémonie a réuni le canton à Annecy.", "Annecy",
      "2016-01-13 - Annecy" },
    { "the site names the town", "l.html", NULL, "site-name=Ville de Quimper",
      "# Réunion du 2 octobre 2014\n\nLe conseil de quartier s'est réuni salle du Lac.", "Quimper@",
      "2014-10-02 - Quimper" },
    { "the site's town for a room in none", "m.html", NULL, "site-name=Ville de Quimper",
      "# Réunion du 2 octobre 2014\n\nLe conseil de quartier s'est réuni le 2 octobre 2014 à la salle Lefranc.",
      "salle Lefranc*|Quimper@", "2014-10-02 - Quimper" },
    { "a paper's name is no place of a meeting", "n.html", NULL, "site-name=La Tribune de Quimper",
      "# Réunion du 2 octobre 2014\n\nLe conseil de quartier s'est réuni.", "Quimper@", "2014-10-02 - -" },
    { "name and date under the title", "o.md", NULL, NULL,
      "# Les quatre rôles\n\nIda Maro — 30 mars 2025\n\nUne première.\n\nL'abbé Aubin a présidé samedi 22 mars une "
      "réunion à Annecy.", "Annecy", "2025-03-22 2025-03-30 Annecy" },
    { "section, date and author on a line", "p.html", NULL, NULL,
      "# Historique\n\nHôtel de ville - Vie politique - 21.02.2018 - Anne-Lise Dufour\n\nPersonne n'a pris part à la "
      "séance du conseil du 20 février.", "", "2018-02-20 2018-02-21 -" },
    { "a date and a section", "q.md", NULL, NULL,
      "# Retour sur le colloque des 30 et 31 mai 2024\n\n16 Sep, 2024 | Actualités locales\n\nDes juges.", "",
      "2024-05-30/2024-05-31 2024-09-16 -" },
    { "a date under the title, the day in the text", "r.html", NULL, "published=2022-04-05",
      "# Miroir du lac\n\n05/04/2022\n\nLe 30 mars dernier se concluait la deuxième campagne.", "",
      "2022-03-30 2022-04-05 -" },
    { "a month in the title, the day in the text", "s.html", NULL, NULL,
      "# Retour sur la conférence - juillet 2018\n\nJeudi 19 juillet 2018\n\nCent personnes, associations et élus, étaient "
      "le mercredi 4 juillet à Tours pour une première.", "Tours", "2018-07-04 2018-07-19 Tours" },
    { "the evening before", "u.txt", NULL, NULL,
      "Le débat\n\nMercredi soir, la ville invitait sept candidats à parler du lac.\n\nCréé: 24.09.2015, 09h14", "",
      "2015-09-23 2015-09-24 -" },
    { "this morning", "v.html", NULL, "published=2014-12-01",
      "# Le forum\n\nAnnecy accueille depuis ce matin le forum du lac.", "Annecy", "2014-12-01 2014-12-01 Annecy" },
    { "a weekday in the title of a dated file", "w.md", "Récap du mercredi (jour 1)", "date=2025-04-17",
      "# Premier jour\n\nMe revoilà sur les planches.", "", "2025-04-16 2025-04-17 -" },
    { "this evening, still to come", "y.html", NULL, "published=2006-10-17",
      "# Le débat\n\nLes ouvriers achevaient lundi le décor du débat qui réunira ce mardi soir trois candidats.", "",
      "2006-10-17 2006-10-17 -" },
    { "a weekday to come", "x.html", NULL, "published=2014-12-01",
      "# Le forum\n\nLe forum du lac se tiendra jeudi soir.", "", "- 2014-12-01 -" },
    { "released in German", "x.txt", NULL, NULL,
      "# Lectures\n\nVeröffentlicht am 15 October 2007\n\nThe lecture was held on 9 October in Leeds.", "Leeds",
      "2007-10-09 2007-10-15 Leeds" },
    { "only a next meeting", "y.txt", NULL, NULL,
      "Annonce.\n\nTexte.\n\nTexte.\n\nTexte.\n\nTexte.\n\nTexte.\n\nLa prochaine "
      "assemblée aura lieu le 3 mars 2025 à Lyon.", "Lyon", "- - -" },
};

static void add_blocks(struct report *report, struct arena *arena, const char *text)
{
    struct buf out = BUF_INIT(arena);
    while (*text) {
        struct block block = { .kind = BLOCK_PARAGRAPH };
        while (*text == '#')
            block.kind = BLOCK_HEADING, block.level++, text++;
        text += strspn(text, " ");
        const char *end = strstr(text, "\n\n");
        size_t length = end ? (size_t)(end - text) : strlen(text);
        if (out.length)
            buf_add_string(&out, "\n\n");
        block.start = (uint32_t)out.length;
        buf_add(&out, text, length);
        block.end = (uint32_t)out.length;
        *vec_push(arena, &report->blocks) = block;
        text += length + (end ? 2 : 0);
    }
    report->record.text = buf_slice(&out);
}

static void add_places(struct report *report, struct arena *arena, const char *list)
{
    struct place venue = { .name = NULL };
    for (const char *name = list; *name;) {
        size_t length = strcspn(name, "|*@");
        bool is_venue = name[length] == '*';
        struct place place = { .name = arena_dup(arena, name, length), .kind = PLACE_COMMUNE };
        place.id = place.name;
        *vec_push(arena, &place.forms) = place.name;
        for (const char *at = report->record.text.bytes; (at = strstr(at, place.name)); at += length) {
            uint32_t start = (uint32_t)(at - report->record.text.bytes);
            *vec_push(arena, &place.at) = (struct span){ start, start + (uint32_t)length };
        }
        if (is_venue) {
            place.kind = PLACE_VENUE;
            venue = place;
        } else if (name[length] == '@') { /* in no venue's chain: a room above it is in no known town */
            if (venue.name)
                *vec_push(arena, &report->record.places) = venue;
            venue.name = NULL;
            *vec_push(arena, &report->record.places) = place;
        } else {
            if (venue.name) { /* the venue above is in this town */
                *vec_push(arena, &venue.within) = (struct place_level){ place.id, place.name, PLACE_COMMUNE };
                *vec_push(arena, &report->record.places) = venue;
                venue.name = NULL;
            }
            *vec_push(arena, &report->record.places) = place;
        }
        name += length + strspn(name + length, "|*@");
    }
}

static void add_metas(struct report *report, struct arena *arena, const char *list)
{
    while (list && *list) {
        size_t length = strcspn(list, "|"), key = strcspn(list, "=");
        *vec_push(arena, &report->metas) = (struct meta){
            .key = arena_dup(arena, list, key), .value = arena_dup(arena, list + key + 1, length - key - 1),
            .source = "front-matter",
        };
        list += length + (list[length] == '|');
    }
}

static void show(struct buf *out, struct interval interval)
{
    char start[ISO_DAY_BYTES], end[ISO_DAY_BYTES];
    day_format(interval.start, start);
    day_format(interval.end, end);
    if (interval_is_none(interval))
        buf_add_string(out, "-");
    else
        buf_printf(out, interval.start == interval.end ? "%s" : "%s/%s", start, end);
}

static void test_reports(void **state)
{
    (void)state;
    struct date_rules *rules;
    struct error error = ERROR_NONE;
    int failures = 0;
    assert_int_equal(date_rules_new(&rules, &error), STATUS_OK);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena = ARENA_INIT(8 << 20);
        struct report report = { .arena = &arena,
                                 .record = { .file = rows[i].file, .title = rows[i].title, .event_place = -1 } };
        struct buf got = BUF_INIT(&arena);
        add_blocks(&report, &arena, rows[i].text);
        add_metas(&report, &arena, rows[i].metas);
        extract_dates(&report, rules);
        add_places(&report, &arena, rows[i].places);
        find_event(&report);
        const struct record *record = &report.record;
        show(&got, record->event);
        buf_add_string(&got, " ");
        show(&got, record->published);
        buf_printf(&got, " %s", record->event_place >= 0 ? record->places.items[record->event_place].name : "-");
        if (!slice_is(buf_slice(&got), rows[i].expected)) {
            print_message("%s: \"%s\", not \"%s\" (%s, %s)\n", rows[i].name, got.bytes, rows[i].expected,
                          record->event_rule ? record->event_rule : "",
                          record->event_place_rule ? record->event_place_rule : "");
            failures++;
        }
        assert_true(interval_is_none(record->event) == (record->event_rule == NULL));
        assert_true(interval_is_none(record->published) == (record->published_rule == NULL));
        assert_true((record->event_place < 0) == (record->event_place_rule == NULL));
        arena_fini(&arena);
    }
    date_rules_free(rules);
    assert_int_equal(failures, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_reports) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
