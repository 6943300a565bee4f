#include "signals.h"

#include "marks.h"
#include "name_words.h"
#include "programme.h"
#include "roles.h"
#include "speech_words.h"
#include "verb_phrase.h"

static const double PLAUSIBLE = 0.25; /* likelihood below which an occurrence is hardly a name */

enum {
    PLURAL_GAP_MAX = 24,
    OBJECT_MAX = 5,
    SUBJECT_BACK_MAX = 40,
    HOUR_LEXEMES_MAX = 14,

    TAKEN_UP_MAX = 60,
    AGENT_BACK_MAX = 14,
    GAP_MAX = 40,
    BEFORE_MAX = 9
};

/* One row a rule: its name and how much it says. */
enum rule {
    RULE_SUBJECT_SAYS,
    RULE_SUBJECT_ACTS,
    RULE_SUBJECT_WEAK,
    RULE_INVERTED,
    RULE_AGENT,
    RULE_BY,
    RULE_SPEECH_OF,
    RULE_FLOOR,
    RULE_INVITED,
    RULE_HEADING_ALONE,
    RULE_HEADING_BY,
    RULE_HEADING_LABEL,
    RULE_HEADING,
    RULE_SPEAKER_LIST,
    RULE_PROGRAMME_LINE,
    RULE_PROGRAMME_NAME,
    RULE_LIST_ITEM,
    RULE_ROLE_BEFORE,
    RULE_SPEAKER_ROLE,
    RULE_ROLE_AFTER,
    RULE_ORGANISATION_AFTER,
    RULE_TAKEN_UP,
    RULE_BOLD,
    RULE_BOLD_START,
    RULE_MARKED,
    RULE_ACCORDING_TO,
    RULE_TITLE_BY,
    RULE_THANKED,
    RULE_CITED,
    RULE_ABSENT,
    RULE_PRESENT,
    RULE_BIBLIOGRAPHY,
    RULE_CONTACT,
    RULE_OBJECT,
    RULE_COUNT
};

static const struct {
    const char *name;
    double weight;
} rules[RULE_COUNT] = {
    [RULE_SUBJECT_SAYS] = { "subject-says", 0.9 },
    [RULE_SUBJECT_ACTS] = { "subject-acts", 0.8 },
    [RULE_SUBJECT_WEAK] = { "subject-weak", 0.5 },
    [RULE_INVERTED] = { "verb-subject", 0.85 },
    [RULE_AGENT] = { "agent", 0.85 },
    [RULE_BY] = { "by", 0.3 },
    [RULE_SPEECH_OF] = { "speech-of", 0.85 },
    [RULE_FLOOR] = { "given-floor", 0.75 },
    [RULE_INVITED] = { "invited", 0.6 },
    [RULE_HEADING_ALONE] = { "heading-name", 0.75 },
    [RULE_HEADING_BY] = { "heading-by", 0.85 },
    [RULE_HEADING_LABEL] = { "heading-label", 0.8 },
    [RULE_HEADING] = { "heading", 0.3 },
    [RULE_SPEAKER_LIST] = { "speaker-list", 0.85 },
    [RULE_PROGRAMME_LINE] = { "programme-line", 0.7 },
    [RULE_PROGRAMME_NAME] = { "programme-name", 0.7 },
    [RULE_LIST_ITEM] = { "list-item", 0.35 },
    [RULE_ROLE_BEFORE] = { "role-before", 0.25 },
    [RULE_SPEAKER_ROLE] = { "speaker-role", 0.7 },
    [RULE_ROLE_AFTER] = { "role-after", 0.3 },
    [RULE_ORGANISATION_AFTER] = { "organisation-after", 0.3 },
    [RULE_BOLD] = { "bold", 0.35 },
    [RULE_TAKEN_UP] = { "taken-up", 0.65 },
    [RULE_BOLD_START] = { "bold-start", 0.45 },
    [RULE_MARKED] = { "marked-speaker", 0.9 },
    [RULE_ACCORDING_TO] = { "according-to", 0.5 },
    [RULE_TITLE_BY] = { "title-by", 0.75 },
    [RULE_THANKED] = { "thanked", -0.5 },
    [RULE_CITED] = { "cited", -0.5 },
    [RULE_ABSENT] = { "absent", -0.6 },
    [RULE_PRESENT] = { "present", 0.1 },
    [RULE_BIBLIOGRAPHY] = { "bibliography", -0.7 },
    [RULE_CONTACT] = { "contact", -0.7 },
    [RULE_OBJECT] = { "object", -0.3 },
};

static bool shared_forward(const char *rule)
{
    static const enum rule forward[] = { RULE_AGENT,    RULE_SPEECH_OF,  RULE_INVITED, RULE_FLOOR,
                                         RULE_TITLE_BY, RULE_HEADING_BY, RULE_SPEAKER_ROLE,
                                         RULE_THANKED,  RULE_ABSENT,     RULE_CITED,
                                         RULE_PRESENT };
    for (size_t i = 0; i < sizeof forward / sizeof *forward; i++)
        if (strcmp(rules[forward[i]].name, rule) == 0)
            return true;
    return false;
}

static bool is_subject_rule(const char *rule)
{
    return strncmp(rule, "subject-", 8) == 0;
}

static bool stronger(struct signal a, const struct signal *b)
{
    return !b->rule || a.weight * a.weight > b->weight * b->weight;
}

/* Notes what a rule says of a person, once for each rule. */
static void note_person(struct signal_input *input, int32_t index, struct signal signal)
{
    struct draft_person *person = &input->people->items[index];
    for (size_t i = 0; i < person->signals.count; i++) {
        struct signal *known = &person->signals.items[i];
        if (strcmp(known->rule, signal.rule) != 0)
            continue;
        if (stronger(signal, known))
            *known = signal;
        return;
    }
    *vec_push(input->context->arena, &person->signals) = signal;
}

/* Notes it of the person named here, and of this place. */
static void note(struct signal_input *input, uint32_t name, const char *rule, double weight)
{
    struct name_occurrence *occurrence = &input->context->names.items[name];
    struct signal signal = { rule, weight };
    if (occurrence->person < 0)
        return;
    note_person(input, occurrence->person, signal);
    if (weight > 0 && weight > occurrence->signal.weight)
        occurrence->signal = signal;
    if (shared_forward(rule) && stronger(signal, &occurrence->forward))
        occurrence->forward = signal;
    if (is_subject_rule(rule) && stronger(signal, &occurrence->subject))
        occurrence->subject = signal;
}

static void add(struct signal_input *input, uint32_t name, enum rule rule, double weight)
{
    note(input, name, rules[rule].name, weight);
}

/* "a donné une conférence", "s'est chargée de la synthèse", "began by announcing": a weak verb with a noun or a verb of speech. */
static bool does_with_words(const struct name_context *context, uint32_t verb)
{
    for (uint32_t i = verb + 1; i < context->count && i - verb <= OBJECT_MAX; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        if (lexeme->before >= BEFORE_BLOCK || lexeme->kind != LEXEME_WORD || !word_lower(context, i))
            return false;
        unsigned bits = speech_bits(lexeme->folded);
        size_t length = strlen(lexeme->folded);
        bool gerund = length > 5 && strcmp(lexeme->folded + length - 3, "ing") == 0 && word_is(context, i - 1, "by");
        if (gerund || (bits & SPEECH_NOUN && !(bits & (SPEECH_INVITED | SPEECH_CITED)) && i > verb + 1) || lexeme_is(lexeme, "parole"))
            return true;
    }
    return false;
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
        relative = word_is(context, i - 1, ",") && (word_is(context, i, "who") || word_is(context, i, "qui"));
    }
    return false;
}

/* Is the name the subject of a verb of saying or doing? Its rule, or NULL. */
static const char *subject_of_speech(const struct name_context *context, const struct name_occurrence *name,
                                     double *weight)
{
    uint32_t starts[PREDICATE_STARTS_MAX];
    size_t count = predicate_starts(context, name, starts);
    for (size_t s = 0; s < count; s++) {
        uint32_t verb = 0;
        if (starts[s] >= context->count || (context->lexemes[starts[s]].before == BEFORE_BLOCK))
            continue;
        unsigned bits = verb_phrase(context, starts[s], &verb);
        if (bits && s > 0 && in_relative_clause(context, name))
            continue;
        if (!bits || verb_passive(context, starts[s], verb))
            continue;
        if (word_is(context, verb + 1, "par") || word_is(context, verb + 1, "by"))
            continue; /* ", presented by": a participle that qualifies */
        if (!(bits & (SPEECH_SAY | SPEECH_DO)) && does_with_words(context, verb))
            bits |= SPEECH_SAY;
        enum rule rule = bits & SPEECH_SAY  ? RULE_SUBJECT_SAYS
                         : bits & SPEECH_DO ? RULE_SUBJECT_ACTS
                                            : RULE_SUBJECT_WEAK;
        *weight = rules[rule].weight;
        return rules[rule].name;
    }
    return NULL;
}

/* "X, metteuse en scène, vit à Lyon ; elle a souhaité": the next pronoun takes the only person named and speaks. */
static bool taken_up(const struct name_context *context, const struct name_occurrence *name, unsigned gender)
{
    for (uint32_t i = name->last + 1; i + 1 < context->count && i - name->last < TAKEN_UP_MAX; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        if (lexeme->before == BEFORE_BLOCK || name_at(context, i))
            return false;
        bool begins = lexeme->sentence_start || word_is(context, i - 1, ";") || word_is(context, i - 1, ":") ||
                      word_is(context, i - 1, ",");
        bool man = lexeme_is(lexeme, "il") || lexeme_is(lexeme, "he"),
             woman = lexeme_is(lexeme, "elle") || lexeme_is(lexeme, "she");
        if (!begins || (!man && !woman))
            continue;
        uint32_t verb;
        bool fits = !gender || gender == (man ? NAME_WORD_MALE : NAME_WORD_FEMALE);
        if (fits && verb_phrase(context, i + 1, &verb) & (SPEECH_SAY | SPEECH_DO) && !verb_passive(context, i + 1, verb))
            return true;
    }
    return false;
}

/* Skips back over "M.", "le président", quotes and brackets before a name. */
static uint32_t back_over_titles(const struct name_context *context, const struct name_occurrence *name)
{
    uint32_t i = name->lead;
    while (i > 0 && context->lexemes[i].before <= BEFORE_LINE &&
           (context->lexemes[i - 1].kind == LEXEME_PUNCTUATION &&
            (word_is(context, i - 1, "*") || word_is(context, i - 1, "[") || word_is(context, i - 1, "(") ||
             word_is(context, i - 1, "\""))))
        i--;
    bool titled = name->lead < name->first; /* its role, if any, is its title */
    struct role role = titled ? (struct role){ 0 } : role_before(context, name);
    if (titled && i > 0 && (word_is(context, i - 1, "le") || word_is(context, i - 1, "la") || word_is(context, i - 1, "l'")))
        i--;
    if (role.quality && name->role_first >= name->first) {
        if (i > 0 && word_is(context, i - 1, ","))
            i--;
        while (i > 0 && name->lead - i < 8 && context->lexemes[i].before <= BEFORE_LINE &&
               !(word_speech(context, i - 1) & (SPEECH_AGENT | SPEECH_SAY)) && !word_is(context, i - 1, "par") &&
               !word_is(context, i - 1, "by") && context->lexemes[i - 1].kind == LEXEME_WORD) {
            i--;
            if (word_is(context, i, "le") || word_is(context, i, "la") || word_is(context, i, "l'") ||
                word_is(context, i, "the") || word_is(context, i, "notre") || word_is(context, i, "leur"))
                break;
        }
    }
    return i;
}

/* Is the name the agent of "animée par", "chaired by"? */
static void agent_signals(struct signal_input *input, uint32_t index, uint32_t at)
{
    const struct name_context *context = input->context;
    if (at == 0 || !(word_is(context, at - 1, "par") || word_is(context, at - 1, "by")))
        return;
    if (context->lexemes[at].before == BEFORE_BLOCK)
        return;
    for (uint32_t i = at - 1; i > 0 && at - i < AGENT_BACK_MAX; i--) {
        if (context->lexemes[i].before == BEFORE_BLOCK || word_is(context, i - 1, "."))
            break;
        if (word_speech(context, i - 1) & SPEECH_AGENT ||
            (speech_bits(context->lexemes[i - 1].folded) & SPEECH_AGENT && context->lexemes[i - 1].sentence_start)) {
            add(input, index, RULE_AGENT, rules[RULE_AGENT].weight - (at - i > 4 ? 0.15 : 0));
            return;
        }
    }
    bool closes =
        at > 1 && (word_is(context, at - 2, ",") || word_is(context, at - 2, "»") || word_is(context, at - 2, "\"") ||
                   word_is(context, at - 2, "”") || word_is(context, at - 2, ")"));
    add(input, index, closes ? RULE_TITLE_BY : RULE_BY, rules[closes ? RULE_TITLE_BY : RULE_BY].weight);
}

/* "l'intervention de X", "keynote by X", "entretien avec X", "question from X". */
static void speech_noun_signals(struct signal_input *input, uint32_t index, uint32_t at)
{
    const struct name_context *context = input->context;
    static const char *const links[] = { "de", "d'", "of", "by", "from", "with", "avec", "par", "du", "a" };
    bool linked = false;
    if (at < 2 || context->lexemes[at].before == BEFORE_BLOCK)
        return;
    for (size_t i = 0; i < sizeof links / sizeof *links && !linked; i++)
        linked = word_is(context, at - 1, links[i]);
    if (word_is(context, at - 1, ":"))
        linked = true;
    if (!linked)
        return;
    for (uint32_t i = at - 1; i > 0 && at - i <= 4; i--) {
        const struct lexeme *lexeme = &context->lexemes[i - 1];
        unsigned bits = lexeme->kind == LEXEME_WORD ? speech_bits(lexeme->folded) : 0;
        if (bits & SPEECH_NOUN) {
            bool parole = lexeme_is(lexeme, "parole");
            bool weak_link = word_is(context, at - 1, "a") && !parole;
            if (!weak_link)
                add(input, index, RULE_SPEECH_OF, rules[RULE_SPEECH_OF].weight - (at - i > 2 ? 0.2 : 0));
            return;
        }
        if (lexeme->kind != LEXEME_WORD || !word_lower(context, i - 1))
            return;
    }
}

/* Words right before the name of whoever has the floor: "Puis c'est au tour de X", "First up is X". */
static const char *const floor_phrases[][3] = {
    { "au", "tour", "de" },       { "au", "tour", "d'" },       { "est", "a" },           { "place", "a" },
    { "parole", "a" },            { "micro", "a" },             { "suivi", "de" },        { "suivie", "de" },
    { "suivis", "de" },           { "suivi", "par" },           { "suivie", "par" },      { "followed", "by" },
    { "up", "is" },               { "up", "was" },              { "next", "came" },       { "next", "comes" },
    { "next", "was" },            { "then", "came" },           { "first", "was" },       { "speak", "was" },
    { "speaker", "was" },         { "speaker", "is" },          { "speakers", "were" },   { "speakers", "are" },
    { "speakers", "included" },   { "speakers", "include" },    { "intervenant", "etait" }, { "intervenants", "etaient" },
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
            all = word_is(context, at - count + w, words[w]);
        /* "c'est à X" alone means little: something to say must follow ("d'ouvrir", "qu'est revenu") */
        uint32_t next = context->names.items[index].last + 1;
        if (all && strcmp(words[0], "est") == 0)
            all = word_is(context, next, "de") || word_is(context, next, "d'") || word_is(context, next, "que") || word_is(context, next, "qu'");
        if (all) {
            add(input, index, RULE_FLOOR, rules[RULE_FLOOR].weight);
            return;
        }
    }
}

/* « …, souligne X », "…", said X. */
static void inverted_signals(struct signal_input *input, uint32_t index, uint32_t at)
{
    const struct name_context *context = input->context;
    if (at == 0 || context->lexemes[at].before == BEFORE_BLOCK)
        return;
    uint32_t verb = at - 1;
    while (verb > 0 && at - verb < 4 && !(word_speech(context, verb) & (SPEECH_SAY | SPEECH_DO)) &&
           (word_speech(context, verb) & SPEECH_SKIPPED || word_adverb(&context->lexemes[verb])))
        verb--; /* "a déclaré d'emblée X" */
    unsigned bits = word_speech(context, verb);
    if (!(bits & (SPEECH_SAY | SPEECH_DO)) || verb == 0)
        return;
    if (bits & (SPEECH_THANKS | SPEECH_INVITED | SPEECH_CITED))
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
        add(input, index, RULE_INVERTED, rules[RULE_INVERTED].weight - (comparative ? 0.15 : 0));
}

/* Words shortly before the name that speak against it, or of an invitation. */
static void context_signals(struct signal_input *input, uint32_t index, uint32_t at)
{
    const struct name_context *context = input->context;
    for (uint32_t i = at; i > 0 && at - i < BEFORE_MAX; i--) {
        const struct lexeme *lexeme = &context->lexemes[i - 1];
        if (context->lexemes[i].before == BEFORE_BLOCK || lexeme_is(lexeme, ".") || lexeme_is(lexeme, ";") ||
            lexeme_is(lexeme, ":"))
            return;
        if (lexeme->kind != LEXEME_WORD)
            continue;
        unsigned bits = speech_bits(lexeme->folded);
        uint32_t far = at - i;
        if (bits & SPEECH_THANKS && far < 6) {
            add(input, index, RULE_THANKED, rules[RULE_THANKED].weight);
            return;
        }
        if (bits & SPEECH_ABSENT && far < 6) {
            add(input, index, RULE_ABSENT, rules[RULE_ABSENT].weight);
            return;
        }
        if (bits & SPEECH_PRESENT && far < 6) {
            add(input, index, RULE_PRESENT, rules[RULE_PRESENT].weight);
            return;
        }
        if (bits & SPEECH_CITED && far < 4 &&
            (word_is(context, at - 1, "de") || word_is(context, at - 1, "d'") || word_is(context, at - 1, "of") ||
             word_is(context, at - 1, "by") || far < 2)) {
            add(input, index, RULE_CITED, rules[RULE_CITED].weight);
            return;
        }
        if (bits & SPEECH_INVITED && far < 5 && (word_lower(context, i - 1) || lexeme->sentence_start)) {
            bool with = lexeme_is(lexeme, "avec") || lexeme_is(lexeme, "with");
            if (with && far > 0)
                continue;
            add(input, index, RULE_INVITED, rules[RULE_INVITED].weight - (with ? 0.35 : 0));
            return;
        }
        if ((lexeme_is(lexeme, "selon") || (lexeme_is(lexeme, "to") && word_is(context, i - 2, "according"))) &&
            far == 0) {
            uint32_t next = context->names.items[index].last + 1;
            bool quoted = word_is(context, next + 1, "«") || word_is(context, next + 1, "“") ||
                          word_is(context, next + 1, "\"");
            add(input, index, RULE_ACCORDING_TO, rules[RULE_ACCORDING_TO].weight + (quoted ? 0.3 : 0));
            return;
        }
        if (far == 0 && bits & SPEECH_SAY && !(bits & (SPEECH_NOUN | SPEECH_AGENT)))
            add(input, index, RULE_OBJECT, rules[RULE_OBJECT].weight);
    }
}

static void heading_signals(struct signal_input *input, uint32_t index, const struct block *block, uint32_t at)
{
    const struct name_context *context = input->context;
    const struct name_occurrence *name = &context->names.items[index];
    bool first =
        context->lexemes[name->lead].start <= block->start + 2 || context->lexemes[name->lead].before >= BEFORE_LINE;
    struct role role = role_after(context, name);
    bool last = role.end >= context->count || context->lexemes[role.end].start >= block->end;
    if (first && last)
        add(input, index, RULE_HEADING_ALONE, rules[RULE_HEADING_ALONE].weight);
    else if (first && (word_is(context, role.end, ":") || word_is(context, role.end, "–") ||
                       word_is(context, role.end, "—") || word_is(context, role.end, "-")))
        add(input, index, RULE_HEADING_LABEL, rules[RULE_HEADING_LABEL].weight);
    else if (at > 0 && (word_is(context, at - 1, "par") || word_is(context, at - 1, "by")))
        add(input, index, RULE_HEADING_BY, rules[RULE_HEADING_BY].weight);
    else if (last && at > 0 &&
             (word_is(context, at - 1, ",") || word_is(context, at - 1, ":") || word_is(context, at - 1, "–") ||
              word_is(context, at - 1, "—") || word_is(context, at - 1, "(") || word_is(context, at - 1, "-")))
        add(input, index, RULE_HEADING_LABEL, rules[RULE_HEADING_LABEL].weight - 0.1);
    else
        add(input, index, RULE_HEADING, rules[RULE_HEADING].weight);
}

/* "le modérateur X", "presenters X, Y and Z": the role itself is to speak. */
static bool speaker_role(const struct name_context *context, const struct name_occurrence *name)
{
    static const char *const words[] = {
        "moderateur",    "moderatrice",  "animateur",     "animatrice", "intervenant", "intervenante", "intervenants",
        "intervenantes", "conferencier", "conferenciere", "orateur",    "oratrice",    "discutant",    "discutante",
        "rapporteur",    "rapporteure",  "presenter",     "presenters", "speaker",     "speakers",     "panellist",
        "panellists",    "panelist",     "panelists",     "moderator",  "facilitator", "discussant",   "rapporteurs"
    };
    for (uint32_t i = name->lead; i > 0 && name->lead - i < 2 && context->lexemes[i].before <= BEFORE_LINE; i--)
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            if (word_is(context, i - 1, words[w]) && !(context->lexemes[i - 1].shape & SHAPE_UPPER))
                return true;
    /* "with X as moderator" */
    uint32_t next = name->last + 1;
    if (word_is(context, next, "as") || word_is(context, next, "comme"))
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            if (word_is(context, next + 1, words[w]) || word_is(context, next + 2, words[w]))
                return true;
    return false;
}

/* Nothing but an affiliation follows the name on its line. */
static bool stands_alone(const struct name_context *context, const struct name_occurrence *name)
{
    uint32_t next = name->last + 1;
    return next >= context->count || context->lexemes[next].before >= BEFORE_LINE || word_is(context, next, "(") ||
           word_is(context, next, "–") || word_is(context, next, "—") || word_is(context, next, ",");
}

/* Does nothing but an hour stand before this lexeme on its line? */
static bool after_hour(const struct name_context *context, uint32_t i)
{
    for (uint32_t at = i; at > 0 && i - at < HOUR_LEXEMES_MAX; at--) {
        if (context->lexemes[at].before >= BEFORE_LINE)
            return at < i;
        const struct lexeme *lexeme = &context->lexemes[at - 1];
        if (lexeme->kind == LEXEME_WORD && lexeme->folded[0] > '9' && !lexeme_is(lexeme, "h") && !lexeme_is(lexeme, "am") &&
            !lexeme_is(lexeme, "pm") && !lexeme_is(lexeme, "min"))
            return false;
    }
    return false;
}

static void place_signals(struct signal_input *input, uint32_t index, const struct block *block, bool timed, uint32_t at)
{
    const struct name_context *context = input->context;
    const struct name_occurrence *name = &context->names.items[index];
    struct role after = role_after(context, name), before = role_before(context, name);
    bool line_first = context->lexemes[name->lead].before >= BEFORE_LINE || context->lexemes[at].before >= BEFORE_LINE;
    bool followed = after.end > name->last + 1;
    switch (section_at(input->sections, name->at.start)) {
    case SECTION_SPEAKERS:
        if (line_first || before.quality || programme_position(context, name, at))
            add(input, index, RULE_SPEAKER_LIST, rules[RULE_SPEAKER_LIST].weight);
        break;
    case SECTION_PRESENT: add(input, index, RULE_PRESENT, rules[RULE_PRESENT].weight); return;
    case SECTION_ABSENT: add(input, index, RULE_ABSENT, rules[RULE_ABSENT].weight); return;
    case SECTION_THANKS: add(input, index, RULE_THANKED, rules[RULE_THANKED].weight); return;
    case SECTION_BIBLIOGRAPHY: add(input, index, RULE_BIBLIOGRAPHY, rules[RULE_BIBLIOGRAPHY].weight); return;
    case SECTION_CONTACT:
    case SECTION_COMMITTEE: add(input, index, RULE_CONTACT, rules[RULE_CONTACT].weight); return;
    case SECTION_PROGRAMME:
    case SECTION_NONE: break;
    }
    if (block && block->kind == BLOCK_HEADING) {
        heading_signals(input, index, block, at);
        return;
    }
    if (timed && (line_first || after_hour(context, name->lead)) && name->likelihood >= PLAUSIBLE && stands_alone(context, name))
        add(input, index, RULE_PROGRAMME_NAME, rules[RULE_PROGRAMME_NAME].weight);
    else if (input->slots->count >= PROGRAMME_MIN && name->listed && name->likelihood >= 0.5)
        add(input, index, RULE_PROGRAMME_LINE, rules[RULE_PROGRAMME_LINE].weight - 0.1);
    else if (timed && name->likelihood >= 0.5 && (line_first || programme_position(context, name, at)))
        add(input, index, RULE_PROGRAMME_LINE, rules[RULE_PROGRAMME_LINE].weight);
    if (block && block->kind == BLOCK_LIST_ITEM && line_first)
        add(input, index, RULE_LIST_ITEM, rules[RULE_LIST_ITEM].weight);
    if (followed && after.quality > 0) {
        enum rule rule = after.role ? RULE_ROLE_AFTER : RULE_ORGANISATION_AFTER;
        add(input, index, rule, rules[rule].weight);
    }
    if (before.quality > 0)
        add(input, index, RULE_ROLE_BEFORE, rules[RULE_ROLE_BEFORE].weight);
    if (speaker_role(context, name))
        add(input, index, RULE_SPEAKER_ROLE, rules[RULE_SPEAKER_ROLE].weight);
    if (marked(context->report, MARK_SPEAKER, name->at.start, name->at.end))
        add(input, index, RULE_MARKED, rules[RULE_MARKED].weight);
    else if (marked(context->report, MARK_BOLD, name->at.start, name->at.end))
        add(input, index, line_first ? RULE_BOLD_START : RULE_BOLD,
            rules[line_first ? RULE_BOLD_START : RULE_BOLD].weight);
}

/* Only roles, commas and conjunctions between two names: they are one enumeration. */
static bool enumerated(const struct name_context *context, const struct name_occurrence *a,
                       const struct name_occurrence *b)
{
    uint32_t first = a->last + 1, end = b->lead;
    if (end < first || end - first > GAP_MAX)
        return false;
    bool joined = false;
    int depth = 0;
    for (uint32_t i = first; i < end; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        depth += lexeme_is(lexeme, "(") - lexeme_is(lexeme, ")");
        if (depth > 0 || lexeme_is(lexeme, ")"))
            continue;
        if (lexeme_is(lexeme, ".") || lexeme_is(lexeme, ":") || lexeme_is(lexeme, "!") || lexeme_is(lexeme, "?"))
            return false;
        if (word_lower(context, i) && i > first && word_speech(context, i - 1) & SPEECH_AUXILIARY &&
            word_speech(context, i) & (SPEECH_SAY | SPEECH_DO))
            return false;
        joined = lexeme_is(lexeme, ",") || lexeme_is(lexeme, ";") || lexeme_is(lexeme, "et") ||
                 lexeme_is(lexeme, "and") || lexeme_is(lexeme, "&") ||
                 (joined && (lexeme_is(lexeme, "de") || lexeme_is(lexeme, "d'") || lexeme_is(lexeme, "avec") ||
                             lexeme_is(lexeme, "puis") || lexeme_is(lexeme, "enfin") || lexeme_is(lexeme, "par") ||
                             lexeme_is(lexeme, "by") || lexeme_is(lexeme, "of"))) ||
                 (lexeme_is(lexeme, "que") && i > first && word_is(context, i - 1, "ainsi"));
    }
    /* a block between them: only when the sentence runs on (a list item broken in two) */
    if (context->lexemes[end].before == BEFORE_BLOCK)
        return false;
    return joined;
}

/* What holds for one name of an enumeration holds for the next, a little less. */
static void share(struct signal_input *input, uint32_t name, struct signal signal)
{
    if (signal.rule)
        note(input, name, signal.rule, signal.weight * 0.97);
}

/* Signals of one name of an enumeration hold for the others: forward for agents, backward for a plural verb. What is
 * hardly a name does not stand between two that are. */
static void share_signals(struct signal_input *input)
{
    const struct name_context *context = input->context;
    VEC(uint32_t) plausible = { 0 };
    for (uint32_t i = 0; i < context->names.count; i++)
        if (context->names.items[i].person >= 0 && context->names.items[i].likelihood >= PLAUSIBLE)
            *vec_push(input->context->arena, &plausible) = i;
    for (size_t k = 1; k < plausible.count; k++) {
        uint32_t a = plausible.items[k - 1], b = plausible.items[k];
        const struct name_occurrence *first = &context->names.items[a], *second = &context->names.items[b];
        if (first->person != second->person && enumerated(context, first, second))
            share(input, b, first->forward);
    }
    for (size_t k = plausible.count; k-- > 1;) {
        uint32_t a = plausible.items[k - 1], b = plausible.items[k];
        const struct name_occurrence *first = &context->names.items[a], *second = &context->names.items[b];
        if (first->person == second->person || second->lead - first->last > PLURAL_GAP_MAX ||
            !enumerated(context, first, second))
            continue;
        uint32_t before = second->lead - 1;
        if (word_is(context, before, "et") || word_is(context, before, "and") || word_is(context, before, "&") ||
            word_is(context, before, ","))
            share(input, a, second->subject);
    }
}

void signals_collect(struct signal_input *input)
{
    struct name_context *context = input->context;
    const struct report *report = context->report;
    size_t block = 0, slot = 0;
    const slot_list *slots = input->slots;
    for (uint32_t i = 0; i < context->names.count; i++) {
        const struct name_occurrence *name = &context->names.items[i];
        if (name->person < 0)
            continue;
        while (block + 1 < report->blocks.count && report->blocks.items[block + 1].start <= name->at.start)
            block++;
        const struct block *here = block < report->blocks.count ? &report->blocks.items[block] : NULL;
        uint32_t at = back_over_titles(context, name);
        while (slot < slots->count && slots->items[slot].end <= name->at.start)
            slot++;
        bool timed = slot < slots->count && slots->items[slot].start <= name->at.start;
        place_signals(input, i, here, timed, at ? at : 1);
        double weight;
        const char *rule = subject_of_speech(context, name, &weight);
        if (rule)
            note(input, i, rule, weight);
        if (!rule && taken_up(context, name, input->people->items[name->person].gender))
            add(input, i, RULE_TAKEN_UP, rules[RULE_TAKEN_UP].weight);
        agent_signals(input, i, at);
        speech_noun_signals(input, i, at);
        inverted_signals(input, i, at);
        floor_signals(input, i, at);
        if (!rule)
            context_signals(input, i, at);
    }
    for (size_t i = 0; i < input->turns->count; i++) {
        const struct turn *turn = &input->turns->items[i];
        if (turn->person < 0)
            continue;
        if (turn->name >= 0)
            note(input, (uint32_t)turn->name, turn->rule, turn->weight);
        else
            note_person(input, turn->person, (struct signal){ turn->rule, turn->weight });
    }
    share_signals(input);
}
