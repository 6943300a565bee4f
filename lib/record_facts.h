/* record_facts.h - what is known of a report, as bytes: the part of a record before its text. For record_codec.c.
 *
 * Numbers are LEB128 varints, those that may be negative in zigzag; a string is its length + 1 and its bytes (0:
 * NULL), a list its count and its items, a double its 8 bytes, lowest first. */
#ifndef TRIBUNE_RECORD_FACTS_H
#define TRIBUNE_RECORD_FACTS_H

#include "buf.h"
#include "record.h"

/* Past a fault everything reads as zero, so only the end looks at `failed`. */
struct record_reader {
    struct arena *arena;
    const unsigned char *at, *end;
    bool failed;
};

void record_put_number(struct buf *out, uint64_t number);
/* Over MOST is a fault. */
uint64_t record_get_number(struct record_reader *reader, uint64_t most);

/* What a list of results shows of a report goes to BRIEF, the rest to DETAILS, so that a list inflates little. */
void record_put_facts(struct buf *brief, struct buf *details, const struct record *record);
/* Fills RECORD, all but its text. Offsets are checked against TEXT_LENGTH; bytes left over are a fault. Of persons the
 * brief part has the names (their keys are ""), of places the event's alone. */
void record_get_brief(struct record_reader *reader, struct record *record, uint32_t text_length);
/* Fills in what a record has that was read briefly. */
void record_get_details(struct record_reader *reader, struct record *record, uint32_t text_length);

#endif
