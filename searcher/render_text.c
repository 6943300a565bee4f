/* For a terminal: title, when and where, then the best passages with their speakers. */
#include "messages.h"
#include "render.h"

#define BOLD "\033[1m"
#define DIM "\033[2m"
#define PLAIN "\033[0m"

static void styled(const struct view *view, struct buf *out, const char *style, struct slice text)
{
    if (view->colour)
        buf_add_string(out, style);
    /* Control characters of a report never reach the terminal. */
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.bytes[i];
        bool c1 = c == 0xC2 && i + 1 < text.length && (unsigned char)text.bytes[i + 1] < 0xA0;
        if (c1)
            i++;
        buf_add_char(out, c < 0x20 || c == 0x7F || c1 ? ' ' : (char)c);
    }
    if (view->colour)
        buf_add_string(out, PLAIN);
}

static void plain(struct buf *out, struct slice text)
{
    styled(&(struct view){ .colour = false }, out, "", text);
}

static void words(struct buf *out, const char *text)
{
    plain(out, slice_of(text));
}

static void about_line(const struct view *view, const struct result_hit *hit, struct buf *out)
{
    const char *date = date_words(view->arena, view->ui, hit->date);
    const char *parts[4] = { NULL };
    size_t count = 0;
    if (date)
        parts[count++] = hit->date_source == DATE_SOURCE_PUBLISHED
                             ? message_with(view->arena, view->ui, MESSAGE_PUBLISHED, date) : date;
    if (hit->place)
        parts[count++] = hit->place;
    if (hit->author)
        parts[count++] = message_with(view->arena, view->ui, MESSAGE_BY_AUTHOR, hit->author);
    if (hit->url || hit->file)
        parts[count++] = hit->url ? hit->url : hit->file;
    buf_add_string(out, "   ");
    for (size_t i = 0; i < count; i++) {
        if (i)
            buf_add_string(out, " · ");
        styled(view, out, DIM, slice_of(parts[i]));
    }
    buf_add_char(out, '\n');
}

static void speaker(const struct view *view, const struct result_passage *passage, struct buf *out)
{
    if (!passage->speaker)
        return;
    styled(view, out, BOLD, slice_of(passage->speaker));
    if (passage->role) {
        buf_add_string(out, " (");
        words(out, passage->role);
        buf_add_char(out, ')');
    }
    buf_add_string(out, ": ");
}

static void snippet(const struct view *view, const struct snippet *of, struct buf *out)
{
    if (of->cut_before)
        buf_add_string(out, "… ");
    for (size_t i = 0; i < of->fragments.count; i++) {
        const struct fragment *fragment = &of->fragments.items[i];
        if (fragment->match)
            styled(view, out, BOLD, fragment->text);
        else
            plain(out, fragment->text);
    }
    if (of->cut_after)
        buf_add_string(out, " …");
    buf_add_char(out, '\n');
}

static void passage(const struct view *view, const struct result_passage *of, struct buf *out)
{
    if (!of->lines.count) {
        buf_add_string(out, "   - ");
        if (of->attachment) {
            buf_add_char(out, '[');
            words(out, message_with(view->arena, view->ui, MESSAGE_IN_ATTACHMENT, of->attachment));
            buf_add_string(out, "] ");
        }
        speaker(view, of, out);
        snippet(view, &of->snippet, out);
        return;
    }
    for (size_t i = 0; i < of->lines.count; i++) {
        buf_add_string(out, "   ");
        plain(out, of->lines.items[i].before);
        buf_add_string(out, view->colour ? " " : " [");
        styled(view, out, BOLD, of->lines.items[i].match);
        buf_add_string(out, view->colour ? " " : "] ");
        plain(out, of->lines.items[i].after);
        if (of->speaker) {
            buf_add_string(out, "  -- ");
            words(out, of->speaker);
        }
        buf_add_char(out, '\n');
    }
}

static void list_line(const struct view *view, struct buf *out, enum message which, const string_list *list)
{
    struct buf joined = BUF_INIT(view->arena);
    for (size_t i = 0; i < list->count; i++) {
        if (i)
            buf_add_string(&joined, ", ");
        buf_add_string(&joined, list->items[i]);
    }
    words(out, message_with(view->arena, view->ui, which, buf_slice(&joined).bytes));
    buf_add_char(out, '\n');
}

static void hit(const struct view *view, const struct result_hit *of, size_t rank, struct buf *out)
{
    buf_printf(out, "%zu. ", rank);
    styled(view, out, BOLD, slice_of(of->title ? of->title : of->file));
    buf_add_char(out, '\n');
    about_line(view, of, out);
    if (of->missing.count) {
        buf_add_string(out, "   ");
        list_line(view, out, MESSAGE_PARTIAL, &of->missing);
    }
    for (size_t i = 0; i < of->passages.count; i++)
        passage(view, &of->passages.items[i], out);
    if (of->explanation)
        buf_printf(out, "%s\n", of->explanation);
    buf_add_char(out, '\n');
}

static void totals(const struct view *view, struct buf *out)
{
    const struct result *result = view->result;
    const char *count = message_count(view->arena, view->ui, result->unit == UNIT_PASSAGE ? MESSAGE_PASSAGES
                                                                                        : MESSAGE_REPORTS,
                                      result->total);
    if (!result->total_is_exact)
        count = message_with(view->arena, view->ui, MESSAGE_ABOUT, count);
    buf_add_string(out, count);
    if (result->hits.count && (result->offset || result->hits.count < result->total))
        buf_printf(out, " (%u-%zu)", result->offset + 1, result->offset + result->hits.count);
    buf_printf(out, ", %.1f ms\n", result->took_ms);
}

static void facets(const struct view *view, struct buf *out)
{
    for (size_t i = 0; i < view->result->facets.count; i++) {
        const struct facet *facet = &view->result->facets.items[i];
        buf_printf(out, "\n%s\n", facet->name);
        for (size_t j = 0; j < facet->values.count; j++) {
            buf_printf(out, "%7u  ", facet->values.items[j].count);
            words(out, facet->values.items[j].value);
            if (facet->values.items[j].kind)
                buf_printf(out, " (%s)", place_kind_words(view->ui, facet->values.items[j].kind, false));
            buf_add_char(out, '\n');
        }
    }
}

void render_text(const struct view *view, struct buf *out)
{
    const struct result *result = view->result;
    if (result->corrected) {
        words(out, message_with(view->arena, view->ui, MESSAGE_CORRECTED, result->corrected));
        buf_add_string(out, "\n");
    }
    for (size_t i = 0; i < result->hits.count; i++) {
        bool first_partial = result->hits.items[i].partial && (i == 0 || !result->hits.items[i - 1].partial);
        if (first_partial)
            buf_printf(out, "-- %s\n\n", message(view->ui, MESSAGE_PARTIAL_FOLLOW));
        hit(view, &result->hits.items[i], result->offset + i + 1, out);
    }
    if (result->missing.count)
        list_line(view, out, MESSAGE_MISSING, &result->missing);
    for (size_t i = 0; i < result->notes.count; i++) {
        words(out, result->notes.items[i]);
        buf_add_char(out, '\n');
    }
    totals(view, out);
    if (result->suggestion) {
        buf_printf(out, "%s ", message(view->ui, MESSAGE_DID_YOU_MEAN));
        words(out, result->suggestion);
        buf_add_char(out, '\n');
    }
    facets(view, out);
}

void render_explanation(const struct view *view, struct buf *out)
{
    if (view->result->explanation)
        buf_printf(out, "\n%s\n", view->result->explanation);
}

void render_suggestions_text(const struct view *view, struct buf *out)
{
    for (size_t i = 0; i < view->suggestions->count; i++) {
        words(out, view->suggestions->items[i].value);
        buf_printf(out, "\t%u\n", view->suggestions->items[i].count);
    }
}

/* Plain text that keeps its lines. */
static void lines(struct buf *out, struct slice text)
{
    while (text.length) {
        const char *end = memchr(text.bytes, '\n', text.length);
        size_t length = end ? (size_t)(end - text.bytes) : text.length;
        plain(out, (struct slice){ text.bytes, length });
        if (end)
            buf_add_char(out, '\n');
        text.bytes += length + (end != NULL);
        text.length -= length + (end != NULL);
    }
}

/* The text with a line before each passage whose speaker changes, and the matches in bold. */
void render_reading_text(const struct view *view, struct buf *out)
{
    const struct record *record = view->reading->record;
    const span_list *matches = &view->reading->matches;
    const char *last = NULL;
    size_t next = 0;
    styled(view, out, BOLD, slice_of(record->title ? record->title : record->file));
    buf_add_string(out, "\n\n");
    for (size_t i = 0; i < record->passages.count; i++) {
        const struct passage *of = &record->passages.items[i];
        if (of->speaker && (!last || strcmp(last, of->speaker) != 0)) {
            buf_add_char(out, '[');
            styled(view, out, BOLD, slice_of(of->speaker));
            buf_add_string(out, "]\n");
        }
        last = of->speaker;
        uint32_t at = of->start;
        while (next < matches->count && matches->items[next].start < at)
            next++;
        for (; next < matches->count && matches->items[next].end <= of->end; next++) {
            struct span match = matches->items[next];
            lines(out, reading_text(view->reading, at, match.start));
            styled(view, out, BOLD, reading_text(view->reading, match.start, match.end));
            at = match.end;
        }
        lines(out, reading_text(view->reading, at, of->end));
        buf_add_string(out, "\n\n");
    }
}
