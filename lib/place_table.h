/* place_table.h - every name of the gazetteer, in the database: where a town lies that no report names, and what a place
 * is called in the other language. So the searcher needs no gazetteer of its own.
 *
 * It is metadata of reports/: PLACE_TABLE_PARTS values, chosen by the hash of a name's key, so that a name costs one
 * reading. A part is its length in decimals, a newline, and (deflated: two megabytes in all) lines of name, id,
 * name of the level above and "latitude,longitude" in thousandths of a degree (empty where unknown), separated by
 * FACET_SEPARATOR; namesakes likeliest first. */
#ifndef TRIBUNE_PLACE_TABLE_H
#define TRIBUNE_PLACE_TABLE_H

#include "buf.h"
#include "database.h"

enum { PLACE_TABLE_PARTS = 128, PLACE_TABLE_KEY_BYTES = 32 };

#define META_PLACES "tribune.places" /* the fingerprint of the gazetteer that the table was made from */

struct place_entry {
    const char *name, *id;
    const char *within;            /* name of the level above; "" where there is none */
    bool located;
    double latitude, longitude;    /* degrees */
};
typedef VEC(struct place_entry) place_entries;

/* ---- writing ---- */

/* The part that names of this key (place_key.h) are in, and the metadata key of a part. */
unsigned place_table_part(struct slice key);
void place_table_meta_key(unsigned part, char out[PLACE_TABLE_KEY_BYTES]);

void place_table_add(struct buf *part, const struct place_entry *entry);
/* A part as it is stored; in the arena. */
enum status place_table_pack(struct arena *arena, struct slice part, struct slice *packed, struct error *error);

/* ---- reading ---- */

/* The places of this name, accents and case aside, likeliest first; none when the database has no table. In the
 * arena. STATUS_DAMAGED when the part does not unpack. */
enum status place_table_find(const struct database *database, struct slice name, struct arena *arena,
                             place_entries *entries, struct error *error);

#endif
