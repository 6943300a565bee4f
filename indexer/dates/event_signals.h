/* event_signals.h - the table of what speaks for a date or a place being the event's; for event.c and
 * event_place.c. */
#ifndef TRIBUNE_EVENT_SIGNALS_H
#define TRIBUNE_EVENT_SIGNALS_H

#include "event.h"

enum { CONTEXT_BYTES_MAX = 240 };

enum signal_where {
    SIGNAL_BEFORE,       /* the words are in the same sentence, before */
    SIGNAL_CLOSE_BEFORE, /* a few words before */
    SIGNAL_JUST_BEFORE,  /* they end where the expression begins */
    SIGNAL_LABEL,        /* they are its label: before a colon in its line, or all of the short block above */
    SIGNAL_AFTER,        /* in the same sentence, after */
    SIGNAL_JUST_AFTER,   /* they follow at once, in a short block */
    SIGNAL_FIELD, /* they stand on both sides in a short block, and a name follows: "News - 4 May 2016 - Ann Lee" */
    SIGNAL_DATELINE, /* they follow at once in a long block that the expression begins: "Lyon, 4 May 2016 – The…" */
    SIGNAL_BLOCK     /* they begin the block, a short one */
};

struct event_signal {
    const char *name;
    enum signal_where where;
    int event, published, place; /* weights; 0: says nothing of it */
    const char *const *phrases;  /* lower case, NULL at the end */
    bool future;                 /* speaks of a meeting to come: in a report, of another one */
    int announced;               /* then what it weighs where a meeting is announced, for date and place */
};

extern const struct event_signal event_signals[];
extern const size_t event_signal_count;

/* The text around an expression, lower case, ’ as ', white space as single spaces, cut at the sentence and the
 * block; a short block goes on from a short one above it ("Minutes of the meeting", then a line with the day). */
struct event_context {
    char before[CONTEXT_BYTES_MAX + 1], after[CONTEXT_BYTES_MAX + 1], block[CONTEXT_BYTES_MAX + 1];
    char label[CONTEXT_BYTES_MAX + 1]; /* "" when it has none */
    size_t block_number;   /* index in report->blocks */
    size_t block_bytes;
    bool heading;
    uint8_t level;
    bool name_follows;     /* the second word after it has a capital: "21 mai 2019, par Lou" */
    uint32_t line_offset;  /* of the expression in its line of the block */
    uint32_t line_bytes;
    uint32_t offset;       /* of the expression in its block */
};

void event_context_read(const struct report *report, struct span at, struct event_context *context);
/* What a signal weighs, in a report or in an announcement. */
int event_signal_date(const struct event_signal *signal, bool announcement);
int event_signal_place(const struct event_signal *signal, bool announcement);
bool event_signal_holds(const struct event_signal *signal, const struct event_context *context);

/* Copies TEXT as contexts are; returns OUT. */
char *event_fold(struct slice text, char *out, size_t size);

/* Is PHRASE in TEXT as whole words? Both as event_fold makes them. */
bool event_has_phrase(const char *text, const char *phrase);

#endif
