/* db_write.h - the C face of Xapian, write half. Linked into the indexer only; db_read.h has the conventions.
 *
 * Failures besides those: STATUS_LOCKED when another process writes. After a failed change or commit, db_writer_cancel()
 * or close: the last commit is what stays. */
#ifndef TRIBUNE_DB_WRITE_H
#define TRIBUNE_DB_WRITE_H

#include "db_read.h"

#ifdef __cplusplus
extern "C" {
#endif

struct db_writer;

enum db_write_mode { DB_WRITE_OPEN, DB_WRITE_CREATE_OR_OPEN, DB_WRITE_CREATE };

enum status db_writer_open(struct db_writer **writer, const char *path, enum db_write_mode mode, struct error *error);
/* Commits what is pending outside a transaction, drops what is inside one. Errors while closing are reported, the
 * handle is gone all the same. */
enum status db_writer_close(struct db_writer *writer, struct error *error);

/* The same database for reading, pending changes included. Valid as long as the writer; not to be closed. */
struct db *db_writer_db(struct db_writer *writer);

/* Between begin and commit nothing becomes visible, whatever Xapian flushes. */
enum status db_writer_begin(struct db_writer *writer, struct error *error);
enum status db_writer_commit(struct db_writer *writer, struct error *error); /* of the transaction */
enum status db_writer_cancel(struct db_writer *writer, struct error *error); /* of the transaction */

enum status db_writer_metadata(struct db_writer *writer, const char *key, struct slice value, struct error *error);

/* ---- a document being made ---- */

struct db_draft;

enum status db_draft_new(struct db_draft **draft, struct error *error);
void db_draft_free(struct db_draft *draft);
enum status db_draft_clear(struct db_draft *draft, struct error *error); /* empty again, for the next document */
enum status db_draft_term(struct db_draft *draft, struct slice term, uint32_t occurrences, struct error *error);
enum status db_draft_posting(struct db_draft *draft, struct slice term, uint32_t position, struct error *error);
enum status db_draft_boolean(struct db_draft *draft, struct slice term, struct error *error); /* no occurrences */
enum status db_draft_value(struct db_draft *draft, unsigned slot, struct slice value, struct error *error);
enum status db_draft_data(struct db_draft *draft, struct slice data, struct error *error);

/* Of all that was put in so far, in its order: the same again makes the same hash, in any process. */
uint64_t db_draft_hash(const struct db_draft *draft);

/* *ID (may be NULL) is the id it got. The draft stays what it is, but for the order of its terms. */
enum status db_writer_add(struct db_writer *writer, struct db_draft *draft, uint32_t *id, struct error *error);
/* Replaces the documents that have this unique term, or adds one. */
enum status db_writer_replace(struct db_writer *writer, struct slice unique_term, struct db_draft *draft,
                              uint32_t *id, struct error *error);
enum status db_writer_delete(struct db_writer *writer, uint32_t id, struct error *error); /* none there: no failure */
/* All documents that have it. */
enum status db_writer_delete_term(struct db_writer *writer, struct slice term, struct error *error);

/* Changes one value of a document that is there. */
enum status db_writer_value(struct db_writer *writer, uint32_t id, unsigned slot, struct slice value,
                            struct error *error);

/* Writes a compacted copy of SOURCE to TARGET, which must not exist. */
enum status db_compact(const char *source, const char *target, struct error *error);

#ifdef __cplusplus
}
#endif

#endif
