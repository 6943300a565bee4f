/* people_group.h - what is known while people are made of names: shared by people.c, people_merge.c and people_labels.c. */
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

/* Given name and surname as one; the surname when there is no other. In the arena. */
const char *people_joined(struct name_context *context, const char *given, const char *surname);

/* Notes in a map from a word to the one person it fits. SURE: that is a person, who makes the word of another ambiguous. */
void people_index(struct map *map, const char *word, uint32_t person, bool sure);

/* Somebody new, under this key. */
struct draft_person *people_new(struct grouping *grouping, const char *given, const char *surname, const char *key);

/* The person of this name: who the authority file says it is, else who was so called before, else somebody new. */
uint32_t people_of(struct grouping *grouping, const char *given, const char *surname, const char *key);

/* The name is this person's. */
void people_attach(struct grouping *grouping, uint32_t name_index, uint32_t person_index);

/* An occurrence of the one word at I that the person is called by: a surname, or a given name, initials, a key. */
struct name_occurrence people_called(const struct grouping *grouping, uint32_t i, uint32_t person, enum name_form form);

/* NAME_WORD_MALE or _FEMALE by honorifics, else by the given name; 0 when they do not tell. */
unsigned people_gender(const struct name_context *context, const struct draft_person *person);

/* "M. Badara Cissé" is the only Aliou Badara Cissé: a titled name that is the end of one longer name. */
void people_merge_tails(struct grouping *grouping);

/* "Phil Howse" is Philip C. Howse: people of one surname whose given names are forms of one are one, under the longer name. */
void people_merge_short_forms(struct grouping *grouping);

/* "JD" for the only Jane Doe; -1 for nobody or several. LETTERS folded. */
int64_t people_by_initials(struct grouping *grouping, const char *letters);

/* "Yulia Startsev (YSV)", in a list or in the cell beside the name: how the labels and the text below will call each. */
void people_index_keys(struct grouping *grouping, struct map *keys);

/* Finds where the text calls people by keys or initials: "PA reported that". */
void people_find_keys(struct grouping *grouping);

/* Finds whose turns those are whose labels are initials, a surname, a given name, or an office that had a name before. */
void people_of_labels(struct grouping *grouping, turn_list *turns);

#endif
