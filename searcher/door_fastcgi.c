#include <fcgiapp.h>
#include <signal.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#include "door_web.h"
#include "doors.h"

enum { SETTINGS_BYTES_MAX = 4 * 1024 * 1024 };

/* The protocol hands the program a listening socket as its standard input. FCGX_IsCGI() is not asked: it takes any
 * unconnected socket for one. */
bool door_fastcgi_is_open(void)
{
    int listening = 0;
    socklen_t size = sizeof listening;
    return getsockopt(STDIN_FILENO, SOL_SOCKET, SO_ACCEPTCONN, &listening, &size) == 0 && listening;
}

static size_t read_input(void *from, char *bytes, size_t length)
{
    int got = FCGX_GetStr(bytes, (int)length, from); /* at most PARAMS_BYTES_MAX */
    return got > 0 ? (size_t)got : 0;
}

static void put_output(void *to, const char *bytes, size_t length)
{
    enum { STEP_MAX = 1 << 20 }; /* the library counts in int */
    for (size_t at = 0; at < length; at += STEP_MAX) {
        size_t step = length - at < STEP_MAX ? length - at : STEP_MAX;
        if (FCGX_PutStr(bytes + at, (int)step, to) < 0)
            return; /* the visitor went away */
    }
}

static void answer(struct web *web, const FCGX_Request *call)
{
    struct response response;
    const char *method = FCGX_GetParam("REQUEST_METHOD", call->envp);
    const char *query = FCGX_GetParam("QUERY_STRING", call->envp);
    struct web_request of = {
        .method = method ? method : "", .query = query ? query : "",
        .self = FCGX_GetParam("SCRIPT_NAME", call->envp), .below = FCGX_GetParam("PATH_INFO", call->envp),
        .accept_language = FCGX_GetParam("HTTP_ACCEPT_LANGUAGE", call->envp),
        .origin = FCGX_GetParam("HTTP_ORIGIN", call->envp),
        .if_none_match = FCGX_GetParam("HTTP_IF_NONE_MATCH", call->envp),
        .if_modified_since = FCGX_GetParam("HTTP_IF_MODIFIED_SINCE", call->envp),
        .content_type = FCGX_GetParam("CONTENT_TYPE", call->envp),
        .content_length = FCGX_GetParam("CONTENT_LENGTH", call->envp), .read = read_input, .from = call->in,
    };
    web_answer(web, &of, &response);
    web_put(&response, web_is_head(&of), put_output, call->out);
}

static void stop(int signal_number)
{
    (void)signal_number;
    FCGX_ShutdownPending();
}

static void stop_on_signals(void)
{
    static const int signals[] = { SIGTERM, SIGINT, SIGUSR1 };
    struct sigaction action = { .sa_handler = stop }; /* no SA_RESTART: the wait for a request ends */
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        sigaction(signals[i], &action, NULL);
    signal(SIGPIPE, SIG_IGN);
}

int door_fastcgi(void)
{
    struct arena settings = ARENA_INIT(SETTINGS_BYTES_MAX);
    struct config config;
    struct error unready = ERROR_NONE;
    struct web web;
    FCGX_Request call;
    if (FCGX_Init() != 0 || FCGX_InitRequest(&call, STDIN_FILENO, FCGI_FAIL_ACCEPT_ON_INTR) != 0) {
        fputs("tribune-search: FastCGI does not start\n", stderr);
        return EXIT_UNREADABLE;
    }
    stop_on_signals();
    web_configure(&config, &settings, &unready);
    web_init(&web, &config, &unready, true);
    while (FCGX_Accept_r(&call) == 0) {
        answer(&web, &call);
        FCGX_Finish_r(&call);
        if (web.unready.status) { /* until the settings are mended */
            web_fini(&web);
            arena_reset(&settings);
            unready = (struct error)ERROR_NONE;
            web_configure(&config, &settings, &unready);
            web_init(&web, &config, &unready, true);
        }
    }
    FCGX_Free(&call, 1);
    web_fini(&web);
    arena_fini(&settings);
    return EXIT_FOUND;
}
