#include "anaphora.h"

#include "holders.h"
#include "name_words.h"
#include "roles.h"
#include "speech_words.h"
#include "subject.h"
#include "verb_phrase.h"

enum {
    EITHER = NAME_WORD_MALE | NAME_WORD_FEMALE,
    VERB_BYTES = 32,
    SUBJECT_WORDS_MAX = 6 /* lexemes of "Un bibliothécaire retraité de Lannoy" before and after its noun */
};

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
    return LEXEME_AMONG(&context->lexemes[i], words) || word_is(context, i, "agit");
}

/* Words for whoever has the floor, that say no more of who it is. */
static const char *const floor_holders[] = { "conferencier", "conferenciere", "orateur", "oratrice", "intervenant",
                                             "intervenante", "speaker", "presenter", "presentateur",
                                             "presentatrice", "invite", "invitee", "hote", "elu", "elue", "auteur",
                                             "auteure", "autrice", "author", "chercheur", "chercheuse", "researcher",
                                             "expert", "experte", "panelist", "panellist", "lecturer" };

/* Those of them that nobody calls himself. */
static const char *const guests[] = { "conferencier", "conferenciere", "orateur", "oratrice", "intervenant",
                                      "intervenante", "speaker", "presenter", "invite", "invitee" };

/* Many, or nobody in particular: what they say is nobody's. */
static const char *const many[] = { "salle", "public", "foule", "assistance", "auditoire", "assemblee", "audience",
                                    "crowd", "room", "participants", "voix" };

/* What may stand between an article and such a word. */
static const char *const epithets[] = { "ancien", "ancienne", "jeune", "premier", "premiere", "guest", "keynote",
                                        "first", "second", "main", "former", "young", "distinguished" };

static const char *const men[] = { "il", "he", "celui-ci" };
static const char *const women[] = { "elle", "she", "celle-ci" };

/* The gender that a definite article tells: EITHER where it tells none, 0 where there is none at I. */
static unsigned article_gender(const struct name_context *context, uint32_t i)
{
    static const struct {
        const char *word;
        unsigned gender;
    } articles[] = { { "le", NAME_WORD_MALE }, { "la", NAME_WORD_FEMALE }, { "l'", EITHER }, { "the", EITHER },
                     { "cet", NAME_WORD_MALE }, { "cette", NAME_WORD_FEMALE }, { "this", EITHER },
                     { "our", EITHER }, { "notre", EITHER } };
    for (size_t k = 0; k < sizeof articles / sizeof *articles; k++)
        if (word_is(context, i, articles[k].word) && word_lower(context, i + 1))
            return articles[k].gender;
    return 0;
}

/* The last named of the speakers other than this one whom a word of this gender may mean; none. */
static int32_t last_other(const struct narrative *narrative, int32_t but, unsigned gender)
{
    int32_t last = ANAPHORA_NONE;
    for (size_t i = 0; i < narrative->people->count; i++) {
        unsigned told = narrative->people->items[i].gender;
        if ((int32_t)i != but && narrative->people->items[i].speaker && narrative->noted[i] &&
            (!told || told & gender) && (last < 0 || narrative->noted[i] > narrative->noted[last]))
            last = (int32_t)i;
    }
    return last;
}

/* Whom a pronoun of this gender means: whoever speaks, else the last one whom it fits. */
static int32_t taken_up(const struct narrative *narrative, unsigned pronoun, int32_t current)
{
    unsigned gender = narrative_gender(narrative, current);
    if (current >= 0 && (!gender || gender & pronoun))
        return current;
    if (pronoun == EITHER)
        return current;
    int32_t other = pronoun == NAME_WORD_FEMALE ? narrative->woman : narrative->man;
    return other >= 0 ? other : current;
}

/* Is the noun at I what somebody is by trade, who speaks ("la scientifique a rappelé")? An office is another matter. */
static bool occupation(const struct name_context *context, uint32_t i)
{
    static const char *const words[] = { "scientifique", "universitaire", "enseignant", "enseignante", "philosophe",
                                         "essayiste", "ecrivain", "ecrivaine", "artiste", "militant", "militante",
                                         "avocat", "avocate", "medecin", "juriste", "professor", "scholar",
                                         "academic", "activist", "lawyer", "scientist", "writer", "doctor" };
    static const char *const offices[] = { "directeur", "directrice", "moderateur", "moderatrice", "animateur",
                                           "animatrice", "conseiller", "conseillere", "gardien", "gardienne",
                                           "ordinateur", "secteur", "moteur", "facteur", "valeur", "premier",
                                           "premiere", "dernier", "derniere", "dossier", "quartier", "chantier",
                                           "papier", "courrier", "entretien", "lien", "bien", "terrain" };
    uint32_t verb;
    bool trade = LEXEME_AMONG(&context->lexemes[i], words) ||
                 (role_by_ending(&context->lexemes[i]) && !LEXEME_AMONG(&context->lexemes[i], offices));
    return trade && verb_phrase(context, i + 1, &verb) & SPEECH_SAY;
}

/* The last named of the speakers who are printed with what the noun says ("historienne", "guest speaker"); none. */
static int32_t last_with(const struct narrative *narrative, uint32_t noun)
{
    int32_t last = ANAPHORA_NONE;
    for (size_t i = 0; i < narrative->people->count; i++) {
        const struct draft_person *person = &narrative->people->items[i];
        if (person->speaker && narrative->noted[i] && holder_fits(narrative->context, noun, person) &&
            (last < 0 || narrative->noted[i] > narrative->noted[last]))
            last = (int32_t)i;
    }
    return last;
}

/* Whose trade this is: of whoever is printed with it, else of whoever has the floor. */
static int32_t worker(const struct narrative *narrative, uint32_t noun, unsigned gender, int32_t current)
{
    int32_t printed = last_with(narrative, noun);
    if (printed >= 0)
        return printed;
    int32_t person = taken_up(narrative, gender, current);
    unsigned told = narrative_gender(narrative, person);
    return told && !(told & gender) ? ANAPHORA_NONE : person;
}

/* The same where a host who spoke of the speaker is not meant ("X welcomed our guest." "She began with a map."). */
static int32_t guest_taken_up(const struct narrative *narrative, unsigned gender, int32_t current)
{
    bool other = current < 0 || current == narrative->host;
    int32_t guest = other ? last_other(narrative, current, gender) : ANAPHORA_NONE;
    return guest >= 0 ? guest : taken_up(narrative, gender, current);
}

/* Whom the noun phrase at I means ("le conférencier", "the guest speaker", "l'historienne"). QUOTED: it follows what
 * was said, and so is somebody who said it. */
static int32_t noun_person(const struct narrative *narrative, uint32_t i, int32_t current, bool quoted)
{
    const struct name_context *context = narrative->context;
    unsigned gender = article_gender(context, i);
    uint32_t noun = i + 1;
    if (!gender || name_at(context, i))
        return ANAPHORA_NONE;
    if (noun + 1 < context->count && LEXEME_AMONG(&context->lexemes[noun], epithets) && word_lower(context, noun + 1))
        noun++;
    if (name_at(context, noun) || name_at(context, noun + 1))
        return ANAPHORA_NONE; /* "le modérateur X": a name tells */
    if (LEXEME_AMONG(&context->lexemes[noun], floor_holders)) {
        if (gender == EITHER && context->french) /* l'oratrice, l'élue */
            gender = holder_gender(&context->lexemes[noun]);
        int32_t printed = last_with(narrative, noun);
        return printed >= 0 ? printed : guest_taken_up(narrative, gender, current);
    }
    if (context->bits[noun] & NAME_WORD_ROLE && current >= 0 &&
        holder_fits(context, noun, &narrative->people->items[current]))
        return taken_up(narrative, gender, current);
    if (occupation(context, noun))
        return worker(narrative, noun, gender, current);
    if (!quoted || context->bits[noun] & NAME_WORD_ROLE)
        return ANAPHORA_NONE;
    return LEXEME_AMONG(&context->lexemes[noun], many) ? ANAPHORA_UNNAMED : taken_up(narrative, gender, current);
}

/* Does the sentence open with what its subject does or undergoes, in which others may be named ("Répondant à X, il…",
 * "Asked by X, she…")? */
static bool fronted_clause(const struct name_context *context, uint32_t first)
{
    static const char *const words[] = { "interroge", "interrogee", "invite", "invitee", "sollicite", "sollicitee",
                                         "relance", "relancee", "apres", "suite", "en", "asked", "pressed", "after",
                                         "following", "questioned", "in" };
    const struct lexeme *lexeme = &context->lexemes[first];
    size_t length = strlen(lexeme->folded);
    bool gerund = length > 5 && (strcmp(lexeme->folded + length - 3, "ant") == 0 ||
                                 strcmp(lexeme->folded + length - 3, "ing") == 0);
    return lexeme->kind == LEXEME_WORD && (gerund || LEXEME_AMONG(lexeme, words));
}

/* Whom the subject of the sentence FIRST..END takes up: a pronoun, or a word for whoever has the floor. */
static int32_t subject_person(const struct narrative *narrative, const struct sentence *sentence, uint32_t first,
                              int32_t current)
{
    uint32_t end = sentence->end;
    bool fronted = fronted_clause(narrative->context, first);
    const struct name_context *context = narrative->context;
    for (uint32_t i = first; i < end && i - first <= SUBJECT_FRONTED_MAX; i++) {
        bool named = name_at(context, i) && !fronted;
        if (i > first && (named || word_is(context, i, ":") || word_is(context, i, "«")))
            return ANAPHORA_NONE;
        if (!subject_position(context, first, i))
            continue;
        bool man = LEXEME_AMONG(&context->lexemes[i], men), woman = LEXEME_AMONG(&context->lexemes[i], women);
        int32_t person = noun_person(narrative, i, current, false);
        if (person != ANAPHORA_NONE)
            return person;
        man |= word_is(context, i, "ce") && word_is(context, i + 1, "dernier");
        woman |= word_is(context, i, "cette") && word_is(context, i + 1, "derniere");
        unsigned gender = woman ? NAME_WORD_FEMALE : NAME_WORD_MALE;
        if ((man || woman) && !(man && impersonal(context, i)))
            return sentence->opens ? guest_taken_up(narrative, gender, current)
                                   : taken_up(narrative, gender, current);
    }
    return ANAPHORA_NONE;
}

/* Possessives carry on with whom they belong to: "Son exposé", "Her message". */
static unsigned possessive(const struct name_context *context, uint32_t first)
{
    static const char *const either[] = { "son", "sa", "ses" };
    if (word_is(context, first, "her"))
        return NAME_WORD_FEMALE;
    if (word_is(context, first, "his"))
        return NAME_WORD_MALE;
    return LEXEME_AMONG(&context->lexemes[first], either) ? EITHER : 0;
}

static bool indefinite(const struct name_context *context, uint32_t i)
{
    static const char *const words[] = { "un", "une", "quelqu'un", "another", "someone", "somebody", "one",
                                         "plusieurs", "certains", "several" };
    return i < context->count && LEXEME_AMONG(&context->lexemes[i], words);
}

/* Whom "un point sur lequel la conférencière a insisté" takes up: a word for whoever has the floor, with a verb of
 * saying, wherever the sentence has it. */
static int32_t holder_person(const struct narrative *narrative, uint32_t first, uint32_t end, int32_t current)
{
    const struct name_context *context = narrative->context;
    for (uint32_t i = first + 1; i + 2 < end; i++) {
        uint32_t verb;
        if (article_gender(context, i) && LEXEME_AMONG(&context->lexemes[i + 1], floor_holders) &&
            verb_phrase(context, i + 2, &verb) & (SPEECH_SAY | SPEECH_DO))
            return noun_person(narrative, i, current, false);
    }
    return ANAPHORA_NONE;
}

/* A word for people who have no other in the report, in the plural too. */
static bool human(const struct lexeme *lexeme)
{
    static const char *const humans[] = {
        "participant", "participante", "habitant",    "habitante", "membre",    "personne",  "auditeur",  "auditrice",
        "spectateur",  "spectatrice",  "eleve",       "etudiant",  "etudiante", "riverain",  "riveraine", "parent",
        "mere",        "pere",         "man",         "woman",     "resident",  "member",    "attendee",  "student",
        "mother",      "father",       "parishioner", "voisin",    "voisine",   "neighbour", "neighbor",  "voice",
        "voix",        "gentleman",    "lady",        "citizen"
    };
    size_t length = strlen(lexeme->folded);
    for (size_t i = 0; i < sizeof humans / sizeof *humans; i++) {
        size_t word = strlen(humans[i]);
        bool plural = length == word + 1 && lexeme->folded[word] == 's';
        if ((length == word || plural) && strncmp(lexeme->folded, humans[i], word) == 0)
            return true;
    }
    return false;
}

/* Is the subject somebody without a name who speaks ("Un habitant de Lannoy a raconté", "Another resident asked")? */
static bool unnamed_subject(const struct name_context *context, uint32_t first, uint32_t end)
{
    static const char *const quantities[] = { "a", "an", "deux", "trois", "quelques", "d'autres", "des", "les", "two",
                                              "three", "some", "other", "many", "residents", "members" };
    uint32_t noun = first + 1, verb;
    if (!indefinite(context, first) && !LEXEME_AMONG(&context->lexemes[first], quantities))
        return false;
    if (word_is(context, noun, "autre") || word_is(context, noun, "other") || word_is(context, noun, "of") ||
        word_is(context, noun, "the"))
        noun++;
    for (; noun < end && noun - first < SUBJECT_WORDS_MAX && word_lower(context, noun); noun++) {
        if (!human(&context->lexemes[noun]) && !(context->bits[noun] & NAME_WORD_ROLE))
            continue;
        for (uint32_t i = noun + 1; i < end && i - noun < SUBJECT_WORDS_MAX && !name_at(context, i); i++)
            if (verb_phrase(context, i, &verb) & (SPEECH_SAY | SPEECH_DO))
                return true;
        return false;
    }
    return false;
}

/* Words with which a sentence, or the paragraph that it opens, goes on with whoever spoke. */
static bool continues(const struct name_context *context, uint32_t first)
{
    static const char *const openings[] = { "selon lui", "selon elle", "pour lui ,", "pour elle ,", "d'apres lui",
                                            "d'apres elle", "a ses yeux", "a son avis", "mieux encore",
                                            "according to him", "according to her", "for him ,", "for her ,",
                                            "in his view", "in her view", "in his opinion", "in her opinion" };
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
        if (words_at(context, first, openings[i]))
            return true;
    /* "Et d'enfoncer le clou :" */
    const struct lexeme *verb = &context->lexemes[first + 2 < context->count ? first + 2 : first];
    size_t length = strlen(verb->folded);
    bool of = word_is(context, first + 1, "de") || word_is(context, first + 1, "d'");
    return word_is(context, first, "et") && of && verb->shape & SHAPE_LOWER && length > 3 &&
           strchr("ei", verb->folded[length - 2]) && verb->folded[length - 1] == 'r';
}

/* Has a quotation just closed before lexeme I, its comma aside? */
static bool after_quotation(const struct name_context *context, uint32_t first, uint32_t i)
{
    static const char *const closers[] = { "»", "”", "\"" };
    if (i > first + 1 && word_is(context, i - 1, ","))
        i--;
    return i > first + 1 && LEXEME_AMONG(&context->lexemes[i - 1], closers);
}

/* The gender of the pronoun inverted with its verb in one word ("dit-il", "préconisera-t-elle", "a-t-il" before a
 * participle); 0 for none. QUOTED: any verb will do. */
static unsigned inverted_pronoun(const struct name_context *context, uint32_t i, bool quoted)
{
    static const struct {
        const char *ending;
        unsigned gender;
    } endings[] = { { "-t-il", NAME_WORD_MALE }, { "-t-elle", NAME_WORD_FEMALE }, { "-il", NAME_WORD_MALE },
                    { "-elle", NAME_WORD_FEMALE } };
    const char *folded = context->lexemes[i].folded;
    size_t length = strlen(folded);
    for (size_t k = 0; k < sizeof endings / sizeof *endings; k++) {
        size_t ending = strlen(endings[k].ending);
        char verb[VERB_BYTES];
        if (length <= ending || length - ending >= sizeof verb ||
            strcmp(folded + length - ending, endings[k].ending) != 0)
            continue;
        memcpy(verb, folded, length - ending);
        verb[length - ending] = '\0';
        bool says = (speech_bits(verb) & (SPEECH_SAY | SPEECH_DO | SPEECH_WEAK)) != 0;
        if (speech_bits(verb) & SPEECH_AUXILIARY)
            says = word_speech(context, i + 1) & (SPEECH_SAY | SPEECH_DO | SPEECH_WEAK) ||
                   (i + 1 < context->count && quoted && word_participle(context, i + 1));
        return says || quoted ? endings[k].gender : 0;
    }
    return 0;
}

/* The lexeme after the verb of saying at I, its auxiliary with it ("a déclaré"); I for none. */
static uint32_t after_verb(const struct name_context *context, uint32_t i, bool quoted)
{
    uint32_t verb;
    unsigned bits = verb_phrase(context, i, &verb);
    if (bits && verb - i <= 2)
        return bits & (SPEECH_SAY | SPEECH_DO) || quoted ? verb + 1 : i;
    return quoted && word_lower(context, i) && context->lexemes[i].kind == LEXEME_WORD ? i + 1 : i;
}

/* Whose words the sentence says that it reports, inside it or at its end: "…, a-t-il dit", "…, said the speaker". */
static int32_t tagged_person(const struct narrative *narrative, uint32_t first, uint32_t end, int32_t current)
{
    static const char *const possessives[] = { "son", "sa", "leur", "his", "her", "their" };
    const struct name_context *context = narrative->context;
    for (uint32_t i = first + 1; i < end; i++) {
        bool quoted = after_quotation(context, first, i);
        if (!quoted && !word_is(context, i - 1, ","))
            continue;
        unsigned gender = inverted_pronoun(context, i, quoted);
        bool man = word_is(context, i, "he"), woman = word_is(context, i, "she");
        if ((man || woman) && word_speech(context, i + 1) & SPEECH_SAY)
            gender = woman ? NAME_WORD_FEMALE : NAME_WORD_MALE;
        if (gender)
            return taken_up(narrative, gender, current);
        uint32_t noun = after_verb(context, i, quoted);
        if (noun == i || noun >= end)
            continue;
        bool relative = LEXEME_AMONG(&context->lexemes[noun], possessives) && noun + 1 < end &&
                        human(&context->lexemes[noun + 1]);
        if (quoted && (indefinite(context, noun) || relative))
            return ANAPHORA_UNNAMED; /* "soupire son voisin" */
        int32_t person = noun_person(narrative, noun, current, quoted);
        if (person != ANAPHORA_NONE)
            return person;
    }
    return ANAPHORA_NONE;
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
        unsigned told = narrative_gender(narrative, narrative->listed[place]);
        return told && gender && told != gender ? -1 : narrative->listed[place];
    }
    return -1;
}

bool anaphora_names_another(const struct narrative *narrative, uint32_t first, uint32_t end)
{
    const struct name_context *context = narrative->context;
    for (uint32_t i = first + 1; i + 1 < end; i++) {
        uint32_t noun = i + 1;
        if (!article_gender(context, i) || subject_position(context, first, i))
            continue;
        noun += LEXEME_AMONG(&context->lexemes[noun], epithets);
        if (noun < end && LEXEME_AMONG(&context->lexemes[noun], guests) && !name_at(context, noun + 1))
            return true;
    }
    return false;
}

int32_t anaphora_tag(const struct narrative *narrative, const struct sentence *sentence, uint32_t first)
{
    int32_t current = sentence->current >= 0 ? sentence->current : sentence->home;
    return tagged_person(narrative, first, sentence->end, current);
}

int32_t anaphora_person(const struct narrative *narrative, const struct sentence *sentence, uint32_t first)
{
    const struct name_context *context = narrative->context;
    int32_t current = sentence->current >= 0 ? sentence->current : sentence->home;
    int32_t person = ordinal(narrative, first, sentence->end);
    if (person == ANAPHORA_NONE)
        person = anaphora_tag(narrative, sentence, first);
    if (person == ANAPHORA_NONE)
        person = subject_person(narrative, sentence, first, current);
    if (person == ANAPHORA_NONE)
        person = holder_person(narrative, first, sentence->end, current);
    if (person == ANAPHORA_NONE && unnamed_subject(context, first, sentence->end))
        person = ANAPHORA_UNNAMED;
    if (person == ANAPHORA_NONE && continues(context, first))
        person = current;
    if (person == ANAPHORA_NONE && possessive(context, first))
        person = taken_up(narrative, possessive(context, first), current);
    return person;
}
