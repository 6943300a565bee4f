/* front_matter.h - the YAML (or TOML) block that opens a Markdown file: the part of YAML 1.2 that people write there.
 *
 * key: value; quoted strings; lists in brackets or with dashes; things one level deep (author: / name: …); texts
 * folded with > or |. Anything else is passed over. Fences may be missing where the first field is a title. */
#ifndef TRIBUNE_FRONT_MATTER_H
#define TRIBUNE_FRONT_MATTER_H

#include "report.h"

/* Adds its values to the report's metadata; returns how many bytes of TEXT the block takes, 0 when there is none. */
size_t front_matter_read(struct report *report, struct slice text);

#endif
