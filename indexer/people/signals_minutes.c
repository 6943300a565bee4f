/* What minutes tell of people who do not speak by it: that they are absent, late, appointed, have something to do. */
#include "name_words.h"
#include "roles.h"
#include "signal_rules.h"
#include "speech_words.h"
#include "verb_phrase.h"

enum {
    ASSIGNED_MAX = 8,     /* lexemes from "Action" to whoever has to do it */
    REPORTED_MAX = 6,     /* lexemes from "que" to a name */
    APPOINTED_MAX = 4,    /* lexemes from a name to "été élue" */
    ABSENT_MAX = 6        /* lexemes of a predicate that tells of an absence */
};

bool signals_absent(const struct name_context *context, const struct name_occurrence *name)
{
    static const char *const words[] = { "excuser", "excuse", "excusee", "excuses", "unable", "declined", "decline",
                                         "absent", "absente", "empeche", "empechee" };
    uint32_t starts[PREDICATE_STARTS_MAX];
    size_t count = predicate_starts(context, name, starts);
    for (size_t s = 0; s < count; s++)
        for (uint32_t i = starts[s]; i < context->count && i - starts[s] < ABSENT_MAX && word_lower(context, i);
             i++) {
            for (size_t w = 0; w < sizeof words / sizeof *words; w++)
                if (word_is(context, i, words[w]))
                    return true;
            if (word_is(context, i, "pu") && (word_is(context, i + 1, "venir") || word_is(context, i + 1, "etre") ||
                                              word_is(context, i + 1, "assister")))
                return true;
        }
    return false;
}

/* "X a prévenu de son retard": he or she had said so before the meeting. */
static bool gives_notice(const struct name_context *context, uint32_t verb)
{
    static const char *const owns[] = { "son", "sa", "leur", "his", "her" };
    for (uint32_t i = verb + 2; i < context->count && i - verb < ABSENT_MAX && word_lower(context, i); i++)
        if (LEXEME_AMONG(&context->lexemes[i - 1], owns) &&
            (word_is(context, i, "retard") || word_is(context, i, "absence")))
            return true;
    return false;
}

/* "Action: X will discuss", "ACTION X to report": what somebody has to do. */
static bool assigned(const struct name_context *context, uint32_t at)
{
    static const char *const heads[] = { "action", "actions", "todo", "decision", "resolved", "resolution" };
    uint32_t i = at;
    while (i > 0 && at - i < ASSIGNED_MAX && context->lexemes[i].before < BEFORE_LINE &&
           !context->lexemes[i].sentence_start)
        i--;
    if (i > 1 && word_is(context, i - 1, ":"))
        i -= 2; /* "Action: X" begins a sentence */
    return LEXEME_AMONG(&context->lexemes[i], heads);
}

/* "précise que le salarié, M. X, a repris le travail": what others say that somebody did. */
static bool reported_of(const struct name_context *context, uint32_t lead, uint32_t at)
{
    uint32_t i = at;
    static const char *const articles[] = { "le", "la", "the" };
    bool office = at < lead && LEXEME_AMONG(&context->lexemes[at], articles);
    if (i > 2 && word_is(context, i - 1, ",") && context->bits[i - 2] & NAME_WORD_ROLE)
        i--;
    while (i > 1 && at - i < REPORTED_MAX && !context->lexemes[i].sentence_start && word_lower(context, i - 1) &&
           !word_is(context, i - 1, "que") && !word_is(context, i - 1, "qu'") && !word_is(context, i - 1, "that"))
        i--;
    bool clause = i > 1 && (word_is(context, i - 1, "que") || word_is(context, i - 1, "qu'") ||
                            word_is(context, i - 1, "that"));
    return clause && (i < at || office) && word_speech(context, i - 2) & SPEECH_SAY;
}

bool signals_silent(const struct name_context *context, uint32_t lead, uint32_t at, uint32_t verb)
{
    return gives_notice(context, verb) || assigned(context, at) || reported_of(context, lead, at);
}

bool signals_appointed(const struct name_context *context, const struct name_occurrence *name, uint32_t at)
{
    static const char *const be[] = { "est", "sont", "ete", "was", "were", "been", "is", "are", "be" };
    static const char *const done[] = { "elu",     "elue",      "elus",      "elues",    "reelu",     "reelue",
                                        "designe", "designee",  "designes",  "nomme",    "nommee",    "nommes",
                                        "elected", "re-elected", "reelected", "appointed", "reappointed", "nominated",
                                        "mandate", "mandatee",  "reconduit", "reconduite", "co-opted", "named" };
    static const char *const verbs[] = { "designe", "nomme", "elit", "mandate", "reconduit", "appointed", "elected",
                                         "appoints", "elects", "nominated", "reappointed", "re-elected" };
    uint32_t next = role_after(context, name).end;
    if (at > 0 && context->lexemes[at].before <= BEFORE_LINE && word_lower(context, at - 1) &&
        LEXEME_AMONG(&context->lexemes[at - 1], verbs))
        return true;
    for (uint32_t i = next; i + 1 < context->count && i - next < APPOINTED_MAX && word_lower(context, i + 1); i++)
        if (LEXEME_AMONG(&context->lexemes[i], be) && LEXEME_AMONG(&context->lexemes[i + 1], done))
            return true;
    return false;
}
