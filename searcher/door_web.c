#include "door_web.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#include "answer_cache.h"
#include "http.h"

enum { INPUT_BYTES_MAX = 4 * 1024 * 1024 };

enum status web_configure(struct config *config, struct arena *arena, struct error *error)
{
    const char *path = getenv("TRIBUNE_CONFIG");
    config_defaults(config);
    if (arena_guard(arena))
        return error_set(error, STATUS_MEMORY, "out of memory while reading the settings");
    return path && path[0] ? config_read(config, path, arena, error)
                           : error_set(error, STATUS_USAGE, "TRIBUNE_CONFIG names no settings file");
}

void web_init(struct web *web, const struct config *config, const struct error *unready, bool lasting)
{
    *web = (struct web){ .service = { .config = config, .kept = lasting ? answer_cache_new() : NULL },
                         .unready = *unready, .input = ARENA_INIT(INPUT_BYTES_MAX),
                         .answer = ARENA_INIT((size_t)config->memory_mb * 1024 * 1024) };
}

void web_fini(struct web *web)
{
    service_fini(&web->service);
    arena_fini(&web->answer);
    arena_fini(&web->input);
}

bool web_is_head(const struct web_request *of)
{
    return strcmp(of->method, "HEAD") == 0;
}

struct refusal {
    unsigned http_status;
    struct error error;
};

static void refuse(struct refusal *refusal, unsigned http_status, enum status status, const char *why)
{
    refusal->http_status = http_status;
    error_set(&refusal->error, status, "%s", why);
}

/* The posted form, as encoded; empty when the request is refused. */
static struct slice read_form(const struct web_request *of, struct arena *arena, struct refusal *refusal)
{
    static const char form[] = "application/x-www-form-urlencoded";
    const char *type = of->content_type ? of->content_type : "", *announced = of->content_length;
    char *end = NULL;
    errno = 0;
    unsigned long length = announced ? strtoul(announced, &end, 10) : 0;
    if (strncasecmp(type, form, sizeof form - 1) != 0)
        refuse(refusal, 415, STATUS_USAGE, "only a form can be posted (application/x-www-form-urlencoded)");
    else if (!announced || announced[0] < '0' || announced[0] > '9' || *end)
        refuse(refusal, 411, STATUS_USAGE, "the posted form announces no length");
    else if (errno || length > PARAMS_BYTES_MAX)
        refuse(refusal, 413, STATUS_LIMIT, "the posted form is too long");
    else {
        char *bytes = arena_alloc(arena, length + 1);
        if (of->read(of->from, bytes, length) == length)
            return (struct slice){ bytes, length };
        refuse(refusal, 400, STATUS_USAGE, "the posted form is shorter than announced");
    }
    return SLICE("");
}

static bool is_page(const char *below)
{
    return !below || !below[0] || strcmp(below, "/") == 0;
}

/* Method, path, sizes and parameters; what is wrong is in REFUSAL. */
static void read_request(struct request *request, struct params *params, const struct config *config,
                         const struct web_request *of, struct arena *arena, struct refusal *refusal)
{
    bool post = strcmp(of->method, "POST") == 0;
    struct slice form = SLICE("");
    *request = (struct request){
        .params = params, .format = FORMAT_HTML, .self = of->self, .origin = of->origin,
        .if_none_match = of->if_none_match, .if_modified_since = post ? NULL : of->if_modified_since,
    };
    if (refusal->http_status)
        ; /* nothing can be answered */
    else if (!is_page(of->below))
        refuse(refusal, 404, STATUS_USAGE, "there is no page at this address");
    else if (strcmp(of->method, "GET") != 0 && !web_is_head(of) && !post)
        refuse(refusal, 405, STATUS_USAGE, "the method must be GET, HEAD or POST");
    else if (strlen(of->query) > PARAMS_BYTES_MAX)
        refuse(refusal, 414, STATUS_LIMIT, "the address is too long");
    else if (post)
        form = read_form(of, arena, refusal);
    /* Read even when refused: the refusal comes in the form and language asked for. */
    struct error bad[3] = { ERROR_NONE, ERROR_NONE, ERROR_NONE };
    params_parse(params, arena, slice_of(of->query), &bad[0]);
    params_parse(params, arena, form, &bad[1]);
    request_from_params(request, params, config, of->accept_language, &bad[2]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad && !refusal->http_status && !refusal->error.status; i++)
        refusal->error = bad[i];
}

void web_answer(struct web *web, const struct web_request *of, struct response *response)
{
    arena_reset(&web->answer);
    arena_reset(&web->input);
    if (arena_guard(&web->input)) {
        *response = (struct response){ .http_status = 503 };
        error_set(&response->error, STATUS_MEMORY, "out of memory");
    } else {
        struct request request;
        struct params params = { 0 };
        struct refusal refusal = { .error = web->unready };
        if (web->unready.status)
            refusal.http_status = 503;
        read_request(&request, &params, web->service.config, of, &web->input, &refusal);
        if (refusal.http_status || refusal.error.status)
            request_refuse(&web->service, &request, &refusal.error, refusal.http_status, &web->input, response);
        else
            request_handle(&web->service, &request, &web->answer, response);
    }
    if (response->http_status >= 500)
        fprintf(stderr, "tribune-search: %s\n", response->error.message);
}

/* Gathers the head, so that it goes out at once. */
struct head {
    web_put_function *put;
    void *to;
    size_t length;
    char bytes[4096];
};

static void head_flush(struct head *head)
{
    if (head->length)
        head->put(head->to, head->bytes, head->length);
    head->length = 0;
}

static void head_add(struct head *head, const char *string)
{
    size_t length = strlen(string);
    if (length > sizeof head->bytes - head->length)
        head_flush(head);
    if (length > sizeof head->bytes) {
        head->put(head->to, string, length);
        return;
    }
    memcpy(head->bytes + head->length, string, length);
    head->length += length;
}

void web_put(const struct response *response, bool head_only, web_put_function *put, void *to)
{
    struct head head;
    char line[100];
    bool has_body = response->http_status != 304;
    head.put = put;
    head.to = to;
    head.length = 0;
    snprintf(line, sizeof line, "Status: %u %s\r\n", response->http_status, http_reason(response->http_status));
    head_add(&head, line);
    for (size_t i = 0; i < response->headers.count; i++) {
        head_add(&head, response->headers.items[i].name);
        head_add(&head, ": ");
        head_add(&head, response->headers.items[i].value);
        head_add(&head, "\r\n");
    }
    if (!response->headers.count)
        head_add(&head, "Content-Type: text/plain\r\n");
    if (has_body) {
        snprintf(line, sizeof line, "Content-Length: %zu\r\n", response->body.length);
        head_add(&head, line);
    }
    head_add(&head, "\r\n");
    head_flush(&head);
    if (has_body && !head_only && response->body.length)
        put(to, response->body.bytes, response->body.length);
}
