/* columns.h - what the columns of a programme's tables hold, by the words at their heads: people, surnames and given
 * names in two columns, other things. */
#ifndef TRIBUNE_COLUMNS_H
#define TRIBUNE_COLUMNS_H

#include "talks.h"

/* Notes of the cells below a heading that announces people ("Speaker", "Intervenants") that they hold them, and of the
 * other cells of these rows that they do not. Adds to CREDITS, in text order, the people whose surnames and given
 * names are printed in columns of their own, or on two lines, several times. Returns how many cells stand below words that mean speakers. */
size_t columns_note(const struct name_context *context, slot_line_list *lines, credit_list *credits);

#endif
