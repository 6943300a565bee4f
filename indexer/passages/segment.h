/* segment.h - cuts a report into passages, each with at most one speaker.
 *
 * Under labels a passage is a speaking turn; in narrative text, the sentences attributed to one person; elsewhere a
 * paragraph or two. Long turns are cut between paragraphs. Headings are no passages: they are the `heading` of those below. */
#ifndef TRIBUNE_SEGMENT_H
#define TRIBUNE_SEGMENT_H

#include "people.h"
#include "sections.h"
#include "talks.h"

enum {
    PASSAGE_BYTES_MAX = 3000,   /* a longer turn is cut at the next paragraph */
    PASSAGE_BYTES_CUT = 12000,  /* a longer paragraph is cut at a space */
    PASSAGE_BYTES_JOIN = 1200   /* paragraphs of nobody are joined up to this */
};

struct segment_input {
    const struct name_context *context;
    const turn_list *turns;
    const people_list *people;  /* decided: speaker, score */
    const section_list *sections;
    const talk_list *talks;     /* of a programme */
    bool verbatim;
};

/* Fills report->record.passages. `person` of each is an index in the people list. */
void segment(struct report *report, const struct segment_input *input);

#endif
