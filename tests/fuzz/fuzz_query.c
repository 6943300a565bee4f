/* Any bytes as a query: a tree that is no deeper and has no more leaves than it may, whose texts lie in the query;
 * or an error with a message and a column inside the query. */
#include <stdint.h>
#include <stdlib.h>

#include "query.h"
#include "utf8.h"

static void require(bool condition)
{
    if (!condition)
        abort();
}

static unsigned check_node(const struct query_node *node, struct slice text, unsigned depth)
{
    unsigned leaves = node->kind < QUERY_LIST;

    require(depth <= QUERY_LEAVES_MAX + 4 * QUERY_DEPTH_MAX);
    require(node->start <= node->end && node->end <= text.length);
    require((node->kind < QUERY_LIST) == (node->children.count == 0));
    if (node->kind != QUERY_ALL && node->kind < QUERY_LIST && node->field != FIELD_HAS)
        require(node->text.bytes >= text.bytes && node->text.bytes + node->text.length <= text.bytes + text.length);
    if (node->kind == QUERY_NEAR)
        require(node->distance >= 1 && node->distance <= QUERY_NEAR_MAX && node->children.count >= 2);
    for (size_t i = 0; i < node->children.count; i++)
        leaves += check_node(node->children.items[i], text, depth + 1);
    return leaves;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = ARENA_INIT(32 << 20);
    struct error error = ERROR_NONE;
    struct query_node *root;
    struct slice text = { (const char *)data, size };

    enum status status = query_parse(text, LANGUAGE_FR, &arena, &root, &error);
    if (status) {
        require(status == STATUS_QUERY || status == STATUS_LIMIT);
        require(error.message[0] && error.column >= 1 && error.column <= utf8_count(text.bytes, size) + 1);
    } else {
        require(check_node(root, text, 0) <= QUERY_LEAVES_MAX * 2);
        require(query_print(root, &arena)[0]);
    }
    arena_fini(&arena);
    return 0;
}
