/* html.h - writes HTML and XML into a buf. The only module that writes `<`.
 *
 * Elements and attributes are enums, text and attribute values go in escaped, URLs are checked, and what was opened
 * is closed in order: a page that escapes too little, or nests wrongly, can't be expressed.
 *
 *     struct html page = HTML_INIT(&buf);
 *     html_open(&page, HTML_A); html_url(&page, HTML_HREF, url); html_text(&page, title); html_close(&page);
 *
 * Invalid UTF-8 and characters that HTML forbids become U+FFFD. Memory is the buf's. Closing more than was opened,
 * nesting deeper than HTML_DEPTH, or an attribute after text are defects of the caller: they abort. */
#ifndef TRIBUNE_HTML_H
#define TRIBUNE_HTML_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"

enum { HTML_DEPTH = 48 };

enum html_element {
    HTML_A, HTML_ABBR, HTML_ARTICLE, HTML_ASIDE, HTML_B, HTML_BODY, HTML_BR, HTML_BUTTON, HTML_CAPTION, HTML_CITE,
    HTML_CODE, HTML_DD, HTML_DETAILS, HTML_DIV, HTML_DL, HTML_DT, HTML_EM, HTML_FIELDSET, HTML_FOOTER, HTML_FORM,
    HTML_H1, HTML_H2, HTML_H3, HTML_H4, HTML_HEAD, HTML_HEADER, HTML_HTML, HTML_INPUT, HTML_LABEL, HTML_LEGEND,
    HTML_LI, HTML_LINK, HTML_MAIN, HTML_MARK, HTML_META, HTML_NAV, HTML_OL, HTML_OPTION, HTML_P, HTML_PRE,
    HTML_SEARCH,
    HTML_SECTION, HTML_SELECT, HTML_SPAN, HTML_STRONG, HTML_SUMMARY, HTML_TABLE, HTML_TBODY, HTML_TD, HTML_TH,
    HTML_THEAD, HTML_TIME, HTML_TITLE, HTML_TR, HTML_UL,
    SVG_G, SVG_RECT, SVG_SVG, SVG_TEXT,
    /* Atom (RFC 4287) and OpenSearch 1.1 */
    XML_AUTHOR, XML_CATEGORY, XML_CONTENT, XML_ENTRY, XML_FEED, XML_GENERATOR, XML_ID, XML_LINK, XML_NAME,
    XML_OS_DESCRIPTION, XML_OS_DOCUMENT, XML_OS_INPUT_ENCODING, XML_OS_ITEMS_PER_PAGE, XML_OS_LANGUAGE,
    XML_OS_SHORT_NAME, XML_OS_START_INDEX, XML_OS_TOTAL_RESULTS, XML_OS_URL, XML_PUBLISHED, XML_SUMMARY, XML_TITLE,
    XML_UPDATED,
    HTML_ELEMENT_COUNT
};

enum html_attribute {
    HTML_ACTION, HTML_ARIA_CURRENT, HTML_ARIA_DESCRIBEDBY, HTML_ARIA_HIDDEN, HTML_ARIA_LABEL, HTML_ARIA_LABELLEDBY,
    HTML_AUTOCOMPLETE, HTML_AUTOFOCUS, HTML_CHARSET, HTML_CHECKED, HTML_CLASS, HTML_CONTENT, HTML_DATETIME, HTML_DIR,
    HTML_ENTERKEYHINT, HTML_FOR, HTML_HREF, HTML_HREFLANG, HTML_ID, HTML_LANG, HTML_MAXLENGTH, HTML_MEDIA,
    HTML_METHOD, HTML_NAME, HTML_OPEN, HTML_PATTERN, HTML_PLACEHOLDER, HTML_REL, HTML_ROLE, HTML_SCOPE,
    HTML_SELECTED, HTML_START, HTML_TABINDEX, HTML_TITLE_TEXT, HTML_TYPE, HTML_VALUE,
    SVG_HEIGHT, SVG_RX, SVG_VIEW_BOX, SVG_WIDTH, SVG_X, SVG_Y,
    XML_NAMESPACE, XML_NAMESPACE_OS, XML_TEMPLATE, XML_TERM,
    HTML_ATTRIBUTE_COUNT
};

struct html {
    struct buf *out;
    bool xml;        /* XML: empty elements close themselves */
    bool in_tag;     /* a start tag is open: attributes may follow */
    unsigned depth;
    enum html_element open[HTML_DEPTH];
};

#define HTML_INIT(to) { .out = (to) }
#define XML_INIT(to) { .out = (to), .xml = true }

void html_doctype(struct html *html); /* or the XML declaration */
void html_open(struct html *html, enum html_element element);
void html_close(struct html *html);   /* the innermost open element */
void html_close_to(struct html *html, unsigned depth); /* until DEPTH elements are open */

/* Attributes of the element just opened. URL attributes (href, action) are only taken by html_url(). */
void html_attribute(struct html *html, enum html_attribute attribute, const char *value);
void html_attribute_int(struct html *html, enum html_attribute attribute, int64_t value);
void html_flag(struct html *html, enum html_attribute attribute); /* without a value: checked, selected */
/* Writes nothing and returns false unless the URL is relative or begins with http:, https: or mailto:. */
bool html_url(struct html *html, enum html_attribute attribute, const char *url);

void html_text(struct html *html, const char *text); /* NULL writes nothing */
void html_text_slice(struct html *html, struct slice text);
void html_text_int(struct html *html, int64_t value);

/* Opens, writes TEXT and closes; CLASS may be NULL. */
void html_element(struct html *html, enum html_element element, const char *class, const char *text);

/* A style sheet of ours inside a page that has to stand alone. It is written as it is; one that holds `<` is
 * refused. */
void html_own_style_sheet_unescaped(struct html *html, const char *style_sheet);

/* Does a page accept this URL as a link? (See html_url.) */
bool html_url_is_safe(const char *url);

#endif
