/* people_group.h - what is known while people are made of names: shared by people.c and people_labels.c. */
#ifndef TRIBUNE_PEOPLE_GROUP_H
#define TRIBUNE_PEOPLE_GROUP_H

#include "map.h"
#include "people.h"

#define AMBIGUOUS UINT32_MAX /* a word that fits several people */

struct grouping {
    struct name_context *context;
    people_list *people;
    struct map by_key, by_surname, by_given; /* values: person, or AMBIGUOUS */
};

/* The string folded as a key. In the arena. */
const char *people_folded(struct name_context *context, const char *string);

/* Somebody new, under this key. */
struct draft_person *people_new(struct grouping *grouping, const char *given, const char *surname, const char *key);

/* The person of this name: who the authority file says it is, else who was so called before, else somebody new. */
uint32_t people_of(struct grouping *grouping, const char *given, const char *surname, const char *key);

/* Finds whose turns those are whose labels are initials, a surname, a given name, or an office that had a name before. */
void people_of_labels(struct grouping *grouping, turn_list *turns);

#endif
