/* marks.h - asks whether a stretch of text is bold, a link, or marked as a speaker's name. */
#ifndef TRIBUNE_MARKS_H
#define TRIBUNE_MARKS_H

#include "report.h"

/* Is START..END covered by one mark of this kind (its closing punctuation may stick out by two bytes)? */
bool marked(const struct report *report, enum mark_kind kind, uint32_t start, uint32_t end);

#endif
