/* main_content.h - tells the report from what surrounds it on a web page: menus, footers, banners, comments, templates.
 *
 * By element, role and class names, and by how much of a stretch of text is links. Where the signs are weak the text is
 * kept: a menu in the text costs little, a lost paragraph cannot be found. */
#ifndef TRIBUNE_MAIN_CONTENT_H
#define TRIBUNE_MAIN_CONTENT_H

#include "html_tree.h"

/* Fills the counts of all nodes and the flags HTML_DROPPED and HTML_HIDDEN of the subtrees that are not the report. */
void main_content_mark(struct html_tree *tree);

/* The same for a piece of a page: only what is never shown is marked. */
void main_content_mark_hidden(struct html_tree *tree);

/* Does one of the words of a class or id attribute (cut at spaces, '-', '_' and inner capitals) equal WORD? */
bool class_has_word(struct slice names, const char *word);

#endif
