/* turns_known.h - what the people that a report names in full may be called in its labels. */
#ifndef TRIBUNE_TURNS_KNOWN_H
#define TRIBUNE_TURNS_KNOWN_H

#include "map.h"
#include "names.h"

/* Adds to KNOWN the folded full names, initials, given names, surnames and keys in brackets ("Jane Doe (JDE)"). */
void known_names(const struct name_context *context, struct map *known);

#endif
