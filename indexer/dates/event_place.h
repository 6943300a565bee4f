/* event_place.h - where the meeting took place; called by find_event once its day is known. */
#ifndef TRIBUNE_EVENT_PLACE_H
#define TRIBUNE_EVENT_PLACE_H

#include "report.h"

/* Fills record.event_place and its rule. TITLE is folded as event_signals.h says; an ANNOUNCEMENT speaks of its own
 * meeting in the future. */
void find_event_place(struct report *report, const char *title, bool announcement);

#endif
