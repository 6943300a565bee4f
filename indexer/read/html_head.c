#include "html_head.h"

#include <strings.h>

#include "metadata.h"
#include "report_builder.h"

static const struct span nowhere = { 0, 0 };

static struct slice inner_text(const struct html_tree *tree, uint32_t n)
{
    return n + 1 < tree->nodes[n].end && tree->nodes[n + 1].tag == TAG_TEXT ? html_node_text(tree, n + 1) : SLICE("");
}

static void read_meta(struct report *report, const struct html_tree *tree, uint32_t n)
{
    static const enum html_node_attribute naming[] = {
        ATTRIBUTE_name, ATTRIBUTE_property, ATTRIBUTE_http_equiv, ATTRIBUTE_itemprop
    };
    struct slice content = html_node_attribute(tree, n, ATTRIBUTE_content);
    for (size_t i = 0; content.length && i < sizeof naming / sizeof *naming; i++) {
        struct slice name = html_node_attribute(tree, n, naming[i]);
        if (name.length)
            metadata_add(report, naming[i] == ATTRIBUTE_itemprop ? METADATA_SCHEMA : METADATA_HTML, name, content,
                         nowhere);
    }
}

static void read_link(struct report *report, const struct html_tree *tree, uint32_t n)
{
    struct slice rel = html_node_attribute(tree, n, ATTRIBUTE_rel);
    struct slice href = slice_trim(html_node_attribute(tree, n, ATTRIBUTE_href));
    bool canonical = rel.length == 9 && !strncasecmp(rel.bytes, "canonical", 9);
    if (canonical && href.length > 8 && !strncasecmp(href.bytes, "http", 4))
        report_add_meta(report, "url", href, "meta", nowhere);
}

void html_head_read(struct report *report, const struct html_tree *tree)
{
    bool titled = false, language = false;
    for (uint32_t n = 1; n < tree->node_count; n++) {
        switch (tree->nodes[n].tag) {
        case TAG_meta: read_meta(report, tree, n); break;
        case TAG_link: read_link(report, tree, n); break;
        case TAG_title: /* an <svg> has titles too: the first is the page's */
            if (!titled)
                report_add_meta(report, "title", inner_text(tree, n), "html-title", nowhere);
            titled = true;
            break;
        case TAG_html: case TAG_body:
            if (!language && html_node_attribute(tree, n, ATTRIBUTE_lang).length) {
                report_add_meta(report, "language", html_node_attribute(tree, n, ATTRIBUTE_lang), "meta", nowhere);
                language = true;
            }
            break;
        case TAG_script: metadata_add_json_ld(report, inner_text(tree, n)); break;
        default: break;
        }
    }
}
