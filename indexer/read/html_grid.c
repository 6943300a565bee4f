#include "html_grid.h"

#include <string.h>

enum { SPAN_MAX = 1000 };

static uint32_t table_of(const struct html_tree *tree, uint32_t n)
{
    for (n = tree->nodes[n].parent; n && tree->nodes[n].tag != TAG_table; n = tree->nodes[n].parent)
        continue;
    return n;
}

/* Makes TABLE the innermost open one: tables inside it are done, one inside another begins. */
static bool open_table(struct html_grid *grid, const struct html_tree *tree, uint32_t table)
{
    while (grid->depth && tree->nodes[grid->tables[grid->depth - 1].table].end <= table)
        grid->depth--;
    for (unsigned i = grid->depth; i > 0; i--)
        if (grid->tables[i - 1].table == table) {
            grid->depth = i;
            return true;
        }
    if (!table || grid->depth == GRID_TABLES_MAX)
        return false;
    memset(&grid->tables[grid->depth], 0, sizeof *grid->tables);
    grid->tables[grid->depth++].table = table;
    return true;
}

void html_grid_row(struct html_grid *grid, const struct html_tree *tree, uint32_t n)
{
    if (!open_table(grid, tree, table_of(tree, n)))
        return;
    grid->tables[grid->depth - 1].column = 0;
    for (unsigned i = 0; i < GRID_COLUMNS_MAX; i++) {
        uint16_t *held = &grid->tables[grid->depth - 1].held[i];
        *held = (uint16_t)(*held ? *held - 1 : 0);
    }
}

static unsigned span(const struct html_tree *tree, uint32_t n, enum html_node_attribute kind)
{
    uint32_t value = html_node_number(tree, n, kind, 1);
    return value < 1 ? 1 : value > SPAN_MAX ? SPAN_MAX : (unsigned)value;
}

unsigned html_grid_cell(struct html_grid *grid, const struct html_tree *tree, uint32_t n)
{
    if (!open_table(grid, tree, table_of(tree, n)))
        return 0;
    unsigned *column = &grid->tables[grid->depth - 1].column;
    uint16_t *held = grid->tables[grid->depth - 1].held;
    unsigned first = *column, columns = span(tree, n, ATTRIBUTE_colspan), rows = span(tree, n, ATTRIBUTE_rowspan);
    while (first < GRID_COLUMNS_MAX && held[first])
        first++;
    for (unsigned i = first; i < first + columns && i < GRID_COLUMNS_MAX; i++)
        held[i] = (uint16_t)rows;
    *column = first + columns;
    return first < GRID_COLUMNS_MAX ? first + 1 : 0;
}
