/* extract_dates.h - finds what a report's text says of days, months, seasons and years, French and English.
 *
 * Named patterns (date_rules.c) run only in windows around digits and month names; neighbours are joined into ranges
 * (date_join.c); numbers are told from years, and missing years deduced, by what stands around (date_context.c). */
#ifndef TRIBUNE_EXTRACT_DATES_H
#define TRIBUNE_EXTRACT_DATES_H

#include "error.h"
#include "report.h"

struct date_rules;

/* Compiles the patterns once for all reports; *RULES is freed with date_rules_free. Read-only afterwards: reports may
 * share it between threads. */
enum status date_rules_new(struct date_rules **rules, struct error *error);
void date_rules_free(struct date_rules *rules); /* NULL is accepted */

/* Fills report->record.dates, in reading order, from record.text, record.file, the blocks and the metadata. */
void extract_dates(struct report *report, const struct date_rules *rules);

/* The day, month or year that a file's name holds ("cr-2017-08-09.md", "20161104_notes.html", "debat-2016.md");
 * none when it holds none. FILE may be NULL or a path. */
struct interval date_of_file_name(const char *file);

#endif
