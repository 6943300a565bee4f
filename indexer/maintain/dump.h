/* dump.h - a record as the JSON line of `tribune-index --dump` (DESIGN, contracts). */
#ifndef TRIBUNE_DUMP_H
#define TRIBUNE_DUMP_H

#include "buf.h"
#include "record.h"

/* Appends one line, newline included. */
void dump_record(const struct record *record, struct buf *out);

/* The same with what a reader does not need and a database does, so that maintain_import() makes the same report of it:
 * "path", "text", "published_end", and of each place its "score" and the "levels" above it. */
void dump_whole_record(const struct record *record, struct buf *out);

#endif
