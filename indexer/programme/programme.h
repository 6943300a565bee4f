/* programme.h - the slots of a programme: lines and short lists that begin with an hour, or with a day and a colon. */
#ifndef TRIBUNE_PROGRAMME_H
#define TRIBUNE_PROGRAMME_H

#include "names.h"

enum { PROGRAMME_MIN = 3 }; /* slots that make a report a programme */

typedef VEC(struct span) slot_list;

/* The slots of the report in text order: bytes of each, its hour included. */
void programme_slots(const struct name_context *context, slot_list *slots);

/* Does the line that begins at this lexeme begin with an hour, or with a day, a mark and a name? */
bool programme_line(const struct name_context *context, uint32_t first);

/* Does the name stand where a programme puts its speakers: after punctuation, the hour, a new cell, "par", "et"? AT is the
 * lexeme where its titles begin. */
bool programme_position(const struct name_context *context, const struct name_occurrence *name, uint32_t at);

#endif
