/* main_content.h - tells the report from what surrounds it on a web page: menus, footers, banners, comments,
 * templates.
 *
 * By element, role and class names, and by how much of a stretch of text is links. Where the signs are weak the text
 * is kept: a menu in the text costs little, a lost paragraph cannot be found. */
#ifndef TRIBUNE_MAIN_CONTENT_H
#define TRIBUNE_MAIN_CONTENT_H

#include "html_tree.h"

/* Fills the counts of all nodes and the flag HTML_DROPPED of the subtrees that are not the report. The signs of
 * html_signs.h have been read. */
void main_content_mark(struct html_tree *tree);

#endif
