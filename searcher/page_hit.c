/* One hit: title, when and where, who spoke, the best passages with their speakers. */
#include "page.h"

enum { SPEAKERS_SHOWN = 6 };

void page_date(struct html *html, const struct view *view, struct interval date, enum date_source source)
{
    const char *words = date_words(view->arena, view->ui, date), *iso = date_iso(view->arena, date);
    if (!words)
        return;
    bool one_day = iso && date.start == date.end; /* <time> knows no intervals */
    html_open(html, one_day ? HTML_TIME : HTML_SPAN);
    if (one_day)
        html_attribute(html, HTML_DATETIME, iso);
    html_text(html, source == DATE_SOURCE_PUBLISHED ? message_with(view->arena, view->ui, MESSAGE_PUBLISHED, words)
                                                    : words);
    html_close(html);
}

void page_snippet(struct html *html, const struct snippet *snippet)
{
    if (snippet->cut_before)
        html_text(html, "… ");
    for (size_t i = 0; i < snippet->fragments.count; i++) {
        const struct fragment *fragment = &snippet->fragments.items[i];
        if (fragment->match)
            html_open(html, HTML_MARK);
        html_text_slice(html, fragment->text);
        if (fragment->match)
            html_close(html);
    }
    if (snippet->cut_after)
        html_text(html, "\xC2\xA0…"); /* never alone on a line */
}

static void separated(struct html *html, bool *first)
{
    if (!*first)
        html_text(html, " · ");
    *first = false;
}

static void about_line(struct html *html, const struct view *view, const struct result_hit *hit)
{
    bool first = true;
    html_open(html, HTML_P);
    html_attribute(html, HTML_CLASS, "about");
    if (!interval_is_none(hit->date)) {
        separated(html, &first);
        page_date(html, view, hit->date, hit->date_source);
    }
    if (hit->place) {
        separated(html, &first);
        page_link(html, view->params ? page_fresh_link(view, PARAM_PLACE, hit->place) : NULL, NULL, hit->place);
    }
    if (hit->author) {
        separated(html, &first);
        html_text(html, message_with(view->arena, view->ui, MESSAGE_BY_AUTHOR, hit->author));
    }
    if (hit->type && strcmp(hit->type, report_type_name(REPORT_PDF)) == 0) {
        separated(html, &first);
        html_element(html, HTML_SPAN, "type", hit->type);
    }
    html_close(html);
}

static void speakers_line(struct html *html, const struct view *view, const struct result_hit *hit)
{
    size_t shown = hit->speakers.count > SPEAKERS_SHOWN + 1 ? SPEAKERS_SHOWN : hit->speakers.count;
    if (!shown)
        return;
    html_open(html, HTML_P);
    html_attribute(html, HTML_CLASS, "speakers");
    html_element(html, HTML_SPAN, "hidden", message(view->ui, MESSAGE_SPEAKERS));
    html_text(html, " ");
    for (size_t i = 0; i < shown; i++) {
        if (i)
            html_text(html, ", ");
        page_link(html, view->params ? page_fresh_link(view, PARAM_SPEAKER, hit->speakers.items[i]) : NULL, NULL,
                  hit->speakers.items[i]);
    }
    if (shown < hit->speakers.count) {
        html_text(html, " ");
        html_text(html, message_count(view->arena, view->ui, MESSAGE_MORE_SPEAKERS, hit->speakers.count - shown));
    }
    html_close(html);
}

static bool same_text(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

/* BEFORE is the passage shown above it; NULL. */
static void passage(struct html *html, const struct view *view, const struct result_hit *hit,
                    const struct result_passage *of, const struct result_passage *before)
{
    const char *language = hit->language;
    bool stands_above = same_text(of->heading, hit->title) ||
                        (before && !before->speaker && same_text(of->heading, before->heading));
    html_open(html, HTML_LI);
    if (of->speaker) {
        html_open(html, HTML_P);
        html_attribute(html, HTML_CLASS, "who");
        page_link(html, view->params ? page_fresh_link(view, PARAM_SPEAKER, of->speaker) : NULL, "name", of->speaker);
        if (of->role) {
            html_text(html, " ");
            html_element(html, HTML_SPAN, "role", of->role);
        }
        html_close(html);
    } else if (of->heading && !stands_above) {
        html_element(html, HTML_P, "who heading", of->heading);
    }
    if (of->attachment)
        html_element(html, HTML_P, "who", message_with(view->arena, view->ui, MESSAGE_IN_ATTACHMENT, of->attachment));
    html_open(html, HTML_P);
    html_attribute(html, HTML_CLASS, "said");
    if (language && language[0])
        html_attribute(html, HTML_LANG, language);
    page_snippet(html, &of->snippet);
    if (of->url && html_url_is_safe(of->url)) {
        html_text(html, "\xC2\xA0"); /* the arrow never stands alone on a line */
        html_open(html, HTML_A);
        html_url(html, HTML_HREF, of->url);
        html_attribute(html, HTML_CLASS, "go");
        html_attribute(html, HTML_TITLE_TEXT, message(view->ui, MESSAGE_OPEN_PASSAGE));
        html_attribute(html, HTML_ARIA_LABEL, message(view->ui, MESSAGE_OPEN_PASSAGE));
        html_text(html, "↗");
        html_close(html);
    }
    html_close(html);
    html_close(html);
}

static void actions(struct html *html, const struct view *view, const struct result_hit *hit)
{
    if (!view->params)
        return;
    html_open(html, HTML_P);
    html_attribute(html, HTML_CLASS, "actions");
    bool has_words = params_get(view->params, PARAM_Q) != NULL;
    page_link(html, page_doc_link(view, hit->report_id), NULL,
              message(view->ui, has_words ? MESSAGE_READ : MESSAGE_READ_HERE));
    html_text(html, " ");
    page_link(html, page_fresh_link(view, PARAM_SIMILAR, hit->report_id), NULL, message(view->ui, MESSAGE_SIMILAR));
    if (hit->passages_matching > hit->passages.count && view->result->unit == UNIT_REPORT) {
        html_text(html, " ");
        html_element(html, HTML_SPAN, NULL,
                     message_count(view->arena, view->ui, MESSAGE_MORE_PASSAGES, hit->passages_matching));
    }
    if (hit->duplicates) {
        html_text(html, " ");
        html_element(html, HTML_SPAN, NULL,
                     message_count(view->arena, view->ui, MESSAGE_DUPLICATES, hit->duplicates));
    }
    html_close(html);
}

void page_hit(struct html *html, const struct view *view, const struct result_hit *hit)
{
    html_open(html, HTML_ARTICLE);
    html_open(html, HTML_H2);
    if (hit->language && hit->language[0])
        html_attribute(html, HTML_LANG, hit->language);
    page_link(html, hit_address(view, hit), NULL, hit->title ? hit->title : hit->file ? hit->file : hit->id);
    html_close(html);
    about_line(html, view, hit);
    if (hit->missing.count) {
        struct buf words = BUF_INIT(view->arena);
        for (size_t i = 0; i < hit->missing.count; i++)
            buf_printf(&words, "%s%s", i ? ", " : "", hit->missing.items[i]);
        html_element(html, HTML_P, "missing", message_with(view->arena, view->ui, MESSAGE_PARTIAL, words.bytes));
    }
    if (view->result->unit == UNIT_REPORT)
        speakers_line(html, view, hit);
    if (hit->passages.count) {
        html_open(html, HTML_UL);
        html_attribute(html, HTML_CLASS, "passages");
        for (size_t i = 0; i < hit->passages.count; i++)
            passage(html, view, hit, &hit->passages.items[i], i ? &hit->passages.items[i - 1] : NULL);
        html_close(html);
    }
    actions(html, view, hit);
    html_close(html);
}
