/* Atom (RFC 4287) and the OpenSearch 1.1 description. */
#include "formats.h"
#include "html.h"
#include "messages.h"
#include "render.h"

static void xml_element(struct html *xml, enum html_element element, const char *text)
{
    html_element(xml, element, NULL, text);
}

static void xml_link(struct html *xml, const char *rel, const char *type, const char *url)
{
    if (!url || !html_url_is_safe(url))
        return;
    html_open(xml, XML_LINK);
    html_attribute(xml, HTML_REL, rel);
    if (type)
        html_attribute(xml, HTML_TYPE, type);
    html_url(xml, HTML_HREF, url);
    html_close(xml);
}

/* An instant: RFC 3339 at midnight UTC of the day, or of a fixed day for reports that have none. */
static const char *instant(struct arena *arena, int32_t day)
{
    char iso[ISO_DAY_BYTES] = "1970-01-01";
    if (day != DAY_NONE)
        day_format(day, iso);
    return arena_printf(arena, "%sT00:00:00Z", iso);
}

static void entry(struct html *xml, const struct view *view, const struct result_hit *hit)
{
    struct buf summary = BUF_INIT(view->arena);
    for (size_t i = 0; i < hit->passages.count; i++) {
        const struct result_passage *passage = &hit->passages.items[i];
        if (i)
            buf_add_char(&summary, '\n');
        if (passage->speaker)
            buf_printf(&summary, "%s : ", passage->speaker);
        buf_add_string(&summary, snippet_plain(view->arena, &passage->snippet));
    }
    int32_t updated = hit->published.start != DAY_NONE ? hit->published.start : hit->date.start;
    html_open(xml, XML_ENTRY);
    xml_element(xml, XML_ID, arena_printf(view->arena, "urn:tribune:%s", hit->id));
    xml_element(xml, XML_TITLE, hit->title ? hit->title : hit->file);
    xml_element(xml, XML_UPDATED, instant(view->arena, updated));
    xml_link(xml, "alternate", NULL, hit_address(view, hit));
    if (hit->author) {
        html_open(xml, XML_AUTHOR);
        xml_element(xml, XML_NAME, hit->author);
        html_close(xml);
    }
    if (hit->place) {
        html_open(xml, XML_CATEGORY);
        html_attribute(xml, XML_TERM, hit->place);
        html_close(xml);
    }
    if (summary.length)
        xml_element(xml, XML_SUMMARY, summary.bytes);
    html_close(xml);
}

/* Has to be absolute: the feed's address where the site told its own, else a name made of the query. */
static const char *feed_id(const struct view *view, const char *self)
{
    struct buf name = BUF_INIT(view->arena);
    if (self && view->config->base_url)
        return self;
    buf_add_string(&name, "urn:tribune:search:");
    percent_encode(&name, slice_of(self ? self : view->result->query ? view->result->query : ""));
    return name.bytes;
}

void render_atom(const struct view *view, struct buf *out)
{
    const struct result *result = view->result;
    struct html xml = XML_INIT(out);
    const char *self = view->params ? page_address(view, params_link_set(view->params, view->arena, PARAM_PAGE, NULL))
                                    : view->config->base_url;
    const char *page = view->config->base_url;
    if (view->params)
        page = page_address(view, params_link_drop(view->params, view->arena, PARAM_FORMAT, NULL));
    int32_t newest = DAY_NONE;
    for (size_t i = 0; i < result->hits.count; i++) {
        const struct result_hit *hit = &result->hits.items[i];
        int32_t day = hit->published.start != DAY_NONE ? hit->published.start : hit->date.start;
        newest = day > newest ? day : newest;
    }
    html_doctype(&xml);
    html_open(&xml, XML_FEED);
    html_attribute(&xml, XML_NAMESPACE, "http://www.w3.org/2005/Atom");
    html_attribute(&xml, XML_NAMESPACE_OS, "http://a9.com/-/spec/opensearch/1.1/");
    xml_element(&xml, XML_ID, feed_id(view, self));
    xml_element(&xml, XML_TITLE,
                result->query && result->query[0]
                    ? arena_printf(view->arena, "%s – %s", result->query, view->config->title) : view->config->title);
    xml_element(&xml, XML_UPDATED, instant(view->arena, newest));
    html_open(&xml, XML_AUTHOR); /* for entries that name none */
    xml_element(&xml, XML_NAME, view->config->title);
    html_close(&xml);
    xml_link(&xml, "self", format_table[FORMAT_ATOM].type, self);
    xml_link(&xml, "alternate", format_table[FORMAT_HTML].type, page);
    xml_element(&xml, XML_GENERATOR, "Tribune");
    html_open(&xml, XML_OS_TOTAL_RESULTS);
    html_text_int(&xml, result->total);
    html_close(&xml);
    html_open(&xml, XML_OS_START_INDEX);
    html_text_int(&xml, result->offset + 1);
    html_close(&xml);
    html_open(&xml, XML_OS_ITEMS_PER_PAGE);
    html_text_int(&xml, result->limit);
    html_close(&xml);
    for (size_t i = 0; i < result->hits.count; i++)
        entry(&xml, view, &result->hits.items[i]);
    html_close(&xml);
    buf_add_char(out, '\n');
}

static void template(struct html *xml, const struct view *view, const char *type, const char *link)
{
    html_open(xml, XML_OS_URL);
    html_attribute(xml, HTML_TYPE, type);
    html_attribute(xml, XML_TEMPLATE, page_address(view, link));
    html_close(xml);
}

void render_opensearch(const struct view *view, struct buf *out)
{
    enum { SHORT_NAME_MAX = 16 }; /* of the specification */
    struct html xml = XML_INIT(out);
    const char *title = view->config->title;
    html_doctype(&xml);
    html_open(&xml, XML_OS_DOCUMENT);
    html_attribute(&xml, XML_NAMESPACE, "http://a9.com/-/spec/opensearch/1.1/");
    xml_element(&xml, XML_OS_SHORT_NAME, strlen(title) <= SHORT_NAME_MAX ? title : "Tribune");
    xml_element(&xml, XML_OS_DESCRIPTION, title);
    xml_element(&xml, XML_OS_INPUT_ENCODING, "UTF-8");
    template(&xml, view, "text/html", "?q={searchTerms}&page={startPage?}");
    template(&xml, view, "application/atom+xml", "?q={searchTerms}&page={startPage?}&format=atom");
    template(&xml, view, "application/json", "?q={searchTerms}&page={startPage?}&format=json");
    xml_element(&xml, XML_OS_LANGUAGE, "fr");
    xml_element(&xml, XML_OS_LANGUAGE, "en");
    html_close(&xml);
    buf_add_char(out, '\n');
}
