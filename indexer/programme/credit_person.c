#include "credit_person.h"

#include "name_shape.h"
#include "name_words.h"

enum {
    PERSON_WORDS_MAX = 6, /* of one name, particles included */
    TITLES_MAX = 6,       /* lexemes of titles before it */
    AFFILIATION_MAX = 40, /* lexemes in brackets */
    YEAR_DIGITS = 4,
    DATED_MAX = 10,   /* lexemes from a bracket to the year in it */
    ACRONYM_MAX = 4,  /* bytes of capitals that are rather an acronym than a surname */
    CAPITALS_MAX = 14 /* bytes of a surname in capitals */
};

static const double ORDINARY = CREDIT_ORDINARY, UNUSUAL = 0.2;

bool credit_joint(const struct lexeme *lexeme)
{
    return ONE_OF(lexeme, "et", "and", "&", "und") || (lexeme->shape & SHAPE_LOWER && ONE_OF(lexeme, "e", "y"));
}

/* Dr, Prof., Assoc. Prof., "President Dr.", Mme: the lexeme after them. */
static uint32_t skip_titles(const struct name_context *context, uint32_t at, uint32_t end, unsigned *honorific)
{
    uint32_t i = at;
    *honorific = 0;
    while (i < end && i - at < TITLES_MAX) {
        const struct lexeme *lexeme = &context->lexemes[i];
        bool written = lexeme->kind == LEXEME_WORD && !(lexeme->shape & SHAPE_LOWER) &&
                       !(lexeme->shape & SHAPE_INITIAL && !lexeme_is(lexeme, "m"));
        bool degree = written && ONE_OF(lexeme, "md", "phd", "m.d", "ph.d");
        bool title =
            degree || (written && (context->bits[i] & (NAME_WORD_HONORIFIC | NAME_WORD_ROLE) ||
                                   ONE_OF(lexeme, "assoc", "asst", "emer", "emeritus", "associate", "assistant")));
        if (!title || (i > at && lexeme->before >= BEFORE_LINE) || context->lexemes[i].lexicon & LEXICON_GIVEN_COMMON)
            break;
        if (context->bits[i] & NAME_WORD_HONORIFIC || degree)
            *honorific |= context->bits[i] | NAME_WORD_HONORIFIC;
        i++;
        if (i < end && word_is(context, i, ".") && context->lexemes[i].before == BEFORE_NOTHING)
            i++;
    }
    return i;
}

bool credit_name_word(const struct name_context *context, uint32_t i)
{
    const struct lexeme *lexeme = &context->lexemes[i];
    unsigned bad =
        context->bits[i] & (NAME_WORD_NOT_NAME | NAME_WORD_ORGANISATION | NAME_WORD_EPONYM | NAME_WORD_ROLE);
    bool person = (lexeme->lexicon & (LEXICON_GIVEN | LEXICON_SURNAME)) != 0;
    bool initials = i + 1 < context->count && context->lexemes[i + 1].shape & SHAPE_INITIAL;
    if (lexeme->shape & SHAPE_INITIAL && (initials || context->report->record.text.bytes[lexeme->end - 1] == '.'))
        return true; /* whatever word the letter is elsewhere */
    bool capitals = lexeme->shape & SHAPE_UPPER && !(lexeme->shape & SHAPE_HYPHEN);
    bool acronym = lexeme->shape & SHAPE_MIXED || (capitals && lexeme->end - lexeme->start > CAPITALS_MAX);
    acronym |= lexeme->shape & SHAPE_UPPER && context->bits[i] & NAME_WORD_POSTNOMINAL && !person;
    return name_like(lexeme) && !name_regnal(lexeme) && (!bad || (person && !(bad & NAME_WORD_ORGANISATION))) &&
           !acronym;
}

/* A word that sentences begin with, before one that none does: You Zuo, An Nguyen. */
static bool odd_given(const struct name_context *context, uint32_t i, uint32_t end)
{
    const struct lexeme *lexeme = &context->lexemes[i];
    return context->bits[i] == NAME_WORD_NOT_NAME && lexeme->shape & SHAPE_CAPITAL && i + 1 < end &&
           credit_name_word(context, i + 1) && !name_ordinary(&context->lexemes[i + 1]) &&
           context->lexemes[i + 1].before == BEFORE_SPACE &&
           (i + 2 >= end || context->lexemes[i + 2].kind == LEXEME_PUNCTUATION ||
            context->lexemes[i + 2].before >= BEFORE_LINE);
}

bool credit_ends_text(const struct name_context *context, uint32_t i, uint32_t end)
{
    return i >= end || context->lexemes[i].before >= BEFORE_LINE || context->lexemes[i].kind == LEXEME_PUNCTUATION;
}

static bool in_capitals(const struct lexeme *lexeme)
{
    return lexeme->shape & SHAPE_UPPER && !(lexeme->shape & SHAPE_INITIAL);
}

bool credit_next_name(const struct name_context *context, uint32_t first, uint32_t i, uint32_t end)
{
    const struct lexeme *lexemes = context->lexemes;
    bool capitals = in_capitals(&lexemes[first]);
    if (i < first + 2 || in_capitals(&lexemes[i]) != capitals || in_capitals(&lexemes[i - 1]) == capitals)
        return false;
    for (uint32_t at = i + 1; at < end && lexemes[at].before == BEFORE_SPACE && name_like(&lexemes[at]); at++)
        if (in_capitals(&lexemes[at]) != capitals)
            return !(lexemes[at].shape & SHAPE_INITIAL) &&
                   (name_given(&lexemes[capitals ? at : i]) || lexemes[capitals ? at : i].shape & SHAPE_HYPHEN);
    return false;
}

/* The last lexeme of a run of name words from FIRST; FIRST - 1 when it is none. */
static uint32_t name_run(const struct name_context *context, const struct mark_edges *edges, uint32_t first,
                         uint32_t end)
{
    uint32_t last = first - 1, words = 0; /* wraps to none for the first lexeme of all */
    for (uint32_t i = first; i < end && words < PERSON_WORDS_MAX; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        bool elided =
            lexeme->shape & SHAPE_ELIDED && (lexeme->shape & SHAPE_CAPITAL || (i > first && lexeme_is(lexeme, "d'")));
        if (elided && i == first && lexeme_is(lexeme, "l'"))
            break; /* L'ADEME: an article */
        if (elided && i + 1 < end && context->lexemes[i + 1].before == BEFORE_NOTHING &&
            name_like(&context->lexemes[i + 1])) { /* N'Dri, D'Erasmo */
            last = ++i;
            words++;
            continue;
        }
        /* "<b>Jane</b> DOE", but not "Jane Doe <small>CNRS</small>" */
        bool surname = lexeme->shape & SHAPE_UPPER && (i < first + 2 || name_given(&context->lexemes[i - 1]));
        bool apart = i > first && (edges->begins[i] || edges->ends[i]) && !surname;
        if (apart || (i > first && lexeme->before == BEFORE_NOTHING) || credit_next_name(context, first, i, end))
            break;
        if (context->bits[i] & NAME_WORD_PARTICLE && !(lexeme->shape & SHAPE_INITIAL)) {
            words++;
            if (lexeme->shape & SHAPE_CAPITAL)
                last = i;
            continue;
        }
        bool adjective = lexeme->lexicon & LEXICON_NATIONALITY &&
                         !(lexeme->lexicon & (LEXICON_GIVEN | LEXICON_SURNAME)) &&
                         !(i > first && name_given(&context->lexemes[first]));
        /* Park, Hall, He, An: surnames after a word that is none of the dictionary's */
        bool hall = i > first + 1 && context->bits[i] & NAME_WORD_EPONYM && !name_given(&context->lexemes[i - 1]) &&
                    !(context->lexemes[i - 1].shape & SHAPE_INITIAL);
        if (hall) /* "Rosalind Franklin Hall" */
            break;
        bool named = i > first && lexeme->shape & SHAPE_CAPITAL && !name_ordinary(&context->lexemes[first]);
        bool eponym = (i == first + 1 || (i > first && context->lexemes[i - 1].shape & SHAPE_INITIAL)) &&
                      context->bits[i] == NAME_WORD_EPONYM &&
                      (credit_ends_text(context, i + 1, end) || !name_like(&context->lexemes[i + 1]));
        bool word = !(context->bits[i] & ~(unsigned)(NAME_WORD_NOT_NAME | NAME_WORD_POSTNOMINAL)) &&
                    credit_ends_text(context, i + 1, end);
        if ((!credit_name_word(context, i) && !(named && (eponym || word)) &&
             !(i == first && odd_given(context, i, end))) ||
            adjective)
            break;
        last = i;
        words++;
    }
    return last;
}

/* Are all the words of FIRST to LAST ordinary ones ("Coffee Break")? */
static bool all_ordinary(const struct name_context *context, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i <= last; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        if (context->bits[i] & NAME_WORD_PARTICLE || lexeme->kind != LEXEME_WORD)
            continue;
        if (!name_ordinary(lexeme) || lexeme->shape & SHAPE_INITIAL)
            return false;
    }
    return !name_given(&context->lexemes[first]);
}

/* A number that is rather a year than anything else: not UMR 8163. */
static bool is_year(const struct lexeme *lexeme)
{
    return lexeme->kind == LEXEME_NUMBER && lexeme->end - lexeme->start == YEAR_DIGITS &&
           (lexeme->folded[0] == '1' ? lexeme->folded[1] >= '8'
                                     : lexeme->folded[0] == '2' && lexeme->folded[1] == '0');
}

uint32_t credit_skip_bracket(const struct name_context *context, uint32_t i, uint32_t end, bool *origin)
{
    bool letters = false, year = false;
    int depth = 0;
    *origin = false;
    if (!word_is(context, i, "(") && !word_is(context, i, "["))
        return i;
    for (uint32_t at = i; at < end && at - i < AFFILIATION_MAX; at++) {
        const struct lexeme *lexeme = &context->lexemes[at];
        letters |= lexeme->kind == LEXEME_WORD && (lexeme->folded[0] < '0' || lexeme->folded[0] > '9');
        year |= is_year(lexeme);
        depth += lexeme_is(lexeme, "(") || lexeme_is(lexeme, "[");
        depth -= lexeme_is(lexeme, ")") || lexeme_is(lexeme, "]");
        if (depth == 0) {
            *origin = letters && !year; /* (France, 2019, 52 min): a film */
            return at + 1;
        }
    }
    return i;
}

/* Where the given names begin in "HUYNH Thanh", "VAN DEN BERG Joost": a surname in capitals before a word that is
 * not; FIRST when it is not written so. */
static uint32_t given_after_capitals(const struct name_context *context, uint32_t first, uint32_t last)
{
    uint32_t given = first;
    while (given <= last && context->lexemes[given].shape & SHAPE_UPPER &&
           !(context->lexemes[given].shape & SHAPE_INITIAL))
        given++;
    for (uint32_t i = given; i <= last; i++)
        if (!(context->lexemes[i].shape & (SHAPE_CAPITAL | SHAPE_INITIAL)) || context->lexemes[i].shape & SHAPE_UPPER)
            return first;
    return given <= last && context->lexemes[given].shape & SHAPE_CAPITAL ? given : first;
}

/* Reads FIRST to LAST as a name: what name_full() does, and surnames in capitals before given names that no table
 * has. */
static bool read_name(const struct name_context *context, uint32_t first, uint32_t last, struct name_occurrence *name)
{
    if (!name_full(context, first, last, name))
        return false;
    uint32_t given = given_after_capitals(context, first, last);
    if (given == first || name->first != first)
        return true;
    bool acronym = context->lexemes[first].end - context->lexemes[first].start <= ACRONYM_MAX;
    if (acronym && context->lexemes[last].lexicon & LEXICON_PLACE_WHOLE &&
        !(context->lexemes[last].lexicon & LEXICON_GIVEN_COMMON))
        return false; /* IIT Madras, KU Leuven */
    name->given = name_show(context, given, last);
    name->surname = name_show(context, first, given - 1);
    if (name->likelihood < LIKELY_STRANGE &&
        context->lexemes[first].end - context->lexemes[first].start > ACRONYM_MAX)
        name->likelihood = LIKELY_STRANGE;
    return true;
}

bool credit_dates_work(const struct name_context *context, uint32_t i)
{
    bool bracket = word_is(context, i, "(");
    for (uint32_t at = i + 1; (bracket || word_is(context, i, ",") || word_is(context, i, ";")) && at < context->count && at - i < DATED_MAX;
         at++) {
        const struct lexeme *lexeme = &context->lexemes[at];
        if (is_year(lexeme))
            return true;
        if (lexeme->before >= BEFORE_LINE || lexeme_is(lexeme, ")") || !bracket)
            return false;
    }
    return false;
}

/* "HOPPER, Grace", and nothing of a list after it: the lexeme after, FIRST when it is no such name. */
static uint32_t read_after_comma(const struct name_context *context, uint32_t first, uint32_t end,
                                 struct name_occurrence *name)
{
    const struct lexeme *lexemes = context->lexemes;
    uint32_t comma = first;
    while (comma < end && in_capitals(&lexemes[comma]) && credit_name_word(context, comma))
        comma++;
    uint32_t given = comma + 1, last = comma;
    if (comma == first || given >= end || !lexeme_is(&lexemes[comma], ",") || !name_given(&lexemes[given]))
        return first;
    while (last + 1 < end && lexemes[last + 1].before == BEFORE_SPACE && credit_name_word(context, last + 1) &&
           !in_capitals(&lexemes[last + 1]))
        last++;
    bool known = last == given || lexemes[first].lexicon & LEXICON_SURNAME; /* not "INRIA, Claire Martin" */
    bool whole =
        last >= given && known && (credit_ends_text(context, last + 1, end) || credit_joint(&lexemes[last + 1]));
    bool place = lexemes[given].lexicon & LEXICON_PLACE_WHOLE && !(lexemes[given].lexicon & LEXICON_GIVEN_COMMON);
    if (!whole || place)
        return first;
    *name = (struct name_occurrence){ .form = NAME_FULL,
                                      .first = first,
                                      .last = last,
                                      .role_first = first,
                                      .role_last = first,
                                      .at = { lexemes[first].start, lexemes[last].end },
                                      .given = name_show(context, given, last),
                                      .surname = name_show(context, first, comma - 1),
                                      .upper_surname = true,
                                      .likelihood = LIKELY_GIVEN,
                                      .person = -1 };
    return last + 1;
}

uint32_t credit_person_read(const struct name_context *context, const struct mark_edges *edges, uint32_t at,
                            uint32_t end, struct credit_person *person)
{
    unsigned honorific;
    uint32_t first = skip_titles(context, at, end, &honorific);
    if (first >= end || (first > at && context->lexemes[first].before >= BEFORE_LINE))
        return at;
    uint32_t last = name_run(context, edges, first, end);
    bool office = first > at && !honorific; /* "Directrice Inria Chile" */
    if (last == first - 1 || (office && !name_given(&context->lexemes[first])))
        return at;
    if (context->lexemes[last].shape & SHAPE_INITIAL && last > first &&
        !(context->lexemes[last - 1].shape & SHAPE_INITIAL) &&
        context->report->record.text.bytes[context->lexemes[last].end - 1] == '.')
        last--;
    struct name_occurrence *name = &person->name;
    bool trailing = last > first + 1 && context->lexemes[last].shape & SHAPE_INITIAL; /* Meena R V */
    uint32_t turned = read_after_comma(context, first, end, name);
    if (last == first && turned == first)
        return at;
    if (turned > first)
        last = turned - 1;
    uint32_t family = last;
    while (trailing && family > first && context->lexemes[family].shape & SHAPE_INITIAL)
        family--;
    if (trailing && family == first) {
        *name = (struct name_occurrence){ .form = NAME_FULL,
                                          .first = first,
                                          .last = last,
                                          .role_first = first,
                                          .role_last = first,
                                          .at = { context->lexemes[first].start, context->lexemes[last].end },
                                          .given = name_show(context, first, first),
                                          .surname = name_show(context, first + 1, last),
                                          .likelihood = LIKELY_STRANGE,
                                          .person = -1 };
    } else if (turned == first && !read_name(context, first, trailing ? family : last, name)) {
        return at;
    }
    if (trailing && family > first) {
        name->surname = name_show(context, family, last);
        name->last = last;
        name->at.end = context->lexemes[last].end;
    }
    if (all_ordinary(context, first, last))
        name->likelihood = ORDINARY;
    else if (name->likelihood < UNUSUAL)
        name->likelihood = UNUSUAL;
    name->lead = at;
    name->honorific = honorific;
    if (honorific && name->likelihood < LIKELY_HONORIFIC)
        name->likelihood = LIKELY_HONORIFIC;
    bool origin;
    uint32_t i = last + 1, after = credit_skip_bracket(context, i, end, &origin);
    bool handle = after > i && word_is(context, i + 1, "@"); /* (@jdoe): from nowhere, but no dates of a life */
    if (after > i && !origin && !handle)
        return at; /* (1849-1923): somebody talked of */
    origin &= !handle;
    person->affiliated = origin;
    while (after > i) {
        i = after;
        after = credit_skip_bracket(context, i, end, &origin);
    }
    return i;
}
