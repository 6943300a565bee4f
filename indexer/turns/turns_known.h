/* turns_known.h - what the people that a report names in full may be called in its labels. */
#ifndef TRIBUNE_TURNS_KNOWN_H
#define TRIBUNE_TURNS_KNOWN_H

#include "map.h"
#include "names.h"

/* Adds to KNOWN the folded full names, initials, given names, surnames and keys in brackets ("Jane Doe (JDE)"). */
void known_names(const struct name_context *context, struct map *known);

/* Does nothing but a likely full name stand from FIRST to before END ("J. Doe")? */
bool label_full_name(const struct name_context *context, uint32_t first, uint32_t end);

/* Is it one word that is written like a name and that no table knows: where others are labelled by their names, a surname? */
bool label_surname(const struct name_context *context, uint32_t first, uint32_t end);

#endif
