/* page.h - the parts of a page, written with html.h: frame, form, filters, one hit. Used by render_html.c,
 * render_reading.c and page_error.c. */
#ifndef TRIBUNE_PAGE_H
#define TRIBUNE_PAGE_H

#include "formats.h"
#include "html.h"
#include "messages.h"
#include "render.h"

/* From the doctype to inside <body>, past the header; TITLE is the page's own. The form is in the header. */
void page_open(struct html *html, const struct view *view, const char *title);
/* The footer, and everything that is open. */
void page_close(struct html *html, const struct view *view);
/* How to search, with examples that are links. */
void page_help(struct html *html, const struct view *view, bool open);

/* The chosen filters, each with a link that removes it. */
void page_chips(struct html *html, const struct view *view);
/* The facets, as lists of links with counts; the years as a timeline. */
void page_facets(struct html *html, const struct view *view);
/* The years as an SVG whose bars are links. */
void page_timeline(struct html *html, const struct view *view, const struct facet *years);

void page_hit(struct html *html, const struct view *view, const struct result_hit *hit);
void page_snippet(struct html *html, const struct snippet *snippet);
/* The date in words with its ISO form; nothing when there is none. SOURCE tells a publication date from an event's.
 * */
void page_date(struct html *html, const struct view *view, struct interval date, enum date_source source);

/* Writes <a href=URL class=CLASS>TEXT</a>, or a span where the URL can't be a link. */
void page_link(struct html *html, const char *url, const char *class, const char *text);

/* "?doc=…" with the words to highlight; "?PARAM=VALUE" alone, keeping the language chosen. */
const char *page_doc_link(const struct view *view, const char *report_id);
const char *page_fresh_link(const struct view *view, enum param param, const char *value);

#endif
