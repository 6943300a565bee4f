/* subject.h - where the subject of a sentence stands, and whether a name is it. */
#ifndef TRIBUNE_SUBJECT_H
#define TRIBUNE_SUBJECT_H

#include "names.h"

enum { SUBJECT_FRONTED_MAX = 16 }; /* lexemes of "Après avoir remercié la salle," before a subject */

/* May the subject of the sentence that begins at FIRST stand at lexeme I: there, after its first word, or after a
 * fronted phrase? */
bool subject_position(const struct name_context *context, uint32_t first, uint32_t i);

/* Where a name begins with what qualifies it ("Le modérateur X"), no earlier than FIRST. */
uint32_t subject_begin(const struct name_context *context, const struct name_occurrence *name, uint32_t first);

/* Does a predicate follow the name, whatever stands between (its role, brackets, an apposition, names joined to it)? */
bool subject_is(const struct name_context *context, const struct name_occurrence *name);

/* "was asked by Mr Y", "est désignée secrétaire": what is done to whoever is named, no act of theirs. */
bool subject_passive(const struct name_context *context, const struct name_occurrence *name);

#endif
