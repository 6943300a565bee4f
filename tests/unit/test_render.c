/* test_render.c - every format of the same result: hostile text stays text, contracts hold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "formats.h"

/* A result as search.c makes it, with what reports and queries can hold at its worst. */
struct sample {
    struct arena arena;
    struct config config;
    struct params params;
    struct result result;
    struct view view;
};

#define HOSTILE "<script>alert(\"x\")</script> & 'é'"

static void add_passage(struct sample *sample, struct result_hit *hit)
{
    struct result_passage *passage = vec_push(&sample->arena, &hit->passages);
    *passage = (struct result_passage){ .number = 7, .start = 10, .end = 60, .speaker = "=Jean " HOSTILE,
                                        .role = "maire\nde Lille", .url = "https://example.org/a#:~:text=a",
                                        .score = 2 };
    *vec_push(&sample->arena, &passage->snippet.fragments) = (struct fragment){ SLICE("la <b>"), false };
    *vec_push(&sample->arena, &passage->snippet.fragments) = (struct fragment){ SLICE("coopération"), true };
    passage->snippet.cut_after = true;
}

static void add_hit(struct sample *sample, const char *id, const char *url, double score)
{
    struct result_hit *hit = vec_push(&sample->arena, &sample->result.hits);
    *hit = (struct result_hit){ .id = id, .report_id = id, .score = score, .title = "Titre \"un\", " HOSTILE,
                                .url = url, .file = "dir/a b.html", .language = "fr", .type = "html",
                                .date = { day_of(2016, 11, 4), day_of(2016, 11, 5) },
                                .date_source = DATE_SOURCE_EVENT, .place = "Bordeaux", .author = "Ann {X}_" HOSTILE,
                                .published = INTERVAL_NONE };
    *vec_push(&sample->arena, &hit->speakers) = "Jean Dupont";
    *vec_push(&sample->arena, &hit->speakers) = "Anne\tMartin";
    add_passage(sample, hit);
}

static void sample_init(struct sample *sample, const char *query_string, enum language ui)
{
    struct error error = ERROR_NONE;
    *sample = (struct sample){ .arena = ARENA_INIT(0) };
    config_defaults(&sample->config);
    assert_int_equal(params_parse(&sample->params, &sample->arena, slice_of(query_string), &error), STATUS_OK);
    sample->result = (struct result){ .query = HOSTILE, .total = 25, .total_is_exact = true, .limit = 10,
                                      .collection = 1234, .took_ms = 1.25, .suggestion = "<i>", .relaxed = true };
    *vec_push(&sample->arena, &sample->result.missing) = "<u>";
    *vec_push(&sample->arena, &sample->result.notes) = "<s>";
    add_hit(sample, "r1", "https://example.org/a?b=\"c\"&d", 3);
    add_hit(sample, "r2", "javascript:alert(1)", 4);
    add_hit(sample, "r3", NULL, 1);
    sample->result.hits.items[2].partial = true;
    struct facet *speakers = vec_push(&sample->arena, &sample->result.facets);
    *speakers = (struct facet){ .name = "speaker" };
    *vec_push(&sample->arena, &speakers->values) = (struct facet_value){ HOSTILE, 3, NULL };
    struct facet *years = vec_push(&sample->arena, &sample->result.facets);
    *years = (struct facet){ .name = "year" };
    *vec_push(&sample->arena, &years->values) = (struct facet_value){ "2014", 1, NULL };
    *vec_push(&sample->arena, &years->values) = (struct facet_value){ "2016", 9, NULL };
    struct facet *places = vec_push(&sample->arena, &sample->result.facets);
    *places = (struct facet){ .name = "place" };
    static const struct facet_value levels[] = {
        { "Vannes", 4, "commune" }, { "Morbihan", 3, "departement" }, { "Londres", 2, "city" },
    };
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        *vec_push(&sample->arena, &places->values) = levels[i];
    sample->view = (struct view){ .result = &sample->result, .config = &sample->config, .params = &sample->params,
                                  .self = "/cgi-bin/tribune.cgi", .ui = ui, .arena = &sample->arena,
                                  .query_id = "q1", .run = "tag" };
}

static const char *render(struct sample *sample, render_function *function)
{
    struct buf out = BUF_INIT(&sample->arena);
    function(&sample->view, &out);
    return out.bytes ? out.bytes : "";
}

/* No reader of markup may see an element or an attribute of the reports' making. */
static void assert_harmless(const char *markup)
{
    static const char *const never[] = { "<script", "<b>", "<i>", "<u>", "<s>", "javascript:", "\"c\"" };
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (strstr(markup, never[i]))
            fail_msg("the page has %s", never[i]);
}

static void test_pages_are_harmless(void **state)
{
    (void)state;
    static const struct { const char *query; enum language ui; } pages[] = {
        { "q=%3Cscript%3E%22%27&speaker=%3Cb%3E&from=2016", LANGUAGE_FR },
        { "q=x&ui=en&page=2&unit=passage", LANGUAGE_EN },
        { "", LANGUAGE_EN },
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct sample sample;
        sample_init(&sample, pages[i].query, pages[i].ui);
        const char *page = render(&sample, render_html);
        assert_harmless(page);
        assert_non_null(strstr(page, "<mark>coopération</mark>"));
        assert_non_null(strstr(page, "https://example.org/a?b=&quot;c&quot;&amp;d"));
        assert_null(strstr(page, "http-equiv"));
        assert_harmless(render(&sample, render_atom));
        assert_harmless(render(&sample, render_opensearch));
        sample.view.error = &(struct error){ STATUS_QUERY, 3, "bad <b> thing" };
        sample.view.http_status = 400;
        assert_harmless(render(&sample, render_error_html));
        arena_fini(&sample.arena);
    }
}

static void test_command_line_page_stands_alone(void **state)
{
    (void)state;
    struct sample sample;
    sample_init(&sample, "", LANGUAGE_EN);
    sample.view.params = NULL;
    sample.view.self = "";
    const char *page = render(&sample, render_html);
    assert_non_null(strstr(page, "<style>"));
    assert_null(strstr(page, "<form"));
    assert_null(strstr(page, "href=\"?"));
    arena_fini(&sample.arena);
}

static void test_defects_on_our_side_are_not_told(void **state)
{
    (void)state;
    struct sample sample;
    sample_init(&sample, "q=x", LANGUAGE_EN);
    sample.view.error = &(struct error){ STATUS_DAMAGED, 0, "/srv/secret/db: is damaged" };
    sample.view.http_status = 503;
    assert_null(strstr(render(&sample, render_error_html), "secret"));
    assert_null(strstr(render(&sample, render_problem), "secret"));
    arena_fini(&sample.arena);
}

/* The contract's keys as they are written; that all of it is JSON, tests/cgi.sh and tests/cli.sh see with jq. */
static void test_json(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "\"query\":\"<script>alert(\\\"x\\\")</script> & 'é'\"", "\"unit\":\"report\"", "\"total\":25",
        "\"total_is_exact\":true", "\"offset\":0", "\"took_ms\":1.25", "\"suggestion\":\"<i>\"", "\"corrected\":null",
        "\"relaxed\":true", "\"hits\":[{\"id\":\"r1\"", "\"score\":3,", "\"partial\":false", "\"partial\":true",
        "\"url\":\"https://example.org/a?b=\\\"c\\\"&d\"", "\"url\":null", "\"file\":\"dir/a b.html\"",
        "\"language\":\"fr\"", "\"date\":\"2016-11-04\"", "\"place\":\"Bordeaux\"",
        "\"speakers\":[\"Jean Dupont\",\"Anne\\tMartin\"]", "\"passages\":[{\"n\":7,\"speaker\":\"=Jean ",
        "\"role\":\"maire\\nde Lille\"",
        "\"snippet\":[{\"text\":\"la <b>\"},{\"text\":\"coopération\",\"match\":true}]",
        "\"url\":\"https://example.org/a#:~:text=a\"", "\"facets\":{\"speaker\":[{\"value\":\"<script>",
        "\"count\":3}],\"year\":[{\"value\":\"2014\",\"count\":1}",
        "\"place\":[{\"value\":\"Vannes\",\"count\":4,\"kind\":\"commune\"},",
    };
    struct sample sample;
    sample_init(&sample, "q=x", LANGUAGE_EN);
    const char *json = render(&sample, render_json);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!strstr(json, parts[i]))
            fail_msg("no %s in %s", parts[i], json);
    const char *line = render(&sample, render_jsonl);
    for (int i = 0; i < 3; i++, line = strchr(line, '\n') + 1)
        assert_int_equal(strncmp(line, "{\"id\":\"r", 8), 0);
    assert_string_equal(line, "");
    arena_fini(&sample.arena);
}

static void test_csv(void **state)
{
    (void)state;
    struct sample sample;
    sample_init(&sample, "q=x", LANGUAGE_EN);
    const char *csv = render(&sample, render_csv);
    assert_non_null(strstr(csv, "\"Titre \"\"un\"\", <script>alert(\"\"x\"\")</script> & 'é'\""));
    assert_non_null(strstr(csv, "\"'=Jean ")); /* a spreadsheet must not take it for a formula */
    const char *tsv = render(&sample, render_tsv);
    size_t lines = 0, tabs = 0;
    for (const char *c = tsv; *c; c++)
        lines += *c == '\n', tabs += *c == '\t';
    assert_int_equal(lines, 4);
    assert_int_equal(tabs, 4 * 16);
    arena_fini(&sample.arena);
}

static void test_trec(void **state)
{
    (void)state;
    struct sample sample;
    sample_init(&sample, "q=x", LANGUAGE_EN);
    assert_string_equal(render(&sample, render_trec), "q1 Q0 a_b 1 3.000000 tag\n"
                                                      "q1 Q0 a_b 2 3.000000 tag\n"
                                                      "q1 Q0 a_b 3 1.000000 tag\n");
    arena_fini(&sample.arena);
}

static void test_references(void **state)
{
    (void)state;
    struct sample sample;
    sample_init(&sample, "q=x", LANGUAGE_EN);
    const char *ris = render(&sample, render_ris), *bibtex = render(&sample, render_bibtex);
    assert_non_null(strstr(ris, "DA  - 2016/11/04/\r\n"));
    assert_non_null(strstr(ris, "ER  - \r\n"));
    assert_non_null(strstr(bibtex, "author = {Ann \\{X\\}\\_<script>"));
    int depth = 0;
    for (const char *c = bibtex; *c; c++) {
        bool escaped = c > bibtex && c[-1] == '\\';
        depth += *c == '{' && !escaped ? 1 : *c == '}' && !escaped ? -1 : 0;
        assert_true(depth >= 0);
    }
    assert_int_equal(depth, 0);
    arena_fini(&sample.arena);
}

static void test_text(void **state)
{
    (void)state;
    struct sample sample;
    sample_init(&sample, "", LANGUAGE_EN);
    sample.result.hits.items[0].title = "red \x1B[31m \xC2\x9B" "31m";
    const char *text = render(&sample, render_text);
    assert_null(strchr(text, '\x1B'));
    assert_null(strstr(text, "\xC2\x9B"));
    assert_non_null(strstr(text, "(maire de Lille): la <b>coopération …"));
    assert_non_null(strstr(text, "25 reports (1-3)"));
    sample.view.colour = true;
    assert_non_null(strstr(render(&sample, render_text), "\x1B[1mcoopération\x1B[0m"));
    sample.view.ui = LANGUAGE_FR;
    assert_non_null(strstr(render(&sample, render_text), "4–5 novembre 2016"));
    arena_fini(&sample.arena);
}

/* A list for each level of places, in the language of the page; towns of all countries together. */
static void test_place_levels(void **state)
{
    static const struct { enum language ui; const char *towns, *departements, *text; } rows[] = {
        { LANGUAGE_FR, "<h4>Villes</h4>", "<h4>Départements</h4>", "Londres (ville)" },
        { LANGUAGE_EN, "<h4>Towns</h4>", "<h4>Départements</h4>", "Londres (city)" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct sample sample;
        sample_init(&sample, "q=x", rows[i].ui);
        const char *page = render(&sample, render_html);
        const char *towns = strstr(page, rows[i].towns), *departements = strstr(page, rows[i].departements);
        assert_true(towns && departements && towns < departements);
        const char *first = strstr(towns, "Vannes"), *second = strstr(towns, "Londres");
        assert_true(first && second && first < second && second < departements);
        assert_non_null(strstr(departements, "Morbihan"));
        assert_non_null(strstr(render(&sample, render_text), rows[i].text));
        arena_fini(&sample.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pages_are_harmless),
        cmocka_unit_test(test_command_line_page_stands_alone),
        cmocka_unit_test(test_defects_on_our_side_are_not_told),
        cmocka_unit_test(test_json),
        cmocka_unit_test(test_place_levels),
        cmocka_unit_test(test_csv),
        cmocka_unit_test(test_trec),
        cmocka_unit_test(test_references),
        cmocka_unit_test(test_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
