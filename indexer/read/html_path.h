/* html_path.h - where a text stands on the page, as the page's template sees it: the tags and classes around it.
 *
 * What a page repeats, it repeats with the same markup: texts of one path play one part (template.h). */
#ifndef TRIBUNE_HTML_PATH_H
#define TRIBUNE_HTML_PATH_H

#include "html_tree.h"

struct html_path {
    uint32_t hash; /* of the elements that tell something, the innermost few */
    unsigned nth;  /* so many of its kind stand right before the innermost: 0, 1, 2, or PATH_NTH_MANY */
};

enum { PATH_NTH_MANY = 3, PATH_DEPTH_MAX = 64 };

/* Elements of one kind in a row, at each depth of the walk. */
struct html_runs {
    struct {
        uint32_t parent, node;
        uint8_t tag, count;
    } last[PATH_DEPTH_MAX];
    unsigned depth;
};

void html_runs_enter(struct html_runs *runs, const struct html_tree *tree, uint32_t n);
void html_runs_leave(struct html_runs *runs);

/* Is the element at N a span that sets a field apart: one with a class, or with no attribute at all? */
bool html_sets_apart(const struct html_tree *tree, uint32_t n);

/* The path of the text at node N, of which all ancestors were entered. */
struct html_path html_path(const struct html_runs *runs, const struct html_tree *tree, uint32_t n);

#endif
