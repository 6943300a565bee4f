/* query_print.c - the tree of a query on one line, for --explain and the tests. */
#include "buf.h"
#include "query.h"

static const char *const group_names[] = { [QUERY_LIST] = "list", [QUERY_AND] = "and", [QUERY_OR] = "or",
                                           [QUERY_NOT] = "not", [QUERY_NEAR] = "near" };

static void print_day(struct buf *out, int32_t day)
{
    char text[ISO_DAY_BYTES];

    if (day == DAY_NONE)
        return;
    day_format(day, text);
    buf_add_string(out, text);
}

static void print_leaf(struct buf *out, const struct query_node *leaf)
{
    if (leaf->field != FIELD_TEXT)
        buf_printf(out, "%s:", field_table[leaf->field].name);
    switch (leaf->field) {
    case FIELD_DATE: case FIELD_PERIOD:
        print_day(out, leaf->interval.start);
        buf_add_string(out, "..");
        print_day(out, leaf->interval.end);
        return;
    case FIELD_LANGUAGE:
        buf_add_string(out, language_row(leaf->language)->code);
        return;
    case FIELD_TYPE:
        buf_add_string(out, report_type_name(leaf->type));
        return;
    case FIELD_HAS:
        buf_add_slice(out, leaf->text);
        return;
    default:
        break;
    }
    if (leaf->kind == QUERY_PHRASE)
        buf_add_char(out, '"');
    buf_add_slice(out, leaf->text);
    if (leaf->kind == QUERY_PHRASE)
        buf_add_char(out, '"');
    if (leaf->kind == QUERY_PREFIX)
        buf_add_char(out, '*');
    if (leaf->km)
        buf_printf(out, "~%ukm", leaf->km);
}

static void print_node(struct buf *out, const struct query_node *node)
{
    static const char *const marks[] = { "", "+", "-" };

    buf_add_string(out, marks[node->mark]);
    if (node->kind == QUERY_ALL) {
        buf_add_char(out, '*');
    } else if (node->kind < QUERY_LIST) {
        print_leaf(out, node);
    } else {
        buf_printf(out, "(%s", group_names[node->kind]);
        if (node->kind == QUERY_NEAR)
            buf_printf(out, "/%u", node->distance);
        for (size_t i = 0; i < node->children.count; i++) {
            buf_add_char(out, ' ');
            print_node(out, node->children.items[i]);
        }
        buf_add_char(out, ')');
    }
}

const char *query_print(const struct query_node *root, struct arena *arena)
{
    struct buf out = BUF_INIT(arena);

    print_node(&out, root);
    return out.bytes;
}
