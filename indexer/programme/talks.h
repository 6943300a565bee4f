/* talks.h - the stretches of a programme that are one talk each, or one slot: whose title and abstract they hold. */
#ifndef TRIBUNE_TALKS_H
#define TRIBUNE_TALKS_H

#include "credit_line.h"

/* A line of a block, or a cell of a row. */
struct slot_line {
    uint32_t first, end; /* lexemes */
    size_t block;
    bool heading, timed;
    bool speakers; /* a cell under a heading that announces people */
    bool others;              /* another cell of such a row */
    bool apart;    /* in a section of organisers, contacts, references… */
};

typedef VEC(struct slot_line) slot_line_list;
typedef VEC(struct credit) credit_list;

struct talk {
    uint32_t start, end; /* bytes */
    uint32_t
        speaker; /* lexeme of the only name credited in it; TALK_OF_SEVERAL, or TALK_OPEN when it credits nobody */
};

#define TALK_OPEN UINT32_MAX
#define TALK_OF_SEVERAL (UINT32_MAX - 1)

typedef VEC(struct talk) talk_list;

/* Cuts the lines of a programme into talks, in text order: by its HOURS or, where it has none, its blocks. */
void talks_find(const struct name_context *context, const slot_line_list *lines, bool hours,
                const credit_list *credits, talk_list *talks);

/* Does a field of a talk ("Title:", "Abstract:", "Speaker bio:", "Co-authors:") begin at this lexeme? */
bool talk_field(const struct name_context *context, uint32_t first);

/* The talk that holds this byte, or else the first after it; NULL for none. */
const struct talk *talk_after(const talk_list *talks, uint32_t offset);

#endif
