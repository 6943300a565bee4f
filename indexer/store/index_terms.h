/* index_terms.h - the terms and values that a record gives to documents and to the dictionary: what index.c shares with
 * itself. For index*.c alone. */
#ifndef TRIBUNE_INDEX_TERMS_H
#define TRIBUNE_INDEX_TERMS_H

#include "buf.h"
#include "dictionary.h"
#include "fields.h"
#include "index.h"

/* Which places, mentions and dates stand in which passage: number ITEM of its list is named in number PASSAGE. */
struct occurrence {
    uint32_t passage, item;
};
typedef VEC(struct occurrence) occurrences; /* sorted, each once */

/* One report on its way into the database; everything is in the arena. */
struct indexed {
    struct arena *arena;
    const struct record *record;
    slice_list report_terms;   /* boolean terms of the report alone */
    slice_list shared_terms;   /* of the report and of each of its passages */
    occurrences places, mentions, dates;
};

/* Adds PREFIX + WORD to TERMS; one that is too long for the database is left out. */
void terms_add(struct arena *arena, slice_list *terms, const char *prefix, struct slice word);
/* The folded words of TEXT under a prefix. */
void terms_add_words(struct arena *arena, slice_list *terms, const char *prefix, const char *text);
/* A place's id and those of the levels above. */
void terms_add_place(struct arena *arena, slice_list *terms, const char *prefix, const struct place *place);
void terms_add_interval(struct arena *arena, slice_list *terms, const char *prefix, struct interval interval);

/* The organisation's key: its folded name, in the arena; NULL for none. */
const char *organisation_key(struct arena *arena, const char *organisation);

/* Fills everything but arena and record. */
void indexed_prepare(struct indexed *indexed);

/* The boolean terms of passage INDEX that are its own: speaker, role, places, dates… */
void indexed_passage_terms(const struct indexed *indexed, size_t index, slice_list *terms);

/* The facet lists and dates of the whole report, or of passage INDEX. */
enum status indexed_values(const struct indexed *indexed, struct db_draft *draft, struct error *error);
enum status indexed_passage_values(const struct indexed *indexed, size_t index, struct db_draft *draft,
                                   struct error *error);

/* Names and places for the dictionary. */
enum status indexed_learn(const struct indexed *indexed, struct store *store, struct error *error);

/* ---- parts of a document ---- */

enum status draft_terms(struct db_draft *draft, const slice_list *terms, struct error *error);
/* The term PREFIX + TEXT, which is made in the arena. */
enum status draft_boolean(struct db_draft *draft, struct arena *arena, const char *prefix, const char *text,
                          struct error *error);
enum status draft_number(struct db_draft *draft, enum slot slot, double number, struct error *error);

#endif
