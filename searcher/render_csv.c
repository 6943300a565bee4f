/* CSV (RFC 4180) and TSV: a row per hit, or per passage when that is the unit. */
#include "messages.h"
#include "render.h"

static const char *const columns[] = {
    "id", "score", "partial", "title", "date", "date_end", "place", "speakers", "author", "published", "language",
    "url", "file", "passage", "speaker", "role", "text",
};

enum { COLUMNS = sizeof columns / sizeof *columns };

/* Spreadsheets run what begins with these; a leading apostrophe makes it text (OWASP, CSV injection). */
static bool is_formula(struct slice value)
{
    return value.length && strchr("=+-@\t\r", value.bytes[0]) != NULL;
}

static void csv_cell(struct buf *out, struct slice value)
{
    bool quote = is_formula(value);
    for (size_t i = 0; i < value.length && !quote; i++)
        quote = strchr(",\"\r\n;", value.bytes[i]) != NULL;
    if (!quote) {
        buf_add_slice(out, value);
        return;
    }
    buf_add_string(out, is_formula(value) ? "\"'" : "\"");
    for (size_t i = 0; i < value.length; i++) {
        if (value.bytes[i] == '"')
            buf_add_char(out, '"');
        buf_add_char(out, value.bytes[i]);
    }
    buf_add_char(out, '"');
}

/* TSV has no quotes: white space becomes a space (IANA text/tab-separated-values). */
static void tsv_cell(struct buf *out, struct slice value)
{
    if (is_formula(value))
        buf_add_char(out, '\'');
    for (size_t i = 0; i < value.length; i++)
        buf_add_char(out, strchr("\t\r\n", value.bytes[i]) && value.bytes[i] ? ' ' : value.bytes[i]);
}

static const char *joined(struct arena *arena, const string_list *list)
{
    struct buf out = BUF_INIT(arena);
    for (size_t i = 0; i < list->count; i++) {
        if (i)
            buf_add_string(&out, "; ");
        buf_add_string(&out, list->items[i]);
    }
    return buf_slice(&out).bytes;
}

static const char *iso(struct arena *arena, int32_t day)
{
    char *out = arena_alloc(arena, ISO_DAY_BYTES);
    if (day == DAY_NONE)
        return NULL;
    day_format(day, out);
    return out;
}

static void row(struct buf *out, const char *const *cells, bool tabs)
{
    for (size_t i = 0; i < COLUMNS; i++) {
        if (i)
            buf_add_char(out, tabs ? '\t' : ',');
        (tabs ? tsv_cell : csv_cell)(out, slice_of(cells[i]));
    }
    buf_add_string(out, tabs ? "\n" : "\r\n");
}

static void rows(const struct view *view, struct buf *out, bool tabs)
{
    struct arena *arena = view->arena;
    row(out, columns, tabs);
    for (size_t i = 0; i < view->result->hits.count; i++) {
        const struct result_hit *hit = &view->result->hits.items[i];
        const struct result_passage *passage = hit->passages.count ? &hit->passages.items[0] : NULL;
        const char *cells[COLUMNS] = {
            hit->id, arena_printf(arena, "%.4f", hit->score), hit->partial ? "1" : "0", hit->title,
            iso(arena, hit->date.start), iso(arena, hit->date.end), hit->place, joined(arena, &hit->speakers),
            hit->author, iso(arena, hit->published.start), hit->language, hit->url, hit->file,
            passage ? arena_printf(arena, "%u", passage->number) : NULL, passage ? passage->speaker : NULL,
            passage ? passage->role : NULL, passage ? snippet_plain(arena, &passage->snippet) : NULL,
        };
        row(out, cells, tabs);
    }
}

void render_csv(const struct view *view, struct buf *out)
{
    rows(view, out, false);
}

void render_tsv(const struct view *view, struct buf *out)
{
    rows(view, out, true);
}
