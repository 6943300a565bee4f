#include "charset.h"

#include <errno.h>
#include <iconv.h>
#include <strings.h>
#include <utf8proc.h>

#include "buf.h"
#include "utf8.h"

enum {
    DECLARATION_BYTES = 4096, /* HTML asks for the declaration in the first 1,024; real pages are looser */
    SAMPLE_BYTES = 1 << 18,   /* how much of a file the statistics look at */
    CONTROL_PERCENT = 10,     /* a file with more control bytes than this is no text */
    SMALL_BYTES = 512, SMALL_CONTROL_PERCENT = 30, /* the same for a small file, where a few make many percent */
    NFC_GAP = 48,             /* ASCII bytes that end a stretch to normalise */
    NFC_STRETCH = 1024,       /* and its length */
    NFC_MARKS_MAX = 30        /* on one letter, after Unicode's Stream-Safe Text Format: ordering is quadratic */
};

/* Binary formats by their first bytes, so that the refusal says what the file is. */
static const struct { const char *bytes; size_t length; const char *what; } magics[] = {
    { "%PDF-", 5, "a PDF document, not text" },
    { "PK\003\004", 4, "a ZIP archive or an office document, not text" },
    { "\320\317\021\340", 4, "an old office document, not text" },
    { "{\\rtf", 5, "an RTF document, not text" },
    { "\037\213", 2, "a gzip archive, not text" },
    { "\211PNG", 4, "an image, not text" },
    { "\377\330\377", 3, "an image, not text" },
    { "GIF8", 4, "an image, not text" },
    { "\177ELF", 4, "a program, not text" },
    { "SQLite format 3", 15, "a database, not text" }
};

/* Bytes 0x80 to 0x9F of windows-1252, after the Encoding Standard of WHATWG; the five holes are unknown. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
    0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0xFFFD, 0x017E, 0x0178
};

/* Where iso-8859-15 differs from iso-8859-1. */
static const struct { unsigned char byte; uint16_t character; } latin9[] = {
    { 0xA4, 0x20AC }, { 0xA6, 0x0160 }, { 0xA8, 0x0161 }, { 0xB4, 0x017D }, { 0xB8, 0x017E }, { 0xBC, 0x0152 },
    { 0xBD, 0x0153 }, { 0xBE, 0x0178 }
};

static const struct { const char *alias, *name; } aliases[] = {
    { "iso-8859-1", "windows-1252" }, { "iso8859-1", "windows-1252" }, { "iso_8859-1", "windows-1252" },
    { "latin1", "windows-1252" }, { "latin-1", "windows-1252" }, { "l1", "windows-1252" },
    { "us-ascii", "windows-1252" }, { "ascii", "windows-1252" }, { "ansi", "windows-1252" },
    { "cp1252", "windows-1252" }, { "cp-1252", "windows-1252" }, { "x-cp1252", "windows-1252" },
    { "iso8859-15", "iso-8859-15" }, { "latin9", "iso-8859-15" }, { "latin-9", "iso-8859-15" },
    { "utf8", "UTF-8" }, { "utf-8", "UTF-8" }, { "x-mac-roman", "macintosh" }, { "macroman", "macintosh" }
};

/* Text statistics: the charsets of Western European files, and what their bytes 0x80-0xFF mean. */
enum { CANDIDATES = 4 };
static const char *const candidates[CANDIDATES] = { "windows-1252", "iso-8859-15", "macintosh", "cp850" };

/* Characters that French, English and neighbouring languages really use, beside a letter and elsewhere. */
static const char frequent_letters[] = "éèàêçùôîâû’";
static const char expected_letters[] = "ëïœüÉÈÀÊÇÔÎŒæöäñáíóúßÖÄÜÂ";
static const char expected_signs[] = "«»’“”–—…€°• ·‘²";

static struct slice canonical_charset(struct slice name)
{
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (strlen(aliases[i].alias) == name.length && !strncasecmp(aliases[i].alias, name.bytes, name.length))
            return slice_of(aliases[i].name);
    return name;
}

/* The value after `charset=` or `encoding=`, at most 40 plain characters. */
static struct slice declared_value(struct slice at)
{
    while (at.length && (*at.bytes == ' ' || *at.bytes == '\t'))
        at.bytes++, at.length--;
    if (!at.length || *at.bytes != '=')
        return SLICE("");
    at.bytes++, at.length--;
    while (at.length && (*at.bytes == ' ' || *at.bytes == '"' || *at.bytes == '\''))
        at.bytes++, at.length--;
    size_t n = 0;
    while (n < at.length && n < 40 && at.bytes[n] > ' ' && !strchr("\"';/>?<", at.bytes[n]))
        n++;
    return (struct slice){ at.bytes, n };
}

struct slice charset_declared(struct slice bytes)
{
    size_t end = bytes.length < DECLARATION_BYTES ? bytes.length : DECLARATION_BYTES;
    bool xml = slice_starts(slice_trim((struct slice){ bytes.bytes, end }), SLICE("<?xml"));
    bool meta = false;
    for (size_t i = 0; i + 8 < end; i++) {
        const char *at = bytes.bytes + i;
        if (*at == '<')
            meta = i + 5 < end && !strncasecmp(at + 1, "meta", 4);
        size_t skip = 0;
        if (meta && !strncasecmp(at, "charset", 7))
            skip = 7;
        else if (xml && !strncmp(at, "encoding", 8))
            skip = 8;
        if (!skip)
            continue;
        struct slice value = declared_value((struct slice){ at + skip, end - i - skip });
        if (value.length)
            return canonical_charset(value);
    }
    return SLICE("");
}

static enum status refuse_binary(struct slice bytes, struct error *error)
{
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
        if (slice_starts(bytes, (struct slice){ magics[i].bytes, magics[i].length }))
            return error_set(error, STATUS_FORMAT, "%s", magics[i].what);
    return STATUS_OK;
}

static bool is_control(unsigned char c)
{
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7F;
}

/* How many bytes from AT on are printable ASCII, tabs or line ends, found eight at a time. */
static size_t plain_run(struct slice bytes, size_t at)
{
    const uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u;
    size_t i = at;
    for (; i + 8 <= bytes.length; i += 8) {
        uint64_t word;
        memcpy(&word, bytes.bytes + i, 8);
        uint64_t below_space = (word - ones * 0x20) & ~word, del = word ^ ones * 0x7F;
        if ((word | ((del - ones) & ~del)) & highs)
            break;
        if (below_space & highs) {
            for (size_t k = i; k < i + 8; k++)
                if (is_control((unsigned char)bytes.bytes[k]))
                    return k - at;
        }
    }
    while (i < bytes.length && (unsigned char)bytes.bytes[i] < 0x80 && !is_control((unsigned char)bytes.bytes[i]))
        i++;
    return i - at;
}

struct census {
    size_t controls, even_nuls, odd_nuls; /* in the sample */
    size_t multibyte, broken;             /* in the whole */
    bool any_control;
};

static struct census take_census(struct slice bytes)
{
    struct census census = { 0 };
    for (size_t i = plain_run(bytes, 0); i < bytes.length; i += plain_run(bytes, i)) {
        unsigned char c = (unsigned char)bytes.bytes[i];
        size_t step;
        if (c < 0x80) {
            census.any_control = true;
            census.controls += i < SAMPLE_BYTES;
            if (c == 0 && i < SAMPLE_BYTES)
                (i & 1) ? census.odd_nuls++ : census.even_nuls++;
            i++;
            continue;
        }
        if (utf8_decode(bytes.bytes + i, bytes.length - i, &step) == UTF8_INVALID)
            census.broken++;
        else
            census.multibyte++;
        i += step;
    }
    return census;
}

static uint32_t single_byte(unsigned char byte, bool nine)
{
    if (byte < 0x80)
        return is_control(byte) ? ' ' : byte;
    if (nine)
        for (size_t i = 0; i < sizeof latin9 / sizeof *latin9; i++)
            if (latin9[i].byte == byte)
                return latin9[i].character;
    return byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
}

static struct slice from_single_byte(struct arena *arena, struct slice bytes, bool nine)
{
    struct buf out = BUF_INIT(arena);
    for (size_t i = 0, from; i < bytes.length;) {
        from = i;
        i += plain_run(bytes, i);
        buf_add(&out, bytes.bytes + from, i - from);
        if (i < bytes.length)
            buf_add_utf8(&out, single_byte((unsigned char)bytes.bytes[i++], nine));
    }
    return buf_slice(&out);
}

/* UTF-8 with its broken bytes read as windows-1252: files put together from two sources. */
static struct slice from_utf8(struct arena *arena, struct slice bytes)
{
    struct buf out = BUF_INIT(arena);
    size_t kept = 0, step;
    for (size_t i = 0; i < bytes.length; i += step) {
        unsigned char c = (unsigned char)bytes.bytes[i];
        uint32_t character = c < 0x80 ? c : utf8_decode(bytes.bytes + i, bytes.length - i, &step);
        if (c < 0x80)
            step = 1;
        bool control = c < 0x80 && is_control(c);
        if (!control && character != UTF8_INVALID)
            continue;
        buf_add(&out, bytes.bytes + kept, i - kept);
        buf_add_utf8(&out, single_byte(c, false));
        kept = i + 1;
    }
    buf_add(&out, bytes.bytes + kept, bytes.length - kept);
    return buf_slice(&out);
}

/* Any other charset through iconv; what it can't read becomes U+FFFD. False when iconv does not know the name. */
static bool from_iconv(struct arena *arena, struct slice bytes, const char *name, struct slice *text)
{
    /* All memory first: nothing may leave while the descriptor is open. No charset gives more than four bytes for
     * one. */
    size_t room = bytes.length * 4 + 8;
    char *out = arena_alloc(arena, room), *to = out;
    iconv_t converter = iconv_open("UTF-8", name);
    if (converter == (iconv_t)-1)
        return false;
    char *in = (char *)(uintptr_t)bytes.bytes;
    size_t left = bytes.length;
    while (left && iconv(converter, &in, &left, &to, &room) == (size_t)-1 && errno != E2BIG && room > 4) {
        memcpy(to, "\357\277\275", 3);
        to += 3, room -= 3;
        in++, left--;
    }
    iconv_close(converter);
    *text = (struct slice){ out, (size_t)(to - out) };
    return true;
}

static bool contains_character(const char *set, uint32_t character)
{
    size_t length = strlen(set), step;
    for (size_t i = 0; i < length; i += step)
        if (utf8_decode(set + i, length - i, &step) == character)
            return true;
    return false;
}

/* What the bytes 0x80-0xFF mean in a charset; 0 for none. */
static void decode_high_half(const char *name, uint32_t to[128])
{
    bool nine = !strcmp(name, "iso-8859-15");
    if (nine || !strcmp(name, "windows-1252")) {
        for (unsigned i = 0; i < 128; i++)
            to[i] = nine && i < 0x20 ? 0xFFFD : single_byte((unsigned char)(i + 0x80), nine);
        return;
    }
    memset(to, 0, 128 * sizeof *to);
    iconv_t converter = iconv_open("UTF-8", name);
    if (converter == (iconv_t)-1)
        return;
    for (unsigned i = 0; i < 128; i++) {
        char byte = (char)(i + 0x80), out[8], *in = &byte, *end = out;
        size_t left = 1, room = sizeof out, step;
        if (iconv(converter, &in, &left, &end, &room) != (size_t)-1 && end > out)
            to[i] = utf8_decode(out, (size_t)(end - out), &step);
        iconv(converter, NULL, NULL, NULL, NULL);
    }
    iconv_close(converter);
}

static bool ascii_letter(unsigned char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Each high byte votes: an expected letter beside a letter, or an expected sign elsewhere, counts for a charset;
 * anything else against it. The first candidate wins a tie. */
static const char *likeliest_charset(struct slice bytes)
{
    size_t beside[128] = { 0 }, alone[128] = { 0 };
    for (size_t i = 0; i < bytes.length && i < SAMPLE_BYTES; i++) {
        unsigned char c = (unsigned char)bytes.bytes[i];
        if (c < 0x80)
            continue;
        bool letter = (i > 0 && ascii_letter((unsigned char)bytes.bytes[i - 1])) ||
                      (i + 1 < bytes.length && ascii_letter((unsigned char)bytes.bytes[i + 1]));
        if (letter) /* not one array chosen: gcc's object-size check takes that for an overrun */
            beside[c - 0x80]++;
        else
            alone[c - 0x80]++;
    }
    const char *best = candidates[0];
    long best_score = 0;
    for (size_t k = 0; k < CANDIDATES; k++) {
        uint32_t meaning[128];
        decode_high_half(candidates[k], meaning);
        long score = 0;
        for (unsigned i = 0; i < 128; i++) {
            if (!beside[i] && !alone[i])
                continue;
            bool is_frequent = contains_character(frequent_letters, meaning[i]);
            bool is_letter = is_frequent || contains_character(expected_letters, meaning[i]);
            bool is_sign = contains_character(expected_signs, meaning[i]) || meaning[i] == 0xA0;
            score += (long)beside[i] * (is_frequent ? 3 : is_letter || is_sign ? 1 : -2);
            score += (long)alone[i] * (is_sign ? 2 : is_letter ? 1 : -2);
        }
        if (k == 0 || score > best_score) {
            best_score = score;
            best = candidates[k];
        }
    }
    return best;
}

static const char *wide_charset(struct slice bytes, const struct census *census, size_t *mark)
{
    *mark = 2;
    if (slice_starts(bytes, SLICE("\377\376")))
        return "UTF-16LE";
    if (slice_starts(bytes, SLICE("\376\377")))
        return "UTF-16BE";
    *mark = 0;
    size_t half = (bytes.length < SAMPLE_BYTES ? bytes.length : SAMPLE_BYTES) / 2;
    if (half >= 4 && census->odd_nuls * 10 > half * 7 && census->even_nuls * 10 < half)
        return "UTF-16LE";
    if (half >= 4 && census->even_nuls * 10 > half * 7 && census->odd_nuls * 10 < half)
        return "UTF-16BE";
    return NULL;
}

enum status charset_to_utf8(struct arena *arena, struct slice bytes, struct slice declared, struct slice *text,
                            const char **name, struct error *error)
{
    if (refuse_binary(bytes, error) != STATUS_OK)
        return error->status;
    struct census census = take_census(bytes);
    size_t mark;
    const char *wide = wide_charset(bytes, &census, &mark);
    if (wide) {
        *name = wide;
        if (!from_iconv(arena, (struct slice){ bytes.bytes + mark, bytes.length - mark }, wide, text))
            return error_set(error, STATUS_FORMAT, "this system can't read %s", wide);
        *text = charset_nfc(arena, from_utf8(arena, *text));
        return STATUS_OK;
    }
    size_t sample = bytes.length < SAMPLE_BYTES ? bytes.length : SAMPLE_BYTES;
    if (census.controls * 100 > sample * (sample < SMALL_BYTES ? SMALL_CONTROL_PERCENT : CONTROL_PERCENT))
        return error_set(error, STATUS_FORMAT, "binary data, not text");
    if (slice_starts(bytes, SLICE("\357\273\277")))
        bytes.bytes += 3, bytes.length -= 3, census.multibyte += census.broken + 1;
    declared = canonical_charset(declared);
    if (census.broken * 2 <= census.multibyte) {
        *name = "UTF-8";
        *text = census.broken || census.any_control ? from_utf8(arena, bytes) : bytes;
    } else {
        *name = declared.length && strncasecmp(declared.bytes, "utf", 3) ? arena_dup_slice(arena, declared)
                                                                         : likeliest_charset(bytes);
        bool nine = !strcasecmp(*name, "iso-8859-15");
        if (nine || !strcasecmp(*name, "windows-1252")) {
            *text = from_single_byte(arena, bytes, nine);
        } else if (from_iconv(arena, bytes, *name, text)) {
            *text = from_utf8(arena, *text);
        } else {
            *name = "windows-1252"; /* a declared charset that nobody knows */
            *text = from_single_byte(arena, bytes, false);
        }
    }
    *text = charset_nfc(arena, *text);
    return STATUS_OK;
}

/* Could the character that starts here compose, or be changed by NFC? A superset of the Unicode quick check's No and
 * Maybe, from the lead bytes of the blocks that hold such characters. */
static bool nfc_suspect(const unsigned char *p, size_t left)
{
    switch (p[0]) {
    case 0xCC:
        return true;
    case 0xCD:
        return left > 1 && p[1] < 0xB8 && p[1] != 0xB1;
    case 0xCE:
        return left > 1 && p[1] == 0x87;
    case 0xD6: case 0xD7: case 0xD8: case 0xD9: case 0xDB: case 0xDF:
        return true;
    case 0xE0: case 0xE1:
        return true;
    case 0xE2:
        return left > 2 && ((p[1] == 0x84 && (p[2] == 0xA6 || p[2] == 0xAA || p[2] == 0xAB)) || p[1] == 0x83 ||
                            p[1] == 0xAB || (p[1] == 0x8C && (p[2] == 0xA9 || p[2] == 0xAA)) ||
                            (p[1] == 0x80 && (p[2] == 0x80 || p[2] == 0x81)));
    case 0xE3:
        return left > 2 && (p[1] == 0x82 || p[1] == 0x80);
    case 0xEA: case 0xEF: case 0xF0: case 0xF1: case 0xF2: case 0xF3: case 0xF4:
        return true;
    default:
        return false;
    }
}

struct scratch {
    utf8proc_int32_t *points;
    size_t room;
};

static void normalise_stretch(struct buf *out, struct scratch *scratch, struct slice stretch)
{
    utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    utf8proc_ssize_t count = (utf8proc_ssize_t)stretch.length + 16;
    if ((size_t)count > scratch->room) {
        scratch->room = (size_t)count;
        scratch->points = arena_alloc(out->arena, (scratch->room + 1) * sizeof *scratch->points);
    }
    count = utf8proc_decompose((const utf8proc_uint8_t *)stretch.bytes, (utf8proc_ssize_t)stretch.length,
                               scratch->points, (utf8proc_ssize_t)scratch->room, options);
    if (count > (utf8proc_ssize_t)scratch->room) { /* some characters decompose into many */
        scratch->room = (size_t)count;
        scratch->points = arena_alloc(out->arena, (scratch->room + 1) * sizeof *scratch->points);
        count = utf8proc_decompose((const utf8proc_uint8_t *)stretch.bytes, (utf8proc_ssize_t)stretch.length,
                                   scratch->points, (utf8proc_ssize_t)scratch->room, options);
    }
    utf8proc_ssize_t bytes = count < 0 ? count : utf8proc_reencode(scratch->points, count, options);
    if (bytes < 0)
        buf_add_slice(out, stretch); /* only for text that is no UTF-8, which the callers exclude */
    else
        buf_add(out, scratch->points, (size_t)bytes);
}

/* The end of the stretch to normalise: after some ASCII, or at a character that nothing before can compose with. */
static size_t stretch_end(struct slice text, size_t from, size_t i)
{
    const unsigned char *p = (const unsigned char *)text.bytes;
    size_t ascii = 0, marks = 0, step;
    for (; i < text.length && ascii < NFC_GAP; i += step) {
        ascii = p[i] < 0x80 ? ascii + 1 : 0;
        bool starter = p[i] < 0x80 || !nfc_suspect(p + i, text.length - i);
        marks = p[i] == 0xCC || p[i] == 0xCD ? marks + 1 : 0;
        if ((starter && i - from >= NFC_STRETCH / 2) || i - from >= NFC_STRETCH || marks > NFC_MARKS_MAX)
            break;
        utf8_decode(text.bytes + i, text.length - i, &step);
    }
    return i;
}

struct slice charset_nfc(struct arena *arena, struct slice text)
{
    const unsigned char *p = (const unsigned char *)text.bytes;
    struct buf out = BUF_INIT(arena);
    struct scratch scratch = { 0 };
    size_t done = 0, i = 0;
    while ((i += plain_run(text, i)) < text.length) {
        if (p[i] < 0xCC || !nfc_suspect(p + i, text.length - i)) {
            i++;
            continue;
        }
        size_t from = i > done ? utf8_floor(text.bytes, text.length, i - 1) : i;
        i = stretch_end(text, from, i);
        buf_add(&out, text.bytes + done, from - done);
        normalise_stretch(&out, &scratch, (struct slice){ text.bytes + from, i - from });
        done = i;
    }
    if (done == 0)
        return text;
    buf_add(&out, text.bytes + done, text.length - done);
    return buf_slice(&out);
}
