/* extract_places.h - the places that a report names: towns, regions, countries, venues. */
#ifndef TRIBUNE_EXTRACT_PLACES_H
#define TRIBUNE_EXTRACT_PLACES_H

#include "gazetteer.h"
#include "report.h"

/* Fills report->record.places from report->lexemes, in reading order of their first mention. PEOPLE are the spans of
 * persons' names, sorted and not overlapping: never places. Names are French or English as the report is. A place that
 * only a title names, which the text does not show, comes last and stands nowhere (no spans). */
void extract_places(struct report *report, const struct gazetteer *gazetteer, const struct span *people,
                    size_t people_count);

/* Puts record.places and each one's spans into reading order. */
void places_order(struct report *report);

#endif
