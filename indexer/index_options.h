/* index_options.h - the command line of tribune-index. */
#ifndef TRIBUNE_INDEX_OPTIONS_H
#define TRIBUNE_INDEX_OPTIONS_H

#include <stdbool.h>
#include <stdio.h>

#include "error.h"
#include "language.h"

enum progress_mode { PROGRESS_AUTO, PROGRESS_ALWAYS, PROGRESS_NEVER, PROGRESS_JSON };
enum color_mode { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

enum maintenance {
    MAINTAIN_NOTHING,
    MAINTAIN_CHECK,
    MAINTAIN_COMPACT,
    MAINTAIN_STATS,
    MAINTAIN_EXPORT,
    MAINTAIN_IMPORT
};

struct index_options {
    bool dump, explain, text, prune, prune_empty, quiet, wait, json, help, version;
    enum maintenance maintenance; /* of a database that is there: no files are read */
    const char *import;          /* with MAINTAIN_IMPORT: a file of exported reports, "-" for standard input */
    unsigned jobs;               /* 0: as many as there are processors */
    const char *url_prefix;      /* NULL when not given */
    enum language language;      /* LANGUAGE_UNKNOWN: detected */
    const char *authority;       /* folder of the archivist's files; NULL: none */
    const char *files_from;      /* a file with names to read beside the paths, "-" for standard input; NULL: none */
    const char *log;             /* a file to append what is done to; NULL: none */
    enum progress_mode progress;
    enum color_mode color;
    const char *database;        /* NULL with --dump and --explain */
    const char *const *paths;
    size_t path_count;
};

/* Parses ARGV; the words of ARGV that are no options are moved to its end (paths borrow them). Nothing is printed. */
enum status index_options_parse(struct index_options *options, int argc, char **argv, struct error *error);

void index_options_print_help(FILE *to);

#endif
