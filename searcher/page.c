#include "page.h"

#include "style.h"

void page_link(struct html *html, const char *url, const char *class, const char *text)
{
    bool linked = url && html_url_is_safe(url);
    html_open(html, linked ? HTML_A : HTML_SPAN);
    if (linked)
        html_url(html, HTML_HREF, url);
    if (class)
        html_attribute(html, HTML_CLASS, class);
    html_text(html, text);
    html_close(html);
}

static void add_pair(struct buf *link, enum param param, const char *value)
{
    if (!value)
        return;
    buf_add_char(link, link->length ? '&' : '?');
    buf_add_string(link, param_table[param].name);
    buf_add_char(link, '=');
    percent_encode(link, slice_of(value));
}

const char *page_fresh_link(const struct view *view, enum param param, const char *value)
{
    struct buf link = BUF_INIT(view->arena);
    add_pair(&link, param, value);
    if (view->params && param != PARAM_UI)
        add_pair(&link, PARAM_UI, params_get(view->params, PARAM_UI));
    return link.bytes ? link.bytes : "?";
}

const char *page_doc_link(const struct view *view, const char *report_id)
{
    struct buf link = BUF_INIT(view->arena);
    add_pair(&link, PARAM_DOC, report_id);
    add_pair(&link, PARAM_Q, params_get(view->params, PARAM_Q));
    add_pair(&link, PARAM_UI, params_get(view->params, PARAM_UI));
    return link.bytes;
}

static void meta(struct html *html, const char *name, const char *content)
{
    html_open(html, HTML_META);
    html_attribute(html, HTML_NAME, name);
    html_attribute(html, HTML_CONTENT, content);
    html_close(html);
}

static void head_link(struct html *html, const char *rel, const char *type, const char *title, const char *url)
{
    html_open(html, HTML_LINK);
    html_attribute(html, HTML_REL, rel);
    if (type)
        html_attribute(html, HTML_TYPE, type);
    if (title)
        html_attribute(html, HTML_TITLE_TEXT, title);
    html_url(html, HTML_HREF, url);
    html_close(html);
}

static void head(struct html *html, const struct view *view, const char *title)
{
    struct arena *arena = view->arena;
    html_open(html, HTML_HEAD);
    html_open(html, HTML_META);
    html_attribute(html, HTML_CHARSET, "utf-8");
    html_close(html);
    html_element(html, HTML_TITLE, NULL,
                 title ? arena_printf(arena, "%s – %s", title, view->config->title) : view->config->title);
    meta(html, "viewport", "width=device-width, initial-scale=1");
    meta(html, "color-scheme", "light dark");
    if (view->config->noindex)
        meta(html, "robots", "noindex");
    if (view->params) {
        head_link(html, "stylesheet", NULL, NULL,
                  arena_printf(arena, "?asset=style&v=%s", style_version(arena, view->config)));
        head_link(html, "search", "application/opensearchdescription+xml", view->config->title, "?format=opensearch");
        if (view->result)
            head_link(html, "alternate", format_table[FORMAT_ATOM].type, message(view->ui, MESSAGE_FEED),
                      params_link_set(view->params, arena, PARAM_FORMAT, "atom"));
    } else {
        struct buf sheet = BUF_INIT(arena);
        style_sheet(&sheet, view->config);
        html_own_style_sheet_unescaped(html, sheet.bytes);
    }
    html_close(html);
}

static void hidden(struct html *html, enum param param, const char *value)
{
    html_open(html, HTML_INPUT);
    html_attribute(html, HTML_TYPE, "hidden");
    html_attribute(html, HTML_NAME, param_table[param].name);
    html_attribute(html, HTML_VALUE, value);
    html_close(html);
}

static void date_field(struct html *html, const struct view *view, enum param param, enum message label)
{
    const char *name = param_table[param].name, *value = params_get(view->params, param);
    html_open(html, HTML_LABEL);
    html_attribute(html, HTML_FOR, name);
    html_text(html, message(view->ui, label));
    html_close(html);
    html_open(html, HTML_INPUT);
    html_attribute(html, HTML_TYPE, "text");
    html_attribute(html, HTML_ID, name);
    html_attribute(html, HTML_NAME, name);
    html_attribute(html, HTML_AUTOCOMPLETE, "off");
    html_attribute(html, HTML_ARIA_DESCRIBEDBY, "date-hint");
    if (value)
        html_attribute(html, HTML_VALUE, value);
    html_close(html);
}

/* What a new query keeps of the old request: the filters and the way of showing, not the page or the report. */
static bool is_kept(enum param param)
{
    return param != PARAM_Q && param != PARAM_FROM && param != PARAM_TO && param != PARAM_PAGE &&
           param != PARAM_DOC && param != PARAM_FORMAT && param != PARAM_SIMILAR && param != PARAM_SUGGEST;
}

static void search_box(struct html *html, const struct view *view)
{
    const char *query = params_get(view->params, PARAM_Q);
    html_open(html, HTML_LABEL);
    html_attribute(html, HTML_FOR, "q");
    html_attribute(html, HTML_CLASS, "hidden");
    html_text(html, message(view->ui, MESSAGE_SEARCH_LABEL));
    html_close(html);
    html_open(html, HTML_DIV);
    html_attribute(html, HTML_CLASS, "box");
    html_open(html, HTML_INPUT);
    html_attribute(html, HTML_TYPE, "search");
    html_attribute(html, HTML_ID, "q");
    html_attribute(html, HTML_NAME, "q");
    html_attribute_int(html, HTML_MAXLENGTH, PARAM_TEXT_MAX);
    html_attribute(html, HTML_ENTERKEYHINT, "search");
    html_attribute(html, HTML_AUTOCOMPLETE, "off");
    html_attribute(html, HTML_PLACEHOLDER, message(view->ui, MESSAGE_SEARCH_HINT));
    html_attribute(html, HTML_VALUE, query ? query : "");
    if (view->home)
        html_flag(html, HTML_AUTOFOCUS);
    html_close(html);
    html_open(html, HTML_BUTTON);
    html_attribute(html, HTML_TYPE, "submit");
    html_text(html, message(view->ui, MESSAGE_SEARCH));
    html_close(html);
    html_close(html);
}

static void form(struct html *html, const struct view *view)
{
    html_open(html, HTML_FORM);
    html_attribute(html, HTML_ROLE, "search");
    html_attribute(html, HTML_METHOD, "get");
    if (view->self[0])
        html_url(html, HTML_ACTION, view->self);
    search_box(html, view);
    html_open(html, HTML_DETAILS);
    html_attribute(html, HTML_CLASS, "options");
    if (params_get(view->params, PARAM_FROM) || params_get(view->params, PARAM_TO))
        html_flag(html, HTML_OPEN);
    html_element(html, HTML_SUMMARY, NULL, message(view->ui, MESSAGE_REFINE));
    html_open(html, HTML_P);
    date_field(html, view, PARAM_FROM, MESSAGE_FROM);
    date_field(html, view, PARAM_TO, MESSAGE_TO);
    html_open(html, HTML_SPAN);
    html_attribute(html, HTML_ID, "date-hint");
    html_attribute(html, HTML_CLASS, "hint");
    html_text(html, message(view->ui, MESSAGE_DATE_HINT));
    html_close(html);
    html_close(html);
    html_close(html);
    for (size_t i = 0; i < view->params->values.count; i++)
        if (is_kept(view->params->values.items[i].param))
            hidden(html, view->params->values.items[i].param, view->params->values.items[i].value);
    html_close(html);
}

static void header(struct html *html, const struct view *view)
{
    bool french = view->ui == LANGUAGE_FR;
    html_open(html, HTML_HEADER);
    html_open(html, HTML_DIV);
    html_attribute(html, HTML_CLASS, "bar");
    page_link(html, !view->params ? NULL : view->config->home_url ? view->config->home_url
                                         : page_fresh_link(view, PARAM_Q, NULL), "brand", view->config->title);
    if (view->params) {
        html_open(html, HTML_A);
        html_url(html, HTML_HREF, params_link_set(view->params, view->arena, PARAM_UI, french ? "en" : "fr"));
        html_attribute(html, HTML_CLASS, "other-language");
        html_attribute(html, HTML_LANG, french ? "en" : "fr");
        html_attribute(html, HTML_HREFLANG, french ? "en" : "fr");
        html_text(html, message(view->ui, MESSAGE_OTHER_LANGUAGE));
        html_close(html);
    }
    html_close(html);
    if (view->params)
        form(html, view);
    html_close(html);
}

void page_open(struct html *html, const struct view *view, const char *title)
{
    html_doctype(html);
    html_open(html, HTML_HTML);
    html_attribute(html, HTML_LANG, view->ui == LANGUAGE_FR ? "fr" : "en");
    head(html, view, title);
    html_open(html, HTML_BODY);
    html_open(html, HTML_A);
    html_attribute(html, HTML_CLASS, "skip");
    html_url(html, HTML_HREF, "#main");
    html_text(html, message(view->ui, MESSAGE_SKIP));
    html_close(html);
    header(html, view);
}

void page_close(struct html *html, const struct view *view)
{
    html_close_to(html, 2);
    html_open(html, HTML_FOOTER);
    html_element(html, HTML_P, NULL, message(view->ui, MESSAGE_POWERED));
    html_close_to(html, 0);
    buf_add_char(html->out, '\n');
}

/* The commonest value of a facet, for an example that finds something here; NULL when there is none. */
static const char *commonest(const struct view *view, const char *name)
{
    for (size_t i = 0; view->result && i < view->result->facets.count; i++) {
        const struct facet *facet = &view->result->facets.items[i];
        const struct facet_value *best = facet->values.items;
        if (strcmp(facet->name, name) != 0)
            continue;
        for (size_t j = 1; j < facet->values.count; j++)
            if (facet->values.items[j].count > best->count)
                best = &facet->values.items[j];
        if (facet->values.count && !strchr(best->value, '"'))
            return best->value;
    }
    return NULL;
}

struct help_row {
    const char *fr, *en;
    enum message says;
    const char *facet;         /* whose commonest value makes a better example; NULL */
    const char *fr_field, *en_field;
};

static const struct help_row help_rows[] = {
    { "coopération territoires", "housing benefits", MESSAGE_HELP_WORDS, NULL, NULL, NULL },
    { "\"économie sociale\"", "\"public transport\"", MESSAGE_HELP_PHRASE, NULL, NULL, NULL },
    { "intervenant:nom", "speaker:name", MESSAGE_HELP_SPEAKER, "speaker", "intervenant", "speaker" },
    { "lieu:Gironde", "place:Bordeaux", MESSAGE_HELP_PLACE, "place", "lieu", "place" },
    { "date:2016-10..2017-02", "date:2016-10..2017-02", MESSAGE_HELP_DATE, "year", "date", "date" },
    { "eau SAUF prix", "water NOT price", MESSAGE_HELP_NOT, NULL, NULL, NULL },
};

static const char *help_example(const struct view *view, const struct help_row *row)
{
    bool french = view->ui == LANGUAGE_FR;
    const char *value = row->facet ? commonest(view, row->facet) : NULL;
    if (!value)
        return french ? row->fr : row->en;
    const char *quote = strchr(value, ' ') ? "\"" : "";
    return arena_printf(view->arena, "%s:%s%s%s", french ? row->fr_field : row->en_field, quote, value, quote);
}

void page_help(struct html *html, const struct view *view, bool open)
{
    html_open(html, HTML_DETAILS);
    html_attribute(html, HTML_CLASS, "help");
    if (open)
        html_flag(html, HTML_OPEN);
    html_element(html, HTML_SUMMARY, NULL, message(view->ui, MESSAGE_HELP));
    html_open(html, HTML_DL);
    for (size_t i = 0; i < sizeof help_rows / sizeof *help_rows; i++) {
        const char *example = help_example(view, &help_rows[i]);
        bool finds = !help_rows[i].facet || commonest(view, help_rows[i].facet); /* as far as is known */
        html_open(html, HTML_DT);
        page_link(html, view->params && finds ? page_fresh_link(view, PARAM_Q, example) : NULL, NULL, example);
        html_close(html);
        html_element(html, HTML_DD, NULL, message(view->ui, help_rows[i].says));
    }
    html_close(html);
    html_close(html);
}
