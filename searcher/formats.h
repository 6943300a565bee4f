/* formats.h - the forms an answer can take: one table for --format, `format=`, --help and the export links. */
#ifndef TRIBUNE_FORMATS_H
#define TRIBUNE_FORMATS_H

#include <stdbool.h>

#include "render.h"

enum format {
    FORMAT_TEXT, FORMAT_JSON, FORMAT_JSONL, FORMAT_CSV, FORMAT_TSV, FORMAT_HTML, FORMAT_ATOM, FORMAT_RIS,
    FORMAT_BIBTEX, FORMAT_TREC, FORMAT_OPENSEARCH, FORMAT_COUNT
};

struct format_row {
    const char *name;
    const char *type;          /* content type, with its charset */
    const char *file;          /* the name a browser saves it under; NULL to show it */
    bool shell, web;           /* asked for with --format; with format= */
    render_function *render;   /* of results */
};

extern const struct format_row format_table[FORMAT_COUNT];

/* Is it of references, which one report can be given in as well as many? */
bool format_cites(enum format format);

enum format format_from_name(const char *name); /* FORMAT_COUNT when it is none */

#endif
