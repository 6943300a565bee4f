/* What several renderers write. */
#include "html.h"
#include "messages.h"
#include "render.h"

const char *snippet_plain(struct arena *arena, const struct snippet *snippet)
{
    struct buf out = BUF_INIT(arena);
    if (snippet->cut_before)
        buf_add_string(&out, "… ");
    for (size_t i = 0; i < snippet->fragments.count; i++)
        buf_add_slice(&out, snippet->fragments.items[i].text);
    if (snippet->cut_after)
        buf_add_string(&out, " …");
    return buf_slice(&out).bytes;
}

const char *page_address(const struct view *view, const char *link)
{
    const char *base = view->config->base_url ? view->config->base_url : view->self;
    return arena_printf(view->arena, "%s%s", base, link);
}

/* Of a site, or of this one ("/reports/a.html"). */
static bool is_web_address(const char *url)
{
    return url && html_url_is_safe(url) &&
           (url[0] == '/' || strncmp(url, "http:", 5) == 0 || strncmp(url, "https:", 6) == 0);
}

const char *hit_address(const struct view *view, const struct result_hit *hit)
{
    if (is_web_address(hit->url))
        return hit->url;
    if (!view->params && !view->config->base_url)
        return hit->url && html_url_is_safe(hit->url) ? hit->url : NULL;
    struct buf link = BUF_INIT(view->arena);
    buf_add_string(&link, "?doc=");
    percent_encode(&link, slice_of(hit->report_id));
    return page_address(view, link.bytes);
}

const char *error_title(const struct view *view)
{
    static const struct { unsigned http_status; enum message title; } titles[] = {
        { 404, MESSAGE_ERROR_NOT_FOUND }, { 405, MESSAGE_ERROR_METHOD }, { 413, MESSAGE_ERROR_TOO_LONG },
        { 414, MESSAGE_ERROR_TOO_LONG },
    };
    if (view->http_status == 404 && view->error->status != STATUS_NOT_FOUND)
        return message(view->ui, MESSAGE_ERROR_NO_PAGE);
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (titles[i].http_status == view->http_status)
            return message(view->ui, titles[i].title);
    if (view->http_status >= 500)
        return message(view->ui, MESSAGE_ERROR_UNAVAILABLE);
    return message(view->ui, view->error->status == STATUS_QUERY ? MESSAGE_ERROR_QUERY : MESSAGE_ERROR_REQUEST);
}

const char *error_detail(const struct view *view)
{
    if (view->http_status >= 500)
        return message(view->ui, MESSAGE_ERROR_UNAVAILABLE_HINT);
    if (view->http_status == 404 && view->error->status == STATUS_NOT_FOUND)
        return message(view->ui, MESSAGE_ERROR_NOT_FOUND_HINT);
    return view->error->message;
}
