#include "parse_pdf_lines.h"

#include <math.h>
#include <stdlib.h>

#include "map.h"
#include "report_builder.h"
#include "token.h"
#include "utf8.h"

enum {
    HEADING_LINES_MAX = 4,
    HEADING_BYTES_MAX = 300,
    HEIGHTS = 400,   /* of letters, in quarters of a point: to 100 points */
    ENOUGH_LINES = 3 /* of a block, to see how wide its column is */
};

/* Parts of the height of a line. */
static const double SPACE_WIDTH = 0.22, SAME_SIZE = 0.12, LOOSE_GAP = 0.45, INDENT = 0.8, AT_LEFT = 0.3, FULL = 1.0,
                    GUTTER = 1.5;

static const double SHORT_LINE = 0.2; /* of the width of its column is left: no line was ever broken there */

/* How much larger than the text a heading is, with its level. */
static const struct {
    double size;
    unsigned level;
} headings[] = { { 1.6, 1 }, { 1.3, 2 }, { 1.12, 3 } };

/* What stands between two lines that follow one another. */
enum between {
    BETWEEN_WORDS, /* the line was full: a space */
    BETWEEN_PARTS, /* a word that goes on: nothing */
    BETWEEN_LINES, /* the author ended the line */
    BETWEEN_GROUPS /* a paragraph, a heading, another part of the page */
};

struct joiner {
    struct pdf_layout *layout;
    double body;      /* height of most of the text */
    struct map words; /* folded words of the document that no line end cuts */
};

/* ---- sizes ---- */

/* The height of the letters that most characters have. */
static double body_height(const struct pdf_layout *layout, const bool *dropped)
{
    size_t characters[HEIGHTS] = { 0 }, best = 0;
    for (size_t i = 0; i < layout->lines.count; i++) {
        double height = pdf_line_height(&layout->lines.items[i]) * 4;
        if (!dropped[i] && height >= 1 && height < HEIGHTS)
            characters[(size_t)height] += layout->lines.items[i].text.length;
    }
    for (size_t i = 1; i < HEIGHTS; i++)
        if (characters[i] > characters[best])
            best = i;
    return ((double)best + 0.5) / 4;
}

static bool same_size(const struct pdf_line *a, const struct pdf_line *b)
{
    return fabs(pdf_line_height(a) - pdf_line_height(b)) <= SAME_SIZE * pdf_line_height(a);
}

static unsigned heading_level(const struct joiner *joiner, const struct pdf_line *line)
{
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        if (pdf_line_height(line) >= joiner->body * headings[i].size)
            return headings[i].level;
    return 0;
}

/* ---- words at the ends of lines ---- */

static uint32_t first_character(struct slice text)
{
    size_t step;
    return text.length ? utf8_decode(text.bytes, text.length, &step) : 0;
}

static bool begins_small(struct slice text)
{
    uint32_t c = first_character(text);
    return char_is_word(c) && !char_is_upper(c) && !(c >= '0' && c <= '9');
}

/* A closed sentence: a full stop or its like, perhaps with a quotation mark or a bracket behind. */
static bool ends_sentence(struct slice text)
{
    static const char *const closing[] = { "»", "”", "\"", ")", "]", "’" };
    for (size_t i = 0; i < sizeof closing / sizeof *closing;) {
        size_t n = strlen(closing[i]);
        bool closed = text.length > n && !memcmp(text.bytes + text.length - n, closing[i], n);
        text.length -= closed ? n : 0;
        i = closed ? 0 : i + 1;
        text = slice_trim(text);
    }
    return (text.length && strchr(".!?:;", text.bytes[text.length - 1])) ||
           (text.length >= 3 && !memcmp(text.bytes + text.length - 3, "…", 3));
}

/* Bytes of the hyphen at the end of TEXT; 0 without one. */
static size_t hyphen_bytes(struct slice text)
{
    static const char *const hyphens[] = { "-", "\xC2\xAD", "\xE2\x80\x90" };
    for (size_t i = 0; i < sizeof hyphens / sizeof *hyphens; i++) {
        size_t n = strlen(hyphens[i]);
        if (text.length > n && !memcmp(text.bytes + text.length - n, hyphens[i], n) &&
            text.bytes[text.length - n - 1] != ' ')
            return n;
    }
    return 0;
}

static struct slice last_word(struct slice text)
{
    const char *space = memrchr(text.bytes, ' ', text.length);
    size_t from = space ? (size_t)(space + 1 - text.bytes) : 0;
    return (struct slice){ text.bytes + from, text.length - from };
}

static struct slice first_word(struct slice text)
{
    const char *space = memchr(text.bytes, ' ', text.length);
    return (struct slice){ text.bytes, space ? (size_t)(space - text.bytes) : text.length };
}

/* Letters and hyphens of a word, folded: "« porte-parole," is "porte-parole". False when nothing is left. */
static bool word_key(struct slice word, struct buf *key)
{
    char folded[8];
    key->length = 0;
    for (size_t i = 0, step; i < word.length; i += step) {
        uint32_t c = utf8_decode(word.bytes + i, word.length - i, &step);
        if (c == '-' && key->length)
            buf_add_char(key, '-');
        else if (char_is_word(c))
            buf_add(key, folded, fold_char(c, folded));
        else if (c == '\'' || c == 0x2019)
            key->length = 0; /* l'intercommunalité */
    }
    while (key->length && key->bytes[key->length - 1] == '-')
        buf_truncate(key, key->length - 1);
    return key->length > 0;
}

static void learn_words(struct joiner *joiner, const bool *dropped)
{
    struct arena *arena = joiner->layout->arena;
    struct buf key = BUF_INIT(arena);
    for (size_t i = 0; i < joiner->layout->lines.count; i++) {
        struct slice left = joiner->layout->lines.items[i].text;
        while (!dropped[i] && left.length) {
            struct slice word = first_word(left);
            bool cut = word.length == left.length && hyphen_bytes(word);
            if (!cut && word.length > 3 && word_key(word, &key) && !map_get(&joiner->words, buf_slice(&key)))
                map_put(&joiner->words, (struct slice){ arena_dup_slice(arena, buf_slice(&key)), key.length }, 1,
                        NULL);
            size_t skip = word.length < left.length ? word.length + 1 : word.length;
            left.bytes += skip;
            left.length -= skip;
        }
    }
}

/* Does the hyphen between the two parts of a word go? The document itself knows best: it may have the word elsewhere,
 * in one or the other way; else the words know (report_builder.h). */
static bool hyphen_goes(const struct joiner *joiner, struct slice before, struct slice after)
{
    struct buf parts = BUF_INIT(joiner->layout->arena), key = BUF_INIT(joiner->layout->arena);
    size_t hyphen = hyphen_bytes(before);
    if (hyphen > 1 && (unsigned char)before.bytes[before.length - 2] == 0xC2)
        return true; /* a soft one */
    before = last_word((struct slice){ before.bytes, before.length - hyphen });
    after = first_word(after);
    buf_add_slice(&parts, before);
    buf_add_char(&parts, '-');
    buf_add_slice(&parts, after);
    if (word_key(buf_slice(&parts), &key) && map_get(&joiner->words, buf_slice(&key)))
        return false;
    parts.length = 0;
    buf_add_slice(&parts, before);
    buf_add_slice(&parts, after);
    if (word_key(buf_slice(&parts), &key) && map_get(&joiner->words, buf_slice(&key)) && begins_small(after))
        return true;
    return hyphen_only_wraps(before, first_character(after));
}

/* ---- lines ---- */

/* A label, a bullet or a number in front: something new begins. */
static bool begins_item(struct slice text)
{
    static const char *const starts[] = { "- ", "– ", "— ", "• ", "▪ ", "■ ",
                                          "● ", "◦ ", "→ ", "➢ ", "* ", "\xEF\x82\xB7" };
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (slice_starts(text, slice_of(starts[i])))
            return true;
    size_t digits = 0;
    while (digits < text.length && digits < 3 && text.bytes[digits] >= '0' && text.bytes[digits] <= '9')
        digits++;
    return digits && digits + 1 < text.length && strchr(".)", text.bytes[digits]) && text.bytes[digits + 1] == ' ';
}

static bool begins_label(struct slice text)
{
    static const char *const titles[] = { "M. ", "MM. ", "Mme ", "Mmes ", "Mlle ", "Mr ", "Mrs ", "Ms ", "Dr " };
    const char *colon = memchr(text.bytes, ':', text.length < 80 ? text.length : 80);
    bool titled = false;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        titled |= slice_starts(text, slice_of(titles[i]));
    return titled || (colon && char_is_upper(first_character(text)));
}

/* Where lines of A's column end. A block of few lines does not show it: its page does, and what stands beside. */
static double column_right(const struct pdf_layout *layout, const struct pdf_line *a)
{
    const struct pdf_block *own = &layout->blocks.items[a->block];
    const struct pdf_page *page = &layout->pages.items[a->page];
    double right = own->at.right, limit = page->width;
    if (own->lines >= ENOUGH_LINES)
        return right;
    for (size_t i = page->first; i < page->end; i++) {
        const struct pdf_box *other = &layout->lines.items[i].at;
        bool beside = other->left >= own->at.right && other->top < own->at.bottom && other->bottom > own->at.top;
        if (beside && other->left < limit)
            limit = other->left - GUTTER * pdf_line_height(a);
        if (other->right > right)
            right = other->right;
    }
    right = right < limit ? right : limit;
    return right > own->at.right ? right : own->at.right;
}

/* How much room is left in A's line once the first word of B stands there too; negative: it does not fit. */
static double room_left(const struct pdf_line *a, const struct pdf_line *b, double right)
{
    return right - a->at.right - (SPACE_WIDTH + 0.1) * pdf_line_height(a) - b->first_word;
}

/* The usual distance of the lines of a block: the least there is. */
static double pitch_of(const struct pdf_layout *layout, size_t at)
{
    double least = 0;
    uint32_t block = layout->lines.items[at].block;
    while (at > 0 && layout->lines.items[at - 1].block == block)
        at--;
    for (; at + 1 < layout->lines.count && layout->lines.items[at + 1].block == block; at++) {
        double step = layout->lines.items[at + 1].at.top - layout->lines.items[at].at.top;
        if (step > 0 && (least <= 0 || step < least))
            least = step;
    }
    return least;
}

static enum between in_block(const struct pdf_layout *layout, size_t at, const struct pdf_line *a,
                             const struct pdf_line *b)
{
    const struct pdf_box *block = &layout->blocks.items[a->block].at;
    double height = pdf_line_height(a), step = b->at.top - a->at.top;
    double right = column_right(layout, a), left = room_left(a, b, right);
    bool room = left > 0, much_room = left > SHORT_LINE * (right - block->left);
    if (step > pitch_of(layout, at) + LOOSE_GAP * height)
        return BETWEEN_GROUPS;
    if (begins_item(b->text))
        return BETWEEN_LINES;
    if (hyphen_bytes(a->text))
        return BETWEEN_WORDS;
    bool indented = b->at.left > block->left + INDENT * height && a->at.left < block->left + AT_LEFT * height;
    if ((room || indented) && (ends_sentence(a->text) || begins_label(b->text)))
        return BETWEEN_GROUPS;
    if (indented && !begins_small(b->text))
        return BETWEEN_GROUPS;
    return much_room || (room && !begins_small(b->text)) ? BETWEEN_LINES : BETWEEN_WORDS;
}

/* From one column, page or part of it to the next: a sentence that is not closed goes on. */
static enum between over_blocks(const struct pdf_layout *layout, const struct pdf_line *a, const struct pdf_line *b)
{
    const struct pdf_block *block = &layout->blocks.items[a->block];
    bool elsewhere = a->page != b->page || b->at.top < a->at.top;
    bool full = block->lines > 1 && a->at.right > block->at.right - FULL * pdf_line_height(a);
    if (ends_sentence(a->text) || begins_item(b->text) ||
        (!elsewhere && b->at.top - a->at.bottom > pdf_line_height(a)))
        return BETWEEN_GROUPS;
    if (begins_small(b->text) && (elsewhere || full))
        return BETWEEN_WORDS;
    return elsewhere && full && !begins_label(b->text) ? BETWEEN_WORDS : BETWEEN_GROUPS;
}

static enum between between(const struct joiner *joiner, size_t a_at, size_t b_at)
{
    const struct pdf_line *a = &joiner->layout->lines.items[a_at], *b = &joiner->layout->lines.items[b_at];
    if (!same_size(a, b))
        return BETWEEN_GROUPS;
    bool heads = heading_level(joiner, a) && heading_level(joiner, b);
    enum between found;
    if (heads && a->page == b->page && b->at.top - a->at.bottom < pdf_line_height(a) * LOOSE_GAP &&
        b->at.top > a->at.top)
        found = BETWEEN_WORDS;
    else if (a->block == b->block)
        found = in_block(joiner->layout, a_at, a, b);
    else
        found = over_blocks(joiner->layout, a, b);
    bool parts = found == BETWEEN_WORDS && hyphen_bytes(a->text) && char_is_word(first_character(b->text));
    return parts ? BETWEEN_PARTS : found;
}

static void add_line(line_list *lines, const struct joiner *joiner, const struct buf *text,
                     const struct pdf_line *first, unsigned count)
{
    struct arena *arena = joiner->layout->arena;
    struct slice whole = { arena_dup_slice(arena, buf_slice(text)), text->length };
    unsigned level =
        count <= HEADING_LINES_MAX && text->length <= HEADING_BYTES_MAX ? heading_level(joiner, first) : 0;
    *vec_push(arena, lines) = (struct text_line){ .text = whole,
                                                  .columns = (unsigned)utf8_count(whole.bytes, whole.length),
                                                  .heading = level };
}

void pdf_join_lines(struct pdf_layout *layout, line_list *lines)
{
    bool *dropped = arena_zero(layout->arena, layout->lines.count * sizeof *dropped);
    struct joiner joiner = { layout, 0, MAP_INIT(layout->arena) };
    struct buf text = BUF_INIT(layout->arena);
    size_t first = 0, last = 0;
    unsigned count = 0; /* lines joined so far: from `first` to `last` */
    pdf_mark_furniture(layout, dropped);
    joiner.body = body_height(layout, dropped);
    learn_words(&joiner, dropped);
    for (size_t i = 0; i < layout->lines.count; i++) {
        if (dropped[i])
            continue;
        struct slice line = layout->lines.items[i].text;
        enum between how = count ? between(&joiner, last, i) : BETWEEN_GROUPS;
        if (how == BETWEEN_WORDS) {
            buf_add_char(&text, ' ');
        } else if (how == BETWEEN_PARTS) {
            if (hyphen_goes(&joiner, buf_slice(&text), line))
                buf_truncate(&text, text.length - hyphen_bytes(buf_slice(&text)));
        } else {
            if (count)
                add_line(lines, &joiner, &text, &layout->lines.items[first], count);
            if (count && how == BETWEEN_GROUPS)
                *vec_push(layout->arena, lines) = (struct text_line){ .text = SLICE("") };
            text.length = 0;
            first = i;
            count = 0;
        }
        buf_add_slice(&text, line);
        last = i;
        count++;
    }
    if (count)
        add_line(lines, &joiner, &text, &layout->lines.items[first], count);
}
