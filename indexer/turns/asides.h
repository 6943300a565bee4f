/* asides.h - lines of a transcript that are nobody's words: stage directions, votes, procedure, titles between turns. */
#ifndef TRIBUNE_ASIDES_H
#define TRIBUNE_ASIDES_H

#include "names.h"

enum aside {
    ASIDE_NONE, /* somebody's words */
    ASIDE_NOTE, /* nobody's, and the turn goes on after it: "(Applause.)", "Members interjecting" */
    ASIDE_END   /* nobody's, and what follows it neither: "The House divided—" and its lists of names */
};

/* What the line FIRST to before END is; *NEXT: the lexeme after it, which is on a further line when a bracket runs on. */
enum aside aside_line(const struct name_context *context, uint32_t first, uint32_t end, uint32_t *next);

/* The lexeme after the line that begins with FIRST. */
uint32_t aside_line_end(const struct name_context *context, uint32_t first);

/* May the line FIRST to before END be a title, an hour or a party: short, no sentence? */
bool aside_title(const struct name_context *context, uint32_t first, uint32_t end);

/* Is FIRST to before END in italics, and has nobody who speaks for himself in it? */
bool aside_italic(const struct name_context *context, uint32_t first, uint32_t end);

/* Words by which people speak for themselves and to others ("I", "nous", "your") in FIRST to before END: how many. */
uint32_t aside_persons(const struct name_context *context, uint32_t first, uint32_t end);

#endif
