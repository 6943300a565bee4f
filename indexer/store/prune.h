/* prune.h - which reports of a database are gone: their file is no more, and nothing suggests that it is only out of
 * reach. A folder that is missing, holds no report or is empty may be a disk that is not mounted. */
#ifndef TRIBUNE_PRUNE_H
#define TRIBUNE_PRUNE_H

#include "index.h"

struct prune {
    struct indexer *indexer;
    struct arena *arena;      /* guarded by its owner */
    const char *const *roots; /* the PATHs given: only reports under them are looked at */
    size_t root_count;
    const struct source_list *found; /* what is there now */
    bool insist;                     /* missing and empty folders count as gone */
    void *owner;                     /* of the two functions */
    void (*complain)(void *owner, const char *file, const char *reason);
    void (*removed)(void *owner, const char *file); /* its real path; valid UTF-8 */
};

/* Removes what is gone, and complains once of each folder that is spared. */
enum status prune_reports(const struct prune *prune, struct error *error);

#endif
