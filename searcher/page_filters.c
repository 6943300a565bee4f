/* Filters: what is chosen, and what can be. */
#include <stdlib.h>

#include "page.h"

static const struct {
    const char *facet;       /* its name in results */
    enum param param;
    enum message label;
} filters[] = {
    { "speaker", PARAM_SPEAKER, MESSAGE_SPEAKER }, { "place", PARAM_PLACE, MESSAGE_PLACE },
    { "event_place", PARAM_EVENT_PLACE, MESSAGE_EVENT_PLACE },
    { "organisation", PARAM_ORGANISATION, MESSAGE_ORGANISATION }, { "year", PARAM_YEAR, MESSAGE_YEAR },
    { "language", PARAM_LANGUAGE, MESSAGE_LANGUAGE }, { NULL, PARAM_AUTHOR, MESSAGE_AUTHOR },
    { NULL, PARAM_FROM, MESSAGE_FROM }, { NULL, PARAM_TO, MESSAGE_TO },
};

enum { FILTERS = sizeof filters / sizeof *filters, TIMELINE_YEARS_MAX = 60 };

/* A value as people read it: "fr" is « français ». */
static const char *shown_value(const struct view *view, enum param param, const char *value)
{
    enum language language = param == PARAM_LANGUAGE ? language_from_name(slice_of(value)) : LANGUAGE_UNKNOWN;
    if (language == LANGUAGE_UNKNOWN)
        return value;
    return view->ui == LANGUAGE_FR ? language_row(language)->name_fr : language_row(language)->name_en;
}

static void chip(struct html *html, const struct view *view, enum message label, const struct param_value *value)
{
    const char *shown = shown_value(view, value->param, value->value);
    const char *name = arena_printf(view->arena, view->ui == LANGUAGE_FR ? "%s\xE2\x80\xAF: %s" : "%s: %s",
                                    message(view->ui, label), shown);
    html_open(html, HTML_LI);
    html_open(html, HTML_A);
    html_url(html, HTML_HREF, params_link_drop(view->params, view->arena, value->param, value->value));
    html_attribute(html, HTML_ARIA_LABEL, message_with(view->arena, view->ui, MESSAGE_REMOVE, name));
    html_text(html, name);
    html_open(html, HTML_SPAN);
    html_attribute(html, HTML_ARIA_HIDDEN, "true");
    html_text(html, " ×");
    html_close_to(html, html->depth - 3);
}

void page_chips(struct html *html, const struct view *view)
{
    unsigned chips = 0;
    for (size_t i = 0; view->params && i < view->params->values.count; i++)
        for (size_t j = 0; j < FILTERS; j++) {
            const struct param_value *value = &view->params->values.items[i];
            if (value->param != filters[j].param)
                continue;
            if (!chips++) {
                html_open(html, HTML_NAV);
                html_attribute(html, HTML_ARIA_LABEL, message(view->ui, MESSAGE_ACTIVE_FILTERS));
                html_open(html, HTML_UL);
                html_attribute(html, HTML_CLASS, "chips");
            }
            chip(html, view, filters[j].label, value);
        }
    if (chips > 1) {
        html_open(html, HTML_LI);
        page_link(html, page_fresh_link(view, PARAM_Q, params_get(view->params, PARAM_Q)), "clear",
                  message(view->ui, MESSAGE_REMOVE_ALL));
        html_close(html);
    }
    if (chips)
        html_close_to(html, html->depth - 2);
}

static void facet_value(struct html *html, const struct view *view, enum param param, const struct facet_value *value)
{
    bool chosen = params_has(view->params, param, value->value);
    html_open(html, HTML_LI);
    html_open(html, HTML_A);
    html_url(html, HTML_HREF, chosen ? params_link_drop(view->params, view->arena, param, value->value)
                                     : params_link_add(view->params, view->arena, param, value->value));
    if (chosen)
        html_attribute(html, HTML_ARIA_CURRENT, "true");
    html_text(html, shown_value(view, param, value->value));
    html_close(html);
    html_text(html, " ");
    html_element(html, HTML_SPAN, "count", number_words(view->arena, view->ui, value->count));
    html_close(html);
}

static void facet_list(struct html *html, const struct view *view, enum param param, const struct facet *facet)
{
    html_open(html, HTML_UL);
    for (size_t i = 0; i < facet->values.count; i++)
        facet_value(html, view, param, &facet->values.items[i]);
    html_close(html);
}

/* The levels of places, in the order of their lists; towns are one list, whatever the country. */
static const char *const levels[][2] = {
    { "commune", "city" }, { "intercommunality", NULL }, { "departement", NULL }, { "region", NULL },
    { "country", NULL }, { "continent", NULL }, { "venue", NULL },
};

static bool in_level(const struct facet_value *value, size_t level)
{
    return value->kind && (strcmp(value->kind, levels[level][0]) == 0 ||
                           (levels[level][1] && strcmp(value->kind, levels[level][1]) == 0));
}

/* A list for each level that the facet has. */
static void place_lists(struct html *html, const struct view *view, enum param param, const struct facet *facet)
{
    for (size_t level = 0; level < sizeof levels / sizeof *levels; level++) {
        struct facet part = { .name = facet->name };
        for (size_t i = 0; i < facet->values.count; i++)
            if (in_level(&facet->values.items[i], level))
                *vec_push(view->arena, &part.values) = facet->values.items[i];
        if (!part.values.count)
            continue;
        html_element(html, HTML_H4, NULL, place_kind_words(view->ui, levels[level][0], true));
        facet_list(html, view, param, &part);
    }
}

void page_facets(struct html *html, const struct view *view)
{
    for (size_t i = 0; i < view->result->facets.count; i++) {
        const struct facet *facet = &view->result->facets.items[i];
        size_t row = 0;
        while (row < FILTERS && !(filters[row].facet && strcmp(filters[row].facet, facet->name) == 0))
            row++;
        if (row == FILTERS)
            continue;
        size_t useless = filters[row].param == PARAM_LANGUAGE ? 1 : 0; /* one language filters nothing */
        if (facet->values.count <= useless)
            continue;
        html_open(html, HTML_SECTION);
        html_element(html, HTML_H3, NULL, message(view->ui, filters[row].label));
        if (filters[row].param == PARAM_YEAR && facet->values.count > 1)
            page_timeline(html, view, facet);
        else if (facet->values.items[0].kind)
            place_lists(html, view, filters[row].param, facet);
        else
            facet_list(html, view, filters[row].param, facet);
        html_close(html);
    }
}

/* ---- the timeline ---- */

enum {
    BAR_WIDTH = 16, BAR_WIDTH_MAX = 36, BAR_GAP = 4, CHART_HEIGHT = 64, LABEL_HEIGHT = 18, CHART_WIDTH_MIN = 240,
    LABELLED_MAX = 6 /* so many years have their number below them; of more, the first and the last */
};

static int facet_year(const struct facet_value *value)
{
    int year = atoi(value->value);
    return year >= 1 && year <= 9999 ? year : 0;
}

static void rectangle(struct html *html, const char *class, int x, int y, int width, int height)
{
    html_open(html, SVG_RECT);
    html_attribute(html, HTML_CLASS, class);
    html_attribute_int(html, SVG_X, x);
    html_attribute_int(html, SVG_Y, y);
    html_attribute_int(html, SVG_WIDTH, width);
    html_attribute_int(html, SVG_HEIGHT, height);
    html_close(html);
}

static void year_bar(struct html *html, const struct view *view, const struct facet_value *value, int x, int step,
                     unsigned most)
{
    bool chosen = params_has(view->params, PARAM_YEAR, value->value);
    int height = (int)(((uint64_t)value->count * (CHART_HEIGHT - 4)) / most) + 4;
    const char *label = arena_printf(view->arena, view->ui == LANGUAGE_FR ? "%s\xE2\x80\xAF: %s" : "%s: %s",
                                     value->value, number_words(view->arena, view->ui, value->count));
    html_open(html, HTML_A);
    html_url(html, HTML_HREF, chosen ? params_link_drop(view->params, view->arena, PARAM_YEAR, value->value)
                                     : params_link_add(view->params, view->arena, PARAM_YEAR, value->value));
    html_attribute(html, HTML_ARIA_LABEL, label);
    if (chosen)
        html_attribute(html, HTML_ARIA_CURRENT, "true");
    html_element(html, HTML_TITLE, NULL, label);
    rectangle(html, "hit-area", x, 0, step, CHART_HEIGHT); /* the whole column can be clicked */
    int width = step - BAR_GAP < BAR_WIDTH_MAX ? step - BAR_GAP : BAR_WIDTH_MAX;
    rectangle(html, "year", x + (step - width) / 2, CHART_HEIGHT - height, width, height);
    html_close(html);
}

static void year_label(struct html *html, int x, const char *class, int year)
{
    html_open(html, SVG_TEXT);
    html_attribute(html, HTML_CLASS, class);
    html_attribute_int(html, SVG_X, x);
    html_attribute_int(html, SVG_Y, CHART_HEIGHT + LABEL_HEIGHT - 4);
    html_text_int(html, year);
    html_close(html);
}

void page_timeline(struct html *html, const struct view *view, const struct facet *years)
{
    int first = 10000, last = 0;
    unsigned most = 1;
    for (size_t i = 0; i < years->values.count; i++) {
        int year = facet_year(&years->values.items[i]);
        if (!year)
            continue;
        first = year < first ? year : first;
        last = year > last ? year : last;
        most = years->values.items[i].count > most ? years->values.items[i].count : most;
    }
    if (last < first || last - first >= TIMELINE_YEARS_MAX) {
        facet_list(html, view, PARAM_YEAR, years);
        return;
    }
    int count = last - first + 1;
    int step = count * (BAR_WIDTH + BAR_GAP) < CHART_WIDTH_MIN ? CHART_WIDTH_MIN / count : BAR_WIDTH + BAR_GAP;
    int width = step * count;
    html_open(html, SVG_SVG);
    html_attribute(html, HTML_CLASS, "timeline");
    html_attribute(html, HTML_ROLE, "group");
    html_attribute(html, HTML_ARIA_LABEL, message(view->ui, MESSAGE_YEAR));
    html_attribute(html, SVG_VIEW_BOX, arena_printf(view->arena, "0 0 %d %d", width, CHART_HEIGHT + LABEL_HEIGHT));
    rectangle(html, "axis", 0, CHART_HEIGHT, width, 1);
    for (size_t i = 0; i < years->values.count; i++) {
        int year = facet_year(&years->values.items[i]);
        if (year)
            year_bar(html, view, &years->values.items[i], (year - first) * step, step, most);
    }
    if (count <= LABELLED_MAX) {
        for (int year = first; year <= last; year++)
            year_label(html, (year - first) * step + step / 2, "below", year);
    } else {
        year_label(html, 0, "from", first);
        year_label(html, width, "to", last);
    }
    html_close(html);
}
