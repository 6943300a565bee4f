/* roles_below.h - the role and organisation printed in the line or the cell below a name that has its own to itself. */
#ifndef TRIBUNE_ROLES_BELOW_H
#define TRIBUNE_ROLES_BELOW_H

#include "roles.h"

/* Do most programmed names that stand alone in a line have a role or an organisation in the next one? */
bool roles_stand_below(const struct name_context *context);

/* What the line below this name says he or she is; of quality 0 when it says nothing of the kind. HABIT: the page prints
 * roles there, and so the line may name but an organisation; else it must be an office. */
struct role role_below(const struct name_context *context, const struct name_occurrence *name, bool habit);

#endif
