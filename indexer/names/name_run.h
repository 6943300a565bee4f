/* name_run.h - how far a run of capitalised words is one name: over particles and initials, not over an office, an acronym,
 * the next column or the next name. */
#ifndef TRIBUNE_NAME_RUN_H
#define TRIBUNE_NAME_RUN_H

#include "names.h"

/* The last lexeme of the capitalised run that begins at FIRST and may be one name. */
uint32_t name_run_end(const struct name_context *context, uint32_t first);

/* Do particles stand at AT, and after them a word that may be part of a name? *NEXT: that word. */
bool name_run_particles(const struct name_context *context, uint32_t at, uint32_t *next);

#endif
