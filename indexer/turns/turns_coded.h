/* turns_coded.h - labels that a mark or a time code tells: "<ana> …" and "**dka:** …" in the log of a chat, "Ana  0:12" above
 * what she says, "Q." and "A." in an examination, ">>" in captions. Each is believed where it comes back. */
#ifndef TRIBUNE_TURNS_CODED_H
#define TRIBUNE_TURNS_CODED_H

#include "turns.h"

/* The label of the line that begins with lexeme AT, when it is of these forms: fills *TURN, and returns the key by which
 * to count it, in the arena; NULL for none. */
const char *coded_label(const struct name_context *context, uint32_t at, struct turn *turn);

#endif
