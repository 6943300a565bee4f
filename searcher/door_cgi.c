#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "door_web.h"
#include "doors.h"

enum { SETTINGS_BYTES_MAX = 4 * 1024 * 1024 };

static size_t read_input(void *from, char *bytes, size_t length)
{
    return fread(bytes, 1, length, from);
}

/* Straight to the system: the answer is in two pieces already. */
static void put_output(void *to, const char *bytes, size_t length)
{
    (void)to;
    while (length) {
        ssize_t put = write(STDOUT_FILENO, bytes, length);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return; /* the visitor went away */
        bytes += put;
        length -= (size_t)put;
    }
}

static const char *variable(const char *name)
{
    const char *value = getenv(name);
    return value ? value : "";
}

int door_cgi(void)
{
    struct arena settings = ARENA_INIT(SETTINGS_BYTES_MAX);
    struct config config;
    struct error unready = ERROR_NONE;
    struct web web;
    struct response response;
    struct web_request of = {
        .method = variable("REQUEST_METHOD"), .query = variable("QUERY_STRING"), .self = getenv("SCRIPT_NAME"),
        .below = getenv("PATH_INFO"), .accept_language = getenv("HTTP_ACCEPT_LANGUAGE"),
        .origin = getenv("HTTP_ORIGIN"), .if_none_match = getenv("HTTP_IF_NONE_MATCH"),
        .if_modified_since = getenv("HTTP_IF_MODIFIED_SINCE"), .content_type = getenv("CONTENT_TYPE"),
        .content_length = getenv("CONTENT_LENGTH"), .read = read_input, .from = stdin,
    };
    web_configure(&config, &settings, &unready);
    web_init(&web, &config, &unready, false);
    web_answer(&web, &of, &response);
    web_put(&response, web_is_head(&of), put_output, NULL);
    web_fini(&web);
    arena_fini(&settings);
    return EXIT_FOUND;
}
