/* markdown_source.h - makes Markdown as people write notes fit for a strict parser, before it is parsed. */
#ifndef TRIBUNE_MARKDOWN_SOURCE_H
#define TRIBUNE_MARKDOWN_SOURCE_H

#include "arena.h"
#include "slice.h"

/* CommonMark would lose or misread what notes commonly hold. The text comes back changed only where one of these
 * applies:   [Note]: some words      is no link definition, which would vanish: escaped
 *   1789. Une année         is no list item: escaped (a number that continues no list, or stands before a month)
 *   ##Titre                 is a heading
 *   a long line, then ---   is a paragraph and a rule, not a heading
 * *WRAPPED tells whether lines are broken at a column, so that a line end means nothing. */
struct slice markdown_source(struct arena *arena, struct slice text, bool *wrapped);

#endif
