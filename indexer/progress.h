/* progress.h - how far the indexing is, on standard error: a bar on a terminal, now and then a plain line elsewhere, JSON
 * lines for programs, or nothing. */
#ifndef TRIBUNE_PROGRESS_H
#define TRIBUNE_PROGRESS_H

#include <stdint.h>

#include "index_options.h"

struct progress {
    bool bar, lines, json;
    size_t files, done;
    uint64_t bytes;
    double started, shown; /* seconds, of a monotonic clock */
};

/* A bar is drawn when MODE says so, or is auto and standard error is a terminal; lines when it is auto and that is none. */
void progress_begin(struct progress *progress, enum progress_mode mode, size_t files);

/* One more file is done; draws at most ten times a second, lines every ten seconds. */
void progress_step(struct progress *progress, const char *file, uint64_t bytes);

/* Takes the bar away, so that a message or the summary can be written. */
void progress_clear(const struct progress *progress);

#endif
