#include "token.h"

#include <endian.h>
#include <string.h>

#include "fold.h"
#include "utf8.h"

/* Compounds of more parts than this have no joined token: they are file names and addresses rather than words. */
enum { PARTS_MAX = 5 };

/* What an apostrophe cuts off before a word. `whole` gives the rare ones that make one word with what follows. */
static const char *const elisions[] = {
    "c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "parcequ", "presqu", "puisqu", "quelqu", "quoiqu",
    "all", "coll", "dall", "dell", "gl", "nell", "quell", "quest", "sull", "un", /* Italian */
};

/* "aujourd'hui" and its like: the beginning of what follows the apostrophe decides. */
static const struct {
    const char *before, *after;
} whole_words[] = {
    { "aujourd", "hui" }, { "entr", "ac" }, { "entr", "aid" }, { "entr", "ap" }, { "grand", "mere" },
    { "grand", "rue" }, { "presqu", "ile" }, { "prud", "hom" }, { "quelqu", "un" },
};

/* English endings that are no part of the word. */
static const char *const endings[] = { "d", "ll", "m", "re", "s", "ve" };

/* Feminine and plural endings after a middle dot (chercheur·e·s) or a full stop (chercheur.e.s). */
static const struct {
    const char *ending;
    bool full_stop; /* not for those that are a word on their own */
} inclusive_endings[] = {
    { "e", true }, { "es", true }, { "s", true }, { "x", true }, { "ne", true }, { "nes", true }, { "le", false },
    { "les", false }, { "te", false }, { "tes", false }, { "se", false }, { "ses", false }, { "ve", false },
    { "ves", false }, { "fe", false }, { "fes", false }, { "rice", true }, { "rices", true }, { "trice", true },
    { "trices", true }, { "euse", true }, { "euses", true }, { "ere", true }, { "eres", true }, { "ice", true },
    { "ices", true }, { "esse", true }, { "esses", true },
};

/* Prefixes that are written apart as well as joined, and seldom are words on their own. By length, zero-padded: this
 * is asked for every word. */
enum { PREFIX_BYTES = 8, PREFIXES_MAX = 16 };
static const char prefixes[PREFIX_BYTES][PREFIXES_MAX][PREFIX_BYTES] = {
    [2] = { "bi", "co" },
    [3] = { "eco", "geo", "neo", "non", "pre" },
    [4] = { "agro", "anti", "auto", "mini", "mono", "peri", "poly", "post", "semi", "tele", "vice" },
    [5] = { "cyber", "extra", "hydro", "hyper", "infra", "inter", "intra", "macro", "micro", "multi", "pluri", "quasi",
            "socio", "trans", "ultra" },
    [6] = { "pseudo", "psycho" },
    [7] = { "electro" },
};

/* Pronouns that follow their verb after a hyphen: "dit-il", "celui-ci" are no compounds. */
static const char *const clitics[] = {
    "ce", "ci", "elle", "elles", "en", "il", "ils", "je", "la", "le", "les", "leur", "lui", "moi", "nous", "on", "t",
    "toi", "tu", "vous", "y",
};

#define COUNT(table) (sizeof (table) / sizeof *(table))

/* A run of word characters, folded. */
struct piece {
    size_t start, end;  /* without characters ignored at the end */
    size_t next;        /* where to go on reading */
    char *term, *accented;
    size_t term_length, accented_length; /* accented_length is 0 when both are equal */
    unsigned letters;   /* characters, digits too, marks not */
    bool digits, capital;
};

typedef char piece_bytes[2][TOKEN_BYTES_MAX + 8];

static bool in_list(const char *const *list, size_t count, const char *bytes, size_t length)
{
    for (size_t i = 0; i < count; i++)
        if (list[i][0] == bytes[0] && strncmp(list[i], bytes, length) == 0 && list[i][length] == '\0')
            return true;
    return false;
}

#define IN_LIST(list, piece) in_list((list), COUNT(list), (piece)->term, (piece)->term_length)

static inline enum char_class class_at(struct slice text, size_t at, size_t *step)
{
    *step = 0;
    if (at >= text.length)
        return CHAR_SEPARATOR;
    unsigned char c = (unsigned char)text.bytes[at];
    if (c < 0x80) {
        *step = 1;
        return (enum char_class)fold_latin[c].class;
    }
    uint32_t code = utf8_decode(text.bytes + at, text.length - at, step);
    return code == UTF8_INVALID ? CHAR_SEPARATOR : fold_class(code);
}

static bool starts_word_at(struct slice text, size_t at)
{
    size_t step;
    return fold_class_starts_word(class_at(text, at, &step));
}

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

/* A word with characters beyond the table, marks, or characters to ignore: read to its end, then folded as a whole. */
static void scan_other(struct slice text, struct piece *piece)
{
    size_t at = piece->start, step;
    piece->letters = 0;
    piece->digits = true;
    for (; at < text.length; at += step) {
        enum char_class class = class_at(text, at, &step);
        if (fold_class_starts_word(class)) {
            piece->letters += piece->letters < 1000;
            piece->digits &= class == CHAR_DIGIT;
        } else if (class != CHAR_MARK && class != CHAR_IGNORED) {
            break;
        }
        if (class != CHAR_IGNORED)
            piece->end = at + step;
    }
    piece->next = at;
    fold_word(text.bytes + piece->start, piece->end - piece->start, TOKEN_BYTES_MAX, piece->term, &piece->term_length,
              piece->accented, &piece->accented_length);
    if (piece->accented_length == piece->term_length &&
        memcmp(piece->term, piece->accented, piece->term_length) == 0)
        piece->accented_length = 0;
}

#define EACH(byte) ((uint64_t)(byte) * 0x0101010101010101u)

/* Folds the ASCII letters and digits at the beginning of P, eight at a time (in each byte, the top bit tells), into
 * TERM, which has room for TOKEN_BYTES_MAX + 8. Returns how many were read; *FOLDED is how many were kept. */
static inline size_t ascii_word(const unsigned char *p, size_t length, char *term, size_t *folded, bool *digits)
{
    const uint64_t top = EACH(0x80);
    size_t at = 0;
    uint64_t any_letter = 0;
    while (length - at >= 8 && at < TOKEN_BYTES_MAX) {
        uint64_t word;
        memcpy(&word, p + at, 8);
        word = le64toh(word);
        uint64_t low = word & ~top, lower = low | EACH(0x20);
        uint64_t letter = (lower + EACH(0x80 - 'a')) & ~(lower + EACH(0x7F - 'z')) & ~word & top;
        uint64_t digit = (low + EACH(0x80 - '0')) & ~(low + EACH(0x7F - '9')) & ~word & top;
        uint64_t other = ~(letter | digit) & top;
        uint64_t lowered = htole64(word | letter >> 2); /* 0x80 >> 2 is what parts capitals from small letters */
        memcpy(term + at, &lowered, 8);
        any_letter |= letter & (other - 1);             /* before the first other */
        if (other) {
            at += (unsigned)__builtin_ctzll(other) / 8;
            *digits = any_letter == 0;
            *folded = at;
            return at;
        }
        at += 8;
    }
    *digits = any_letter == 0;
    for (; at < length && p[at] < 0x80 && fold_latin[p[at]].term_length; at++) {
        if (at < TOKEN_BYTES_MAX)
            term[at] = fold_latin[p[at]].term[0];
        *digits &= fold_latin[p[at]].class == CHAR_DIGIT;
    }
    *folded = at < TOKEN_BYTES_MAX ? at : TOKEN_BYTES_MAX;
    return at;
}

/* One output of scan_latin(): bytes are added while they fit; from the first that do not, none. */
struct folded {
    char *bytes;
    size_t length;
    bool full;
};

static inline void add_folded(struct folded *to, const char bytes[3], size_t length)
{
    if (to->full || to->length + length > TOKEN_BYTES_MAX) {
        to->full = true;
        return;
    }
    memcpy(to->bytes + to->length, bytes, 3); /* the buffer has room */
    to->length += length;
}

/* A word with accents, all of it in the table; else it is left to scan_other(). */
static void scan_latin(struct slice text, struct piece *piece)
{
    const unsigned char *p = (const unsigned char *)text.bytes;
    struct folded term = { piece->term, 0, false }, accented = { piece->accented, 0, false };
    size_t at = piece->start, step = 1;
    unsigned letters = 0;
    bool digits = true;
    for (; at < text.length; at += step, letters++) {
        uint32_t code = p[at];
        step = 1;
        if (code >= 0xC3 && code <= 0xC8 && at + 1 < text.length && (p[at + 1] & 0xC0) == 0x80)
            code = (code & 0x1F) << 6 | (p[at + 1] & 0x3Fu), step = 2;
        else if (code >= 0x80)
            code = utf8_decode(text.bytes + at, text.length - at, &step);
        const struct fold_row *row = code < FOLD_LATIN_COUNT ? &fold_latin[code] : NULL;
        if (!row || !row->term_length) {
            enum char_class class = code == UTF8_INVALID ? CHAR_SEPARATOR : fold_class(code);
            if (!fold_class_starts_word(class) && class != CHAR_MARK && class != CHAR_IGNORED)
                break;
            scan_other(text, piece);
            return;
        }
        digits &= row->class == CHAR_DIGIT;
        add_folded(&term, row->term, row->term_length);
        add_folded(&accented, row->accented, row->accented_length);
    }
    piece->end = piece->next = at;
    piece->letters = letters;
    piece->digits = digits;
    piece->term_length = term.length;
    bool same = term.length == accented.length && memcmp(term.bytes, accented.bytes, term.length) == 0;
    piece->accented_length = same ? 0 : accented.length;
}

/* Reads the word at AT, which begins one. */
static inline void scan(struct slice text, size_t at, piece_bytes bytes, struct piece *piece)
{
    size_t step;
    piece->start = at;
    piece->term = bytes[0];
    piece->accented = bytes[1];
    piece->accented_length = 0;
    piece->capital = class_at(text, at, &step) == CHAR_UPPER;
    size_t length = ascii_word((const unsigned char *)text.bytes + at, text.length - at, bytes[0], &piece->term_length,
                               &piece->digits);
    piece->end = piece->next = at + length;
    piece->letters = length < UINT32_MAX ? (unsigned)length : UINT32_MAX;
    if (piece->next >= text.length || (unsigned char)text.bytes[piece->next] < 0x80)
        return;
    enum char_class class = class_at(text, piece->next, &step);
    if (fold_class_starts_word(class) || class == CHAR_MARK || class == CHAR_IGNORED)
        scan_latin(text, piece);
}

static void append_bytes(char *to, size_t *length, const char *from, size_t count)
{
    if (*length + count <= TOKEN_BYTES_MAX) {
        memcpy(to + *length, from, count);
        *length += count;
    }
}

/* Makes one word of two that touch: the parts of an acronym, of "aujourd'hui". */
static void append(struct piece *piece, const struct piece *more)
{
    bool differs = piece->accented_length > 0 || more->accented_length > 0;
    if (differs && piece->accented_length == 0) {
        memcpy(piece->accented, piece->term, piece->term_length);
        piece->accented_length = piece->term_length;
    }
    if (differs) {
        bool same = more->accented_length == 0;
        append_bytes(piece->accented, &piece->accented_length, same ? more->term : more->accented,
                     same ? more->term_length : more->accented_length);
    }
    append_bytes(piece->term, &piece->term_length, more->term, more->term_length);
    piece->letters += more->letters;
    piece->digits &= more->digits;
    piece->end = more->end;
    piece->next = more->next;
}

/* How two pieces are linked. */
enum link {
    LINK_NONE,
    LINK_ELISION,  /* the first is cut off: l' */
    LINK_NAME,     /* the first is an Irish or African particle: O', N' */
    LINK_WHOLE,    /* one word: aujourd'hui */
    LINK_ENDING,   /* the second is cut off: 's */
    LINK_HYPHEN,   /* a compound */
    LINK_SPACE     /* a compound that begins with a prefix */
};

/* TERM has at least PREFIX_BYTES bytes that can be read. */
static inline bool is_prefix(const char *term, size_t length)
{
    if (length >= PREFIX_BYTES)
        return false;
    uint64_t padded, row;
    memcpy(&padded, term, sizeof padded);
    padded = htole64(le64toh(padded) & (((uint64_t)1 << 8 * length) - 1));
    for (size_t i = 0; prefixes[length][i][0]; i++) {
        memcpy(&row, prefixes[length][i], sizeof row);
        if (row == padded)
            return true;
    }
    return false;
}

static enum link apostrophe_link(const struct piece *first, const struct piece *second)
{
    for (size_t i = 0; i < COUNT(whole_words); i++)
        if (whole_words[i].before[0] == first->term[0] &&
            strncmp(whole_words[i].before, first->term, first->term_length) == 0 &&
            whole_words[i].before[first->term_length] == '\0' &&
            second->term_length >= strlen(whole_words[i].after) &&
            memcmp(whole_words[i].after, second->term, strlen(whole_words[i].after)) == 0)
            return LINK_WHOLE;
    bool elision = IN_LIST(elisions, first);
    if (IN_LIST(endings, second) && !(elision && first->letters <= 2))
        return LINK_ENDING;
    if (second->term_length == 1 && second->term[0] == 't' && first->letters > 2 &&
        first->term[first->term_length - 1] == 'n') /* don't, can't */
        return LINK_WHOLE;
    char letter = first->term_length == 1 ? first->term[0] : '\0';
    if (second->letters > 1 && !second->digits &&
        (letter == 'o' || ((letter == 'n' || letter == 'm') && first->capital && second->capital)))
        return LINK_NAME;
    return elision ? LINK_ELISION : LINK_HYPHEN;
}

static bool inclusive_ending(const struct piece *piece, bool full_stop)
{
    for (size_t i = 0; i < COUNT(inclusive_endings); i++)
        if ((inclusive_endings[i].full_stop || !full_stop) && !piece->capital &&
            strlen(inclusive_endings[i].ending) == piece->term_length &&
            memcmp(inclusive_endings[i].ending, piece->term, piece->term_length) == 0)
            return true;
    return false;
}

static bool single_letter(const struct piece *piece)
{
    return piece->letters == 1 && !piece->digits;
}

/* U.F.I.S.C: takes in single letters as long as each follows a full stop. True when there were any. */
static bool take_acronym(struct slice text, struct piece *piece)
{
    bool taken = false;
    while (piece->next + 1 < text.length && text.bytes[piece->next] == '.' && starts_word_at(text, piece->next + 1)) {
        piece_bytes bytes;
        struct piece letter;
        scan(text, piece->next + 1, bytes, &letter);
        if (!single_letter(&letter))
            break;
        append(piece, &letter);
        taken = true;
    }
    return taken;
}

/* After a dot: the endings of inclusive writing go, and a Catalan l·l (or professionnel·le) is one word. */
static void take_endings(struct slice text, struct piece *piece)
{
    size_t step;
    while (piece->letters > 2) {
        bool full_stop = piece->next < text.length && text.bytes[piece->next] == '.';
        if (!full_stop && class_at(text, piece->next, &step) != CHAR_MIDDLE_DOT)
            return;
        size_t after = piece->next + (full_stop ? 1 : step);
        if (!starts_word_at(text, after))
            return;
        piece_bytes bytes;
        struct piece second;
        scan(text, after, bytes, &second);
        if (!full_stop && second.term[0] == 'l' && piece->term[piece->term_length - 1] == 'l') {
            append(piece, &second);
        } else if (inclusive_ending(&second, full_stop)) {
            piece->end = second.end;
            piece->next = second.next;
        } else {
            return;
        }
    }
}

/* What stands between the piece and the next one, which begins at *AFTER and is read into NEXT for some links. */
static enum link find_link(struct slice text, const struct piece *piece, bool initials, piece_bytes bytes,
                           struct piece *next, size_t *after)
{
    size_t at = piece->next, step;
    if (at >= text.length)
        return LINK_NONE;
    enum char_class class = class_at(text, at, &step);
    if (class == CHAR_SEPARATOR && initials && text.bytes[at] == '.') { /* J.-L. */
        at += 1;
        class = class_at(text, at, &step);
        if (class != CHAR_HYPHEN)
            return LINK_NONE;
    }
    *after = at + step;
    switch (class) {
    case CHAR_APOSTROPHE:
        if (!starts_word_at(text, *after))
            return LINK_NONE;
        scan(text, *after, bytes, next);
        return next->term_length ? apostrophe_link(piece, next) : LINK_NONE;
    case CHAR_HYPHEN:
        if (starts_word_at(text, *after))
            return LINK_HYPHEN;
        /* A word cut at the end of a line, as pdftotext leaves them. */
        if (*after < text.length && text.bytes[*after] == '\r')
            ++*after;
        if (*after < text.length && text.bytes[*after] == '\n' && !piece->digits)
            return class_at(text, ++*after, &step) == CHAR_LOWER ? LINK_HYPHEN : LINK_NONE;
        return LINK_NONE;
    case CHAR_SPACE:
        if (!is_prefix(piece->term, piece->term_length) || !starts_word_at(text, *after))
            return LINK_NONE;
        scan(text, *after, bytes, next);
        return next->letters >= 4 && !next->digits ? LINK_SPACE : LINK_NONE;
    default:
        return text.bytes[at] == '&' && starts_word_at(text, *after) ? LINK_HYPHEN : LINK_NONE; /* R&D */
    }
}

/* Reads one word at AT with what belongs to it: acronym, "aujourd'hui", endings. Tells how the next is linked. */
static enum link read_word(struct slice text, size_t at, piece_bytes bytes, struct piece *piece, size_t *after)
{
    scan(text, at, bytes, piece);
    for (;;) {
        bool initials = single_letter(piece) || (piece->letters == 2 && piece->capital);
        if (single_letter(piece) && take_acronym(text, piece))
            initials = true;
        take_endings(text, piece);
        piece_bytes more;
        struct piece next;
        enum link link = find_link(text, piece, initials, more, &next, after);
        if (link == LINK_WHOLE) {
            append(piece, &next);
        } else if (link == LINK_ENDING) {
            *after = next.next;
            return link;
        } else {
            return link;
        }
    }
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
        .words = 1, .term = { piece->term, piece->term_length }, .accented = { piece->accented, piece->accented_length },
        .digits = piece->digits, .capital = piece->capital,
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
};

/* Queues the parts FIRST to LAST as one joined token, if they fit. The glue of the first counts if asked. */
static void queue_joined(struct tokenizer *t, const struct compound *c, size_t first, size_t last, bool first_glue,
                         uint32_t position)
{
    if (t->ahead.count >= COUNT(t->ahead.queue))
        return;
    char (*bytes)[TOKEN_BYTES_MAX + 8] = t->ahead.bytes[t->ahead.used];
    struct piece joined = { .term = bytes[0], .accented = bytes[1], .next = 0 };
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
            append(&joined, &(struct piece){ .term = (char *)c->glue[i], .term_length = c->glue_length[i] });
        append(&joined, &c->parts[i]);
    }
    joined.start = first_glue && c->glue_length[first] ? c->glue_start[first] : c->parts[first].start;
    joined.digits = false;
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
    if (c->count < 2 || (c->spaced && c->count > 2) || IN_LIST(clitics, &c->parts[c->count - 1]))
        return false;
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
            is_prefix(c->parts[i].term, c->parts[i].term_length) && !c->parts[i + 1].digits)
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
    t->ahead.head = t->ahead.count = t->ahead.used = 0;
    for (;;) {
        size_t after;
        struct piece *part = &c.parts[c.count];
        if (!glued)
            c.glue_length[c.count] = 0, c.name[c.count] = false;
        enum link link = read_word(text, at, t->ahead.bytes[t->ahead.used], part, &after);
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
        bool linked = link == LINK_HYPHEN || link == LINK_SPACE;
        if (linked)
            at = after;
        if (!linked || t->ahead.chain || c.count == PARTS_MAX) {
            bool whole = !linked && !t->ahead.chain;
            t->ahead.chain = linked && link != LINK_SPACE;
            t->at = at;
            queue_compound(t, &c, whole);
            return;
        }
        c.spaced |= link == LINK_SPACE;
    }
}

/* True when the character at NEXT links this word to nothing: the usual case, told without read_word(). */
static inline bool stands_alone(struct slice text, size_t next, const char *term, size_t length)
{
    if (next >= text.length)
        return true;
    unsigned char c = (unsigned char)text.bytes[next];
    if (c == ' ')
        return !is_prefix(term, length);
    if (c == '.')
        return length > 2 && !starts_word_at(text, next + 1);
    return c < 0x80 && fold_latin[c].class == CHAR_SEPARATOR && c != '&';
}

/* Reads a word of ASCII that stands alone: most words. False, with nothing done, for any other. */
static inline bool plain_word(struct tokenizer *t, struct slice text, size_t at, struct token *token)
{
    const unsigned char *p = (const unsigned char *)text.bytes;
    char *term = t->ahead.bytes[0][0];
    size_t folded;
    bool digits;
    size_t next = at + ascii_word(p + at, text.length - at, term, &folded, &digits);
    if (next == at || !stands_alone(text, next, term, folded))
        return false;
    *token = (struct token){
        .start = (uint32_t)at, .end = (uint32_t)next, .position = ++t->position, .words = 1, .term = { term, folded },
        .accented = { term, 0 }, .digits = digits, .capital = fold_latin[p[at]].class == CHAR_UPPER,
    };
    t->at = next;
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

size_t fold_key(struct slice text, char *out, size_t size)
{
    size_t length = 0, at = 0;
    bool touching = false; /* O'Brien is one word of a key */
    if (size == 0)
        return 0;
    while ((at = skip_to_word(text, at)) < text.length) {
        piece_bytes bytes;
        struct piece piece;
        size_t after;
        enum link link = read_word(text, at, bytes, &piece, &after);
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
