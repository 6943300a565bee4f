/* References: RIS (as Zotero and EndNote read it) and BibTeX. A report is a conference report; its author, or where
 * there is none the speakers of the passages found, stand as authors. */
#include "html.h"
#include "render.h"

static struct interval cited_date(const struct result_hit *hit)
{
    return interval_is_none(hit->date) ? hit->published : hit->date;
}

static const char *one_line(struct arena *arena, const char *text)
{
    char *copy = arena_strdup(arena, text);
    for (char *c = copy; c && *c; c++)
        if ((unsigned char)*c < 0x20)
            *c = ' ';
    return copy;
}

static void ris_line(const struct view *view, struct buf *out, const char *tag, const char *value)
{
    if (value && value[0])
        buf_printf(out, "%s  - %s\r\n", tag, one_line(view->arena, value));
}

static void ris_entry(const struct view *view, const struct result_hit *hit, struct buf *out)
{
    struct interval date = cited_date(hit);
    ris_line(view, out, "TY", "CPAPER");
    ris_line(view, out, "ID", hit->id);
    ris_line(view, out, "TI", hit->title ? hit->title : hit->file);
    ris_line(view, out, "AU", hit->author);
    for (size_t i = 0; !hit->author && i < hit->speakers.count; i++)
        ris_line(view, out, "AU", hit->speakers.items[i]);
    if (date.start != DAY_NONE) {
        int year, month, day;
        day_split(date.start, &year, &month, &day);
        buf_printf(out, "PY  - %04d\r\nDA  - %04d/%02d/%02d/\r\n", year, year, month, day);
    }
    ris_line(view, out, "CY", hit->place);
    ris_line(view, out, "LA", hit->language);
    ris_line(view, out, "UR", hit_address(view, hit));
    for (size_t i = 0; i < hit->passages.count; i++) {
        const struct result_passage *passage = &hit->passages.items[i];
        const char *text = snippet_plain(view->arena, &passage->snippet);
        ris_line(view, out, "N1",
                 passage->speaker ? arena_printf(view->arena, "%s: %s", passage->speaker, text) : text);
    }
    buf_add_string(out, "ER  - \r\n\r\n");
}

void render_ris(const struct view *view, struct buf *out)
{
    for (size_t i = 0; i < view->result->hits.count; i++)
        ris_entry(view, &view->result->hits.items[i], out);
}

/* Characters that mean something to TeX. Accents stay UTF-8, which biber and modern BibTeX styles take. */
static void bibtex_text(struct buf *out, const char *text)
{
    static const struct { char c; const char *tex; } escapes[] = {
        { '\\', "{\\textbackslash}" }, { '{', "\\{" }, { '}', "\\}" }, { '$', "\\$" }, { '&', "\\&" }, { '#', "\\#" },
        { '%', "\\%" }, { '_', "\\_" }, { '~', "{\\textasciitilde}" }, { '^', "{\\textasciicircum}" },
    };
    for (const char *c = text; *c; c++) {
        size_t i = 0;
        while (i < sizeof escapes / sizeof *escapes && escapes[i].c != *c)
            i++;
        if (i < sizeof escapes / sizeof *escapes)
            buf_add_string(out, escapes[i].tex);
        else
            buf_add_char(out, (unsigned char)*c < 0x20 ? ' ' : *c);
    }
}

static void bibtex_field(struct buf *out, const char *name, const char *value)
{
    if (!value || !value[0])
        return;
    buf_printf(out, "  %s = {", name);
    bibtex_text(out, value);
    buf_add_string(out, "},\n");
}

static void bibtex_authors(struct buf *out, const struct result_hit *hit)
{
    if (hit->author) {
        bibtex_field(out, "author", hit->author);
        return;
    }
    for (size_t i = 0; i < hit->speakers.count; i++) {
        buf_add_string(out, i ? " and {" : "  author = {{");
        bibtex_text(out, hit->speakers.items[i]);
        buf_add_char(out, '}');
    }
    if (hit->speakers.count)
        buf_add_string(out, "},\n");
}

static void bibtex_entry(const struct view *view, const struct result_hit *hit, struct buf *out)
{
    struct interval date = cited_date(hit);
    const char *address = hit_address(view, hit);
    buf_add_string(out, "@misc{");
    for (const char *c = hit->id; *c; c++)
        buf_add_char(out, strchr(" {},=\"#%~\\", *c) ? '-' : *c);
    buf_add_string(out, ",\n");
    bibtex_field(out, "title", hit->title ? hit->title : hit->file);
    bibtex_authors(out, hit);
    if (date.start != DAY_NONE) {
        int year, month, day;
        day_split(date.start, &year, &month, &day);
        buf_printf(out, "  year = {%d},\n", year);
        if (date.start == date.end)
            buf_printf(out, "  date = {%04d-%02d-%02d},\n", year, month, day);
    }
    bibtex_field(out, "address", hit->place);
    bibtex_field(out, "langid", hit->language);
    if (address) { /* url is verbatim in BibTeX styles: only what would end the field goes */
        buf_add_string(out, "  url = {");
        for (const char *c = address; *c; c++)
            if (*c != '{' && *c != '}')
                buf_add_char(out, *c);
        buf_add_string(out, "},\n");
    }
    buf_add_string(out, "}\n\n");
}

void render_bibtex(const struct view *view, struct buf *out)
{
    for (size_t i = 0; i < view->result->hits.count; i++)
        bibtex_entry(view, &view->result->hits.items[i], out);
}
