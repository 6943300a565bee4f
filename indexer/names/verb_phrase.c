#include "verb_phrase.h"

#include "name_words.h"
#include "roles.h"
#include "speech_words.h"

enum {
    SKIPPED_MAX = 7,     /* words between a subject and its verb */
    ORIGIN_MAX = 4,      /* lexemes of "du collectif citoyen" */
    CAPACITY_MAX = 6,    /* lexemes of "MC and treasurer" */
    COMPANY_MAX = 5,     /* lexemes of "et toute son équipe" */
    ADDRESS_MAX = 8,     /* lexemes of "of 400 Elm Street" */
    APPOSITION_MAX = 48  /* lexemes of what stands between commas there */
};

bool word_lower(const struct name_context *context, uint32_t i)
{
    return i < context->count && context->lexemes[i].shape & (SHAPE_LOWER | SHAPE_ELIDED);
}

/* Written with é at the end (présenté, présentée, exposés): a participle or a noun, no finite verb. */
bool word_participle(const struct name_context *context, uint32_t i)
{
    const struct lexeme *lexeme = &context->lexemes[i];
    const char *text = context->report->record.text.bytes;
    uint32_t end = lexeme->end;
    if (end > lexeme->start && text[end - 1] == 's')
        end--;
    if (end > lexeme->start && text[end - 1] == 'e')
        end--;
    return end >= lexeme->start + 2 && memcmp(text + end - 2, "\xC3\xA9", 2) == 0;
}

/* "était aussi présente": being there, without the accent of the participle. */
static bool being_present(const struct name_context *context, uint32_t at, uint32_t i)
{
    bool presence = strncmp(context->lexemes[i].folded, "presente", 8) == 0 && !word_participle(context, i);
    for (uint32_t k = at; presence && k < i; k++)
        if (word_is(context, k, "etait") || word_is(context, k, "etaient") || word_is(context, k, "est") ||
            word_is(context, k, "sont") || word_is(context, k, "sera") || word_is(context, k, "seront"))
            return true;
    return false;
}

/* English verbs that read as French nouns and adjectives: présents, notes, détails. */
static bool english_only(const char *folded)
{
    static const char *const words[] = { "presents", "present", "notes", "points", "details", "states", "comments",
                                         "comment", "mentions", "objects", "reports", "queries", "stress", "accounts",
                                         "questions" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i][0] == folded[0] && strcmp(words[i], folded) == 0)
            return true;
    return false;
}

/* French verbs that read as other English words: met, mis. */
static bool french_only(const char *folded)
{
    static const char *const words[] = { "a", "met", "mis", "fit", "lit", "pose", "dire", "vit", "passe", "charge" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i][0] == folded[0] && strcmp(words[i], folded) == 0)
            return true;
    return false;
}

/* Participles that are no form of the present: "le message de X, lu en son absence". */
static bool bare_participle(const struct lexeme *lexeme)
{
    static const char *const words[] = { "lu", "remis", "mis", "pris", "defendu", "soutenu", "tenu", "entendu",
                                         "reconnu", "vu", "ouvert", "offert", "promis", "admis", "repris", "recu",
                                         "rendu", "poursuivi", "averti", "conclu", "repondu", "revenu", "intervenu",
                                         "convenu", "rencheri", "reagi", "convaincu", "suivi", "fourni", "transmis",
                                         "soumis" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (lexeme_is(lexeme, words[i]))
            return true;
    return false;
}

unsigned word_speech(const struct name_context *context, uint32_t i)
{
    if (i >= context->count || context->lexemes[i].kind != LEXEME_WORD || !word_lower(context, i))
        return 0;
    unsigned bits = speech_bits(context->lexemes[i].folded);
    if (!context->french && french_only(context->lexemes[i].folded))
        return 0;
    return context->french && english_only(context->lexemes[i].folded) ? bits & (unsigned)~SPEECH_SAY : bits;
}

bool word_adverb(const struct lexeme *lexeme)
{
    size_t n = strlen(lexeme->folded);
    return n > 4 && (strcmp(lexeme->folded + n - 4, "ment") == 0 || strcmp(lexeme->folded + n - 2, "ly") == 0);
}

/* "was against", "est favorable", "n'est pas d'accord": where one stands, said so. */
static bool stance(const struct name_context *context, uint32_t i)
{
    static const char *const words[] = { "against", "opposed", "contre", "favorable", "defavorable", "opposee",
                                         "oppose", "hostile", "sceptique", "d'accord", "sceptical", "skeptical",
                                         "critical", "supportive", "concerned", "adamant", "convinced", "unconvinced",
                                         "optimistic", "hopeful", "worried", "confident", "unsure", "disappointed" };
    for (size_t w = 0; w < sizeof words / sizeof *words; w++)
        if (word_is(context, i, words[w]) && !word_is(context, i + 1, "par") && !word_is(context, i + 1, "by"))
            return true;
    return word_is(context, i, "in") && (word_is(context, i + 1, "favour") || word_is(context, i + 1, "favor"));
}

bool capital_verb(const struct name_context *context, uint32_t i)
{
    const struct lexeme *lexeme = &context->lexemes[i];
    unsigned bits = lexeme->shape & SHAPE_CAPITAL && !context->french ? speech_bits(lexeme->folded) : 0;
    return bits & (SPEECH_SAY | SPEECH_DO) && !(bits & SPEECH_NOUN) && !(lexeme->lexicon & LEXICON_SURNAME) &&
           i + 1 < context->count && context->lexemes[i + 1].shape & SHAPE_LOWER &&
           context->lexemes[i + 1].before == BEFORE_SPACE;
}

bool words_at(const struct name_context *context, uint32_t i, const char *words)
{
    for (const char *p = words; *p; i++) {
        const char *word = i < context->count ? context->lexemes[i].folded : "";
        if (*word != *p)
            return false; /* most often at once */
        while (*word && *word == *p) {
            word++;
            p++;
        }
        if (*word || (*p && *p != ' '))
            return false;
        p += *p == ' ';
    }
    return true;
}

/* "took photographs", "takes notes": taking something is no speech, taking the floor or questions is. */
static bool takes_things(const struct name_context *context, uint32_t verb)
{
    static const char *const taken[] = { "the floor", "the stage", "the podium", "the microphone", "the chair",
                                         "the stand", "the lectern", "the view", "the opportunity", "the position",
                                         "the lead", "questions", "up", "issue", "us", "turns", "aim", "part",
                                         "over", "la parole", "le relais", "la suite", "position", "le micro",
                                         "acte", "note", "la defense", "le contre-pied", "exemple", "un exemple",
                                         "l' exemple", "pour exemple", "le temps", "la peine", "soin", "a temoin",
                                         "a partie", "part", "ensuite", "a son tour", "egalement", "alors", "enfin",
                                         "d' abord", "aussi", "a nouveau", "brievement" };
    static const char *const takes[] = { "took", "takes", "take", "prend", "prennent", "prenait", "prit", "prendra" };
    if (!LEXEME_AMONG(&context->lexemes[verb], takes))
        return false;
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (words_at(context, verb + 1, taken[i]))
            return false;
    return true;
}

/* "avait mis sa salle à disposition": putting something is no speech, stressing it is. */
static bool puts_things(const struct name_context *context, uint32_t verb)
{
    static const char *const puts[] = { "met",     "mis",     "mit",    "mettre", "mettra", "mettait",
                                        "mettent", "mettront", "mirent", "mettaient", "mettrait" };
    static const char *const stressed[] = { "l' accent", "en garde", "en avant", "en lumiere", "en evidence",
                                            "en exergue", "en perspective", "en cause", "en doute", "le doigt",
                                            "fin", "les points", "un terme", "un bemol", "en question",
                                            "en relief", "l' assistance", "au defi", "aux voix", "au vote",
                                            "en parallele", "a l' honneur", "sur la table" };
    if (!LEXEME_AMONG(&context->lexemes[verb], puts))
        return false;
    for (uint32_t i = verb + 1; i < verb + 3; i++)
        for (size_t w = 0; w < sizeof stressed / sizeof *stressed; w++)
            if (words_at(context, i, stressed[w]))
                return false;
    return true;
}

/* "Il se poursuivra": what goes on, ends or opens by itself is an event. */
static bool goes_on(const struct name_context *context, uint32_t verb)
{
    static const char *const stems[] = { "poursui", "conclu", "termin", "ouvr", "clot", "clotur", "deroul", "tien",
                                         "tenu", "tint", "tiend", "prolong", "reuni" };
    static const char *const be[] = { "est", "sont", "etait", "etaient" };
    uint32_t self = verb > 1 && LEXEME_AMONG(&context->lexemes[verb - 1], be) ? verb - 1 : verb;
    if (self == 0 || !(word_is(context, self - 1, "se") || word_is(context, self - 1, "s'")))
        return false;
    for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
        if (strncmp(context->lexemes[verb].folded, stems[i], strlen(stems[i])) == 0)
            return true;
    return false;
}

/* "souhaite connaître le calendrier", "wished to know": who wishes says so, whatever the verb. */
static bool wishes(const struct name_context *context, uint32_t i)
{
    static const char *const words[] = { "souhaite", "souhaitent", "souhaitait", "souhaiterait", "wished", "wishes" };
    return word_lower(context, i) && LEXEME_AMONG(&context->lexemes[i], words) && word_lower(context, i + 1) &&
           !word_participle(context, i);
}

static unsigned verb_found(const struct name_context *context, uint32_t at, uint32_t *verb)
{
    bool auxiliary = false, negated = false;
    for (uint32_t i = at; i < context->count && i - at < SKIPPED_MAX; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        if (lexeme->before == BEFORE_BLOCK && i > at)
            return 0;
        if (i == at && capital_verb(context, i)) {
            *verb = i;
            return speech_bits(lexeme->folded);
        }
        if (lexeme->kind != LEXEME_WORD || !word_lower(context, i))
            return 0;
        unsigned bits = word_speech(context, i);
        bool finite = auxiliary ? !being_present(context, at, i)
                                : !(word_participle(context, i) || (context->french && bare_participle(lexeme)));
        bool verb_here = bits & (SPEECH_SAY | SPEECH_DO | SPEECH_WEAK) && finite;
        /* after an auxiliary a participle; before it a form that could be a noun ("note", "point") is the verb too */
        bool in_charge = lexeme_is(lexeme, "charge") && word_is(context, i - 1, "en");
        if (verb_here && (in_charge || takes_things(context, i) || puts_things(context, i) || goes_on(context, i)))
            return 0;
        if (verb_here && negated && !(bits & (SPEECH_SAY | SPEECH_DO)))
            return 0; /* "ne prennent pas part" */
        if (verb_here && !(bits & SPEECH_AUXILIARY && !auxiliary) &&
            !(i > at && !auxiliary && (context->bits[i] & NAME_WORD_ROLE))) {
            *verb = i;
            return bits;
        }
        if (lexeme_is(lexeme, "et") && word_is(context, i - 1, "un") && word_is(context, i + 1, "l'"))
            continue; /* "ont l'un et l'autre dit" */
        if (auxiliary && stance(context, i)) {
            *verb = i;
            return SPEECH_SAY;
        }
        bool denied = lexeme_is(lexeme, "not") || lexeme_is(lexeme, "pas");
        negated |= denied || lexeme_is(lexeme, "ne") || lexeme_is(lexeme, "n'");
        if (auxiliary && denied && stance(context, i + 1)) {
            *verb = i + 1; /* "was not convinced" */
            return SPEECH_SAY;
        }
        if (bits & SPEECH_AUXILIARY)
            auxiliary = true;
        else if (!(bits & SPEECH_SKIPPED) && !word_adverb(lexeme))
            return 0;
    }
    return 0;
}

unsigned verb_phrase(const struct name_context *context, uint32_t at, uint32_t *verb)
{
    unsigned bits = verb_found(context, at, verb);
    if (bits || !wishes(context, at))
        return bits;
    *verb = at;
    return SPEECH_SAY;
}

/* "est nommée", "sont proposés": to be and the participle of what is done to somebody, not "est intervenu". */
static bool passive_fr(const struct name_context *context, uint32_t first, uint32_t verb)
{
    static const char *const forms[] = { "est", "sont", "etait", "etaient", "sera", "seront", "fut", "furent" };
    static const char *const active[] = { "interven", "reven", "conven", "conva", "parven", "ven", "mont", "all",
                                          "pass",
                                          "rest", "entr", "rentr", "arriv", "part", "deven", "persuad", "etonn",
                                          "inqui", "preoccup", "surpris", "choqu", "satisfait", "revenu" };
    if (!context->french || !(word_participle(context, verb) || bare_participle(&context->lexemes[verb])))
        return false;
    for (size_t i = 0; i < sizeof active / sizeof *active; i++)
        if (strncmp(context->lexemes[verb].folded, active[i], strlen(active[i])) == 0)
            return false;
    for (uint32_t i = verb; i > first; i--) {
        if (LEXEME_AMONG(&context->lexemes[i - 1], forms))
            return i < 2 || !(word_is(context, i - 2, "s'") || word_is(context, i - 2, "se"));
        if (!(word_speech(context, i - 1) & SPEECH_SKIPPED) && !word_adverb(&context->lexemes[i - 1]))
            return false;
    }
    return false;
}

bool verb_passive(const struct name_context *context, uint32_t first, uint32_t verb)
{
    if (stance(context, verb))
        return false;
    if (passive_fr(context, first, verb))
        return true;
    for (uint32_t i = first; i < verb; i++)
        if (word_is(context, i, "ete") || word_is(context, i, "been") || word_is(context, i, "was") ||
            word_is(context, i, "were") || word_is(context, i, "being"))
            return true;
    return false;
}

bool predicate_begins(const struct name_context *context, uint32_t i, bool after_comma)
{
    static const char *const not[] = { "et", "ou", "de", "du", "des", "d'", "au", "aux", "dans", "par", "pour", "sur",
                                       "sous", "avec", "chez", "entre", "vers", "qui", "que", "qu'", "dont", "ou",
                                       "comme", "ainsi", "puis", "ni", "mais", "and", "or", "of", "for", "with", "in",
                                       "from", "at", "to", "by", "on", "as", "who", "whose", "whom", "which", "that",
                                       "the", "an", "but", "si", "soit", "selon", "lors", "un", "une", "cette", "cet",
                                       "ce", "ces", "son", "sa", "ses", "il", "elle", "on", "he", "she", "his", "her",
                                       "depuis", "apres", "avant", "pendant", "tel", "telle", "alias", "dit", "dite",
                                       "for", "after", "before" };
    static const char *const clitics[] = { "le", "la", "les", "l'", "en", "y", "lui", "leur", "nous" };
    if (i >= context->count || context->lexemes[i].before == BEFORE_BLOCK)
        return false;
    const struct lexeme *lexeme = &context->lexemes[i];
    if (lexeme->kind != LEXEME_WORD || !word_lower(context, i))
        return false;
    if (lexeme_is(lexeme, "a")) /* "X a dit", but "X à Lyon" */
        return lexeme->end - lexeme->start == 1;
    if (lexeme_is(lexeme, "dit"))
        return !after_comma;
    if (LEXEME_AMONG(lexeme, clitics))
        return !after_comma && i + 1 < context->count && word_lower(context, i + 1);
    if (LEXEME_AMONG(lexeme, not ) ||
        context->bits[i] & (NAME_WORD_ROLE | NAME_WORD_ORGANISATION | NAME_WORD_PARTICLE))
        return false;
    size_t length = strlen(lexeme->folded);
    bool gerund = length > 4 && (strcmp(lexeme->folded + length - 3, "ant") == 0 ||
                                 strcmp(lexeme->folded + length - 3, "ing") == 0);
    return !gerund && !word_participle(context, i);
}

/* The lexeme after the bracket that opens at I; I when none does. */
static uint32_t after_bracket(const struct name_context *context, uint32_t open)
{
    uint32_t i = open;
    if (!word_is(context, i, "(") && !word_is(context, i, "["))
        return open;
    while (i < context->count && i - open < APPOSITION_MAX && context->lexemes[i].before != BEFORE_BLOCK)
        if (word_is(context, i, ")") || word_is(context, i, "]"))
            return i + 1;
        else
            i++;
    return open;
}

/* The lexeme after "of 400 Elm Street," at AT; AT when no address stands there. */
static uint32_t after_address(const struct name_context *context, uint32_t at)
{
    uint32_t i = at + 1;
    if (!(word_is(context, at, "of") || word_is(context, at, "from") || word_is(context, at, "at")) ||
        i >= context->count || context->lexemes[i].kind != LEXEME_NUMBER)
        return at;
    while (i < context->count && i - at < ADDRESS_MAX && !word_lower(context, i))
        i++;
    return i;
}

/* The lexeme after "et son équipe", "and her team", "accompagnée de Y" at AT; AT when nothing of the sort stands there. */
static uint32_t after_company(const struct name_context *context, uint32_t at)
{
    static const char *const owns[] = { "son", "sa", "ses", "toute", "tout", "his", "her", "the" };
    uint32_t i = at + 1;
    if (at + 2 >= context->count)
        return at;
    if ((word_is(context, at, "et") || word_is(context, at, "and")) && LEXEME_AMONG(&context->lexemes[i], owns)) {
        for (i++; i < context->count && i - at < COMPANY_MAX && word_lower(context, i); i++)
            if (predicate_begins(context, i + 1, false) && word_speech(context, i + 1))
                return i + 1;
        return at;
    }
    bool linked = word_is(context, i, "de") || word_is(context, i, "d'") || word_is(context, i, "par");
    if (strncmp(context->lexemes[at].folded, "accompagne", 10) != 0 || !linked)
        return at;
    const struct name_occurrence *other = name_at(context, i + 1);
    return other ? role_after(context, other).end : at;
}

/* The verb after "de tinyclues", "du collectif citoyen" at AT; AT when nothing of the sort stands there. */
static uint32_t after_origin(const struct name_context *context, uint32_t at)
{
    static const char *const links[] = { "de", "du", "des", "d'", "from", "of", "chez", "at" };
    uint32_t verb;
    if (at + 2 >= context->count || !LEXEME_AMONG(&context->lexemes[at], links))
        return at;
    for (uint32_t i = at + 2; i < context->count && i - at <= ORIGIN_MAX; i++) {
        if (context->lexemes[i].kind != LEXEME_WORD || context->lexemes[i].before >= BEFORE_BLOCK ||
            name_at(context, i))
            return at;
        if (predicate_begins(context, i, false) && verb_phrase(context, i, &verb) & (SPEECH_SAY | SPEECH_DO) &&
            !word_participle(context, i))
            return i;
    }
    return at;
}

static bool new_subject(const struct name_context *context, uint32_t i)
{
    static const char *const words[] = { "il", "elle", "ils", "elles", "on", "je", "he", "she", "they", "it", "we" };
    return i < context->count && LEXEME_AMONG(&context->lexemes[i], words) && !word_is(context, i + 1, ",");
}

static bool separates(const struct name_context *context, uint32_t i)
{
    return word_is(context, i, ",") || word_is(context, i, "–") || word_is(context, i, "—");
}

/* "X, 12 Elm Street, who owns Lot 4 was against it": the verb that ends a relative clause without a comma. */
static bool after_relative(const struct name_context *context, uint32_t first, uint32_t i)
{
    if (context->french || !word_lower(context, i) || word_lower(context, i - 1))
        return false;
    uint32_t verb;
    bool relative = false;
    for (uint32_t k = i - 1; k > first && !relative; k--)
        relative = word_is(context, k, "who") && word_is(context, k - 1, ",") && i - k > 2;
    return relative && verb_phrase(context, i, &verb) & SPEECH_SAY;
}

/* "X, World Champion was the speaker", "X, 1st Vice-President presided": the verb after an apposition that no comma ends. */
static bool after_title(const struct name_context *context, uint32_t first, uint32_t i)
{
    if (i < first + 2 || !word_lower(context, i) || !(context->lexemes[i - 1].shape & SHAPE_CAPITAL) ||
        context->lexemes[i].before != BEFORE_SPACE)
        return false;
    for (uint32_t k = first + 1; k < i; k++)
        if (context->lexemes[k].kind == LEXEME_PUNCTUATION || context->lexemes[k].before >= BEFORE_LINE ||
            name_at(context, k))
            return false;
    return word_speech(context, i) & (SPEECH_AUXILIARY | SPEECH_SAY | SPEECH_DO) &&
           predicate_begins(context, i, false);
}

/* "X as MC chaired the meeting", "X en tant que présidente ouvre": after what somebody acts as. */
static uint32_t after_capacity(const struct name_context *context, uint32_t i)
{
    uint32_t first = i + (word_is(context, i, "as")                                      ? 1
                          : word_is(context, i, "en") && word_is(context, i + 1, "tant") ? 3
                                                                                         : 0);
    for (uint32_t k = first; k > i && k < context->count && k - first <= CAPACITY_MAX; k++) {
        if (name_at(context, k) || context->lexemes[k].before >= BEFORE_LINE || context->lexemes[k].sentence_start)
            return i;
        if (k > first && word_speech(context, k) & (SPEECH_SAY | SPEECH_DO | SPEECH_AUXILIARY) &&
            word_lower(context, k) && predicate_begins(context, k, false))
            return k;
    }
    return i;
}

size_t predicate_starts(const struct name_context *context, const struct name_occurrence *name, uint32_t *starts)
{
    size_t count = 0;
    uint32_t next = name->last + 1, role = role_after(context, name).end, bracket = after_bracket(context, role);
    starts[count++] = next;
    while (word_is(context, next, "*")) /* "**X** said" in plain text */
        next++;
    if (next > name->last + 1)
        starts[count++] = next;
    if (role > next)
        starts[count++] = role;
    if (role > next && separates(context, next))
        starts[count++] = next + 1; /* "X, in the Chair": said, and read as an office */
    if (bracket > role)
        starts[count++] = bracket;
    if (after_address(context, next) > next)
        starts[count++] = after_address(context, next);
    if (word_is(context, bracket, ","))
        starts[count++] = bracket + 1;
    if (name->lead > 0 && word_is(context, name->lead - 1, "(") && word_is(context, next, ")"))
        starts[count++] = next + 1; /* "Budget committee (X) reported" */
    const struct name_occurrence *companion = name_at(context, role);
    if (companion && companion != name && companion->lead == role &&
        (word_is(context, role - 1, "avec") || word_is(context, role - 1, "with")))
        starts[count++] = companion->last + 1; /* "X, auteure d'un livre avec Y, a répondu" */
    uint32_t origin = after_origin(context, next);
    if (origin > next && origin != role)
        starts[count++] = origin;
    if (role == next && after_origin(context, next) > next)
        starts[count++] = after_origin(context, next);
    if (after_capacity(context, next) > next)
        starts[count++] = after_capacity(context, next);
    if (after_company(context, role) > role)
        starts[count++] = after_company(context, role);
    if (!separates(context, next) && !separates(context, bracket))
        return count;
    /* a longer apposition: after each comma, while the sentence lasts */
    bool relative =
        word_is(context, next + 1, "who") || word_is(context, next + 1, "qui") || word_is(context, next + 1, "dont");
    for (uint32_t i = next + 1; i < context->count && i - next < APPOSITION_MAX && count < PREDICATE_STARTS_MAX;
         i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        bool sentence_ends =
            lexeme_is(lexeme, ".") && i + 1 < context->count && context->lexemes[i + 1].sentence_start;
        const struct name_occurrence *other = lexeme->before == BEFORE_LINE ? name_at(context, i) : NULL;
        if (other && other->lead == i && !word_is(context, i - 1, ",") && !word_lower(context, i - 1))
            break; /* the line above was an item of a list */
        if (lexeme->before == BEFORE_BLOCK || lexeme_is(lexeme, ";") || lexeme_is(lexeme, ":") || sentence_ends)
            break;
        if (after_relative(context, next, i) || (!relative && after_title(context, next, i)))
            starts[count++] = i;
        if (!separates(context, i))
            continue;
        if (!relative && (name_at(context, i + 1) || new_subject(context, i + 1)))
            break; /* ", J. Doe relit", ", il demanda": another clause */
        if (i + 1 != starts[count - 1])
            starts[count++] = i + 1;
    }
    return count;
}
