#include "markdown_source.h"

#include "buf.h"
#include "calendar.h"
#include "lines.h"

enum {
    LIST_NUMBER_MAX = 99,   /* a larger number begins a list item only when it continues a list */
    SETEXT_COLUMNS_MAX = 120,
    CHUNK_BYTES = 4 << 20
};

struct rewriting {
    struct buf out;
    struct slice text;
    size_t kept;            /* bytes of text that are in OUT, or dropped on purpose */
    uint32_t last_number;   /* of the list item before */
    bool fenced;
};

/* Puts INSERTED before the byte AT. */
static void insert(struct rewriting *rewriting, const char *at, const char *inserted)
{
    size_t offset = (size_t)(at - rewriting->text.bytes);
    buf_add(&rewriting->out, rewriting->text.bytes + rewriting->kept, offset - rewriting->kept);
    buf_add_string(&rewriting->out, inserted);
    rewriting->kept = offset;
}

/* Does the target of `[label]: target` look like an address? */
static bool is_address(struct slice target)
{
    if (!target.length)
        return false;
    if (strchr("<#/.", target.bytes[0]))
        return true;
    const char *space = memchr(target.bytes, ' ', target.length);
    struct slice word = { target.bytes, space ? (size_t)(space - target.bytes) : target.length };
    const char *rest = word.bytes + word.length;
    bool title = space && rest + 1 < target.bytes + target.length && strchr("\"'(", rest[1]);
    return memmem(word.bytes, word.length, "://", 3) || slice_starts(word, SLICE("mailto:")) ||
           slice_starts(word, SLICE("www.")) || ((!space || title) && memchr(word.bytes, '.', word.length));
}

static void check_definition(struct rewriting *rewriting, struct slice line)
{
    const char *close = memmem(line.bytes, line.length, "]:", 2);
    if (!close)
        return;
    size_t skip = (size_t)(close - line.bytes) + 2;
    if (!is_address(slice_trim((struct slice){ line.bytes + skip, line.length - skip })))
        insert(rewriting, line.bytes, "\\");
}

static void check_number(struct rewriting *rewriting, struct slice line)
{
    uint32_t number = 0;
    size_t i = 0;
    while (i < line.length && i < 9 && line.bytes[i] >= '0' && line.bytes[i] <= '9')
        number = number * 10 + (uint32_t)(line.bytes[i++] - '0');
    if (!i || i >= line.length || (line.bytes[i] != '.' && line.bytes[i] != ')') ||
        (i + 1 < line.length && line.bytes[i + 1] != ' '))
        return;
    struct slice rest = slice_trim((struct slice){ line.bytes + i + 1, line.length - i - 1 });
    const char *space = memchr(rest.bytes, ' ', rest.length);
    struct slice word = { rest.bytes, space ? (size_t)(space - rest.bytes) : rest.length };
    bool follows = number == rewriting->last_number + 1;
    if ((number > LIST_NUMBER_MAX && !follows) || (number >= 1 && number <= 31 && !follows && month_from_name(word)))
        insert(rewriting, line.bytes + i, "\\");
    else
        rewriting->last_number = number;
}

static void check_heading(struct rewriting *rewriting, struct slice line)
{
    size_t n = 0;
    while (n < line.length && line.bytes[n] == '#')
        n++;
    if (n >= 2 && n <= 6 && n < line.length && line.bytes[n] != ' ' && line.bytes[n] != '\t')
        insert(rewriting, line.bytes + n, " ");
}

static bool is_dashes(struct slice line)
{
    for (size_t i = 0; i < line.length; i++)
        if (line.bytes[i] != '-')
            return false;
    return line.length >= 1;
}

static void check_line(struct rewriting *rewriting, const struct text_line *line, const struct text_line *before)
{
    struct slice text = line->text;
    bool fence = slice_starts(text, SLICE("```")) || slice_starts(text, SLICE("~~~"));
    if (fence)
        rewriting->fenced = !rewriting->fenced;
    if (fence || rewriting->fenced || !text.length)
        return;
    if (text.bytes[0] == '[')
        check_definition(rewriting, text);
    else if (text.bytes[0] >= '0' && text.bytes[0] <= '9')
        check_number(rewriting, text);
    else if (text.bytes[0] == '#')
        check_heading(rewriting, text);
    else if (is_dashes(text) && before && before->columns > SETEXT_COLUMNS_MAX)
        insert(rewriting, text.bytes, "\n");
}

/* Lines that can be part of a paragraph: what a heading, a table or a list item wraps at says nothing. */
static unsigned paragraph_column(struct arena *arena, const line_list *lines)
{
    line_list plain = { 0 };
    for (size_t i = 0; i < lines->count; i++) {
        struct text_line line = lines->items[i];
        if (line.columns && strchr("#|>=-*+<`~", line.text.bytes[0]) && line.text.length > 1 &&
            !(line.text.bytes[0] == '*' && line.text.bytes[1] != ' '))
            line.columns = 0;
        *vec_push(arena, &plain) = line;
    }
    return lines_wrap_column(arena, &plain);
}

struct slice markdown_source(struct arena *arena, struct slice text, bool *wrapped)
{
    line_list lines = { 0 };
    struct rewriting rewriting = { .out = BUF_INIT(arena), .text = text };
    *wrapped = false;
    for (size_t from = 0; from < text.length;) { /* in pieces: the lines take more memory than the text */
        size_t left = text.length - from, take = left < CHUNK_BYTES ? left : CHUNK_BYTES;
        const char *newline = memchr(text.bytes + from + take - 1, '\n', left - take + 1);
        size_t end = newline ? (size_t)(newline + 1 - text.bytes) : text.length;
        lines.count = 0;
        lines_split(arena, (struct slice){ text.bytes + from, end - from }, &lines);
        for (size_t i = 0; i < lines.count; i++)
            check_line(&rewriting, &lines.items[i], i ? &lines.items[i - 1] : NULL);
        if (from == 0)
            *wrapped = paragraph_column(arena, &lines) != 0;
        from = end;
    }
    if (!rewriting.out.length)
        return text;
    buf_add(&rewriting.out, text.bytes + rewriting.kept, text.length - rewriting.kept);
    return buf_slice(&rewriting.out);
}
