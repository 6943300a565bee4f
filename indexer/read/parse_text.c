/* Plain text: paragraphs between empty lines, headings by their look, lists by their bullets. */
#include "lines.h"
#include "parse.h"
#include "report_builder.h"
#include "token.h"
#include "utf8.h"

enum {
    HEADING_COLUMNS = 100,   /* a longer line is no heading */
    TITLE_COLUMNS = 120,
    LONG_LINE_COLUMNS = 160, /* lines that long are paragraphs of their own */
    NUMBERED_COLUMNS = 80,
    LABEL_COLUMNS = 80,
    TIME_DIGITS_MIN = 3,     /* of "0:12" */
    LABELLED_MIN = 3,
    LABELLED_LINES = 400,    /* where to look for them */
    KIN_LINES = 40,          /* how far another item of the same list may be */
    LIST_NUMBER_MAX = 999,
    CHUNK_BYTES = 4 << 20    /* a longer text is read in pieces: its lines take more memory than it */
};

static const char *const bullets[] = {
    "- ", "* ", "• ", "▶ ", "► ", "– ", "— ", "o ", "▪ ", "● ", "◦ ", "■ ", "→ ", "➢ "
};

/* A line of capitals that begins so names who speaks, and is no heading. */
static const char *const speaker_starts[] = {
    "M. ", "MM. ", "MME ", "Mme ", "MLLE ", "MR ", "MR. ", "MRS ", "MS ", "DR ", "LE PRÉSIDENT", "LA PRÉSIDENTE",
    "THE CHAIR", "LE MAIRE", "LA MAIRE", "THE SPEAKER", "THE PRESIDENT", "MONSIEUR ", "MADAME "
};

struct list_start {
    size_t skip;     /* bytes of the bullet or number; 0: none */
    bool ordered;
    uint32_t number;
    bool dash;       /* a dash may also open a turn of speech */
};

static struct list_start list_start(struct slice line)
{
    struct list_start start = { 0 };
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (line.length > strlen(bullets[i]) && slice_starts(line, slice_of(bullets[i]))) {
            start.skip = strlen(bullets[i]);
            start.dash = !strncmp(bullets[i], "– ", 4) || !strncmp(bullets[i], "— ", 4) || bullets[i][0] == 'o';
            return start;
        }
    size_t i = 0;
    while (i < line.length && i < 4 && line.bytes[i] >= '0' && line.bytes[i] <= '9')
        start.number = start.number * 10 + (uint32_t)(line.bytes[i++] - '0');
    if (i && i + 2 < line.length && (line.bytes[i] == '.' || line.bytes[i] == ')') && line.bytes[i + 1] == ' ' &&
        start.number <= LIST_NUMBER_MAX) {
        start.skip = i + 2;
        start.ordered = true;
    }
    return start;
}

/* A line made of one character three times or more, spaces aside: '-' '=' '_' '*' '~'; 0 when it is not. */
static char rule_character(struct slice line)
{
    char c = line.length >= 3 ? line.bytes[0] : 0;
    if (!c || !strchr("-=_*~", c))
        return 0;
    for (size_t i = 0; i < line.length; i++)
        if (line.bytes[i] != c && line.bytes[i] != ' ')
            return 0;
    return c;
}

static bool ends_sentence(struct slice line)
{
    size_t step;
    if (!line.length)
        return true;
    uint32_t last = utf8_decode_before(line.bytes, line.length, &step);
    return last == '.' || last == '!' || last == '?' || last == '"' || last == 0x2026 || last == 0xBB ||
           last == 0x201D;
}

static bool all_capitals(struct slice line)
{
    size_t letters = 0, step;
    for (size_t i = 0; i < line.length; i += step) {
        uint32_t c = utf8_decode(line.bytes + i, line.length - i, &step);
        if (!char_is_word(c) || (c >= '0' && c <= '9'))
            continue;
        if (!char_is_upper(c))
            return false;
        letters++;
    }
    return letters >= 4;
}

static bool names_speaker(struct slice line)
{
    if (slice_starts(line, SLICE(">>"))) /* a caption begins somebody's words so */
        return true;
    for (size_t i = 0; i < sizeof speaker_starts / sizeof *speaker_starts; i++)
        if (slice_starts(line, slice_of(speaker_starts[i])))
            return true;
    return line.length && line.bytes[line.length - 1] == ':';
}

/* "[00:12:03] Ana: …", "00:12 Ana: …": a time in front of what is said. */
static bool begins_with_time(struct slice line)
{
    size_t i = line.length && line.bytes[0] == '[', digits = 0, colons = 0;
    for (; i < line.length && strchr("0123456789:.", line.bytes[i]); i++) {
        colons += line.bytes[i] == ':';
        digits += line.bytes[i] != ':' && line.bytes[i] != '.';
    }
    return colons && digits >= TIME_DIGITS_MIN && i + 1 < line.length && strchr("] ", line.bytes[i]);
}

/* "M. Jean Dupont: …", "Présents : …": a label in front of a line that begins something new. */
static bool begins_with_label(struct slice line)
{
    size_t step, columns = 0;
    if (!line.length || !char_is_upper(utf8_decode(line.bytes, line.length, &step)))
        return false;
    for (size_t i = 0; i < line.length && columns < LABEL_COLUMNS; i++, columns++) {
        if (line.bytes[i] == ':')
            return i + 1 == line.length || line.bytes[i + 1] == ' ';
        bool full_stop = line.bytes[i] == '.' && i > 4 && i + 1 < line.length && line.bytes[i + 1] == ' ';
        if (full_stop || strchr(";!?", line.bytes[i]))
            return false;
    }
    return false;
}

/* The level of a numbered heading: "1. Titre" and "III – Titre" 2, "1.2 Titre" 3, "Article 4" 3; 0 when it is none.
 * */
static unsigned numbered_level(struct slice line)
{
    size_t i = 0, dots = 0;
    while (i < line.length && ((line.bytes[i] >= '0' && line.bytes[i] <= '9') || line.bytes[i] == '.'))
        dots += line.bytes[i++] == '.';
    if (i && line.bytes[0] != '.' && dots && i < 12 && i < line.length && line.bytes[i] == ' ')
        return dots > 1 || line.bytes[i - 1] != '.' ? 3 : 2;
    for (i = 0; i < line.length && strchr("IVX", line.bytes[i]); i++)
        ;
    if (i && i < 6) {
        struct slice rest = { line.bytes + i, line.length - i };
        if (slice_starts(rest, SLICE(". ")) || slice_starts(rest, SLICE(" - ")) || slice_starts(rest, SLICE(" – ")) ||
            slice_starts(rest, SLICE(") ")))
            return 2;
    }
    return 0;
}

struct text_parser {
    struct report_builder *builder;
    const line_list *lines;
    unsigned column;    /* where lines are wrapped; 0: nowhere */
    bool labelled;      /* lines of capitals come back above other lines: names above what people say */
    bool titled;        /* the size of letters or metadata tell: the first line is no title for being first */
};

static bool repeated(const struct text_parser *parser, size_t at)
{
    const line_list *lines = parser->lines;
    size_t from = at > 2000 ? at - 2000 : 0, to = at + 2000 < lines->count ? at + 2000 : lines->count;
    for (size_t i = from; i < to; i++)
        if (i != at && slice_equal(lines->items[i].text, lines->items[at].text))
            return true;
    return false;
}

/* Do three lines of capitals or more, each above another line, come back? */
static bool labelled_by_capitals(const struct text_parser *parser)
{
    size_t found = 0;
    for (size_t i = 1; i + 1 < parser->lines->count && i < LABELLED_LINES && found < LABELLED_MIN; i++) {
        const struct text_line *line = &parser->lines->items[i];
        found += !line[-1].columns && line[1].columns && line->columns <= LABEL_COLUMNS &&
                 all_capitals(line->text) && repeated(parser, i);
    }
    return found >= LABELLED_MIN;
}

/* Is the line at AT a heading, in a group of lines that ends before END? 0: no; else its level. */
static unsigned heading_level(const struct text_parser *parser, size_t at, size_t first, size_t end)
{
    const struct text_line *line = &parser->lines->items[at];
    if (line->heading)
        return line->heading;
    if (line->columns > HEADING_COLUMNS || at != first)
        return 0;
    bool alone = end == first + 1;
    if (all_capitals(line->text) && !names_speaker(line->text) && !list_start(line->text).skip &&
        !(begins_with_label(line->text) && ends_sentence(line->text)) &&
        (alone || !lines_wrapped(line, line + 1, parser->column)))
        return repeated(parser, at) || (!alone && parser->labelled) ? 0 : 2;
    /* "2. Budget" above the text about it, in the same group */
    struct list_start number = list_start(line->text);
    if (!alone && number.ordered && line->columns <= NUMBERED_COLUMNS && !ends_sentence(line->text) &&
        !list_start(line[1].text).skip && !lines_wrapped(line, line + 1, parser->column) &&
        line[1].columns > line->columns)
        return 3;
    if (!alone || ends_sentence(line->text) || names_speaker(line->text) ||
        strchr(";,", line->text.bytes[line->text.length - 1]))
        return 0;
    return numbered_level(line->text);
}

static void add_heading(struct text_parser *parser, size_t at, unsigned level)
{
    builder_begin(parser->builder, BLOCK_HEADING, level);
    builder_text(parser->builder, parser->lines->items[at].text);
    builder_end(parser->builder);
}

/* Is the list start of this line to be believed? A dash or a number needs another one in the group. */
static bool believable(const struct text_parser *parser, struct list_start start, size_t at, size_t first, size_t end)
{
    if (!start.skip)
        return false;
    if (!start.dash && !start.ordered)
        return true;
    size_t kin = 0;
    for (size_t i = first; i < end && kin < 2; i++) {
        struct list_start other = list_start(parser->lines->items[i].text);
        kin += other.skip && other.ordered == start.ordered && other.dash == start.dash;
    }
    if (kin >= 2)
        return true;
    if (!start.ordered)
        return false;
    /* lists with empty lines between their items */
    const line_list *lines = parser->lines;
    for (size_t i = at; i-- > 0 && at - i < KIN_LINES;) {
        struct list_start other = list_start(lines->items[i].text);
        if (other.ordered && other.number + 1 == start.number)
            return true;
        if (other.ordered)
            break;
    }
    for (size_t i = at + 1; i < lines->count && i - at < KIN_LINES; i++) {
        struct list_start other = list_start(lines->items[i].text);
        if (other.ordered)
            return other.number == start.number + 1;
    }
    return false;
}

static void add_line(struct text_parser *parser, struct slice text)
{
    if (slice_starts(text, SLICE("> ")))
        text.bytes += 2, text.length -= 2;
    builder_tabbed(parser->builder, text);
}

/* What stands between this line and the one before it in the same group. */
static void join_lines(struct text_parser *parser, const struct text_line *before, const struct text_line *line)
{
    bool timed = begins_with_time(line->text) && (begins_with_time(before->text) || ends_sentence(before->text));
    bool fresh = timed || (begins_with_label(line->text) &&
                           (ends_sentence(before->text) || begins_with_label(before->text) || !parser->column));
    if (!fresh && lines_wrapped(before, line, parser->column))
        builder_wrap(parser->builder);
    else if (before->columns > LONG_LINE_COLUMNS || line->columns > LONG_LINE_COLUMNS)
        builder_begin(parser->builder, BLOCK_PARAGRAPH, 0);
    else
        builder_line(parser->builder);
}

static void add_group(struct text_parser *parser, size_t first, size_t end)
{
    struct report_builder *b = parser->builder;
    bool in_item = false;
    unsigned item_indent = 0;
    for (size_t i = first; i < end; i++) {
        const struct text_line *line = &parser->lines->items[i];
        bool rule = rule_character(line->text) != 0;
        char under = i + 1 < end ? rule_character(line[1].text) : 0;
        bool underlined = (under == '=' || under == '-') && line->columns <= HEADING_COLUMNS && !rule;
        unsigned level = !underlined ? heading_level(parser, i, first, end) : under == '=' ? 1 : 2;
        if (rule) {
            builder_rule(b);
            first = i + 1;
            in_item = false;
            continue;
        }
        if (level) {
            add_heading(parser, i, level);
            i += underlined;
            first = i + 1;
            in_item = false;
            continue;
        }
        struct list_start start = list_start(line->text);
        if (believable(parser, start, i, first, end)) {
            builder_begin_item(b, 1 + line->indent / 4, start.ordered, start.number);
            builder_text(b, (struct slice){ line->text.bytes + start.skip, line->text.length - start.skip });
            in_item = true;
            item_indent = line->indent;
            continue;
        }
        bool quote = slice_starts(line->text, SLICE("> "));
        bool wrapped = i > first && lines_wrapped(line - 1, line, parser->column);
        if (i == first || (in_item && line->indent <= item_indent && !wrapped)) {
            builder_begin(b, quote ? BLOCK_QUOTE : BLOCK_PARAGRAPH, 0);
            in_item = false;
        } else if (in_item) {
            builder_wrap(b);
        } else {
            join_lines(parser, line - 1, line);
        }
        add_line(parser, line->text);
    }
    builder_end(b);
}

/* The first line is the title when it stands alone and looks like no sentence and no turn of speech. */
static bool is_title(const line_list *lines, size_t first, size_t end)
{
    const struct text_line *line = &lines->items[first];
    return end == first + 1 && end < lines->count && line->columns <= TITLE_COLUMNS && !ends_sentence(line->text) &&
           !begins_with_label(line->text) && !names_speaker(line->text) && !list_start(line->text).skip;
}

/* Where to cut a very long text: after an empty line, else after a line end, else nowhere. */
static size_t chunk_end(struct slice text, size_t from)
{
    for (size_t end = from + CHUNK_BYTES; end + CHUNK_BYTES < text.length; end += CHUNK_BYTES) {
        const char *ahead = text.bytes + end;
        const char *empty = memmem(ahead, CHUNK_BYTES, "\n\n", 2), *newline = memchr(ahead, '\n', CHUNK_BYTES);
        if (empty || newline)
            return (size_t)((empty ? empty + 2 : newline + 1) - text.bytes);
    }
    return text.length;
}

static void add_chunk(struct text_parser *parser, bool *begun)
{
    const line_list *lines = parser->lines;
    for (size_t i = 0; i < lines->count;) {
        size_t first = i;
        while (i < lines->count && lines->items[i].columns && (i == first || !lines->items[i].page_start))
            i++;
        if (i == first) {
            i++;
            continue;
        }
        if (!*begun && !parser->titled && is_title(lines, first, i))
            add_heading(parser, first, 1);
        else
            add_group(parser, first, i);
        *begun = true;
    }
}

void parse_text_lines(struct report *report, const line_list *lines, const char *heading)
{
    struct report_builder builder;
    struct text_parser parser = { .builder = &builder, .lines = lines };
    bool begun = false;
    parser.titled = heading || report_meta(report, "title");
    for (size_t i = 0; i < lines->count; i++)
        parser.titled |= lines->items[i].heading > 0;
    builder_init(&builder, report);
    if (heading) {
        builder_begin(&builder, BLOCK_HEADING, 1);
        builder_text(&builder, slice_of(heading));
        builder_end(&builder);
    }
    add_chunk(&parser, &begun);
    builder_finish(&builder);
}

/* The text with "`words <address>`_", as reStructuredText writes a link, turned into its words. */
static struct slice without_link_targets(struct arena *arena, struct slice text)
{
    const char *end = text.bytes + text.length, *kept = text.bytes, *close;
    if (!memmem(text.bytes, text.length, ">`_", 3))
        return text;
    struct buf out = BUF_INIT(arena);
    for (const char *at = text.bytes; (close = memmem(at, (size_t)(end - at), ">`_", 3)); at = close + 3) {
        const char *open = memrchr(at, '`', (size_t)(close - at));
        const char *target = open ? memchr(open, '<', (size_t)(close - open)) : NULL;
        if (!target || memmem(open, (size_t)(close - open), "\n\n", 2))
            continue;
        buf_add(&out, kept, (size_t)(open - kept));
        buf_add_slice(&out, slice_trim((struct slice){ open + 1, (size_t)(target - open) - 1 }));
        kept = close + 3 + (close + 3 < end && close[3] == '_');
    }
    buf_add(&out, kept, (size_t)(end - kept));
    return buf_slice(&out);
}

enum status parse_text(struct report *report, struct slice text, struct error *error)
{
    (void)error;
    line_list lines = { 0 };
    struct report_builder builder;
    struct text_parser parser = { .builder = &builder, .lines = &lines };
    bool begun = false;
    builder_init(&builder, report);
    text = without_link_targets(report->arena, text);
    for (size_t from = 0; from < text.length;) {
        size_t end = chunk_end(text, from);
        lines.count = 0;
        lines_split(report->arena, (struct slice){ text.bytes + from, end - from }, &lines);
        parser.column = lines_wrap_column(report->arena, &lines);
        parser.labelled = labelled_by_capitals(&parser);
        add_chunk(&parser, &begun);
        from = end;
    }
    builder_finish(&builder);
    return STATUS_OK;
}
