/* rolls.h - the roll of a meeting: what announces who was there and who was not, and how far it goes. Used by sections.c. */
#ifndef TRIBUNE_ROLLS_H
#define TRIBUNE_ROLLS_H

#include "sections.h"

/* Those present, those absent, or guests? */
bool is_roll(enum section_kind kind);

/* What roll these words of a label announce ("Officers in attendance", "Conseillers excusés"); SECTION_NONE for none. */
enum section_kind roll_of(struct slice words);

/* Where the roll ends that a label opens on the line that ends at END, a byte: after the last line that goes on with it. */
uint32_t roll_end(const struct name_context *context, uint32_t end, uint32_t block_end);

/* The roll that a sentence is which begins at the lexeme FIRST; *END: the byte where it ends. */
enum section_kind roll_sentence(const struct name_context *context, uint32_t first, uint32_t *end);

/* Is the block an item of a roll: does it begin, after a number or a dash, with a name? */
bool roll_block(const struct name_context *context, const struct block *block);

/* "DE MITRI Anita", "BRIMBEUF Nawelle": the lexeme after a name whose surname comes first and in capitals, FIRST when there
 * is none. *GIVEN: where its given names begin. What follows a known one is no name ("Anita Vert-Libéral"). */
uint32_t roll_name(const struct name_context *context, uint32_t first, uint32_t *given);

/* Where the line that holds the byte AT ends: at its newline, or at END. */
uint32_t roll_line_end(const char *text, uint32_t at, uint32_t end);

#endif
