/* pool.h - reads and extracts files on several threads and hands the reports over in their order, so that the result
 * does not depend on how many threads there are. */
#ifndef TRIBUNE_POOL_H
#define TRIBUNE_POOL_H

#include "extract.h"

enum {
    POOL_JOBS_MAX = 64,
    REPORT_BYTES_MAX = 1 << 30 /* of memory for one report; more is refused */
};

struct pool_result {
    struct source_file *file;
    struct report *report;     /* good until pool_next() is called again */
    enum status status;        /* of extract_report */
    struct error error;
};

struct pool;

/* Starts JOBS threads over FILES, which the pool borrows. STATUS_MEMORY when no thread could be started. */
enum status pool_new(struct pool **pool, const struct extractor *extractor, struct source_file *const *files,
                     size_t count, unsigned jobs, struct error *error);

/* The next file in order; false after the last. */
bool pool_next(struct pool *pool, struct pool_result **result);

/* Stops the threads, also before the end. NULL is accepted. */
void pool_free(struct pool *pool);

#endif
