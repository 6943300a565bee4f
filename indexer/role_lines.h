/* role_lines.h - roles printed apart from the name: on the line or in the cell after it, or in a sentence that says what
 * somebody is. */
#ifndef TRIBUNE_ROLE_LINES_H
#define TRIBUNE_ROLE_LINES_H

#include "roles.h"

/* The role on the line, in the cell or in the block after a name that has its own to itself. Quality 0: none. */
struct role role_below(const struct name_context *context, const struct name_occurrence *name);

/* The role that "X is a professor at Y", "X est directrice de Y" tells. Quality 0: none. */
struct role role_told(const struct name_context *context, const struct name_occurrence *name);

#endif
