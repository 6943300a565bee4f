/* html_head.h - what a page says of itself without showing it: <title>, <meta>, canonical link, lang, JSON-LD. */
#ifndef TRIBUNE_HTML_HEAD_H
#define TRIBUNE_HTML_HEAD_H

#include "html_tree.h"
#include "report.h"

/* Adds it to the report's metadata, wherever on the page it stands. */
void html_head_read(struct report *report, const struct html_tree *tree);

#endif
