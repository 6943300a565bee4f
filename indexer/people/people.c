#include "people_group.h"

#include <stdlib.h>

#include "authority.h"
#include "map.h"
#include "name_match.h"
#include "name_shape.h"
#include "name_words.h"
#include "token.h"
#include "verb_phrase.h"

enum { KEY_BYTES = 200, SHORT_NAME_MIN = 3, SURNAME_MIN = 2 };

static const double REPEATED_BONUS = 0.08;

const char *people_folded(struct name_context *context, const char *string)
{
    char key[KEY_BYTES];
    size_t length = fold_key(slice_of(string), key, sizeof key);
    return arena_dup(context->arena, key, length);
}

static int accents(const char *string)
{
    int count = 0;
    for (; *string; string++)
        count += (*string & 0x80) != 0;
    return count;
}

const char *people_joined(struct name_context *context, const char *given, const char *surname)
{
    if (!given)
        return surname;
    return arena_printf(context->arena, "%s %s", given, surname);
}

void people_index(struct map *map, const char *word, uint32_t person, bool sure)
{
    bool added;
    if (!word || strlen(word) < SURNAME_MIN) /* Mr Ho, Mme Ly */
        return;
    uint32_t *value = map_put(map, slice_of(word), person, &added);
    if (!added && *value != person && sure)
        *value = AMBIGUOUS;
}

struct draft_person *people_new(struct grouping *grouping, const char *given, const char *surname, const char *key)
{
    uint32_t index = (uint32_t)grouping->people->count;
    struct draft_person *person = vec_push(grouping->context->arena, grouping->people);
    *person = (struct draft_person){
        .given = given, .surname = surname, .key = key, .name = people_joined(grouping->context, given, surname)
    };
    map_put(&grouping->by_key, slice_of(key), index, NULL);
    return person;
}

uint32_t people_of(struct grouping *grouping, const char *given, const char *surname, const char *key)
{
    const struct authority_person *told = authority_person(grouping->context->authority, key);
    uint32_t *known = map_get(&grouping->by_key, slice_of(told ? told->key : key));
    if (known)
        return *known;
    bool named = given || !told; /* as the report names them: its surnames alone are these people's */
    struct draft_person *person =
        people_new(grouping, named ? given : told->given, named ? surname : told->surname,
                            told ? told->key : key);
    if (told) {
        person->told = told;
        person->name = told->name;
    }
    return (uint32_t)grouping->people->count - 1;
}

void people_attach(struct grouping *grouping, uint32_t name_index, uint32_t person_index)
{
    struct name_context *context = grouping->context;
    struct name_occurrence *name = &context->names.items[name_index];
    struct draft_person *person = &grouping->people->items[person_index];
    name->person = (int32_t)person_index;
    *vec_push(context->arena, &person->occurrences) = name_index;
    person->honorific |= name->honorific;
    double bonus = person->occurrences.count > 1 && name->form == NAME_FULL ? REPEATED_BONUS : 0;
    if (name->likelihood > person->likelihood)
        person->likelihood = name->likelihood;
    person->likelihood = person->likelihood + bonus > 1 ? 1 : person->likelihood + bonus;
    /* the spelling with more accents, and in normal case rather than made from capitals, is the better one */
    if (!person->told && name->form == NAME_FULL && !name->upper_surname && name->given &&
        !given_initials(name->given) &&
        strcmp(people_folded(context, people_joined(context, name->given, name->surname)), person->key) == 0 &&
        accents(name->given) + accents(name->surname) >= accents(person->name)) {
        person->given = name->given;
        person->surname = name->surname;
        person->name = people_joined(context, person->given, person->surname);
    }
}

/* A folded name without the initials in its middle. */
static const char *without_initials(struct name_context *context, const char *key)
{
    char *out = arena_dup(context->arena, key, strlen(key)), *to = out;
    for (const char *p = key; *p;) {
        size_t length = strcspn(p, " ");
        bool middle = p > key && p[length];
        if (!(middle && length == 1)) {
            if (to > out)
                *to++ = ' ';
            memmove(to, p, length);
            to += length;
        }
        p += length + (p[length] == ' ');
    }
    *to = '\0';
    return out;
}

/* The person of this full name; "Jane Doe" and "Jane A. Doe" are one, under the fuller name; in a programme under the
 * one that it credits. */
static uint32_t with_initial(struct grouping *grouping, const struct name_occurrence *name, const char *key)
{
    const char *plain = without_initials(grouping->context, key);
    uint32_t *known = map_get(&grouping->by_key, slice_of(plain));
    if (strcmp(plain, key) == 0 || map_get(&grouping->by_key, slice_of(key)) ||
        !known || strcmp(grouping->people->items[*known].key, plain) != 0) {
        uint32_t person = people_of(grouping, name->given, name->surname, key);
        map_put(&grouping->by_key, slice_of(plain), person, NULL);
        return person;
    }
    uint32_t person = *known;
    struct draft_person *draft = &grouping->people->items[person];
    map_put(&grouping->by_key, slice_of(key), person, NULL);
    bool credited = draft->occurrences.count &&
                    grouping->context->names.items[draft->occurrences.items[0]].credit_end && !name->credit_end;
    if (!draft->told && !credited) {
        draft->given = name->given;
        draft->key = key;
        draft->name = people_joined(grouping->context, draft->given, draft->surname);
    }
    return person;
}

static void group_full(struct grouping *grouping)
{
    struct name_context *context = grouping->context;
    for (uint32_t i = 0; i < context->names.count; i++) {
        struct name_occurrence *name = &context->names.items[i];
        bool reversed = context->lexemes[name->first].shape & SHAPE_UPPER &&
                        context->lexemes[name->last].shape & SHAPE_CAPITAL;
        bool given = context->lexemes[name->first].lexicon & LEXICON_GIVEN_COMMON &&
                     !(context->bits[name->first + 1] & NAME_WORD_PARTICLE); /* "Ben Doe" */
        bool particle = context->bits[name->first] & NAME_WORD_PARTICLE && !reversed &&
                        !given; /* "Van den Broeck": perhaps a surname */
        if (name->form != NAME_FULL || given_abbreviated(name->given) || particle)
            continue;
        const char *key = people_folded(context, people_joined(context, name->given, name->surname));
        people_attach(grouping, i, with_initial(grouping, name, key));
    }
}

static const char *last_word(const char *string)
{
    const char *space = strrchr(string, ' ');
    return space ? space + 1 : string;
}

/* "Dr. Jane Doe", "Sœur Marie": the name without its titles. */
static const char *after_title(struct name_context *context, const char *name)
{
    for (size_t length = strcspn(name, " "); name[length]; length = strcspn(name, " ")) {
        size_t word = length && name[length - 1] == '.' ? length - 1 : length;
        unsigned bits = name_word_bits(people_folded(context, arena_dup(context->arena, name, word)));
        if (!(bits & NAME_WORD_HONORIFIC) || word < SURNAME_MIN)
            break;
        name += length + 1;
    }
    return name;
}

/* People that the file's own metadata lists: known before the text is read, perhaps with initials ("Pau Riera (PR)"). */
static void group_metadata(struct grouping *grouping)
{
    struct name_context *context = grouping->context;
    const struct report *report = context->report;
    for (size_t i = 0; i < report->metas.count; i++) {
        const struct meta *meta = &report->metas.items[i];
        if (strcmp(meta->key, "speaker") != 0 && strcmp(meta->key, "participant") != 0)
            continue;
        struct slice value = slice_of(meta->value);
        value.length = strcspn(meta->value, "(,;");
        value = slice_trim(value);
        const char *name = after_title(context, arena_dup_slice(context->arena, value));
        const char *space = strchr(name, ' ');
        const char *key = people_folded(context, name);
        if (!space || map_get(&grouping->by_key, slice_of(key)))
            continue;
        uint32_t person =
            people_of(grouping, arena_dup(context->arena, name, (size_t)(space - name)), space + 1, key);
        grouping->people->items[person].likelihood = 1;
    }
}

static void index_person(struct grouping *grouping, uint32_t i, bool sure)
{
    struct name_context *context = grouping->context;
    const struct draft_person *person = &grouping->people->items[i];
    const char *surname = people_folded(context, person->surname), *given = people_folded(context, person->given);
    people_index(&grouping->by_surname, surname, i, sure);
    if (strcmp(last_word(surname), surname) != 0)
        people_index(&grouping->by_surname, last_word(surname), i, sure);
    size_t first = strcspn(surname, " ");
    const char *head = arena_dup(context->arena, surname, first);
    if (surname[first] && !(name_word_bits(head) & NAME_WORD_PARTICLE)) /* "M. BADARA" for Aliou Badara Cissé */
        people_index(&grouping->by_surname, head, i, sure);
    if (!given_abbreviated(person->given))
        people_index(&grouping->by_given, given, i, sure);
    if (person->told)
        people_index(&grouping->by_surname, people_folded(context, person->told->surname), i, sure);
}

/* What is hardly a name ("Clls Robinson") does not make those of people ambiguous. */
static void index_people(struct grouping *grouping)
{
    for (int sure = 1; sure >= 0; sure--)
        for (uint32_t i = 0; i < grouping->people->count; i++)
            if (grouping->people->items[i].given &&
                (grouping->people->items[i].likelihood > LIKELY_STRANGE) == (sure == 1))
                index_person(grouping, i, sure == 1);
}

/* The gender that only one has of a given name; 0 when unknown. */
static unsigned given_gender(const struct name_context *context, const struct name_occurrence *name)
{
    bool capitals = name->upper_surname && !(context->lexemes[name->last].shape & SHAPE_UPPER); /* FERRI ELIAS Rosa */
    for (uint32_t w = name->first; name->form == NAME_FULL && w <= name->last; w++) {
        if (capitals && context->lexemes[w].shape & SHAPE_UPPER)
            continue;
        bool female = context->lexemes[w].lexicon & LEXICON_GIVEN_FEMALE;
        bool male = context->lexemes[w].lexicon & LEXICON_GIVEN_MALE;
        if (female != male)
            return female ? NAME_WORD_FEMALE : NAME_WORD_MALE;
    }
    return 0;
}

struct name_occurrence people_called(const struct grouping *grouping, uint32_t i, uint32_t person, enum name_form form)
{
    const struct lexeme *lexeme = &grouping->context->lexemes[i];
    const struct draft_person *draft = &grouping->people->items[person];
    return (struct name_occurrence){ .form = form,
                                     .lead = i,
                                     .first = i,
                                     .last = i,
                                     .role_first = i,
                                     .role_last = i,
                                     .at = { lexeme->start, lexeme->end },
                                     .given = form == NAME_SURNAME ? NULL : draft->given,
                                     .surname = form == NAME_SURNAME ? draft->surname : NULL,
                                     .likelihood = draft->likelihood * 0.9,
                                     .person = (int32_t)person };
}

unsigned people_gender(const struct name_context *context, const struct draft_person *person)
{
    unsigned told = person->honorific & (NAME_WORD_MALE | NAME_WORD_FEMALE);
    for (size_t k = 0; k < person->occurrences.count && !told; k++)
        told = given_gender(context, &context->names.items[person->occurrences.items[k]]);
    return told == (NAME_WORD_MALE | NAME_WORD_FEMALE) ? 0 : told;
}

/* The only person whose surname (and initials, and gender by the honorific) fit; AMBIGUOUS for several, -1 for none. */
static int64_t fitting(struct grouping *grouping, const struct name_occurrence *name)
{
    struct name_context *context = grouping->context;
    const char *surname = people_folded(context, name->surname);
    const char *initials = name->given ? people_folded(context, name->given) : NULL;
    uint32_t *unique = map_get(&grouping->by_surname, slice_of(surname));
    if (!unique && !initials) { /* "Sœur Marie-Odile" */
        const uint32_t *given = map_get(&grouping->by_given, slice_of(surname));
        unsigned asked = name->honorific & (NAME_WORD_MALE | NAME_WORD_FEMALE);
        unsigned gender = given && *given != AMBIGUOUS ? people_gender(context, &grouping->people->items[*given]) : 0;
        return given && *given != AMBIGUOUS && !(asked && gender && !(asked & gender)) ? (int64_t)*given : -1;
    }
    if (!unique)
        return -1;
    if (*unique != AMBIGUOUS) {
        const struct draft_person *person = &grouping->people->items[*unique];
        return !initials || given_fits(initials, people_folded(context, person->given)) ? (int64_t)*unique : -1;
    }
    int64_t found = -1;
    for (uint32_t i = 0; i < grouping->people->count; i++) {
        const struct draft_person *person = &grouping->people->items[i];
        if (!person->given || strcmp(people_folded(context, person->surname), surname) != 0)
            continue;
        unsigned asked = name->honorific & (NAME_WORD_MALE | NAME_WORD_FEMALE),
                 gender = people_gender(context, person);
        bool other = asked && gender && !(asked & gender);
        if (other || (initials && !given_fits(initials, people_folded(context, person->given))))
            continue;
        if (found >= 0)
            return (int64_t)AMBIGUOUS;
        found = i;
    }
    return found;
}

/* Initials with a surname, or surnames after honorifics. */
static void group_partial(struct grouping *grouping, bool initials)
{
    struct name_context *context = grouping->context;
    for (uint32_t i = 0; i < context->names.count; i++) {
        struct name_occurrence *name = &context->names.items[i];
        if (name->person >= 0 || (name->given != NULL && given_abbreviated(name->given)) != initials)
            continue;
        if (name->given && !initials) {
            const char *whole = people_joined(context, name->given, name->surname);
            uint32_t *known = map_get(&grouping->by_surname, slice_of(people_folded(context, whole)));
            if (known && *known != AMBIGUOUS) {
                people_attach(grouping, i, *known);
                continue;
            }
        }
        int64_t person = fitting(grouping, name);
        if (person == (int64_t)AMBIGUOUS)
            continue;
        if (person < 0) {
            const char *key = people_folded(context, people_joined(context, name->given, name->surname));
            person = people_of(grouping, name->given, name->surname, key);
        }
        people_attach(grouping, i, (uint32_t)person);
    }
}

/* "Norm Lederman", a word that no table of names knows, where the report has only an N. Lederman. */
static bool completes_initial(struct grouping *grouping, uint32_t i)
{
    const struct name_context *context = grouping->context;
    const uint32_t *person = map_get(&grouping->by_surname, slice_of(context->lexemes[i].folded));
    if (i == 0 || !person || *person == AMBIGUOUS || name_at(context, i - 1))
        return false;
    const struct lexeme *before = &context->lexemes[i - 1];
    const struct draft_person *draft = &grouping->people->items[*person];
    char initial[KEY_BYTES];
    return before->shape & SHAPE_CAPITAL && context->lexemes[i].before == BEFORE_SPACE && draft->given &&
           !draft->told && given_initials(draft->given) &&
           fold_key(slice_of(draft->given), initial, sizeof initial) == 1 && initial[0] == before->folded[0] &&
           !(context->bits[i - 1] & ~(unsigned)NAME_WORD_NOT_NAME);
}

/* Surnames and given names that stand alone, of people whose full name is known. */
static void find_alone(struct grouping *grouping)
{
    struct name_context *context = grouping->context;
    VEC(struct name_occurrence) added = { 0 };
    size_t next = 0;
    for (uint32_t i = 0; i < context->count; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        while (next < context->names.count && context->names.items[next].last < i)
            next++;
        if (next < context->names.count && context->names.items[next].lead <= i)
            continue;
        if (!name_like(lexeme) || lexeme->shape & SHAPE_INITIAL || lexeme->end - lexeme->start < SHORT_NAME_MIN)
            continue;
        if (completes_initial(grouping, i)) {
            struct name_occurrence whole;
            if (name_full(context, i - 1, i, &whole)) {
                whole.person = (int32_t)*map_get(&grouping->by_surname, slice_of(lexeme->folded));
                whole.likelihood = LIKELY_GIVEN;
                struct draft_person *person = &grouping->people->items[whole.person];
                person->given = whole.given;
                person->name = people_joined(context, person->given, person->surname);
                *vec_push(context->arena, &added) = whole;
                continue;
            }
        }
        bool follows_name = i + 1 < context->count && name_like(&context->lexemes[i + 1]) &&
                            context->lexemes[i + 1].before == BEFORE_SPACE;
        bool opener = i > 0 && !context->french && context->lexemes[i - 1].sentence_start &&
                      name_ordinary(&context->lexemes[i - 1]); /* "Then Jane" */
        bool after_capital =
            i > 0 && !opener && name_like(&context->lexemes[i - 1]) && lexeme->before == BEFORE_SPACE;
        if (follows_name || after_capital)
            continue;
        const char *key = people_folded(context, lexeme->folded);
        uint32_t *person = map_get(&grouping->by_surname, slice_of(key));
        enum name_form form = NAME_SURNAME;
        if (!person || *person == AMBIGUOUS) {
            if (person)
                continue;
            person = map_get(&grouping->by_given, slice_of(key));
            form = NAME_GIVEN;
        }
        uint32_t told;
        if (!person && authority_person(context->authority, key)) {
            told = people_of(grouping, NULL, NULL, key);
            person = &told;
            form = NAME_SURNAME;
        }
        if (!person || *person == AMBIGUOUS)
            continue;
        bool word = (lexeme->lexicon & (LEXICON_WORD_FR | LEXICON_WORD_EN)) != 0;
        bool place =
            lexeme->lexicon & LEXICON_PLACE_WHOLE && !(form == NAME_GIVEN && lexeme->lexicon & LEXICON_GIVEN_COMMON);
        uint32_t verb;
        bool speaks = (word || place) && verb_phrase(context, i + 1, &verb); /* "Eve asked" */
        if (((word && lexeme->sentence_start) || place) && !speaks)
            continue;
        *vec_push(context->arena, &added) = people_called(grouping, i, (uint32_t)*person, form);
    }
    names_add(context, added.items, added.count);
}

void people_relist(struct name_context *context, turn_list *turns, people_list *people)
{
    for (size_t i = 0; i < people->count; i++)
        people->items[i].occurrences.count = 0;
    for (uint32_t i = 0; i < context->names.count; i++) {
        int32_t person = context->names.items[i].person;
        if (person >= 0)
            *vec_push(context->arena, &people->items[person].occurrences) = i;
    }
    for (size_t i = 0; i < turns->count; i++) {
        struct turn *turn = &turns->items[i];
        if (turn->name < 0)
            continue;
        size_t at = name_after(context, turn->first);
        while (at < context->names.count && context->names.items[at].at.start < turn->label.start)
            at++;
        while (at < context->names.count && context->names.items[at].person != turn->person &&
               context->names.items[at].at.end <= turn->label.end)
            at++;
        turn->name = at < context->names.count ? (int64_t)at : -1;
    }
}

void people_find(struct name_context *context, turn_list *turns, people_list *people)
{
    struct grouping grouping = { .context = context,
                                 .people = people,
                                 .by_key = MAP_INIT(context->arena),
                                 .by_surname = MAP_INIT(context->arena),
                                 .by_given = MAP_INIT(context->arena) };
    group_full(&grouping);
    group_metadata(&grouping);
    people_merge_tails(&grouping);
    if (!context->french)
        people_merge_short_forms(&grouping);
    index_people(&grouping);
    group_partial(&grouping, true);
    index_people(&grouping);
    group_partial(&grouping, false);
    people_of_labels(&grouping, turns);
    find_alone(&grouping);
    people_find_keys(&grouping);
    people_relist(context, turns, people);
    for (size_t i = 0; i < people->count; i++)
        people->items[i].gender = people_gender(context, &people->items[i]);
}
