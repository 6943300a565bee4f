#include "store_places.h"

#include <stdio.h>

#include "place_key.h"
#include "place_table.h"

/* An article that was left out and a first word alone are no names that somebody types for the place. */
enum { NAME_UNTYPED = NAME_NO_ARTICLE | NAME_SHORT };

static void gather(const struct gazetteer *gazetteer, struct arena *arena, struct buf *parts)
{
    for (uint32_t i = 0; i < PLACE_TABLE_PARTS; i++)
        parts[i] = (struct buf)BUF_INIT(arena);
    for (uint32_t i = 0; i < gazetteer_name_count(gazetteer); i++) {
        struct gazetteer_name name;
        struct gazetteer_place place, above = { .name = "" };
        char key[PLACE_KEY_MAX];
        gazetteer_name(gazetteer, i, &name);
        size_t length = place_key(slice_of(name.spelling), key, sizeof key);
        if (!length || (name.flags & NAME_UNTYPED))
            continue;
        gazetteer_place(gazetteer, name.place, &place);
        if (place.parent >= 0)
            gazetteer_place(gazetteer, (uint32_t)place.parent, &above);
        struct place_entry entry = { .name = name.spelling, .id = place.id, .within = above.name,
                                     .located = place.located, .latitude = place.latitude,
                                     .longitude = place.longitude };
        place_table_add(&parts[place_table_part((struct slice){ key, length })], &entry);
    }
}

enum status store_places(struct store *store, const struct gazetteer *gazetteer, struct arena *arena,
                         struct error *error)
{
    char fingerprint[32];
    struct slice stored;
    struct db_writer *reports;
    snprintf(fingerprint, sizeof fingerprint, "%llx", (unsigned long long)gazetteer_fingerprint(gazetteer));
    enum status status = db_metadata(store_reports_db(store), META_PLACES, &stored, error);
    if (status != STATUS_OK || slice_is(stored, fingerprint))
        return status;
    struct buf *parts = arena_alloc(arena, PLACE_TABLE_PARTS * sizeof *parts);
    gather(gazetteer, arena, parts);
    status = store_reports(store, &reports, error);
    for (unsigned i = 0; i < PLACE_TABLE_PARTS && status == STATUS_OK; i++) {
        char key[PLACE_TABLE_KEY_BYTES];
        struct slice packed;
        place_table_meta_key(i, key);
        status = place_table_pack(arena, buf_slice(&parts[i]), &packed, error);
        if (status == STATUS_OK)
            status = db_writer_metadata(reports, key, packed, error);
    }
    return status == STATUS_OK ? db_writer_metadata(reports, META_PLACES, slice_of(fingerprint), error) : status;
}
