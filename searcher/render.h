/* render.h - answers as bytes: one function per format. They see plain results (result.h), never Xapian.
 *
 * Every one appends to OUT, whose arena is the view's; none can fail but by the arena. */
#ifndef TRIBUNE_RENDER_H
#define TRIBUNE_RENDER_H

#include "config.h"
#include "error.h"
#include "json_write.h"
#include "params.h"
#include "reading.h"
#include "result.h"
#include "search.h"

struct view {
    const struct result *result;     /* NULL for pages that show none */
    const struct reading *reading;   /* of the reading page */
    const suggestion_list *suggestions;
    const struct error *error;       /* of an error page */
    const struct config *config;
    const struct params *params;     /* NULL on the command line: then a page has no form and no links to searches */
    const char *self;                /* path of the search page ("/cgi-bin/tribune.cgi"); "" when unknown */
    const char *run, *query_id;      /* of a TREC run */
    const char *similar;             /* id of the report that others are like */
    enum language ui;                /* of the page's words */
    unsigned http_status;            /* of an error page */
    bool home;                       /* nothing was asked: the page that welcomes */
    bool colour;                     /* text: the terminal shows bold */
    struct arena *arena;
};

typedef void render_function(const struct view *view, struct buf *out);

render_function render_text, render_json, render_jsonl, render_csv, render_tsv, render_html, render_atom, render_ris,
    render_bibtex, render_trec, render_opensearch;
render_function render_explanation;                            /* --explain, after the text */
render_function render_reading, render_reading_text, render_reading_json; /* one report */
render_function render_suggestions_text, render_suggestions_json;
render_function render_error_html;     /* an error page that helps */
render_function render_problem;        /* application/problem+json (RFC 9457) */

/* What several renderers write. */
const char *error_title(const struct view *view);  /* what went wrong, in a few words */
const char *error_detail(const struct view *view); /* more: of defects on our side no details, they go to the log */
const char *snippet_plain(struct arena *arena, const struct snippet *snippet);

/* Where this hit is read: its own address when that is a web address, else our reading page; NULL without either. */
const char *hit_address(const struct view *view, const struct result_hit *hit);

/* LINK ("?q=…") as a whole address when base_url is set, else after `self`. */
const char *page_address(const struct view *view, const char *link);

#endif
