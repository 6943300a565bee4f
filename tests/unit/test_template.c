/* Where texts stand on a page (markup, column, place among their like), and what a page's template makes of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "gazetteer.h"
#include "lexeme.h"
#include "parse.h"
#include "programme_page.h"
#include "template.h"

static void read_html(struct report *report, const char *html)
{
    struct error error = ERROR_NONE;
    assert_int_equal(parse_html(report, slice_of(html), &error), STATUS_OK);
    report->record.text = buf_slice(&report->text);
    report->record.language = LANGUAGE_EN;
}

/* Where the first occurrence of WORDS stands. */
static const struct text_place *place_of(const struct report *report, const char *words)
{
    const struct slice text = report->record.text;
    const char *at = memmem(text.bytes, text.length, words, strlen(words));
    assert_non_null(at);
    return report_place_at(report, (uint32_t)(at - text.bytes));
}

static void columns_of_cells(void **state)
{
    (void)state;
    static const struct {
        const char *words;
        unsigned column;
    } cells[] = { { "Monday", 1 }, { "14:00", 2 }, { "Weirs", 3 }, { "15:00", 2 }, { "Mills", 3 }, { "Lunch", 1 },
                  { "Tides", 3 },  { "After", 0 } };
    struct arena arena = ARENA_INIT(0);
    struct report report = { .arena = &arena, .text = BUF_INIT(&arena) };
    read_html(&report, "<table><tr><td rowspan=2>Monday</td><td>14:00</td><td>Weirs</td></tr>"
                       "<tr><td>15:00</td><td>Mills</td></tr><tr><td colspan=2>Lunch</td><td>Tides</td></tr></table>"
                       "<p>After</p>");
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        const struct text_place *place = place_of(&report, cells[i].words);
        if (!place || place->column != cells[i].column)
            fail_msg("%s: column %u", cells[i].words, place ? place->column : 99);
    }
    arena_fini(&arena);
}

static void paths_of_markup(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    struct report report = { .arena = &arena, .text = BUF_INIT(&arena) };
    read_html(&report, "<div class='card odd'><h4>Anna</h4><p>one</p><p>two</p></div>"
                       "<div class='card even'><h4><a href=x>Berta</a></h4><p>three</p></div>"
                       "<div class=note><h4>Other</h4></div><ul><li>Item <span>Apart</span></li></ul>");
    const struct text_place *anna = place_of(&report, "Anna"), *berta = place_of(&report, "Berta");
    assert_int_equal(anna->path, berta->path); /* states and links tell nothing */
    assert_int_not_equal(anna->path, place_of(&report, "Other")->path);
    assert_int_equal(place_of(&report, "one")->path, place_of(&report, "three")->path);
    assert_int_equal(place_of(&report, "one")->nth, place_of(&report, "three")->nth);
    assert_int_equal(place_of(&report, "two")->nth, place_of(&report, "one")->nth + 1);
    assert_int_not_equal(place_of(&report, "Item")->path, place_of(&report, "Apart")->path);
    arena_fini(&arena);
}

static void tabs_are_columns(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    struct report report = { .arena = &arena, .text = BUF_INIT(&arena) };
    struct error error = ERROR_NONE;
    assert_int_equal(parse_text(&report, SLICE("9:00\tWeirs\tAnna Keller\n9:30\tMills\tDuc Vo\nNote:\tlunch\n"),
                                &error),
                     STATUS_OK);
    report.record.text = buf_slice(&report.text);
    assert_int_equal(place_of(&report, "Anna")->column, 3);
    assert_int_equal(place_of(&report, "Mills")->column, 2);
    assert_non_null(memmem(report.text.bytes, report.text.length, "Note: lunch", 11)); /* one tab is a space */
    arena_fini(&arena);
}

static const struct {
    const char *html, *words;
    enum template_part part;
} pages[] = {
    { "<ul><li><i>Anna Keller</i> Weirs in winter and spring</li><li><i>Tom Bradwell</i> Mills of the north, drawn</li>"
      "<li><i>Yiwei Ci</i> Old gauges, and what they tell</li><li><i>Ruth Ansell</i> Eels or the lack of them</li></ul>",
      "Yiwei", PART_PEOPLE },
    { "<ul><li><i>Anna Keller</i> Weirs in winter and spring</li><li><i>Tom Bradwell</i> Mills of the north, drawn</li>"
      "<li><i>Yiwei Ci</i> Old gauges, and what they tell</li><li><i>Ruth Ansell</i> Eels or the lack of them</li></ul>",
      "Eels", PART_OTHER },
    { "<ul><li>Anna Keller</li><li>Tom Bradwell</li></ul>", "Anna", PART_UNKNOWN }, /* too few to tell */
    { "<p>Anna Keller, of the Institute, opened the day.</p><p>Tom Bradwell, who was her guest, came early.</p>"
      "<p>Ruth Ansell, who came late, was sorry.</p><p>Paul Denny, last of all, sang.</p>", "Ruth", PART_OTHER },
};

static slot_line_list lines_of(const struct name_context *context)
{
    slot_line_list lines = { 0 };
    for (uint32_t first = 0; first < context->count;) {
        uint32_t end = first + 1;
        while (end < context->count && context->lexemes[end].before < BEFORE_LINE)
            end++;
        *vec_push(context->arena, &lines) = (struct slot_line){
            .first = first, .end = end, .block = report_block_at(context->report, context->lexemes[first].start)
        };
        first = end;
    }
    return lines;
}

static void parts_of_pages(void **state)
{
    (void)state;
    struct gazetteer *gazetteer = NULL;
    struct error error = ERROR_NONE;
    assert_int_equal(gazetteer_open(&gazetteer, &error), STATUS_OK);
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct arena arena = ARENA_INIT(0);
        struct report report = { .arena = &arena, .text = BUF_INIT(&arena) };
        struct name_context context;
        read_html(&report, pages[i].html);
        lexemes_make(&report, gazetteer);
        names_find(&context, &report, gazetteer);
        struct mark_edges edges = mark_edges_find(&context);
        slot_line_list lines = lines_of(&context);
        struct page_template page = template_learn(&context, &edges, &lines);
        const char *at = memmem(report.text.bytes, report.text.length, pages[i].words, strlen(pages[i].words));
        uint8_t part = page.parts[lexeme_at(&report, (uint32_t)(at - report.text.bytes))];
        if (part != pages[i].part)
            fail_msg("page %zu, %s: part %u", i, pages[i].words, part);
        arena_fini(&arena);
    }
    gazetteer_close(gazetteer);
}

static const struct {
    const char *html;
    bool hours, announced, meeting;
} signs[] = {
    { "<h2>Detailed programme</h2><p>Anna Keller</p>", false, true, false },
    { "<h2>Speaker</h2><p>Our guest was late.</p>", false, false, false },
    { "<h1>Seminar on weirs</h1><p>It rained.</p>", false, false, true },
    { "<h2>Notre conférence de presse annuelle</h2><p>Il pleut.</p>", false, false, true },
    { "<p>9:00 Doors</p><p>9:30 Weirs</p><p>10:00 Mills</p>", true, false, false },
    { "<p><b class=speaker>Anna</b> a</p><p><b class=speaker>Tom</b> b</p><p><b class=speaker>Jo</b> c</p>", false, true,
      false },
    { "<h1>Council</h1><p>The budget was adopted.</p>", false, false, false },
};

static void signs_of_pages(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        struct arena arena = ARENA_INIT(0);
        struct report report = { .arena = &arena, .text = BUF_INIT(&arena) };
        struct name_context context;
        read_html(&report, signs[i].html);
        lexemes_make(&report, NULL);
        names_find(&context, &report, NULL);
        slot_line_list lines = lines_of(&context);
        for (size_t k = 0; k < lines.count; k++) {
            struct slot_line *line = &lines.items[k];
            line->heading = report.blocks.items[line->block].kind == BLOCK_HEADING;
            line->timed = report.text.bytes[context.lexemes[line->first].start] <= '9';
        }
        struct programme_signs found = programme_page(&context, &lines);
        if (found.hours != signs[i].hours || found.announced != signs[i].announced ||
            found.meeting != signs[i].meeting)
            fail_msg("%s: hours %d, announced %d, meeting %d", signs[i].html, found.hours, found.announced,
                     found.meeting);
        arena_fini(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_of_cells), cmocka_unit_test(paths_of_markup), cmocka_unit_test(tabs_are_columns),
        cmocka_unit_test(parts_of_pages),   cmocka_unit_test(signs_of_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
