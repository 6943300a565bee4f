/* store.h - the writing side of a database folder (database.h): its lock, its two halves, their commits.
 *
 * A commit cannot span both halves, so each has a generation. Passages are committed first, under the new generation;
 * then the reports, which name it and list the ids whose older passages may go; then those are dropped. Killed at any
 * instant, readers see the reports of the last whole commit with all their passages; what is too many is dropped at
 * the next opening. The dictionary's new entries go into one document of reports/ at each commit. */
#ifndef TRIBUNE_STORE_H
#define TRIBUNE_STORE_H

#include "db_write.h"

struct store;

struct store_options {
    const char *path;  /* the folder; made when it is not there */
    bool wait;         /* for another writer to end, rather than STATUS_LOCKED with a message that says who it is */
};

/* STATUS_USAGE when the folder holds other things; STATUS_VERSION or STATUS_FORMAT as database_open(). */
enum status store_open(struct store **store, const struct store_options *options, struct error *error);
/* Drops what was not committed. */
enum status store_close(struct store *store, struct error *error);

/* The generation that is being written: the one that passages and their report must carry. */
uint64_t store_generation(const struct store *store);

/* The reports, with a transaction open. */
enum status store_reports(struct store *store, struct db_writer **reports, struct error *error);
/* Adds a passage, in a thread of its own (passage_queue.h): takes *DRAFT and gives an empty one in its place. A failure
 * may be that of a passage before. */
enum status store_add_passage(struct store *store, struct db_draft **draft, struct error *error);
/* The reports for reading, nothing pending needed. */
struct db *store_reports_db(struct store *store);

/* Puts the database's name before a failure of writing (a full disk…); returns its status. */
enum status store_blame(const struct store *store, struct error *error);

/* This report is replaced or removed in this commit: its passages of other generations go with it. */
enum status store_stale(struct store *store, struct slice id, struct error *error);

/* Adds a term (dictionary.h) to the dictionary, unless it is there. */
enum status store_dictionary(struct store *store, struct slice term, struct error *error);

/* Makes everything since the last commit visible, whole. Nothing to commit: no new generation. */
enum status store_commit(struct store *store, struct error *error);

#endif
