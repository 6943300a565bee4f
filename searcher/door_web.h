/* door_web.h - what the CGI, FastCGI and --serve share: a web server's request as plain fields, and its answer.
 *
 * Each door fills a struct web_request and puts the struct response out; all the rest is here, so that the same
 * request gets the same answer by whatever door it comes. */
#ifndef TRIBUNE_DOOR_WEB_H
#define TRIBUNE_DOOR_WEB_H

#include "request.h"

/* As it came; nothing is decoded or checked. NULL for a header that is not there. */
struct web_request {
    const char *method;
    const char *query;           /* what follows the `?` */
    const char *self;            /* path of the search page; NULL */
    const char *below;           /* path below it that was asked for; NULL or "" or "/" when it is the page itself */
    const char *accept_language, *origin, *if_none_match, *if_modified_since;
    const char *content_type, *content_length;
    size_t (*read)(void *from, char *bytes, size_t length); /* the posted bytes; fewer than LENGTH when they end */
    void *from;
};

/* One at a time answers with it; more than one may share the configuration. */
struct web {
    struct service service;
    struct error unready;        /* why the configuration could not be read; every request then gets 503 */
    struct arena input, answer;  /* of the request being answered */
};

/* Reads the file that TRIBUNE_CONFIG names into CONFIG, whose strings are in ARENA; guards it. */
enum status web_configure(struct config *config, struct arena *arena, struct error *error);

/* UNREADY, unless its status is STATUS_OK, is what web_configure() said. CONFIG is borrowed. LASTING: more than one
 * request is to come, so that answers are worth keeping. */
void web_init(struct web *web, const struct config *config, const struct error *unready, bool lasting);
void web_fini(struct web *web);

/* Never fails: the response is then an error page. It is good until the next call. What has gone wrong on our side is
 * logged to standard error. */
void web_answer(struct web *web, const struct web_request *of, struct response *response);

/* The response as CGI and FastCGI want it (RFC 3875, 6), in pieces. HEAD_ONLY leaves out the body. */
typedef void web_put_function(void *to, const char *bytes, size_t length);
void web_put(const struct response *response, bool head_only, web_put_function *put, void *to);

bool web_is_head(const struct web_request *of);

#endif
