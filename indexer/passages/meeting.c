#include "meeting.h"

#include "verb_phrase.h"

/* What sentences about the meeting begin with: its parts, those who attend, its business. */
static const char *const subjects[][2] = {
    { "les", "participants" },
    { "les", "participantes" },
    { "les", "echanges" },
    { "les", "debats" },
    { "le", "debat" },
    { "la", "salle" },
    { "le", "public" },
    { "la", "seance" },
    { "la", "reunion" },
    { "la", "journee" },
    { "la", "soiree" },
    { "la", "rencontre" },
    { "le", "conseil" },
    { "les", "ateliers" },
    { "trois", "ateliers" },
    { "l'", "apres-midi" },
    { "l'", "assemblee" },
    { "la", "discussion" },
    { "une", "discussion" },
    { "un", "debat" },
    { "la", "matinee" },
    { "les", "membres" },
    { "les", "elus" },
    { "le", "comite" },
    { "the", "meeting" },
    { "the", "committee" },
    { "the", "council" },
    { "the", "board" },
    { "the", "workshop" },
    { "the", "evening" },
    { "the", "event" },
    { "members", NULL },
    { "participants", NULL },
    { "the", "participants" },
    { "the", "audience" },
    { "the", "discussion" },
    { "the", "session" },
    { "the", "motion" },
    { "resolved", NULL },
    { "the", "panel" },
    { "after", "lunch" },
    { "apres", "la" },
    { "plusieurs", "participants" },
    { "un", "participant" },
    { "une", "participante" },
    { "une", "voix" },
    { "quelqu'un", NULL },
    { "a", "member" },
    { "a", "participant" },
    { "somebody", NULL },
    { "someone", NULL },
    { "it", "was" },
    { "la", "table" },
    { "les", "tables" },
    { "decision", NULL },
    { "action", NULL },
    { "vote", NULL },
    { "le", "quorum" },
    { "l'", "ordre" },
    { "le", "compte" },
    { "le", "compte-rendu" },
    { "le", "proces-verbal" },
    { "le", "pv" },
    { "la", "deliberation" },
    { "le", "bureau" },
    { "l'", "ensemble" },
    { "les", "conseillers" },
    { "les", "presents" },
    { "etaient", NULL },
    { "presents", NULL },
    { "absents", NULL },
    { "excuses", NULL },
    { "ont", "participe" },
    { "secretaire", NULL },
    { "votes", NULL },
    { "la", "parole" },
    { "prochaine", NULL },
    { "aucune", "question" },
    { "aucune", "observation" },
    { "aucune", "remarque" },
    { "apres", "en" },
    { "apres", "deliberation" },
    { "apres", "vote" },
    { "apres", "echange" },
    { "apres", "echanges" },
    { "mise", "aux" },
    { "mis", "aux" },
    { "plus", "rien" },
    { "rien", "ne" },
    { "l'", "auditoire" },
    { "l'", "assistance" },
    { "the", "minutes" },
    { "minutes", NULL },
    { "motion", NULL },
    { "the", "vote" },
    { "the", "votes" },
    { "carried", NULL },
    { "a", "quorum" },
    { "quorum", NULL },
    { "there", "being" },
    { "there", "were" },
    { "no", "questions" },
    { "no", "comments" },
    { "all", "members" },
    { "those", "present" },
    { "councillors", NULL },
    { "commissioners", NULL },
    { "attendees", NULL },
    { "adjournment", NULL },
    { "next", "meeting" },
    { "apologies", NULL },
    { "the", "resolution" },
    { "voting", NULL },
    { "ayes", NULL },
    { "all", "in" },
};

bool meeting_begins(const struct name_context *context, uint32_t first)
{
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++)
        if (lexeme_is(&context->lexemes[first], subjects[i][0]) &&
            (!subjects[i][1] || word_is(context, first + 1, subjects[i][1])))
            return true;
    return false;
}

/* What was decided, whoever had the floor. */
static bool decided(const struct name_context *context, uint32_t first, uint32_t end)
{
    static const char *const forms[] = { "est", "sont", "ete", "was", "were", "is", "are", "been" };
    static const char *const done[] = { "adopte", "adoptee", "adoptes", "adoptees", "approuve", "approuvee",
                                        "approuves", "approuvees", "carried", "adopted", "approved", "adjourned",
                                        "seconded" };
    bool be = false;
    for (uint32_t i = first; i < end; i++) {
        if (word_is(context, i, "unanimite") || word_is(context, i, "unanimously"))
            return true;
        if (be && LEXEME_AMONG(&context->lexemes[i], done))
            return true;
        be = LEXEME_AMONG(&context->lexemes[i], forms) || (be && word_adverb(&context->lexemes[i]));
    }
    return false;
}

bool meeting_sentence(const struct name_context *context, uint32_t first, uint32_t end)
{
    return meeting_begins(context, first) || decided(context, first, end);
}
