/* The web page without a web server: a small HTTP server on libmicrohttpd, for trying things out and for small sites
 * behind a proxy. It gives out the search page, nothing else. */
#include <netdb.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "door_web.h"
#include "doors.h"
#include "serve_library.h"

enum {
    SETTINGS_BYTES_MAX = 4 * 1024 * 1024,
    WEBS_MAX = 8,
    CONNECTIONS_MAX = 200,
    CONNECTION_BYTES = 64 * 1024,  /* of a request's head */
    STACK_BYTES = 1024 * 1024,     /* of a connection's thread */
    IDLE_SECONDS_MAX = 20,
    HOST_BYTES_MAX = 256
};

/* As many answer at once as there are processors, each with a database of its own open; they are kept in a stack. A
 * connection has a thread, which waits for one of them: so none idles while another's connections queue. */
struct server {
    struct serve_library library;
    struct config config;
    const char *path;              /* of the page, besides "/" */
    struct web webs[WEBS_MAX];
    struct web *free[WEBS_MAX];
    unsigned free_count;
    pthread_mutex_t lock;
    pthread_cond_t given;          /* one came back */
};

/* One request while it comes in. */
struct call {
    char *query;
    char *form;                    /* as posted; NULL until there is some */
    size_t form_length, form_read;
    bool begun;
};

static struct web *take_web(struct server *server)
{
    pthread_mutex_lock(&server->lock);
    while (!server->free_count)
        pthread_cond_wait(&server->given, &server->lock);
    struct web *web = server->free[--server->free_count];
    pthread_mutex_unlock(&server->lock);
    return web;
}

static void give_web(struct server *server, struct web *web)
{
    pthread_mutex_lock(&server->lock);
    server->free[server->free_count++] = web;
    pthread_cond_signal(&server->given);
    pthread_mutex_unlock(&server->lock);
}

/* ---- one request ---- */

/* The library tells the address before anything else; what follows the `?` is kept as it came. */
static void *call_new(void *server, const char *address, struct MHD_Connection *connection)
{
    (void)server, (void)connection;
    struct call *call = calloc(1, sizeof *call);
    const char *mark = strchr(address, '?');
    if (call && !(call->query = strdup(mark ? mark + 1 : ""))) {
        free(call);
        call = NULL;
    }
    return call;
}

static void call_free(void *server, struct MHD_Connection *connection, void **state,
                      enum MHD_RequestTerminationCode code)
{
    (void)server, (void)connection, (void)code;
    struct call *call = *state;
    if (call) {
        free(call->query);
        free(call->form);
        free(call);
    }
    *state = NULL;
}

static size_t read_form(void *from, char *bytes, size_t length)
{
    struct call *call = from;
    size_t left = call->form_length - call->form_read, step = left < length ? left : length;
    if (step)
        memcpy(bytes, call->form + call->form_read, step);
    call->form_read += step;
    return step;
}

static enum MHD_Result put_response(struct server *server, struct MHD_Connection *connection,
                                    const struct response *response)
{
    const struct serve_library *library = &server->library;
    bool has_body = response->http_status != 304 && response->body.length;
    struct MHD_Response *answer = library->create_response_from_buffer(
        has_body ? response->body.length : 0, has_body ? response->body.bytes : NULL, MHD_RESPMEM_MUST_COPY);
    if (!answer)
        return MHD_NO;
    for (size_t i = 0; i < response->headers.count; i++)
        library->add_response_header(answer, response->headers.items[i].name, response->headers.items[i].value);
    enum MHD_Result queued = library->queue_response(connection, response->http_status, answer);
    library->destroy_response(answer);
    return queued;
}

static const char *header_of(struct server *server, struct MHD_Connection *connection, const char *name)
{
    return server->library.lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

static enum MHD_Result answer_call(struct server *server, struct MHD_Connection *connection, struct call *call,
                                   const char *path, const char *method)
{
    bool is_page = strcmp(path, "/") == 0 || strcmp(path, server->path) == 0;
    struct web_request of = {
        .method = method, .query = call->query, .self = server->path, .below = is_page ? NULL : path,
        .accept_language = header_of(server, connection, "Accept-Language"),
        .origin = header_of(server, connection, "Origin"),
        .if_none_match = header_of(server, connection, "If-None-Match"),
        .if_modified_since = header_of(server, connection, "If-Modified-Since"),
        .content_type = header_of(server, connection, "Content-Type"),
        .content_length = header_of(server, connection, "Content-Length"), .read = read_form, .from = call,
    };
    struct web *web = take_web(server);
    struct response response;
    web_answer(web, &of, &response);
    enum MHD_Result queued = put_response(server, connection, &response);
    give_web(server, web);
    return queued;
}

/* Can what is posted be taken in? If not, the answer comes at once, says why and closes the connection. */
static bool form_is_welcome(struct server *server, struct MHD_Connection *connection, const char *method)
{
    const char *length = header_of(server, connection, "Content-Length");
    bool post = strcmp(method, "POST") == 0, body = length || header_of(server, connection, "Transfer-Encoding");
    if (!post || !body)
        return !post && !body;
    return length && length[0] >= '0' && length[0] <= '9' && strlen(length) < 10 &&
           strtoul(length, NULL, 10) <= PARAMS_BYTES_MAX;
}

/* The library calls this with the head of a request, then with each piece of what is posted, then without any. */
static enum MHD_Result on_request(void *of, struct MHD_Connection *connection, const char *path, const char *method,
                                  const char *version, const char *piece, size_t *piece_length, void **state)
{
    struct server *server = of;
    struct call *call = *state;
    (void)version;
    if (!call)
        return MHD_NO;
    if (!call->begun) {
        call->begun = true;
        return form_is_welcome(server, connection, method) ? MHD_YES
                                                           : answer_call(server, connection, call, path, method);
    }
    if (!*piece_length)
        return answer_call(server, connection, call, path, method);
    if (!call->form && !(call->form = malloc(PARAMS_BYTES_MAX)))
        return MHD_NO;
    size_t room = PARAMS_BYTES_MAX - call->form_length, step = *piece_length < room ? *piece_length : room;
    memcpy(call->form + call->form_length, piece, step);
    call->form_length += step;
    *piece_length = 0;
    return MHD_YES;
}

/* ---- the server ---- */

/* "[HOST:]PORT"; an IPv6 host stands in square brackets. */
static enum status resolve(const char *place, struct addrinfo **found, char host[HOST_BYTES_MAX],
                           struct error *error)
{
    const char *colon = strrchr(place, ':'), *port = colon ? colon + 1 : place;
    size_t length = colon ? (size_t)(colon - place) : 0;
    const char *from = place;
    bool digits = port[0] && strspn(port, "0123456789") == strlen(port) && strlen(port) <= 5 && atoi(port) <= 65535;
    if (length >= 2 && from[0] == '[' && from[length - 1] == ']')
        from++, length -= 2;
    if (!digits || length >= HOST_BYTES_MAX || (colon && !length))
        return error_set(error, STATUS_USAGE, "--serve: \"%.80s\" is not a [HOST:]PORT", place);
    snprintf(host, HOST_BYTES_MAX, "%.*s", colon ? (int)length : 9, colon ? from : "127.0.0.1");
    struct addrinfo wanted = { .ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE | AI_NUMERICSERV };
    int failed = getaddrinfo(host, port, &wanted, found);
    return failed ? error_set(error, STATUS_USAGE, "--serve: %s: %s", host, gai_strerror(failed)) : STATUS_OK;
}

static unsigned web_count(void)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    return processors < 2 ? 2 : processors > WEBS_MAX ? WEBS_MAX : (unsigned)processors;
}

static enum status start(struct server *server, const struct addrinfo *at, struct MHD_Daemon **daemon,
                         struct error *error)
{
    unsigned flags = MHD_USE_THREAD_PER_CONNECTION | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_POLL |
                     (at->ai_family == AF_INET6 ? MHD_USE_IPv6 : 0);
    *daemon = server->library.start_daemon(
        flags, 0, NULL, NULL, on_request, server, MHD_OPTION_SOCK_ADDR, at->ai_addr,
        MHD_OPTION_THREAD_STACK_SIZE, (size_t)STACK_BYTES, MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS_MAX,
        MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS_MAX, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
        (size_t)CONNECTION_BYTES, MHD_OPTION_LISTENING_ADDRESS_REUSE, 1u, MHD_OPTION_URI_LOG_CALLBACK, call_new,
        server, MHD_OPTION_NOTIFY_COMPLETED, call_free, server, MHD_OPTION_END);
    return *daemon ? STATUS_OK : error_set(error, STATUS_IO, "--serve: the port is taken, or may not be used");
}

static void say_where(const struct server *server, struct MHD_Daemon *daemon, const char *host)
{
    const union MHD_DaemonInfo *info = server->library.get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT);
    bool ipv6 = strchr(host, ':') != NULL;
    printf("Open http://%s%s%s:%u%s     (Ctrl-C ends the server)\n", ipv6 ? "[" : "", host, ipv6 ? "]" : "",
           info ? info->port : 0, server->path);
    fflush(stdout);
}

/* The path of an address: what follows the host, "/" when nothing does. */
static const char *path_of(const char *url)
{
    const char *host = url ? strstr(url, "://") : NULL;
    const char *path = host ? strchr(host + 3, '/') : NULL;
    return path ? path : "/";
}

/* The settings file if there is one, and the databases of the command line. */
static enum status configure(struct config *config, const string_list *databases, struct arena *settings,
                             struct error *error)
{
    enum status status = STATUS_OK;
    if (getenv("TRIBUNE_CONFIG"))
        status = web_configure(config, settings, error);
    else
        config_defaults(config);
    if (databases->count)
        config->databases = *databases;
    if (!status && !config->databases.count)
        status = error_set(error, STATUS_USAGE, "which database? tribune-search --serve=[HOST:]PORT DATABASE");
    return status;
}

/* The signals that end the server, blocked in every thread so that sigwait() gets them. */
static sigset_t block_ends(void)
{
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ends, NULL);
    signal(SIGPIPE, SIG_IGN);
    return ends;
}

static enum status serve(struct server *server, const char *place, struct error *error)
{
    char host[HOST_BYTES_MAX];
    struct addrinfo *at = NULL;
    struct MHD_Daemon *daemon = NULL;
    unsigned webs = web_count();
    const struct error ready = ERROR_NONE;
    enum status status = resolve(place, &at, host, error);
    if (status)
        return status;
    for (unsigned i = 0; i < webs; i++) {
        web_init(&server->webs[i], &server->config, &ready, true);
        give_web(server, &server->webs[i]);
    }
    status = service_ready(&server->webs[0].service, error); /* what is wrong is said now, not to the visitors */
    sigset_t ends = block_ends();
    if (!status)
        status = start(server, at, &daemon, error);
    if (!status) {
        say_where(server, daemon, host);
        int got;
        sigwait(&ends, &got);
        server->library.stop_daemon(daemon);
    }
    for (unsigned i = 0; i < webs; i++)
        web_fini(&server->webs[i]);
    freeaddrinfo(at);
    return status;
}

int door_serve(const char *place, const string_list *databases)
{
    struct server server = { .lock = PTHREAD_MUTEX_INITIALIZER, .given = PTHREAD_COND_INITIALIZER };
    struct arena settings = ARENA_INIT(SETTINGS_BYTES_MAX);
    struct error error = ERROR_NONE;
    enum status status = configure(&server.config, databases, &settings, &error);
    server.path = path_of(server.config.base_url);
    if (!status)
        status = serve_library_open(&server.library, &error);
    if (!status)
        status = serve(&server, place, &error);
    if (status)
        fprintf(stderr, "tribune-search: %s\n", error.message);
    serve_library_close(&server.library);
    arena_fini(&settings);
    return !status ? EXIT_FOUND : status == STATUS_USAGE ? EXIT_BAD_USAGE : EXIT_UNREADABLE;
}
