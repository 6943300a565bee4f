#include "html_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <strings.h>

static const char *const tag_names[TAG_COUNT] = {
    "", "",
#define TAG(name) #name,
    HTML_TAGS(TAG)
#undef TAG
};

static const char *const attribute_names[ATTRIBUTE_COUNT] = {
#define ATTRIBUTE(id, name) name,
    HTML_ATTRIBUTES(ATTRIBUTE)
#undef ATTRIBUTE
};

/* libxml2 gives the same pointer for the same element name, so a small cache answers nearly always. */
enum { CACHE_SLOTS = 256 };
struct tag_cache {
    const void *name[CACHE_SLOTS];
    uint8_t tag[CACHE_SLOTS];
};

struct sax {
    struct html_tree *tree;
    htmlParserCtxtPtr parser;
    struct tag_cache cache;
    size_t rest;              /* bytes that were not parsed when it was stopped */
};

static uint8_t find_tag(const char *name)
{
    unsigned low = TAG_OTHER + 1, high = TAG_COUNT;
    while (low < high) {
        unsigned middle = (low + high) / 2;
        int order = strcmp(name, tag_names[middle]);
        if (order == 0)
            return (uint8_t)middle;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return TAG_OTHER;
}

static uint8_t cached_tag(struct tag_cache *cache, const void *name)
{
    size_t slot = ((uintptr_t)name >> 3 ^ (uintptr_t)name >> 11) % CACHE_SLOTS;
    if (cache->name[slot] != name) {
        cache->name[slot] = name;
        cache->tag[slot] = find_tag(name);
    }
    return cache->tag[slot];
}

static void stop(struct sax *sax)
{
    sax->tree->stopped = true;
    sax->rest = (size_t)(sax->parser->input->end - sax->parser->input->cur); /* xmlStopParser() forgets it */
    xmlStopParser(sax->parser);
}

static void fail(struct sax *sax)
{
    sax->tree->failed = true;
    xmlStopParser(sax->parser);
}

static bool reserve(void **items, size_t *room, size_t need, size_t size)
{
    if (need <= *room)
        return true;
    size_t wanted = *room ? *room : 1024;
    while (wanted < need)
        wanted *= 2;
    void *grown = realloc(*items, wanted * size);
    if (!grown)
        return false;
    *items = grown;
    *room = wanted;
    return true;
}

static bool add_pool(struct html_tree *tree, const void *bytes, size_t length, uint32_t *start)
{
    if (tree->pool_length + length > UINT32_MAX - 16 ||
        !reserve((void **)&tree->pool, &tree->pool_room, tree->pool_length + length + 1, 1))
        return false;
    *start = (uint32_t)tree->pool_length;
    if (length)
        memcpy(tree->pool + tree->pool_length, bytes, length);
    tree->pool_length += length;
    return true;
}

static struct html_node *add_node(struct html_tree *tree, uint8_t tag)
{
    if (!reserve((void **)&tree->nodes, &tree->node_room, tree->node_count + 1, sizeof *tree->nodes))
        return NULL;
    struct html_node *node = &tree->nodes[tree->node_count++];
    *node = (struct html_node){ .parent = tree->open, .end = (uint32_t)tree->node_count, .tag = tag };
    return node;
}

static int find_attribute(const char *name)
{
    for (int i = 0; i < ATTRIBUTE_COUNT; i++)
        if (name[0] == attribute_names[i][0] && !strcmp(name, attribute_names[i]))
            return i;
    return -1;
}

static bool add_attributes(struct html_tree *tree, struct html_node *node, const xmlChar **attributes)
{
    node->start = (uint32_t)tree->attribute_count;
    for (; attributes && attributes[0]; attributes += 2) {
        int kind = find_attribute((const char *)attributes[0]);
        if (kind < 0)
            continue;
        struct html_attribute_value value = { .kind = (uint32_t)kind };
        const char *bytes = (const char *)attributes[1];
        value.length = bytes ? (uint32_t)strlen(bytes) : 0;
        if (!reserve((void **)&tree->attributes, &tree->attribute_room, tree->attribute_count + 1, sizeof value) ||
            !add_pool(tree, bytes, value.length, &value.start))
            return false;
        tree->attributes[tree->attribute_count++] = value;
        node->length++;
    }
    return true;
}

static void on_start(void *data, const xmlChar *name, const xmlChar **attributes)
{
    struct sax *sax = data;
    struct html_tree *tree = sax->tree;
    tree->depth++;
    if (tree->depth > HTML_DEPTH_MAX) {
        stop(sax);
        return;
    }
    if (tree->skipped || tree->node_count >= HTML_NODES_MAX) {
        tree->skipped++;
        return;
    }
    struct html_node *node = add_node(tree, cached_tag(&sax->cache, name));
    if (!node || !add_attributes(tree, node, attributes)) {
        fail(sax);
        return;
    }
    tree->open = (uint32_t)tree->node_count - 1;
}

static void on_end(void *data, const xmlChar *name)
{
    (void)name;
    struct html_tree *tree = ((struct sax *)data)->tree;
    if (tree->depth)
        tree->depth--;
    if (tree->skipped) {
        tree->skipped--;
    } else if (tree->open) {
        tree->nodes[tree->open].end = (uint32_t)tree->node_count;
        tree->open = tree->nodes[tree->open].parent;
    }
}

static bool add_text(struct html_tree *tree, const void *bytes, size_t length)
{
    uint32_t start;
    struct html_node *last = &tree->nodes[tree->node_count - 1];
    bool joins = last->tag == TAG_TEXT && last->start + (size_t)last->length == tree->pool_length &&
                 (last->parent == tree->open || tree->node_count >= HTML_NODES_MAX);
    if (!add_pool(tree, bytes, length, &start))
        return false;
    if (!joins) {
        last = add_node(tree, TAG_TEXT);
        if (!last)
            return false;
        last->start = start;
    }
    last->length += (uint32_t)length;
    return true;
}

static void on_text(void *data, const xmlChar *text, int length)
{
    struct sax *sax = data;
    if (length > 0 && !add_text(sax->tree, text, (size_t)length))
        fail(sax);
}

/* What is inside <script> and <style>: only JSON-LD says something about the report. */
static void on_raw(void *data, const xmlChar *text, int length)
{
    struct sax *sax = data;
    const struct html_tree *tree = sax->tree;
    if (tree->nodes[tree->open].tag == TAG_script &&
        slice_is(html_node_attribute(tree, tree->open, ATTRIBUTE_type), "application/ld+json"))
        on_text(data, text, length);
}

/* An end tag that matches nothing makes libxml2 look at all open elements. */
#if LIBXML_VERSION >= 21200
static void on_error(void *data, const xmlError *error)
#else
static void on_error(void *data, xmlError *error)
#endif
{
    struct sax *sax = data;
    if (error->code == XML_ERR_TAG_NAME_MISMATCH)
        sax->tree->work += sax->tree->depth;
    if (sax->tree->work > HTML_WORK_MAX && !sax->tree->stopped)
        stop(sax);
}

/* The rest of a page that is too deep to be parsed: its text, with a break where a tag of a paragraph stood. */
static bool add_stripped(struct html_tree *tree, struct slice rest)
{
    while (rest.length) {
        const char *tag = memchr(rest.bytes, '<', rest.length);
        size_t n = tag ? (size_t)(tag - rest.bytes) : rest.length;
        if (n && !add_text(tree, rest.bytes, n))
            return false;
        if (!tag)
            break;
        const char *close = memchr(tag, '>', rest.length - n);
        bool paragraph = rest.length - n > 2 && strchr("pdhlt/", tag[1] | 0x20);
        if (paragraph && tree->node_count < HTML_NODES_MAX && !add_node(tree, TAG_br))
            return false;
        if (!close)
            break;
        rest.length -= (size_t)(close + 1 - rest.bytes);
        rest.bytes = close + 1;
    }
    return true;
}

/* A copy of the page in which tags with too many attributes are cut short; NULL when there is none, or no memory. */
static char *tame(struct slice text)
{
    enum { LONG_TAG = 4096 };
    char *copy = NULL;
    size_t i = 0;
    while (i < text.length) {
        const char *tag = memchr(text.bytes + i, '<', text.length - i);
        if (!tag)
            break;
        i = (size_t)(tag - text.bytes) + 1;
        size_t ahead = text.length - i < LONG_TAG ? text.length - i : LONG_TAG;
        if (memchr(text.bytes + i, '>', ahead) || ahead < LONG_TAG || !((text.bytes[i] | 0x20) >= 'a'))
            continue;
        size_t attributes = 0;
        char quote = 0;
        for (; i < text.length && (quote || text.bytes[i] != '>'); i++) {
            char c = text.bytes[i];
            if (quote)
                quote = c == quote ? 0 : quote;
            else if (c == '"' || c == '\'')
                quote = c;
            else if ((c == ' ' || c == '\n' || c == '/') && ++attributes > HTML_ATTRIBUTES_MAX)
                break;
        }
        if (attributes <= HTML_ATTRIBUTES_MAX)
            continue;
        if (!copy) {
            if (!(copy = malloc(text.length)))
                return NULL;
            memcpy(copy, text.bytes, text.length);
        }
        copy[i] = '>';
        text.bytes = copy;
    }
    return copy;
}

enum status html_tree_parse(struct html_tree *tree, struct slice text, struct error *error)
{
    enum status status = STATUS_OK;
    struct sax sax = { .tree = tree };
    htmlSAXHandler handler = {
        .startElement = on_start, .endElement = on_end, .characters = on_text, .ignorableWhitespace = on_text,
        .cdataBlock = on_raw, .serror = on_error, .initialized = XML_SAX2_MAGIC
    };
    char *copy = tame(text);
    if (copy)
        text.bytes = copy;
    if (!add_node(tree, TAG_OTHER) || !(sax.parser = htmlCreateMemoryParserCtxt(text.bytes, (int)text.length))) {
        status = error_set(error, STATUS_MEMORY, "out of memory in the HTML parser");
        goto out;
    }
    int options = HTML_PARSE_RECOVER | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NONET | HTML_PARSE_NODEFDTD |
                  (int)XML_PARSE_HUGE;
    htmlCtxtUseOptions(sax.parser, options);
#if LIBXML_VERSION < 21400
    sax.parser->charset = XML_CHAR_ENCODING_UTF8; /* no guessing: the text is UTF-8 */
#endif
    htmlSAXHandlerPtr own = sax.parser->sax;
    sax.parser->sax = &handler;
    sax.parser->userData = &sax;
    htmlParseDocument(sax.parser);
    sax.parser->sax = own;
    if (tree->stopped && sax.rest <= text.length && !tree->failed)
        tree->failed = !add_stripped(tree, (struct slice){ text.bytes + text.length - sax.rest, sax.rest });
    for (uint32_t n = tree->open; ; n = tree->nodes[n].parent) {
        tree->nodes[n].end = (uint32_t)tree->node_count;
        if (!n)
            break;
    }
    if (tree->failed)
        status = error_set(error, STATUS_MEMORY, "out of memory in the HTML parser");
out:
    if (sax.parser) {
        xmlDocPtr document = sax.parser->myDoc;
        htmlFreeParserCtxt(sax.parser);
        xmlFreeDoc(document);
    }
    free(copy);
    return status;
}

void html_tree_fini(struct html_tree *tree)
{
    free(tree->nodes);
    free(tree->attributes);
    free(tree->pool);
    memset(tree, 0, sizeof *tree);
}

struct slice html_node_attribute(const struct html_tree *tree, uint32_t n, enum html_node_attribute kind)
{
    const struct html_node *node = &tree->nodes[n];
    if (node->tag != TAG_TEXT)
        for (uint32_t i = node->start; i < node->start + node->length; i++)
            if (tree->attributes[i].kind == kind)
                return (struct slice){ tree->pool + tree->attributes[i].start, tree->attributes[i].length };
    return (struct slice){ NULL, 0 };
}

uint32_t html_node_number(const struct html_tree *tree, uint32_t n, enum html_node_attribute kind, uint32_t otherwise)
{
    struct slice value = html_node_attribute(tree, n, kind);
    uint32_t number = 0;
    size_t i = 0;
    while (i < value.length && i < 9 && value.bytes[i] >= '0' && value.bytes[i] <= '9')
        number = number * 10 + (uint32_t)(value.bytes[i++] - '0');
    return i ? number : otherwise;
}

struct slice html_node_text(const struct html_tree *tree, uint32_t n)
{
    return (struct slice){ tree->pool + tree->nodes[n].start, tree->nodes[n].length };
}

void html_prepare(void)
{
    xmlInitParser();
}
