#include "request.h"

#include <inttypes.h>
#include <time.h>

#include "answer_cache.h"
#include "database.h"
#include "http.h"
#include "reading.h"
#include "style.h"

static const struct {
    enum status status;
    unsigned http_status;
} http_statuses[] = {
    { STATUS_OK, 200 },       { STATUS_USAGE, 400 },    { STATUS_QUERY, 400 },  { STATUS_NOT_FOUND, 404 },
    { STATUS_LIMIT, 400 },    { STATUS_LOCKED, 503 },   { STATUS_IO, 503 },     { STATUS_FORMAT, 503 },
    { STATUS_VERSION, 503 },  { STATUS_MODIFIED, 503 }, { STATUS_DAMAGED, 503 }, { STATUS_MEMORY, 503 },
    { STATUS_INTERNAL, 500 },
};

static unsigned http_status_of(enum status status)
{
    for (size_t i = 0; i < sizeof http_statuses / sizeof *http_statuses; i++)
        if (http_statuses[i].status == status)
            return http_statuses[i].http_status;
    return 500;
}

/* A value that could end its header is left out with it. */
static void add_header(struct response *response, struct arena *arena, const char *name, const char *value)
{
    for (const char *c = value; *c; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7F)
            return;
    *vec_push(arena, &response->headers) = (struct header){ name, value };
}

static const char *allowed_origin(const struct config *config, const char *origin)
{
    for (size_t i = 0; origin && i < config->origins.count; i++) {
        const char *allowed = config->origins.items[i];
        if (strcmp(allowed, "*") == 0 || strcmp(allowed, origin) == 0)
            return allowed;
    }
    return NULL;
}

static void add_common_headers(struct response *response, const struct service *service,
                               const struct request *request, const char *type, struct arena *arena)
{
    const struct config *config = service->config;
    add_header(response, arena, "Content-Type", type);
    add_header(response, arena, "X-Content-Type-Options", "nosniff");
    add_header(response, arena, "Referrer-Policy", "no-referrer-when-downgrade");
    add_header(response, arena, "Content-Security-Policy",
               "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'");
    if (config->noindex)
        add_header(response, arena, "X-Robots-Tag", "noindex");
    add_header(response, arena, "Vary", config->origins.count ? "Accept-Language, Origin" : "Accept-Language");
    const char *origin = allowed_origin(config, request->origin);
    if (origin)
        add_header(response, arena, "Access-Control-Allow-Origin", origin);
}

static struct view view_of(const struct service *service, const struct request *request, struct arena *arena)
{
    return (struct view){
        .config = service->config, .params = request->params, .self = request->self ? request->self : "",
        .run = request->run, .query_id = request->query_id, .similar = request->search.similar, .ui = request->ui,
        .home = request->home, .colour = request->colour, .arena = arena,
    };
}

void request_refuse(struct service *service, const struct request *request, const struct error *error,
                    unsigned http_status, struct arena *arena, struct response *response)
{
    *response = (struct response){ .http_status = http_status ? http_status : http_status_of(error->status),
                                   .error = *error, .body = BUF_INIT(arena) };
    if (!request->params)
        return;
    struct view view = view_of(service, request, arena);
    view.error = &response->error;
    view.http_status = response->http_status;
    bool page = request->format == FORMAT_HTML;
    add_common_headers(response, service, request, page ? format_table[FORMAT_HTML].type
                                                        : "application/problem+json; charset=utf-8", arena);
    add_header(response, arena, "Cache-Control", "no-store");
    if (response->http_status == 503)
        add_header(response, arena, "Retry-After", "30");
    if (response->http_status == 405)
        add_header(response, arena, "Allow", "GET, HEAD, POST");
    (page ? render_error_html : render_problem)(&view, &response->body);
}

static void close_database(struct service *service)
{
    database_close(service->database);
    service->database = NULL;
}

void service_fini(struct service *service)
{
    close_database(service);
    answer_cache_free(service->kept);
    service->kept = NULL;
}

static enum status service_open(struct service *service, struct error *error)
{
    const string_list *paths = &service->config->databases;
    if (!paths->count)
        return error_set(error, STATUS_IO, "the configuration names no database");
    enum status status = database_open(&service->database, paths->items, paths->count, error);
    if (status == STATUS_NOT_FOUND) /* of the service, not of what was asked for */
        error->status = status = STATUS_IO;
    if (status == STATUS_OK && service->kept) /* more requests are to come */
        database_keep_records(service->database);
    return status;
}

enum status service_ready(struct service *service, struct error *error)
{
    const string_list *paths = &service->config->databases;
    int64_t committed; /* asked before opening: it may be too early then, never too late */
    uint64_t place = database_place(paths->items, paths->count, &committed);
    bool replaced = service->database && place != service->place;
    service->place = place;
    service->committed = committed;
    if (service->database && !replaced && database_reopen(service->database, NULL, error) == STATUS_OK)
        return STATUS_OK;
    close_database(service);
    *error = (struct error)ERROR_NONE;
    return service_open(service, error);
}

/* FNV-1a over what the answer depends on: the same request to the same commit has the same tag. */
static uint64_t mix(uint64_t hash, const char *string)
{
    for (const char *c = string ? string : ""; *c; c++)
        hash = (hash ^ (unsigned char)*c) * 1099511628211u;
    return (hash ^ 0xFF) * 1099511628211u;
}

static const char *entity_tag(const struct service *service, const struct request *request, struct arena *arena)
{
    uint64_t hash = mix(14695981039346656037u, TRIBUNE_VERSION);
    hash = mix(hash, request->self);
    hash = mix(hash, request->ui == LANGUAGE_FR ? "fr" : "en");
    hash = mix(hash, style_version(arena, service->config));
    hash = (hash ^ (uint64_t)service->config->changed) * 1099511628211u;
    for (size_t i = 0; i < request->params->values.count; i++) {
        hash = mix(hash, param_table[request->params->values.items[i].param].name);
        hash = mix(hash, request->params->values.items[i].value);
    }
    return arena_printf(arena, "W/\"%" PRIx64 "-%" PRIx64 "\"", database_revision(service->database), hash);
}

/* When the answer last changed, as far as can be told: the database's last commit, or the settings'. Not told within
 * two seconds of it: another commit might come in the same second. */
static int64_t last_modified(const struct service *service)
{
    int64_t changed = service->committed > service->config->changed ? service->committed : service->config->changed;
    return service->committed && time(NULL) - changed >= 2 ? changed : 0;
}

/* Has the visitor this state of things already? The tag decides where there is one (RFC 9110, 13.2.2). */
static bool is_fresh(const struct request *request, const char *tag, int64_t modified)
{
    int64_t since;
    if (request->if_none_match)
        return http_tag_matches(request->if_none_match, tag);
    return request->if_modified_since && modified && http_date_parse(request->if_modified_since, &since) &&
           since >= modified;
}

static enum status answer_search(struct service *service, const struct request *request, struct arena *arena,
                                 struct response *response, struct error *error)
{
    struct result result;
    enum status status = search_run(service->database, &request->search, arena, &result, error);
    if (status)
        return status;
    struct view view = view_of(service, request, arena);
    view.result = &result;
    response->found = result.hits.count > 0 || (!request->search.limit && result.total > 0);
    format_table[request->format].render(&view, &response->body);
    if (request->search.explain && request->format == FORMAT_TEXT)
        render_explanation(&view, &response->body);
    return STATUS_OK;
}

static enum status answer_read(struct service *service, const struct request *request, struct arena *arena,
                               struct response *response, struct error *error)
{
    struct reading reading;
    enum status status = reading_open(service->database, request->subject, request->search.query, arena, &reading,
                                      error);
    if (status)
        return status;
    struct view view = view_of(service, request, arena);
    view.reading = &reading;
    response->found = true;
    struct result_hit hit = reading_hit(&reading, arena);
    struct result cited = { .hits = { &hit, 1, 1 } };
    render_function *render = render_reading_text;
    if (request->format == FORMAT_HTML) {
        render = render_reading;
    } else if (request->format == FORMAT_JSON) {
        render = render_reading_json;
    } else if (format_cites(request->format)) {
        view.result = &cited;
        render = format_table[request->format].render;
    }
    render(&view, &response->body);
    return STATUS_OK;
}

static enum status answer_suggest(struct service *service, const struct request *request, struct arena *arena,
                                  struct response *response, struct error *error)
{
    suggestion_list suggestions = { 0 };
    enum status status = search_suggest(service->database, slice_of(request->subject), request->search.limit, arena,
                                        &suggestions, error);
    if (status)
        return status;
    struct view view = view_of(service, request, arena);
    view.suggestions = &suggestions;
    response->found = suggestions.count > 0;
    (request->format == FORMAT_JSON ? render_suggestions_json : render_suggestions_text)(&view, &response->body);
    return STATUS_OK;
}

/* Answers that need no database and never change under their address. */
static void answer_fixed(struct service *service, const struct request *request, struct arena *arena,
                         struct response *response)
{
    struct view view = view_of(service, request, arena);
    bool style = request->action == ACTION_STYLE;
    response->found = true;
    add_common_headers(response, service, request, style ? "text/css; charset=utf-8"
                                                         : format_table[FORMAT_OPENSEARCH].type, arena);
    add_header(response, arena, "Cache-Control", style ? "public, max-age=31536000, immutable" : "max-age=86400");
    if (style)
        style_sheet(&response->body, service->config);
    else
        render_opensearch(&view, &response->body);
}

static enum status answer_from_database(struct service *service, const struct request *request, struct arena *arena,
                                        struct response *response, struct error *error)
{
    switch (request->action) {
    case ACTION_SEARCH: return answer_search(service, request, arena, response, error);
    case ACTION_READ: return answer_read(service, request, arena, response, error);
    case ACTION_SUGGEST: return answer_suggest(service, request, arena, response, error);
    case ACTION_STYLE:
    case ACTION_DESCRIBE: break;
    }
    return STATUS_OK;
}

/* All that the body of an answer depends on, besides the database and the settings. */
static struct slice answer_key(const struct request *request, struct arena *arena)
{
    struct buf key = BUF_INIT(arena);
    buf_add_string(&key, request->self);
    buf_add_string(&key, request->ui == LANGUAGE_FR ? "\nfr" : "\nen");
    for (size_t i = 0; i < request->params->values.count; i++) /* a value holds no control character */
        buf_printf(&key, "\n%s=%s", param_table[request->params->values.items[i].param].name,
                   request->params->values.items[i].value);
    return buf_slice(&key);
}

static double elapsed_ms(const struct timespec *since)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - since->tv_sec) * 1e3 + (double)(now.tv_nsec - since->tv_nsec) / 1e6;
}

/* The answer that was given to the same request at the same revision, or a new one, which is then kept. One that came
 * near the time a search may take is not: it may have been cut short. */
static enum status answer_or_kept(struct service *service, const struct request *request, struct arena *arena,
                                  struct response *response, struct error *error)
{
    uint64_t revision = database_revision(service->database);
    struct slice key = answer_key(request, arena), kept;
    struct timespec began;
    if (answer_cache_find(service->kept, revision, key, &kept)) {
        response->found = true;
        buf_add_slice(&response->body, kept);
        return STATUS_OK;
    }
    clock_gettime(CLOCK_MONOTONIC, &began);
    enum status status = answer_from_database(service, request, arena, response, error);
    bool whole = elapsed_ms(&began) < service->config->time_ms / 2.0;
    if (status == STATUS_OK && whole && database_revision(service->database) == revision)
        answer_cache_keep(service->kept, revision, key, buf_slice(&response->body));
    return status;
}

static enum status answer(struct service *service, const struct request *request, struct arena *arena,
                          struct response *response, struct error *error)
{
    if (request->action == ACTION_STYLE || request->action == ACTION_DESCRIBE) {
        answer_fixed(service, request, arena, response);
        return STATUS_OK;
    }
    enum status status = service_ready(service, error);
    if (status)
        return status;
    if (request->params) {
        const struct format_row *format = &format_table[request->format];
        const char *tag = entity_tag(service, request, arena);
        add_common_headers(response, service, request, format->type, arena);
        int64_t modified = last_modified(service);
        add_header(response, arena, "ETag", tag);
        if (modified) {
            char *date = arena_alloc(arena, HTTP_DATE_BYTES);
            http_date(modified, date);
            add_header(response, arena, "Last-Modified", date);
        }
        add_header(response, arena, "Cache-Control", "no-cache");
        if (format->file)
            add_header(response, arena, "Content-Disposition",
                       arena_printf(arena, "attachment; filename=\"%s\"", format->file));
        if (is_fresh(request, tag, modified)) {
            response->http_status = 304;
            response->found = true;
            return STATUS_OK;
        }
    }
    return service->kept && request->params ? answer_or_kept(service, request, arena, response, error)
                                            : answer_from_database(service, request, arena, response, error);
}

void request_handle(struct service *service, const struct request *request, struct arena *arena,
                    struct response *response)
{
    struct error error = ERROR_NONE;
    if (arena_guard(arena)) {
        arena_fini(arena);
        if (arena_guard(arena)) { /* not even room for the page that says so */
            *response = (struct response){ .http_status = 503 };
            error_set(&response->error, STATUS_MEMORY, "out of memory");
            return;
        }
        error_set(&error, STATUS_MEMORY, "the answer needs more memory than a request may take");
        request_refuse(service, request, &error, 0, arena, response);
        return;
    }
    *response = (struct response){ .http_status = 200, .body = BUF_INIT(arena) };
    if (answer(service, request, arena, response, &error) == STATUS_OK)
        return;
    if (http_status_of(error.status) >= 500)
        close_database(service); /* the next request opens the database anew */
    request_refuse(service, request, &error, 0, arena, response);
}
