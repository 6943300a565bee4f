#include "config.h"

#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "html.h"
#include "search.h"
#include "utf8.h"

enum key_kind { KEY_TEXT, KEY_URL, KEY_COLOUR, KEY_LIST, KEY_NUMBER, KEY_LANGUAGE, KEY_YES_NO };

struct key_row {
    const char *name;
    enum key_kind kind;
    size_t offset;
    int minimum, maximum;
};

#define AT(member) offsetof(struct config, member)

static const struct key_row keys[] = {
    { "database", KEY_LIST, AT(databases), 0, 0 },
    { "title", KEY_TEXT, AT(title), 0, 0 },
    { "base_url", KEY_URL, AT(base_url), 0, 0 },
    { "home_url", KEY_URL, AT(home_url), 0, 0 },
    { "accent", KEY_COLOUR, AT(accent), 0, 0 },
    { "origin", KEY_LIST, AT(origins), 0, 0 },
    { "results_per_page", KEY_NUMBER, AT(results_per_page), 1, 100 },
    { "results_max", KEY_NUMBER, AT(results_max), 1, SEARCH_LIMIT_MAX },
    { "memory_mb", KEY_NUMBER, AT(memory_mb), 16, 4096 },
    { "time_ms", KEY_NUMBER, AT(time_ms), 50, 60000 },
    { "language", KEY_LANGUAGE, AT(language), 0, 0 },
    { "noindex", KEY_YES_NO, AT(noindex), 0, 0 },
    { "hide_duplicates", KEY_YES_NO, AT(hide_duplicates), 0, 0 },
};

enum { KEYS = sizeof keys / sizeof *keys };

void config_defaults(struct config *config)
{
    *config = (struct config){
        .title = "Tribune", .results_per_page = 10, .results_max = 500, .memory_mb = 256, .time_ms = SEARCH_TIME_MS,
        .noindex = true, .hide_duplicates = true,
    };
}

static enum status set_number(const struct key_row *row, int *to, const char *value, struct error *error)
{
    char *end;
    errno = 0;
    long number = strtol(value, &end, 10);
    if (errno || *end || end == value || number < row->minimum || number > row->maximum)
        return error_set(error, STATUS_USAGE, "\"%s\" must be a number from %d to %d", row->name, row->minimum,
                         row->maximum);
    *to = (int)number;
    return STATUS_OK;
}

static enum status set_yes_no(const struct key_row *row, bool *to, const char *value, struct error *error)
{
    static const struct { const char *word; bool yes; } words[] = {
        { "yes", true }, { "no", false }, { "true", true }, { "false", false }, { "oui", true }, { "non", false },
        { "1", true }, { "0", false },
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i].word, value) == 0) {
            *to = words[i].yes;
            return STATUS_OK;
        }
    return error_set(error, STATUS_USAGE, "\"%s\" must be yes or no", row->name);
}

static enum status set_colour(const struct key_row *row, const char **to, const char *value, struct error *error)
{
    if (value[0] == '#' && strlen(value) == 7 && strspn(value + 1, "0123456789abcdefABCDEF") == 6) {
        *to = value;
        return STATUS_OK;
    }
    return error_set(error, STATUS_USAGE, "\"%s\" must be a colour like #1a5fb4", row->name);
}

static enum status set_language(const struct key_row *row, enum language *to, const char *value, struct error *error)
{
    enum language language = language_from_name(slice_of(value));
    bool is_auto = strcmp(value, "auto") == 0;
    if (!is_auto && language != LANGUAGE_FR && language != LANGUAGE_EN)
        return error_set(error, STATUS_USAGE, "\"%s\" must be auto, fr or en", row->name);
    *to = is_auto ? LANGUAGE_UNKNOWN : language;
    return STATUS_OK;
}

static enum status set_key(struct config *config, const struct key_row *row, const char *value, struct arena *arena,
                           struct error *error)
{
    void *member = (char *)config + row->offset;
    switch (row->kind) {
    case KEY_TEXT:
        *(const char **)member = value;
        return STATUS_OK;
    case KEY_URL:
        if (!html_url_is_safe(value))
            return error_set(error, STATUS_USAGE, "\"%s\" must be an http or https address", row->name);
        *(const char **)member = value;
        return STATUS_OK;
    case KEY_COLOUR:
        return set_colour(row, member, value, error);
    case KEY_LIST: {
        string_list *list = member;
        if (list->count >= CONFIG_LIST_MAX)
            return error_set(error, STATUS_USAGE, "\"%s\" is given more than %d times", row->name, CONFIG_LIST_MAX);
        *vec_push(arena, list) = value;
        return STATUS_OK;
    }
    case KEY_NUMBER:
        return set_number(row, member, value, error);
    case KEY_LANGUAGE:
        return set_language(row, member, value, error);
    case KEY_YES_NO:
        return set_yes_no(row, member, value, error);
    }
    return STATUS_OK;
}

/* A `#` that comes right after `=` begins a value (a colour), not a comment. */
static struct slice without_comment(struct slice line)
{
    bool quoted = false;
    char before = '\0';
    for (size_t i = 0; i < line.length; i++) {
        char c = line.bytes[i];
        bool after_space = i == 0 || line.bytes[i - 1] == ' ' || line.bytes[i - 1] == '\t';
        if (c == '"')
            quoted = !quoted;
        if (c == '#' && !quoted && after_space && before != '=')
            return slice_trim((struct slice){ line.bytes, i });
        if (c != ' ' && c != '\t')
            before = c;
    }
    return slice_trim(line);
}

static enum status parse_line(struct config *config, struct slice line, struct arena *arena, struct error *error)
{
    line = without_comment(line);
    if (!line.length)
        return STATUS_OK;
    const char *equals = memchr(line.bytes, '=', line.length);
    if (!equals)
        return error_set(error, STATUS_USAGE, "not a \"key = value\" line");
    struct slice name = slice_trim((struct slice){ line.bytes, (size_t)(equals - line.bytes) });
    struct slice value = slice_trim((struct slice){ equals + 1, line.length - (size_t)(equals + 1 - line.bytes) });
    if (value.length >= 2 && value.bytes[0] == '"' && value.bytes[value.length - 1] == '"')
        value = (struct slice){ value.bytes + 1, value.length - 2 };
    if (!value.length)
        return error_set(error, STATUS_USAGE, "\"%.*s\" has no value", (int)name.length, name.bytes);
    for (size_t i = 0; i < KEYS; i++)
        if (slice_is(name, keys[i].name))
            return set_key(config, &keys[i], arena_dup_slice(arena, value), arena, error);
    return error_set(error, STATUS_USAGE, "unknown setting \"%.*s\"", (int)name.length, name.bytes);
}

enum status config_parse(struct config *config, const char *name, struct slice text, struct arena *arena,
                         struct error *error)
{
    if (text.length >= 3 && memcmp(text.bytes, "\xEF\xBB\xBF", 3) == 0)
        text.bytes += 3, text.length -= 3;
    if (memchr(text.bytes, '\0', text.length) || !utf8_valid(text.bytes, text.length))
        return error_set(error, STATUS_USAGE, "%s: is not UTF-8 text", name);
    unsigned number = 0;
    while (text.length) {
        number++;
        const char *end = memchr(text.bytes, '\n', text.length);
        size_t length = end ? (size_t)(end - text.bytes) : text.length;
        enum status status = parse_line(config, (struct slice){ text.bytes, length }, arena, error);
        if (status) {
            error_prefix(error, "%s:%u", name, number);
            return status;
        }
        size_t step = end ? length + 1 : length;
        text.bytes += step;
        text.length -= step;
    }
    return STATUS_OK;
}

enum status config_read(struct config *config, const char *path, struct arena *arena, struct error *error)
{
    char *text = arena_alloc(arena, CONFIG_BYTES_MAX + 1); /* before the file is open: it may jump */
    FILE *file = fopen(path, "re");
    if (!file)
        return error_set(error, STATUS_IO, "%s: %s", path, strerror(errno));
    struct stat info;
    if (fstat(fileno(file), &info) == 0)
        config->changed = info.st_mtime;
    size_t length = fread(text, 1, CONFIG_BYTES_MAX + 1, file);
    enum status status = STATUS_OK;
    if (ferror(file))
        status = error_set(error, STATUS_IO, "%s: %s", path, strerror(errno));
    else if (length > CONFIG_BYTES_MAX)
        status = error_set(error, STATUS_LIMIT, "%s: is longer than %d bytes", path, CONFIG_BYTES_MAX);
    fclose(file);
    return status ? status : config_parse(config, path, (struct slice){ text, length }, arena, error);
}
