/* index.h - puts reports into a database: a record becomes a document of reports/, one of passages/ for each passage,
 * and entries of the dictionary. Knows which files are there already, by their stamps.
 *
 *     indexer_open(…); for each file: indexer_state(…), perhaps source_read() and indexer_touch() or indexer_add();
 *     indexer_remove() for what is gone; indexer_commit(); indexer_close()
 *
 * Commits happen by themselves now and then, between reports: a report is in the database whole or not at all. */
#ifndef TRIBUNE_INDEX_H
#define TRIBUNE_INDEX_H

#include "arena.h"
#include "error.h"
#include "gazetteer.h"
#include "map.h"
#include "record.h"
#include "source.h"
#include "store.h"

/* What a stored report was made with: when one of these changes, the report is made anew. */
enum stage { STAGE_READING, STAGE_EXTRACTION, STAGE_SCHEMA, STAGE_AUTHORITY, STAGE_GAZETTEER, STAGE_COUNT };

struct indexer_options {
    const char *path;                /* the database folder */
    bool wait;                       /* store.h */
    uint64_t stages[STAGE_COUNT];    /* fingerprints; STAGE_SCHEMA is filled in */
    const struct gazetteer *gazetteer; /* for the place table; NULL: none is written */
};

struct indexer;

enum status indexer_open(struct indexer **indexer, const struct indexer_options *options, struct error *error);
/* Drops what was not committed. */
enum status indexer_close(struct indexer *indexer, struct error *error);

enum file_state {
    FILE_NEW,        /* not in the database */
    FILE_STALE,      /* in it, but made by other stages: read and add */
    FILE_TOUCHED,    /* size, time or inode differ: read it, then indexer_same_content() tells */
    FILE_CURRENT     /* in it as it is: no need to read */
};
/* By the file's id, size, modification time and inode alone. */
enum file_state indexer_state(const struct indexer *indexer, const struct source_file *file);
/* Is the content (source_read() has hashed it) what is in the database, made by the same stages? */
bool indexer_same_content(const struct indexer *indexer, const struct source_file *file);
/* The real paths of the files that reports of the database have read as their attachments (attached.h), in the arena. */
void indexer_attached(const struct indexer *indexer, struct arena *arena, struct map *paths);
/* The same content under a new time or inode: only the stamp is written. */
enum status indexer_touch(struct indexer *indexer, const struct source_file *file, struct error *error);

/* Adds a report or replaces it. record->id is file->id. May commit what came before. */
enum status indexer_add(struct indexer *indexer, const struct record *record, const struct source_file *file,
                        struct error *error);
/* Not there: no failure. */
enum status indexer_remove(struct indexer *indexer, const char *id, struct error *error);

/* Makes all that came before visible. */
enum status indexer_commit(struct indexer *indexer, struct error *error);

/* The files that the database has, for --prune: real paths (raw bytes) and ids, in no order; not those of reports that
 * were imported (their file has no size), which may be on another machine. In the arena. */
struct stored_file {
    const char *path, *id;
};
typedef VEC(struct stored_file) stored_files;
enum status indexer_stored(struct indexer *indexer, struct arena *arena, stored_files *files, struct error *error);

struct indexer_counts {
    uint64_t reports, passages;      /* written by this indexer so far */
    uint32_t stored;                 /* reports in the database when it was opened */
    unsigned commits;
};
void indexer_counts(const struct indexer *indexer, struct indexer_counts *counts);

#endif
