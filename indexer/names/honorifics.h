/* honorifics.h - titles before a name: "M.", "Senator the Hon", "Tan Sri", and what they tell of the word after them. */
#ifndef TRIBUNE_HONORIFICS_H
#define TRIBUNE_HONORIFICS_H

#include "names.h"

/* The lexeme after the honorifics (M., Mme, Dr, The Right Hon.) that begin at AT, AT when there are none. *BITS: theirs. */
uint32_t honorific_end(const struct name_context *context, uint32_t at, unsigned *bits);

/* No surname after an office: "Mr. Speaker, Sir", "THE MINISTER OF STATE". */
bool honorific_no_surname(const struct lexeme *lexeme);

/* "MM.", "Mesdames", "Cllrs": it holds for each of the names that follow. */
bool honorific_plural(const struct lexeme *lexeme);

/* Is lexeme I part of "Tan Sri", "Datuk Seri": titles of two words, each of which is a name elsewhere? */
bool honorific_paired(const struct name_context *context, uint32_t i);

/* "The Hon. J.A.W. GARDNER": marks letters after a title as initials in the report's lexemes; they may be an acronym
 * elsewhere. */
void honorific_initials(struct name_context *context, struct report *report);

#endif
