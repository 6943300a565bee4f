/* attachments.h - documents that a report offers for download: "Plaquette (PDF - 595.3 ko)", links to office files.
 * */
#ifndef TRIBUNE_ATTACHMENTS_H
#define TRIBUNE_ATTACHMENTS_H

#include "report.h"

/* What kind of document an address leads to by its ending ("PDF", "Word"…); NULL when it is a page or unknown. */
const char *attachment_type(struct slice address);

/* Fills record.attachments from the finished text and its links, in reading order, each once. Sizes are announced
 * ones: 1 ko = 1 KB = 1,024 bytes, rounded down; 0 where none is announced. */
void attachments_find(struct report *report);

#endif
