#include "language.h"

#include <stdint.h>
#include <string.h>

#include "language_words.h"
#include "token.h"

static const struct language_row rows[LANGUAGE_COUNT] = {
    [LANGUAGE_UNKNOWN] = { "", "", "inconnue", "unknown", "", NULL },
    [LANGUAGE_FR] = { "fr", "fra", "français", "French", "français", "french" },
    [LANGUAGE_EN] = { "en", "eng", "anglais", "English", "English", "english" },
    [LANGUAGE_DE] = { "de", "deu", "allemand", "German", "Deutsch", "german" },
    [LANGUAGE_ES] = { "es", "spa", "espagnol", "Spanish", "español", "spanish" },
    [LANGUAGE_IT] = { "it", "ita", "italien", "Italian", "italiano", "italian" },
    [LANGUAGE_PT] = { "pt", "por", "portugais", "Portuguese", "português", "portuguese" },
    [LANGUAGE_NL] = { "nl", "nld", "néerlandais", "Dutch", "Nederlands", "dutch" },
    [LANGUAGE_CA] = { "ca", "cat", "catalan", "Catalan", "català", "catalan" },
};

/* Bibliographic codes of ISO 639-2 that differ from code3. */
static const struct {
    const char *code;
    enum language language;
} other_codes[] = { { "fre", LANGUAGE_FR }, { "ger", LANGUAGE_DE }, { "dut", LANGUAGE_NL } };

const struct language_row *language_row(enum language language)
{
    return &rows[(unsigned)language < LANGUAGE_COUNT ? language : LANGUAGE_UNKNOWN];
}

static bool same_name(const char *folded, const char *name)
{
    char other[32];
    fold_key(slice_of(name), other, sizeof other);
    return strcmp(folded, other) == 0;
}

enum language language_from_name(struct slice name)
{
    char folded[32];
    name = slice_trim(name);
    for (int i = LANGUAGE_UNKNOWN + 1; i < LANGUAGE_COUNT; i++) /* as records have it: every report read asks */
        if (slice_is(name, rows[i].code))
            return (enum language)i;
    fold_key(name, folded, sizeof folded);
    for (int i = LANGUAGE_UNKNOWN + 1; i < LANGUAGE_COUNT; i++)
        if (same_name(folded, rows[i].name_fr) || same_name(folded, rows[i].name_en) ||
            same_name(folded, rows[i].name_own))
            return (enum language)i;
    /* A locale ("fr_FR.UTF-8", "fr-CA"): what stands before the first separator. */
    size_t length = 0;
    while (length < name.length && !strchr("-_.@", name.bytes[length]))
        length++;
    fold_key((struct slice){ name.bytes, length }, folded, sizeof folded);
    for (int i = LANGUAGE_UNKNOWN + 1; i < LANGUAGE_COUNT; i++)
        if (strcmp(folded, rows[i].code) == 0 || strcmp(folded, rows[i].code3) == 0)
            return (enum language)i;
    for (size_t i = 0; i < sizeof other_codes / sizeof *other_codes; i++)
        if (strcmp(folded, other_codes[i].code) == 0)
            return other_codes[i].language;
    return LANGUAGE_UNKNOWN;
}

/* The languages, as bits, that have this function word. */
static unsigned languages_of(struct slice folded)
{
    char word[LANGUAGE_WORD_MAX] = { 0 };
    if (folded.length == 0 || folded.length >= sizeof word)
        return 0;
    memcpy(word, folded.bytes, folded.length);
    size_t low = 0, high = language_word_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = memcmp(word, language_words[middle].word, sizeof word);
        if (order == 0)
            return language_words[middle].languages;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return 0;
}

bool language_is_stop_word(enum language language, struct slice folded)
{
    unsigned languages = languages_of(folded);
    return language == LANGUAGE_UNKNOWN ? languages != 0 : (languages >> language & 1) != 0;
}

/* Letters and endings, with their accents, that only some languages write: one in a word counts like a function word.
 * The first that is found decides, so the telling ones stand first. */
enum {
    FR = 1 << LANGUAGE_FR, DE = 1 << LANGUAGE_DE, ES = 1 << LANGUAGE_ES, IT = 1 << LANGUAGE_IT, PT = 1 << LANGUAGE_PT,
    NL = 1 << LANGUAGE_NL, CA = 1 << LANGUAGE_CA
};

static const struct {
    const char *letters;
    unsigned languages;
} spellings[] = {
    { "ß", DE }, { "ä", DE }, { "ö", DE }, { "ñ", ES }, { "ción", ES }, { "ció", CA }, { "ã", PT }, { "õ", PT },
    { "œ", FR }, { "û", FR }, { "î", FR }, { "ê", FR | PT }, { "ò", IT | CA }, { "ù", FR | IT },
    { "è", FR | IT | CA }, { "ë", FR | NL }, { "ï", FR | NL | CA }, { "á", ES | PT }, { "à", FR | IT | PT | CA },
    { "ç", FR | PT | CA }, { "ó", ES | PT | CA }, { "í", ES | PT | CA }, { "ú", ES | PT | CA },
};

static unsigned languages_of_spelling(struct slice accented)
{
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
        if (memmem(accented.bytes, accented.length, spellings[i].letters, strlen(spellings[i].letters)))
            return spellings[i].languages;
    return 0;
}

struct score {
    unsigned words, points[LANGUAGE_COUNT];
};

enum { POINTS = 12 }; /* of a word that one language alone has; shared between those that have it */

static void add_points(struct score *score, unsigned languages)
{
    if (languages == 0)
        return;
    unsigned share = POINTS / (unsigned)__builtin_popcount(languages);
    for (int i = LANGUAGE_UNKNOWN + 1; i < LANGUAGE_COUNT; i++)
        if (languages >> i & 1)
            score->points[i] += share;
}

static void count_words(struct score *score, struct slice text)
{
    struct tokenizer tokenizer;
    struct token token;
    tokenizer_init(&tokenizer, text);
    while (tokenizer_next(&tokenizer, &token)) {
        if (token.kind != TOKEN_WORD || token.digits)
            continue;
        score->words++;
        add_points(score, languages_of(token.term));
        if (token.accented.length)
            add_points(score, languages_of_spelling(token.accented));
    }
}

const enum language languages_usual[LANGUAGES_USUAL] = { LANGUAGE_FR, LANGUAGE_EN };

/* Which language a short text is taken for when its words are as much another's: reports are French mostly, then
 * English. Nothing beside the words of a page. */
static const unsigned prior[LANGUAGE_COUNT] = { [LANGUAGE_FR] = POINTS / 2, [LANGUAGE_EN] = POINTS / 4 };

enum {
    WINDOW = 1024,       /* bytes that are judged at the beginning, in the middle and at the end */
    LEAST_POINTS = POINTS, /* less is chance */
    LEAST_SHARE = 25     /* running text has a function word in four or so; here one in so many words is enough */
};

enum language language_detect(struct slice text)
{
    struct score score = { 0 };
    if (text.length <= 3 * WINDOW) {
        count_words(&score, text);
    } else {
        count_words(&score, (struct slice){ text.bytes, WINDOW });
        count_words(&score, (struct slice){ text.bytes + text.length / 2 - WINDOW / 2, WINDOW });
        count_words(&score, (struct slice){ text.bytes + text.length - WINDOW, WINDOW });
    }
    for (int i = LANGUAGE_UNKNOWN + 1; i < LANGUAGE_COUNT; i++)
        score.points[i] += score.points[i] ? prior[i] : 0;
    int best = LANGUAGE_UNKNOWN, second = LANGUAGE_UNKNOWN;
    for (int i = LANGUAGE_UNKNOWN + 1; i < LANGUAGE_COUNT; i++) {
        if (score.points[i] > score.points[best])
            second = best, best = i;
        else if (score.points[i] > score.points[second])
            second = i;
    }
    unsigned points = score.points[best] - prior[best]; /* which decides between languages, but is no sign of one */
    if (points < LEAST_POINTS || score.points[best] == score.points[second] ||
        (uint64_t)points * LEAST_SHARE < (uint64_t)score.words * POINTS)
        return LANGUAGE_UNKNOWN;
    return (enum language)best;
}
