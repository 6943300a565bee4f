/* roles_told.h - roles that a sentence tells: "X is a professor at Y". */
#ifndef TRIBUNE_ROLES_TOLD_H
#define TRIBUNE_ROLES_TOLD_H

#include "roles.h"

/* The role that "X is a professor at Y", "X est directrice de Y" tells. Quality 0: none. */
struct role role_told(const struct name_context *context, const struct name_occurrence *name);

#endif
