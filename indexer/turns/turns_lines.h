/* turns_lines.h - turns whose label is a line of its own: a name, a name and a role, a name and a time code; or a
 * heading. */
#ifndef TRIBUNE_TURNS_LINES_H
#define TRIBUNE_TURNS_LINES_H

#include "turns.h"

/* How often a name stands alone before speech: paragraphs, headings, and first lines of paragraphs. */
struct name_lines {
    size_t paragraphs, headings, openers;
};

struct name_lines name_lines_count(const struct name_context *context);

/* A line that is a name alone, or a name and a role, before what that person says. */
bool name_line(const struct name_context *context, const struct name_lines *lines, uint32_t at,
               const struct block *block, struct turn *turn);

/* "Un auditeur", "La salle" alone in a paragraph, where speakers' names stand so. */
bool anonymous_line(const struct name_context *context, const struct name_lines *lines, uint32_t at,
                    const struct block *block, struct turn *turn);

/* A heading that is a name or an office alone, where several are: they are turns when the report is a transcript. */
bool heading_turn(const struct name_context *context, const struct name_lines *lines, uint32_t at,
                  const struct block *block, struct turn *turn);

#endif
