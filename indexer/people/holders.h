/* holders.h - who holds an office in this report: "Le Président :", "The Chair thanked", "l'historienne a rappelé" name the
 * only person who is printed with that role. */
#ifndef TRIBUNE_HOLDERS_H
#define TRIBUNE_HOLDERS_H

#include "people.h"

/* Gives labels without a name ("Mme la présidente", "Chair") to whoever holds the office, or presides at that point. */
void holders_of_labels(struct name_context *context, turn_list *turns, const people_list *people);

/* Adds occurrences (NAME_ROLE) where an office is the subject of a sentence. */
void holders_as_subjects(struct name_context *context, turn_list *turns, people_list *people);

/* "Présidence de Mme X", "Ms X in the Chair": the role that this says; NULL for none. */
const char *holder_chairing(const struct name_context *context, const struct name_occurrence *name);

/* Is the office at this lexeme ("historienne", "maire") one that the person is printed with? */
bool holder_fits(const struct name_context *context, uint32_t office, const struct draft_person *person);

/* NAME_WORD_FEMALE for a word whose ending is a woman's (oratrice, élue), both genders for any other. */
unsigned holder_gender(const struct lexeme *office);

#endif
