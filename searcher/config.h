/* config.h - the settings of a site: the file that TRIBUNE_CONFIG names, see tribune-config(5).
 *
 * Lines of `key = value`; `#` begins a comment at the start of a line or after white space; a value may stand in
 * double quotes. Everything is in the arena given. */
#ifndef TRIBUNE_CONFIG_H
#define TRIBUNE_CONFIG_H

#include "arena.h"
#include "error.h"
#include "record.h"

enum {
    CONFIG_BYTES_MAX = 65536,
    CONFIG_LIST_MAX = 64 /* databases, origins */
};

struct config {
    string_list databases;    /* folders; more than one are searched together */
    const char *title;        /* of the site, in the page's header */
    const char *base_url;     /* of the search page, for links that have to be whole; NULL */
    const char *home_url;     /* where the site's name leads; NULL: the search page */
    const char *accent;       /* colour of links and marks, "#rrggbb"; NULL: the style sheet's own */
    string_list origins;      /* that may read the JSON API from a browser; "*" for all */
    int results_per_page;
    int results_max;          /* of one page or export, whatever `n` says */
    int memory_mb, time_ms;   /* of one request */
    enum language language;   /* of the page; unknown: the browser's choice */
    bool noindex;             /* ask search engines to stay away */
    bool hide_duplicates;
    int64_t changed;          /* when the file was, in seconds since 1970; 0 without one */
};

/* The settings of a site that says nothing. */
void config_defaults(struct config *config);

/* Reads the file. STATUS_USAGE names file and line; STATUS_IO when it can't be read. */
enum status config_read(struct config *config, const char *path, struct arena *arena, struct error *error);

/* The same from text; NAME is what messages call it. */
enum status config_parse(struct config *config, const char *name, struct slice text, struct arena *arena,
                         struct error *error);

#endif
