#include "narrative.h"

#include "name_words.h"
#include "roles.h"
#include "speech_words.h"
#include "verb_phrase.h"

enum {
    EITHER = NAME_WORD_MALE | NAME_WORD_FEMALE,
    FRONTED_MAX = 16,    /* lexemes of "Après avoir remercié la salle," before a subject */
    LISTED_AGE_MAX = 4,  /* sentences during which "la première" counts in an enumeration */
    JOINED_MAX = 4       /* names of one plural subject */
};

static const double ATTRIBUTING = 0.5; /* a signal this strong gives its sentence to the person */
static const double LEADING = 0.3;     /* and a weaker one, at the very beginning of the sentence */

/* Sentences that begin with one of these are about the meeting, not by its last speaker. Folded first words. */
static const char *const meeting_subjects[][2] = {
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
};

static bool one_of(const struct lexeme *lexeme, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (lexeme_is(lexeme, words[i]))
            return true;
    return false;
}

#define ONE_OF(lexeme, words) one_of(lexeme, words, sizeof(words) / sizeof *(words))

bool narrative_of_meeting(const struct name_context *context, uint32_t first)
{
    for (size_t i = 0; i < sizeof meeting_subjects / sizeof *meeting_subjects; i++)
        if (lexeme_is(&context->lexemes[first], meeting_subjects[i][0]) &&
            (!meeting_subjects[i][1] || word_is(context, first + 1, meeting_subjects[i][1])))
            return true;
    return false;
}

struct narrative narrative_begin(const struct name_context *context, const people_list *people)
{
    return (struct narrative){ .context = context, .people = people, .man = -1, .woman = -1 };
}

static unsigned gender_of(const struct narrative *narrative, int32_t person)
{
    return person < 0 ? 0 : narrative->people->items[person].gender;
}

void narrative_note(struct narrative *narrative, int32_t person)
{
    if (person < 0)
        return;
    unsigned gender = gender_of(narrative, person);
    if (gender != NAME_WORD_FEMALE)
        narrative->man = person;
    if (gender != NAME_WORD_MALE)
        narrative->woman = person;
}

static bool speaks(const struct narrative *narrative, int32_t person)
{
    return person >= 0 && narrative->people->items[person].speaker;
}

int32_t narrative_attributed(const struct narrative *narrative, const struct name_occurrence *name)
{
    return speaks(narrative, name->person) && name->signal.rule && name->signal.weight >= ATTRIBUTING ? name->person
                                                                                                      : -1;
}

/* Is what follows this name, its role and appositions aside, a predicate of which it is the subject? */
static bool followed_by_predicate(const struct name_context *context, const struct name_occurrence *name)
{
    uint32_t starts[PREDICATE_STARTS_MAX];
    size_t count = predicate_starts(context, name, starts);
    bool apposed = word_is(context, name->last + 1, ",");
    if (word_is(context, name->last + 1, "'s"))
        return false;
    for (size_t s = 0; s < count; s++)
        if (predicate_begins(context, starts[s], word_is(context, starts[s] - 1, ",") && !(apposed && s > 1)))
            return true;
    return false;
}

bool narrative_subject(const struct name_context *context, const struct name_occurrence *name)
{
    const struct name_occurrence *names = context->names.items, *end = names + context->names.count;
    for (unsigned joined = 0; joined < JOINED_MAX && name < end; joined++, name++) {
        if (followed_by_predicate(context, name))
            return true;
        /* "X et Y ont comparé" */
        uint32_t next = role_after(context, name).end;
        if (word_is(context, next, ","))
            next++;
        if (word_is(context, next, "et") || word_is(context, next, "and") || word_is(context, next, "puis"))
            next++;
        if (name + 1 >= end || name[1].lead != next || next == name->last + 1)
            return false;
    }
    return false;
}

/* Where a sentence's words begin: after its opening quotes, dashes and brackets. */
static uint32_t opening(const struct name_context *context, uint32_t first, uint32_t end, bool *quote)
{
    uint32_t i = first;
    *quote = false;
    while (i < end && context->lexemes[i].kind == LEXEME_PUNCTUATION) {
        *quote |= word_is(context, i, "«") || word_is(context, i, "“") || word_is(context, i, "\"");
        i++;
    }
    return i;
}

/* May the subject of the sentence stand at lexeme I: at its beginning, after its first word, or after a fronted phrase? */
static bool subject_position(const struct name_context *context, uint32_t first, uint32_t i)
{
    static const char *const prepositions[] = { "de", "a", "selon", "pour", "avec", "par", "chez", "dans", "sur",
                                                "comme", "sans", "d'", "d'apres", "of", "to", "for", "with", "by",
                                                "from", "after", "before", "in", "like", "while", "whereas",
                                                "although", "though", "when", "as", "if", "because", "once", "tandis",
                                                "alors", "si", "quand", "lorsque", "lettre", "merci", "article",
                                                "photo" };
    if (i == first)
        return true;
    if (i - first > FRONTED_MAX)
        return false;
    if (i == first + 1 && context->lexemes[i].before == BEFORE_SPACE)
        return context->lexemes[first].kind == LEXEME_WORD && !ONE_OF(&context->lexemes[first], prepositions);
    return word_is(context, i - 1, ",") || word_is(context, i - 1, "»");
}

/* Where a name begins with what qualifies it: "Le modérateur", "L'adjointe au logement,". */
static uint32_t name_begin(const struct name_context *context, const struct name_occurrence *name, uint32_t first)
{
    uint32_t i = name->lead;
    if (!role_before(context, name).quality)
        return i;
    while (i > first && name->lead - i < 8) {
        if (word_is(context, i, "le") || word_is(context, i, "la") || word_is(context, i, "l'") ||
            word_is(context, i, "the") || word_is(context, i, "leur") || word_is(context, i, "un") ||
            word_is(context, i, "une"))
            return i;
        i--;
    }
    return i == first ? i : name->lead;
}

/* "was asked by Mr Y": the one named first is no speaker here. */
static bool passive_subject(const struct name_context *context, const struct name_occurrence *name)
{
    uint32_t verb;
    return verb_phrase(context, role_after(context, name).end, &verb) &&
           verb_passive(context, role_after(context, name).end, verb);
}

/* The speaker whom the sentence names: its subject, else the first to whom something in it is attributed. */
static int32_t named_speaker(struct narrative *narrative, uint32_t first, uint32_t end, bool *listed)
{
    const struct name_context *context = narrative->context;
    int32_t attributed = -1, subject = -1;
    for (size_t n = name_after(context, first); n < context->names.count; n++) {
        const struct name_occurrence *name = &context->names.items[n];
        if (name->lead >= end)
            break;
        if (name->lead < first || !speaks(narrative, name->person))
            continue;
        bool leads = name->lead == first && name->signal.rule && name->signal.weight >= LEADING;
        if (attributed < 0 && (leads || narrative_attributed(narrative, name) >= 0))
            attributed = name->person;
        if (subject < 0 && name->form != NAME_ROLE &&
            subject_position(context, first, name_begin(context, name, first)) && narrative_subject(context, name) &&
            !passive_subject(context, name))
            subject = name->person;
    }
    *listed = subject < 0 && attributed >= 0;
    return subject >= 0 ? subject : attributed;
}

/* "Il y a", "il faut": nobody. */
static bool impersonal(const struct name_context *context, uint32_t pronoun)
{
    static const char *const words[] = { "y", "faut", "fallait", "faudra", "faudrait", "s'agit", "convient",
                                         "importe", "suffit", "pleut", "reste", "semble", "existe" };
    uint32_t i = pronoun + 1;
    if (word_is(context, i, "n'") || word_is(context, i, "ne") || word_is(context, i, "s'"))
        i++;
    if (i >= context->count)
        return false;
    if (word_is(context, i, "est") && (word_is(context, i + 1, "propose") || word_is(context, i + 1, "decide") ||
                                       word_is(context, i + 1, "demande") || word_is(context, i + 1, "rappele")))
        return true; /* "il est proposé" */
    return ONE_OF(&context->lexemes[i], words) || word_is(context, i, "agit");
}

/* Whoever has the floor, by a word that says no more than that. */
static const char *const floor_holders[] = { "conferencier", "conferenciere", "orateur", "oratrice", "intervenant",
                                             "intervenante", "speaker", "presenter", "invite", "invitee" };

/* The gender of the pronoun that is the sentence's subject; 0 for none. */
static unsigned pronoun_subject(const struct name_context *context, uint32_t first, uint32_t end)
{
    static const char *const men[] = { "il", "he", "celui-ci" };
    static const char *const women[] = { "elle", "she", "celle-ci" };
    for (uint32_t i = first; i < end && i - first <= FRONTED_MAX; i++) {
        if (i > first && (name_at(context, i) || word_is(context, i, ":") || word_is(context, i, "«")))
            return 0;
        if (!subject_position(context, first, i))
            continue;
        bool man = ONE_OF(&context->lexemes[i], men), woman = ONE_OF(&context->lexemes[i], women);
        bool article = word_is(context, i, "le") || word_is(context, i, "la") || word_is(context, i, "l'") ||
                       word_is(context, i, "the");
        if (article && i + 1 < end && ONE_OF(&context->lexemes[i + 1], floor_holders) && !name_at(context, i))
            return word_is(context, i, "le") ? NAME_WORD_MALE : word_is(context, i, "la") ? NAME_WORD_FEMALE : EITHER;
        if (word_is(context, i, "ce") && word_is(context, i + 1, "dernier"))
            man = true;
        if (word_is(context, i, "cette") && word_is(context, i + 1, "derniere"))
            woman = true;
        if ((man || woman) && !(man && impersonal(context, i)))
            return woman ? NAME_WORD_FEMALE : NAME_WORD_MALE;
    }
    return 0;
}

/* Possessives carry on with whom they belong to: "Son exposé", "Her message". */
static unsigned possessive(const struct name_context *context, uint32_t first)
{
    static const char *const either[] = { "son", "sa", "ses" };
    if (word_is(context, first, "her"))
        return NAME_WORD_FEMALE;
    if (word_is(context, first, "his"))
        return NAME_WORD_MALE;
    return ONE_OF(&context->lexemes[first], either) ? NAME_WORD_MALE | NAME_WORD_FEMALE : 0;
}

static int32_t taken_up(const struct narrative *narrative, unsigned pronoun, int32_t current)
{
    unsigned gender = gender_of(narrative, current);
    if (current >= 0 && (!gender || gender & pronoun))
        return current;
    if (pronoun == (NAME_WORD_MALE | NAME_WORD_FEMALE))
        return current;
    int32_t other = pronoun == NAME_WORD_FEMALE ? narrative->woman : narrative->man;
    return other >= 0 ? other : current;
}

/* "La première a lu", "Pour le second,", "The latter": which of those just named together; -1 for none. */
static int32_t ordinal(const struct narrative *narrative, uint32_t first, uint32_t end)
{
    static const struct {
        const char *word;
        int place; /* -1: the last */
    } words[] = { { "premier", 0 }, { "premiere", 0 }, { "second", 1 },  { "seconde", 1 }, { "deuxieme", 1 },
                  { "troisieme", 2 },
                  { "quatrieme", 3 }, { "dernier", -1 }, { "derniere", -1 }, { "first", 0 }, { "former", 0 },
                  { "latter", -1 } };
    const struct name_context *context = narrative->context;
    uint32_t i = first;
    bool fronted = word_is(context, i, "pour") || word_is(context, i, "selon") || word_is(context, i, "for");
    if (fronted)
        i++;
    if (narrative->listed_count < 2 || i + 2 >= end ||
        !(word_is(context, i, "le") || word_is(context, i, "la") || word_is(context, i, "the")))
        return -1;
    unsigned gender = word_is(context, i, "la") ? NAME_WORD_FEMALE : word_is(context, i, "le") ? NAME_WORD_MALE : 0;
    bool alone =
        fronted ? word_is(context, i + 2, ",") : word_is(context, i + 2, ",") || word_speech(context, i + 2) != 0;
    for (size_t w = 0; alone && w < sizeof words / sizeof *words; w++) {
        if (!word_is(context, i + 1, words[w].word))
            continue;
        uint32_t place = words[w].place < 0 ? narrative->listed_count - 1 : (uint32_t)words[w].place;
        if (place >= narrative->listed_count)
            return -1;
        unsigned told = gender_of(narrative, narrative->listed[place]);
        return told && gender && told != gender ? -1 : narrative->listed[place];
    }
    return -1;
}

/* Remembers whom the sentence names, in its order. */
static void remember(struct narrative *narrative, uint32_t first, uint32_t end)
{
    const struct name_context *context = narrative->context;
    int32_t named[LISTED_MAX];
    uint32_t count = 0;
    for (size_t n = name_after(context, first); n < context->names.count && context->names.items[n].lead < end; n++) {
        int32_t person = context->names.items[n].person;
        bool again = !speaks(narrative, person) || context->names.items[n].lead < first;
        for (uint32_t k = 0; k < count && !again; k++)
            again = named[k] == person;
        if (again)
            continue;
        if (count < LISTED_MAX)
            named[count++] = person;
        narrative_note(narrative, person);
    }
    if (count >= 2) {
        memcpy(narrative->listed, named, sizeof named);
        narrative->listed_count = count;
        narrative->listed_age = 0;
    } else if (++narrative->listed_age > LISTED_AGE_MAX) {
        narrative->listed_count = 0;
    }
}

int32_t narrative_speaker(struct narrative *narrative, const struct sentence *sentence, bool *listed)
{
    const struct name_context *context = narrative->context;
    bool quote;
    uint32_t first = opening(context, sentence->first, sentence->end, &quote);
    int32_t speaker = sentence->opens ? sentence->home : sentence->current;
    *listed = false;
    if (first >= sentence->end)
        return quote ? sentence->current : speaker;
    int32_t own = named_speaker(narrative, first, sentence->end, listed),
            counted = own < 0 ? ordinal(narrative, first, sentence->end) : -1;
    unsigned pronoun = pronoun_subject(context, first, sentence->end);
    if (!pronoun)
        pronoun = possessive(context, first);
    if (own >= 0) {
        speaker = own;
    } else if (counted >= 0) {
        speaker = counted;
    } else if (pronoun) {
        speaker = taken_up(narrative, pronoun, sentence->current >= 0 ? sentence->current : speaker);
    } else if (quote) {
        speaker = sentence->current >= 0 ? sentence->current : speaker;
    } else if (narrative_of_meeting(context, first)) {
        speaker = sentence->home;
    }
    remember(narrative, first, sentence->end);
    narrative_note(narrative, speaker);
    return speaker;
}
