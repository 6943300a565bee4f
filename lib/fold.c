/* Folding after Unicode Standard Annex 15 (normalisation) and section 3.13 (case folding), with utf8proc's data. */
#include "fold.h"

#include <string.h>
#include <utf8proc.h>

#include "token.h"
#include "utf8.h"

/* No Unicode decomposition takes these apart, yet they are typed without their stroke or as two letters. */
static const struct {
    uint32_t code_point;
    char term[3];
} strokes[] = {
    { 0x00E6, "ae" }, { 0x00F0, "d" }, { 0x00F8, "o" }, { 0x00FE, "th" }, { 0x0111, "d" }, { 0x0127, "h" },
    { 0x0131, "i" }, { 0x0138, "k" }, { 0x0142, "l" }, { 0x014B, "n" }, { 0x0153, "oe" }, { 0x0167, "t" },
};

/* Where the general category alone would mislead; sorted. */
static const struct {
    uint32_t first, last;
    enum char_class class;
} exceptions[] = {
    { '\t', '\t', CHAR_SPACE }, { ' ', ' ', CHAR_SPACE },
    { '\'', '\'', CHAR_APOSTROPHE }, { '-', '-', CHAR_HYPHEN }, { '`', '`', CHAR_APOSTROPHE },
    { 0x00A0, 0x00A0, CHAR_SPACE },
    { 0x00AA, 0x00AA, CHAR_SEPARATOR },  /* ª and º are letters to Unicode: "nº3" is read as "n°3" */
    { 0x00B4, 0x00B4, CHAR_APOSTROPHE }, { 0x00B7, 0x00B7, CHAR_MIDDLE_DOT }, { 0x00BA, 0x00BA, CHAR_SEPARATOR },
    { 0x02B9, 0x02BD, CHAR_APOSTROPHE }, /* modifier letters that stand for an apostrophe */
    { 0x2000, 0x200A, CHAR_SPACE },
    { 0x2010, 0x2011, CHAR_HYPHEN }, { 0x2018, 0x2019, CHAR_APOSTROPHE }, { 0x201B, 0x201B, CHAR_APOSTROPHE },
    { 0x2022, 0x2022, CHAR_MIDDLE_DOT }, { 0x2027, 0x2027, CHAR_MIDDLE_DOT }, { 0x202F, 0x202F, CHAR_SPACE },
    { 0x2032, 0x2032, CHAR_APOSTROPHE },
    { 0x2080, 0x2089, CHAR_DIGIT },      /* CO₂; superscripts stay separators, being mostly calls of notes */
    { 0x2212, 0x2212, CHAR_HYPHEN }, { 0x22C5, 0x22C5, CHAR_MIDDLE_DOT }, { 0xFF07, 0xFF07, CHAR_APOSTROPHE },
    { 0xFF0D, 0xFF0D, CHAR_HYPHEN },
};

static enum char_class class_from_unicode(uint32_t c)
{
    size_t low = 0, high = sizeof exceptions / sizeof *exceptions;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (c > exceptions[middle].last)
            low = middle + 1;
        else if (c < exceptions[middle].first)
            high = middle;
        else
            return exceptions[middle].class;
    }
    if (c > 0x10FFFF)
        return CHAR_SEPARATOR;
    const utf8proc_property_t *property = utf8proc_get_property((utf8proc_int32_t)c);
    if (property->ignorable)
        return CHAR_IGNORED;
    switch (property->category) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
        return CHAR_UPPER;
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL:
        return CHAR_LOWER;
    case UTF8PROC_CATEGORY_ND:
        return CHAR_DIGIT;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
        return CHAR_MARK;
    default:
        return CHAR_SEPARATOR;
    }
}

enum char_class fold_class(uint32_t c)
{
    return c < FOLD_LATIN_COUNT ? (enum char_class)fold_latin[c].class : class_from_unicode(c);
}

bool char_is_word(uint32_t c)
{
    enum char_class class = fold_class(c);
    return fold_class_starts_word(class) || class == CHAR_MARK;
}

bool char_is_upper(uint32_t c)
{
    return fold_class(c) == CHAR_UPPER;
}

/* Accents, Hebrew and Arabic points, strokes laid over a letter. The vowel signs of India, the tone marks of
 * Thai and the voicing marks of Japanese make another letter and stay. */
static bool is_accent(utf8proc_int32_t c)
{
    utf8proc_propval_t class = utf8proc_get_property(c)->combining_class;
    return class == 1 || (class >= 10 && class <= 36) || class >= 200;
}

static size_t encode(const utf8proc_int32_t *characters, size_t count, char *out, size_t size)
{
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        utf8proc_uint8_t bytes[4];
        size_t n = (size_t)utf8proc_encode_char(characters[i], bytes);
        if (length + n > size)
            break;
        memcpy(out + length, bytes, n);
        length += n;
    }
    return length;
}

enum { DECOMPOSED_MAX = 1024, WORD_BYTES_READ = 512, EXPANSION_MAX = 18 }; /* U+FDFA becomes 18 characters */
_Static_assert(DECOMPOSED_MAX / EXPANSION_MAX * 3 > TOKEN_BYTES_MAX, "a shortened word still fills a token");

/* The characters of a word, taken apart; of a very long one only as many bytes as are sure to be enough. */
static size_t decompose(const char *bytes, size_t length, utf8proc_option_t options, utf8proc_int32_t *out)
{
    length = length > WORD_BYTES_READ ? utf8_floor(bytes, length, WORD_BYTES_READ) : length;
    for (;;) {
        utf8proc_ssize_t n = utf8proc_decompose((const utf8proc_uint8_t *)bytes, (utf8proc_ssize_t)length, out,
                                                DECOMPOSED_MAX, options);
        if (n <= DECOMPOSED_MAX)
            return n > 0 ? (size_t)n : 0;
        length = utf8_floor(bytes, length, length / 2);
    }
}

static size_t compose(utf8proc_int32_t *characters, size_t count)
{
    utf8proc_ssize_t n = utf8proc_normalize_utf32(characters, (utf8proc_ssize_t)count,
                                                  UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    return n > 0 ? (size_t)n : 0;
}

static const utf8proc_option_t DECOMPOSE =
    UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_IGNORE;

/* Strips accents from decomposed characters; those that are no part of a word go too when words_only. Room for
 * DECOMPOSED_MAX; a stroke row makes two of one, so the last may fall out. */
static size_t strip(utf8proc_int32_t *characters, size_t count, bool words_only)
{
    utf8proc_int32_t out[DECOMPOSED_MAX];
    size_t n = 0;
    for (size_t i = 0; i < count && n + 2 <= DECOMPOSED_MAX; i++) {
        utf8proc_int32_t c = characters[i];
        if (is_accent(c) || (words_only && !char_is_word((uint32_t)c)))
            continue;
        size_t row = 0;
        while (row < sizeof strokes / sizeof *strokes && strokes[row].code_point != (uint32_t)c)
            row++;
        if (row == sizeof strokes / sizeof *strokes)
            out[n++] = c;
        else
            for (const char *p = strokes[row].term; *p; p++)
                out[n++] = *p;
    }
    memcpy(characters, out, n * sizeof *out);
    return compose(characters, n);
}

void fold_word(const char *bytes, size_t length, size_t size, char *term, size_t *term_length, char *accented,
               size_t *accented_length)
{
    utf8proc_int32_t characters[DECOMPOSED_MAX];
    size_t n = decompose(bytes, length, DECOMPOSE | UTF8PROC_CASEFOLD, characters);
    n = strip(characters, n, true);
    *term_length = encode(characters, n, term, size);

    size_t count = decompose(bytes, length, DECOMPOSE, characters);
    n = 0;
    for (size_t i = 0; i < count; i++)
        if (char_is_word((uint32_t)characters[i]))
            characters[n++] = characters[i];
    n = compose(characters, n);
    for (size_t i = 0; i < n; i++)
        characters[i] = utf8proc_tolower(characters[i]);
    *accented_length = encode(characters, n, accented, size);
}

size_t fold_char(uint32_t c, char out[8])
{
    if (c < FOLD_LATIN_COUNT && fold_class_starts_word((enum char_class)fold_latin[c].class)) {
        memcpy(out, fold_latin[c].term, fold_latin[c].term_length);
        return fold_latin[c].term_length;
    }
    utf8proc_uint8_t bytes[4];
    utf8proc_int32_t characters[DECOMPOSED_MAX];
    if (c > 0x10FFFF || fold_class(c) == CHAR_IGNORED)
        return 0;
    size_t length = (size_t)utf8proc_encode_char((utf8proc_int32_t)c, bytes);
    size_t n = decompose((const char *)bytes, length, DECOMPOSE | UTF8PROC_CASEFOLD, characters);
    return encode(characters, strip(characters, n, false), out, 8);
}
