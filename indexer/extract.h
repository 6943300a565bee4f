/* extract.h - from the bytes of one file to a finished record: reading, language, people, places, dates, event. */
#ifndef TRIBUNE_EXTRACT_H
#define TRIBUNE_EXTRACT_H

#include "error.h"
#include "gazetteer.h"
#include "index.h"
#include "report.h"
#include "source.h"

struct extractor;

struct extract_options {
    const char *url_prefix;    /* NULL: the address that the file states, or none */
    enum language language;    /* LANGUAGE_UNKNOWN: as the file states or as detected */
    const char *authority;     /* folder of speakers.tsv and places.tsv; NULL: none */
};

/* What all reports share: gazetteer and patterns, read-only afterwards, so that threads may share it. OPTIONS must
 * outlive it. Freed with extractor_free. */
enum status extractor_new(struct extractor **extractor, const struct extract_options *options, struct error *error);

/* Compiles what reading needs, once, before extract_report(): not before, since a run in which nothing changed reads
 * nothing. */
enum status extractor_prepare(struct extractor *extractor, struct error *error);

void extractor_free(struct extractor *extractor); /* NULL is accepted */

/* Reads and understands one file. REPORT has only its arena, which must be guarded. The file is read here. */
enum status extract_report(const struct extractor *extractor, struct source_file *file, struct report *report,
                           struct error *error);

/* Good as long as the extractor. */
const struct gazetteer *extractor_gazetteer(const struct extractor *extractor);

/* Fingerprints of the stages, for the database: a change makes the reports be read again. */
void extractor_stages(const struct extractor *extractor, uint64_t stages[STAGE_COUNT]);

#endif
