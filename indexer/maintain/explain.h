/* explain.h - a report for checking by eye: its text with every person, place and date marked in place, each with the
 * rule that found it; where passages begin, and whose they are; then a table of the speakers. */
#ifndef TRIBUNE_EXPLAIN_H
#define TRIBUNE_EXPLAIN_H

#include "buf.h"
#include "record.h"

/* Appends RECORD to OUT: in COLOUR with terminal escapes, else with marks like ⟦Name¦speaker:rule 0.93⟧. Characters
 * of the report that a terminal would obey (controls, changes of writing direction) are shown as U+FFFD. */
void explain_record(const struct record *record, bool colour, struct buf *out);

#endif
