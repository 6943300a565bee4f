/* event_day_words.h - the day that words tell beside the day of publication: "mercredi soir", "hier", "last night". */
#ifndef TRIBUNE_EVENT_DAY_WORDS_H
#define TRIBUNE_EVENT_DAY_WORDS_H

#include "report.h"

/* The day that TITLE (as event_fold makes it) or the first paragraphs tell of a meeting, seen from PUBLISHED; none
 * where they tell none, or one to come. */
struct interval event_day_told(const struct report *report, const char *title, struct interval published);

#endif
