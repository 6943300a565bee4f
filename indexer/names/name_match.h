/* name_match.h - may two ways of writing a given name be the same person's: initials, initials and a name, short forms? All
 * of it about folded strings (fold_key: lower case, no accents, a space between words), but for the first two. */
#ifndef TRIBUNE_NAME_MATCH_H
#define TRIBUNE_NAME_MATCH_H

#include <stdbool.h>

/* Nothing but initials: "J.", "J.-L.", "J. L." As printed. */
bool given_initials(const char *given);

/* Begins with an initial: "J.", "A. Mohamed". As printed. */
bool given_abbreviated(const char *given);

/* Does "j l" fit "jean louis", "a mohamed" fit "ali mohamed"? Each word must be that of the given name or its first letter,
 * as far as they go. */
bool given_fits(const char *abbreviated, const char *given);

/* Is one the short form of the other: "phil" of "philip c", "bob" of "robert"? English usage. */
bool given_short_form(const char *a, const char *b);

#endif
