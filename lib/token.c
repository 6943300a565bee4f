#include "token.h"

#include <string.h>

#include "token_word.h"

/* Compounds of more parts than this have no joined token: they are file names and addresses rather than words. */
enum { PARTS_MAX = 5 };

static inline size_t skip_to_word(struct slice text, size_t at)
{
    const unsigned char *p = (const unsigned char *)text.bytes;
    while (at < text.length) {
        size_t step = 1;
        if (p[at] < 0x80 ? fold_latin[p[at]].term_length > 0 : fold_class_starts_word(class_at(text, at, &step)))
            break;
        at += step;
    }
    return at;
}

void tokenizer_init(struct tokenizer *t, struct slice text)
{
    t->text = text.bytes;
    t->length = text.length;
    t->at = 0;
    t->position = 0;
    t->ahead.head = t->ahead.count = 0;
    t->ahead.chain = false;
}

static struct token word_token(const struct piece *piece, uint32_t position)
{
    return (struct token){
        .kind = TOKEN_WORD, .start = (uint32_t)piece->start, .end = (uint32_t)piece->end, .position = position,
        .words = 1, .term = { piece->term, piece->term_length },
        .accented = { piece->accented, piece->accented_length }, .digits = piece->digits, .capital = piece->capital,
    };
}

/* The parts of a compound as they are read. */
struct compound {
    struct piece parts[PARTS_MAX];
    size_t glue_length[PARTS_MAX], glue_start[PARTS_MAX]; /* what was elided before the part: Val-d'Oise, O'Brien */
    char glue[PARTS_MAX][8];
    bool name[PARTS_MAX];                                 /* the part has a joined token with its glue: obrien */
    size_t count;
    bool spaced;                                          /* a prefix and a space are in it */
    size_t groups;                                        /* links of a number's digits */
};

/* Queues the parts FIRST to LAST as one joined token, if they fit. The glue of the first counts if asked. */
static void queue_joined(struct tokenizer *t, const struct compound *c, size_t first, size_t last, bool first_glue,
                         uint32_t position)
{
    if (t->ahead.count >= COUNT(t->ahead.queue))
        return;
    struct token_bytes *bytes = &t->ahead.bytes[t->ahead.used];
    struct piece joined = { .term = bytes->term, .accented = bytes->accented };
    size_t length = 0;
    for (size_t i = first; i <= last; i++) {
        const struct piece *part = &c->parts[i];
        bool glued = i > first || first_glue;
        length += part->accented_length > part->term_length ? part->accented_length : part->term_length;
        length += glued ? c->glue_length[i] : 0;
    }
    if (length > TOKEN_BYTES_MAX)
        return;
    for (size_t i = first; i <= last; i++) {
        if (i > first || first_glue)
            piece_append(&joined, &(struct piece){ .term = (char *)c->glue[i], .term_length = c->glue_length[i] });
        piece_append(&joined, &c->parts[i]);
    }
    joined.start = first_glue && c->glue_length[first] ? c->glue_start[first] : c->parts[first].start;
    joined.digits = c->groups > 0;
    size_t step;
    joined.capital = class_at((struct slice){ t->text, t->length }, joined.start, &step) == CHAR_UPPER;
    t->ahead.used++;
    struct token *token = &t->ahead.queue[t->ahead.count++];
    *token = word_token(&joined, position);
    token->kind = TOKEN_JOINED;
    token->words = (uint32_t)(last - first + 1);
}

/* Are these parts a word that people also write joined? */
static bool worth_joining(const struct compound *c)
{
    if (c->count < 2 || (c->spaced && c->count > 2) || word_is_clitic(&c->parts[c->count - 1]))
        return false;
    if (c->groups)
        return c->groups == c->count - 1;
    for (size_t i = 1; i < c->count; i++)
        if (c->parts[i - 1].digits && c->parts[i].digits)
            return false;
    return true;
}

static void queue_compound(struct tokenizer *t, const struct compound *c, bool whole)
{
    bool joined = whole && worth_joining(c);
    if (joined)
        queue_joined(t, c, 0, c->count - 1, c->name[0], t->position + 1);
    for (size_t i = 0; i < c->count; i++) {
        uint32_t position = ++t->position;
        size_t words_left = c->count - i;
        if (c->name[i] && t->ahead.count + words_left < COUNT(t->ahead.queue) && !(joined && c->count == 1))
            queue_joined(t, c, i, i, true, position);
        if (c->count > 2 && i + 1 < c->count && t->ahead.count + words_left < COUNT(t->ahead.queue) &&
            word_is_prefix(c->parts[i].term, c->parts[i].term_length) && !c->parts[i + 1].digits)
            queue_joined(t, c, i, i + 1, false, position);
        t->ahead.queue[t->ahead.count++] = word_token(&c->parts[i], position);
    }
}

/* Reads the compound, or the word with its apostrophe or dots, that begins at t->at, into the queue. */
static void fill(struct tokenizer *t)
{
    struct slice text = { t->text, t->length };
    struct compound c;
    bool glued = false;
    size_t at = t->at;
    c.count = 0;
    c.spaced = false;
    c.groups = 0;
    t->ahead.head = t->ahead.count = t->ahead.used = 0;
    for (;;) {
        size_t after;
        struct piece *part = &c.parts[c.count];
        if (!glued)
            c.glue_length[c.count] = 0, c.name[c.count] = false;
        enum link link = word_read(text, at, &t->ahead.bytes[t->ahead.used], part, &after);
        if (link == LINK_ELISION || link == LINK_NAME) {
            if (!glued)
                c.glue_start[c.count] = part->start;
            size_t *length = &c.glue_length[c.count];
            if (*length + part->term_length <= sizeof c.glue[0]) {
                memcpy(c.glue[c.count] + *length, part->term, part->term_length);
                *length += part->term_length;
            }
            c.name[c.count] = link == LINK_NAME;
            glued = true;
            at = after;
            continue;
        }
        glued = false;
        at = part->next;
        if (part->term_length) {
            c.count++;
            t->ahead.used++;
        }
        if (link == LINK_ENDING)
            at = after;
        bool linked = link == LINK_HYPHEN || link == LINK_SPACE || link == LINK_GROUP;
        if (linked)
            at = after;
        if (!linked || t->ahead.chain || c.count == PARTS_MAX) {
            bool whole = !linked && !t->ahead.chain;
            t->ahead.chain = linked && link == LINK_HYPHEN;
            t->at = at;
            queue_compound(t, &c, whole);
            return;
        }
        c.spaced |= link == LINK_SPACE;
        c.groups += link == LINK_GROUP;
    }
}

/* True when the character at NEXT links this word to nothing: the usual case, told without word_read(). */
static inline bool stands_alone(struct slice text, size_t next, const char *term, size_t length)
{
    if (next >= text.length)
        return true;
    unsigned char c = (unsigned char)text.bytes[next];
    if (term[0] <= '9' && next + 1 < text.length && text.bytes[next + 1] >= '0' && text.bytes[next + 1] <= '9')
        return false; /* 1 200 */
    if (c == ' ')
        return !word_is_prefix(term, length);
    if (c == '.')
        return length > 2 && !starts_word_at(text, next + 1);
    return c < 0x80 && fold_latin[c].class == CHAR_SEPARATOR && c != '&';
}

/* Reads a word that stands alone: most words. False, with nothing done, for any other. */
static inline bool plain_word(struct tokenizer *t, struct slice text, size_t at, struct token *token)
{
    const unsigned char *p = (const unsigned char *)text.bytes;
    char *term = t->ahead.bytes[0].term;
    size_t folded;
    bool digits;
    size_t next = at + ascii_word(p + at, text.length - at, term, &folded, &digits);
    if (next < text.length && p[next] >= 0xC3 && p[next] <= 0xC8) { /* it goes on with an accented letter */
        struct piece piece;
        word_read_piece(text, at, &t->ahead.bytes[0], &piece);
        if (piece.term_length == 0 || !stands_alone(text, piece.next, piece.term, piece.term_length))
            return false;
        *token = word_token(&piece, ++t->position);
        t->at = piece.next;
    } else {
        if (next == at || !stands_alone(text, next, term, folded))
            return false;
        *token = (struct token){
            .start = (uint32_t)at, .end = (uint32_t)next, .position = ++t->position, .words = 1,
            .term = { term, folded }, .accented = { term, 0 }, .digits = digits,
            .capital = fold_latin[p[at]].class == CHAR_UPPER,
        };
        t->at = next;
    }
    t->ahead.chain = false;
    return true;
}

bool tokenizer_next(struct tokenizer *t, struct token *token)
{
    while (t->ahead.head == t->ahead.count) {
        struct slice text = { t->text, t->length };
        t->at = skip_to_word(text, t->at);
        if (t->at >= t->length)
            return false;
        if (plain_word(t, text, t->at, token))
            return true;
        fill(t);
    }
    *token = t->ahead.queue[t->ahead.head++];
    return true;
}

/* Goes over words that stand alone, all ASCII, and begin with none of STARTS. */
static void skip_others(struct tokenizer *t, const struct token_starts *starts)
{
    struct slice text = { t->text, t->length };
    const unsigned char *p = (const unsigned char *)text.bytes;
    for (;;) {
        size_t at = t->at = skip_to_word(text, t->at), folded;
        char *term = t->ahead.bytes[0].term;
        bool digits;
        if (at >= text.length || p[at] >= 0x80
            || token_starts_has(starts, (unsigned char)fold_latin[p[at]].term[0]))
            return;
        size_t next = at + ascii_word(p + at, text.length - at, term, &folded, &digits);
        if (!stands_alone(text, next, term, folded))
            return;
        t->at = next;
        t->position++;
        t->ahead.chain = false;
    }
}

bool tokenizer_next_of(struct tokenizer *t, const struct token_starts *starts, struct token *token)
{
    if (t->ahead.head == t->ahead.count)
        skip_others(t, starts);
    return tokenizer_next(t, token);
}

size_t fold_key(struct slice text, char *out, size_t size)
{
    size_t length = 0, at = 0;
    bool touching = false; /* O'Brien is one word of a key */
    if (size == 0)
        return 0;
    while ((at = skip_to_word(text, at)) < text.length) {
        struct token_bytes bytes;
        struct piece piece;
        size_t after;
        enum link link = word_read(text, at, &bytes, &piece, &after);
        bool space = length > 0 && !touching;
        touching = link == LINK_NAME && piece.term[0] == 'o';
        at = link == LINK_NONE || link == LINK_ENDING ? piece.next : after;
        if (length + space + piece.term_length >= size) {
            if (length == 0) { /* not even one word: cut it at a character */
                length = utf8_floor(piece.term, piece.term_length, size - 1);
                memcpy(out, piece.term, length);
            }
            break;
        }
        if (space)
            out[length++] = ' ';
        memcpy(out + length, piece.term, piece.term_length);
        length += piece.term_length;
    }
    out[length] = '\0';
    return length;
}
