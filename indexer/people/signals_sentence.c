/* The rules over how the sentence around a name is built: "our speaker was X", "X moved the audience", "among them
 * X". */
#include "name_words.h"
#include "roles.h"
#include "rolls.h"
#include "signal_rules.h"
#include "speech_words.h"
#include "verb_phrase.h"

enum {
    AIM_MAX = 10,         /* from a verb to "afin de" */
    GERUND_BYTES = 24,    /* of "presenting" */
    PUT_OFF_MAX = 10,   /* lexemes from "presentation" to "delayed" */
    ADJECTIVES_MAX = 2,   /* in "X's short talk" */
    COPULA_BACK_MAX = 9,  /* from "was X" back to "Our speaker for October" */
    QUOTED_MAX = 7,       /* from "X, who" on to a colon and a quotation */
    THANKED_MAX = 3,      /* adjectives in "thanks to X for her very good talk" */
    AUDIENCE_MAX = 5,     /* lexemes from a verb to "the audience" */
    SHARED_BACK_MAX = 20, /* from "et Y de la digue" back to "parlera" */
    AMONG_BACK_MAX = 24   /* from "among them X" back to "speakers" */
};

static const double SPEAKING = 0.55;
static const double LABELLED = 0.7;

static uint32_t word_count_of(const char *phrase)
{
    uint32_t count = 1;
    for (; *phrase; phrase++)
        count += *phrase == ' ';
    return count;
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

/* "…'s presentation on the budget is delayed until June": it was not given. */
static bool put_off(const struct name_context *context, uint32_t next)
{
    static const char *const words[] = { "delayed", "postponed", "cancelled", "canceled", "rescheduled", "deferred",
                                         "tabled" };
    for (uint32_t i = next; i < context->count && i - next < PUT_OFF_MAX && !context->lexemes[i].sentence_start; i++)
        if (LEXEME_AMONG(&context->lexemes[i], words))
            return true;
    return false;
}

/* Whose talk, paper or question it is: "X's short presentation". */
static bool possessed_speech(const struct name_context *context, uint32_t next)
{
    static const char *const nouns[] = { "talk",     "presentation", "paper",    "lecture",      "keynote",
                                         "remarks",  "speech",       "address",  "contribution", "intervention",
                                         "question", "questions",    "comments", "comment",      "response",
                                         "reply",    "session",      "panel",    "turn",
                                         "slides",   "slideshow",    "account",  "vote" };
    bool plural = (word_is(context, next, "'") || word_is(context, next, "’")) &&
                  context->lexemes[next].before == BEFORE_NOTHING && !context->french; /* "Reynolds' talk" */
    if (!word_is(context, next, "'s") && !plural)
        return false;
    for (uint32_t i = next + 1; i < context->count && i - next <= ADJECTIVES_MAX + 1; i++) {
        for (size_t w = 0; w < sizeof nouns / sizeof *nouns; w++)
            if (word_is(context, i, nouns[w]))
                return !put_off(context, i + 1);
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
        if (i >= context->count || !LEXEME_AMONG(&context->lexemes[i], links) ||
            context->lexemes[i].before >= BEFORE_BLOCK)
            continue;
        for (i++; i < context->count && i - starts[s] < COPULA_BACK_MAX && context->lexemes[i].kind == LEXEME_WORD;
             i++) {
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
        uint32_t own = next + word_count_of(whens[i]);
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
    if (word_is(context, next, ",") && (word_is(context, next + 1, "qui") || word_is(context, next + 1, "who")))
        for (uint32_t i = next + 2; i + 1 < context->count && i - next < QUOTED_MAX; i++) {
            if (word_is(context, i, ":") && LEXEME_AMONG(&context->lexemes[i + 1], opening))
                return true; /* "X, qui assume : « J'ai eu tort. »" */
            if (!word_lower(context, i))
                break;
        }
    bool line = context->lexemes[name->lead].before >= BEFORE_LINE;
    return line && end + 1 < context->count && LEXEME_AMONG(&context->lexemes[end], dashes) &&
           LEXEME_AMONG(&context->lexemes[end + 1], opening);
}

/* "X a ému l'assistance", "X held the audience": what one does to those who listen. */
static bool moves_audience(const struct name_context *context, const uint32_t *starts, size_t count)
{
    static const char *const listeners[] = { "assistance", "auditoire", "congressistes", "assemblee", "audience",
                                             "crowd", "listeners", "delegates", "onlookers" };
    static const char *const others[] = { "dans", "devant", "de",   "d'",     "en",     "se",    "in",
                                          "from", "of",     "with", "avec",   "parmi",  "among", "pas",
                                          "not",  "joined", "left", "quitte", "rejoint" };
    for (size_t s = 0; s < count; s++) {
        if (!predicate_begins(context, starts[s], s > 0))
            continue;
        for (uint32_t i = starts[s]; i < context->count && i - starts[s] <= AUDIENCE_MAX && word_lower(context, i) &&
                                     !LEXEME_AMONG(&context->lexemes[i], others);
             i++)
            if (i > starts[s] && LEXEME_AMONG(&context->lexemes[i], listeners))
                return true;
    }
    return false;
}

/* "took participants through the plan": whoever they are. */
static bool takes_through(const struct name_context *context, const uint32_t *starts, size_t count)
{
    static const char *const verbs[] = { "took", "takes", "walked", "walks", "led", "talked", "guided" };
    for (size_t s = 0; s < count; s++) {
        uint32_t i = starts[s];
        if (i >= context->count || !LEXEME_AMONG(&context->lexemes[i], verbs) || !word_lower(context, i))
            continue;
        for (i++; i < context->count && i - starts[s] <= AUDIENCE_MAX && context->lexemes[i].kind == LEXEME_WORD; i++)
            if (word_is(context, i, "through"))
                return true;
    }
    return false;
}

/* "Merci à X d'avoir animé le débat", "Thanks to X for chairing", "for her talk": thanked for having spoken. */
static bool thanked_for_speech(const struct name_context *context, const struct name_occurrence *name)
{
    uint32_t i = role_after(context, name).end;
    if (word_is(context, i, ","))
        i++;
    if ((word_is(context, i, "d'") || word_is(context, i, "pour")) && word_is(context, i + 1, "avoir"))
        return i + 2 < context->count &&
               (speech_bits(context->lexemes[i + 2].folded) & (SPEECH_SAY | SPEECH_DO | SPEECH_AGENT)) != 0;
    if (!word_is(context, i, "pour") && !word_is(context, i, "for"))
        return false;
    if (speaking(context, i + 1))
        return true;
    if (!word_is(context, i + 1, "son") && !word_is(context, i + 1, "sa") && !word_is(context, i + 1, "ses") &&
        !word_is(context, i + 1, "his") && !word_is(context, i + 1, "her") && !word_is(context, i + 1, "their"))
        return false;
    for (uint32_t k = i + 2; k < context->count && k - i <= THANKED_MAX + 1 && word_lower(context, k); k++)
        if (speech_bits(context->lexemes[k].folded) & SPEECH_NOUN && !word_is(context, k, "accueil") &&
            !word_is(context, k, "contribution") && !word_is(context, k, "contributions"))
            return true;
    return false;
}

/* "Des délégués sont montés à la tribune, parmi lesquels X", "testimonies from residents, including X". */
static bool among_speakers(const struct name_context *context, uint32_t at)
{
    static const char *const links[] = { "lesquels", "lesquelles", "dont", "including", "them", "whom", "notamment" };
    static const char *const floors[] = { "intervenants", "intervenantes", "orateurs", "oratrices", "speakers",
                                          "panelists", "panellists", "temoignages", "testimonies", "interventions",
                                          "tribune", "micro", "parole", "rostrum", "podium", "microphone", "spoke",
                                          "conferenciers", "presentations", "talks", "speeches", "discours" };
    if (at < 2 || !LEXEME_AMONG(&context->lexemes[at - 1], links) || context->lexemes[at].before >= BEFORE_BLOCK)
        return false;
    for (uint32_t i = at - 1; i > 0 && at - i < AMONG_BACK_MAX && !context->lexemes[i].sentence_start; i--)
        if (LEXEME_AMONG(&context->lexemes[i - 1], floors))
            return true;
    return false;
}

/* "First up, X with "Ten years"", "Ensuite X sur les files": a sentence without a verb that says who comes. */
static bool comes_next(const struct name_context *context, const struct name_occurrence *name, uint32_t at)
{
    static const char *const openings[] = { "first up",      "next up",   "first",    "next",    "then",
                                            "finally",       "last",      "lastly",   "ensuite", "puis",
                                            "enfin",         "d' abord",  "pour commencer", "en ouverture",
                                            "pour finir",    "pour conclure", "to start", "to finish", "en cloture",
                                            "en conclusion" };
    static const char *const topics[] = { "with", "on", "about", "avec", "sur" };
    uint32_t after = role_after(context, name).end, i = at;
    if (after >= context->count || !LEXEME_AMONG(&context->lexemes[after], topics))
        return false;
    if (i > 0 && word_is(context, i - 1, ","))
        i--;
    for (size_t k = 0; k < sizeof openings / sizeof *openings; k++) {
        uint32_t words = word_count_of(openings[k]);
        if (i >= words && words_at(context, i - words, openings[k]) && context->lexemes[i - words].sentence_start)
            return true;
    }
    return false;
}

/* "X parlera de la crue et Y de la digue", "X spoke on wells and Y on queues": the second shares the verb. */
static bool shares_verb(const struct name_context *context, const struct name_occurrence *name, uint32_t at)
{
    static const char *const links[] = { "de", "d'", "du", "des", "sur", "on", "about" };
    static const char *const verbs[] = { "parle", "parlera", "parlait", "traite", "traitera", "speak", "speaks",
                                         "spoke", "talk", "talks", "talked" };
    uint32_t link = role_after(context, name).end;
    if (at < 2 || link >= context->count || !(word_is(context, at - 1, "et") || word_is(context, at - 1, "and")) ||
        !LEXEME_AMONG(&context->lexemes[link], links) || !word_lower(context, link + 1))
        return false;
    for (uint32_t i = at - 1; i > 0 && at - i < SHARED_BACK_MAX && !context->lexemes[i].sentence_start; i--)
        if (LEXEME_AMONG(&context->lexemes[i - 1], verbs))
            return LEXEME_AMONG(&context->lexemes[i], links) && !name_at(context, i + 1) &&
                   word_lower(context, i - 1);
    return false;
}

/* "X, lui,", "De son côté, X", "X, pour sa part,": set against whoever spoke before. */
static bool contrasted(const struct name_context *context, const struct name_occurrence *name)
{
    static const char *const after[][3] = { { "lui", "," }, { "elle", "," }, { "quant", "a" },
                                            { "pour", "sa", "part" }, { "de", "son", "cote" },
                                            { "a", "son", "tour" }, { "for", "his", "part" },
                                            { "for", "her", "part" }, { "in", "turn" },
                                            { "meanwhile", "," }, { "by", "contrast", "," } };
    static const char *const before[][3] = { { "de", "son", "cote" }, { "pour", "sa", "part" },
                                             { "a", "son", "tour" } };
    uint32_t next = role_after(context, name).end, at = name->lead;
    if (word_is(context, next, ","))
        for (size_t i = 0; i < sizeof after / sizeof *after; i++)
            if (word_is(context, next + 1, after[i][0]) && word_is(context, next + 2, after[i][1]) &&
                (!after[i][2] || word_is(context, next + 3, after[i][2])))
                return true;
    for (size_t i = 0; i < sizeof before / sizeof *before && at > 3; i++)
        if (word_is(context, at - 1, ",") && word_is(context, at - 2, before[i][2]) &&
            word_is(context, at - 3, before[i][1]))
            return true;
    return at > 1 && word_is(context, at - 2, "quant") && word_is(context, at - 1, "a");
}

/* "X est monté sur scène afin de remercier": what is said is told as an aim. */
static bool aims_from(const struct name_context *context, uint32_t start)
{
    if (start >= context->count || !predicate_begins(context, start, false))
        return false;
    for (uint32_t i = start + 1; i + 2 < context->count && i - start < AIM_MAX && !context->lexemes[i].sentence_start;
         i++) {
        if (context->lexemes[i].kind != LEXEME_WORD || word_is(context, i, "not") || word_is(context, i, "pas"))
            return false;
        bool aim = word_is(context, i, "pour") || word_is(context, i, "afin") ||
                   (word_is(context, i, "to") && !context->french);
        uint32_t verb = word_is(context, i + 1, "de") || word_is(context, i + 1, "d'") ? i + 2 : i + 1;
        if (aim && word_speech(context, verb) & SPEECH_SAY)
            return true;
    }
    return false;
}

bool sentence_aims(const struct name_context *context, const struct name_occurrence *name)
{
    uint32_t starts[PREDICATE_STARTS_MAX];
    size_t count = predicate_starts(context, name, starts);
    for (size_t s = 0; s < count; s++)
        if (aims_from(context, starts[s]))
            return true;
    return false;
}

/* "PLANNING CASE 2014-12. Al-Jaff: Chairman Aller, members of the Commission.": a label inside a line of minutes. */
static bool label_in_line(const struct signal_input *input, const struct name_occurrence *name)
{
    const struct name_context *context = input->context;
    uint32_t colon = name->last + 1, said = colon + 1;
    const struct lexeme *lead = &context->lexemes[name->lead];
    return input->roll && lead->sentence_start && lead->before == BEFORE_SPACE && word_is(context, colon, ":") &&
           said < context->count && context->lexemes[said].before == BEFORE_SPACE &&
           context->lexemes[said].shape & SHAPE_CAPITAL && context->lexemes[colon].before == BEFORE_NOTHING &&
           !(context->bits[said] & NAME_WORD_ROLE) && !name_at(context, said) &&
           !is_roll(section_at(input->sections, name->at.start));
}

void signals_of_sentences(struct signal_input *input, uint32_t index, uint32_t at)
{
    const struct name_context *context = input->context;
    const struct name_occurrence *name = &context->names.items[index];
    uint32_t starts[PREDICATE_STARTS_MAX];
    size_t count = predicate_starts(context, name, starts);
    bool inside = at > 0 && context->lexemes[at].before < BEFORE_BLOCK;
    if (inside && (speaker_was(context, at) || among_speakers(context, at) || comes_next(context, name, at)))
        signal_add(input, index, RULE_FLOOR, signal_rules[RULE_FLOOR].weight);
    if (speaking(context, name->last + 1))
        signal_add(input, index, RULE_FLOOR, SPEAKING);
    if (sentence_invites(context, at))
        signal_add(input, index, RULE_INVITED, signal_rules[RULE_INVITED].weight);
    if (beside_quotation(context, name) && !input->scholarly)
        signal_add(input, index, RULE_INVERTED, signal_rules[RULE_INVERTED].weight - 0.2);
    if (contrasted(context, name))
        signal_add(input, index, RULE_CONTRASTED, signal_rules[RULE_CONTRASTED].weight);
    if (label_in_line(input, name))
        signal_add(input, index, RULE_SUBJECT_SAYS, LABELLED);
    if (inside && shares_verb(context, name, at))
        signal_add(input, index, RULE_SUBJECT_SAYS, signal_rules[RULE_SUBJECT_SAYS].weight - 0.2);
    if (was_speaker(context, starts, count) || moves_audience(context, starts, count) ||
        takes_through(context, starts, count))
        signal_add(input, index, RULE_SUBJECT_ACTS, signal_rules[RULE_SUBJECT_ACTS].weight);
    if (possessed_speech(context, name->last + 1) || while_speaking(context, name->last + 1) ||
        report_in_brackets(context, name) || thanked_for_speech(context, name))
        signal_add(input, index, RULE_SPEECH_OF, signal_rules[RULE_SPEECH_OF].weight);
}
