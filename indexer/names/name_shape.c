#include "name_shape.h"

#include <utf8proc.h>

#include "name_words.h"
#include "utf8.h"

enum {
    SHOUTED_MIN = 4,
    ACRONYM_MAX = 4 /* letters of a word in capitals that is hardly a surname after an unknown word */
};

static bool has_digit(const struct lexeme *lexeme)
{
    return strpbrk(lexeme->folded, "0123456789") != NULL;
}

/* "U.S.", "P.M.": two letters with periods that are nobody's initials. */
static bool state_initials(const struct lexeme *lexeme)
{
    static const char *const states[] = { "us", "uk", "eu", "un", "ue", "ny", "dc", "bc",
                                          "pm", "am", "uc", "nj", "nc", "nd", "sc", "sd" };
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        if (lexeme_is(lexeme, states[i]))
            return true;
    return false;
}

bool name_like(const struct lexeme *lexeme)
{
    bool acronym = lexeme->shape & SHAPE_ACRONYM && !(lexeme->shape & SHAPE_INITIAL && !state_initials(lexeme));
    return lexeme->kind == LEXEME_WORD && !acronym && !(lexeme->shape & (SHAPE_ELIDED | SHAPE_ORDINAL)) &&
           (lexeme->shape & (SHAPE_CAPITAL | SHAPE_UPPER | SHAPE_INITIAL)) && !has_digit(lexeme);
}

bool name_ordinary(const struct lexeme *lexeme)
{
    return (lexeme->lexicon & (LEXICON_WORD_FR | LEXICON_WORD_EN)) != 0;
}

bool name_given(const struct lexeme *lexeme)
{
    return (lexeme->lexicon & LEXICON_GIVEN) != 0 && lexeme->end - lexeme->start > 1;
}

bool name_regnal(const struct lexeme *lexeme)
{
    return lexeme->shape & SHAPE_UPPER && lexeme->end - lexeme->start > 1 && !(lexeme->lexicon & LEXICON_SURNAME) &&
           !lexeme->folded[strspn(lexeme->folded, "ivxlc")];
}

/* Particles that stay small at the beginning of a surname: de Gaulle, but Le Pen. */
static bool noble(const struct lexeme *lexeme)
{
    static const char *const words[] = { "de", "du", "des", "d'", "von", "zu", "di", "da", "del", "della", "dos",
                                         "do" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (lexeme_is(lexeme, words[i]))
            return true;
    return false;
}

/* Where the capitals of "McGUINNESS" begin that are no capitals: after the second of its own. END when it has none. */
static uint32_t shouted_from(const char *text, const struct lexeme *lexeme)
{
    uint32_t i = lexeme->end;
    while (i > lexeme->start && text[i - 1] >= 'A' && text[i - 1] <= 'Z')
        i--;
    bool prefix = i > lexeme->start && lexeme->end - i >= SHOUTED_MIN && lexeme->shape & SHAPE_CAPITAL;
    return prefix ? i + 1 : lexeme->end;
}

static void show_word(struct buf *out, const char *text, const struct lexeme *lexeme, unsigned bits)
{
    bool lower = false;
    bool fold = lexeme->shape & SHAPE_UPPER && !(lexeme->shape & SHAPE_INITIAL);
    if (!fold) {
        uint32_t shouted = shouted_from(text, lexeme);
        buf_add(out, text + lexeme->start, shouted - lexeme->start);
        for (uint32_t i = shouted; i < lexeme->end; i++)
            buf_add_char(out, (char)(text[i] - 'A' + 'a'));
        return;
    }
    if (bits & NAME_WORD_PARTICLE && !(bits & NAME_WORD_POSTNOMINAL) && (out->length || noble(lexeme)))
        lower = true;
    for (size_t i = lexeme->start, step; i < lexeme->end; i += step) {
        uint32_t c = utf8_decode(text + i, lexeme->end - i, &step);
        if (c == UTF8_INVALID)
            continue;
        buf_add_utf8(out, lower ? (uint32_t)utf8proc_tolower((utf8proc_int32_t)c) : c);
        lower = (bits & NAME_WORD_PARTICLE && out->length > 1 && lower) || !(c == '-' || c == '\'' || c == 0x2019);
    }
}

const char *name_show(const struct name_context *context, uint32_t first, uint32_t last)
{
    struct buf out = BUF_INIT(context->arena);
    for (uint32_t i = first; i <= last; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        if (i > first && lexeme->before != BEFORE_NOTHING)
            buf_add_char(&out, ' ');
        show_word(&out, context->report->record.text.bytes, lexeme, context->bits[i]);
    }
    return out.bytes ? out.bytes : "";
}

/* The "JP" of JP Bentley: initials without their points, rather than a surname (NG, HO) before a given name. */
static bool bare_initials(const struct name_context *context, uint32_t first, uint32_t last)
{
    static const char *const surnames[] = { "ng", "ho", "li", "wu", "ma", "xu", "yu", "hu", "le", "lo", "au", "ko",
                                            "so", "to", "yi", "he", "lu", "du", "fu", "gu", "ha", "mo", "ye", "su",
                                            "ip", "vo", "bo", "an", "oh", "vu", "ly", "ta" };
    const struct lexeme *lexeme = &context->lexemes[first];
    if (context->french || last == first || lexeme->end - lexeme->start != 2 || !(lexeme->shape & SHAPE_UPPER) ||
        context->bits[first] & NAME_WORD_PARTICLE || !(context->lexemes[last].shape & SHAPE_CAPITAL))
        return false;
    for (size_t i = 0; i < sizeof surnames / sizeof *surnames; i++)
        if (lexeme_is(lexeme, surnames[i]))
            return false;
    return true;
}

/* "Doe Marius (V, VS)": federal councillors and their cantons are printed surname first. */
static bool canton_follows(const struct name_context *context, uint32_t last)
{
    enum { CANTON_BYTES = 2 };
    uint32_t canton = last + 4;
    return name_given(&context->lexemes[last]) && canton + 1 < context->count && word_is(context, last + 1, "(") &&
           word_is(context, last + 3, ",") && word_is(context, canton + 1, ")") &&
           context->lexemes[canton].shape & SHAPE_UPPER &&
           context->lexemes[canton].end - context->lexemes[canton].start == CANTON_BYTES;
}

/* Where the surname begins in FIRST..LAST; *REVERSED when it comes first (DUPONT Jean). 0 when there is no surname. */
static bool split_name(const struct name_context *context, uint32_t first, uint32_t last, uint32_t *surname,
                       bool *reversed)
{
    const struct lexeme *lexemes = context->lexemes;
    *reversed = false;
    if (last == first)
        return false;
    bool upper_first = lexemes[first].shape & SHAPE_UPPER && !(lexemes[first].shape & SHAPE_INITIAL) &&
                       !bare_initials(context, first, last);
    bool plain_reversed = context->french && !upper_first &&
                          (last == first + 1 || (last == first + 2 && context->bits[first] & NAME_WORD_PARTICLE)) &&
                          !name_given(&lexemes[first]) && !(lexemes[first].shape & SHAPE_INITIAL) &&
                          lexemes[last].shape & SHAPE_CAPITAL &&
                          (lexemes[last].lexicon & LEXICON_GIVEN_COMMON || canton_follows(context, last) ||
                           (lexemes[last].shape & SHAPE_HYPHEN && name_given(&lexemes[last])));
    if (plain_reversed) { /* Bodéré Estelle */
        *surname = last;
        *reversed = true;
        return true;
    }
    if (upper_first && lexemes[last].shape & SHAPE_CAPITAL && name_given(&lexemes[last])) {
        uint32_t i = last;
        while (i > first && !(lexemes[i - 1].shape & SHAPE_UPPER) && !(context->bits[i - 1] & NAME_WORD_PARTICLE))
            i--;
        *surname = i; /* here: the first given name, after the surname */
        *reversed = true;
        return true;
    }
    uint32_t i = first + 1;
    while (i < last && (lexemes[i].kind == LEXEME_PUNCTUATION ||
                        (lexemes[i].shape & SHAPE_INITIAL && !(context->bits[i] & NAME_WORD_PARTICLE)) ||
                        (name_given(&lexemes[i]) && !(lexemes[i].shape & SHAPE_UPPER && !upper_first) &&
                         !(context->bits[i] & NAME_WORD_PARTICLE && lexemes[i].shape & SHAPE_LOWER))))
        i++; /* "van" may be a given name, not between two others */
    *surname = i;
    return true;
}

static double clamp(double value)
{
    return value < 0 ? 0 : value > 1 ? 1 : value;
}

/* No word of it is in any list: two such words together are more often a person than anything else. */
static bool strange(const struct name_context *context, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i <= last; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        if (context->bits[i] & NAME_WORD_PARTICLE)
            continue;
        if (!(lexeme->shape & SHAPE_CAPITAL) || lexeme->shape & SHAPE_MIXED || lexeme->end - lexeme->start < 3 ||
            name_ordinary(lexeme) || lexeme->lexicon & (LEXICON_PLACE_WHOLE | LEXICON_NATIONALITY) ||
            context->bits[i])
            return false;
    }
    return last == first + 1 || (last == first + 2 && context->bits[first + 1] & NAME_WORD_PARTICLE);
}

/* "with Frank Duffield" inside a sentence: a capital there is a name's, where the surname is no ordinary word. */
static bool in_sentence(const struct name_context *context, uint32_t first, uint32_t last)
{
    const struct lexeme *surname = &context->lexemes[last];
    bool lower_before = first > 0 && context->lexemes[first - 1].shape & SHAPE_LOWER &&
                        context->lexemes[first].before == BEFORE_SPACE;
    return lower_before && last == first + 1 && surname->shape & SHAPE_CAPITAL && !name_ordinary(surname) &&
           !(surname->lexicon & (LEXICON_PLACE_WHOLE | LEXICON_NATIONALITY)) && !context->bits[last];
}

/* "June Village Update", "April Minutes": a month that is a given name too, before a word. */
static bool month_of(const struct name_context *context, uint32_t first, uint32_t last)
{
    static const char *const months[] = { "april", "may", "june", "august", "avril" };
    const struct lexeme *word = &context->lexemes[last];
    return last == first + 1 && LEXEME_AMONG(&context->lexemes[first], months) && name_ordinary(word) &&
           word->shape & SHAPE_CAPITAL && !(word->lexicon & (LEXICON_SURNAME | LEXICON_GIVEN));
}

/* The likelihood of a full name from its words alone. */
static double full_likelihood(const struct name_context *context, uint32_t first, uint32_t last, uint32_t surname,
                              bool reversed)
{
    const struct lexeme *lexemes = context->lexemes;
    const struct lexeme *given_name = reversed ? &lexemes[surname] : &lexemes[first];
    uint32_t surname_first = reversed ? first : surname, surname_last = reversed ? surname - 1 : last;
    double likely;
    bool letters = bare_initials(context, first, last) &&
                   lexemes[surname_last].lexicon & (LEXICON_SURNAME | LEXICON_GIVEN);
    if (given_name->shape & SHAPE_INITIAL || letters)
        likely = LIKELY_INITIAL;
    else if (given_name->lexicon & LEXICON_GIVEN_COMMON)
        likely = LIKELY_COMMON_GIVEN;
    else if (name_given(given_name))
        likely = LIKELY_GIVEN;
    else if (strange(context, first, last))
        likely = LIKELY_STRANGE;
    else
        likely = LIKELY_UNKNOWN;
    if (likely > LIKELY_STRANGE && !(given_name->shape & SHAPE_INITIAL)) {
        if (name_ordinary(given_name))
            likely -=
                given_name->lexicon & LEXICON_GIVEN_COMMON || in_sentence(context, first, surname_last) ? 0.1 : 0.25;
        if (given_name->lexicon & LEXICON_PLACE_WHOLE && !(given_name->lexicon & LEXICON_GIVEN_COMMON))
            likely -= 0.15;
    } else if (likely <= LIKELY_STRANGE) {
        bool inside =
            context->french && !given_name->sentence_start; /* French capitalises no ordinary word there */
        if (name_ordinary(given_name) || given_name->lexicon & (LEXICON_PLACE_WHOLE | LEXICON_NATIONALITY))
            likely -= inside ? 0.1 : 0.25;
        if (given_name->shape & SHAPE_UPPER)
            likely -= 0.2;
    }
    bool mixed_case = !(given_name->shape & SHAPE_UPPER) && lexemes[surname_last].shape & SHAPE_UPPER;
    if (mixed_case && name_given(given_name))
        likely += 0.1;
    for (uint32_t i = surname_first; i <= surname_last; i++) {
        const struct lexeme *part = &lexemes[i];
        if (context->bits[i] & NAME_WORD_PARTICLE)
            continue;
        bool article = i > surname_first && given_name->lexicon & LEXICON_GIVEN_COMMON &&
                       (lexeme_is(&lexemes[i - 1], "le") || lexeme_is(&lexemes[i - 1], "la")) &&
                       lexemes[i - 1].shape & SHAPE_CAPITAL;
        if (article)
            continue; /* Le Maire, La Fontaine: words that are surnames */
        if (mixed_case && !name_given(given_name) && i > first && lexemes[i - 1].shape & SHAPE_ELIDED)
            likely -= 0.3; /* Charte Blanche de l'ORDRE, Livre Vert de l'ESS: what has an article is an acronym */
        if (part->lexicon & LEXICON_SURNAME)
            likely += 0.1;
        else if (name_ordinary(part) && !mixed_case)
            likely -= 0.25;
        if (part->lexicon & LEXICON_NATIONALITY && !mixed_case)
            likely -= 0.2;
        if (part->lexicon & LEXICON_PLACE_WHOLE && !(part->lexicon & LEXICON_SURNAME))
            likely -= 0.05;
        if (context->bits[i] & (NAME_WORD_ORGANISATION | NAME_WORD_NOT_NAME) && !(part->lexicon & LEXICON_SURNAME))
            likely -= 0.3;
    }
    const struct lexeme *family = &lexemes[surname_last];
    bool one_word = surname_first == surname_last || context->bits[surname_first] & NAME_WORD_PARTICLE;
    bool acronym = one_word && family->shape & SHAPE_UPPER && family->end - family->start <= ACRONYM_MAX &&
                   !(family->lexicon & LEXICON_SURNAME) && !name_given(given_name) &&
                   !(given_name->shape & SHAPE_INITIAL);
    bool upper_given = !reversed && given_name->shape & SHAPE_UPPER &&
                       !(given_name->shape & (SHAPE_INITIAL | SHAPE_ACRONYM)) && !name_given(given_name) &&
                       !(family->shape & SHAPE_UPPER);
    if (acronym || upper_given || month_of(context, first, last)) /* "Corpus TEI", "Travaux du TAL", "TGE Adonis" */
        likely -= 0.4;
    for (uint32_t i = first + 1; i < last; i++)
        if (lexemes[i].shape & SHAPE_INITIAL && !(context->bits[i] & NAME_WORD_PARTICLE)) {
            likely += 0.2; /* Harsh J. Pandit: nothing else is written so */
            break;
        }
    if (last - first > 3)
        likely -= 0.15 * (last - first - 3);
    return clamp(likely);
}

bool name_full(const struct name_context *context, uint32_t first, uint32_t last, struct name_occurrence *name)
{
    uint32_t surname;
    bool reversed;
    const struct lexeme *lexemes = context->lexemes;
    if (!split_name(context, first, last, &surname, &reversed))
        return false;
    uint32_t given_first = reversed ? surname : first, given_last = reversed ? last : surname - 1;
    uint32_t family_first = reversed ? first : surname, family_last = reversed ? surname - 1 : last;
    if (lexemes[family_last].shape & SHAPE_INITIAL || name_regnal(&lexemes[last]))
        return false;
    const char *given = name_show(context, given_first, given_last);
    if (bare_initials(context, first, last) && given_first == given_last) /* JP, as printed */
        given = arena_dup(context->arena, context->report->record.text.bytes + lexemes[first].start, 2);
    *name = (struct name_occurrence){
        .form = NAME_FULL,
        .lead = first,
        .first = first,
        .last = last,
        .role_first = first,
        .role_last = first,
        .at = { lexemes[first].start, lexemes[last].end },
        .given = given,
        .surname = name_show(context, family_first, family_last),
        .upper_surname = (lexemes[family_last].shape & SHAPE_UPPER) != 0,
        .likelihood = full_likelihood(context, first, last, surname, reversed),
        .person = -1,
    };
    return true;
}
