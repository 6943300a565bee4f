/* office.h - where the office printed before a name begins: "the current director of the archives of Halton, Dr X". */
#ifndef TRIBUNE_OFFICE_H
#define TRIBUNE_OFFICE_H

#include "names.h"

/* The lexeme where the office before this name begins, its article included; where the name with its titles begins when
 * none is printed. The word before it tells what is said of the person: "ouvert par", "welcomed", "parole au". */
uint32_t office_begin(const struct name_context *context, const struct name_occurrence *name);

#endif
