/* record_codec.h - a record as bytes, as the database keeps it: the facts, then the text in blocks that inflate one
 * by one, so that a snippet costs one block and not the report.
 *
 * Decoding trusts nothing: every length, offset and index is checked, and what does not fit is STATUS_DAMAGED. What
 * comes out is in the arena (which must be guarded: see arena.h). */
#ifndef TRIBUNE_RECORD_CODEC_H
#define TRIBUNE_RECORD_CODEC_H

#include "buf.h"
#include "error.h"
#include "record.h"

enum {
    RECORD_BLOCK_BYTES = 2 * 1024,            /* of text, before compression */
    RECORD_TEXT_MAX = 256 * 1024 * 1024,      /* bytes of text in a report */
    RECORD_FACTS_MAX = 256 * 1024 * 1024      /* bytes of encoded facts */
};

/* Appends the encoded record to OUT. STATUS_LIMIT when text or facts are over their maximum. */
enum status record_encode(const struct record *record, struct buf *out, struct error *error);

/* The record without its text (record.text is empty). */
enum status record_decode(struct arena *arena, struct slice encoded, struct record **record, struct error *error);

/* The same for a list of results, sooner: only what a hit shows. Of persons there is whether they speak and the name, of
 * places the event's alone, and no date. */
enum status record_decode_briefly(struct arena *arena, struct slice encoded, struct record **record,
                                  struct error *error);

/* The whole text. */
enum status record_decode_text(struct arena *arena, struct slice encoded, struct slice *text, struct error *error);

/* The text of a record of which several stretches are wanted: each block is inflated once. The bytes of ENCODED must
 * last as long. */
struct record_text;
enum status record_text_open(struct arena *arena, struct slice encoded, struct record_text **text,
                             struct error *error);
/* Bytes START to END of the text (both cut to its length). */
enum status record_text_span(struct record_text *text, uint32_t start, uint32_t end, struct slice *span,
                             struct error *error);

/* The same, once: inflates only the blocks that hold them. */
enum status record_decode_span(struct arena *arena, struct slice encoded, uint32_t start, uint32_t end,
                               struct slice *text, struct error *error);

#endif
