/* The page of results: totals, notices, hits, filters, paging, exports. Complete without JavaScript. */
#include <stdlib.h>

#include "page.h"

enum { PAGES_AROUND = 2 };

static void total_line(struct html *html, const struct view *view)
{
    const struct result *result = view->result;
    bool passages = result->unit == UNIT_PASSAGE;
    const char *count = message_count(view->arena, view->ui, passages ? MESSAGE_PASSAGES : MESSAGE_REPORTS,
                                      result->total);
    if (!result->total_is_exact)
        count = message_with(view->arena, view->ui, MESSAGE_ABOUT, count);
    html_open(html, HTML_P);
    html_attribute(html, HTML_CLASS, "total");
    html_attribute(html, HTML_ROLE, "status");
    html_element(html, HTML_STRONG, NULL, count);
    if (result->collection > result->total) {
        html_text(html, " ");
        html_text(html, message_with(view->arena, view->ui, MESSAGE_COLLECTION,
                                     number_words(view->arena, view->ui, result->collection)));
    }
    html_close(html);
}

static void choice_link(struct html *html, const struct view *view, enum param param, const char *value, bool current,
                        enum message label)
{
    html_open(html, HTML_LI);
    html_open(html, HTML_A);
    html_url(html, HTML_HREF, params_link_set(view->params, view->arena, param, value));
    if (current)
        html_attribute(html, HTML_ARIA_CURRENT, "true");
    html_text(html, message(view->ui, label));
    html_close(html);
    html_close(html);
}

static void choices_open(struct html *html, const struct view *view, enum message label)
{
    html_open(html, HTML_NAV);
    html_attribute(html, HTML_ARIA_LABEL, message(view->ui, label));
    html_open(html, HTML_UL);
}

static void choices(struct html *html, const struct view *view)
{
    static const enum message sorts[] = { MESSAGE_SORT_RELEVANCE, MESSAGE_SORT_DATE, MESSAGE_SORT_NEWEST,
                                          MESSAGE_SORT_TITLE };
    static const enum message units[] = { MESSAGE_UNIT_REPORT, MESSAGE_UNIT_PASSAGE };
    const struct result *result = view->result;
    html_open(html, HTML_DIV);
    html_attribute(html, HTML_CLASS, "choices");
    choices_open(html, view, MESSAGE_UNIT);
    for (enum unit unit = UNIT_REPORT; unit <= UNIT_PASSAGE; unit++)
        choice_link(html, view, PARAM_UNIT, unit_name(unit), result->unit == unit, units[unit]);
    html_close_to(html, html->depth - 2);
    choices_open(html, view, MESSAGE_SORT);
    for (enum sort sort = SORT_RELEVANCE; sort <= SORT_TITLE; sort++)
        choice_link(html, view, PARAM_SORT, sort_name(sort), result->sort == sort, sorts[sort]);
    html_close_to(html, html->depth - 3);
}

static void word_list(struct html *html, const struct view *view, enum message which, const string_list *words)
{
    struct buf joined = BUF_INIT(view->arena);
    for (size_t i = 0; i < words->count; i++)
        buf_printf(&joined, "%s%s", i ? ", " : "", words->items[i]);
    html_element(html, HTML_P, "notice", message_with(view->arena, view->ui, which, joined.bytes));
}

static void notices(struct html *html, const struct view *view)
{
    const struct result *result = view->result;
    if (result->corrected)
        html_element(html, HTML_P, "notice",
                     message_with(view->arena, view->ui, MESSAGE_CORRECTED, result->corrected));
    if (result->suggestion) {
        html_open(html, HTML_P);
        html_attribute(html, HTML_CLASS, "notice");
        html_text(html, message(view->ui, MESSAGE_DID_YOU_MEAN));
        html_text(html, " ");
        page_link(html, view->params ? params_link_set(view->params, view->arena, PARAM_Q, result->suggestion) : NULL,
                  "suggestion", result->suggestion);
        html_close(html);
    }
    if (result->missing.count)
        word_list(html, view, MESSAGE_MISSING, &result->missing);
    for (size_t i = 0; i < result->notes.count; i++)
        html_element(html, HTML_P, "notice", result->notes.items[i]);
}

static void hits(struct html *html, const struct view *view)
{
    const struct result *result = view->result;
    for (size_t i = 0; i < result->hits.count; i++) {
        bool first_partial = result->hits.items[i].partial && (i == 0 || !result->hits.items[i - 1].partial);
        if (first_partial)
            html_element(html, HTML_P, "divider", message(view->ui, MESSAGE_PARTIAL_FOLLOW));
        page_hit(html, view, &result->hits.items[i]);
    }
}

static void page_number(struct html *html, const struct view *view, unsigned page, unsigned current,
                        const char *label, const char *rel)
{
    html_open(html, HTML_LI);
    html_open(html, page == current ? HTML_SPAN : HTML_A);
    if (page == current) {
        html_attribute(html, HTML_ARIA_CURRENT, "page");
    } else {
        const char *number = page > 1 ? arena_printf(view->arena, "%u", page) : NULL;
        html_url(html, HTML_HREF, params_link_set(view->params, view->arena, PARAM_PAGE, number));
    }
    if (rel)
        html_attribute(html, HTML_REL, rel);
    html_text(html, label ? label : number_words(view->arena, view->ui, page));
    html_close(html);
    html_close(html);
}

static void paging(struct html *html, const struct view *view)
{
    const struct result *result = view->result;
    uint64_t all = (uint64_t)result->total + result->total_partial;
    if (!view->params || !result->limit || all <= result->limit)
        return;
    unsigned current = result->offset / result->limit + 1, last = (unsigned)((all - 1) / result->limit + 1);
    last = last > PARAM_PAGE_MAX ? PARAM_PAGE_MAX : last;
    html_open(html, HTML_NAV);
    html_attribute(html, HTML_CLASS, "pages");
    html_attribute(html, HTML_ARIA_LABEL, message(view->ui, MESSAGE_PAGES));
    html_open(html, HTML_UL);
    if (current > 1)
        page_number(html, view, current - 1, current, message(view->ui, MESSAGE_PREVIOUS), "prev");
    if (current > PAGES_AROUND + 1)
        page_number(html, view, 1, current, NULL, NULL);
    unsigned from = current > PAGES_AROUND ? current - PAGES_AROUND : 1;
    for (unsigned page = from; page <= last && page <= current + PAGES_AROUND; page++)
        page_number(html, view, page, current, NULL, NULL);
    if (current < last)
        page_number(html, view, current + 1, current, message(view->ui, MESSAGE_NEXT), "next");
    html_close(html);
    html_close(html);
}

static void exports(struct html *html, const struct view *view)
{
    static const struct { enum format format; const char *label; } offered[] = {
        { FORMAT_CSV, "CSV" }, { FORMAT_JSON, "JSON" }, { FORMAT_RIS, "RIS" }, { FORMAT_BIBTEX, "BibTeX" },
        { FORMAT_ATOM, "Atom" },
    };
    if (!view->params || !view->result->hits.count)
        return;
    html_open(html, HTML_P);
    html_attribute(html, HTML_CLASS, "exports");
    html_text(html, message(view->ui, MESSAGE_EXPORT));
    for (size_t i = 0; i < sizeof offered / sizeof *offered; i++) {
        html_text(html, " ");
        page_link(html, params_link_set(view->params, view->arena, PARAM_FORMAT,
                                        format_table[offered[i].format].name), NULL, offered[i].label);
    }
    html_close(html);
}

static void nothing(struct html *html, const struct view *view)
{
    html_open(html, HTML_DIV);
    html_attribute(html, HTML_CLASS, "nothing");
    html_element(html, HTML_H2, NULL, message(view->ui, MESSAGE_NOTHING));
    html_element(html, HTML_P, NULL, message(view->ui, MESSAGE_NOTHING_HINT));
    if (view->params && params_get(view->params, PARAM_Q) && view->params->values.count > 1)
        page_link(html, page_fresh_link(view, PARAM_Q, params_get(view->params, PARAM_Q)), NULL,
                  message(view->ui, MESSAGE_NOTHING_FILTERS));
    page_help(html, view, true);
    html_close(html);
}

static bool has_filters(const struct view *view)
{
    return view->params && view->result->facets.count && view->result->hits.count;
}

static void results(struct html *html, const struct view *view)
{
    html_open(html, HTML_SECTION);
    html_attribute(html, HTML_CLASS, "results");
    html_attribute(html, HTML_ARIA_LABEL, message(view->ui, MESSAGE_RESULTS));
    html_open(html, HTML_DIV);
    html_attribute(html, HTML_CLASS, "top");
    total_line(html, view);
    if (view->params && view->result->hits.count && !view->home)
        choices(html, view);
    if (has_filters(view)) /* where they stand below */
        page_link(html, "#filters", "to-filters", message(view->ui, MESSAGE_FILTERS));
    html_close(html);
    notices(html, view);
    if (view->home && view->result->hits.count)
        html_element(html, HTML_P, "divider", message(view->ui, MESSAGE_LATEST));
    hits(html, view);
    if (!view->result->hits.count)
        nothing(html, view);
    paging(html, view);
    exports(html, view);
    html_close(html);
}

void render_html(const struct view *view, struct buf *out)
{
    const struct result *result = view->result;
    struct html html = HTML_INIT(out);
    const char *query = result->query && result->query[0] ? result->query : NULL;
    page_open(&html, view, query ? query : view->home ? NULL : message(view->ui, MESSAGE_RESULTS));
    html_open(&html, HTML_MAIN);
    html_attribute(&html, HTML_ID, "main");
    html_element(&html, HTML_H1, "hidden",
                 view->home ? view->config->title
                            : message(view->ui, view->similar ? MESSAGE_SIMILAR_TO : MESSAGE_RESULTS));
    if (view->home)
        page_help(&html, view, true);
    page_chips(&html, view);
    html_open(&html, HTML_DIV);
    html_attribute(&html, HTML_CLASS, "columns");
    results(&html, view);
    if (has_filters(view)) {
        html_open(&html, HTML_ASIDE);
        html_attribute(&html, HTML_ID, "filters");
        html_attribute(&html, HTML_ARIA_LABEL, message(view->ui, MESSAGE_FILTERS));
        html_element(&html, HTML_H2, NULL, message(view->ui, MESSAGE_FILTERS));
        page_facets(&html, view);
        html_close(&html);
    }
    page_close(&html, view);
}
