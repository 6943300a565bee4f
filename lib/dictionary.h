/* dictionary.h - what a collection knows of words, names and places beside its reports: the forms of a stem, the full
 * names that have a word, the places that have a name. Kept as terms (fields.h) of documents that are no reports.
 *
 * Here are the shapes of those terms, for the indexer that writes and the searcher that reads. Results are in the arena
 * (guarded), no more than ROOM of them, in byte order; entries outlive the reports they came from, so an entry does not
 * promise that a report has it. */
#ifndef TRIBUNE_DICTIONARY_H
#define TRIBUNE_DICTIONARY_H

#include "arena.h"
#include "db_read.h"
#include "language.h"
#include "record.h"

typedef VEC(struct slice) slice_list;

/* ---- the terms; each returns the length, 0 when it would not fit a term (then there is no entry) ---- */

enum { DICTIONARY_TERM_ROOM = DB_TERM_BYTES_MAX + 1 };

size_t dictionary_stem_term(enum language language, struct slice stem, struct slice form,
                            char out[DICTIONARY_TERM_ROOM]);
/* PREFIX: TERM_NAME or TERM_ORGANISATION. */
size_t dictionary_word_term(const char *prefix, struct slice word, struct slice key, char out[DICTIONARY_TERM_ROOM]);
/* PREFIX: TERM_NAME_SHOWN or TERM_ORGANISATION_SHOWN. */
size_t dictionary_shown_term(const char *prefix, struct slice key, struct slice shown,
                             char out[DICTIONARY_TERM_ROOM]);
size_t dictionary_place_name_term(struct slice folded_name, struct slice id, char out[DICTIONARY_TERM_ROOM]);
/* What is known of a place, and of the level that is number LEVEL in place->within (-1: the place itself). */
size_t dictionary_place_term(const struct place *place, int level, char out[DICTIONARY_TERM_ROOM]);

/* ---- reading ---- */

/* The folded forms that the collection has of this folded stem. */
enum status dictionary_forms(const struct db *reports, enum language language, struct slice stem, size_t room,
                             struct arena *arena, slice_list *forms, struct error *error);
/* The keys of names that have this folded word (PREFIX as above). With PARTIAL, words that begin so. */
enum status dictionary_names(const struct db *reports, const char *prefix, struct slice word, bool partial,
                             size_t room, struct arena *arena, slice_list *keys, struct error *error);
/* The name as shown of a key; the key itself when there is no entry. */
enum status dictionary_shown(const struct db *reports, const char *prefix, struct slice key, struct arena *arena,
                             struct slice *shown, struct error *error);
/* The ids of places of this folded name (place_key.h). With PARTIAL, names that begin so. */
enum status dictionary_place_ids(const struct db *reports, struct slice folded_name, bool partial, size_t room,
                                 struct arena *arena, slice_list *ids, struct error *error);

struct dictionary_place {
    const char *id, *name;
    enum place_kind kind;
    bool located;
    double latitude, longitude;
    string_list within;          /* ids of the levels above, nearest first */
};
/* STATUS_NOT_FOUND when the collection does not know it. */
enum status dictionary_place(const struct db *reports, struct slice id, struct arena *arena,
                             struct dictionary_place *place, struct error *error);
/* Every place the collection knows (for `~50km`): the places one after another, at most ROOM. */
typedef VEC(struct dictionary_place) dictionary_places;
enum status dictionary_all_places(const struct db *reports, size_t room, struct arena *arena,
                                  dictionary_places *places, struct error *error);

#endif
