/* The rules over a participle or a noun of speech before a name: "animée par X", "l'intervention de X", "« Titre »,
 * avec X". */
#include "calendar.h"
#include "roles.h"
#include "signal_rules.h"
#include "speech_words.h"
#include "verb_phrase.h"

enum {
    AGENT_BACK_MAX = 14,
    GATHERING_BACK_MAX = 4,
    TALKED_BACK_MAX = 6,
    TALK_BACK_MAX = 14, /* lexemes from "par X" back to "une conférence" */
    DONE_BACK_MAX = 5   /* from "faite" back to "la restitution" */
};

/* "her novel Wells, by X", but "the book talk, by X". */
static bool written_work(const struct name_context *context, uint32_t i)
{
    static const char *const works[] = { "book", "novel", "memoir", "biography", "essay", "poem", "play", "roman",
                                         "recueil", "chanson", "song", "painting", "tableau" };
    static const char *const occasions[] = { "talk", "talks", "club", "group", "launch", "discussion", "signing",
                                             "reading", "event", "fair", "festival", "night" };
    return i + 1 < context->count && LEXEME_AMONG(&context->lexemes[i], works) && word_lower(context, i) &&
           !LEXEME_AMONG(&context->lexemes[i + 1], occasions);
}

static const double ANNOUNCED = 0.55;

/* Works after which people speak. */
static bool shown_work(const struct name_context *context, uint32_t i)
{
    static const char *const works[] = { "film",   "documentaire", "livre", "ouvrage", "roman", "revue",
                                         "numero", "book",         "novel", "these",   "photo", "photos" };
    return LEXEME_AMONG(&context->lexemes[i], works);
}

/* What is done by somebody who does not speak: published, translated, filmed, a review directed. */
static bool no_speech_by(const struct name_context *context, uint32_t by)
{
    static const char *const words[] = { "publie", "publiee", "poste", "soumis", "published", "posted", "submitted",
                                         "numero", "revue", "ouvrage", "livre", "film", "documentaire", "traduction",
                                         "interpretation", "interpretariat", "captation", "these", "photo", "photos",
                                         "translation", "illustre", "illustree", "visit", "preface",
                                         "prefacee", "redige", "redigee", "signe", "signee", "joue", "jouee",
                                         "sung", "performed", "chorale", "choeur", "orchestre", "fanfare",
                                         "troupe", "choir", "band", "orchestra", "secretariat", "represente",
                                         "representee", "represented", "minutes", "notes" };
    bool spoken = false; /* "projection du film, suivie d'un débat animé par" */
    for (uint32_t i = by; i > 0 && by - i < AGENT_BACK_MAX && context->lexemes[i].before < BEFORE_BLOCK &&
                          !context->lexemes[i].sentence_start;
         i--)
        if (LEXEME_AMONG(&context->lexemes[i - 1], words) || written_work(context, i - 1))
            return !spoken || !shown_work(context, i - 1);
        else if (i < by && word_lower(context, i - 1) && speech_bits(context->lexemes[i - 1].folded) & SPEECH_NOUN)
            spoken = true;
    return false;
}

/* The "faite" of "la restitution, faite par X". */
static bool done_of_speech(const struct name_context *context, uint32_t i)
{
    static const char *const done[] = { "fait", "faite", "faits", "faites", "effectue", "effectuee", "realisee",
                                        "delivree", "donne", "donnee", "donnees", "donnes" };
    bool participle = false;
    for (size_t w = 0; w < sizeof done / sizeof *done && !participle; w++)
        participle = word_is(context, i, done[w]);
    for (uint32_t k = i; participle && k > 0 && i - k < DONE_BACK_MAX && !context->lexemes[k].sentence_start; k--)
        if (speech_bits(context->lexemes[k - 1].folded) & SPEECH_NOUN)
            return true;
    return false;
}

/* "21 mai 2019, par X" is a byline: does a date end before the comma at COMMA? */
static bool date_ends(const struct name_context *context, uint32_t comma)
{
    return comma > 1 && context->lexemes[comma - 1].kind == LEXEME_NUMBER &&
           month_from_name(slice_of(context->lexemes[comma - 2].folded)) > 0;
}

/* "We discussed a gift by X": the verb of a pronoun, and no participle. */
static bool active(const struct name_context *context, uint32_t verb)
{
    static const char *const subjects[] = { "we", "i", "he", "she", "they", "you", "who" };
    uint32_t i = verb;
    if (i > 0 && (word_adverb(&context->lexemes[i - 1]) || word_is(context, i - 1, "also") ||
                  word_is(context, i - 1, "then")))
        i--;
    return !context->french && i > 0 && LEXEME_AMONG(&context->lexemes[i - 1], subjects);
}

/* "l'association présidée par X", "the charity led by X": whom a body has at its head, the verb at PARTICIPLE. */
static bool heads_body(const struct name_context *context, uint32_t participle)
{
    static const char *const bodies[] = { "association", "societe", "entreprise", "cabinet", "syndicat", "club",
                                          "federation", "fondation", "groupe", "ong", "sarl", "structure",
                                          "charity", "company", "society", "firm", "group", "organisation",
                                          "organization", "foundation", "committee" };
    static const char *const heads[] = { "preside", "presidee", "dirige", "dirigee",  "gere", "geree", "led",
                                         "chaired", "headed",   "run",    "conduite", "mene", "menee" };
    return participle > 1 && LEXEME_AMONG(&context->lexemes[participle], heads) &&
           LEXEME_AMONG(&context->lexemes[participle - 1], bodies);
}

/* "organized" of "moderated by X, the forum was organized by Y": what Y did is no speech, whatever X did. */
static bool other_deed(const struct name_context *context, uint32_t i)
{
    const struct lexeme *lexeme = &context->lexemes[i];
    bool joined =
        i > 0 && (word_is(context, i - 1, "et") || word_is(context, i - 1, "and") || word_is(context, i - 1, "puis"));
    size_t length = strlen(lexeme->folded);
    bool participle = context->french ? word_participle(context, i)
                                      : length > 4 && strcmp(lexeme->folded + length - 2, "ed") == 0;
    return i > 0 && !joined && lexeme->shape & SHAPE_LOWER && participle &&
           !(speech_bits(lexeme->folded) & (SPEECH_AGENT | SPEECH_SAY | SPEECH_NOUN));
}

/* Is the name the agent of "animée par", "chaired by"? */
static void agent_signals(struct signal_input *input, uint32_t index, uint32_t at)
{
    const struct name_context *context = input->context;
    if (at == 0 || !(word_is(context, at - 1, "par") || word_is(context, at - 1, "by")))
        return;
    if (context->lexemes[at].before == BEFORE_BLOCK)
        return;
    if (no_speech_by(context, at - 1))
        return;
    bool other = at > 1 && other_deed(context, at - 2) && !done_of_speech(context, at - 2);
    for (uint32_t i = at - 1; i > 0 && at - i < AGENT_BACK_MAX && !other; i--) {
        bool inside =
            context->lexemes[i].before == BEFORE_NOTHING && !context->lexemes[i].sentence_start; /* "accueilli.es" */
        if (context->lexemes[i].before == BEFORE_BLOCK || (word_is(context, i - 1, ".") && !inside))
            break;
        if (active(context, i - 1) || heads_body(context, i - 1))
            break;
        if (done_of_speech(context, i - 1) || word_speech(context, i - 1) & SPEECH_AGENT ||
            (speech_bits(context->lexemes[i - 1].folded) & SPEECH_AGENT && context->lexemes[i - 1].sentence_start)) {
            signal_add(input, index, RULE_AGENT, signal_rules[RULE_AGENT].weight - (at - i > 4 ? 0.15 : 0));
            return;
        }
    }
    bool closes =
        at > 1 && ((word_is(context, at - 2, ",") && !date_ends(context, at - 2)) || word_is(context, at - 2, "»") ||
                   word_is(context, at - 2, "\"") || word_is(context, at - 2, "”") || word_is(context, at - 2, ")"));
    signal_add(input, index, closes ? RULE_TITLE_BY : RULE_BY, signal_rules[closes ? RULE_TITLE_BY : RULE_BY].weight);
}

/* Is a talk announced in the words before, names among them: "une conférence sur Jean Doe par X", "un film-débat
 * avec X"? */
static bool talk_before(const struct name_context *context, uint32_t link)
{
    static const char *const talks[] = { "conference", "conferences",  "expose",   "causerie", "rencontre", "debat",
                                         "debats",     "cine-debat",   "talk",     "lecture",  "workshop",  "session",
                                         "discussion", "presentation", "colloque", "dialogue" };
    for (uint32_t i = link; i > 0 && link - i < TALK_BACK_MAX; i--) {
        const struct lexeme *lexeme = &context->lexemes[i - 1];
        if (context->lexemes[i].sentence_start || lexeme->before >= BEFORE_BLOCK || lexeme_is(lexeme, ";"))
            return false;
        if (LEXEME_AMONG(lexeme, talks))
            return true;
        if (lexeme->shape & SHAPE_LOWER && word_participle(context, i - 1))
            return false; /* "la conférence organisée avec X" */
    }
    return false;
}

/* "« Les digues » avec X, ingénieure.", a line "avec X, ingénieur": who will speak of the title before. */
static bool announced_with(const struct name_context *context, uint32_t index, uint32_t at)
{
    if (at < 2 || !(word_is(context, at - 1, "avec") || word_is(context, at - 1, "with")) ||
        context->lexemes[at].before >= BEFORE_BLOCK)
        return false;
    uint32_t before = at - 2, end = role_after(context, &context->names.items[index]).end;
    if (word_is(context, before, ","))
        before--;
    bool title = word_is(context, before, "»") || word_is(context, before, "”") || word_is(context, before, "\"");
    bool line = context->lexemes[at - 1].before >= BEFORE_LINE;
    bool ends = end >= context->count || context->lexemes[end].sentence_start || word_is(context, end, ".") ||
                context->lexemes[end].before >= BEFORE_LINE || word_is(context, end, "et") ||
                word_is(context, end, "and") || word_is(context, end, ",");
    return title || (line && ends);
}

/* "Modération Jane Doe (CNRS)", "Opening Comments, Jane Doe": a line that begins with what is done, and by whom. */
static bool begins_line_after_noun(const struct name_context *context, const struct name_occurrence *name,
                                   uint32_t at)
{
    static const char *const nouns[] = { "animation",   "moderation",   "presentation", "introduction", "conclusion",
                                         "ouverture",   "intervention", "conference",   "discutante",   "discutant",
                                         "conclusions", "conf",         "intro",        "entretien",    "interview",
                                         "temoignage",  "keynote",      "comments",     "remarks",      "statement" };
    static const char *const which[] = { "opening", "closing", "introductory", "concluding" };
    uint32_t noun = at, next = name->last + 1;
    if (at > 1 && word_is(context, at - 1, ",")) {
        if (next < context->count && context->lexemes[next].before < BEFORE_LINE)
            return false;
        noun--;
    }
    if (noun == 0 || !LEXEME_AMONG(&context->lexemes[noun - 1], nouns))
        return false;
    uint32_t first = noun - 1;
    if (first > 0 && context->lexemes[first].before <= BEFORE_SPACE &&
        LEXEME_AMONG(&context->lexemes[first - 1], which))
        first--;
    return context->lexemes[first].before >= BEFORE_LINE && context->lexemes[first].shape & SHAPE_CAPITAL;
}

/* "une soirée passionnante avec X", "an evening with X": a gathering is with whoever speaks there. */
static bool gathering_with(const struct name_context *context, uint32_t at)
{
    static const char *const gatherings[] = { "soiree", "matinee", "apres-midi", "atelier", "veillee", "evening",
                                              "afternoon", "morning", "workshop", "session", "chat", "breakfast",
                                              "brunch" };
    if (at < 2 || !(word_is(context, at - 1, "avec") || word_is(context, at - 1, "with")) ||
        context->lexemes[at].before >= BEFORE_BLOCK)
        return false;
    for (uint32_t i = at - 1; i > 0 && at - i <= GATHERING_BACK_MAX; i--) {
        if (context->lexemes[i - 1].kind != LEXEME_WORD)
            return false;
        bool qa = word_is(context, i - 1, "a"); /* of "Q&A" */
        if (qa ? i > 2 && word_is(context, i - 2, "&") : LEXEME_AMONG(&context->lexemes[i - 1], gatherings))
            return true;
        if (!word_lower(context, i - 1))
            return false;
    }
    return false;
}

/* "plusieurs discours ont suivi, dont celui de X": the "celui" that stands for a noun of speech before it. */
static bool one_of_those(const struct name_context *context, uint32_t i)
{
    static const char *const pronouns[] = { "celui", "celle", "ceux", "celles" };
    if (i == 0 || !LEXEME_AMONG(&context->lexemes[i], pronouns) || !word_is(context, i - 1, "dont"))
        return false;
    for (uint32_t k = i; k > 0 && i - k < AGENT_BACK_MAX && !context->lexemes[k].sentence_start; k--)
        if (speech_bits(context->lexemes[k - 1].folded) & SPEECH_NOUN && word_lower(context, k - 1))
            return true;
    return false;
}

/* "We debated it with the advocate X": somebody with whom one talked. */
static bool talked_with(const struct name_context *context, uint32_t at)
{
    static const char *const verbs[] = { "debated", "discussed", "spoke", "talked", "chatted", "discute", "debattu",
                                         "echange", "dialogue", "parle", "converse", "entretenait", "entretient",
                                         "entretenu", "entretenue" };
    static const char *const ends[] = { "about", "of", "on", "de", "du", "sur", "who", "qui" };
    if (at < 3 || !(word_is(context, at - 1, "with") || word_is(context, at - 1, "avec")) ||
        context->lexemes[at].before >= BEFORE_BLOCK)
        return false;
    for (uint32_t i = at - 1; i > 1 && at - i <= TALKED_BACK_MAX; i--) {
        if (context->lexemes[i - 1].kind != LEXEME_WORD || LEXEME_AMONG(&context->lexemes[i - 1], ends) ||
            context->lexemes[i].sentence_start)
            return false;
        if (LEXEME_AMONG(&context->lexemes[i - 1], verbs))
            return true;
    }
    return false;
}

/* "l'intervention de X", "keynote by X", "entretien avec X", "question from X". */
static void speech_noun_signals(struct signal_input *input, uint32_t index, uint32_t at)
{
    const struct name_context *context = input->context;
    static const char *const with_or_by[] = { "par", "by", "avec", "with" };
    static const char *const links[] = { "de",   "d'",  "of", "by", "from",    "with",
                                         "avec", "par", "du", "a",  "between", "entre" };
    bool linked = false;
    if (begins_line_after_noun(context, &context->names.items[index], at))
        signal_add(input, index, RULE_SPEECH_OF, signal_rules[RULE_SPEECH_OF].weight - 0.15);
    bool talk = at > 1 && LEXEME_AMONG(&context->lexemes[at - 1], with_or_by) && talk_before(context, at - 1);
    bool with = at > 0 && (word_is(context, at - 1, "avec") || word_is(context, at - 1, "with"));
    if (talk && (with || !no_speech_by(context, at - 1)))
        signal_add(input, index, RULE_SPEECH_OF, ANNOUNCED);
    if (announced_with(context, index, at))
        signal_add(input, index, RULE_TITLE_BY, signal_rules[RULE_TITLE_BY].weight);
    if (talked_with(context, at))
        signal_add(input, index, RULE_INVITED, signal_rules[RULE_INVITED].weight);
    if (gathering_with(context, at))
        signal_add(input, index, RULE_SPEECH_OF, signal_rules[RULE_SPEECH_OF].weight - 0.2);
    if (at < 2 || context->lexemes[at].before == BEFORE_BLOCK)
        return;
    for (size_t i = 0; i < sizeof links / sizeof *links && !linked; i++)
        linked = word_is(context, at - 1, links[i]);
    if (word_is(context, at - 1, ":"))
        linked = true;
    bool by = word_is(context, at - 1, "par") || word_is(context, at - 1, "by");
    if (!linked || (by && no_speech_by(context, at - 1)))
        return;
    for (uint32_t i = at - 1; i > 0 && at - i <= 4; i--) {
        const struct lexeme *lexeme = &context->lexemes[i - 1];
        unsigned bits = lexeme->kind == LEXEME_WORD ? speech_bits(lexeme->folded) : 0;
        bool taking =
            (lexeme_is(lexeme, "prise") || lexeme_is(lexeme, "prises")) && !word_is(context, i + 1, "parole");
        if (one_of_those(context, i - 1))
            bits |= SPEECH_NOUN;
        if (bits & SPEECH_NOUN && !taking) { /* "prise de notes" */
            bool parole = lexeme_is(lexeme, "parole");
            bool own = !by && (lexeme_is(lexeme, "expertise") || /* what somebody knows or gave, not what was said */
                               (lexeme_is(lexeme, "contributions") && word_is(context, at - 1, "of")));
            bool weak_link = own || (word_is(context, at - 1, "a") && !parole) ||
                             (lexeme_is(lexeme, "lecture") && !by); /* "lecture de X": of what an author wrote */
            if (lexeme->sentence_start)
                input->kept = 1; /* "Introduction de X.": what happens now */
            if (!weak_link)
                signal_add(input, index, RULE_SPEECH_OF,
                           signal_rules[RULE_SPEECH_OF].weight - (at - i > 2 ? 0.2 : 0));
            return;
        }
        if (lexeme->kind != LEXEME_WORD || !word_lower(context, i - 1))
            return;
    }
}

void signals_of_agents(struct signal_input *input, uint32_t index, uint32_t at)
{
    agent_signals(input, index, at);
    speech_noun_signals(input, index, at);
}
