#include "parse_pdf_layout.h"

#include <stdlib.h>

#include "charset.h"
#include "utf8.h"

enum { OUTPUT_LINE_BYTES_MAX = 1 << 20, ENTITY_BYTES_MAX = 8 };

static const struct {
    const char *name;
    char character;
} entities[] = { { "&amp;", '&' },  { "&lt;", '<' },    { "&gt;", '>' },
                 { "&quot;", '"' }, { "&apos;", '\'' }, { "&#39;", '\'' } };

void pdf_layout_init(struct pdf_layout *layout, struct arena *arena)
{
    *layout = (struct pdf_layout){ .arena = arena, .rest = BUF_INIT(arena), .text = BUF_INIT(arena) };
}

/* Appends escaped text as what it stands for; bytes that are no UTF-8 and control characters become spaces. */
static void add_text(struct buf *out, struct slice text)
{
    for (size_t i = 0, step; i < text.length; i += step) {
        struct slice left = { text.bytes + i, text.length - i };
        uint32_t c = utf8_decode(left.bytes, left.length, &step);
        if (c == '&') {
            for (size_t k = 0; k < sizeof entities / sizeof *entities; k++)
                if (slice_starts(left, slice_of(entities[k].name))) {
                    c = (uint32_t)entities[k].character;
                    step = strlen(entities[k].name);
                    break;
                }
        }
        if (c == UTF8_INVALID || c < 0x20 || c == 0x7F)
            c = ' ';
        buf_add_utf8(out, c);
    }
}

/* The number of the attribute NAME (with its ="), 0 when it is not there. */
static double attribute(struct slice tag, const char *name)
{
    const char *at = memmem(tag.bytes, tag.length, name, strlen(name));
    return at ? strtod(at + strlen(name), NULL) : 0; /* a quotation mark ends the number */
}

static struct pdf_box box_of(struct slice tag)
{
    return (struct pdf_box){ attribute(tag, "xMin=\""), attribute(tag, "yMin=\""), attribute(tag, "xMax=\""),
                             attribute(tag, "yMax=\"") };
}

/* What stands between BEFORE and AFTER in a line of output; empty when they do not. */
static struct slice between(struct slice line, const char *before, const char *after)
{
    const char *from = memmem(line.bytes, line.length, before, strlen(before));
    if (!from)
        return SLICE("");
    from += strlen(before);
    size_t left = (size_t)(line.bytes + line.length - from);
    const char *to = memmem(from, left, after, strlen(after));
    return to ? (struct slice){ from, (size_t)(to - from) } : SLICE("");
}

static const char *unescaped(struct arena *arena, struct slice text)
{
    struct buf out = BUF_INIT(arena);
    add_text(&out, slice_trim(text));
    return out.length ? arena_dup_slice(arena, charset_nfc(arena, buf_slice(&out))) : NULL;
}

static void begin_line(struct pdf_layout *layout, struct slice tag)
{
    if (!layout->blocks.count || !layout->pages.count)
        return;
    struct pdf_block *block = &layout->blocks.items[layout->blocks.count - 1];
    struct pdf_line line = { .text = SLICE(""), /* until it ends */
                             .at = box_of(tag),
                             .page = (uint32_t)layout->pages.count - 1,
                             .block = (uint32_t)layout->blocks.count - 1 };
    struct pdf_line *last = block->lines ? &layout->lines.items[layout->lines.count - 1] : NULL;
    double height = pdf_line_height(&line);
    layout->in_line = true;
    /* justified words far apart come as lines of their own: they are one line when they stand side by side */
    if (last && line.at.left >= last->at.right && line.at.top - last->at.top < height * 0.3 &&
        last->at.top - line.at.top < height * 0.3) {
        last->at.right = line.at.right;
        layout->text.length = 0;
        buf_add_slice(&layout->text, last->text);
        return;
    }
    layout->text.length = 0;
    block->lines++;
    *vec_push(layout->arena, &layout->lines) = line;
}

static void add_word(struct pdf_layout *layout, struct slice line)
{
    if (!layout->in_line)
        return;
    struct pdf_box at = box_of(line);
    struct pdf_line *last = &layout->lines.items[layout->lines.count - 1];
    if (!layout->text.length)
        last->first_word = at.right - at.left;
    else
        buf_add_char(&layout->text, ' ');
    add_text(&layout->text, between(line, "\">", "</word>"));
}

/* Text that runs up or down the margin, or across the page as a watermark, is no line of the report. */
static bool is_upright(const struct pdf_line *line)
{
    return pdf_line_height(line) < 2 * (line->at.right - line->at.left) ||
           utf8_count(line->text.bytes, line->text.length) < 4;
}

static void end_line(struct pdf_layout *layout)
{
    if (!layout->in_line)
        return;
    struct pdf_line *last = &layout->lines.items[layout->lines.count - 1];
    struct slice text = slice_trim(buf_slice(&layout->text));
    layout->in_line = false;
    last->text = charset_nfc(layout->arena, (struct slice){ arena_dup_slice(layout->arena, text), text.length });
    if (!text.length || !is_upright(last)) {
        layout->blocks.items[last->block].lines--;
        layout->lines.count--;
    }
    layout->pages.items[layout->pages.count - 1].end = layout->lines.count;
}

static void take_line(struct pdf_layout *layout, struct slice line)
{
    line = slice_trim(line);
    if (slice_starts(line, SLICE("<word "))) {
        add_word(layout, line);
    } else if (slice_starts(line, SLICE("<line "))) {
        end_line(layout);
        begin_line(layout, line);
    } else if (slice_starts(line, SLICE("</line>"))) {
        end_line(layout);
    } else if (slice_starts(line, SLICE("<block "))) {
        end_line(layout);
        *vec_push(layout->arena, &layout->blocks) = (struct pdf_block){ .at = box_of(line) };
    } else if (slice_starts(line, SLICE("<page "))) {
        end_line(layout);
        size_t at = layout->lines.count;
        *vec_push(layout->arena, &layout->pages) =
            (struct pdf_page){ attribute(line, "width=\""), attribute(line, "height=\""), at, at };
    } else if (slice_starts(line, SLICE("<title>"))) {
        layout->title = unescaped(layout->arena, between(line, "<title>", "</title>"));
    } else if (slice_starts(line, SLICE("<meta name=\"Author\""))) {
        layout->author = unescaped(layout->arena, between(line, "content=\"", "\"/>"));
    } else if (slice_starts(line, SLICE("<meta name=\"CreationDate\""))) {
        layout->created = unescaped(layout->arena, between(line, "content=\"", "\"/>"));
    }
}

void pdf_layout_take(struct pdf_layout *layout, struct slice piece)
{
    while (piece.length) {
        const char *newline = memchr(piece.bytes, '\n', piece.length);
        size_t length = newline ? (size_t)(newline - piece.bytes) + 1 : piece.length;
        if (layout->rest.length + length <= OUTPUT_LINE_BYTES_MAX)
            buf_add(&layout->rest, piece.bytes, length);
        if (newline) {
            take_line(layout, buf_slice(&layout->rest));
            layout->rest.length = 0;
        }
        piece.bytes += length;
        piece.length -= length;
    }
}
