#include "front_matter.h"

#include "lines.h"
#include "metadata.h"

enum {
    FRONT_MATTER_LINES_MAX = 500,
    OPEN_HEAD_MIN = 2 /* fields that make a head without fences */
};

/* Keys below author:, speaker:, location: … that hold the name; given and family names are put together. */
static const char *const name_keys[] = { "name", "nom", "literal", "text", "title", "label", "fullname" };
static const char *const given_keys[] = {
    "given", "forname", "forename", "firstname", "first-name", "prenom", "prénom"
};
static const char *const family_keys[] = { "family", "surname", "lastname", "last-name" };

struct reading {
    struct report *report;
    struct slice key;          /* of the top level, whose value is being read */
    struct slice given, family;
    struct buf folded;         /* a text under > or | */
    bool in_folded;
};

#define IS_ONE_OF(slice, table) is_one_of(slice, table, sizeof table / sizeof *table)
static bool is_one_of(struct slice word, const char *const *table, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (slice_is(word, table[i]))
            return true;
    return false;
}

static void add(struct reading *reading, struct slice value)
{
    if (value.length && !slice_is(value, "null") && !slice_is(value, "~"))
        metadata_add(reading->report, METADATA_FRONT_MATTER, reading->key, value, (struct span){ 0, 0 });
}

static void add_given_family(struct reading *reading)
{
    if (reading->given.length && reading->family.length) {
        struct buf name = BUF_INIT(reading->report->arena);
        buf_add_slice(&name, reading->given);
        buf_add_char(&name, ' ');
        buf_add_slice(&name, reading->family);
        add(reading, buf_slice(&name));
    } else if (reading->family.length) {
        add(reading, reading->family);
    }
    reading->given = reading->family = SLICE("");
}

/* Without its quotes and their escapes, or without the comment behind a plain value. */
static struct slice unquoted(struct arena *arena, struct slice value)
{
    value = slice_trim(value);
    char quote = value.length > 1 ? value.bytes[0] : 0;
    if (quote != '"' && quote != '\'') {
        for (size_t i = 1; i < value.length; i++)
            if (value.bytes[i] == '#' && (value.bytes[i - 1] == ' ' || value.bytes[i - 1] == '\t'))
                return slice_trim((struct slice){ value.bytes, i });
        return value;
    }
    struct buf out = BUF_INIT(arena);
    for (size_t i = 1; i < value.length; i++) {
        char c = value.bytes[i];
        bool next = i + 1 < value.length;
        if (quote == '"' && c == '\\' && next) {
            c = value.bytes[++i];
            buf_add_char(&out, c == 'n' || c == 't' ? ' ' : c);
        } else if (quote == '\'' && c == '\'' && next && value.bytes[i + 1] == '\'') {
            buf_add_char(&out, value.bytes[i++]);
        } else if (c == quote) {
            break;
        } else {
            buf_add_char(&out, c);
        }
    }
    return buf_slice(&out);
}

/* A value on the line of its key: plain, quoted, or a list in brackets. */
static void add_value(struct reading *reading, struct slice value)
{
    value = slice_trim(value);
    if (value.length < 2 || value.bytes[0] != '[') {
        add(reading, unquoted(reading->report->arena, value));
        return;
    }
    char quote = 0;
    for (size_t i = 1, from = 1; i < value.length; i++) {
        char c = value.bytes[i];
        if (quote) {
            quote = c == quote ? 0 : quote;
        } else if (c == '"' || (c == '\'' && !slice_trim((struct slice){ value.bytes + from, i - from }).length)) {
            quote = c;
        } else if (c == ',' || c == ']') {
            add(reading, unquoted(reading->report->arena, (struct slice){ value.bytes + from, i - from }));
            from = i + 1;
        }
    }
}

/* Splits "key: value" (YAML) or "key = value" (TOML). */
static bool split(struct slice line, char separator, struct slice *key, struct slice *value)
{
    for (size_t i = 0; i < line.length; i++) {
        if (line.bytes[i] != separator)
            continue;
        if (separator == ':' && i + 1 < line.length && line.bytes[i + 1] != ' ' && line.bytes[i + 1] != '\t')
            continue;
        *key = slice_trim((struct slice){ line.bytes, i });
        *value = slice_trim((struct slice){ line.bytes + i + 1, line.length - i - 1 });
        if (key->length > 1 && (key->bytes[0] == '"' || key->bytes[0] == '\''))
            key->bytes++, key->length -= 2;
        return key->length > 0 && key->length < 64;
    }
    return false;
}

static void read_nested(struct reading *reading, struct slice line, char separator)
{
    struct slice key, value;
    bool item = slice_starts(line, SLICE("- ")) || slice_is(line, "-");
    if (item) {
        add_given_family(reading);
        line.bytes++, line.length--;
        line = slice_trim(line);
    }
    bool quoted = line.length && (line.bytes[0] == '"' || line.bytes[0] == '\'');
    if (quoted || !split(line, separator, &key, &value)) {
        if (item)
            add_value(reading, line);
        return;
    }
    value = unquoted(reading->report->arena, value);
    if (IS_ONE_OF(key, name_keys))
        add(reading, value);
    else if (IS_ONE_OF(key, given_keys))
        reading->given = value;
    else if (IS_ONE_OF(key, family_keys))
        reading->family = value;
}

static void end_key(struct reading *reading)
{
    add_given_family(reading);
    if (reading->in_folded)
        add(reading, buf_slice(&reading->folded));
    reading->in_folded = false;
}

static void read_line(struct reading *reading, const struct text_line *line, char separator)
{
    struct slice key, value;
    bool nested = line->indent || slice_starts(line->text, SLICE("- ")) || slice_is(line->text, "-");
    if (nested && reading->in_folded) {
        buf_add_slice(&reading->folded, line->text);
        buf_add_char(&reading->folded, ' ');
    } else if (nested) {
        read_nested(reading, line->text, separator);
    } else if (line->columns && line->text.bytes[0] != '#' && split(line->text, separator, &key, &value)) {
        end_key(reading);
        reading->key = key;
        reading->in_folded = value.length && (value.bytes[0] == '>' || value.bytes[0] == '|');
        reading->folded = (struct buf)BUF_INIT(reading->report->arena);
        if (!reading->in_folded && value.length)
            add_value(reading, value);
    }
}

/* A head without fences, as Pelican and MultiMarkdown write it: "Title: …" and further fields up to the first empty line.
 * How many bytes it takes, 0 when the text begins otherwise. */
static size_t open_head(struct slice text)
{
    const char *end = text.bytes + text.length, *at = text.bytes;
    unsigned fields = 0;
    while (at < end && fields < FRONT_MATTER_LINES_MAX) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const char *next = newline ? newline + 1 : end;
        struct slice line = slice_trim((struct slice){ at, (size_t)(next - at) }), key, value;
        if (!line.length)
            return fields >= OPEN_HEAD_MIN ? (size_t)(at - text.bytes) : 0;
        if (!split(line, ':', &key, &value) || memchr(key.bytes, ' ', key.length))
            return 0;
        if (!fields && !slice_is(key, "Title") && !slice_is(key, "title") && !slice_is(key, "Titre"))
            return 0;
        fields++;
        at = next;
    }
    return 0;
}

static void read_lines(struct report *report, struct slice head, bool fenced, char separator)
{
    line_list lines = { 0 };
    lines_split(report->arena, head, &lines);
    struct reading reading = { .report = report };
    for (size_t i = fenced; i + fenced < lines.count; i++)
        read_line(&reading, &lines.items[i], separator);
    end_key(&reading);
}

size_t front_matter_read(struct report *report, struct slice text)
{
    size_t open = open_head(text);
    if (open) {
        read_lines(report, (struct slice){ text.bytes, open }, false, ':');
        return open;
    }
    bool toml = slice_starts(text, SLICE("+++\n")) || slice_starts(text, SLICE("+++\r\n"));
    if (!toml && !slice_starts(text, SLICE("---\n")) && !slice_starts(text, SLICE("---\r\n")))
        return 0;
    const char *end = text.bytes + text.length, *at = text.bytes;
    size_t length = 0;
    for (unsigned n = 0; at < end && n < FRONT_MATTER_LINES_MAX && !length; n++) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const char *next = newline ? newline + 1 : end;
        struct slice line = slice_trim((struct slice){ at, (size_t)(next - at) });
        if (n > 0 && (toml ? slice_is(line, "+++") : slice_is(line, "---") || slice_is(line, "...")))
            length = (size_t)(next - text.bytes);
        else if (n == 1 && !line.length)
            return 0; /* a rule, and a text below it */
        at = next;
    }
    if (!length)
        return 0;
    read_lines(report, (struct slice){ text.bytes, length }, true, toml ? '=' : ':');
    return length;
}
