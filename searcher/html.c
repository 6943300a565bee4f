#include "html.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#include "utf8.h"

struct element_row {
    const char *name;
    bool is_void; /* HTML: no content, no end tag */
};

static const struct element_row elements[HTML_ELEMENT_COUNT] = {
    [HTML_A] = { "a", false }, [HTML_ABBR] = { "abbr", false }, [HTML_ARTICLE] = { "article", false },
    [HTML_ASIDE] = { "aside", false }, [HTML_B] = { "b", false }, [HTML_BODY] = { "body", false },
    [HTML_BR] = { "br", true }, [HTML_BUTTON] = { "button", false }, [HTML_CAPTION] = { "caption", false },
    [HTML_CITE] = { "cite", false }, [HTML_CODE] = { "code", false }, [HTML_DD] = { "dd", false },
    [HTML_DETAILS] = { "details", false }, [HTML_DIV] = { "div", false }, [HTML_DL] = { "dl", false },
    [HTML_DT] = { "dt", false }, [HTML_EM] = { "em", false }, [HTML_FIELDSET] = { "fieldset", false },
    [HTML_FOOTER] = { "footer", false }, [HTML_FORM] = { "form", false }, [HTML_H1] = { "h1", false },
    [HTML_H2] = { "h2", false }, [HTML_H3] = { "h3", false }, [HTML_H4] = { "h4", false },
    [HTML_HEAD] = { "head", false },
    [HTML_HEADER] = { "header", false }, [HTML_HTML] = { "html", false }, [HTML_INPUT] = { "input", true },
    [HTML_LABEL] = { "label", false }, [HTML_LEGEND] = { "legend", false }, [HTML_LI] = { "li", false },
    [HTML_LINK] = { "link", true }, [HTML_MAIN] = { "main", false }, [HTML_MARK] = { "mark", false },
    [HTML_META] = { "meta", true }, [HTML_NAV] = { "nav", false }, [HTML_OL] = { "ol", false },
    [HTML_OPTION] = { "option", false }, [HTML_P] = { "p", false }, [HTML_PRE] = { "pre", false },
    [HTML_SEARCH] = { "search", false }, [HTML_SECTION] = { "section", false }, [HTML_SELECT] = { "select", false },
    [HTML_SPAN] = { "span", false }, [HTML_STRONG] = { "strong", false }, [HTML_SUMMARY] = { "summary", false },
    [HTML_TABLE] = { "table", false }, [HTML_TBODY] = { "tbody", false }, [HTML_TD] = { "td", false },
    [HTML_TH] = { "th", false }, [HTML_THEAD] = { "thead", false }, [HTML_TIME] = { "time", false },
    [HTML_TITLE] = { "title", false }, [HTML_TR] = { "tr", false }, [HTML_UL] = { "ul", false },
    [SVG_G] = { "g", false }, [SVG_RECT] = { "rect", false }, [SVG_SVG] = { "svg", false },
    [SVG_TEXT] = { "text", false },
    [XML_AUTHOR] = { "author", false }, [XML_CATEGORY] = { "category", true }, [XML_CONTENT] = { "content", false },
    [XML_ENTRY] = { "entry", false }, [XML_FEED] = { "feed", false }, [XML_GENERATOR] = { "generator", false },
    [XML_ID] = { "id", false }, [XML_LINK] = { "link", true }, [XML_NAME] = { "name", false },
    [XML_OS_DESCRIPTION] = { "Description", false }, [XML_OS_DOCUMENT] = { "OpenSearchDescription", false },
    [XML_OS_INPUT_ENCODING] = { "InputEncoding", false },
    [XML_OS_ITEMS_PER_PAGE] = { "opensearch:itemsPerPage", false }, [XML_OS_LANGUAGE] = { "Language", false },
    [XML_OS_SHORT_NAME] = { "ShortName", false }, [XML_OS_START_INDEX] = { "opensearch:startIndex", false },
    [XML_OS_TOTAL_RESULTS] = { "opensearch:totalResults", false }, [XML_OS_URL] = { "Url", true },
    [XML_PUBLISHED] = { "published", false }, [XML_SUMMARY] = { "summary", false }, [XML_TITLE] = { "title", false },
    [XML_UPDATED] = { "updated", false },
};

struct attribute_row {
    const char *name;
    bool is_url;
};

static const struct attribute_row attributes[HTML_ATTRIBUTE_COUNT] = {
    [HTML_ACTION] = { "action", true }, [HTML_ARIA_CURRENT] = { "aria-current", false },
    [HTML_ARIA_DESCRIBEDBY] = { "aria-describedby", false }, [HTML_ARIA_HIDDEN] = { "aria-hidden", false },
    [HTML_ARIA_LABEL] = { "aria-label", false },
    [HTML_ARIA_LABELLEDBY] = { "aria-labelledby", false }, [HTML_AUTOCOMPLETE] = { "autocomplete", false },
    [HTML_AUTOFOCUS] = { "autofocus", false }, [HTML_CHARSET] = { "charset", false },
    [HTML_CHECKED] = { "checked", false }, [HTML_CLASS] = { "class", false }, [HTML_CONTENT] = { "content", false },
    [HTML_DATETIME] = { "datetime", false }, [HTML_DIR] = { "dir", false },
    [HTML_ENTERKEYHINT] = { "enterkeyhint", false }, [HTML_FOR] = { "for", false }, [HTML_HREF] = { "href", true },
    [HTML_HREFLANG] = { "hreflang", false }, [HTML_ID] = { "id", false }, [HTML_LANG] = { "lang", false },
    [HTML_MAXLENGTH] = { "maxlength", false }, [HTML_MEDIA] = { "media", false }, [HTML_METHOD] = { "method", false },
    [HTML_NAME] = { "name", false }, [HTML_OPEN] = { "open", false }, [HTML_PATTERN] = { "pattern", false },
    [HTML_PLACEHOLDER] = { "placeholder", false }, [HTML_REL] = { "rel", false }, [HTML_ROLE] = { "role", false },
    [HTML_SCOPE] = { "scope", false }, [HTML_SELECTED] = { "selected", false }, [HTML_START] = { "start", false },
    [HTML_TABINDEX] = { "tabindex", false }, [HTML_TITLE_TEXT] = { "title", false }, [HTML_TYPE] = { "type", false },
    [HTML_VALUE] = { "value", false }, [SVG_HEIGHT] = { "height", false }, [SVG_RX] = { "rx", false },
    [SVG_VIEW_BOX] = { "viewBox", false }, [SVG_WIDTH] = { "width", false }, [SVG_X] = { "x", false },
    [SVG_Y] = { "y", false }, [XML_NAMESPACE] = { "xmlns", false },
    [XML_NAMESPACE_OS] = { "xmlns:opensearch", false }, [XML_TEMPLATE] = { "template", false },
    [XML_TERM] = { "term", false },
};

static void defect(const char *what)
{
    fprintf(stderr, "tribune-search: defect in a page: %s\n", what);
    abort();
}

/* Characters that neither HTML nor XML 1.0 may hold, even as references. */
static bool is_forbidden(uint32_t code)
{
    return code == UTF8_INVALID || (code < 0x20 && code != '\t' && code != '\n' && code != '\r') ||
           (code >= 0x7F && code <= 0x9F) || code == 0xFFFE || code == 0xFFFF;
}

static const char *reference(unsigned char c)
{
    switch (c) {
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '&': return "&amp;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return NULL;
    }
}

/* The same escapes in text and in attributes: they are all harmless in both. */
static void escaped(struct buf *out, struct slice text)
{
    size_t i = 0, run = 0;
    while (i < text.length) {
        unsigned char c = (unsigned char)text.bytes[i];
        size_t step = 1;
        const char *instead = reference(c);
        if (!instead && (c < 0x20 || c >= 0x7F) &&
            is_forbidden(c < 0x80 ? c : utf8_decode(text.bytes + i, text.length - i, &step)))
            instead = "\xEF\xBF\xBD";
        if (instead) {
            buf_add(out, text.bytes + run, i - run);
            buf_add_string(out, instead);
            run = i + step;
        }
        i += step;
    }
    buf_add(out, text.bytes + run, text.length - run);
}

static void end_start_tag(struct html *html)
{
    if (html->in_tag)
        buf_add_char(html->out, '>');
    html->in_tag = false;
}

void html_doctype(struct html *html)
{
    buf_add_string(html->out, html->xml ? "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" : "<!doctype html>\n");
}

void html_open(struct html *html, enum html_element element)
{
    if (html->depth >= HTML_DEPTH)
        defect("elements nest too deep");
    if (html->in_tag && elements[html->open[html->depth - 1]].is_void)
        defect("an element inside an empty one");
    end_start_tag(html);
    buf_add_char(html->out, '<');
    buf_add_string(html->out, elements[element].name);
    html->open[html->depth++] = element;
    html->in_tag = true;
}

void html_close(struct html *html)
{
    if (!html->depth)
        defect("an element is closed that was never opened");
    const struct element_row *row = &elements[html->open[--html->depth]];
    if (html->in_tag && html->xml) {
        buf_add_string(html->out, "/>");
        html->in_tag = false;
        return;
    }
    end_start_tag(html);
    if (!row->is_void) {
        buf_add_string(html->out, "</");
        buf_add_string(html->out, row->name);
        buf_add_char(html->out, '>');
    }
}

void html_close_to(struct html *html, unsigned depth)
{
    while (html->depth > depth)
        html_close(html);
}

static void attribute_escaped(struct html *html, enum html_attribute attribute, struct slice value)
{
    if (!html->in_tag)
        defect("an attribute outside a start tag");
    buf_add_char(html->out, ' ');
    buf_add_string(html->out, attributes[attribute].name);
    buf_add_string(html->out, "=\"");
    escaped(html->out, value);
    buf_add_char(html->out, '"');
}

void html_attribute(struct html *html, enum html_attribute attribute, const char *value)
{
    if (attributes[attribute].is_url)
        defect("a URL that is not checked");
    attribute_escaped(html, attribute, slice_of(value));
}

void html_attribute_int(struct html *html, enum html_attribute attribute, int64_t value)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%lld", (long long)value);
    html_attribute(html, attribute, digits);
}

void html_flag(struct html *html, enum html_attribute attribute)
{
    if (html->xml) {
        html_attribute(html, attribute, attributes[attribute].name);
        return;
    }
    if (!html->in_tag)
        defect("an attribute outside a start tag");
    buf_add_char(html->out, ' ');
    buf_add_string(html->out, attributes[attribute].name);
}

bool html_url_is_safe(const char *url)
{
    static const char *const schemes[] = { "http:", "https:", "mailto:" };
    for (const char *c = url; *c; c++)
        if ((unsigned char)*c <= 0x20 || *c == 0x7F) /* browsers drop some of these before they look for a scheme */
            return false;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (strncasecmp(url, schemes[i], strlen(schemes[i])) == 0)
            return true;
    size_t before_path = strcspn(url, "/?#");
    return !memchr(url, ':', before_path);
}

bool html_url(struct html *html, enum html_attribute attribute, const char *url)
{
    if (!url || !html_url_is_safe(url))
        return false;
    attribute_escaped(html, attribute, slice_of(url));
    return true;
}

void html_text_slice(struct html *html, struct slice text)
{
    if (html->in_tag && elements[html->open[html->depth - 1]].is_void)
        defect("text inside an empty element");
    end_start_tag(html);
    escaped(html->out, text);
}

void html_text(struct html *html, const char *text)
{
    html_text_slice(html, slice_of(text));
}

void html_text_int(struct html *html, int64_t value)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%lld", (long long)value);
    html_text(html, digits);
}

void html_element(struct html *html, enum html_element element, const char *class, const char *text)
{
    html_open(html, element);
    if (class)
        html_attribute(html, HTML_CLASS, class);
    html_text(html, text);
    html_close(html);
}

void html_own_style_sheet_unescaped(struct html *html, const char *style_sheet)
{
    if (strchr(style_sheet, '<'))
        defect("a style sheet that could end its element");
    end_start_tag(html);
    buf_add_string(html->out, "<style>");
    buf_add_string(html->out, style_sheet);
    buf_add_string(html->out, "</style>");
}
