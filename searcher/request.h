/* request.h - the one request handler. The command line, the CGI and the server are doors to it: they make a struct
 * request, and put the struct response out.
 *
 * A request can only name what the tables of params.c and options.c know; databases come from the service, never
 * from a request. Each request has an arena, whose limit bounds its memory. */
#ifndef TRIBUNE_REQUEST_H
#define TRIBUNE_REQUEST_H

#include "config.h"
#include "formats.h"
#include "params.h"
#include "search.h"

struct database;
struct answer_cache; /* answer_cache.h */

enum action {
    ACTION_SEARCH, ACTION_READ, ACTION_SUGGEST,
    ACTION_STYLE,        /* the style sheet */
    ACTION_DESCRIBE      /* the OpenSearch description */
};

/* What lives as long as the program. */
struct service {
    const struct config *config;
    struct database *database;   /* NULL until the first request needs it */
    uint64_t place;              /* which files on the disk it is: see database_place() */
    struct answer_cache *kept;   /* answers given before; NULL where nothing is kept. Owned */
    int64_t committed;           /* when, in seconds since 1970; 0 when not known */
};

/* Opens the databases of the configuration, or moves to their newest commit, or opens them anew when others took
 * their place. Every request that needs them does so. */
enum status service_ready(struct service *service, struct error *error);

void service_fini(struct service *service);  /* what it owns */

struct request {
    enum action action;
    enum format format;
    struct search_request search;
    const char *subject;         /* the report to read; what suggestions begin with */
    bool home;                   /* nothing was asked for: welcome */
    enum language ui;
    const struct params *params; /* NULL from the command line */
    const char *self;            /* path of the page; "" when there is none */
    const char *origin;          /* header Origin; NULL */
    const char *if_none_match;   /* header If-None-Match; NULL */
    const char *if_modified_since; /* header If-Modified-Since; NULL */
    const char *run, *query_id;  /* of a TREC run */
    bool colour;
};

struct header {
    const char *name, *value;    /* never holds a control character */
};

struct response {
    unsigned http_status;
    struct error error;          /* .status is STATUS_OK unless the request failed */
    bool found;                  /* something was found (or shown) */
    VEC(struct header) headers;  /* Content-Type first */
    struct buf body;             /* empty for 304 */
};

/* Makes a request of a page's parameters. ACCEPT_LANGUAGE may be NULL. STATUS_USAGE says which parameter is wrong;
 * the request can then still be given to request_refuse(). */
enum status request_from_params(struct request *request, const struct params *params, const struct config *config,
                                const char *accept_language, struct error *error);

/* Answers: search, render, headers. Errors become error answers (a page, problem+json, or for the command line an
 * empty body and response->error). Guards ARENA itself and may empty it, so nothing of the request may be in
 * it; the response is. */
void request_handle(struct service *service, const struct request *request, struct arena *arena,
                    struct response *response);

/* The answer to a request that never came as far as the handler. HTTP_STATUS 0: the one ERROR's status stands for. */
void request_refuse(struct service *service, const struct request *request, const struct error *error,
                    unsigned http_status, struct arena *arena, struct response *response);

#endif
