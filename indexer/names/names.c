#include "names.h"

#include <stdlib.h>

#include "honorifics.h"
#include "name_origin.h"
#include "name_run.h"
#include "name_shape.h"
#include "name_words.h"
#include "speech_words.h"
#include "verb_phrase.h"

enum { COORDINATED_MAX = 12, QUESTION_LEXEMES_MAX = 300 };

/* The "Chair" of "BY MICHAEL LOCKE Chair Locke said" is the title of the next name. */
static bool titles_next(const struct name_context *context, uint32_t i)
{
    return context->bits[i] & NAME_WORD_HONORIFIC && i + 1 < context->count && name_like(&context->lexemes[i + 1]) &&
           context->lexemes[i + 1].before == BEFORE_SPACE;
}

/* Words that show that the name belongs to a street, a school, a prize or an organisation. */
static bool eponym(const struct name_context *context, uint32_t first, uint32_t last)
{
    bool chair = first > 0 && word_is(context, first - 1, "chair") && context->lexemes[first - 1].shape & SHAPE_LOWER;
    if (first > 0 && context->lexemes[first].before <= BEFORE_SPACE && !chair &&
        (context->bits[first - 1] & NAME_WORD_EPONYM) && context->lexemes[first - 1].kind == LEXEME_WORD &&
        (context->french || !(context->lexemes[first - 1].lexicon & LEXICON_WORD_EN))) /* "Town Hall / Don Lowe" */
        return true;
    if (last + 1 < context->count && context->lexemes[last + 1].before <= BEFORE_SPACE &&
        context->lexemes[last + 1].shape & SHAPE_CAPITAL &&
        (context->bits[last + 1] & (NAME_WORD_EPONYM | NAME_WORD_ORGANISATION)) && !titles_next(context, last + 1))
        return true;
    /* an endowed chair: "Jane Doe, John H. Smith, Jr. Professor of History" */
    uint32_t next = last + 1;
    if (word_is(context, next, ",") && word_is(context, next + 1, "jr"))
        next += word_is(context, next + 2, ".") ? 3 : 2;
    return first > 0 && (word_is(context, first - 1, ",") || word_is(context, first - 1, ";")) &&
           next < context->count && context->lexemes[next].shape & SHAPE_CAPITAL &&
           context->lexemes[next].before == BEFORE_SPACE && !titles_next(context, next) &&
           (word_is(context, next, "professor") || word_is(context, next, "chair") ||
            word_is(context, next, "fellow") || word_is(context, next, "lecturer") ||
            word_is(context, next, "distinguished"));
}

/* A verb, or "que", "qui": no role goes on there. */
static bool predicate_word(const struct lexeme *lexeme)
{
    unsigned bits = lexeme->shape & SHAPE_LOWER ? speech_bits(lexeme->folded) : 0;
    return (bits & (SPEECH_SAY | SPEECH_DO | SPEECH_WEAK | SPEECH_AUXILIARY) &&
            !(bits & (SPEECH_NOUN | SPEECH_AGENT | SPEECH_INVITED)) && !lexeme_is(lexeme, "charge")) ||
           lexeme_is(lexeme, "que") || lexeme_is(lexeme, "qui") || lexeme_is(lexeme, "who") ||
           lexeme_is(lexeme, "that");
}

static bool linked_by_of(const struct name_context *context, uint32_t i)
{
    return word_is(context, i, "de") || word_is(context, i, "du") || word_is(context, i, "des") ||
           word_is(context, i, "d'") || word_is(context, i, "of");
}

/* "le Président", "la conseillère régionale" between an honorific and a name. */
static uint32_t role_end(const struct name_context *context, uint32_t at)
{
    const struct lexeme *lexemes = context->lexemes;
    uint32_t i = at, role = at;
    if (i < context->count && (lexeme_is(&lexemes[i], "le") || lexeme_is(&lexemes[i], "la") ||
                               lexeme_is(&lexemes[i], "l'") || lexeme_is(&lexemes[i], "the")))
        i++;
    while (i < context->count && i - at < 6 && lexemes[i].kind == LEXEME_WORD && lexemes[i].before <= BEFORE_LINE) {
        if (context->bits[i] & NAME_WORD_ROLE)
            role = i + 1;
        else if (predicate_word(&lexemes[i]) && role > at)
            break; /* "Mme le maire fait savoir que M. X arrivera" */
        else if (!(lexemes[i].shape & (SHAPE_LOWER | SHAPE_ELIDED)))
            break;
        i++;
    }
    if (role == at)
        return at;
    if (role < context->count && lexeme_is(&lexemes[role], ",") && role + 1 < context->count &&
        name_like(&lexemes[role + 1]) && name_given(&lexemes[role + 1]))
        return role + 1; /* "Monsieur le maire, Jean Dupont" */
    /* adjectives and offices: "conseillère régionale Anne Dupont", "conseillère d'État Anne Dupont" */
    uint32_t after = role;
    while (after < context->count && after - role < 3 && lexemes[after].shape & (SHAPE_LOWER | SHAPE_ELIDED) &&
           lexemes[after].before <= BEFORE_SPACE && !predicate_word(&lexemes[after]))
        after++;
    bool given_next =
        after + 1 < context->count && name_given(&lexemes[after + 1]); /* conseillère d'État Anne Dupont */
    if (after > role && after < context->count && !name_given(&lexemes[after]) && !given_next &&
        linked_by_of(context, after - 1))
        return role; /* "vice-président de Rennes Métropole" */
    if (after + 1 < context->count && after > role && name_like(&lexemes[after]) && !name_given(&lexemes[after]) &&
        name_given(&lexemes[after + 1]) && name_like(&lexemes[after + 1]))
        after++;
    return after < context->count && name_like(&lexemes[after]) && lexemes[after].before <= BEFORE_LINE ? after
                                                                                                        : role;
}

static struct name_occurrence *push(struct name_context *context, const struct name_occurrence *name)
{
    struct name_occurrence *slot = vec_push(context->arena, &context->names);
    *slot = *name;
    return slot;
}

/* "PRÉSIDENT UA P": nothing but letters of an organisation. */
static bool letters_only(const struct name_context *context, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i <= last; i++)
        if (context->lexemes[i].end - context->lexemes[i].start > 2)
            return false;
    return last > first && context->lexemes[first].shape & SHAPE_UPPER;
}

/* "Committee on Dean Search Transparency": an office, and words that are nobody's name. */
static bool office_words(const struct name_context *context, uint32_t lead, uint32_t first, uint32_t last)
{
    if (context->french || lead == first || !(context->bits[lead] & NAME_WORD_ROLE) ||
        context->lexemes[first].shape & SHAPE_INITIAL)
        return false;
    for (uint32_t i = first; i <= last; i++)
        if (!name_ordinary(&context->lexemes[i]) ||
            context->lexemes[i].lexicon & (LEXICON_GIVEN | LEXICON_SURNAME))
            return false;
    return true;
}

/* A name after an honorific at FIRST: full or surname alone. Returns the lexeme after it, or FIRST. */
static uint32_t take_titled(struct name_context *context, uint32_t lead, uint32_t role, uint32_t first, unsigned bits)
{
    struct name_occurrence name;
    const struct lexeme *lexemes = context->lexemes;
    uint32_t start = first, next;
    if (first >= context->count || lexemes[first].before > BEFORE_LINE)
        return first;
    if ((context->bits[first] & NAME_WORD_PARTICLE) && name_run_particles(context, first, &next))
        start = next;
    bool pronoun = lexeme_is(&lexemes[first], "i") && lexemes[first].end - lexemes[first].start == 1 &&
                   !(first + 1 < context->count && name_like(&lexemes[first + 1])); /* not "Prof. I Barlow" */
    if (pronoun || !name_like(&lexemes[start]) ||
        ((bits & NAME_WORD_ROLE || role < first) && honorific_no_surname(&lexemes[start])))
        return first;
    if (context->bits[start] & (NAME_WORD_NOT_NAME | NAME_WORD_ORGANISATION | NAME_WORD_ROLE) &&
        !(lexemes[start].lexicon & (LEXICON_SURNAME | LEXICON_GIVEN)) &&
        !(lexemes[start].shape & (SHAPE_UPPER | SHAPE_INITIAL)))
        return first;
    uint32_t last = name_run_end(context, start);
    bool family_first =
        lexemes[first].shape & SHAPE_UPPER && name_given(&lexemes[last]) && lexemes[last].shape & SHAPE_CAPITAL;
    bool full = (start == first || family_first) && name_full(context, first, last, &name) &&
                (name_given(&lexemes[first]) || lexemes[first].shape & SHAPE_INITIAL ||
                 (last > first && lexemes[last].shape & SHAPE_UPPER && !(lexemes[first].shape & SHAPE_UPPER)) ||
                 (last > first && lexemes[first].shape & SHAPE_UPPER && name_given(&lexemes[last])) ||
                 (last == first + 1 && !(context->bits[first] & NAME_WORD_PARTICLE)));
    if ((full && office_words(context, lead, first, last)) || letters_only(context, first, last))
        return first;
    if (full) {
        name.likelihood = name.likelihood > LIKELY_STRANGE ? LIKELY_HONORIFIC_FULL : LIKELY_HONORIFIC;
    } else {
        name = (struct name_occurrence){ .form = NAME_SURNAME,
                                         .first = first,
                                         .last = last,
                                         .at = { lexemes[first].start, lexemes[last].end },
                                         .surname = name_show(context, first, last),
                                         .upper_surname = (lexemes[last].shape & SHAPE_UPPER) != 0,
                                         .likelihood = LIKELY_HONORIFIC,
                                         .person = -1 };
    }
    /* "M. Peyret (Gilles)" */
    if (!full && last + 3 < context->count && lexeme_is(&lexemes[last + 1], "(") && name_given(&lexemes[last + 2]) &&
        name_like(&lexemes[last + 2]) && lexeme_is(&lexemes[last + 3], ")")) {
        name.form = NAME_FULL;
        name.given = name_show(context, last + 2, last + 2);
        name.likelihood = LIKELY_HONORIFIC_FULL;
        last += 3;
        name.last = last;
        name.at.end = lexemes[last].end;
    }
    name.lead = lead;
    name.honorific = bits;
    name.role_first = role;
    name.role_last = role < first ? first - 1 : role;
    if (role == first)
        name.role_first = name.role_last = first;
    push(context, &name);
    return last + 1;
}

/* "MM. Dupont, Martin et Durand": the honorific holds for each. */
static uint32_t take_coordinated(struct name_context *context, uint32_t at, unsigned bits)
{
    const struct lexeme *lexemes = context->lexemes;
    for (unsigned taken = 0; taken < COORDINATED_MAX && at + 1 < context->count; taken++) {
        if (!lexeme_is(&lexemes[at], ",") && !lexeme_is(&lexemes[at], "et") && !lexeme_is(&lexemes[at], "and"))
            break;
        if (context->bits[at + 1] & NAME_WORD_HONORIFIC)
            break; /* ", Mme Lestrade" has its own */
        uint32_t next = take_titled(context, at + 1, at + 1, at + 1, bits);
        if (next == at + 1)
            break;
        at = next;
    }
    return at;
}

/* "Président de…", "Chair of…": the honorific is an office, what follows its organisation. */
static bool office_of(const struct name_context *context, uint32_t after, unsigned bits)
{
    if (!(bits & NAME_WORD_ROLE) || after >= context->count)
        return false;
    if (context->lexemes[after].shape & SHAPE_UPPER && after + 1 < context->count)
        return context->french && linked_by_of(context, after) &&
               context->lexemes[after + 1].lexicon & LEXICON_PLACE_WHOLE; /* "Mme LA MAIRE DE PARIS" */
    if (!(context->lexemes[after].shape & (SHAPE_LOWER | SHAPE_ELIDED)))
        return false;
    if (word_is(context, after, "of") || word_is(context, after, "for"))
        return true;
    return context->french && linked_by_of(context, after); /* in English: Mayor de Blasio */
}

/* "Mr A Barlow Chairman", and "Mrs B Feld" on the line below: does the office at AT end the line of whoever holds it? */
static bool ends_line_of_holder(const struct name_context *context, uint32_t at)
{
    const struct name_occurrence *last =
        context->names.count ? &context->names.items[context->names.count - 1] : NULL;
    return last && last->last + 1 == at && context->lexemes[at].before == BEFORE_SPACE &&
           context->bits[at] & NAME_WORD_ROLE && at + 1 < context->count &&
           context->lexemes[at + 1].before >= BEFORE_LINE;
}

static uint32_t try_honorific(struct name_context *context, uint32_t at)
{
    unsigned bits;
    uint32_t after = honorific_end(context, at, &bits);
    if (after == at || ends_line_of_holder(context, at))
        return at;
    uint32_t role = after, first = role_end(context, after);
    if (office_of(context, after, bits) || (first > after && office_of(context, first, NAME_WORD_ROLE)))
        return at; /* "Président de la CPDP", "Mme la présidente de Rennes Métropole" */
    if (bits & NAME_WORD_ROLE && first + 1 < context->count && context->lexemes[first].before >= BEFORE_LINE &&
        context->lexemes[first + 1].before == BEFORE_SPACE && context->lexemes[first + 1].shape & SHAPE_LOWER &&
        !(context->bits[first + 1] & NAME_WORD_PARTICLE))
        return at; /* "LE PRÉSIDENT / Répétez ce serment": a label, and what is said under it */
    uint32_t next = take_titled(context, at, role, first, bits);
    if (next == first)
        return at;
    return honorific_plural(&context->lexemes[at]) ? take_coordinated(context, next, bits) : next;
}

static bool speaks_after(const struct name_context *context, uint32_t i)
{
    uint32_t verb;
    return i < context->count && verb_phrase(context, i, &verb) & (SPEECH_SAY | SPEECH_DO);
}

/* "le président Rainaud": a surname after a role in lower case. */
static uint32_t try_role(struct name_context *context, uint32_t at)
{
    const struct lexeme *lexemes = context->lexemes;
    if (at == 0 || at + 1 >= context->count || lexemes[at + 1].before != BEFORE_SPACE)
        return at;
    bool article =
        lexeme_is(&lexemes[at - 1], "le") || lexeme_is(&lexemes[at - 1], "la") || lexeme_is(&lexemes[at - 1], "the");
    bool title = !context->french && lexemes[at].shape & SHAPE_CAPITAL &&
                 speaks_after(context, at + 2); /* "Traffic Engineer Stein said" */
    if (!(article && lexemes[at].shape & SHAPE_LOWER) && !title)
        return at;
    const struct lexeme *name = &lexemes[at + 1];
    bool label = lexemes[at - 1].before >= BEFORE_LINE && word_is(context, at + 2, ":"); /* "Le sénateur Fraser :" */
    bool known = label || name->lexicon & LEXICON_SURNAME;
    bool plain = name->shape & SHAPE_CAPITAL && (title || known || !name_ordinary(name)) &&
                 (known || !name_given(name)) && !(name->lexicon & LEXICON_NATIONALITY && !label) &&
                 !(name->lexicon & LEXICON_PLACE_WHOLE && !title && !known) &&
                 !(context->bits[at + 1] & (NAME_WORD_ROLE | NAME_WORD_ORGANISATION | NAME_WORD_NOT_NAME));
    bool alone = at + 2 >= context->count || !name_like(&lexemes[at + 2]) || lexemes[at + 2].before != BEFORE_SPACE;
    if (!plain || !alone || !name_like(name))
        return at;
    uint32_t next = take_titled(context, at + 1, at + 1, at + 1, 0);
    if (next > at + 1) {
        struct name_occurrence *found = &context->names.items[context->names.count - 1];
        found->likelihood = LIKELY_ROLE;
        found->lead = found->role_first = at;
        found->role_last = at + 1;
    }
    return next > at + 1 ? next : at;
}

/* "I. APPROVAL OF THE MINUTES": a number before a title, and no initial. */
static bool numeral(const struct name_context *context, uint32_t at)
{
    const struct lexeme *lexeme = &context->lexemes[at], *next = &context->lexemes[at + 1];
    return lexeme->before >= BEFORE_LINE && lexeme->shape & SHAPE_INITIAL && strchr("ivxlcd", lexeme->folded[0]) &&
           name_ordinary(next) && !(next->lexicon & LEXICON_SURNAME) && next->shape & SHAPE_UPPER;
}

/* "A. Jane Doe." among lines that begin with "Q.": a letter that says who speaks, and no initial. */
static bool answer_letter(const struct name_context *context, uint32_t at)
{
    const struct lexeme *lexemes = context->lexemes;
    if (lexemes[at].before < BEFORE_LINE || !(lexemes[at].shape & SHAPE_INITIAL) ||
        !strchr("aqr", lexemes[at].folded[0]))
        return false;
    uint32_t end = context->count - at > QUESTION_LEXEMES_MAX ? at + QUESTION_LEXEMES_MAX : context->count;
    for (uint32_t i = at > QUESTION_LEXEMES_MAX ? at - QUESTION_LEXEMES_MAX : 0; i < end; i++)
        if (lexemes[i].before >= BEFORE_LINE && lexemes[i].shape & SHAPE_INITIAL && word_is(context, i, "q"))
            return true;
    return false;
}

/* ", coordinateur de", ", the director of": a comma and an office in small letters. */
static bool office_after(const struct name_context *context, uint32_t i)
{
    uint32_t role = i + 1;
    if (word_is(context, role, "the") || word_is(context, role, "a") || word_is(context, role, "le") ||
        word_is(context, role, "la"))
        role++;
    return word_is(context, i, ",") && role < context->count && context->lexemes[role].shape & SHAPE_LOWER &&
           context->bits[role] & NAME_WORD_ROLE;
}

/* "Témoignage de Jeanne Doe", "Lettre d'Anna Roe": a word that opens the line and whose it is; no name of several words. */
static bool thing_of_person(const struct name_context *context, uint32_t at)
{
    uint32_t given = at + 2;
    if (given + 1 >= context->count || !linked_by_of(context, at + 1) ||
        !(context->lexemes[at + 1].shape & (SHAPE_LOWER | SHAPE_ELIDED)) || !name_like(&context->lexemes[given]))
        return false;
    if (speech_bits(context->lexemes[at].folded) & SPEECH_NOUN)
        return true;
    return context->lexemes[given].lexicon & LEXICON_GIVEN_COMMON && name_like(&context->lexemes[given + 1]) &&
           context->lexemes[given + 1].before == BEFORE_SPACE;
}

/* "our guest speaker, ": an office in small letters and a comma. */
static bool office_before(const struct name_context *context, uint32_t at)
{
    return at > 1 && word_is(context, at - 1, ",") && context->lexemes[at - 2].shape & SHAPE_LOWER &&
           context->bits[at - 2] & NAME_WORD_ROLE;
}

static uint32_t try_full(struct name_context *context, uint32_t at)
{
    struct name_occurrence name;
    const struct lexeme *lexeme = &context->lexemes[at];
    if (!name_like(lexeme) || at + 1 >= context->count)
        return at;
    bool known = name_given(lexeme) || lexeme->shape & SHAPE_INITIAL;
    bool touches = lexeme->before == BEFORE_NOTHING && at > 0 && !word_is(context, at - 1, "(") &&
                   !word_is(context, at - 1, "[") && !word_is(context, at - 1, "«") &&
                   !word_is(context, at - 1, "\"");
    if (lexeme->shape & SHAPE_INITIAL && at > 0 && (touches || word_is(context, at - 1, "&")))
        return at; /* "M/S", "C & K" */
    bool period = context->report->record.text.bytes[lexeme->end - 1] == '.';
    if (lexeme->shape & SHAPE_INITIAL && lexeme->end - lexeme->start <= 2 && !period &&
        (context->bits[at] & (NAME_WORD_NOT_NAME | NAME_WORD_PARTICLE) ||
         context->lexemes[at + 1].shape & SHAPE_UPPER))
        return at; /* "A", "À": a word, not an initial */
    if (!known && context->bits[at] & (NAME_WORD_NOT_NAME | NAME_WORD_ORGANISATION | NAME_WORD_ROLE |
                                       NAME_WORD_EPONYM | NAME_WORD_HONORIFIC))
        return at;
    if (!known && !context->french && lexeme->sentence_start && word_adverb(lexeme))
        return at; /* "Currently Charles is" */
    if (numeral(context, at) || answer_letter(context, at))
        return at;
    uint32_t last = name_run_end(context, at);
    if (last == at)
        return at;
    if (!known && thing_of_person(context, at))
        return at;
    if (!known && !(lexeme->shape & SHAPE_UPPER)) {
        /* a sentence that begins with a word before a known name: "Selon Jean Dupont" is caught by the tables; here
           "Rappelons Jean Dupont": begin at the given name */
        bool other = name_ordinary(lexeme) || lexeme->lexicon & LEXICON_PLACE_WHOLE ||
                     context->lexemes[at + 1].lexicon & LEXICON_GIVEN_COMMON;
        uint32_t given = at + 1; /* "Intervention d'Emmanuelle Leroy" too */
        while (given < last && context->bits[given] & NAME_WORD_PARTICLE && !name_given(&context->lexemes[given]))
            given++;
        if (last > given && name_given(&context->lexemes[given]) && (other || name_ordinary(lexeme)) &&
            !(context->lexemes[given].shape & SHAPE_UPPER))
            return at;
        /* the tail of a longer capitalised phrase: Harlow "Bay Wheelers" */
        if (at > 0 && lexeme->before == BEFORE_SPACE && name_like(&context->lexemes[at - 1]) &&
            !(context->bits[at - 1] & (NAME_WORD_ROLE | NAME_WORD_HONORIFIC)) &&
            !(context->bits[at - 1] & NAME_WORD_NOT_NAME && context->lexemes[at - 1].sentence_start))
            return at;
    }
    if (!name_full(context, at, last, &name))
        return at;
    if (eponym(context, at, last) || name_is_place(context, at, last))
        return last + 1;
    if (name.likelihood < LIKELY_IN_APPOSITION && (office_after(context, last + 1) || office_before(context, at)))
        name.likelihood = LIKELY_IN_APPOSITION; /* "Pour Loïck Prunier, coordinateur de l'atelier" */
    if (lexeme->lexicon & LEXICON_NATIONALITY && at > 0 && word_is(context, at - 1, "the"))
        return last + 1; /* "the German Bundestag" */
    if (name.likelihood <= 0.1)
        return at;
    push(context, &name);
    return last + 1;
}

/* "Président-e", "Conseiller-ère", "rapporteur-trice": the bits of the office before the other gender's ending. */
static unsigned inclusive_bits(const struct name_context *context, const struct lexeme *lexeme)
{
    static const char *const endings[] = { "e", "es", "ere", "eres", "trice", "rice", "ice", "euse", "se", "ne",
                                           "nne", "elle" };
    const char *hyphen = strrchr(lexeme->folded, '-');
    for (size_t i = 0; hyphen && i < sizeof endings / sizeof *endings; i++)
        if (strcmp(hyphen + 1, endings[i]) == 0)
            return name_word_bits(arena_dup(context->arena, lexeme->folded, (size_t)(hyphen - lexeme->folded))) &
                   NAME_WORD_ROLE;
    return 0;
}

/* "co-créateur", "ex-maire", "Under-Secretary": what the office is without what qualifies it. */
static unsigned qualified_bits(const struct lexeme *lexeme)
{
    static const char *const prefixes[] = { "co-", "ex-", "vice-", "sous-", "under-", "pro-", "sub-", "deputy-" };
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (strncmp(lexeme->folded, prefixes[i], strlen(prefixes[i])) == 0)
            return name_word_bits(lexeme->folded + strlen(prefixes[i])) & NAME_WORD_ROLE;
    return 0;
}

/* "D." is an initial and no particle, whatever "d" is. */
static uint16_t word_bits(const struct name_context *context, uint32_t i)
{
    const struct lexeme *lexeme = &context->lexemes[i];
    if (lexeme->kind != LEXEME_WORD)
        return 0;
    if (honorific_paired(context, i))
        return NAME_WORD_HONORIFIC;
    unsigned bits = name_word_bits(lexeme->folded);
    if (lexeme_is(lexeme, "juge") && (word_is(context, i + 1, "que") || word_is(context, i + 1, "qu'")))
        return 0; /* "X juge que" */
    if (lexeme_is(lexeme, "member") && lexeme->shape & SHAPE_UPPER && i + 2 < context->count &&
        context->lexemes[i + 1].shape & SHAPE_UPPER && !name_word_bits(context->lexemes[i + 1].folded) &&
        word_is(context, i + 2, ":"))
        bits |= NAME_WORD_HONORIFIC; /* "MEMBER DOE:", of a board */
    if (!bits && lexeme->shape & SHAPE_HYPHEN)
        bits = inclusive_bits(context, lexeme) | qualified_bits(lexeme);
    bool period = context->report->record.text.bytes[lexeme->end - 1] == '.';
    const char *hyphen = lexeme->shape & SHAPE_HYPHEN && !bits ? strrchr(lexeme->folded, '-') : NULL;
    if (hyphen) /* Kühn-Institut */
        bits |= name_word_bits(hyphen + 1) & NAME_WORD_ORGANISATION;
    if (context->french && lexeme_is(lexeme, "provost"))
        bits = 0; /* Mme LE PROVOST */
    if (lexeme->shape & SHAPE_LOWER && lexeme_is(lexeme, "ni"))
        bits &= ~(unsigned)NAME_WORD_PARTICLE; /* French "ni"; Irish "Ní" has its capital */
    bool initial =
        lexeme->shape & SHAPE_INITIAL && (period || lexeme->end - lexeme->start == 1); /* Ó is a particle */
    return (uint16_t)(initial ? bits & ~(unsigned)NAME_WORD_PARTICLE : bits);
}

void names_find(struct name_context *context, struct report *report, const struct gazetteer *gazetteer)
{
    *context = (struct name_context){ .report = report,
                                      .gazetteer = gazetteer,
                                      .arena = report->arena,
                                      .lexemes = report->lexemes,
                                      .count = (uint32_t)report->lexeme_count,
                                      .french = report->record.language != LANGUAGE_EN };
    context->bits = arena_alloc(context->arena, (context->count + 1) * sizeof *context->bits);
    for (uint32_t i = 0; i < context->count; i++)
        context->bits[i] = word_bits(context, i);
    honorific_initials(context, report);
    for (uint32_t i = 0; i < context->count;) {
        uint32_t next = i;
        if (context->lexemes[i].kind == LEXEME_WORD) {
            if (context->bits[i] & NAME_WORD_HONORIFIC)
                next = try_honorific(context, i);
            if (next == i && context->bits[i] & NAME_WORD_ROLE)
                next = try_role(context, i);
            if (next == i)
                next = try_full(context, i);
        }
        i = next > i ? next : i + 1;
    }
}

size_t name_after(const struct name_context *context, uint32_t lexeme)
{
    size_t low = 0, high = context->names.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (context->names.items[middle].last < lexeme)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct name_occurrence *name_at(const struct name_context *context, uint32_t lexeme)
{
    size_t i = name_after(context, lexeme);
    if (i < context->names.count && context->names.items[i].lead <= lexeme)
        return &context->names.items[i];
    return NULL;
}

static int by_first(const void *a, const void *b)
{
    const struct name_occurrence *x = a, *y = b;
    return x->first < y->first ? -1 : x->first > y->first;
}

void names_add(struct name_context *context, const struct name_occurrence *added, size_t count)
{
    for (size_t i = 0; i < count; i++)
        push(context, &added[i]);
    if (count)
        qsort(context->names.items, context->names.count, sizeof *context->names.items, by_first);
}

/* The last lexeme that an occurrence takes, its affiliation in a credit included. */
static uint32_t taken_to(const struct name_occurrence *name)
{
    return name->credit_end ? name->credit_end - 1 : name->last;
}

void names_replace(struct name_context *context, const struct name_occurrence *added, size_t count)
{
    size_t kept = 0, next = 0;
    for (size_t i = 0; i < context->names.count; i++) {
        const struct name_occurrence *name = &context->names.items[i];
        while (next < count && taken_to(&added[next]) < name->lead)
            next++;
        if (next == count || name->last < added[next].lead)
            context->names.items[kept++] = *name;
    }
    context->names.count = kept;
    names_add(context, added, count);
}
