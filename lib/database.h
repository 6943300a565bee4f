/* database.h - a Tribune database for reading: one folder with two Xapian databases, reports/ and passages/ (or several
 * such folders, searched as one).
 *
 * Opening checks that it is a Tribune database, of this schema and field table, made with stemmers that stem as ours do;
 * messages name the folder. The two are opened at one commit: every passage that a report names is there. After
 * STATUS_MODIFIED from any reading call: database_reopen() and run the request again. */
#ifndef TRIBUNE_DATABASE_H
#define TRIBUNE_DATABASE_H

#include "arena.h"
#include "db_read.h"
#include "language.h"
#include "record.h"

enum { DATABASE_SCHEMA = 7, DATABASES_MAX = 64 };

/* Inside the folder. */
#define DATABASE_REPORTS "reports"
#define DATABASE_PASSAGES "passages"
#define DATABASE_LOCK "lock"

/* Metadata keys of both Xapian databases. */
#define META_SCHEMA "tribune.schema"
#define META_FIELDS "tribune.fields"
#define META_STEMS "tribune.stems"
#define META_LIBRARY "tribune.library"
#define META_GENERATION "tribune.generation" /* the last one committed here */
#define META_STALE "tribune.stale"           /* reports: ids whose older passages may still be there */
#define META_SWEPT "tribune.swept"           /* passages: the generation whose stale passages are gone */

struct database;

/* STATUS_NOT_FOUND: no such folder; STATUS_FORMAT: not a Tribune database; STATUS_VERSION: made otherwise. */
enum status database_open(struct database **database, const char *const *paths, size_t count, struct error *error);
void database_close(struct database *database);
/* Moves to the newest commit. *CHANGED may be NULL. */
enum status database_reopen(struct database *database, bool *changed, struct error *error);
/* Keeps reports that were read, decoded, for searches to come: for a program that lasts. */
void database_keep_records(struct database *database);

const struct db *database_reports(const struct database *database);
const struct db *database_passages(const struct database *database);

/* A number that changes with every commit, for ETags and caches. */
uint64_t database_revision(const struct database *database);

/* A number that tells the folders at these paths from others that take their place, and when they were last committed
 * to, in seconds since 1970 (0 when not known). Asks the file system alone. */
uint64_t database_place(const char *const *paths, size_t count, int64_t *committed);

/* The languages of its reports, most frequent first, and the usual ones where some are too short to tell; fills at most LANGUAGE_COUNT entries and returns how many. */
size_t database_languages(const struct database *database, enum language languages[LANGUAGE_COUNT]);

/* How many reports and passages there are (orphans of an interrupted run included in the latter). */
uint32_t database_report_count(const struct database *database);
uint32_t database_passage_count(const struct database *database);

/* Metadata of the reports: the first folder's that has the key; empty when none has. Good until the next call. */
enum status database_metadata(const struct database *database, const char *key, struct slice *value,
                              struct error *error);

/* Is DB, one half of the database at PATH, made as this program makes it? For this module and the writing side. */
enum status database_check_meta(struct db *db, const char *path, struct error *error);

/* ---- a report ---- */

/* Its encoded record (record_codec.h takes it), copied into the arena. *GENERATION may be NULL. */
enum status database_report(const struct database *database, uint32_t id, struct arena *arena, struct slice *encoded,
                            uint64_t *generation, struct error *error);
/* The same, decoded as record_decode_briefly() does. What comes may be kept: it is good until the next database_reopen(). */
enum status database_record(const struct database *database, uint32_t id, struct arena *arena, struct slice *encoded,
                            const struct record **record, struct error *error);
/* The report of this id (DESIGN "id"); *DOCUMENT is its number in reports/. STATUS_NOT_FOUND when there is none. */
enum status database_find_report(const struct database *database, struct slice id, uint32_t *document,
                                 struct error *error);

/* ---- numbers of many documents ---- */

struct document_number {
    uint32_t document;
    uint32_t index;     /* the caller's own */
    uint64_t number;
};
/* Fills in what SLOT holds for each (0 when nothing) and leaves them in the order of their documents: each block of the
 * database is read once so. Document by document, what two slots hold of one is blocks apart. */
enum status database_numbers(const struct db *db, unsigned slot, struct document_number *numbers, size_t count,
                             struct error *error);

/* ---- a passage ---- */

enum { REPORT_ID_BYTES_MAX = 64, PASSAGE_KEY_BYTES = REPORT_ID_BYTES_MAX + 1 + DB_SORTABLE_BYTES };

/* What SLOT_REPORT of a passage holds, so that one value, which collapsing gives for nothing, tells both: its report's
 * id, a NUL, its generation as a sortable number. The length; a REPORT that is too long is cut. */
size_t passage_key(char out[PASSAGE_KEY_BYTES], struct slice report, uint64_t generation);
/* False when KEY is none. REPORT is a part of it; GENERATION may be NULL. */
bool passage_key_read(struct slice key, struct slice *report, uint64_t *generation);

struct passage_ref {
    char report[REPORT_ID_BYTES_MAX + 1]; /* report id */
    uint32_t serial;                      /* record_passage() tells which passage of the report */
    uint64_t generation;                  /* the report must name the same, else this is an orphan: skip it */
};
/* From a passage document. */
enum status passage_ref_read(struct db_document *document, struct passage_ref *ref, struct error *error);

#endif
