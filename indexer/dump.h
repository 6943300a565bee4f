/* dump.h - a record as the JSON line of `tribune-index --dump` (DESIGN, contracts). */
#ifndef TRIBUNE_DUMP_H
#define TRIBUNE_DUMP_H

#include "buf.h"
#include "record.h"

/* Appends one line, newline included. */
void dump_record(const struct record *record, struct buf *out);

#endif
