/* html_grid.h - which column of its table a cell stands in, cells that span columns and rows counted. */
#ifndef TRIBUNE_HTML_GRID_H
#define TRIBUNE_HTML_GRID_H

#include "html_tree.h"

enum { GRID_TABLES_MAX = 8, GRID_COLUMNS_MAX = 32 };

struct html_grid {
    struct {
        uint32_t table;                  /* its node */
        unsigned column;                 /* of the last cell, from 1; 0 before the first of a row */
        uint16_t held[GRID_COLUMNS_MAX]; /* rows for which a cell from above still takes the column */
    } tables[GRID_TABLES_MAX];
    unsigned depth; /* tables open, one inside another */
};

/* Begins the row at node N of the table that holds it. */
void html_grid_row(struct html_grid *grid, const struct html_tree *tree, uint32_t n);

/* The column of the cell at node N, from 1; 0 outside tables and past GRID_COLUMNS_MAX. */
unsigned html_grid_cell(struct html_grid *grid, const struct html_tree *tree, uint32_t n);

#endif
