/* programme_page.h - is a page a programme: has it hours, or headings that announce talks? */
#ifndef TRIBUNE_PROGRAMME_PAGE_H
#define TRIBUNE_PROGRAMME_PAGE_H

#include "talks.h"

/* What tells that a page is a programme. */
struct programme_signs {
    bool hours;     /* its slots have hours */
    bool announced; /* a heading or the title says so, or the markup of many lines */
    bool meeting;   /* a heading or the title names a kind of meeting: a seminar, a workshop */
    bool prose;     /* most of it is prose */
};

/* Reads the signs; of a page with hours that is not announced, cuts LINES to its hours and what follows the last. */
struct programme_signs programme_page(const struct name_context *context, slot_line_list *lines);

#endif
