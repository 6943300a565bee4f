#include "name_run.h"

#include "marks.h"
#include "name_origin.h"
#include "name_shape.h"
#include "name_words.h"
#include "speech_words.h"
#include "verb_phrase.h"

enum { NAME_LEXEMES_MAX = 8, INITIALS_MAX = 3, COLUMN_GAP_MIN = 3, UNSPEAKABLE_MIN = 3 };

bool name_run_particles(const struct name_context *context, uint32_t at, uint32_t *next)
{
    uint32_t i = at;
    while (i < context->count && i - at < 3 && (context->bits[i] & NAME_WORD_PARTICLE) &&
           context->lexemes[i].before < BEFORE_BLOCK)
        i++;
    if (i == at || i >= context->count || !name_like(&context->lexemes[i]) ||
        context->lexemes[i].before > BEFORE_LINE)
        return false;
    *next = i;
    return true;
}

/* Does this lexeme end a name although it is capitalised? */
static bool stops_name(const struct name_context *context, uint32_t i, uint32_t first)
{
    const struct lexeme *lexeme = &context->lexemes[i];
    unsigned bits = context->bits[i];
    if (bits & NAME_WORD_POSTNOMINAL && lexeme->shape & SHAPE_UPPER)
        return true;
    if (bits & NAME_WORD_PARTICLE ||
        (lexeme->shape & SHAPE_INITIAL && context->report->record.text.bytes[lexeme->end - 1] == '.'))
        return false;
    if (!context->french && capital_verb(context, i))
        return true;
    if (strncmp(lexeme->folded, "non-", 4) == 0)
        return true; /* "D Postgate Non-Executive Director" */
    if (bits & NAME_WORD_HONORIFIC && !(lexeme->shape & SHAPE_INITIAL) && !(lexeme->lexicon & LEXICON_SURNAME))
        return true;
    unsigned speech = lexeme->shape & SHAPE_CAPITAL ? speech_bits(lexeme->folded) : 0;
    if (speech & (SPEECH_SAY | SPEECH_DO | (context->french ? SPEECH_WEAK : 0)) && i > first + 1 &&
        !(lexeme->lexicon & (LEXICON_SURNAME | LEXICON_GIVEN)))
        return true; /* "Chair: Jane Doe Introduced herself" */
    if (!(bits & (NAME_WORD_NOT_NAME | NAME_WORD_ORGANISATION | NAME_WORD_ROLE | NAME_WORD_EPONYM)) &&
        !(lexeme->lexicon & LEXICON_NATIONALITY))
        return false;
    if (bits == NAME_WORD_NOT_NAME && lexeme->shape & SHAPE_UPPER && lexeme->end - lexeme->start <= 4 &&
        !(lexeme->lexicon & LEXICON_SURNAME))
        return true; /* "seconded by Councillor Scott THAT" */
    /* a surname that is also a word (Petit, Page, Young): right after a given name written in lower case */
    bool after_given = i == first + 1 && name_given(&context->lexemes[first]);
    if (name_given(&context->lexemes[first]) && lexeme->shape & SHAPE_UPPER &&
        !(context->lexemes[first].shape & SHAPE_UPPER) && (after_given || context->bits[i - 1] & NAME_WORD_PARTICLE))
        return false;
    bool noun = lexeme->end - lexeme->start >= 5 &&
                (!bits || bits == NAME_WORD_NOT_NAME || bits == NAME_WORD_EPONYM) && lexeme->before == BEFORE_SPACE &&
                context->lexemes[first].lexicon & LEXICON_GIVEN_COMMON && !(lexeme->shape & SHAPE_UPPER);
    return !(after_given && (lexeme->lexicon & LEXICON_SURNAME || noun) && !(bits & NAME_WORD_ORGANISATION));
}

/* The "M." of Alexander M. Bronstein, which is read as an honorific elsewhere: between a given name and another word. */
static bool middle_initial(const struct name_context *context, uint32_t i, uint32_t first)
{
    return i == first + 1 && name_given(&context->lexemes[first]) && word_is(context, i, "m") &&
           context->lexemes[i].shape & SHAPE_INITIAL && context->lexemes[i].before == BEFORE_SPACE &&
           word_is(context, i + 1, ".") && context->lexemes[i + 1].before == BEFORE_NOTHING &&
           i + 2 < context->count && name_like(&context->lexemes[i + 2]) &&
           context->lexemes[i + 2].before == BEFORE_SPACE && !name_given(&context->lexemes[i + 2]);
}

/* "Mun-ka" of Michael HO Mun-ka: a Chinese given name, in small letters after its hyphen. */
static bool second_syllable(const struct name_context *context, uint32_t i)
{
    const struct lexeme *lexeme = &context->lexemes[i];
    const char *hyphen = lexeme->shape & SHAPE_HYPHEN ? strchr(lexeme->folded, '-') : NULL;
    char after =
        hyphen ? context->report->record.text.bytes[lexeme->start + (uint32_t)(hyphen - lexeme->folded) + 1] : 0;
    return after >= 'a' && after <= 'z' && !name_given(lexeme);
}

static bool abbreviated_saint(const struct name_context *context, uint32_t i)
{
    return (word_is(context, i, "st") || word_is(context, i, "ste")) && word_is(context, i + 1, ".") &&
           context->lexemes[i + 1].before == BEFORE_NOTHING && i + 2 < context->count &&
           name_like(&context->lexemes[i + 2]) && context->lexemes[i + 2].before == BEFORE_SPACE;
}

/* "Lorraine Sharp Roger Styles": names of two words each, that nothing parts. */
static bool another_pair(const struct name_context *context, uint32_t first, uint32_t i)
{
    const struct lexeme *lexemes = context->lexemes;
    bool pairs = i == first + 2 && i + 1 < context->count && lexemes[first].lexicon & LEXICON_GIVEN_COMMON &&
                 lexemes[i].lexicon & LEXICON_GIVEN_COMMON && lexemes[i].shape & SHAPE_CAPITAL &&
                 name_like(&lexemes[i + 1]) && lexemes[i + 1].before == BEFORE_SPACE;
    if (!pairs || name_given(&lexemes[i - 1]) || name_given(&lexemes[i + 1]) ||
        !(lexemes[i - 1].shape & SHAPE_CAPITAL) || !(lexemes[i + 1].shape & SHAPE_CAPITAL))
        return false;
    const struct lexeme *next = i + 2 < context->count ? &lexemes[i + 2] : NULL;
    return !next || next->before != BEFORE_SPACE || !name_like(next) || name_given(next) ||
           context->bits[i + 2] & NAME_WORD_HONORIFIC;
}

/* Does something else than the name begin at I, a capitalised word after what ends at LAST? SURNAME: it has one. */
static bool another_begins(const struct name_context *context, uint32_t first, uint32_t last, uint32_t i,
                           bool surname)
{
    const struct lexeme *lexeme = &context->lexemes[i], *begin = &context->lexemes[first],
                        *before = &context->lexemes[last];
    bool initial = before->shape & SHAPE_INITIAL, capital = lexeme->shape & SHAPE_CAPITAL;
    if (name_given(lexeme) && word_is(context, i + 1, ":") &&
        marked(context->report, MARK_BOLD, begin->start, before->end) &&
        !marked(context->report, MARK_BOLD, lexeme->start, lexeme->end))
        return true; /* "**Jane** Luke: …": a label after what is bold */
    if (capital && surname && begin->shape & SHAPE_CAPITAL && name_given(begin) && before->shape & SHAPE_UPPER &&
        !initial && !(context->bits[last] & NAME_WORD_PARTICLE) && !second_syllable(context, i))
        return true; /* Evelyne BOSSUT Xavier BACHELIER: after a surname in capitals */
    if (capital && before->shape & SHAPE_UPPER && !initial && !context->french && name_ordinary(lexeme) &&
        !name_given(lexeme) && i + 1 < context->count && context->lexemes[i + 1].shape & SHAPE_CAPITAL)
        return true; /* COMMENTS BY PROVOST LUBKER Interim Provost Lubker said */
    if (lexeme->shape & SHAPE_UPPER && !(lexeme->shape & SHAPE_INITIAL) && before->shape & SHAPE_CAPITAL &&
        (begin->shape & SHAPE_UPPER ? name_given(before) : surname && name_given(begin)))
        return true; /* Pascal Duforestel UFISC, JANKY Eustase PROFESSEUR: after a complete name */
    if (another_pair(context, first, i))
        return true;
    if (i >= first + 2 && !initial && i + 2 < context->count && name_given(begin) && lexeme->shape & SHAPE_CAPITAL &&
        name_given(lexeme) && context->lexemes[i + 1].shape & SHAPE_INITIAL &&
        name_like(&context->lexemes[i + 2]) && context->lexemes[i + 2].before == BEFORE_SPACE &&
        !(context->lexemes[i + 2].shape & SHAPE_INITIAL))
        return true; /* Henry H. Bradby Thomas R. Ivy */
    return capital && i >= first + 2 && name_ordinary(lexeme) && !(lexeme->lexicon & LEXICON_SURNAME) &&
           i + 1 < context->count && context->bits[i + 1] & NAME_WORD_ROLE &&
           context->lexemes[i + 1].shape & SHAPE_CAPITAL &&
           context->lexemes[i + 1].before == BEFORE_SPACE; /* R. Steyn Medical Director */
}

/* A given name that few have, or that is a surname as well: the second of two words may end a name. */
static bool family_too(const struct lexeme *lexeme)
{
    return !(lexeme->lexicon & LEXICON_GIVEN_COMMON) || lexeme->lexicon & LEXICON_SURNAME;
}

/* "Le Maire" of Bruno Le Maire, right after a given name: a surname with its article, whatever the word means. */
static bool article_surname(const struct name_context *context, uint32_t article, uint32_t word, uint32_t first,
                            uint32_t last)
{
    return last == first && word == article + 1 && context->lexemes[first].lexicon & LEXICON_GIVEN_COMMON &&
           context->lexemes[article].shape & SHAPE_CAPITAL && context->lexemes[word].shape & SHAPE_CAPITAL &&
           (word_is(context, article, "le") || word_is(context, article, "la"));
}

/* "Photo of Jane Doe Jane Doe": does the name that begins at FIRST begin again at I? */
static bool begins_again(const struct name_context *context, uint32_t first, uint32_t i)
{
    return i > first + 1 && i + 1 < context->count &&
           lexeme_is(&context->lexemes[i], context->lexemes[first].folded) &&
           lexeme_is(&context->lexemes[i + 1], context->lexemes[first + 1].folded);
}

/* "N Clarke CBPC", "Alcock RBC": capitals that nobody can say are letters of an organisation, and no surname. */
static bool unspeakable(const struct lexeme *lexeme)
{
    return lexeme->shape & SHAPE_UPPER && lexeme->end - lexeme->start >= UNSPEAKABLE_MIN &&
           !strpbrk(lexeme->folded, "aeiouy-'") && !(lexeme->lexicon & LEXICON_SURNAME);
}

uint32_t name_run_end(const struct name_context *context, uint32_t first)
{
    uint32_t last = first, i = first + 1;
    bool surname = !name_given(&context->lexemes[first]) && !(context->lexemes[first].shape & SHAPE_INITIAL);
    while (i < context->count && i - first < NAME_LEXEMES_MAX) {
        const struct lexeme *lexeme = &context->lexemes[i];
        uint32_t next = i;
        if (context->report->record.text.bytes[lexeme->start - 1] == '\t' ||
            lexeme->start - context->lexemes[i - 1].end >=
                COLUMN_GAP_MIN) /* the next cell of a table, the next column */
            break;
        if (lexeme->before > BEFORE_LINE || (lexeme->before == BEFORE_LINE && (surname || name_given(lexeme))))
            break;
        if (lexeme->before == BEFORE_LINE && word_is(context, i + 1, ":") &&
            (context->bits[i] & (NAME_WORD_ROLE | NAME_WORD_NOT_NAME) ||
             (name_ordinary(lexeme) && !(lexeme->lexicon & LEXICON_SURNAME)) ||
             (lexeme->shape & SHAPE_UPPER && lexeme->end - lexeme->start <= INITIALS_MAX)))
            break; /* a label on the line below, be it initials */
        if (lexeme->kind == LEXEME_WORD && (context->bits[i] & NAME_WORD_PARTICLE) &&
            name_run_particles(context, i, &next)) {
            bool acronym =
                context->lexemes[next].shape & SHAPE_UPPER && !(context->lexemes[next].shape & SHAPE_INITIAL);
            if (acronym && (lexeme_is(lexeme, "le") || lexeme_is(lexeme, "la")) && lexeme->shape & SHAPE_LOWER &&
                !(context->lexemes[first].shape & SHAPE_UPPER))
                break; /* "En France le CNRS" */
            if ((surname || family_too(&context->lexemes[last])) && name_origin(context, first, last, i, next))
                break;
            if (!(lexeme->shape & SHAPE_LOWER) || last + 1 == i)
                lexeme = &context->lexemes[next];
            if ((lexeme->before == BEFORE_LINE && surname) ||
                (stops_name(context, next, first) && !article_surname(context, i, next, first, last)))
                break;
        } else if (middle_initial(context, i, first)) {
            i += 2;
            continue;
        } else if (abbreviated_saint(context, i)) { /* "Bruce St. John", but "John Williams, St. Albert" */
            if (surname)
                break;
            next = i + 2;
        } else if (!name_like(lexeme) || lexeme->before == BEFORE_NOTHING || stops_name(context, i, first)) {
            break;
        }
        if (next == i && (another_begins(context, first, last, i, surname) || begins_again(context, first, i)))
            break;
        if (!(lexeme->shape & SHAPE_INITIAL) && (next > i || !name_given(lexeme) || i > first + 2))
            surname = true;
        last = next;
        i = next + 1;
    }
    while (last > first && context->lexemes[last].shape & SHAPE_INITIAL &&
           !(context->lexemes[first].shape & SHAPE_UPPER))
        last--; /* "Jean Dupont A." */
    if (last > first && unspeakable(&context->lexemes[last]) && context->lexemes[last - 1].shape & SHAPE_CAPITAL)
        last--;
    return last;
}
