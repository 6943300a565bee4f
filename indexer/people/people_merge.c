/* People who turn out to be one: longer and shorter forms of a full name. */
#include "name_match.h"
#include "name_words.h"
#include "people_group.h"

void people_merge_tails(struct grouping *grouping)
{
    struct name_context *context = grouping->context;
    struct map tails = MAP_INIT(context->arena);
    for (uint32_t i = 0; i < grouping->people->count; i++) {
        const char *key = grouping->people->items[i].key,
                   *space = grouping->people->items[i].given ? strchr(key, ' ') : NULL;
        for (; space && strchr(space + 1, ' '); space = strchr(space + 1, ' '))
            people_index(&tails, space + 1, i, true);
    }
    for (uint32_t i = 0; i < context->names.count; i++) {
        struct name_occurrence *name = &context->names.items[i];
        if (name->form != NAME_FULL || name->person < 0 || !(name->honorific || name->upper_surname))
            continue;
        struct draft_person *own = &grouping->people->items[name->person];
        const uint32_t *longer = map_get(&tails, slice_of(own->key));
        if (!longer || *longer == AMBIGUOUS || own->told)
            continue;
        unsigned gender = people_gender(context, &grouping->people->items[*longer]),
                 asked = name->honorific & (NAME_WORD_MALE | NAME_WORD_FEMALE);
        if (asked && gender && !(asked & gender))
            continue;
        own->likelihood = 0; /* nobody */
        own->given = NULL;
        people_attach(grouping, i, *longer);
    }
}

void people_merge_short_forms(struct grouping *grouping)
{
    struct name_context *context = grouping->context;
    people_list *people = grouping->people;
    struct map by_surname = MAP_INIT(context->arena); /* to the last person so called; older ones are chained */
    uint32_t *older = arena_alloc(context->arena, (people->count + 1) * sizeof *older);
    uint32_t *other = arena_alloc(context->arena, (people->count + 1) * sizeof *other);
    bool any = false;
    for (uint32_t i = 0; i < people->count; i++) {
        const struct draft_person *person = &people->items[i];
        bool added = true;
        other[i] = i;
        if (!person->given || person->told)
            continue;
        uint32_t *last = map_put(&by_surname, slice_of(people_folded(context, person->surname)), i, &added);
        older[i] = added ? AMBIGUOUS : *last;
        *last = i;
        const char *given = people_folded(context, person->given);
        for (uint32_t k = older[i]; k != AMBIGUOUS; k = older[k]) {
            const struct draft_person *known = &people->items[k];
            unsigned genders = people_gender(context, person) | people_gender(context, known);
            if (other[k] != k || genders == (NAME_WORD_MALE | NAME_WORD_FEMALE) ||
                !given_short_form(given, people_folded(context, known->given)))
                continue;
            bool longer = strlen(person->name) > strlen(known->name);
            other[longer ? k : i] = longer ? i : k;
            any = true;
            break;
        }
    }
    for (uint32_t i = 0; i < context->names.count && any; i++) {
        struct name_occurrence *name = &context->names.items[i];
        if (name->person < 0 || other[name->person] == (uint32_t)name->person)
            continue;
        struct draft_person *own = &people->items[name->person];
        uint32_t into = other[name->person];
        *map_put(&grouping->by_key, slice_of(own->key), into, NULL) = into;
        own->likelihood = 0; /* nobody */
        own->given = NULL;
        people_attach(grouping, i, into);
    }
}
