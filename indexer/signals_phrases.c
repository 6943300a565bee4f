/* Fixed phrases before and after a name that say who has the floor: "kicked off with X", "X sat down with Y". */
#include "roles.h"
#include "signal_rules.h"
#include "speech_words.h"
#include "verb_phrase.h"

enum {
    PHRASE_WORDS_MAX = 5,
    GERUND_BYTES = 24,  /* of "presenting" */
    ADJECTIVES_MAX = 2, /* in "X's short talk" */
    COPULA_BACK_MAX = 9 /* from "was X" back to "Our speaker for October" */
};

static const double SPEAKING = 0.55;

struct phrase_rule {
    const char *words; /* folded */
    enum rule rule;
};

/* Right before the name and its titles. */
static const struct phrase_rule before[] = {
    { "kicks off with", RULE_FLOOR },
    { "kicked off with", RULE_FLOOR },
    { "opens with", RULE_FLOOR },
    { "opened with", RULE_FLOOR },
    { "begins with", RULE_FLOOR },
    { "began with", RULE_FLOOR },
    { "starts with", RULE_FLOOR },
    { "started with", RULE_FLOOR },
    { "closes with", RULE_FLOOR },
    { "closed with", RULE_FLOOR },
    { "concluded with", RULE_FLOOR },
    { "ended with", RULE_FLOOR },
    { "continued with", RULE_FLOOR },
    { "sat down with", RULE_FLOOR },
    { "sits down with", RULE_FLOOR },
    { "in conversation with", RULE_FLOOR },
    { "in dialogue with", RULE_FLOOR },
    { "caught up with", RULE_FLOOR },
    { "report from", RULE_SPEECH_OF },
    { "reports from", RULE_SPEECH_OF },
    { "update from", RULE_SPEECH_OF },
    { "updates from", RULE_SPEECH_OF },
    { "overview from", RULE_SPEECH_OF },
    { "report –", RULE_SPEECH_OF },
    { "report -", RULE_SPEECH_OF },
    { "report —", RULE_SPEECH_OF },
    { "update –", RULE_SPEECH_OF },
    { "update -", RULE_SPEECH_OF },
    { "my name is", RULE_SPEECH_OF },
    { "my name's", RULE_SPEECH_OF },
    { "je m' appelle", RULE_SPEECH_OF },
    { "je me nomme", RULE_SPEECH_OF },
    { "mon nom est", RULE_SPEECH_OF },
    { "mon nom c' est", RULE_SPEECH_OF },
    { "evidence from", RULE_SPEECH_OF },
    { "testimony from", RULE_SPEECH_OF },
    { "heard from", RULE_SPEECH_OF },
    { "speaking were", RULE_FLOOR },
    { "speaking was", RULE_FLOOR },
    { "spoke were", RULE_FLOOR },
    { "also spoke", RULE_FLOOR },
    { "panel consisted of", RULE_FLOOR },
    { "panel consists of", RULE_FLOOR },
    { "panel comprised", RULE_FLOOR },
    { "panel comprises", RULE_FLOOR },
    { "panel included", RULE_FLOOR },
    { "panel includes", RULE_FLOOR },
    { "panel featured", RULE_FLOOR },
    { "panel features", RULE_FLOOR },
    { "panelists include", RULE_FLOOR },
    { "panellists include", RULE_FLOOR },
    { "panelists included", RULE_FLOOR },
    { "panellists included", RULE_FLOOR },
    { "plaisir d' entendre", RULE_FLOOR },
    { "chance d' entendre", RULE_FLOOR },
    { "honneur d' entendre", RULE_FLOOR },
    { "plaisir d' ecouter", RULE_FLOOR },
    { "chance d' ecouter", RULE_FLOOR },
    { "avons entendu", RULE_FLOOR },
    { "avons ecoute", RULE_FLOOR },
    { "pu entendre", RULE_FLOOR },
    { "pu ecouter", RULE_FLOOR },
    { "pleasure of hearing", RULE_FLOOR },
    { "privilege of hearing", RULE_FLOOR },
    { "come and hear", RULE_FLOOR },
    { "sous la houlette de", RULE_FLOOR },
    { "sous la houlette d'", RULE_FLOOR },
    { "video message from", RULE_SPEECH_OF },
    { "message video de", RULE_SPEECH_OF },
    { "message video d'", RULE_SPEECH_OF },
    { "paroles de", RULE_SPEECH_OF },
    { "rapport moral de", RULE_SPEECH_OF },
    { "rapport moral d'", RULE_SPEECH_OF },
    { "rapport financier de", RULE_SPEECH_OF },
    { "rapport financier d'", RULE_SPEECH_OF },
    { "rapport d' activite de", RULE_SPEECH_OF },
    { "rapport d' activite d'", RULE_SPEECH_OF },
    { "table ronde :", RULE_FLOOR },
    { "round table :", RULE_FLOOR },
    { "panel discussion :", RULE_FLOOR },
    { "revint au", RULE_FLOOR },
    { "revient au", RULE_FLOOR },
    { "revenu au", RULE_FLOOR },
    { "revenue au", RULE_FLOOR },
    { "a prendre le micro ,", RULE_FLOOR },
    { "a prendre la parole ,", RULE_FLOOR },
    { "a s' exprimer ,", RULE_FLOOR },
    { "a intervenir ,", RULE_FLOOR },
    { "to take the floor ,", RULE_FLOOR },
    { "vint le tour de", RULE_FLOOR },
    { "vint le tour d'", RULE_FLOOR },
    { "vient le tour de", RULE_FLOOR },
    { "vient le tour d'", RULE_FLOOR },
    { "place ensuite a", RULE_FLOOR },
    { "mot de la fin a", RULE_FLOOR },
    { "mot de la fin pour", RULE_FLOOR },
    { "mot de la fin :", RULE_FLOOR },
    { "mot de conclusion a", RULE_FLOOR },
    { "au micro ,", RULE_FLOOR },
    { "a la tribune ,", RULE_FLOOR },
    { "son de cloche chez", RULE_FLOOR },
    { "echanger avec", RULE_INVITED },
    { "echange avec", RULE_INVITED },
    { "dialoguer avec", RULE_INVITED },
    { "dialogue avec", RULE_INVITED },
    { "debattre avec", RULE_INVITED },
    { "debattu avec", RULE_INVITED },
    { "discuter avec", RULE_INVITED },
    { "la participation de", RULE_FLOOR },
    { "la participation d'", RULE_FLOOR },
    { "la contribution de", RULE_FLOOR },
    { "floor was given to", RULE_FLOOR },
    { "floor was handed to", RULE_FLOOR },
    { "handed the floor to", RULE_FLOOR },
    { "microphone to", RULE_FLOOR },
    { "who spoke was", RULE_FLOOR },
    { "who spoke were", RULE_FLOOR },
    { "in favour was", RULE_FLOOR },
    { "in favour were", RULE_FLOOR },
    { "in favor was", RULE_FLOOR },
    { "in favor were", RULE_FLOOR },
    { "against was", RULE_FLOOR },
    { "against were", RULE_FLOOR },
    { "we had", RULE_INVITED },
    { "session was with", RULE_FLOOR },
    { "session with", RULE_FLOOR },
    { "panel with", RULE_FLOOR },
    { "panel was with", RULE_FLOOR },
    { "talk was with", RULE_FLOOR },
    { "the panel were", RULE_FLOOR },
    { "the panel was", RULE_FLOOR },
    { "on stage were", RULE_FLOOR },
    { "on stage was", RULE_FLOOR },
    { "hear from", RULE_SPEECH_OF },
    { "hears from", RULE_SPEECH_OF },
    { "hearing from", RULE_SPEECH_OF },
    { "en debattre :", RULE_FLOOR },
    { "pour debattre :", RULE_FLOOR },
    { "en discuter :", RULE_FLOOR },
    { "en parler :", RULE_FLOOR },
    { "de la table :", RULE_FLOOR },
    { "sur le plateau :", RULE_FLOOR },
    { "a la tribune :", RULE_FLOOR },
    { "au micro :", RULE_FLOOR },
    { "reporting by", RULE_CITED },
    { "photo by", RULE_CITED },
    { "photos by", RULE_CITED },
    { "written by", RULE_CITED },
    { "the late", RULE_CITED },
};

/* Right after the name. */
static const struct phrase_rule after[] = {
    { "sat down with", RULE_SUBJECT_ACTS },
    { "sits down with", RULE_SUBJECT_ACTS },
    { "in conversation with", RULE_SUBJECT_ACTS },
    { "in dialogue with", RULE_SUBJECT_ACTS },
    { "was joined by", RULE_SUBJECT_ACTS },
    { "is joined by", RULE_SUBJECT_ACTS },
    { "will be joined by", RULE_SUBJECT_ACTS },
    { "appeared in conversation", RULE_SUBJECT_ACTS },
    { "walked us through", RULE_SUBJECT_SAYS },
    { "took us through", RULE_SUBJECT_SAYS },
    { "was on hand to", RULE_SUBJECT_ACTS },
    { "took to the stage", RULE_SUBJECT_ACTS },
    { "took to the podium", RULE_SUBJECT_ACTS },
    { "was in the chair", RULE_SUBJECT_ACTS },
    { "in the chair", RULE_SUBJECT_ACTS },
    { "occupied the chair", RULE_SUBJECT_ACTS },
    { "took the chair", RULE_SUBJECT_ACTS },
    { "takes the chair", RULE_SUBJECT_ACTS },
    { "was in the chair", RULE_SUBJECT_ACTS },
    { "made the case", RULE_SUBJECT_SAYS },
    { "makes the case", RULE_SUBJECT_SAYS },
    { "made the point", RULE_SUBJECT_SAYS },
    { "made a plea", RULE_SUBJECT_SAYS },
    { "made an appeal", RULE_SUBJECT_SAYS },
    { "made a statement", RULE_SUBJECT_SAYS },
    { "made a presentation", RULE_SUBJECT_SAYS },
    { "as speaker", RULE_FLOOR },
    { "as its speaker", RULE_FLOOR },
    { "as our speaker", RULE_FLOOR },
    { "as guest speaker", RULE_FLOOR },
    { "as keynote speaker", RULE_FLOOR },
    { "went through", RULE_SUBJECT_SAYS },
    { "ran through", RULE_SUBJECT_SAYS },
    { "talked through", RULE_SUBJECT_SAYS },
    { "brought us up to", RULE_SUBJECT_SAYS },
    { "brought members up to", RULE_SUBJECT_SAYS },
    { "took us back", RULE_SUBJECT_SAYS },
    { "took members back", RULE_SUBJECT_SAYS },
    { "took the audience", RULE_SUBJECT_SAYS },
    { "traded barbs", RULE_SUBJECT_SAYS },
    { "compared notes", RULE_SUBJECT_SAYS },
    { "was our guest", RULE_SUBJECT_ACTS },
    { "were our guests", RULE_SUBJECT_ACTS },
    { "was in conversation", RULE_SUBJECT_ACTS },
    { "a fait part", RULE_SUBJECT_SAYS },
    { "fait part", RULE_SUBJECT_SAYS },
    { "ont fait part", RULE_SUBJECT_SAYS },
    { "a fait etat", RULE_SUBJECT_SAYS },
    { "a fait remarquer", RULE_SUBJECT_SAYS },
    { "fait remarquer", RULE_SUBJECT_SAYS },
    { "fait observer", RULE_SUBJECT_SAYS },
    { "a fait le point", RULE_SUBJECT_SAYS },
    { "fait le point", RULE_SUBJECT_SAYS },
    { "a rendu hommage", RULE_SUBJECT_SAYS },
    { "rend hommage", RULE_SUBJECT_SAYS },
    { "a rendu compte", RULE_SUBJECT_SAYS },
    { "s' est adresse a", RULE_SUBJECT_SAYS },
    { "s' est adressee a", RULE_SUBJECT_SAYS },
    { "s' est adresse aux", RULE_SUBJECT_SAYS },
    { "s' est adressee aux", RULE_SUBJECT_SAYS },
    { "s' adresse aux", RULE_SUBJECT_SAYS },
    { "a appele a", RULE_SUBJECT_SAYS },
    { "appelle a", RULE_SUBJECT_SAYS },
    { "a partage son", RULE_SUBJECT_SAYS },
    { "a partage sa", RULE_SUBJECT_SAYS },
    { "a partage ses", RULE_SUBJECT_SAYS },
    { "partage son experience", RULE_SUBJECT_SAYS },
    { "a passe en revue", RULE_SUBJECT_SAYS },
    { "passe en revue", RULE_SUBJECT_SAYS },
    { "s' inquiete", RULE_SUBJECT_SAYS },
    { "s' est inquiete", RULE_SUBJECT_SAYS },
    { "s' est inquietee", RULE_SUBJECT_SAYS },
    { "voudrait savoir", RULE_SUBJECT_SAYS },
    { "aimerait savoir", RULE_SUBJECT_SAYS },
    { "souhaite savoir", RULE_SUBJECT_SAYS },
    { "souhaite connaitre", RULE_SUBJECT_SAYS },
    { "a donne lecture", RULE_SUBJECT_SAYS },
    { "donne lecture", RULE_SUBJECT_SAYS },
    { "nous a fait", RULE_SUBJECT_ACTS },
    { "s' en est pris", RULE_SUBJECT_SAYS },
    { "s' en prend", RULE_SUBJECT_SAYS },
    { "s' en est prise", RULE_SUBJECT_SAYS },
    { "s' est dit", RULE_SUBJECT_SAYS },
    { "s' est dite", RULE_SUBJECT_SAYS },
    { "se sont dits", RULE_SUBJECT_SAYS },
    { "se sont dites", RULE_SUBJECT_SAYS },
    { "se sont affrontes", RULE_SUBJECT_ACTS },
    { "se sont affrontees", RULE_SUBJECT_ACTS },
    { "s' affrontent", RULE_SUBJECT_ACTS },
    { "se sont succede", RULE_SUBJECT_ACTS },
    { "se sont relayes", RULE_SUBJECT_ACTS },
    { "se sont relayees", RULE_SUBJECT_ACTS },
    { "se succedent", RULE_SUBJECT_ACTS },
    { "se relaient", RULE_SUBJECT_ACTS },
    { "ont croise le fer", RULE_SUBJECT_ACTS },
    { "y est alle de son", RULE_SUBJECT_SAYS },
    { "y est allee de son", RULE_SUBJECT_SAYS },
    { "a hausse le ton", RULE_SUBJECT_SAYS },
    { "a laisse entendre", RULE_SUBJECT_SAYS },
    { "laisse entendre", RULE_SUBJECT_SAYS },
    { "enfonce le clou", RULE_SUBJECT_SAYS },
    { "a enfonce le clou", RULE_SUBJECT_SAYS },
    { "tire la sonnette d' alarme", RULE_SUBJECT_SAYS },
    { "a tire la sonnette d' alarme", RULE_SUBJECT_SAYS },
    { "a eu un mot pour", RULE_SUBJECT_SAYS },
    { "a eu une pensee pour", RULE_SUBJECT_SAYS },
    { "ne mache pas ses mots", RULE_SUBJECT_SAYS },
    { "ne decolere pas", RULE_SUBJECT_SAYS },
    { "y va de son", RULE_SUBJECT_SAYS },
    { "y va de sa", RULE_SUBJECT_SAYS },
    { "ne cache pas", RULE_SUBJECT_SAYS },
    { "ne cachait pas", RULE_SUBJECT_SAYS },
    { "n' a pas cache", RULE_SUBJECT_SAYS },
    { "n' a pas manque de", RULE_SUBJECT_SAYS },
    { "n' a pas hesite a", RULE_SUBJECT_SAYS },
    { "n' a pas mache ses mots", RULE_SUBJECT_SAYS },
    { "ne partage pas", RULE_SUBJECT_SAYS },
    { "n' est pas de cet avis", RULE_SUBJECT_SAYS },
    { "n' est pas du meme avis", RULE_SUBJECT_SAYS },
    { "est du meme avis", RULE_SUBJECT_SAYS },
    { "au micro", RULE_FLOOR },
    { "a la tribune", RULE_FLOOR },
    { "au pupitre", RULE_FLOOR },
    { "gave evidence", RULE_SUBJECT_SAYS },
    { "gave testimony", RULE_SUBJECT_SAYS },
    { "in absentia", RULE_ABSENT },
    { "s' engage a", RULE_SUBJECT_ACTS },
    { "felt that", RULE_SUBJECT_SAYS },
    { "feels that", RULE_SUBJECT_SAYS },
    { "offre de", RULE_SUBJECT_WEAK },
    { "offered to", RULE_SUBJECT_WEAK },
    { "offers to", RULE_SUBJECT_WEAK },
    { "s' est engage a", RULE_SUBJECT_ACTS },
    { "s' est engagee a", RULE_SUBJECT_ACTS },
    { "en son rapport", RULE_SUBJECT_SAYS },
    { "en son expose", RULE_SUBJECT_SAYS },
    { "en son intervention", RULE_SUBJECT_SAYS },
    { "en ses explications", RULE_SUBJECT_SAYS },
    { "en sa reponse", RULE_SUBJECT_SAYS },
    { "associated himself with", RULE_SUBJECT_SAYS },
    { "associated herself with", RULE_SUBJECT_SAYS },
    { "s' associe a", RULE_SUBJECT_SAYS },
    { "s' associe aux", RULE_SUBJECT_SAYS },
    { "was invited to speak", RULE_FLOOR },
    { "was invited to give", RULE_FLOOR },
    { "was invited to talk", RULE_FLOOR },
    { "was invited to present", RULE_FLOOR },
    { "was asked to speak", RULE_FLOOR },
    { "has been invited to", RULE_FLOOR },
    { "was joined on stage", RULE_SUBJECT_ACTS },
    { "que recevait", RULE_INVITED },
    { "que recevaient", RULE_INVITED },
    { "qu' accueillait", RULE_INVITED },
    { "was asked by", RULE_FLOOR },
    { "was asked whether", RULE_FLOOR },
    { "was asked about", RULE_FLOOR },
    { "was interviewed", RULE_FLOOR },
    { "is interviewed", RULE_FLOOR },
    { "followed with", RULE_SUBJECT_ACTS },
    { "followed up with", RULE_SUBJECT_ACTS },
    { "got things started", RULE_SUBJECT_ACTS },
    { "got the evening started", RULE_SUBJECT_ACTS },
    { "got the meeting started", RULE_SUBJECT_ACTS },
    { "had some words", RULE_SUBJECT_SAYS },
    { "had a few words", RULE_SUBJECT_SAYS },
    { "in conversation", RULE_SUBJECT_ACTS },
    { "paid tribute", RULE_SUBJECT_SAYS },
    { "pays tribute", RULE_SUBJECT_SAYS },
    { "served as moderator", RULE_SUBJECT_ACTS },
    { "served as chair", RULE_SUBJECT_ACTS },
    { "served as master of ceremonies", RULE_SUBJECT_ACTS },
    { "acted as moderator", RULE_SUBJECT_ACTS },
    { "acted as chair", RULE_SUBJECT_ACTS },
    { "acted as master of ceremonies", RULE_SUBJECT_ACTS },
    { "was up next", RULE_SUBJECT_ACTS },
    { "was next up", RULE_SUBJECT_ACTS },
    { "was up with", RULE_SUBJECT_ACTS },
    { "brought the meeting", RULE_SUBJECT_ACTS },
    { "brought the evening", RULE_SUBJECT_ACTS },
    { "brought greetings", RULE_SUBJECT_SAYS },
    { "entertained us", RULE_SUBJECT_SAYS },
    { "entertained members", RULE_SUBJECT_SAYS },
    { "treated us", RULE_SUBJECT_SAYS },
    { "treated members", RULE_SUBJECT_SAYS },
    { "speaking at", RULE_FLOOR },
    { "speaking to", RULE_FLOOR },
    { "speaking during", RULE_FLOOR },
    { "addressing", RULE_FLOOR },
};

/* Words right before the name of whoever has the floor: "Puis c'est au tour de X", "First up is X". */
static const char *const floor_phrases[][3] = {
    { "fait", "dire" },           { "fait", "dire", "a" },      { "au", "tour", "du" },
    { "au", "tour", "de" },       { "au", "tour", "d'" },       { "est", "a" },           { "place", "a" },
    { "parole", "a" },            { "micro", "a" },             { "suivi", "de" },        { "suivie", "de" },
    { "suivis", "de" },           { "suivi", "par" },           { "suivie", "par" },      { "followed", "by" },
    { "up", "is" },               { "up", "was" },              { "next", "came" },       { "next", "comes" },
    { "next", "was" },            { "then", "came" },           { "first", "was" },       { "speak", "was" },
    { "speaker", "was" },         { "speaker", "is" },          { "speakers", "were" },   { "speakers", "are" },
    { "speakers", "included" },   { "speakers", "include" },    { "intervenant", "etait" },
    { "intervenants", "etaient" },
    { "vint", "ensuite" },        { "vient", "ensuite" },       { "revient", "a" },       { "revenait", "a" },
    { "revint", "a" },            { "revenu", "a" },            { "revenue", "a" },       { "left", "to" },
    { "fell", "to" },             { "over", "to" },             { "floor", "to" },        { "turn", "of" },
    { "passe", "a" },             { "donnee", "a" },            { "cedee", "a" },         { "to", "speak", "were" },
};

static void floor_signals(struct signal_input *input, uint32_t index, uint32_t at)
{
    const struct name_context *context = input->context;
    if (at < 3 || context->lexemes[at].before >= BEFORE_BLOCK)
        return;
    for (size_t i = 0; i < sizeof floor_phrases / sizeof *floor_phrases; i++) {
        const char *const *words = floor_phrases[i];
        uint32_t count = words[2] ? 3 : 2;
        bool all = true;
        for (uint32_t w = 0; w < count && all; w++)
            all = word_is(context, at - count + w, words[w]) ||
                  (w > 0 && strcmp(words[w], "a") == 0 && word_is(context, at - count + w, "au"));
        /* "c'est à X" alone means little: something to say must follow ("d'ouvrir", "qu'est revenu") */
        uint32_t next = role_after(context, &context->names.items[index]).end;
        next += word_is(context, next, ",");
        if (all && strcmp(words[0], "est") == 0)
            all = word_is(context, next, "de") || word_is(context, next, "d'") || word_is(context, next, "que") ||
                  word_is(context, next, "qu'");
        if (all) {
            signal_add(input, index, RULE_FLOOR, signal_rules[RULE_FLOOR].weight);
            return;
        }
    }
}

/* "Treasurer's report (X)", "Academic affairs: update (X, Y)": an item of a meeting, and in brackets whose it is. */
static bool report_in_brackets(const struct name_context *context, const struct name_occurrence *name)
{
    static const char *const words[] = { "report", "reports", "update", "updates", "presentation", "overview",
                                         "briefing", "rapport", "presentations", "bilan", "restitution" };
    uint32_t open = name->lead ? name->lead - 1 : 0, next = name->last + 1;
    if (open == 0 || !word_is(context, open, "(") || !(word_is(context, next, ")") || word_is(context, next, ",")))
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (word_is(context, open - 1, words[i]))
            return true;
    return false;
}

static uint32_t words_in(const char *phrase)
{
    uint32_t count = 1;
    for (; *phrase; phrase++)
        count += *phrase == ' ';
    return count;
}

/* Whose talk, paper or question it is: "X's short presentation". */
static bool possessed_speech(const struct name_context *context, uint32_t next)
{
    static const char *const nouns[] = { "talk",     "presentation", "paper",    "lecture",      "keynote",
                                         "remarks",  "speech",       "address",  "contribution", "intervention",
                                         "question", "questions",    "comments", "comment",      "response",
                                         "reply",    "session",      "panel",    "turn" };
    bool plural = (word_is(context, next, "'") || word_is(context, next, "’")) &&
                  context->lexemes[next].before == BEFORE_NOTHING && !context->french; /* "Reynolds' talk" */
    if (!word_is(context, next, "'s") && !plural)
        return false;
    for (uint32_t i = next + 1; i < context->count && i - next <= ADJECTIVES_MAX + 1; i++) {
        for (size_t w = 0; w < sizeof nouns / sizeof *nouns; w++)
            if (word_is(context, i, nouns[w]))
                return true;
        if (!word_lower(context, i))
            return false;
    }
    return false;
}

/* A role that is to speak. */
static bool speaking_role(const struct lexeme *lexeme)
{
    static const char *const words[] = { "speaker", "moderator", "panellist", "panelist", "presenter", "facilitator",
                                         "discussant", "lecturer", "compere", "mc", "emcee", "host", "conferencier",
                                         "conferenciere", "intervenant", "intervenante", "orateur", "oratrice",
                                         "moderateur", "moderatrice", "animateur", "animatrice", "discutant",
                                         "discutante", "speakers", "panellists", "panelists", "intervenants",
                                         "moderators" };
    return LEXEME_AMONG(lexeme, words);
}

/* "X was our guest speaker", "X, geologist, était l'orateur du jour", "X jouait le rôle de modérateur". */
static bool was_speaker(const struct name_context *context, const uint32_t *starts, size_t count)
{
    static const char *const links[] = { "was", "is", "will", "be", "were", "are", "etait", "est", "sera", "sont",
                                         "etaient", "fut", "jouait", "joue", "faisait", "fait", "served", "acted" };
    for (size_t s = 0; s < count; s++) {
        uint32_t i = starts[s];
        if (i >= context->count || !LEXEME_AMONG(&context->lexemes[i], links) || context->lexemes[i].before >= BEFORE_BLOCK)
            continue;
        for (i++; i < context->count && i - starts[s] < COPULA_BACK_MAX && context->lexemes[i].kind == LEXEME_WORD; i++) {
            if (speaking_role(&context->lexemes[i]))
                return true;
            bool goes_on = word_lower(context, i) && !word_is(context, i, "not") && !word_is(context, i, "pas") &&
                           !word_is(context, i, "by") && !word_is(context, i, "par") &&
                           !(word_speech(context, i) & (SPEECH_SAY | SPEECH_DO | SPEECH_THANKS));
            if (!goes_on)
                break;
        }
    }
    return false;
}

/* "X pendant sa conférence", "X during her talk": the caption of a photograph. */
static bool while_speaking(const struct name_context *context, uint32_t next)
{
    static const char *const whens[] = { "lors de", "pendant", "durant", "au cours de", "during", "in", "giving",
                                         "delivering", "donnant", "prononcant" };
    static const char *const owns[] = { "son", "sa", "his", "her" };
    for (size_t i = 0; i < sizeof whens / sizeof *whens; i++) {
        uint32_t own = next + words_in(whens[i]);
        if (!words_at(context, next, whens[i]) || own + 1 >= context->count)
            continue;
        for (size_t k = 0; k < sizeof owns / sizeof *owns; k++)
            if (word_is(context, own, owns[k]))
                return (speech_bits(context->lexemes[own + 1].folded) & SPEECH_NOUN) != 0;
    }
    return false;
}

/* "Our speaker for October was X": somebody who speaks, and a form of "to be" before the name. */
static bool speaker_was(const struct name_context *context, uint32_t at)
{
    static const char *const copulas[] = { "was", "is",      "were", "are",  "be",    "etait",
                                           "est", "etaient", "sont", "sera", "seront" };
    static const char *const speakers[] = { "speaker",      "speakers",     "panellist",     "panellists",
                                            "panelist",     "panelists",    "presenter",     "presenters",
                                            "moderator",    "facilitator",  "discussant",    "discussants",
                                            "lecturer",     "conferencier", "conferenciere", "intervenant",
                                            "intervenante", "intervenants", "oratrice",      "orateur" };
    bool copula = false;
    for (size_t i = 0; i < sizeof copulas / sizeof *copulas && !copula; i++)
        copula = word_is(context, at - 1, copulas[i]);
    for (uint32_t i = at - 1; copula && i > 0 && at - i < COPULA_BACK_MAX; i--) {
        for (size_t w = 0; w < sizeof speakers / sizeof *speakers; w++)
            if (word_is(context, i - 1, speakers[w]))
                return true;
        if (context->lexemes[i - 1].sentence_start || context->lexemes[i - 1].kind != LEXEME_WORD ||
            name_at(context, i - 1))
            return false;
    }
    return false;
}

/* "with X talking about wells", "X presenting the plans": the caption of a photograph, or what was seen and heard. */
static bool speaking(const struct name_context *context, uint32_t next)
{
    char stem[GERUND_BYTES];
    size_t length = next < context->count && word_lower(context, next) ? strlen(context->lexemes[next].folded) : 0;
    if (context->french || length < 6 || length + 1 > sizeof stem ||
        strcmp(context->lexemes[next].folded + length - 3, "ing") != 0)
        return false;
    memcpy(stem, context->lexemes[next].folded, length - 3);
    strcpy(stem + length - 3, "");
    unsigned bits = speech_bits(stem);
    strcpy(stem + length - 3, "e");
    return ((bits | speech_bits(stem)) & (SPEECH_SAY | SPEECH_DO)) != 0;
}

/* "was", "will be" passed over: "will be in conversation with". */
static uint32_t over_auxiliaries(const struct name_context *context, uint32_t i)
{
    static const char *const words[] = { "was", "is", "will", "be", "were", "are", "has", "been" };
    while (i + 1 < context->count && LEXEME_AMONG(&context->lexemes[i], words) &&
           context->lexemes[i + 1].before == BEFORE_SPACE)
        i++;
    return i;
}

/* "Join X for a talk", "Joining X on stage were": the sentence begins with it. */
static bool sentence_invites(const struct name_context *context, uint32_t at)
{
    static const char *const words[] = { "join", "joining", "hear", "retrouvez", "rencontrez" };
    return at > 0 && context->lexemes[at - 1].sentence_start && LEXEME_AMONG(&context->lexemes[at - 1], words) &&
           context->lexemes[at].before == BEFORE_SPACE;
}

/* « … » (X) and X, farmer – "…": whose words a quotation is. */
static bool beside_quotation(const struct name_context *context, const struct name_occurrence *name)
{
    static const char *const closing[] = { "»", "”", "\"" };
    static const char *const opening[] = { "«", "“", "\"" };
    static const char *const dashes[] = { "–", "—", "-", ":" };
    uint32_t next = name->last + 1, end = role_after(context, name).end;
    if (name->lead > 1 && word_is(context, name->lead - 1, "(") && word_is(context, next, ")") &&
        LEXEME_AMONG(&context->lexemes[name->lead - 2], closing))
        return true;
    bool line = context->lexemes[name->lead].before >= BEFORE_LINE;
    return line && end + 1 < context->count && LEXEME_AMONG(&context->lexemes[end], dashes) &&
           LEXEME_AMONG(&context->lexemes[end + 1], opening);
}

void signals_of_phrases(struct signal_input *input, uint32_t index, uint32_t at)
{
    const struct name_context *context = input->context;
    floor_signals(input, index, at);
    const struct name_occurrence *name = &context->names.items[index];
    uint32_t starts[PREDICATE_STARTS_MAX];
    size_t count = predicate_starts(context, name, starts);
    if (at >= PHRASE_WORDS_MAX && context->lexemes[at].before < BEFORE_BLOCK) {
        for (size_t i = 0; i < sizeof before / sizeof *before; i++)
            if (words_at(context, at - words_in(before[i].words), before[i].words))
                signal_add(input, index, before[i].rule, signal_rules[before[i].rule].weight);
        if (speaker_was(context, at))
            signal_add(input, index, RULE_FLOOR, signal_rules[RULE_FLOOR].weight);
    }
    for (size_t k = 0; k < count; k++)
        for (size_t i = 0; i < sizeof after / sizeof *after; i++)
            if (starts[k] < context->count && context->lexemes[starts[k]].before < BEFORE_BLOCK &&
                (words_at(context, starts[k], after[i].words) ||
                 words_at(context, over_auxiliaries(context, starts[k]), after[i].words)))
                signal_add(input, index, after[i].rule, signal_rules[after[i].rule].weight);
    if (speaking(context, name->last + 1))
        signal_add(input, index, RULE_FLOOR, SPEAKING);
    if (sentence_invites(context, at))
        signal_add(input, index, RULE_INVITED, signal_rules[RULE_INVITED].weight);
    if (beside_quotation(context, name) && !input->scholarly)
        signal_add(input, index, RULE_INVERTED, signal_rules[RULE_INVERTED].weight - 0.2);
    if (was_speaker(context, starts, count))
        signal_add(input, index, RULE_SUBJECT_ACTS, signal_rules[RULE_SUBJECT_ACTS].weight);
    if (possessed_speech(context, name->last + 1) || while_speaking(context, name->last + 1) ||
        report_in_brackets(context, name))
        signal_add(input, index, RULE_SPEECH_OF, signal_rules[RULE_SPEECH_OF].weight);
}
