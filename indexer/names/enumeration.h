/* enumeration.h - "X, mayor of Halton, Y and the poet Z": names that commas and conjunctions join. */
#ifndef TRIBUNE_ENUMERATION_H
#define TRIBUNE_ENUMERATION_H

#include "names.h"

/* Do only roles, commas and conjunctions stand between the name A and the next, B? */
bool enumeration_joins(const struct name_context *context, const struct name_occurrence *a,
                       const struct name_occurrence *b);

/* Is the last thing between two names, lexemes FIRST to LAST, "et", "and", or "et" and an office ("et le maire X")? */
bool enumeration_and(const struct name_context *context, uint32_t first, uint32_t last);

#endif
