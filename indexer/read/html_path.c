#include "html_path.h"

#include <strings.h>

enum { LEVELS = 3 }; /* elements that tell something, from the innermost: further out pages differ from day to day */

/* Class words that say in which state an element is, or at which end of a list. */
static bool passing(struct slice word)
{
    static const char *const words[] = { "active", "current",   "selected", "show",      "in",
                                         "open",   "collapsed", "even",     "odd",       "alt",
                                         "first",  "last",      "clearfix", "is-active", "fade" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_is(word, words[i]))
            return true;
    return false;
}

static uint32_t add(uint32_t hash, unsigned char byte)
{
    return (hash ^ byte) * 16777619u; /* FNV-1a */
}

/* The class names without their numbers: style sheets of office programs and builders number what is alike. */
static uint32_t add_classes(uint32_t hash, struct slice names)
{
    for (size_t i = 0, end; i < names.length; i = end + 1) {
        for (end = i; end < names.length && !strchr(" \t\n", names.bytes[end]);)
            end++;
        struct slice word = { names.bytes + i, end - i };
        if (!word.length || passing(word))
            continue;
        for (size_t k = 0; k < word.length; k++)
            if (word.bytes[k] < '0' || word.bytes[k] > '9')
                hash = add(hash, (unsigned char)word.bytes[k]);
        hash = add(hash, ' ');
    }
    return hash;
}

bool html_sets_apart(const struct html_tree *tree, uint32_t n)
{
    const struct html_node *node = &tree->nodes[n];
    return node->tag == TAG_u || node->tag == TAG_small ||
           (node->tag == TAG_span && (!node->length || html_node_attribute(tree, n, ATTRIBUTE_class).length));
}

/* Links and spans that only have a style come and go in slots that are alike. */
static bool telling(const struct html_tree *tree, uint32_t n)
{
    uint8_t tag = tree->nodes[n].tag;
    if (tag == TAG_a || tag == TAG_tbody || tag == TAG_thead || tag == TAG_wbr || tag == TAG_img)
        return false;
    return tag == TAG_span    ? html_sets_apart(tree, n)
           : tag == TAG_OTHER ? html_node_attribute(tree, n, ATTRIBUTE_class).length > 0
                              : true;
}

void html_runs_enter(struct html_runs *runs, const struct html_tree *tree, uint32_t n)
{
    const struct html_node *node = &tree->nodes[n];
    unsigned depth = runs->depth++;
    if (depth >= PATH_DEPTH_MAX)
        return;
    bool goes_on =
        runs->last[depth].node && runs->last[depth].parent == node->parent && runs->last[depth].tag == node->tag;
    unsigned count = goes_on ? runs->last[depth].count + 1u : 0;
    runs->last[depth].parent = node->parent;
    runs->last[depth].node = n;
    runs->last[depth].tag = node->tag;
    runs->last[depth].count = (uint8_t)(count < PATH_NTH_MANY ? count : PATH_NTH_MANY);
}

void html_runs_leave(struct html_runs *runs)
{
    runs->depth--;
}

static unsigned number_of(const struct html_runs *runs, uint32_t n)
{
    for (unsigned i = runs->depth < PATH_DEPTH_MAX ? runs->depth : PATH_DEPTH_MAX; i > 0; i--)
        if (runs->last[i - 1].node == n)
            return runs->last[i - 1].count;
    return PATH_NTH_MANY;
}

struct html_path html_path(const struct html_runs *runs, const struct html_tree *tree, uint32_t n)
{
    struct html_path path = { 2166136261u, 0 };
    unsigned levels = 0;
    for (uint32_t at = tree->nodes[n].parent; at && levels < LEVELS; at = tree->nodes[at].parent) {
        uint8_t tag = tree->nodes[at].tag;
        if (tag == TAG_body || tag == TAG_html || tag == TAG_main || tag == TAG_article)
            break;
        if (!telling(tree, at))
            continue;
        if (!levels++)
            path.nth = number_of(runs, at);
        path.hash = add_classes(add(path.hash, tag), html_node_attribute(tree, at, ATTRIBUTE_class));
    }
    return path;
}
