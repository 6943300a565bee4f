/* maintain_import.h - a report from the line of JSON that maintain_export() prints. */
#ifndef TRIBUNE_MAINTAIN_IMPORT_H
#define TRIBUNE_MAINTAIN_IMPORT_H

#include "record.h"

enum { IMPORT_LINE_BYTES_MAX = 1 << 30 };

/* Fills RECORD from LINE. Everything is in the arena, which must be guarded. Keys that are not known are passed over.
 * STATUS_FORMAT says at which column the JSON is malformed, or which key has no usable value and what is expected
 * there. */
enum status import_record(struct arena *arena, struct slice line, struct record *record, struct error *error);

#endif
