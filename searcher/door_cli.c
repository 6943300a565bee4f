#include "doors.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "options.h"
#include "request.h"
#include "utf8.h"

enum { SETUP_BYTES_MAX = 64 * 1024 * 1024, BATCH_LINE_MAX = 65536 };

static int exit_status_of(enum status status, bool found)
{
    switch (status) {
    case STATUS_OK: return found ? EXIT_FOUND : EXIT_NOTHING;
    case STATUS_USAGE:
    case STATUS_QUERY:
    case STATUS_LIMIT: return EXIT_BAD_USAGE;
    default: return EXIT_UNREADABLE;
    }
}

/* The message; for a query, the query and a caret under the column. */
static void complain(const struct error *error, const char *query)
{
    fprintf(stderr, "tribune-search: %s\n", error->message);
    if (!error->column || !query || error->status != STATUS_QUERY)
        return;
    fprintf(stderr, "  %s\n  %*s^\n", query, (int)error->column - 1, "");
}

static bool wants_colour(enum colour colour)
{
    const char *no_colour = getenv("NO_COLOR"), *terminal = getenv("TERM"); /* no-color.org */
    if (colour != COLOUR_AUTO)
        return colour == COLOUR_ALWAYS;
    return isatty(STDOUT_FILENO) && !(no_colour && no_colour[0]) && !(terminal && strcmp(terminal, "dumb") == 0);
}

static enum language terminal_language(void)
{
    static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && value[0])
            return language_from_name(slice_of(value)) == LANGUAGE_FR ? LANGUAGE_FR : LANGUAGE_EN;
    }
    return LANGUAGE_EN;
}

static int run_one(struct service *service, const struct request *request, struct arena *arena)
{
    struct response response;
    request_handle(service, request, arena, &response);
    if (response.error.status)
        complain(&response.error, request->search.query);
    else if (response.body.length)
        fwrite(response.body.bytes, 1, response.body.length, stdout);
    if (response.error.status == STATUS_NOT_FOUND && service->database)
        return EXIT_NOTHING; /* no such report in a database that can be read */
    return exit_status_of(response.error.status, response.found);
}

/* One line of a batch: id, a tab, a query. A bad one is named and the rest runs. */
static int run_line(struct service *service, struct request *request, struct slice line, const char *name,
                    unsigned number, struct arena *arena)
{
    char text[BATCH_LINE_MAX];
    struct slice trimmed = slice_trim(line);
    char *tab = line.length < sizeof text && line.length ? memchr(line.bytes, '\t', line.length) : NULL;
    if (!trimmed.length)
        return EXIT_NOTHING;
    if (!tab || tab == line.bytes || !utf8_valid(line.bytes, line.length)) {
        fprintf(stderr, "tribune-search: %s:%u: not a line of id<TAB>query\n", name, number);
        return EXIT_BAD_USAGE;
    }
    memcpy(text, line.bytes, line.length);
    text[line.length] = '\0';
    text[tab - line.bytes] = '\0';
    request->query_id = text;
    request->search.query = text + (tab - line.bytes) + 1;
    int status = run_one(service, request, arena);
    if (status >= EXIT_BAD_USAGE)
        fprintf(stderr, "tribune-search: %s:%u: query \"%s\" was left out\n", name, number, text);
    return status;
}

static int run_batch(struct service *service, struct request *request, const char *name, struct arena *arena)
{
    bool is_input = strcmp(name, "-") == 0;
    FILE *file = is_input ? stdin : fopen(name, "re");
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    int worst = EXIT_FOUND;
    bool found = false;
    if (!file) {
        fprintf(stderr, "tribune-search: %s: %s\n", name, strerror(errno));
        return EXIT_BAD_USAGE;
    }
    for (unsigned number = 1; (length = getline(&line, &room, file)) >= 0; number++) {
        while (length && (line[length - 1] == '\n' || line[length - 1] == '\r'))
            length--;
        int status = run_line(service, request, (struct slice){ line, (size_t)length }, name, number, arena);
        found = found || status == EXIT_FOUND;
        worst = status > worst && status != EXIT_NOTHING ? status : worst;
        arena_reset(arena);
        if (status == EXIT_UNREADABLE)
            break;
    }
    free(line);
    if (!is_input)
        fclose(file);
    return worst ? worst : found ? EXIT_FOUND : EXIT_NOTHING;
}

static struct request request_of(const struct options *options)
{
    return (struct request){
        .action = options->doc ? ACTION_READ : options->suggest ? ACTION_SUGGEST : ACTION_SEARCH,
        .format = options->format, .search = options->search,
        .subject = options->doc ? options->doc : options->suggest,
        .ui = terminal_language(), .self = "", .run = options->run, .query_id = "0",
        .colour = wants_colour(options->colour),
    };
}

static int run(const struct options *options)
{
    struct config config;
    struct arena arena = ARENA_INIT(0);
    struct service service = { .config = &config };
    struct request request = request_of(options);
    config_defaults(&config);
    config.databases = options->databases;
    request.search.bare = options->format == FORMAT_TREC && !request.search.explain;
    int status = EXIT_BAD_USAGE;
    if (!utf8_valid(request.search.query, strlen(request.search.query)))
        fputs("tribune-search: the query is not UTF-8\n", stderr);
    else if (options->batch)
        status = run_batch(&service, &request, options->batch, &arena);
    else
        status = run_one(&service, &request, &arena);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fprintf(stderr, "tribune-search: writing: %s\n", strerror(errno));
        status = EXIT_UNREADABLE;
    }
    service_fini(&service);
    arena_fini(&arena);
    return status;
}

int door_cli(int argc, char *const *argv)
{
    struct arena setup = ARENA_INIT(SETUP_BYTES_MAX);
    struct options options;
    struct error error = ERROR_NONE;
    volatile int status = EXIT_FOUND;
    if (arena_guard(&setup)) {
        fputs("tribune-search: out of memory\n", stderr);
        arena_fini(&setup);
        return EXIT_UNREADABLE;
    }
    if (options_parse(&options, argc, argv, &setup, &error)) {
        complain(&error, NULL);
        status = EXIT_BAD_USAGE;
    } else if (options.help) {
        options_print_help(stdout);
    } else if (options.version) {
        puts("tribune-search " TRIBUNE_VERSION);
    } else if (options.list_fields) {
        options_print_fields(stdout);
    } else if (options.serve) {
        status = door_serve(options.serve, &options.databases);
    } else {
        status = run(&options);
    }
    arena_fini(&setup);
    return status;
}
