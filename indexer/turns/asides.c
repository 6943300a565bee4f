#include "asides.h"

#include "label_words.h"
#include "marks.h"
#include "verb_phrase.h"

enum {
    BRACKET_LEXEMES_MAX = 120,
    NOTE_WORDS_MAX = 6,    /* "Applause", "Rires et applaudissements" */
    LINE_LEXEMES_MAX = 90, /* of a note about a vote */
    TITLE_LEXEMES_MAX = 22,
    PAGE_LEXEMES_MAX = 8,
    HOUR_LEXEMES_MAX = 7,  /* "10 h 30 min." */
    HOUR_WORD_MAX = 4      /* bytes: "p.m." */
};

/* How lines begin that the clerk wrote, and words that they have somewhere after that (NULL: any). */
/* clang-format off */
static const struct {
    const char *begins, *has;
    enum aside aside;
} notes[] = {
    { "question put", NULL, ASIDE_END }, { "question agreed", NULL, ASIDE_END },
    { "question so resolved", NULL, ASIDE_END }, { "question resolved", NULL, ASIDE_END },
    { "question accordingly", NULL, ASIDE_END }, { "question proposed", NULL, ASIDE_END },
    { "amendment agreed", NULL, ASIDE_END }, { "amendments agreed", NULL, ASIDE_END },
    { "amendment negatived", NULL, ASIDE_END }, { "amendment proposed", NULL, ASIDE_END },
    { "amendment", "withdrawn", ASIDE_END }, { "amendment", "not moved", ASIDE_END },
    { "amendment", "agreed to", ASIDE_END }, { "amendments", "agreed to", ASIDE_END },
    { "motion made", NULL, ASIDE_END }, { "motion agreed", NULL, ASIDE_END }, { "motion carried", NULL, ASIDE_END },
    { "motion defeated", NULL, ASIDE_END }, { "motion negatived", NULL, ASIDE_END },
    { "motion", "withdrawn", ASIDE_END }, { "motion put", NULL, ASIDE_END },
    { "the motion was", NULL, ASIDE_END }, { "the amendment was", NULL, ASIDE_END },
    { "the resolution was", NULL, ASIDE_END }, { "the draft resolution was", NULL, ASIDE_END },
    { "the agenda was adopted", NULL, ASIDE_END },
    { "bill agreed", NULL, ASIDE_END }, { "bill read", NULL, ASIDE_END }, { "bill presented", NULL, ASIDE_END },
    { "bill reported", NULL, ASIDE_END }, { "bill passed", NULL, ASIDE_END },
    { "clause", "agreed to", ASIDE_END }, { "clauses", "agreed to", ASIDE_END },
    { "leave granted", NULL, ASIDE_END }, { "leave not granted", NULL, ASIDE_END },
    { "ordered that", NULL, ASIDE_END }, { "ordered ,", NULL, ASIDE_END }, { "resolved ,", NULL, ASIDE_END },
    { "the question was taken", NULL, ASIDE_END }, { "the question was put", NULL, ASIDE_END },
    { "vote :", "pour", ASIDE_END }, { "votes :", "pour", ASIDE_END }, { "resultat du vote", NULL, ASIDE_END },
    { "a party vote was", NULL, ASIDE_END }, { "a personal vote was", NULL, ASIDE_END },
    { "a division was", NULL, ASIDE_END }, { "l' expose entendu", NULL, ASIDE_END },
    { "oui l' expose", NULL, ASIDE_END }, { "le conseil", "apres en avoir", ASIDE_END },
    { "l' assemblee", "apres en avoir", ASIDE_END }, { "apres en avoir delibere", NULL, ASIDE_END },
    { "the house divided", NULL, ASIDE_END }, { "the house having divided", NULL, ASIDE_END },
    { "the house met at", NULL, ASIDE_END },
    { "the house proceeded", NULL, ASIDE_END }, { "the house adjourned", NULL, ASIDE_END },
    { "the house resumed", NULL, ASIDE_END }, { "the house rose", NULL, ASIDE_END },
    { "house adjourned", NULL, ASIDE_END }, { "the assembly divided", NULL, ASIDE_END },
    { "the assembly voted", NULL, ASIDE_END }, { "the assembly adjourned", NULL, ASIDE_END },
    { "the council divided", NULL, ASIDE_END }, { "the council adjourned", NULL, ASIDE_END },
    { "council adjourned", NULL, ASIDE_END }, { "the senate divided", NULL, ASIDE_END },
    { "the committee divided", NULL, ASIDE_END }, { "the committee met", NULL, ASIDE_END },
    { "the committee went into", NULL, ASIDE_END }, { "the select committee went into", NULL, ASIDE_END },
    { "the joint committee went into", NULL, ASIDE_END }, { "the joint committee adjourned", NULL, ASIDE_END },
    { "the select committee adjourned", NULL, ASIDE_END }, { "the sitting was suspended", NULL, ASIDE_END },
    { "sitting resumed", NULL, ASIDE_END }, { "the hearing then adjourned", NULL, ASIDE_END },
    { "the hearing adjourned", NULL, ASIDE_END }, { "the hearing concluded", NULL, ASIDE_END },
    { "the hearing was", "adjourned", ASIDE_END }, { "the hearing resumed", NULL, ASIDE_END },
    { "submissions by", NULL, ASIDE_NOTE }, { "opening statement by", NULL, ASIDE_NOTE },
    { "examination by", NULL, ASIDE_NOTE }, { "cross-examination by", NULL, ASIDE_NOTE },
    { "questions from", NULL, ASIDE_NOTE },
    { "the committee adjourned", NULL, ASIDE_END }, { "the committee rose", NULL, ASIDE_END },
    { "committee adjourned", NULL, ASIDE_END }, { "committee suspended", NULL, ASIDE_END },
    { "the meeting rose", NULL, ASIDE_END }, { "the meeting adjourned", NULL, ASIDE_END },
    { "the meeting ended", NULL, ASIDE_END }, { "the meeting closed", NULL, ASIDE_END },
    { "the meeting was", "adjourned", ASIDE_END }, { "the meeting was", "suspended", ASIDE_END },
    { "the meeting was", "called to order", ASIDE_END }, { "the meeting was", "closed", ASIDE_END },
    { "the meeting concluded", NULL, ASIDE_END }, { "meeting adjourned", NULL, ASIDE_END },
    { "meeting closed", NULL, ASIDE_END }, { "meeting suspended", NULL, ASIDE_END },
    { "meeting ended", NULL, ASIDE_END }, { "sitting suspended", NULL, ASIDE_END },
    { "sitting adjourned", NULL, ASIDE_END }, { "hearing adjourned", NULL, ASIDE_END },
    { "debate resumed", NULL, ASIDE_END }, { "debate adjourned", NULL, ASIDE_END },
    { "debate interrupted", NULL, ASIDE_END }, { "proceedings suspended", NULL, ASIDE_END },
    { "proceedings resumed", NULL, ASIDE_END }, { "proceedings interrupted", NULL, ASIDE_END },
    { "proceedings concluded", NULL, ASIDE_END }, { "whereupon", NULL, ASIDE_END },
    { "a vote was", NULL, ASIDE_END }, { "agreed to .", NULL, ASIDE_END }, { "a recorded vote was", NULL, ASIDE_END },
    { "it was so decided", NULL, ASIDE_END }, { "it was so agreed", NULL, ASIDE_END },
    { "several", "rose", ASIDE_NOTE }, { "hon", "rose", ASIDE_NOTE },
    { "presidence de", NULL, ASIDE_END }, { "il est procede", NULL, ASIDE_END },
    { "la reunion est close", NULL, ASIDE_END }, { "la reunion est ouverte", NULL, ASIDE_END },
    { "ce point de l' ordre du jour", NULL, ASIDE_END }, { "la commission adopte", NULL, ASIDE_NOTE },
    { "la commission rejette", NULL, ASIDE_NOTE }, { "suivant l' avis", NULL, ASIDE_NOTE },
    { "there was no objection", NULL, ASIDE_NOTE }, { "the clerk read", NULL, ASIDE_END },
    { "the clerk proceeded", NULL, ASIDE_END }, { "l' incident est clos", NULL, ASIDE_END },
    { "la seance", "levee a", ASIDE_END }, { "la seance", "suspendue a", ASIDE_END },
    { "la seance", "reprise a", ASIDE_END }, { "la seance", "ouverte a", ASIDE_END },
    { "seance levee", NULL, ASIDE_END }, { "la reunion", "terminee a", ASIDE_END },
    { "l' amendement", "est adopte", ASIDE_END }, { "l' amendement", "n' est pas adopte", ASIDE_END },
    { "l' amendement", "est rejete", ASIDE_END }, { "l' amendement", "est retire", ASIDE_END },
    { "les amendements", "sont adoptes", ASIDE_END }, { "les amendements", "ne sont pas", ASIDE_END },
    { "les amendements", "sont retires", ASIDE_END }, { "l' article", "est adopte", ASIDE_END },
    { "le sous-amendement", "adopte", ASIDE_END }, { "l' ensemble", "est adopte", ASIDE_END },
    { "la motion", "est adoptee", ASIDE_END }, { "la motion", "est rejetee", ASIDE_END },
    { "la motion", "n' est pas adoptee", ASIDE_END }, { "la proposition", "est adoptee", ASIDE_END },
    { "le projet", "est adopte", ASIDE_END }, { "la deliberation", "adoptee", ASIDE_END },
    { "la deliberation", "est votee", ASIDE_END }, { "le rapport", "est adopte", ASIDE_END },
    { "mis aux voix", NULL, ASIDE_END }, { "mise aux voix", NULL, ASIDE_END },
    { "adopte a", NULL, ASIDE_END }, { "adoptee a", NULL, ASIDE_END },
    { "le grand conseil", NULL, ASIDE_END }, { "le conseil municipal", "unanimite", ASIDE_END },
};

/* Lines of few words that have one of these are what the room does. */
static const char *const reactions[] = {
    "applause", "applaudissements", "assentiment", "brouhaha", "cheers", "crosstalk", "exclamations", "heckling",
    "hilarite", "interjecting", "interjection", "interjections", "interruption", "interruptions", "laughter",
    "murmures", "pause", "protestations", "recess", "rires", "silence", "sourires", "vociferations",
};

/* Words by which people speak for themselves and to others. */
static const char *const persons[] = {
    "i",    "we",   "you", "my", "our",  "me",   "i'm", "we're", "i've",  "we've", "i'll",
    "your", "je",   "j'",  "nous", "vous", "mon", "notre", "votre", "nos", "vos",
};
/* clang-format on */

static bool listed(const char *const *words, size_t count, const struct lexeme *lexeme)
{
    return folded_among(lexeme->folded, words, count);
}

uint32_t aside_persons(const struct name_context *context, uint32_t first, uint32_t end)
{
    uint32_t found = 0;
    for (uint32_t i = first; i < end; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        const char *hyphen = lexeme->shape & SHAPE_HYPHEN ? strrchr(lexeme->folded, '-') : NULL; /* "faites-vous" */
        found += folded_among(hyphen ? hyphen + 1 : lexeme->folded, persons, sizeof persons / sizeof *persons);
    }
    return found;
}

uint32_t aside_line_end(const struct name_context *context, uint32_t first)
{
    uint32_t i = first + 1;
    while (i < context->count && context->lexemes[i].before < BEFORE_LINE)
        i++;
    return i;
}

/* The lexeme after a bracket that opens at FIRST and closes at the end of a line of the same block; FIRST for none. */
static uint32_t bracketed(const struct name_context *context, uint32_t first)
{
    int depth = 0;
    bool words = false;
    for (uint32_t i = first; i < context->count && i - first < BRACKET_LEXEMES_MAX; i++) {
        if (i > first && context->lexemes[i].before >= BEFORE_BLOCK)
            break;
        words |= context->lexemes[i].kind == LEXEME_WORD && context->lexemes[i].end - context->lexemes[i].start > 1;
        depth += word_is(context, i, "(") || word_is(context, i, "[");
        depth -= word_is(context, i, ")") || word_is(context, i, "]");
        if (depth > 0)
            continue;
        uint32_t next = i + 1;
        while (word_is(context, next, ".") && context->lexemes[next].before == BEFORE_NOTHING)
            next++;
        return words && (next >= context->count || context->lexemes[next].before >= BEFORE_LINE) ? next : first;
    }
    return first;
}

static bool has_words(const struct name_context *context, uint32_t first, uint32_t end, const char *words)
{
    for (uint32_t i = first; words && i < end; i++)
        if (words_at(context, i, words))
            return true;
    return !words;
}

/* "Applause", "Opposition members interjecting—": few words, one of them what the room does. */
static bool reaction(const struct name_context *context, uint32_t first, uint32_t end)
{
    uint32_t words = 0;
    bool found = false;
    for (uint32_t i = first; i < end; i++) {
        words += context->lexemes[i].kind == LEXEME_WORD;
        found |= listed(reactions, sizeof reactions / sizeof *reactions, &context->lexemes[i]);
        if (word_is(context, i, ",") || word_is(context, i, "?"))
            return false;
    }
    return found && words <= NOTE_WORDS_MAX && !aside_persons(context, first, end);
}

/* "19 July 2011 : Column 771", "Page 14": the top of a page in the middle of what somebody says. */
static bool page_top(const struct name_context *context, uint32_t first, uint32_t end)
{
    bool page = word_is(context, first, "page") || word_is(context, first, "column");
    for (uint32_t i = first; i + 1 < end; i++)
        page |= (word_is(context, i, "column") && word_is(context, i - 1, ":")) ||
                (word_is(context, i, "page") && word_is(context, i + 1, ":")); /* "26 MAY 2016 PAGE: 2 of 231" */
    return page && end - first <= PAGE_LEXEMES_MAX && context->lexemes[end - 1].kind == LEXEME_NUMBER;
}

/* "Article 3 : Définitions", "Clause 4": the title of what is debated next. */
static bool article_title(const struct name_context *context, uint32_t first, uint32_t end)
{
    bool article = word_is(context, first, "article") || word_is(context, first, "clause") ||
                   word_is(context, first, "amendement") || word_is(context, first, "amendment");
    bool number = first + 1 < end && (context->lexemes[first + 1].kind == LEXEME_NUMBER ||
                                      context->lexemes[first + 1].shape & SHAPE_ORDINAL);
    return article && number && end - first <= TITLE_LEXEMES_MAX && !word_is(context, end - 1, ".") &&
           !word_is(context, end - 1, "?") && !aside_persons(context, first, end);
}

enum aside aside_line(const struct name_context *context, uint32_t first, uint32_t end, uint32_t *next)
{
    *next = end;
    if (page_top(context, first, end) || words_at(context, first, "photo of"))
        return ASIDE_NOTE;
    if (end == first + 1 && word_is(context, first, "speaker"))
        return ASIDE_END; /* above the name of the next one */
    uint32_t i = first;
    while (i < end && (word_is(context, i, "–") || word_is(context, i, "—") || word_is(context, i, "-")))
        i++;
    if (i + 1 < end && context->lexemes[i].kind == LEXEME_NUMBER && context->lexemes[i + 1].kind == LEXEME_WORD)
        i++; /* the number of the line */
    if (i >= end)
        return ASIDE_NONE;
    if (word_is(context, i, "(") || word_is(context, i, "[")) {
        uint32_t after = bracketed(context, i);
        if (after > i) {
            *next = after;
            return ASIDE_NOTE;
        }
    }
    if (end - i > LINE_LEXEMES_MAX || context->lexemes[i].shape & SHAPE_LOWER)
        return ASIDE_NONE;
    if (reaction(context, i, end) || article_title(context, i, end))
        return ASIDE_NOTE;
    for (size_t k = 0; k < sizeof notes / sizeof *notes; k++)
        if (words_at(context, i, notes[k].begins) && has_words(context, i + 1, end, notes[k].has) &&
            !aside_persons(context, i, end))
            return notes[k].aside;
    return ASIDE_NONE;
}

/* "3:05 p.m.", "Liberal": a line of the hour, or of the party of whom the next line names. */
static bool hour_or_party(const struct name_context *context, uint32_t first, uint32_t end)
{
    if (end == first + 1)
        return label_party(context->lexemes[first].folded);
    if (context->lexemes[first].kind != LEXEME_NUMBER || end - first > HOUR_LEXEMES_MAX)
        return false;
    for (uint32_t i = first; i < end; i++)
        if (context->lexemes[i].kind == LEXEME_WORD &&
            context->lexemes[i].end - context->lexemes[i].start > HOUR_WORD_MAX)
            return false;
    return true;
}

bool aside_italic(const struct name_context *context, uint32_t first, uint32_t end)
{
    return end > first && !aside_persons(context, first, end) &&
           marked(context->report, MARK_ITALIC, context->lexemes[first].start, context->lexemes[end - 1].end);
}

bool aside_title(const struct name_context *context, uint32_t first, uint32_t end)
{
    if (hour_or_party(context, first, end))
        return true;
    static const char *const ends[] = { ".", "!", "?", "…", ":", ";", ",", "»", "”", "\"", "—", "–", "-", ")", "]" };
    const struct lexeme *lexeme = &context->lexemes[first];
    if (end - first < 2 || end - first > TITLE_LEXEMES_MAX || lexeme->kind != LEXEME_WORD ||
        !(lexeme->shape & (SHAPE_CAPITAL | SHAPE_UPPER | SHAPE_ELIDED)) || aside_persons(context, first, end))
        return false;
    for (uint32_t i = first + 1; i < end; i++)
        if (context->lexemes[i].sentence_start)
            return false;
    return !listed(ends, sizeof ends / sizeof *ends, &context->lexemes[end - 1]);
}
