/* Error pages: what is wrong, where, and what to do about it. */
#include "page.h"
#include "utf8.h"

/* The query with the word at the error's column marked. */
static void marked_query(struct html *html, const struct view *view)
{
    const char *query = params_get(view->params, PARAM_Q);
    if (!query || !view->error->column)
        return;
    size_t length = strlen(query), at = 0, step = 0;
    for (unsigned column = 1; column < view->error->column && at < length; column++) {
        utf8_decode(query + at, length - at, &step);
        at += step;
    }
    step = at < length ? strcspn(query + at, " ") : 0;
    if (at < length && !step)
        step = 1;
    html_open(html, HTML_P);
    html_attribute(html, HTML_CLASS, "query");
    html_text_slice(html, (struct slice){ query, at });
    html_open(html, HTML_MARK);
    html_text_slice(html, step ? (struct slice){ query + at, step } : SLICE("\xC2\xA0"));
    html_close(html);
    html_text_slice(html, (struct slice){ query + at + step, length - at - step });
    html_close(html);
}

void render_error_html(const struct view *view, struct buf *out)
{
    struct html html = HTML_INIT(out);
    page_open(&html, view, error_title(view));
    html_open(&html, HTML_MAIN);
    html_attribute(&html, HTML_ID, "main");
    html_attribute(&html, HTML_CLASS, "error");
    html_element(&html, HTML_H1, NULL, error_title(view));
    marked_query(&html, view);
    html_element(&html, HTML_P, NULL, error_detail(view));
    html_open(&html, HTML_P);
    page_link(&html, page_fresh_link(view, PARAM_Q, NULL), NULL, message(view->ui, MESSAGE_BACK_TO_SEARCH));
    html_close(&html);
    if (view->error->status == STATUS_QUERY)
        page_help(&html, view, true);
    page_close(&html, view);
}
