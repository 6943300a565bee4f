/* floor_list.h - sentences of minutes that list who took the floor: "The following spoke: A, on behalf of X, B, who also
 * answered a question by C, and D", "Interviennent A, au nom de X, B et C".
 *
 * Everything that stands there between commas and begins like a name is one, known or not; those whom a clause about a
 * speaker names ("who mentioned a visit by C") are not on the list. */
#ifndef TRIBUNE_FLOOR_LIST_H
#define TRIBUNE_FLOOR_LIST_H

#include "names.h"

/* Finds the lists, adds the names of theirs that were not found, sets .floor of those in them. Before people_find(). */
void floor_lists_find(struct name_context *context);

#endif
