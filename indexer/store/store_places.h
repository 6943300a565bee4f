/* store_places.h - writes the database's place table (place_table.h) from the gazetteer. */
#ifndef TRIBUNE_STORE_PLACES_H
#define TRIBUNE_STORE_PLACES_H

#include "gazetteer.h"
#include "store.h"

/* Unless the table of this very gazetteer is there. Visible with the next commit, which there is then. ARENA (guarded)
 * is used for the while. */
enum status store_places(struct store *store, const struct gazetteer *gazetteer, struct arena *arena,
                         struct error *error);

#endif
