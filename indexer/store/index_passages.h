/* index_passages.h - a report's passages on their way into passages/: which of them are there already, and the documents
 * of the others. For index*.c alone. */
#ifndef TRIBUNE_INDEX_PASSAGES_H
#define TRIBUNE_INDEX_PASSAGES_H

#include "index_terms.h"
#include "index_words.h"

struct passage_writer {
    struct indexed *indexed;     /* prepared */
    struct words *words;         /* counts all of the report's words on the way */
    struct store *store;
    struct db_draft **draft;
    uint64_t series;             /* the generation that the passages' keys name */
    const bool *kept;            /* of each passage: its document is there already; NULL: none is */
};

/* Finds which passages of RECORD have the same words and fields as one of the stored record ENCODED, whose keys name
 * SERIES: they keep its document, and so its serial; the others get serials that the stored record does not have.
 * Only when both records were made by the same stages. A stored record that can't be read keeps nothing. */
enum status passages_keep(struct passage_writer *writer, struct record *record, struct slice encoded, uint64_t series,
                          struct error *error);

/* All of the text: passage by passage, and what stands between them for the report alone. */
enum status passages_add(struct passage_writer *writer, uint64_t *added, struct error *error);

#endif
