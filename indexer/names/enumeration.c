#include "enumeration.h"

#include "marks.h"
#include "name_words.h"
#include "office.h"
#include "roles.h"
#include "speech_words.h"
#include "verb_phrase.h"

enum { GAP_MAX = 50 }; /* between two names of an enumeration, roles included */

/* What is by somebody, and told of by somebody else. */
static const char *const works[] = { "book", "novel", "memoir", "poem", "play", "film", "livre", "roman", "ouvrage",
                                     "recueil" };

/* Words between "and" and a name, besides its role: "X and her colleague Y". */
static bool qualifier(const struct lexeme *lexeme)
{
    static const char *const words[] = {
        "senior",   "junior",    "fellow",       "his",           "her",        "their",       "our",
        "my",       "colleague", "colleagues",   "son",           "sa",         "ses",         "notre",
        "collegue", "collegues", "predecesseur", "predecesseure", "successeur", "successeure", "homologue"
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (lexeme_is(lexeme, words[i]))
            return true;
    return false;
}

/* "Jane Doe, mayor of Halton Paul Roe, mayor of Bray": bold names, whose offices end where the next begins. */
static bool runs_into(const struct name_context *context, const struct name_occurrence *a,
                      const struct name_occurrence *b)
{
    struct role role = role_after(context, a);
    uint32_t end = role.end;
    if (word_is(context, end, "(")) /* "(to be confirmed)" */
        while (end < b->lead && !word_is(context, end - 1, ")"))
            end++;
    return role.role && end == b->lead && marked(context->report, MARK_BOLD, a->at.start, a->at.end) &&
           marked(context->report, MARK_BOLD, b->at.start, b->at.end);
}

/* The "Nina" of "A, Nina et Paul Roux": of a couple, who has no other name here. */
static bool given_name_alone(const struct name_context *context, uint32_t i)
{
    return context->lexemes[i].lexicon & LEXICON_GIVEN && context->lexemes[i].shape & SHAPE_CAPITAL &&
           (word_is(context, i + 1, "et") || word_is(context, i + 1, "and") || word_is(context, i + 1, "&"));
}

bool enumeration_joins(const struct name_context *context, const struct name_occurrence *a,
                       const struct name_occurrence *b)
{
    uint32_t first = a->last + 1, end = b->lead;
    if (end < first || end - first > GAP_MAX)
        return false;
    uint32_t begin = office_begin(context, b);
    static const char *const of[] = { "of", "de", "du", "des", "d'" };
    if (begin > first && begin < end && !LEXEME_AMONG(&context->lexemes[begin - 1], of) &&
        !LEXEME_AMONG(&context->lexemes[end - 1], of)) /* "chercheur au Laboratoire d'X" is no office of X */
        end = begin;
    bool joined = false, office = false, work = false;
    int depth = 0;
    if (context->lexemes[b->first].before <= BEFORE_SPACE && runs_into(context, a, b))
        return true;
    for (uint32_t i = first; i < end; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        depth += lexeme_is(lexeme, "(") - lexeme_is(lexeme, ")");
        if (depth > 0 || lexeme_is(lexeme, ")")) {
            joined = depth == 0 && i + 1 == end; /* "X (Halton) Y (Bray)" */
            continue;
        }
        work |= LEXEME_AMONG(lexeme, works);
        if (work && (lexeme_is(lexeme, "by") || lexeme_is(lexeme, "par")))
            return false; /* "X on the novel Wells, by Y" */
        if (lexeme_is(lexeme, ".") || lexeme_is(lexeme, ":") || lexeme_is(lexeme, "!") || lexeme_is(lexeme, "?"))
            return false;
        if (word_lower(context, i) && i > first && word_speech(context, i - 1) & SPEECH_AUXILIARY &&
            word_speech(context, i) & (SPEECH_SAY | SPEECH_DO))
            return false;
        bool article = lexeme_is(lexeme, "le") || lexeme_is(lexeme, "la") || lexeme_is(lexeme, "les") ||
                       lexeme_is(lexeme, "l'") || lexeme_is(lexeme, "the");
        office = office || (joined && article); /* ", les députés X" */
        if (office && lexeme->kind == LEXEME_WORD && !(word_speech(context, i) & SPEECH_AUXILIARY && !article))
            continue;
        office = false;
        if (joined && (context->bits[i] & NAME_WORD_ROLE || (word_lower(context, i) && qualifier(lexeme))))
            continue; /* "and historian X" */
        if (joined && i + 2 == b->lead && given_name_alone(context, i))
            continue;
        joined = lexeme_is(lexeme, ",") || lexeme_is(lexeme, ";") || lexeme_is(lexeme, "et") ||
                 lexeme_is(lexeme, "and") || lexeme_is(lexeme, "&") ||
                 (joined && (lexeme_is(lexeme, "de") || lexeme_is(lexeme, "d'") || lexeme_is(lexeme, "avec") ||
                             lexeme_is(lexeme, "puis") || lexeme_is(lexeme, "enfin") || lexeme_is(lexeme, "par") ||
                             lexeme_is(lexeme, "by") || lexeme_is(lexeme, "of") || lexeme_is(lexeme, "from"))) ||
                 lexeme_is(lexeme, "accompagne") || lexeme_is(lexeme, "accompagnee") ||
                 lexeme_is(lexeme, "accompagnes") ||
                 (lexeme_is(lexeme, "que") && i > first && word_is(context, i - 1, "ainsi"));
    }
    /* a block between them: only when the sentence runs on (a list item broken in two) */
    return joined && context->lexemes[b->lead].before != BEFORE_BLOCK;
}

bool enumeration_and(const struct name_context *context, uint32_t first, uint32_t last)
{
    for (uint32_t i = last; i + 1 > first; i--) {
        if (word_is(context, i, "et") || word_is(context, i, "and") || word_is(context, i, "&") ||
            word_is(context, i, "que"))
            return true;
        if ((word_is(context, i, ",") && i < last) || i == 0)
            return false; /* right before the name it may close an office: "et le président, M. X" */
    }
    return false;
}
