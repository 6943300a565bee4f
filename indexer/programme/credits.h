/* credits.h - finds who a programme programmes: recognises the page, splits its lines, believes the names that
 * stand where it prints people.
 *
 * A name is believed for its words, or because lines of the same form mostly hold sure names: so names that no
 * table knows are found, and titles that name somebody are not taken. */
#ifndef TRIBUNE_CREDITS_H
#define TRIBUNE_CREDITS_H

#include "sections.h"
#include "talks.h"

/* In a report that is a programme, corrects context->names where credits stand: adds the names they hold, raises
 * what is believed of them, and sets their credit_end. Fills TALKS. */
void credits_find(struct name_context *context, const section_list *sections, talk_list *talks);

#endif
