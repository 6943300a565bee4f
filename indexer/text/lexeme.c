#include "lexeme.h"

#include "gazetteer.h"
#include "token.h"
#include "utf8.h"

enum { FOLDED_MAX = 96, GLUED_NAME_MIN = 4, JOINED_NAME_MIN = 3, TWICE_WORDS_MAX = 4, TWICE_BYTES_MIN = 6,
       CACHE_MIN = 256, CACHE_MAX = 16384,
       BYTES_PER_SLOT = 32,
       BYTES_PER_LEXEME = 5 };

/* Words that lose their vowel before another word. */
static const char *const elisions[] = { "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu",
                                        "quoiqu" };

/* Their period does not end a sentence. */
static const char *const abbreviations[] = { "m", "mm", "mme", "mmes", "mlle", "mr", "mrs", "ms", "dr", "pr", "prof",
                                             "st", "ste", "av", "bd", "art", "al", "cf", "ex", "no", "vol", "p", "pp",
                                             "env", "tel", "hon", "rev", "jr", "sr", "vs", "janv", "fevr", "juil",
                                             "sept", "oct", "nov", "dec", "jan", "feb", "mar", "apr", "aug" };

static const char *const ordinal_endings[] = { "er", "re", "ere", "e", "eme", "ieme", "nd", "nde", "st", "rd", "th",
                                               "o", "ers", "es", "emes" };

static bool in_list(const char *const *list, size_t count, const char *folded)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(list[i], folded) == 0)
            return true;
    return false;
}
#define IN_LIST(list, folded) in_list((list), sizeof(list) / sizeof *(list), (folded))

struct known {                   /* a word seen before in this text */
    uint32_t start, length;
    const char *folded;
    uint32_t lexicon;
};

struct lexer {
    struct report *report;
    const struct gazetteer *gazetteer;
    const char *text;
    uint32_t length, at;
    size_t room;
    struct known *cache;         /* words seen, by the low bits of their hash; a new one takes the place */
    uint32_t cache_mask;
    uint8_t before;
    bool sentence;               /* the next word begins a sentence */
    bool glued;                  /* hours stick to words here: line breaks were lost where the text was copied */
};

enum char_kind { KIND_OTHER, KIND_SPACE, KIND_LOWER, KIND_UPPER, KIND_DIGIT };

static enum char_kind kind_of_wide(const struct lexer *l, uint32_t at, uint32_t *c, size_t *step)
{
    *c = utf8_decode(l->text + at, l->length - at, step);
    if (*c == UTF8_INVALID)
        return KIND_OTHER;
    if (*c == 0xA0 || *c == 0x202F || (*c >= 0x2000 && *c <= 0x200B) || *c == 0x3000 || *c == 0xFEFF)
        return KIND_SPACE;
    if (!char_is_word(*c))
        return KIND_OTHER;
    return char_is_upper(*c) ? KIND_UPPER : KIND_LOWER;
}

static inline enum char_kind kind_at(const struct lexer *l, uint32_t at, uint32_t *c, size_t *step)
{
    unsigned char byte = (unsigned char)l->text[at];
    if (byte >= 0x80)
        return kind_of_wide(l, at, c, step);
    *c = byte;
    *step = 1;
    if (byte >= 'a' && byte <= 'z')
        return KIND_LOWER;
    if (byte >= 'A' && byte <= 'Z')
        return KIND_UPPER;
    if (byte >= '0' && byte <= '9')
        return KIND_DIGIT;
    return byte <= ' ' || byte == 0x7F ? KIND_SPACE : KIND_OTHER;
}

static bool is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x02BC;
}

static bool is_hyphen(uint32_t c)
{
    return c == '-' || c == 0x2010 || c == 0x2011;
}

static bool letter_at(const struct lexer *l, uint32_t at, bool digits, enum char_kind *kind)
{
    uint32_t c;
    size_t step;
    if (at >= l->length)
        return false;
    *kind = kind_at(l, at, &c, &step);
    return *kind == KIND_LOWER || *kind == KIND_UPPER || (digits && *kind == KIND_DIGIT);
}

/* Folds a stretch of the text into OUT; a word longer than the room is cut, which no table would know anyway. */
static size_t fold_into(const char *bytes, size_t length, bool periods, char out[FOLDED_MAX])
{
    size_t n = 0;
    for (size_t i = 0; i < length && n + 9 < FOLDED_MAX;) {
        unsigned char byte = (unsigned char)bytes[i];
        size_t step = 1;
        if (byte >= 'A' && byte <= 'Z') {
            out[n++] = (char)(byte + 32);
        } else if (byte < 0x80) {
            if (byte != '.' || !periods)
                out[n++] = (char)byte;
        } else {
            uint32_t c = utf8_decode(bytes + i, length - i, &step);
            if (c == UTF8_INVALID)
                out[n++] = '?';
            else if (is_apostrophe(c))
                out[n++] = '\'';
            else if (is_hyphen(c))
                out[n++] = '-';
            else
                n += fold_char(c, out + n);
        }
        i += step;
    }
    out[n] = 0;
    return n;
}

/* "Jean-Louis" is a given name when its parts are; "Saint-Étienne" begins a place name when "Saint" does. */
static uint32_t lexicon_of(const struct gazetteer *gazetteer, const char *folded)
{
    uint32_t bits = gazetteer_lexicon(gazetteer, folded);
    const char *hyphen = strchr(folded, '-');
    if (!hyphen)
        return bits;
    const uint32_t given = LEXICON_GIVEN | LEXICON_GIVEN_FEMALE | LEXICON_GIVEN_MALE | LEXICON_GIVEN_COMMON;
    uint32_t all = UINT32_MAX, first = 0;
    char part[FOLDED_MAX];
    for (const char *p = folded; p; p = hyphen ? hyphen + 1 : NULL) {
        hyphen = strchr(p, '-');
        size_t length = hyphen ? (size_t)(hyphen - p) : strlen(p);
        memcpy(part, p, length);
        part[length] = 0;
        uint32_t of_part = gazetteer_lexicon(gazetteer, part);
        if (p == folded)
            first = of_part;
        all &= of_part | (p == folded ? 0 : LEXICON_GIVEN_FEMALE | LEXICON_GIVEN_MALE | LEXICON_GIVEN_COMMON);
    }
    if (!(bits & LEXICON_GIVEN) && (all & LEXICON_GIVEN))
        bits |= all & given;
    return bits | (first & LEXICON_PLACE);
}

/* The folded form and the lexicon of a word; most words of a text come again, so the last ones are kept. */
static void look_up(struct lexer *l, struct lexeme *lexeme, bool periods)
{
    const char *bytes = l->text + lexeme->start;
    uint32_t length = lexeme->end - lexeme->start;
    uint32_t hash = length * 0x9E3779B1u;
    for (uint32_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 0x01000193u;
    struct known *known = &l->cache[(hash ^ hash >> 15) & l->cache_mask];
    if (known->folded && known->length == length && memcmp(l->text + known->start, bytes, length) == 0) {
        lexeme->folded = known->folded;
        lexeme->lexicon = known->lexicon;
        return;
    }
    char folded[FOLDED_MAX];
    size_t n = fold_into(bytes, length, periods, folded);
    lexeme->folded = arena_dup(l->report->arena, folded, n);
    if (l->gazetteer && lexeme->kind == LEXEME_WORD)
        lexeme->lexicon = lexicon_of(l->gazetteer, folded);
    *known = (struct known){ lexeme->start, length, lexeme->folded, lexeme->lexicon };
}

static struct lexeme *push(struct lexer *l, enum lexeme_kind kind, uint32_t start, uint32_t end)
{
    struct report *report = l->report;
    if (report->lexeme_count == l->room) {
        size_t room = l->room + l->room / 2 + 64;
        report->lexemes = arena_grow(report->arena, report->lexemes, l->room * sizeof *report->lexemes,
                                     room * sizeof *report->lexemes);
        l->room = room;
    }
    struct lexeme *lexeme = &report->lexemes[report->lexeme_count++];
    *lexeme = (struct lexeme){ .kind = kind, .start = start, .end = end, .before = l->before };
    if (kind != LEXEME_PUNCTUATION) {
        lexeme->sentence_start = l->sentence;
        l->sentence = false;
    }
    l->before = BEFORE_NOTHING;
    l->at = end;
    return lexeme;
}

/* Initials and acronyms with periods: "J.", "J.-L.", "U.F.I.S.C", from the capital at START. Returns the end, or
 * START when it is none; *LETTERS counts the capitals, *HYPHEN says that they are joined by one. */
static uint32_t dotted_end(const struct lexer *l, uint32_t start, unsigned *letters, bool *hyphen)
{
    uint32_t at = start, end = start;
    *letters = 0;
    *hyphen = false;
    for (;;) {
        uint32_t c;
        size_t step;
        enum char_kind kind;
        if (at >= l->length || kind_at(l, at, &c, &step) != KIND_UPPER)
            break;
        uint32_t after = at + (uint32_t)step;
        if (after < l->length && l->text[after] == '.') {
            after++;
        } else {
            if (letter_at(l, after, true, &kind))
                break; /* the capital begins a word: "J.Dupont" */
            if (*letters >= 1 && !*hyphen)
                end = after, ++*letters; /* the last letter of "U.F.I.S.C" */
            break;
        }
        end = at = after;
        ++*letters;
        if (at < l->length && l->text[at] == '-') {
            uint32_t next;
            if (at + 1 < l->length && kind_at(l, at + 1, &next, &step) == KIND_UPPER &&
                at + 1 + step < l->length && l->text[at + 1 + step] == '.') {
                *hyphen = true;
                at++;
            }
        }
    }
    return end;
}

static bool lex_dotted(struct lexer *l)
{
    unsigned letters;
    bool hyphen;
    uint32_t end = dotted_end(l, l->at, &letters, &hyphen);
    if (!letters ||
        (letters == 1 && l->text[l->at] == 'M' && l->report->record.language != LANGUAGE_EN)) /* Monsieur */
        return false;
    struct lexeme *lexeme = push(l, LEXEME_WORD, l->at, end);
    lexeme->shape = hyphen || letters == 1 ? SHAPE_INITIAL : SHAPE_ACRONYM;
    if (letters == 2 && !hyphen)
        lexeme->shape |= SHAPE_INITIAL; /* J.L. or E.U. */
    if (hyphen)
        lexeme->shape |= SHAPE_HYPHEN;
    if (letters > 1 && !hyphen)
        lexeme->shape |= SHAPE_UPPER;
    look_up(l, lexeme, true);
    return true;
}

struct scan {                    /* of one word */
    uint32_t end;
    unsigned upper, lower, digits;
    bool first_upper, hyphen, elided;
    bool glued;                  /* cut where a line break was lost */
    bool joined;                 /* cut where a space between a given name and a surname was lost */
};

/* What to do at an apostrophe inside a word: end after it (elision), end before it, or go on. */
static bool apostrophe_ends(const struct lexer *l, const struct scan *scan, uint32_t start, uint32_t apostrophe,
                            uint32_t after, struct scan *out)
{
    enum char_kind next = KIND_OTHER;
    char folded[FOLDED_MAX];
    *out = *scan;
    fold_into(l->text + start, apostrophe - start, false, folded);
    bool letter = letter_at(l, after, false, &next);
    if (letter && IN_LIST(elisions, folded)) {
        bool name = next == KIND_UPPER && scan->upper == 1 && !scan->lower && folded[0] == 'd' && !l->sentence;
        if (name)
            return false;
        out->elided = true;
        out->end = after;
        return true;
    }
    enum char_kind beyond;
    bool possessive = letter && (l->text[after] == 's' || l->text[after] == 'S') &&
                      !letter_at(l, after + 1, true, &beyond);
    out->end = apostrophe;
    return !letter || possessive;
}

/* "accueil9h15Ouverture": does an hour begin at this digit inside a word? */
static bool glued_hour(const struct lexer *l, uint32_t at)
{
    uint32_t i = at;
    enum char_kind kind;
    while (i < l->length && i - at < 3 && l->text[i] >= '0' && l->text[i] <= '9')
        i++;
    if (i - at > 2 || i + 1 >= l->length || l->text[i] != 'h')
        return false;
    bool minutes = l->text[i + 1] >= '0' && l->text[i + 1] <= '9';
    return minutes || (letter_at(l, i + 1, false, &kind) && kind == KIND_UPPER);
}

/* "FranceMina Bouland": does a given name begin at this capital inside a word? */
static bool glued_name(const struct lexer *l, uint32_t at)
{
    char folded[FOLDED_MAX];
    uint32_t c, end = at;
    size_t step;
    for (enum char_kind kind; end < l->length; end += (uint32_t)step) {
        kind = kind_at(l, end, &c, &step);
        if (kind != KIND_LOWER && !(kind == KIND_UPPER && end == at))
            break;
    }
    if (end >= l->length || (l->text[end] != ' ' && l->text[end] != '-') || end - at < GLUED_NAME_MIN ||
        end - at >= FOLDED_MAX)
        return false;
    fold_into(l->text + at, end - at, false, folded);
    return l->gazetteer && lexicon_of(l->gazetteer, folded) & LEXICON_GIVEN;
}

/* "Jane DoeJane Doe (Halton)": do the words before this capital come again from here on? What stands for a picture is
 * glued to the name below it. */
static bool glued_twice(const struct lexer *l, uint32_t at)
{
    const struct report *report = l->report;
    for (size_t back = 0; back < TWICE_WORDS_MAX && back < report->lexeme_count; back++) {
        uint32_t start = report->lexemes[report->lexeme_count - 1 - back].start, length = at - start;
        bool word = at + length < l->length && memchr(" (,\n", l->text[at + length], 4);
        if (length >= TWICE_BYTES_MIN && word && memcmp(l->text + start, l->text + at, length) == 0)
            return true;
    }
    return false;
}

/* "SandroHawke": does a surname begin at this capital, after the given name from START on? The space was lost. */
static bool joined_surname(const struct lexer *l, uint32_t start, uint32_t at)
{
    char given[FOLDED_MAX], surname[FOLDED_MAX];
    uint32_t c, end = at;
    size_t step;
    for (enum char_kind kind; end < l->length; end += (uint32_t)step) {
        kind = kind_at(l, end, &c, &step);
        if (kind != KIND_LOWER && !(kind == KIND_UPPER && end == at))
            break;
    }
    enum char_kind next;
    if (!l->gazetteer || letter_at(l, end, true, &next) || at - start < JOINED_NAME_MIN || at - start >= FOLDED_MAX ||
        end - at < JOINED_NAME_MIN || end - at >= FOLDED_MAX)
        return false;
    fold_into(l->text + start, at - start, false, given);
    fold_into(l->text + at, end - at, false, surname);
    uint32_t bits = lexicon_of(l->gazetteer, surname);
    return lexicon_of(l->gazetteer, given) & LEXICON_GIVEN_COMMON &&
           (bits & LEXICON_SURNAME || !(bits & (LEXICON_GIVEN | LEXICON_WORD_EN | LEXICON_WORD_FR)));
}

static struct scan scan_word(struct lexer *l, bool after_number)
{
    struct scan scan = { .end = l->at };
    for (uint32_t at = l->at; at < l->length;) {
        unsigned char byte = (unsigned char)l->text[at];
        if (byte >= 'a' && byte <= 'z') { /* nearly every character of nearly every word */
            scan.lower++;
            scan.end = ++at;
            continue;
        }
        uint32_t c;
        size_t step;
        enum char_kind kind = kind_at(l, at, &c, &step), next;
        uint32_t after = at + (uint32_t)step;
        if (kind == KIND_UPPER) {
            bool hour = after_number && scan.lower == 1 && at == l->at + 1 && l->text[l->at] == 'h'; /* 9hWelcome */
            scan.glued = scan.lower && at > l->at && ((l->glued && glued_name(l, at)) || glued_twice(l, at));
            scan.joined =
                scan.upper == 1 && scan.lower && scan.first_upper && !scan.hyphen && joined_surname(l, l->at, at);
            if (hour || scan.glued || scan.joined)
                break;
            if (at == l->at)
                scan.first_upper = true;
            scan.upper++;
        } else if (kind == KIND_LOWER) {
            scan.lower++;
        } else if (kind == KIND_DIGIT && scan.lower > 1 && glued_hour(l, at)) {
            l->glued = scan.glued = true;
            break;
        } else if (kind == KIND_DIGIT && !after_number) {
            scan.digits++;
        } else if (is_hyphen(c) && letter_at(l, after, true, &next)) {
            scan.hyphen = true;
        } else if (is_apostrophe(c)) {
            struct scan cut;
            if (apostrophe_ends(l, &scan, l->at, at, after, &cut))
                return cut;
        } else if (c == 0xAD) { /* a soft hyphen that the reader left */
        } else {
            break;
        }
        at = scan.end = after;
    }
    return scan;
}

static bool after_quotation(const struct lexeme *before)
{
    return lexeme_is(before, ",") || lexeme_is(before, "»") || lexeme_is(before, "”") || lexeme_is(before, "\"");
}

static void lex_word(struct lexer *l, enum char_kind kind)
{
    struct report *report = l->report;
    const struct lexeme *previous = report->lexeme_count ? &report->lexemes[report->lexeme_count - 1] : NULL;
    bool touches = previous && l->before == BEFORE_NOTHING;
    if (kind == KIND_UPPER && lex_dotted(l))
        return;
    struct scan scan = scan_word(l, touches && previous->kind == LEXEME_NUMBER);
    struct lexeme *lexeme = push(l, LEXEME_WORD, l->at, scan.end);
    uint16_t shape = 0;
    if (scan.upper == 0)
        shape = SHAPE_LOWER;
    else if (scan.upper == 1 && !scan.lower && !scan.digits)
        shape = SHAPE_INITIAL;
    else if (!scan.lower && scan.upper > 1)
        shape = SHAPE_UPPER;
    else if (scan.first_upper)
        shape = SHAPE_CAPITAL;
    else
        shape = SHAPE_MIXED;
    if (scan.elided)
        shape = (uint16_t)(SHAPE_ELIDED | (scan.first_upper ? SHAPE_CAPITAL : SHAPE_LOWER));
    if (scan.hyphen)
        shape |= SHAPE_HYPHEN;
    lexeme->shape = shape;
    if (lexeme->sentence_start && shape & SHAPE_LOWER && lexeme->before <= BEFORE_SPACE &&
        l->report->lexeme_count > 1 && after_quotation(lexeme - 1))
        lexeme->sentence_start = false; /* « Quoi ? », a-t-il dit */
    look_up(l, lexeme, false);
    if (scan.glued || scan.joined)
        l->before = scan.glued ? BEFORE_LINE : BEFORE_SPACE;
}

static void lex_number(struct lexer *l)
{
    uint32_t end = l->at;
    while (end < l->length && l->text[end] >= '0' && l->text[end] <= '9')
        end++;
    uint32_t letters = end;
    enum char_kind kind;
    for (uint32_t c; letters - end < 8 && letter_at(l, letters, true, &kind);) {
        size_t step;
        kind_at(l, letters, &c, &step);
        letters += (uint32_t)step;
    }
    char folded[FOLDED_MAX];
    fold_into(l->text + end, letters - end, false, folded);
    bool ordinal = letters > end && IN_LIST(ordinal_endings, folded);
    struct lexeme *lexeme = push(l, LEXEME_NUMBER, l->at, ordinal ? letters : end);
    lexeme->shape = ordinal ? SHAPE_ORDINAL : 0;
    look_up(l, lexeme, false);
}

static bool ends_sentence(const struct lexer *l, uint32_t c)
{
    if (c == '!' || c == '?' || c == 0x2026)
        return true;
    if (c != '.')
        return false;
    const struct report *report = l->report;
    const struct lexeme *word = report->lexeme_count ? &report->lexemes[report->lexeme_count - 1] : NULL;
    uint32_t after = l->at + 1;
    bool space = after >= l->length || strchr(" \n\t\"')", l->text[after]) || (unsigned char)l->text[after] >= 0x80;
    return space && !(word && word->kind == LEXEME_WORD && l->before == BEFORE_NOTHING &&
                      IN_LIST(abbreviations, word->folded));
}

static void lex_punctuation(struct lexer *l, uint32_t c, size_t step)
{
    const struct report *report = l->report;
    const struct lexeme *previous = report->lexeme_count ? &report->lexemes[report->lexeme_count - 1] : NULL;
    enum char_kind kind;
    bool opens_quote = (c == 0xAB || c == 0x201C || c == '"') && previous && previous->kind == LEXEME_PUNCTUATION &&
                       lexeme_is(previous, ":");
    bool possessive = is_apostrophe(c) && l->before == BEFORE_NOTHING && previous && previous->kind == LEXEME_WORD &&
                      l->at + step < l->length && (l->text[l->at + step] | 32) == 's' &&
                      !letter_at(l, l->at + (uint32_t)step + 1, true, &kind);
    if (possessive) {
        struct lexeme *lexeme = push(l, LEXEME_WORD, l->at, l->at + (uint32_t)step + 1);
        lexeme->shape = SHAPE_LOWER;
        lexeme->folded = "'s";
        return;
    }
    bool sentence = l->sentence || ends_sentence(l, c) || opens_quote;
    struct lexeme *lexeme = push(l, LEXEME_PUNCTUATION, l->at, l->at + (uint32_t)step);
    look_up(l, lexeme, false);
    l->sentence = sentence;
    if (l->glued && c == ')' && letter_at(l, l->at, false, &kind) && kind == KIND_UPPER)
        l->before = BEFORE_LINE;
}

/* "Ada_Rose_Doe": the underscore of a chat's names, between a letter and a capital, is a space. */
static bool joins_name(const struct lexer *l, uint32_t c)
{
    enum char_kind kind;
    return c == '_' && l->at > 0 && letter_at(l, l->at - 1, false, &kind) && letter_at(l, l->at + 1, false, &kind) &&
           kind == KIND_UPPER;
}

void lexemes_make(struct report *report, const struct gazetteer *gazetteer)
{
    struct slice text = buf_slice(&report->text);
    text.length = utf8_floor(text.bytes, text.length, LEXED_BYTES_MAX);
    struct lexer l = { .report = report, .gazetteer = gazetteer, .text = text.bytes, .length = (uint32_t)text.length,
                       .before = BEFORE_BLOCK, .sentence = true };
    uint32_t slots = CACHE_MIN;
    while (slots < CACHE_MAX && slots < l.length / BYTES_PER_SLOT)
        slots *= 2;
    l.cache = arena_zero(report->arena, slots * sizeof *l.cache);
    l.cache_mask = slots - 1;
    l.room = text.length / BYTES_PER_LEXEME + 16;
    report->lexemes = arena_alloc(report->arena, l.room * sizeof *report->lexemes);
    report->lexeme_count = 0;
    unsigned newlines = 0;
    while (l.at < l.length) {
        uint32_t c;
        size_t step;
        enum char_kind kind = kind_at(&l, l.at, &c, &step);
        if (kind == KIND_SPACE) {
            uint8_t before = BEFORE_SPACE;
            if (c == '\n')
                before = ++newlines > 1 ? BEFORE_BLOCK : BEFORE_LINE;
            else if (c == '\t')
                before = BEFORE_LINE;
            if (before > l.before)
                l.before = before;
            if (before >= BEFORE_LINE)
                l.sentence = true;
            l.at += (uint32_t)step;
            continue;
        }
        newlines = 0;
        if (joins_name(&l, c)) {
            l.before = BEFORE_SPACE;
            l.at++;
        } else if (kind == KIND_DIGIT)
            lex_number(&l);
        else if (kind == KIND_OTHER)
            lex_punctuation(&l, c, step);
        else
            lex_word(&l, kind);
    }
}

size_t lexeme_at(const struct report *report, uint32_t offset)
{
    size_t low = 0, high = report->lexeme_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (report->lexemes[middle].start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
