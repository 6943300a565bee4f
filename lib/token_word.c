#include "token_word.h"

#include <string.h>

/* What an apostrophe cuts off before a word. `whole` gives the rare ones that make one word with what follows. */
static const char *const elisions[] = {
    "c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "parcequ", "presqu", "puisqu", "quelqu",
    "quoiqu",
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
    [5] = { "cyber", "extra", "hydro", "hyper", "infra", "inter", "intra", "macro", "micro", "multi", "pluri",
            "quasi", "socio", "trans", "ultra" },
    [6] = { "pseudo", "psycho" },
    [7] = { "electro" },
};

/* Pronouns that follow their verb after a hyphen: "dit-il", "celui-ci" are no compounds. */
static const char *const clitics[] = {
    "ce", "ci", "elle", "elles", "en", "il", "ils", "je", "la", "le", "les", "leur", "lui", "moi", "nous", "on", "t",
    "toi", "tu", "vous", "y",
};

static bool in_list(const char *const *list, size_t count, const char *bytes, size_t length)
{
    for (size_t i = 0; i < count; i++)
        if (list[i][0] == bytes[0] && strncmp(list[i], bytes, length) == 0 && list[i][length] == '\0')
            return true;
    return false;
}

#define IN_LIST(list, piece) in_list((list), COUNT(list), (piece)->term, (piece)->term_length)

/* A word with characters beyond the table, marks, or characters to ignore: read to its end, folded as a whole. */
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

void word_read_piece(struct slice text, size_t at, struct token_bytes *bytes, struct piece *piece)
{
    size_t step;
    piece->start = at;
    piece->term = bytes->term;
    piece->accented = bytes->accented;
    piece->accented_length = 0;
    piece->capital = class_at(text, at, &step) == CHAR_UPPER;
    size_t length = ascii_word((const unsigned char *)text.bytes + at, text.length - at, bytes->term,
                               &piece->term_length, &piece->digits);
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

void piece_append(struct piece *piece, const struct piece *more)
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

bool word_is_prefix(const char *term, size_t length)
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

bool word_is_clitic(const struct piece *piece)
{
    return IN_LIST(clitics, piece);
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
        struct token_bytes bytes;
        struct piece letter;
        word_read_piece(text, piece->next + 1, &bytes, &letter);
        if (!single_letter(&letter))
            break;
        piece_append(piece, &letter);
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
        struct token_bytes bytes;
        struct piece second;
        word_read_piece(text, after, &bytes, &second);
        if (!full_stop && second.term[0] == 'l' && piece->term[piece->term_length - 1] == 'l') {
            piece_append(piece, &second);
        } else if (inclusive_ending(&second, full_stop)) {
            piece->end = second.end;
            piece->next = second.next;
        } else {
            return;
        }
    }
}

/* Do three digits and no more begin at AT? */
static bool group_at(struct slice text, size_t at)
{
    size_t step;
    for (size_t i = 0; i < 3; i++)
        if (at + i >= text.length || text.bytes[at + i] < '0' || text.bytes[at + i] > '9')
            return false;
    return !fold_class_starts_word(class_at(text, at + 3, &step));
}

/* 1 200, 1.200, 1,200, 1'200: one number? */
static bool groups(struct slice text, const struct piece *piece, enum char_class between, size_t after)
{
    char c = text.bytes[piece->next];
    return piece->digits && piece->letters <= 3
        && (between == CHAR_SPACE || between == CHAR_APOSTROPHE || c == '.' || c == ',') && group_at(text, after);
}

/* What stands between the piece and the next one, which begins at *AFTER and is read into NEXT for some links. */
static enum link find_link(struct slice text, const struct piece *piece, bool initials, struct token_bytes *bytes,
                           struct piece *next, size_t *after)
{
    size_t at = piece->next, step;
    if (at >= text.length)
        return LINK_NONE;
    enum char_class class = class_at(text, at, &step);
    *after = at + step;
    if (groups(text, piece, class, *after))
        return LINK_GROUP;
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
        word_read_piece(text, *after, bytes, next);
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
        if (!word_is_prefix(piece->term, piece->term_length) || !starts_word_at(text, *after))
            return LINK_NONE;
        word_read_piece(text, *after, bytes, next);
        return next->letters >= 4 && !next->digits ? LINK_SPACE : LINK_NONE;
    default:
        return text.bytes[at] == '&' && starts_word_at(text, *after) ? LINK_HYPHEN : LINK_NONE; /* R&D */
    }
}

enum link word_read(struct slice text, size_t at, struct token_bytes *bytes, struct piece *piece, size_t *after)
{
    word_read_piece(text, at, bytes, piece);
    for (;;) {
        bool initials = single_letter(piece) || (piece->letters == 2 && piece->capital);
        if (single_letter(piece) && take_acronym(text, piece))
            initials = true;
        take_endings(text, piece);
        struct token_bytes more;
        struct piece next;
        enum link link = find_link(text, piece, initials, &more, &next, after);
        if (link == LINK_WHOLE) {
            piece_append(piece, &next);
        } else if (link == LINK_ENDING) {
            *after = next.next;
            return link;
        } else {
            return link;
        }
    }
}
