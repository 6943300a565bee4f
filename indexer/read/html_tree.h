/* html_tree.h - an HTML page as a flat array of nodes in document order, made from libxml2's SAX events.
 *
 * Half the time and a fifth of the memory of libxml2's own tree, and a subtree is a range of indexes: node N's
 * descendants are N + 1 to nodes[N].end - 1, so that nothing recurses. Only elements and attributes that mean
 * something here are told apart. The tree is on the heap, since libxml2 must not be jumped over: html_tree_fini()
 * frees it. */
#ifndef TRIBUNE_HTML_TREE_H
#define TRIBUNE_HTML_TREE_H

#include <stdbool.h>
#include <stdint.h>

#include "error.h"
#include "slice.h"

enum {
    HTML_NODES_MAX = 1 << 23,      /* further elements are not told apart; their text is kept */
    HTML_DEPTH_MAX = 2048,         /* deeper, the rest of the page is read as text with its paragraphs only */
    HTML_ATTRIBUTES_MAX = 400,     /* of one element: libxml2 takes quadratic time for them */
    HTML_WORK_MAX = 100 * 1000 * 1000 /* steps that unmatched end tags may cost before the same happens */
};

/* TAG(name): alphabetical, for the table. */
#define HTML_TAGS(TAG)                                                                                               \
    TAG(a) TAG(address) TAG(article) TAG(aside) TAG(audio) TAG(b) TAG(base) TAG(blockquote) TAG(body) TAG(br)        \
    TAG(button) TAG(canvas) TAG(caption) TAG(center) TAG(cite) TAG(dd) TAG(del) TAG(details) TAG(dialog) TAG(dir)    \
    TAG(div) TAG(dl) TAG(dt) TAG(em) TAG(fieldset) TAG(figcaption) TAG(figure) TAG(footer) TAG(form) TAG(h1)         \
    TAG(h2) TAG(h3) TAG(h4) TAG(h5) TAG(h6) TAG(head) TAG(header) TAG(hgroup) TAG(hr) TAG(html) TAG(i) TAG(iframe)   \
    TAG(img) TAG(input) TAG(legend) TAG(li) TAG(link) TAG(main) TAG(map) TAG(math) TAG(menu) TAG(meta) TAG(nav)      \
    TAG(noframes) TAG(noscript) TAG(object) TAG(ol) TAG(optgroup) TAG(option) TAG(p) TAG(picture) TAG(pre)           \
    TAG(script) TAG(section) TAG(select) TAG(small) TAG(span) TAG(strong) TAG(style) TAG(summary) TAG(sup) TAG(svg)  \
    TAG(table) TAG(tbody) TAG(td) TAG(template) TAG(textarea) TAG(tfoot) TAG(th) TAG(thead) TAG(time) TAG(title) TAG(tr) \
    TAG(u) TAG(ul) TAG(video) TAG(wbr)

enum html_tag {
    TAG_TEXT, /* a piece of text */
    TAG_OTHER,
#define TAG(name) TAG_##name,
    HTML_TAGS(TAG)
#undef TAG
    TAG_COUNT
};

#define HTML_ATTRIBUTES(ATTRIBUTE)                                                                                   \
    ATTRIBUTE(alt, "alt") ATTRIBUTE(aria_hidden, "aria-hidden") ATTRIBUTE(class, "class")                            \
    ATTRIBUTE(colspan, "colspan") ATTRIBUTE(content, "content") ATTRIBUTE(datetime, "datetime")                      \
    ATTRIBUTE(hidden, "hidden") ATTRIBUTE(href, "href") ATTRIBUTE(http_equiv, "http-equiv") ATTRIBUTE(id, "id")      \
    ATTRIBUTE(itemprop, "itemprop")                                                                                  \
    ATTRIBUTE(lang, "lang") ATTRIBUTE(name, "name") ATTRIBUTE(property, "property") ATTRIBUTE(rel, "rel")            \
    ATTRIBUTE(role, "role") ATTRIBUTE(rowspan, "rowspan") ATTRIBUTE(start, "start") ATTRIBUTE(style, "style")        \
    ATTRIBUTE(type, "type")                                                                                          \
    ATTRIBUTE(value, "value")

enum html_node_attribute {
#define ATTRIBUTE(id, name) ATTRIBUTE_##id,
    HTML_ATTRIBUTES(ATTRIBUTE)
#undef ATTRIBUTE
    ATTRIBUTE_COUNT
};

struct html_node {
    uint32_t parent, end;
    uint32_t start, length; /* of a text: bytes of pool; of an element: its attributes, and how many */
    uint32_t text, linked;  /* characters in the subtree that are no space; those inside <a> (main_content.c) */
    uint32_t links;         /* <a> elements in the subtree */
    uint8_t tag;            /* enum html_tag */
    uint8_t flags;          /* enum html_flag */
    uint16_t signs;         /* enum html_sign (html_signs.c) */
};

enum html_flag {            /* set by main_content.c */
    HTML_DROPPED = 1,       /* not part of the report */
    HTML_HAS_H1 = 4,
    HTML_HAS_FILE = 8       /* links to a document that can be downloaded */
};

struct html_attribute_value {
    uint32_t start, length; /* of pool */
    uint32_t kind;
};

struct html_tree {
    struct html_node *nodes; /* node 0 is the root */
    struct html_attribute_value *attributes;
    char *pool;
    size_t node_count, node_room, attribute_count, attribute_room, pool_length, pool_room;
    uint32_t open;           /* the node that gets children, while parsing */
    uint32_t depth, skipped; /* elements open; of these, the innermost that have no node */
    uint64_t work;
    bool failed, stopped;    /* out of memory; too deep or too much work */
};

/* Parses TEXT (valid UTF-8) into TREE, which must be zeroed. STATUS_MEMORY when memory runs out. */
enum status html_tree_parse(struct html_tree *tree, struct slice text, struct error *error);
void html_tree_fini(struct html_tree *tree);

/* An attribute of node N; bytes NULL when it has none. A value that is missing (<div hidden>) is empty. */
struct slice html_node_attribute(const struct html_tree *tree, uint32_t n, enum html_node_attribute kind);

/* The number that an attribute of node N begins with, of at most nine digits; OTHERWISE when it has none. */
uint32_t html_node_number(const struct html_tree *tree, uint32_t n, enum html_node_attribute kind,
                          uint32_t otherwise);
struct slice html_node_text(const struct html_tree *tree, uint32_t n); /* of a text node */

/* Sets libxml2 up. Call once before threads parse: its own first use is not safe among them (they may wait for ever). */
void html_prepare(void);

#endif
