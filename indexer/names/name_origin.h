/* name_origin.h - where a name ends and the place or the house begins that its bearer is from. */
#ifndef TRIBUNE_NAME_ORIGIN_H
#define TRIBUNE_NAME_ORIGIN_H

#include "names.h"

/* Sri Lanka, Los Angeles: are these lexemes a place whose first word may be a given name? */
bool name_is_place(const struct name_context *context, uint32_t first, uint32_t last);

/* "Jeanne Martin d'Emmaüs", "Luc Petit de Rennes": in French, what follows a complete name, FIRST to LAST, and the "de" at
 * lexeme LINK is where one is from, unless capitals or the name of a village at NEXT say that the surname goes on
 * (Jean DUPONT de LIGNY, Silvestre de Sacy). */
bool name_origin(const struct name_context *context, uint32_t first, uint32_t last, uint32_t link, uint32_t next);

#endif
