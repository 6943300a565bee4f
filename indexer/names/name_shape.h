/* name_shape.h - how a name is written: which words can be part of one, how likely a run of them is a person's, where the
 * surname begins, how it is shown. */
#ifndef TRIBUNE_NAME_SHAPE_H
#define TRIBUNE_NAME_SHAPE_H

#include "names.h"

/* How likely a capitalised sequence is a person's name, from the words alone. */
static const double LIKELY_HONORIFIC_FULL = 0.97, LIKELY_HONORIFIC = 0.9, LIKELY_COMMON_GIVEN = 0.85,
                    LIKELY_GIVEN = 0.7, LIKELY_INITIAL = 0.6, LIKELY_ROLE = 0.55, LIKELY_STRANGE = 0.4,
                    LIKELY_UNKNOWN = 0.3, LIKELY_IN_APPOSITION = 0.3;

bool name_given(const struct lexeme *lexeme);    /* a given name, not an initial */
bool name_ordinary(const struct lexeme *lexeme); /* a word that is written in lower case elsewhere */

/* The number of a pope, a king, a university: "Jean XXIII", "Paris VIII". */
bool name_regnal(const struct lexeme *lexeme);

/* Fills an occurrence for a full name of lexemes FIRST to LAST; false when it is none. */
bool name_full(const struct name_context *context, uint32_t first, uint32_t last, struct name_occurrence *name);

#endif
