/* attached.h - the PDFs that a report links to and that lie in its tree: their text is read into the report, so that it is
 * searched with it, and they are no reports of their own.
 *
 * What a report took in, or would have, stays with its stamp as a list of entries, each a sign, a path and a NUL: '+'
 * was read, '-' was missing or unreadable. When one of them comes, changes or goes, the report is read again. */
#ifndef TRIBUNE_ATTACHED_H
#define TRIBUNE_ATTACHED_H

#include "report.h"
#include "source.h"

enum {
    ATTACHED_MAX = 8 /* a page that links to more is a list of reports: each stays one of its own */
};

/* Reads the attachments of a finished report that are files under the PATH that led to it, sets where their text is and
 * file->attached. PREFIX: what --url-prefix says, NULL. One that can't be read is left to be refused by its own name. */
void attached_read(struct report *report, struct source_file *file, const char *prefix);

/* A number made of what the system knows of the files in a list; 0 for an empty list. */
uint64_t attached_state(struct slice list);

/* The next path that was read, from *AT on (0 at first); NULL after the last. */
const char *attached_next(struct slice list, size_t *at);

#endif
