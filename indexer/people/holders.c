#include "holders.h"

#include "map.h"
#include "name_words.h"
#include "roles.h"
#include "speech_words.h"
#include "token.h"
#include "verb_phrase.h"

enum {
    STEM_BYTES = 40,
    ROLE_BYTES = 200,
    NEAR_SUFFIX_MAX =
        12, /* "maire" is held by the "maire de Lyon", rather than by somebody with a long list of charges */
    COMPLEMENT_MAX = 8, /* of "du club de la ville" */
    OPENING_MAX = 4,    /* lexemes of "M. le" before a role */
    ROLES = 2           /* of one person that are known */
};

static const double HELD_MIN = 0.4; /* likelihood from which somebody is a person who may hold an office */

/* How the endings of one office differ: directeur, directrice. Longest first. */
static const char *const endings[] = { "ienne", "trice", "teuse", "eresse", "teur", "esse", "euse", "eure",
                                       "iere",  "ere",   "eur",   "ien",    "ier",  "er",   "es",   "e", "s" };
/* What of them belongs to the stem that all the forms share. */
static const char *const kept[] = { "i", "t", "t", "", "t", "", "", "", "i", "", "", "i", "i", "", "", "", "" };

/* What may follow a stem in another form of the same office. */
static const char *const suffixes[] = { "", "e", "s", "es", "ne", "enne", "en", "nne", "eur", "eure", "euse", "rice",
                                        "er", "ere", "eresse", "esse", "ers", "eurs", "rices", "euses", "man",
                                        "woman", "person" };

/* Other words for an office. */
static const char *const synonyms[][2] = { { "edile", "maire" }, { "magistrat", "maire" } };

/* The letters of an office that both genders share ("president" of présidente, "direct" of directrice). Empty when too long. */
static void stem_of(const char *folded, char *out)
{
    for (size_t i = 0; i < sizeof synonyms / sizeof *synonyms; i++)
        if (strcmp(folded, synonyms[i][0]) == 0)
            folded = synonyms[i][1];
    size_t length = strlen(folded);
    out[0] = '\0';
    if (length >= STEM_BYTES)
        return;
    if (strncmp(folded, "chair", 5) == 0)
        folded = "chair", length = 5;
    memcpy(out, folded, length + 1);
    for (char *p = out; *p; p++)
        if (*p == '-')
            *p = ' ';
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t ending = strlen(endings[i]);
        if (length < ending + 4 - strlen(kept[i]) || strcmp(out + length - ending, endings[i]) != 0)
            continue;
        strcpy(out + length - ending, kept[i]);
        return;
    }
}

/* Does the role, folded, begin with this office? *REST: what follows its first word. */
static bool role_is(const char *role, const char *stem, const char **rest)
{
    size_t length = strlen(stem);
    if (strncmp(role, stem, length) != 0)
        return false;
    size_t word = strcspn(role + length, " ");
    *rest = role + length + word;
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (strlen(suffixes[i]) == word && strncmp(role + length, suffixes[i], word) == 0)
            return true;
    return false;
}

/* Somebody's deputy or predecessor does not hold the office. */
static bool deputy(const char *rest)
{
    static const char *const words[] = { "adjoint", "adjointe", "suppleant", "suppleante", "honoraire", "delegue",
                                         "deleguee", "emeritus" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(rest, words[i]))
            return true;
    return false;
}

/* Does what stands before a word of a role make it another's ("vice président", "adjoint au maire")? */
static bool qualified(const char *role, const char *word)
{
    static const char *const before[] = { "vice", "sous", "ex", "ancien", "ancienne", "former", "deputy", "assistant",
                                          "adjoint", "adjointe", "de", "du", "au", "of", "to", "a", "la", "l" };
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        size_t length = strlen(before[i]);
        const char *at = word - 1 - length;
        if (at >= role && strncmp(at, before[i], length) == 0 && (at == role || at[-1] == ' '))
            return true;
    }
    return false;
}

enum closeness { EXACTLY, NEARLY, ANYHOW, CLOSENESS_COUNT };

/* The people's roles, folded once, and the offices asked for so far: stem and gender → who holds it. */
struct offices {
    struct name_context *context;
    const people_list *people;
    const char *(*roles)[ROLES]; /* NULL for those who hold none */
    struct map known;   /* values: person + 1 */
    const bool *except; /* by person, when not NULL */
};

static struct offices offices_of(struct name_context *context, const people_list *people)
{
    struct offices offices = { context, people,
                               arena_zero(context->arena, (people->count + 1) * sizeof *offices.roles),
                               MAP_INIT(context->arena), NULL };
    for (size_t i = 0; i < people->count; i++) {
        const struct draft_person *person = &people->items[i];
        const char *printed[ROLES] = { person->role, person->other_role };
        for (size_t k = 0; k < ROLES && person->likelihood >= HELD_MIN; k++) {
            char role[ROLE_BYTES];
            if (printed[k])
                offices.roles[i][k] =
                    arena_dup(context->arena, role, fold_key(slice_of(printed[k]), role, sizeof role));
        }
    }
    return offices;
}

/* Is this office the role that is printed with a person, no more of a role when EXACTLY? ORGANISATION: has it one? */
static bool holds(const char *role, const char *stem, enum closeness close, bool organisation)
{
    const char *rest;
    return role && role_is(role, stem, &rest) && !deputy(rest) &&
           !(close == NEARLY && strlen(rest) > NEAR_SUFFIX_MAX) && !(close == EXACTLY && (*rest || organisation));
}

/* The only person who is printed with this office, nothing more of a role when EXACTLY, of this gender when it is known;
 * -1 for none or several. */
static int32_t holder(const struct offices *offices, const char *stem, unsigned gender,
                      enum closeness close)
{
    int32_t found = -1;
    for (size_t i = 0; i < offices->people->count; i++) {
        const struct draft_person *person = &offices->people->items[i];
        const char *const *roles = offices->roles[i];
        if ((offices->except && offices->except[i]) || (gender && person->gender && gender != person->gender))
            continue;
        if (!holds(roles[0], stem, close, person->organisation != NULL) && !holds(roles[1], stem, close, false))
            continue;
        if (found >= 0)
            return -1;
        found = (int32_t)i;
    }
    return found;
}

static int32_t holder_of(struct offices *offices, const char *stem, unsigned gender)
{
    bool added;
    uint32_t *known =
        map_put(&offices->known, slice_of(arena_printf(offices->context->arena, "%s %u", stem, gender)), 0, &added);
    int32_t found = (int32_t)*known - 1;
    for (enum closeness close = EXACTLY; added && close < CLOSENESS_COUNT && found < 0 && *stem; close++)
        found = holder(offices, stem, gender, close);
    *known = (uint32_t)(found + 1);
    return found;
}

/* Words after a name by which somebody takes the chair, and the office as it is called then. */
static const struct {
    const char *words, *role;
} chairings[] = {
    { "in the chair", "Chair" }, { "took the chair", "Chair" }, { "takes the chair", "Chair" },
    { "assumed the chair", "Chair" },
    { "be elected chair", "Chair" }, { "be elected chairman", "Chairman" }, { "be elected president", "President" },
    { "was elected chair", "Chair" }, { "was elected chairman", "Chairman" }, { "soit elu president", "président" },
    { "soit elue presidente", "présidente" }, { "soit nomme president", "président" },
    { "soit nommee presidente", "présidente" },
    { "est elu president", "président" }, { "est elue presidente", "présidente" }, { "au fauteuil", "président" },
    { "occupe le fauteuil", "président" }, { "assume la presidence", "président" },
    { "assure la presidence", "président" },
    { "prend la presidence", "président" }, { "prend le fauteuil", "président" },
};

const char *holder_chairing(const struct name_context *context, const struct name_occurrence *name)
{
    bool woman = name->honorific & NAME_WORD_FEMALE;
    uint32_t next = name->last + 1, lead = name->lead;
    if (lead >= 2 && word_is(context, lead - 2, "presidence") &&
        (word_is(context, lead - 1, "de") || word_is(context, lead - 1, ":")))
        return woman ? "présidente" : "président";
    if (word_is(context, next, "(") && word_is(context, next + 2, ")"))
        next += 3; /* "X (président) occupe le fauteuil" */
    if (word_is(context, next, ",") || word_is(context, next, ")"))
        next++; /* "[The Speaker (X) in the Chair]" */
    bool titled = lead >= 2 && word_is(context, lead - 1, "(") && context->bits[lead - 2] & NAME_WORD_ROLE;
    for (size_t i = 0; i < sizeof chairings / sizeof *chairings; i++)
        if (words_at(context, next, chairings[i].words))
            return titled ? name_show(context, lead - 2, lead - 2) : chairings[i].role;
    return NULL;
}

/* The first role word in FIRST to before END; END for none. */
static uint32_t role_word(const struct name_context *context, uint32_t first, uint32_t end)
{
    uint32_t i = first;
    while (i < end && !(context->bits[i] & NAME_WORD_ROLE))
        i++;
    return i;
}

/* Offices of whoever presides, by their stems. */
static bool presides(const char *stem)
{
    static const char *const stems[] = { "president", "chair", "cathaoirleach", "ceann", "conven", "speak",
                                         "llywydd" };
    for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
        if (strncmp(stem, stems[i], strlen(stems[i])) == 0)
            return true;
    return false;
}

/* The only one who is introduced with this office before the first turn: "interview du président Jean Doe"; -1 for none. */
static int32_t introduced(const struct name_context *context, const turn_list *turns, const char *stem)
{
    int32_t found = -1;
    for (size_t n = 0; n < context->names.count && turns->count; n++) {
        const struct name_occurrence *name = &context->names.items[n];
        if (name->at.start >= turns->items[0].start)
            break;
        char own[STEM_BYTES] = "";
        if (name->first > 0 && context->bits[name->first - 1] & NAME_WORD_ROLE)
            stem_of(context->lexemes[name->first - 1].folded, own);
        if (name->person < 0 || name->person == found || !*own || strcmp(own, stem) != 0)
            continue;
        if (found >= 0)
            return -1;
        found = name->person;
    }
    return found;
}

void holders_of_labels(struct name_context *context, turn_list *turns, const people_list *people)
{
    struct offices offices = offices_of(context, people), unnamed = offices_of(context, people);
    bool *named = arena_zero(context->arena, (people->count + 1) * sizeof *named);
    for (size_t t = 0; t < turns->count; t++)
        if (turns->items[t].person >= 0)
            named[turns->items[t].person] = true;
    unnamed.except = named;
    int32_t presiding = -1; /* after "Présidence de X", until another takes the chair */
    size_t name = 0;
    for (size_t t = 0; t < turns->count; t++) {
        struct turn *turn = &turns->items[t];
        char stem[STEM_BYTES];
        for (; name < context->names.count && context->names.items[name].at.start < turn->start; name++)
            if (holder_chairing(context, &context->names.items[name]))
                presiding = context->names.items[name].person;
        if (turn->person >= 0 || turn->quiet || strcmp(turn->rule, "label-role") != 0)
            continue;
        uint32_t end = (uint32_t)lexeme_at(context->report, turn->label.end);
        uint32_t role = role_word(context, (uint32_t)lexeme_at(context->report, turn->label.start), end);
        if (role == end)
            continue;
        stem_of(context->lexemes[role].folded, stem);
        if (presides(stem))
            turn->person = presiding;
        if (turn->person < 0)
            turn->person = introduced(context, turns, stem);
        if (turn->person < 0)
            turn->person = holder_of(&offices, stem, 0);
        if (turn->person < 0) /* of two chairs, the one whose own turns are not printed with a name */
            turn->person = holder_of(&unnamed, stem, 0);
    }
}

bool holder_fits(const struct name_context *context, uint32_t office, const struct draft_person *person)
{
    char stem[STEM_BYTES], role[ROLE_BYTES];
    if (!person->role)
        return false;
    stem_of(context->lexemes[office].folded, stem);
    fold_key(slice_of(person->role), role, sizeof role);
    const char *rest, *word = role;
    while (word && *stem) {
        if (role_is(word, stem, &rest) && !deputy(rest) && !(word > role && qualified(role, word)))
            return true;
        word = strchr(word, ' ');
        word = word ? word + 1 : NULL;
    }
    return false;
}

unsigned holder_gender(const struct lexeme *office)
{
    static const char *const female[] = { "e", "trice", "euse" };
    size_t length = strlen(office->folded);
    for (size_t i = 0; i < sizeof female / sizeof *female; i++) {
        size_t ending = strlen(female[i]);
        if (length > ending + 1 && strcmp(office->folded + length - ending, female[i]) == 0)
            return NAME_WORD_FEMALE;
    }
    return NAME_WORD_MALE | NAME_WORD_FEMALE;
}

/* Where may the subject "le maire", "The Chair" begin: at a sentence's beginning, or after what is fronted. */
static bool may_begin(const struct name_context *context, uint32_t i)
{
    return context->lexemes[i].sentence_start || word_is(context, i - 1, ",") || word_is(context, i - 1, "»") ||
           word_is(context, i - 1, "”");
}

/* "le maire de Lyon", where the only mayor known here is that of Paris: the complement must be in the person's role. */
static bool complement_fits(const struct name_context *context, uint32_t role, const struct draft_person *person)
{
    char known[ROLE_BYTES], word[STEM_BYTES * 2];
    uint32_t i = role + 1;
    if (!(word_is(context, i, "de") || word_is(context, i, "du") || word_is(context, i, "d'") ||
          word_is(context, i, "of")))
        return true;
    while (i + 1 < context->count && (context->lexemes[i].shape & (SHAPE_LOWER | SHAPE_ELIDED)) &&
           context->lexemes[i].end - context->lexemes[i].start <= 3)
        i++;
    const char *printed =
        arena_printf(context->arena, "%s %s %s", person->role, person->other_role ? person->other_role : "",
                     person->organisation ? person->organisation : "");
    fold_key(slice_of(printed), known, sizeof known);
    fold_key(slice_of(context->lexemes[i].folded), word, sizeof word);
    bool elsewhere = name_like(&context->lexemes[i]); /* "le maire de Thézan": not this one, as far as is known */
    return strstr(known, word) || (!elsewhere && !person->organisation);
}

/* The lexeme of the role in an office that begins at FIRST ("M. le maire", "l'historienne", "Chairman"); 0 for none. */
static uint32_t office(const struct name_context *context, uint32_t first, unsigned *gender)
{
    static const struct {
        const char *word;
        unsigned gender;
    } openers[] = { { "le", NAME_WORD_MALE }, { "la", NAME_WORD_FEMALE }, { "l'", 0 }, { "the", 0 },
                    { "m", NAME_WORD_MALE },
                    { "mme", NAME_WORD_FEMALE }, { "monsieur", NAME_WORD_MALE }, { "madame", NAME_WORD_FEMALE } };
    bool opens = false;
    if ((word_is(context, first, "her") || word_is(context, first, "his")) && first + 2 < context->count)
        first += 2; /* "Her Worship the Mayor" */
    for (size_t k = 0; k < sizeof openers / sizeof *openers && !opens; k++) {
        opens = word_is(context, first, openers[k].word);
        *gender = opens ? openers[k].gender : 0;
    }
    if (!opens) { /* "Chairman said", "In reply, Director of Housing advised" */
        uint32_t verb, after = first + 1;
        if (word_is(context, after, "of"))
            after += 2;
        bool capital = context->bits[first] & NAME_WORD_ROLE && context->lexemes[first].shape & SHAPE_CAPITAL &&
                       !(context->lexemes[first].shape & SHAPE_HYPHEN);
        return capital && verb_phrase(context, after, &verb) ? first : 0;
    }
    uint32_t role = first + 1;
    while (role < context->count && role - first < OPENING_MAX && !(context->bits[role] & NAME_WORD_ROLE) &&
           (word_is(context, role, ".") || word_is(context, role, "le") || word_is(context, role, "la") ||
            word_is(context, role, "l'")))
        role++;
    if (role >= context->count || context->lexemes[role].before > BEFORE_LINE)
        return 0;
    bool known = context->bits[role] & NAME_WORD_ROLE || role_occupation(context, role) ||
                 (context->lexemes[role].shape & SHAPE_LOWER && word_speech(context, role + 1) != 0);
    return known ? role : 0;
}

/* The last lexeme of "le président du club" before its verb; ROLE when nothing stands between. */
static uint32_t complement_end(const struct name_context *context, uint32_t role)
{
    uint32_t i = role + 1;
    if (!(word_is(context, i, "de") || word_is(context, i, "du") || word_is(context, i, "d'") ||
          word_is(context, i, "of")))
        return role;
    for (i++; i + 1 < context->count && i - role < COMPLEMENT_MAX && context->lexemes[i].kind == LEXEME_WORD; i++) {
        uint32_t verb;
        if (name_at(context, i))
            return role;
        if (word_lower(context, i + 1) && !(speech_bits(context->lexemes[i].folded) & SPEECH_SKIPPED) &&
            verb_phrase(context, i + 1, &verb))
            return i;
    }
    return role;
}

void holders_as_subjects(struct name_context *context, turn_list *turns, people_list *people)
{
    VEC(struct name_occurrence) added = { 0 };
    struct offices offices = offices_of(context, people);
    for (uint32_t i = 0; i + 1 < context->count; i++) {
        unsigned gender;
        char stem[STEM_BYTES];
        if (context->lexemes[i].kind != LEXEME_WORD || i == 0 || !may_begin(context, i))
            continue;
        uint32_t role = office(context, i, &gender);
        if (!role || name_at(context, role) || name_at(context, role + 1))
            continue;
        stem_of(context->lexemes[role].folded, stem);
        int32_t person = holder_of(&offices, stem, gender);
        if (person < 0 || !complement_fits(context, role, &people->items[person]))
            continue;
        *vec_push(context->arena, &added) =
            (struct name_occurrence){ .form = NAME_ROLE,
                                      .lead = i,
                                      .first = i,
                                      .last = complement_end(context, role),
                                      .role_first = i,
                                      .role_last = i,
                                      .person = person,
                                      .likelihood = 0.5,
                                      .at = { context->lexemes[i].start, context->lexemes[role].end } };
    }
    names_add(context, added.items, added.count);
    if (added.count)
        people_relist(context, turns, people);
}
