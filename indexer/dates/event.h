/* event.h - which of a report's dates is the meeting's, which the article's, and where the meeting took place.
 *
 * Weak signals (title, headings, file name, words before and after, place in the text, metadata) are added up for
 * each date and each place; the best wins if it is good enough. The file's modification time is never one of them.
 * */
#ifndef TRIBUNE_EVENT_H
#define TRIBUNE_EVENT_H

#include "report.h"

/* Fills record.event, published and event_place with their rules, from record.dates, record.places, title, file and
 * the metadata; leaves INTERVAL_NONE and -1 where nothing tells. To be called after dates and places are extracted.
 * */
void find_event(struct report *report);

#endif
