#include "doors.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#include "request.h"

enum { SETUP_BYTES_MAX = 4 * 1024 * 1024 };

static const char *variable(const char *name)
{
    const char *value = getenv(name);
    return value ? value : "";
}

static void put_response(const struct response *response, bool head_only, FILE *to)
{
    fprintf(to, "Status: %u %s\r\n", response->http_status, http_reason(response->http_status));
    for (size_t i = 0; i < response->headers.count; i++)
        fprintf(to, "%s: %s\r\n", response->headers.items[i].name, response->headers.items[i].value);
    if (!response->headers.count)
        fputs("Content-Type: text/plain\r\n", to);
    bool has_body = response->http_status != 304;
    if (has_body)
        fprintf(to, "Content-Length: %zu\r\n", response->body.length);
    fputs("\r\n", to);
    if (has_body && !head_only && response->body.length)
        fwrite(response->body.bytes, 1, response->body.length, to);
    fflush(to);
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
static struct slice read_form(struct arena *arena, struct refusal *refusal)
{
    static const char form[] = "application/x-www-form-urlencoded";
    const char *type = variable("CONTENT_TYPE"), *announced = variable("CONTENT_LENGTH");
    char *end;
    errno = 0;
    unsigned long length = strtoul(announced, &end, 10);
    if (strncasecmp(type, form, sizeof form - 1) != 0)
        refuse(refusal, 415, STATUS_USAGE, "only a form can be posted (application/x-www-form-urlencoded)");
    else if (!announced[0] || *end || announced[0] == '-')
        refuse(refusal, 411, STATUS_USAGE, "the posted form announces no length");
    else if (errno || length > PARAMS_BYTES_MAX)
        refuse(refusal, 413, STATUS_LIMIT, "the posted form is too long");
    else {
        char *bytes = arena_alloc(arena, length + 1);
        size_t got = fread(bytes, 1, length, stdin);
        if (got == length)
            return (struct slice){ bytes, got };
        refuse(refusal, 400, STATUS_USAGE, "the posted form is shorter than announced");
    }
    return SLICE("");
}

/* Method, sizes and parameters; what is wrong is in REFUSAL. */
static void read_request(struct request *request, struct params *params, const struct config *config,
                         struct arena *arena, struct refusal *refusal)
{
    const char *method = variable("REQUEST_METHOD"), *query = variable("QUERY_STRING");
    bool post = strcmp(method, "POST") == 0;
    struct slice form = SLICE("");
    request->params = params;
    request->format = FORMAT_HTML;
    request->self = getenv("SCRIPT_NAME");
    request->origin = getenv("HTTP_ORIGIN");
    request->if_none_match = getenv("HTTP_IF_NONE_MATCH");
    if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0 && !post)
        refuse(refusal, 405, STATUS_USAGE, "the method must be GET, HEAD or POST");
    else if (strlen(query) > PARAMS_BYTES_MAX)
        refuse(refusal, 414, STATUS_LIMIT, "the address is too long");
    else if (post)
        form = read_form(arena, refusal);
    if (!refusal->http_status && params_parse(params, arena, slice_of(query), &refusal->error) == STATUS_OK)
        params_parse(params, arena, form, &refusal->error);
    struct error error = ERROR_NONE;
    enum status status = request_from_params(request, params, config, getenv("HTTP_ACCEPT_LANGUAGE"), &error);
    if (status && !refusal->http_status && !refusal->error.status)
        refusal->error = error;
}

int door_cgi(void)
{
    struct arena setup = ARENA_INIT(SETUP_BYTES_MAX), arena = ARENA_INIT(0);
    struct config config;
    struct service service = { .config = &config };
    struct request request = { 0 };
    struct params params = { 0 };
    struct refusal refusal = { 0 };
    struct response response = { .http_status = 503 };
    volatile int status = EXIT_UNREADABLE;
    config_defaults(&config);
    if (arena_guard(&setup)) {
        fputs("tribune-search: out of memory\n", stderr);
        put_response(&response, false, stdout);
        goto out;
    }
    const char *path = getenv("TRIBUNE_CONFIG");
    enum status configured = path ? config_read(&config, path, &setup, &refusal.error)
                                  : error_set(&refusal.error, STATUS_USAGE, "TRIBUNE_CONFIG names no settings file");
    if (configured)
        refusal.http_status = 503;
    arena.limit = (size_t)config.memory_mb * 1024 * 1024;
    read_request(&request, &params, &config, &setup, &refusal);
    if (refusal.http_status || refusal.error.status)
        request_refuse(&service, &request, &refusal.error, refusal.http_status, &setup, &response);
    else
        request_handle(&service, &request, &arena, &response);
    if (response.http_status >= 500)
        fprintf(stderr, "tribune-search: %s\n", response.error.message);
    put_response(&response, strcmp(variable("REQUEST_METHOD"), "HEAD") == 0, stdout);
    status = EXIT_FOUND;
out:
    service_fini(&service);
    arena_fini(&arena);
    arena_fini(&setup);
    return status;
}
