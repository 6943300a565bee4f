/* options.h - the command line of tribune-search: one table for parsing, --help and the manual. */
#ifndef TRIBUNE_OPTIONS_H
#define TRIBUNE_OPTIONS_H

#include <stdio.h>

#include "arena.h"
#include "error.h"
#include "formats.h"
#include "record.h"
#include "search.h"

enum colour { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

struct options {
    enum format format;
    struct search_request search;  /* .query: the words joined by spaces */
    string_list databases;         /* the first from the command's arguments */
    const char *batch, *suggest, *doc, *run, *serve;
    bool has_query, help, version, list_fields;
    enum colour colour;
};

/* Parses ARGV. STATUS_USAGE names what is wrong and how to get help. Nothing is printed. */
enum status options_parse(struct options *options, int argc, char *const *argv, struct arena *arena,
                          struct error *error);

void options_print_help(FILE *to);
void options_print_fields(FILE *to);

#endif
