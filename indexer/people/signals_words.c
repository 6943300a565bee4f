/* The rules over the words around a name: verbs of saying, invitations, thanks, citations. */
#include "name_words.h"
#include "roles.h"
#include "rolls.h"
#include "signal_rules.h"
#include "speech_words.h"
#include "verb_phrase.h"

enum {
    CLEFT_MAX = 6,        /* from "C'est" to a name */
    OBJECT_MAX = 5,       /* lexemes from a weak verb to its noun of speech */
    SUBJECT_BACK_MAX = 40,
    TAKEN_UP_MAX = 60,
    QUOTATION_MAX = 30,   /* lexemes from a verb to ": «" */
    SECOND_VERB_MAX = 14, /* lexemes from a first verb to "and welcomed" */
    OWN_MAX = 6,          /* lexemes from a verb to "sa présentation" */
    LIST_BACK_MAX = 26,   /* from the first name of a list back to "réunira" */
    HOST_BACK_MAX = 16,   /* from "welcomed" back to "This conversation" */
    QUOTE_BACK_MAX = 4,   /* from a verb back over ", a" to a quotation */
    BEFORE_MAX = 9
};

static const double RELATIVE_WEIGHT = 0.6;
static const double RELATIVE_FLOOR = 0.75; /* "…, who gave a talk" */
static const double SECOND_VERB = 0.65;
static const double QUOTED = 0.7;

/* "a donné une conférence", "s'est chargée de la synthèse", "began by announcing": a weak verb with a noun or a verb
 * of speech. */
static bool does_with_words(const struct name_context *context, uint32_t verb)
{
    static const char *const objects[] = {
        "parole",       "conference",   "conclusion",   "expose",     "mot",           "mots",        "discours",
        "synthese",     "intervention", "introduction", "allocution", "bienvenue",     "lecture",     "point",
        "talk",         "speech",       "presentation", "keynote",    "address",       "remarks",     "overview",
        "update",       "report",       "statement",    "statements", "announcement",  "plea",        "case",
        "motion",       "temoignage",   "cours",        "lecon",      "rapport",       "predication", "homelie",
        "sermon",       "eloge",        "hommage",      "message",    "voeux",         "plaidoyer",   "priere",
        "envoi",        "ouverture",    "cloture",      "ton",        "homily",        "prayer",      "toast",
        "bilan",        "moderateur",   "moderatrice",  "panel",      "question",      "questions",   "discussion",
        "conversation", "debate",       "debat",        "demo",       "demonstration", "workshop",    "tutorial",
        "tour",         "session",      "atelier"
    };
    for (uint32_t i = verb + 1; i < context->count && i - verb <= OBJECT_MAX; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        if (lexeme->before >= BEFORE_BLOCK || lexeme->kind != LEXEME_WORD || lexeme->sentence_start)
            return false; /* "gave the Treasurer's Report": capitals do not matter */
        size_t length = strlen(lexeme->folded);
        if (length > 5 && strcmp(lexeme->folded + length - 3, "ing") == 0 && word_is(context, i - 1, "by"))
            return true;
        for (size_t w = 0; w < sizeof objects / sizeof *objects; w++)
            if (lexeme_is(lexeme, objects[w]))
                return true;
    }
    return false;
}

/* Verbs that are of speech with its words only: "provided an update", but "provided the cakes". */
static bool gives_things(const struct name_context *context, uint32_t verb)
{
    static const char *const verbs[] = { "provided", "provides", "provide", "made",    "makes",
                                         "make",     "offert",   "offre",   "prepare", "realise",
                                         "ran",      "did",      "joined",  "joins",   "join" };
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (word_is(context, verb, verbs[i]))
            return true;
    return word_is(context, verb + 1, "notice") || word_is(context, verb + 1, "pouvoir") ||
           word_is(context, verb + 1, "procuration") || word_is(context, verb + 1, "mandat"); /* "gave notice" */
}

/* "X, who organised it with A and B, gave": what follows B belongs to X. */
static bool in_relative_clause(const struct name_context *context, const struct name_occurrence *name)
{
    bool relative = false;
    for (uint32_t i = name->lead; i > 0 && name->lead - i < SUBJECT_BACK_MAX; i--) {
        if (context->lexemes[i].sentence_start || word_is(context, i - 1, ";"))
            return false;
        if (relative && name_at(context, i - 1))
            return true;
        relative = word_is(context, i - 1, ",") &&
                   (word_is(context, i, "who") || word_is(context, i, "qui") || word_is(context, i, "dont") ||
                    word_is(context, i, "whose"));
    }
    return false;
}

/* "X, auteure d'un livre avec Y, a répondu": what follows Y is said of X. */
static bool companion(const struct name_context *context, const struct name_occurrence *name)
{
    if (name->lead == 0 || !(word_is(context, name->lead - 1, "avec") || word_is(context, name->lead - 1, "with")))
        return false;
    for (uint32_t i = name->lead - 1;
         i > 0 && name->lead - i < SUBJECT_BACK_MAX && !context->lexemes[i].sentence_start; i--)
        if (word_is(context, i, ",") && name_at(context, i - 1))
            return true;
    return false;
}

/* "X a centré son propos sur", "X illustrated her talk": whatever is done with it, a talk of one's own is given. */
static bool own_words(const struct name_context *context, const struct name_occurrence *name)
{
    static const char *const owns[] = { "son", "sa", "ses", "his", "her" };
    uint32_t starts[PREDICATE_STARTS_MAX];
    size_t count = predicate_starts(context, name, starts);
    for (size_t s = 0; s < count; s++) {
        if (!predicate_begins(context, starts[s], s > 0))
            continue;
        for (uint32_t i = starts[s]; i + 1 < context->count && i - starts[s] < OWN_MAX && word_lower(context, i) &&
                                     !word_is(context, i, "not") && !word_is(context, i, "pas");
             i++)
            for (size_t o = 0; o < sizeof owns / sizeof *owns; o++)
                if (word_is(context, i, owns[o]) && (word_speech(context, i + 1) & SPEECH_NOUN) &&
                    !word_is(context, i + 1, "introduction"))
                    return true;
    }
    return false;
}

/* "X rang the bell and welcomed the guests": the second verb of a sentence that begins with its subject. */
static bool second_verb(const struct name_context *context, const struct name_occurrence *name, uint32_t at)
{
    uint32_t start = role_after(context, name).end;
    if (!(context->lexemes[name->lead].sentence_start || context->lexemes[at].sentence_start) ||
        !predicate_begins(context, start, false))
        return false;
    for (uint32_t i = start + 1; i + 1 < context->count && i - start < SECOND_VERB_MAX; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        uint32_t verb;
        if (lexeme->sentence_start || lexeme->kind != LEXEME_WORD || name_at(context, i) ||
            lexeme->before >= BEFORE_BLOCK)
            return false;
        if ((lexeme_is(lexeme, "and") || lexeme_is(lexeme, "et")) && !word_participle(context, i + 1) &&
            verb_phrase(context, i + 1, &verb) & (SPEECH_SAY | SPEECH_DO) && !verb_passive(context, i + 1, verb) &&
            !(word_speech(context, i + 1) & SPEECH_NOUN))
            return true;
    }
    return false;
}

/* "X est consciente du risque : « … »": the sentence of which X is the subject hands over to a quotation. */
static bool introduces_quotation(const struct name_context *context, const struct name_occurrence *name, uint32_t at)
{
    uint32_t starts[PREDICATE_STARTS_MAX], begin = 0;
    size_t count = predicate_starts(context, name, starts);
    bool leads = context->lexemes[name->lead].sentence_start || context->lexemes[at].sentence_start ||
                 (at > 0 && word_is(context, at - 1, ","));
    for (size_t s = 0; s < count && leads && !begin; s++)
        if (predicate_begins(context, starts[s], s > 0))
            begin = starts[s];
    for (uint32_t i = begin; begin && i + 1 < context->count && i - begin < QUOTATION_MAX; i++) {
        if (context->lexemes[i].before >= BEFORE_BLOCK || (i > begin && context->lexemes[i].sentence_start) ||
            name_at(context, i))
            return false;
        if (word_is(context, i, ":"))
            return word_is(context, i + 1, "«") || word_is(context, i + 1, "\"") || word_is(context, i + 1, "“");
    }
    return false;
}

/* "C'est le maire, X, qui": here the relative clause says who did it. */
static bool cleft(const struct name_context *context, const struct name_occurrence *name)
{
    for (uint32_t i = name->lead; i > 1 && name->lead - i < CLEFT_MAX; i--) {
        if ((word_is(context, i - 2, "c'") || word_is(context, i - 2, "it")) &&
            (word_is(context, i - 1, "est") || word_is(context, i - 1, "etait") || word_is(context, i - 1, "was") ||
             word_is(context, i - 1, "is")))
            return true;
        if (context->lexemes[i].sentence_start)
            return false;
    }
    return false;
}

/* "La chorale dirigée par X a chanté", "le concert d'X a conclu": the verb after the name is not X's. */
static bool complement(const struct name_context *context, const struct name_occurrence *name, uint32_t at)
{
    static const char *const links[] = { "de",    "d'",     "du",     "par",   "of",   "by",      "sous",
                                         "chez",  "contre", "vers",   "avec",  "pour", "selon",   "a",
                                         "sur",   "devant", "envers", "entre", "sans", "with",    "to",
                                         "from",  "for",    "under",  "about", "than", "between", "against" };
    if (at < 2 || context->lexemes[at].before >= BEFORE_BLOCK ||
        strncmp(context->lexemes[at - 2].folded, "represent", 9) == 0) /* "le club, représenté par X, demande" */
        return false;
    if (word_is(context, name->last + 1, "'s"))
        return true;
    if (name->lead > at && word_is(context, name->lead - 1, ","))
        return false; /* "Interrogée par une habitante, X a promis" */
    return LEXEME_AMONG(&context->lexemes[at - 1], links);
}

/* "L'occasion pour X, maire, de dresser un bilan", "a permis à X de rappeler": who does what the infinitive says. */
static bool given_occasion(const struct name_context *context, const struct name_occurrence *name, uint32_t at)
{
    uint32_t i = role_after(context, name).end;
    if (at < 2 ||
        !(word_is(context, at - 1, "pour") || word_is(context, at - 1, "a") || word_is(context, at - 1, "for")))
        return false;
    if (word_is(context, i, ","))
        i++;
    if (!(word_is(context, i, "de") || word_is(context, i, "d'") || word_is(context, i, "to")))
        return false;
    unsigned bits = word_speech(context, i + 1);
    return bits & (SPEECH_SAY | SPEECH_DO) || (bits & SPEECH_WEAK && does_with_words(context, i + 1));
}

/* Is the name the subject of a verb of saying or doing? AT: where its titles begin. */
static bool subject_of_speech(const struct name_context *context, const struct name_occurrence *name, uint32_t at,
                              enum rule *rule, double *weight, uint32_t *verb_at)
{
    uint32_t starts[PREDICATE_STARTS_MAX];
    size_t count = predicate_starts(context, name, starts);
    bool found = false, of_another = complement(context, name, at);
    for (size_t s = 0; s < count; s++) {
        uint32_t verb = 0;
        if (starts[s] >= context->count || (context->lexemes[starts[s]].before == BEFORE_BLOCK))
            continue;
        unsigned bits = verb_phrase(context, starts[s], &verb);
        if (bits && companion(context, name))
            return false;
        if (bits && s > 0 && in_relative_clause(context, name))
            continue;
        if (!bits || verb_passive(context, starts[s], verb))
            continue;
        size_t length = verb + 2 < context->count ? strlen(context->lexemes[verb + 2].folded) : 0;
        bool gerund = length > 5 &&
                      strcmp(context->lexemes[verb + 2].folded + length - 3, "ing") == 0; /* began by announcing */
        bool active =
            verb > 0 && (word_is(context, verb - 1, "a") || word_is(context, verb - 1, "ont")); /* "a complété par" */
        if ((word_is(context, verb + 1, "par") && (bits & SPEECH_AGENT || word_participle(context, verb)) &&
             !active) ||
            (word_is(context, verb + 1, "by") && !gerund))
            continue; /* ", presented by": a participle that qualifies */
        if (!(bits & (SPEECH_SAY | SPEECH_DO))) {
            if (does_with_words(context, verb))
                bits |= SPEECH_SAY;
            else if (gives_things(context, verb))
                continue;
        }
        bool relative =
            (word_is(context, starts[s], "qui") || word_is(context, starts[s], "who")) && !cleft(context, name);
        if (relative ? found : of_another)
            continue; /* what is said of the head noun */
        *verb_at = verb;
        *rule = bits & SPEECH_SAY ? RULE_SUBJECT_SAYS : bits & SPEECH_DO ? RULE_SUBJECT_ACTS : RULE_SUBJECT_WEAK;
        *weight = signal_rules[*rule].weight;
        if (!relative)
            return true;
        bool floor = does_with_words(context, verb) || word_is(context, verb, "spoke") ||
                     word_is(context, verb, "intervenu") || word_is(context, verb, "intervenue");
        *weight *= floor ? RELATIVE_FLOOR
                         : RELATIVE_WEIGHT; /* what is told of somebody, as often as what he or she says here */
        found = true;
    }
    return found;
}

/* "Après avoir salué X, il a dressé": who is named is not who goes on. */
static bool in_fronted_clause(const struct name_context *context, const struct name_occurrence *name)
{
    uint32_t i = name->lead;
    while (i > 0 && name->lead - i < TAKEN_UP_MAX && !context->lexemes[i].sentence_start)
        i--;
    if (word_is(context, i, "apres") || word_is(context, i, "avant"))
        return word_is(context, i + 1, "avoir") || word_is(context, i + 1, "s'") || word_is(context, i + 1, "de");
    bool after = word_is(context, i, "after") || word_is(context, i, "following");
    for (uint32_t k = i + 1; after && k < name->lead; k++)
        if (name_at(context, k) && name_at(context, k)->person != name->person)
            return true; /* "After X's presentation to Y, he introduced": X */
    size_t length = i + 1 < context->count ? strlen(context->lexemes[i + 1].folded) : 0;
    bool gerund = length > 4 && (strcmp(context->lexemes[i + 1].folded + length - 3, "ing") == 0 ||
                                 strcmp(context->lexemes[i + 1].folded + length - 3, "ant") == 0);
    return gerund && (word_is(context, i, "after") || word_is(context, i, "before") || word_is(context, i, "en"));
}

/* "X, metteuse en scène, vit à Lyon ; elle a souhaité": the next pronoun takes the only person named and speaks. */
static bool taken_up(const struct name_context *context, const struct name_occurrence *name, unsigned gender)
{
    static const char *const subjects[] = { "he", "she", "il", "elle" };
    bool several = name->lead > 0 &&
                   (word_is(context, name->lead - 1, "et") || word_is(context, name->lead - 1, "and")) &&
                   name->lead > 1 && name_at(context, name->lead - 2); /* "X et Y. Elles ont présenté" */
    for (uint32_t i = name->lead; i > 0 && name->lead - i < TAKEN_UP_MAX && !context->lexemes[i].sentence_start;
         i--) {
        const struct name_occurrence *other = name_at(context, i - 1);
        if (context->lexemes[i - 1].sentence_start && LEXEME_AMONG(&context->lexemes[i - 1], subjects))
            return false; /* "He recalled the case of X. He…": whoever spoke goes on */
        bool cites = context->lexemes[i - 1].kind == LEXEME_WORD && name->lead - i < 3 &&
                     speech_bits(context->lexemes[i - 1].folded) & SPEECH_CITED;
        cites |= word_is(context, i - 1, "celles") || word_is(context, i - 1, "celle") ||
                 word_is(context, i - 1, "ceux") ||
                 word_is(context, i - 1, "celui"); /* "ses images rappellent celles de X" */
        if (cites || (other && other->person != name->person && context->lexemes[other->lead].sentence_start))
            return false; /* the pronoun means the subject before */
    }
    if (in_fronted_clause(context, name))
        return false;
    for (uint32_t i = name->last + 1; i + 1 < context->count && i - name->last < TAKEN_UP_MAX; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        if (lexeme->before == BEFORE_BLOCK || name_at(context, i))
            return false;
        bool begins = lexeme->sentence_start || word_is(context, i - 1, ";") || word_is(context, i - 1, ":") ||
                      word_is(context, i - 1, ",") || word_is(context, i - 1, "\"") || word_is(context, i - 1, "”") ||
                      word_is(context, i - 1, "»");
        bool man = lexeme_is(lexeme, "il") || lexeme_is(lexeme, "he") || lexeme_is(lexeme, "celui-ci"),
             woman = lexeme_is(lexeme, "elle") || lexeme_is(lexeme, "she") || lexeme_is(lexeme, "celle-ci");
        bool they = several && (lexeme_is(lexeme, "ils") || lexeme_is(lexeme, "elles") || lexeme_is(lexeme, "they"));
        if (!begins || (!man && !woman && !they))
            continue;
        uint32_t verb;
        bool fits = they || !gender || gender == (man ? NAME_WORD_MALE : NAME_WORD_FEMALE);
        unsigned bits = fits ? verb_phrase(context, i + 1, &verb) : 0;
        if ((bits & (SPEECH_SAY | SPEECH_DO) || (bits & SPEECH_WEAK && does_with_words(context, verb))) &&
            !verb_passive(context, i + 1, verb) &&
            !(word_is(context, verb - 1, "est") &&
              (word_participle(context, verb) || word_is(context, verb, "repondu"))))
            return true; /* not "il est proposé" */
    }
    return false;
}


/* Does a quotation end right before the verb, but for a comma and what stands before a verb? */
static bool quote_ends(const struct name_context *context, uint32_t verb)
{
    uint32_t i = verb;
    while (i > 0 && verb - i < QUOTE_BACK_MAX &&
           (word_is(context, i - 1, ",") || word_speech(context, i - 1) & (SPEECH_AUXILIARY | SPEECH_SKIPPED)))
        i--;
    return i > 0 && (word_is(context, i - 1, "»") || word_is(context, i - 1, "\"") || word_is(context, i - 1, "”"));
}

/* "lundi soir", "hier matin", "Tuesday": when it was said. */
static bool time_word(const struct lexeme *lexeme)
{
    static const char *const words[] = { "lundi",  "mardi",    "mercredi",  "jeudi",    "vendredi", "samedi",
                                         "dimanche", "matin",  "midi",      "soir",     "hier",     "apres-midi",
                                         "monday", "tuesday",  "wednesday", "thursday", "friday",   "saturday",
                                         "sunday", "yesterday" };
    return LEXEME_AMONG(lexeme, words);
}

/* "fait remarquer", "a fait valoir": the infinitive at I says, with the verb before it. */
static bool makes_heard(const struct name_context *context, uint32_t i)
{
    static const char *const makes[] = { "fait", "faisait", "fera", "font", "faisaient", "fit", "faire" };
    static const char *const heard[] = { "remarquer", "observer", "valoir", "savoir", "noter", "entendre" };
    return i > 0 && context->french && LEXEME_AMONG(&context->lexemes[i - 1], makes) &&
           LEXEME_AMONG(&context->lexemes[i], heard);
}

/* « …, souligne X », "…", said X. */
static void inverted_signals(struct signal_input *input, uint32_t index, uint32_t at)
{
    const struct name_context *context = input->context;
    if (at == 0 || context->lexemes[at].before == BEFORE_BLOCK ||
        word_is(context, context->names.items[index].last + 1, "'s"))
        return;
    uint32_t verb = at - 1;
    while (verb > 0 && at - verb < 4 && !(word_speech(context, verb) & (SPEECH_SAY | SPEECH_DO)) &&
           (word_speech(context, verb) & SPEECH_SKIPPED || word_adverb(&context->lexemes[verb]) ||
            time_word(&context->lexemes[verb])))
        verb--; /* "a déclaré d'emblée X", "a lancé lundi soir X" */
    unsigned bits = word_speech(context, verb);
    if (bits & SPEECH_WEAK && quote_ends(context, verb))
        bits |= SPEECH_SAY; /* « … », sourit X */
    if (makes_heard(context, verb)) {
        bits |= SPEECH_SAY;
        verb--;
    }
    if (!(bits & (SPEECH_SAY | SPEECH_DO)) || verb == 0)
        return;
    bool reflexive = word_is(context, verb - 1, "se") || word_is(context, verb - 1, "s'");
    if (bits & (SPEECH_INVITED | SPEECH_CITED) || (bits & SPEECH_THANKS && !reflexive))
        return;
    uint32_t before = verb;
    while (before > 0 && verb - before < 4 && word_speech(context, before - 1) & (SPEECH_AUXILIARY | SPEECH_SKIPPED))
        before--;
    bool after_quote = before > 0 && context->lexemes[before - 1].kind == LEXEME_PUNCTUATION &&
                       !word_is(context, before - 1, ".") && !word_is(context, before - 1, "(") &&
                       !word_is(context, before - 1, ":");
    bool comparative = before > 0 && (word_is(context, before - 1, "comme") || word_is(context, before - 1, "que") ||
                                      word_is(context, before - 1, "as") || word_is(context, before - 1, "qu'"));
    if (after_quote || comparative)
        signal_add(input, index, RULE_INVERTED, signal_rules[RULE_INVERTED].weight - (comparative ? 0.15 : 0));
}

/* "We were delighted to welcome X", "The webinar welcomed X": not a chair who greets those who came. */
static bool welcomed_to_speak(const struct name_context *context, uint32_t verb)
{
    static const char *const hosts[] = { "we", "event", "evening", "conversation", "meeting", "club", "society",
                                         "series", "programme", "program", "podcast", "pleasure", "delighted",
                                         "honoured", "honored" };
    for (uint32_t i = verb; i > 0 && verb - i < HOST_BACK_MAX; i--) {
        if (name_at(context, i - 1) || context->bits[i - 1] & NAME_WORD_ROLE)
            return false;
        if (LEXEME_AMONG(&context->lexemes[i - 1], hosts) ||
            (word_lower(context, i - 1) && speech_bits(context->lexemes[i - 1].folded) & SPEECH_NOUN))
            return true;
        if (context->lexemes[i - 1].sentence_start)
            return false;
    }
    return false;
}

/* "Elle accueille X": somebody who was named greets, and no venue. */
static bool host_before(const struct name_context *context, uint32_t verb)
{
    static const char *const hosts[] = { "il", "elle", "he", "she", "president", "presidente", "maire" };
    uint32_t i = verb;
    if (i > 0 && word_speech(context, i - 1) & SPEECH_AUXILIARY)
        i--;
    return i > 0 && LEXEME_AMONG(&context->lexemes[i - 1], hosts);
}

/* "« Voir loin », pour X": do the words before the link at LINK end with a quotation? */
static bool after_quotation(const struct name_context *context, uint32_t link)
{
    static const char *const closing[] = { "»", "”", "\"" };
    uint32_t i = link;
    if (i > 0 && word_is(context, i - 1, ","))
        i--;
    return i > 0 && LEXEME_AMONG(&context->lexemes[i - 1], closing) && !context->lexemes[link].sentence_start;
}

/* Words shortly before the name that speak against it, or of an invitation. */
static void context_signals(struct signal_input *input, uint32_t index, uint32_t at)
{
    const struct name_context *context = input->context;
    if (at > 0 && word_is(context, at, "(") && name_at(context, at - 1))
        return; /* in a bracket after a name stands where that one is from */
    for (uint32_t i = at; i > 0 && at - i < BEFORE_MAX; i--) {
        const struct lexeme *lexeme = &context->lexemes[i - 1];
        if (context->lexemes[i].before == BEFORE_BLOCK || lexeme_is(lexeme, ".") || lexeme_is(lexeme, ";") ||
            lexeme_is(lexeme, ":"))
            return;
        if (lexeme->kind != LEXEME_WORD)
            continue;
        unsigned bits = speech_bits(lexeme->folded);
        uint32_t far = at - i;
        bool reflexive = i > 1 && (word_is(context, i - 2, "se") || word_is(context, i - 2, "s'"));
        if (bits & SPEECH_THANKS && far < 6 && !reflexive) { /* not "se félicite X" */
            signal_add(input, index, RULE_THANKED, signal_rules[RULE_THANKED].weight);
            return;
        }
        if (bits & SPEECH_ABSENT && far < 6) {
            signal_add(input, index, RULE_ABSENT, signal_rules[RULE_ABSENT].weight);
            return;
        }
        if (bits & SPEECH_PRESENT && far < 6) {
            signal_add(input, index, RULE_PRESENT, signal_rules[RULE_PRESENT].weight);
            return;
        }
        if (bits & SPEECH_CITED && far < 4 &&
            (word_is(context, at - 1, "de") || word_is(context, at - 1, "d'") || word_is(context, at - 1, "of") ||
             word_is(context, at - 1, "by") || far < 2)) {
            signal_add(input, index, RULE_CITED, signal_rules[RULE_CITED].weight);
            return;
        }
        bool by = word_is(context, at - 1, "par") || word_is(context, at - 1, "by");
        if (bits & SPEECH_INVITED && !by && far < 5 && (word_lower(context, i - 1) || lexeme->sentence_start)) {
            bool with = lexeme_is(lexeme, "avec") || lexeme_is(lexeme, "with");
            if (with && far > 0)
                continue;
            /* by the chair, as often as by a venue */
            bool greeted = (strncmp(lexeme->folded, "welcom", 6) == 0 &&
                            (word_is(context, i, "back") || !welcomed_to_speak(context, i - 1))) ||
                           host_before(context, i - 1);
            signal_add(input, index, RULE_INVITED, signal_rules[RULE_INVITED].weight - (with || greeted ? 0.35 : 0));
            return;
        }
        uint32_t after = role_after(context, &context->names.items[index]).end;
        bool opens = lexeme->sentence_start && word_is(context, after, ",");
        bool pour = (lexeme_is(lexeme, "pour") || (lexeme_is(lexeme, "for") && !context->french)) &&
                    (opens || (word_is(context, after, ":") && word_is(context, after + 1, "«")) ||
                     (context->french && after_quotation(context, i - 1)));
        bool according = lexeme_is(lexeme, "selon") ||
                         (i > 1 && ((lexeme_is(lexeme, "to") && word_is(context, i - 2, "according")) ||
                                    (lexeme_is(lexeme, "apres") && word_is(context, i - 2, "d'"))));
        if ((pour || according) && far == 0) {
            uint32_t next = context->names.items[index].last + 1;
            bool quoted = pour || word_is(context, next + 1, "«") || word_is(context, next + 1, "“") ||
                          word_is(context, next + 1, "\"");
            signal_add(input, index, RULE_ACCORDING_TO, signal_rules[RULE_ACCORDING_TO].weight + (quoted ? 0.3 : 0));
            return;
        }
        if (far == 0 && bits & SPEECH_SAY && !(bits & (SPEECH_NOUN | SPEECH_AGENT)))
            signal_add(input, index, RULE_OBJECT, signal_rules[RULE_OBJECT].weight);
    }
}

/* "deux", "trois" and what else says that several are meant. */
static bool number_word(const struct lexeme *lexeme)
{
    static const char *const several[] = { "deux", "trois", "quatre", "cinq", "six", "eux", "elles", "two", "three",
                                           "four", "five", "plusieurs", "several" };
    return LEXEME_AMONG(lexeme, several);
}

/* "Trois témoins ont raconté": does the sentence begin with how many they are, before the verb? */
static bool several_before(const struct name_context *context, uint32_t verb)
{
    for (uint32_t i = verb; i > 0 && verb - i < BEFORE_MAX; i--) {
        const struct lexeme *lexeme = &context->lexemes[i - 1];
        if (number_word(lexeme) || (lexeme->kind == LEXEME_NUMBER && lexeme->end - lexeme->start <= 2))
            return true;
        if (context->lexemes[i - 1].sentence_start)
            return false;
    }
    return false;
}

/* "réunira les trois candidats du parti, X, Y et Z": people announced by what they are, then named. */
static void invited_list_signals(struct signal_input *input, uint32_t index, uint32_t at)
{
    const struct name_context *context = input->context;
    bool plural = false;
    if (at < 3 || !(word_is(context, at - 1, ",") || word_is(context, at - 1, ":")))
        return;
    for (uint32_t i = at - 1; i > 0 && at - i < LIST_BACK_MAX; i--) {
        const struct lexeme *lexeme = &context->lexemes[i - 1];
        if (context->lexemes[i].sentence_start || lexeme_is(lexeme, ";") || name_at(context, i - 1))
            return;
        size_t length = strlen(lexeme->folded);
        plural |= lexeme->kind == LEXEME_NUMBER || number_word(lexeme);
        plural |= word_lower(context, i - 1) && (context->bits[i - 1] & NAME_WORD_ROLE || length > 5) &&
                  lexeme->folded[length - 1] == 's';
        unsigned bits = lexeme->kind == LEXEME_WORD ? speech_bits(lexeme->folded) : 0;
        bool said = word_is(context, at - 1, ":") && word_speech(context, i - 1) & (SPEECH_SAY | SPEECH_DO) &&
                    !(bits & SPEECH_NOUN) && several_before(context, i - 1);
        if (said) {
            signal_add(input, index, RULE_FLOOR, signal_rules[RULE_FLOOR].weight);
            return;
        }
        if (plural && bits & SPEECH_INVITED && !lexeme_is(lexeme, "avec") && !lexeme_is(lexeme, "with")) {
            signal_add(input, index, RULE_INVITED, signal_rules[RULE_INVITED].weight - 0.05);
            return;
        }
    }
}

void signals_of_words(struct signal_input *input, uint32_t index, uint32_t at)
{
    const struct name_context *context = input->context;
    const struct name_occurrence *name = &context->names.items[index];
    enum rule rule = RULE_SUBJECT_WEAK;
    double weight = 0;
    uint32_t verb = 0;
    bool cited = doubt_book(context, name), subject = subject_of_speech(context, name, at, &rule, &weight, &verb);
    if (subject && (signals_silent(context, name->lead, at, verb)))
        subject = false;
    input->kept = doubt_kept(&(struct doubt_case){ input, name, at, subject ? verb : 0 });
    if (cited)
        signal_add(input, index, RULE_CITED, signal_rules[RULE_CITED].weight);
    if (subject)
        signal_add(input, index, rule, cited ? weight / 2 : weight);
    else if (!is_roll(section_at(input->sections, name->at.start)) &&
             taken_up(context, name, input->people->items[name->person].gender))
        signal_add(input, index, RULE_TAKEN_UP, signal_rules[RULE_TAKEN_UP].weight);
    if (!subject && !complement(context, name, at) && introduces_quotation(context, name, at))
        signal_add(input, index, RULE_SUBJECT_SAYS, QUOTED);
    if (given_occasion(context, name, at))
        signal_add(input, index, RULE_SUBJECT_ACTS, signal_rules[RULE_SUBJECT_ACTS].weight);
    if (!subject && second_verb(context, name, at))
        signal_add(input, index, RULE_SUBJECT_ACTS, SECOND_VERB);
    if (!subject && !complement(context, name, at) && own_words(context, name))
        signal_add(input, index, RULE_SUBJECT_ACTS, signal_rules[RULE_SUBJECT_ACTS].weight);
    if (signals_appointed(context, name, at))
        signal_add(input, index, RULE_APPOINTED, signal_rules[RULE_APPOINTED].weight);
    if (signals_absent(context, name))
        signal_add(input, index, RULE_ABSENT, signal_rules[RULE_ABSENT].weight);
    if (!subject && sentence_aims(context, name))
        signal_add(input, index, RULE_SUBJECT_WEAK, signal_rules[RULE_SUBJECT_WEAK].weight);
    signals_of_agents(input, index, at);
    inverted_signals(input, index, at);
    invited_list_signals(input, index, at);
    if (!subject ||
        weight < signal_rules[rule].weight) /* a relative clause says less than what stands before the name */
        context_signals(input, index, at);
}
