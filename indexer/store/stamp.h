/* stamp.h - what a file was when its report was made: kept with the report (SLOT_STAMP), read all at once, so that an
 * unchanged file is known without reading it. */
#ifndef TRIBUNE_STAMP_H
#define TRIBUNE_STAMP_H

#include "db_read.h"
#include "index.h"

struct stamp {
    uint64_t id;                  /* hash of the report's id */
    uint64_t size, inode, content;
    int64_t modified;             /* of the file, and what its sidecar was */
    uint32_t stages[STAGE_COUNT]; /* the low halves of the fingerprints */
};

uint64_t stamp_id(const char *id);
void stamp_make(struct stamp *stamp, const struct source_file *file, const uint64_t stages[STAGE_COUNT]);

/* Encoded: the stamp, the id and the path, each ended by a NUL, and the attachments. In the arena. */
struct slice stamp_encode(struct arena *arena, const struct stamp *stamp, const struct source_file *file);
/* False when the bytes are no stamp. ID and PATH (may be NULL) point into them and are NUL-terminated. */
bool stamp_decode(struct slice bytes, struct stamp *stamp, const char **id, const char **path);
/* The attachments (attached.h) of a stamp whose PATH stamp_decode() gave. */
struct slice stamp_attached(struct slice bytes, const char *path);

struct stored_stamp {
    struct stamp stamp;
    uint32_t document;            /* in reports/; 0: not there any more */
    struct slice attached;        /* of its own memory, mostly empty */
};

/* Stamps by id, each once. In the order they came, with a table of places beside them: a large archive is read fast. */
struct stamp_table {
    struct stored_stamp *items;
    size_t count, room;
    uint32_t *places;             /* by hash: index in items + 1; 0: empty */
    size_t place_count;           /* a power of two, at least twice the room */
};

enum status stamp_table_load(struct stamp_table *table, const struct db *reports, struct error *error);
void stamp_table_fini(struct stamp_table *table);
/* NULL when it is not there; DOCUMENT may be NULL. */
const struct stamp *stamp_table_find(const struct stamp_table *table, uint64_t id, uint32_t *document);
/* The attachments of a report, empty for one that is not there. */
struct slice stamp_table_attached(const struct stamp_table *table, uint64_t id);
/* Adds or replaces; ATTACHED is copied. False when out of memory. */
bool stamp_table_put(struct stamp_table *table, const struct stamp *stamp, uint32_t document, struct slice attached);
/* Marks as not there. */
void stamp_table_drop(struct stamp_table *table, uint64_t id);

#endif
