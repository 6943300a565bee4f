/* template.h - learns the template of a programme's page: the places in its slots that hold people, and those that hold
 * titles and other things.
 *
 * A page prints its slots alike: where eight of ten cells of a column, or of the texts in one markup, read like people's
 * names, the two others are names too, however strange; where hardly any does, one that does is a title. */
#ifndef TRIBUNE_TEMPLATE_H
#define TRIBUNE_TEMPLATE_H

#include "credit_line.h"
#include "talks.h"

enum template_part { PART_UNKNOWN, PART_PEOPLE, PART_OTHER };

struct page_template {
    const uint8_t *parts; /* of each lexeme: the enum template_part of the place it stands in */
    const uint8_t *heads; /* of each lexeme: 1 where a text of a place begins, hours and "by" aside */
    size_t people;        /* texts that are people and nothing else, in places that hold people */
};

/* Learns from the lines of the programme. In the arena. */
struct page_template template_learn(const struct name_context *context, const struct mark_edges *edges,
                                    const slot_line_list *lines);

#endif
