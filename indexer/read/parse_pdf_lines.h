/* parse_pdf_lines.h - from the lines on the pages of a PDF to the lines that its author wrote: paragraphs joined again,
 * also over columns and pages, hyphenation undone, running headers dropped, headings known by their size. */
#ifndef TRIBUNE_PARSE_PDF_LINES_H
#define TRIBUNE_PARSE_PDF_LINES_H

#include "lines.h"
#include "parse_pdf_layout.h"

/* Sets DROPPED (one for each line, all false) where a line is a running header, a footer or a page's number. */
void pdf_mark_furniture(struct pdf_layout *layout, bool *dropped);

/* Each paragraph or meant line as one line, an empty line between groups; headings have their level. In the arena. */
void pdf_join_lines(struct pdf_layout *layout, line_list *lines);

#endif
