/* The reading page: one report's text, every match marked, each passage beside its speaker, and what the text names
 * linked to searches. */
#include <stdlib.h>

#include "page.h"

struct reader {
    struct html *html;
    const struct view *view;
    const struct reading *reading;
    size_t next;      /* the first match not yet shown */
    size_t next_link; /* the first link not yet shown */
    unsigned shown;   /* matches shown so far: their anchors are m1, m2… */
};

/* The search that a name, place or date of the text leads to. */
static const char *link_search(const struct view *view, const struct reading_link *link)
{
    switch (link->kind) {
    case LINK_SPEAKER: return page_fresh_link(view, PARAM_SPEAKER, link->value);
    case LINK_PLACE: return page_fresh_link(view, PARAM_PLACE, link->value);
    case LINK_DATE: return page_fresh_link(view, PARAM_Q, arena_printf(view->arena, "period:%s", link->value));
    case LINK_MENTION: break;
    }
    if (strchr(link->value, '"'))
        return NULL;
    return page_fresh_link(view, PARAM_Q, arena_printf(view->arena, "mention:\"%s\"", link->value));
}

static void text_until(struct reader *reader, uint32_t *at, uint32_t end)
{
    html_text_slice(reader->html, reading_text(reader->reading, *at, end));
    *at = end;
}

static void match(struct reader *reader, uint32_t *at, struct span of)
{
    struct html *html = reader->html;
    bool last = reader->next + 1 >= reader->reading->matches.count;
    html_open(html, HTML_MARK);
    html_attribute(html, HTML_ID, arena_printf(reader->view->arena, "m%u", ++reader->shown));
    html_open(html, HTML_A); /* a match leads to the next one, the last one to the first */
    html_url(html, HTML_HREF, arena_printf(reader->view->arena, "#m%u", last ? 1 : reader->shown + 1));
    html_attribute(html, HTML_TITLE_TEXT, message(reader->view->ui, last ? MESSAGE_FIRST_MATCH : MESSAGE_NEXT_MATCH));
    text_until(reader, at, of.end);
    html_close_to(html, html->depth - 2);
}

static void named(struct reader *reader, uint32_t *at, const struct reading_link *link)
{
    const char *search = reader->view->params ? link_search(reader->view, link) : NULL;
    if (!search) {
        text_until(reader, at, link->at.end);
        return;
    }
    html_open(reader->html, HTML_A);
    html_url(reader->html, HTML_HREF, search);
    html_attribute(reader->html, HTML_CLASS, "named");
    text_until(reader, at, link->at.end);
    html_close(reader->html);
}

/* Text from START to END with its matches marked, and names, places and dates as links. Neither goes over a line's
 * end; those that would are left out. */
static void marked_text(struct reader *reader, uint32_t start, uint32_t end)
{
    const span_list *matches = &reader->reading->matches;
    const reading_link_list *links = &reader->reading->links;
    uint32_t at = start;
    while (reader->next < matches->count && matches->items[reader->next].start < start)
        reader->next++;
    while (reader->next_link < links->count && links->items[reader->next_link].at.start < start)
        reader->next_link++;
    for (;;) {
        const struct span *found = reader->next < matches->count ? &matches->items[reader->next] : NULL;
        const struct reading_link *link = reader->next_link < links->count ? &links->items[reader->next_link] : NULL;
        bool match_fits = found && found->end <= end, link_fits = link && link->at.end <= end;
        if (!match_fits && !link_fits)
            break;
        if (match_fits && (!link_fits || found->start < link->at.start)) {
            text_until(reader, &at, found->start);
            match(reader, &at, *found);
            reader->next++;
        } else {
            text_until(reader, &at, link->at.start);
            named(reader, &at, link);
            reader->next_link++;
        }
    }
    text_until(reader, &at, end);
}

/* An arrow to the passage in the original. */
static void passage_link(struct reader *reader, const struct passage *of)
{
    const char *url = reading_passage_url(reader->reading, of, reader->view->arena);
    if (!url || !html_url_is_safe(url))
        return;
    html_text(reader->html, "\xC2\xA0");
    html_open(reader->html, HTML_A);
    html_url(reader->html, HTML_HREF, url);
    html_attribute(reader->html, HTML_CLASS, "go");
    html_attribute(reader->html, HTML_TITLE_TEXT, message(reader->view->ui, MESSAGE_OPEN_PASSAGE));
    html_attribute(reader->html, HTML_ARIA_LABEL, message(reader->view->ui, MESSAGE_OPEN_PASSAGE));
    html_text(reader->html, "↗");
    html_close(reader->html);
}

/* Blank lines part paragraphs; single newlines are spaces. */
static void paragraphs(struct reader *reader, const struct passage *of)
{
    struct slice text = reading_text(reader->reading, of->start, of->end);
    size_t at = 0, last = text.length;
    while (last && (text.bytes[last - 1] == '\n' || text.bytes[last - 1] == ' '))
        last--;
    while (at < text.length) {
        const char *line_end = memchr(text.bytes + at, '\n', text.length - at);
        size_t stop = line_end ? (size_t)(line_end - text.bytes) : text.length;
        if (slice_trim((struct slice){ text.bytes + at, stop - at }).length) {
            html_open(reader->html, HTML_P);
            marked_text(reader, of->start + (uint32_t)at, of->start + (uint32_t)stop);
            if (stop >= last)
                passage_link(reader, of);
            html_close(reader->html);
        }
        at = stop + 1;
    }
}

static void passage(struct reader *reader, const struct passage *of, const struct passage *before)
{
    struct html *html = reader->html;
    const struct view *view = reader->view;
    const char *title = reader->reading->record->title;
    bool is_title = of->heading && title && strcmp(of->heading, title) == 0; /* it stands above already */
    bool same_heading = before && before->heading && of->heading && strcmp(before->heading, of->heading) == 0;
    bool new_heading = of->heading && !is_title && !same_heading;
    if (new_heading)
        html_element(html, HTML_H2, NULL, of->heading);
    html_open(html, HTML_DIV);
    html_attribute(html, HTML_CLASS, of->speaker ? "turn spoken" : "turn");
    html_attribute(html, HTML_ID, arena_printf(view->arena, "p%u", of->number));
    bool same = before && before->speaker && of->speaker && strcmp(before->speaker, of->speaker) == 0 && !new_heading;
    if (of->speaker && !same) {
        html_open(html, HTML_P);
        html_attribute(html, HTML_CLASS, "who");
        page_link(html, view->params ? page_fresh_link(view, PARAM_SPEAKER, of->speaker) : NULL, "name", of->speaker);
        if (of->role) {
            html_text(html, " ");
            html_element(html, HTML_SPAN, "role", of->role);
        }
        html_close(html);
    }
    paragraphs(reader, of);
    html_close(html);
}

static void about(struct html *html, const struct view *view, const struct record *record)
{
    enum date_source source;
    struct interval date = record_date(record, &source);
    const char *place = record->event_place >= 0 ? record->places.items[record->event_place].name : NULL;
    html_open(html, HTML_P);
    html_attribute(html, HTML_CLASS, "about");
    page_date(html, view, date, source);
    if (place) {
        html_text(html, " · ");
        page_link(html, view->params ? page_fresh_link(view, PARAM_PLACE, place) : NULL, NULL, place);
    }
    if (record->author) {
        html_text(html, " · ");
        html_text(html, message_with(view->arena, view->ui, MESSAGE_BY_AUTHOR, record->author));
    }
    if (record->url && html_url_is_safe(record->url)) {
        html_text(html, " · ");
        page_link(html, record->url, NULL, message(view->ui, MESSAGE_OPEN_ORIGINAL));
    }
    html_close(html);
}

static void match_links(struct html *html, const struct view *view)
{
    size_t count = view->reading->matches.count;
    html_open(html, HTML_P);
    html_attribute(html, HTML_CLASS, "matches");
    if (params_get(view->params, PARAM_Q)) {
        page_link(html, params_link_drop(view->params, view->arena, PARAM_DOC, NULL), NULL,
                  message(view->ui, MESSAGE_BACK_TO_RESULTS));
        html_text(html, " ");
        html_element(html, HTML_SPAN, NULL, message_count(view->arena, view->ui, MESSAGE_MATCHES, count));
    }
    if (count) {
        html_text(html, " ");
        page_link(html, "#m1", NULL, message(view->ui, MESSAGE_FIRST_MATCH));
    }
    html_close(html);
}

static void speaker_row(struct html *html, const struct view *view, const struct person *person)
{
    const char *what = person->role ? person->role : person->organisation;
    html_open(html, HTML_TR);
    html_open(html, HTML_TH);
    html_attribute(html, HTML_SCOPE, "row");
    page_link(html, person->passages.count ? arena_printf(view->arena, "#p%u", person->passages.items[0]) : NULL,
              NULL, person->name);
    if (what) {
        html_text(html, " ");
        html_element(html, HTML_SPAN, "role", what);
    }
    html_close(html);
    html_open(html, HTML_TD);
    html_text_int(html, (int64_t)person->passages.count);
    html_close(html);
    html_close(html);
}

/* Who spoke, as what, how often; a name leads to the first passage. */
static void speakers(struct html *html, const struct view *view, const struct record *record)
{
    static const enum message columns[] = { MESSAGE_SPEAKER, MESSAGE_UNIT_PASSAGE };
    bool any = false;
    for (size_t i = 0; i < record->persons.count; i++) {
        if (!record->persons.items[i].speaker)
            continue;
        if (!any) {
            html_open(html, HTML_TABLE);
            html_open(html, HTML_CAPTION);
            html_element(html, HTML_H2, NULL, message(view->ui, MESSAGE_SPEAKERS));
            html_close(html);
            html_open(html, HTML_THEAD);
            html_open(html, HTML_TR);
            for (size_t column = 0; column < sizeof columns / sizeof *columns; column++) {
                html_open(html, HTML_TH);
                html_attribute(html, HTML_SCOPE, "col");
                html_text(html, message(view->ui, columns[column]));
                html_close(html);
            }
            html_close_to(html, html->depth - 2);
            html_open(html, HTML_TBODY);
        }
        any = true;
        speaker_row(html, view, &record->persons.items[i]);
    }
    if (any)
        html_close_to(html, html->depth - 2);
}

static void places(struct html *html, const struct view *view, const struct record *record)
{
    if (!record->places.count)
        return;
    html_element(html, HTML_H2, NULL, message(view->ui, MESSAGE_PLACES));
    html_open(html, HTML_UL);
    html_attribute(html, HTML_CLASS, "inline");
    for (size_t i = 0; i < record->places.count; i++) {
        html_open(html, HTML_LI);
        page_link(html, view->params ? page_fresh_link(view, PARAM_PLACE, record->places.items[i].name) : NULL, NULL,
                  record->places.items[i].name);
        html_close(html);
    }
    html_close(html);
}

static void citation(struct html *html, const struct view *view, const struct record *record)
{
    static const struct { enum format format; const char *label; } offered[] = {
        { FORMAT_RIS, "RIS" }, { FORMAT_BIBTEX, "BibTeX" }, { FORMAT_JSON, "JSON" },
    };
    const struct result_hit hit = reading_hit(view->reading, view->arena);
    const char *date = date_words(view->arena, view->ui, hit.date), *address = hit_address(view, &hit);
    const char *rest[] = { hit.place, date, address };
    html_element(html, HTML_H2, NULL, message(view->ui, MESSAGE_CITE));
    html_open(html, HTML_P);
    html_attribute(html, HTML_CLASS, "citation");
    if (hit.author)
        html_text(html, arena_printf(view->arena, "%s, ", hit.author));
    html_element(html, HTML_CITE, NULL, record->title ? record->title : record->file);
    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++)
        if (rest[i]) {
            html_text(html, ", ");
            html_text(html, rest[i]);
        }
    html_text(html, ".");
    html_close(html);
    if (!view->params)
        return;
    html_open(html, HTML_UL);
    html_attribute(html, HTML_CLASS, "inline");
    for (size_t i = 0; i < sizeof offered / sizeof *offered; i++) {
        html_open(html, HTML_LI);
        page_link(html, params_link_set(view->params, view->arena, PARAM_FORMAT,
                                        format_table[offered[i].format].name), NULL, offered[i].label);
        html_close(html);
    }
    html_close(html);
}

static void attachments(struct html *html, const struct view *view, const struct record *record)
{
    if (!record->attachments.count)
        return;
    html_element(html, HTML_H2, NULL, message(view->ui, MESSAGE_ATTACHMENTS));
    html_open(html, HTML_UL);
    for (size_t i = 0; i < record->attachments.count; i++) {
        const struct attachment *of = &record->attachments.items[i];
        html_open(html, HTML_LI);
        page_link(html, of->url, NULL, of->title ? of->title : of->url);
        if (of->type || of->bytes) {
            html_text(html, " ");
            html_element(html, HTML_SPAN, "role",
                         arena_printf(view->arena, "%s%s%s", of->type ? of->type : "",
                                      of->type && of->bytes ? ", " : "",
                                      of->bytes ? size_words(view->arena, view->ui, of->bytes) : ""));
        }
        html_close(html);
    }
    html_close(html);
}

void render_reading(const struct view *view, struct buf *out)
{
    const struct record *record = view->reading->record;
    struct html html = HTML_INIT(out);
    struct reader reader = { .html = &html, .view = view, .reading = view->reading };
    const char *title = record->title ? record->title : record->file;
    const char *language = language_row(record->language)->code;
    page_open(&html, view, title);
    html_open(&html, HTML_MAIN);
    html_attribute(&html, HTML_ID, "main");
    if (view->params)
        match_links(&html, view);
    html_open(&html, HTML_DIV);
    html_attribute(&html, HTML_CLASS, "columns");
    html_open(&html, HTML_ARTICLE);
    html_attribute(&html, HTML_CLASS, "report");
    html_open(&html, HTML_H1);
    if (language[0])
        html_attribute(&html, HTML_LANG, language);
    html_text(&html, title);
    html_close(&html);
    about(&html, view, record);
    html_open(&html, HTML_DIV);
    if (language[0])
        html_attribute(&html, HTML_LANG, language);
    for (size_t i = 0; i < record->passages.count; i++)
        passage(&reader, &record->passages.items[i], i ? &record->passages.items[i - 1] : NULL);
    html_close(&html);
    html_close(&html);
    html_open(&html, HTML_ASIDE);
    speakers(&html, view, record);
    places(&html, view, record);
    attachments(&html, view, record);
    citation(&html, view, record);
    page_close(&html, view);
}
