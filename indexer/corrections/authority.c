#include "authority.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gazetteer_format.h"
#include "token.h"
#include "utf8.h"

enum { COLUMNS_MAX = 6, NAMESAKES_READ = 16 };

/* One line of a table, cut at its tabs. */
struct line {
    const char *file;
    unsigned number;
    struct slice columns[COLUMNS_MAX]; /* trimmed; empty where the line has fewer */
};

typedef enum status (*take_line)(struct authority *authority, const struct gazetteer *gazetteer,
                                 const struct line *line, struct error *error);

static enum status refuse(const struct line *line, struct error *error, const char *what, struct slice value,
                          const char *expected)
{
    return error_set(error, STATUS_FORMAT, "%s:%u: %s \"%.*s\": expected %s", line->file, line->number, what,
                     (int)(value.length > 80 ? utf8_floor(value.bytes, value.length, 80) : value.length), value.bytes,
                     expected);
}

/* ---- lines ---- */

static enum status cut_line(struct line *line, struct slice bytes, unsigned columns, struct error *error)
{
    unsigned count = 0;
    for (unsigned i = 0; i < COLUMNS_MAX; i++)
        line->columns[i] = SLICE("");
    for (;;) {
        const char *tab = memchr(bytes.bytes, '\t', bytes.length);
        size_t length = tab ? (size_t)(tab - bytes.bytes) : bytes.length;
        struct slice column = slice_trim((struct slice){ bytes.bytes, length });
        if (count < columns)
            line->columns[count++] = column;
        else if (column.length)
            return error_set(error, STATUS_FORMAT, "%s:%u: too many columns: expected at most %u, separated by tabs",
                             line->file, line->number, columns);
        if (!tab)
            return STATUS_OK;
        bytes.bytes += length + 1;
        bytes.length -= length + 1;
    }
}

static enum status read_lines(struct authority *authority, const char *file, struct slice bytes, unsigned columns,
                              const struct gazetteer *gazetteer, take_line take, struct error *error)
{
    struct line line = { .file = file };
    if (slice_starts(bytes, SLICE("\357\273\277")))
        bytes.bytes += 3, bytes.length -= 3;
    while (bytes.length) {
        const char *newline = memchr(bytes.bytes, '\n', bytes.length);
        struct slice row = { bytes.bytes, newline ? (size_t)(newline - bytes.bytes) : bytes.length };
        size_t step = row.length + (newline != NULL);
        bytes.bytes += step;
        bytes.length -= step;
        line.number++;
        if (slice_trim(row).length == 0 || slice_trim(row).bytes[0] == '#')
            continue;
        if (!utf8_valid(row.bytes, row.length) || memchr(row.bytes, '\0', row.length))
            return error_set(error, STATUS_FORMAT, "%s:%u: expected text in UTF-8", file, line.number);
        enum status status = cut_line(&line, row, columns, error);
        if (!status)
            status = take(authority, gazetteer, &line, error);
        if (status)
            return status;
    }
    return STATUS_OK;
}

/* The next of the aliases that "|" separates; false at the end. */
static bool next_alias(struct slice *rest, struct slice *alias)
{
    while (rest->length) {
        const char *bar = memchr(rest->bytes, '|', rest->length);
        size_t length = bar ? (size_t)(bar - rest->bytes) : rest->length;
        *alias = slice_trim((struct slice){ rest->bytes, length });
        rest->bytes += length + (bar != NULL);
        rest->length -= length + (bar != NULL);
        if (alias->length)
            return true;
    }
    return false;
}

/* ---- names ---- */

typedef unsigned (*entry_line)(const struct authority *authority, uint32_t index);

/* One spelling of the entry INDEX; LINES tells where the others were given. */
static enum status add_name(struct phrases *names, const struct line *line, struct slice name, uint32_t index,
                            entry_line line_of, const struct authority *authority,
                            struct error *error)
{
    char key[PHRASE_BYTES_MAX + 64];
    size_t length = fold_key(name, key, sizeof key);
    if (length == 0 || length >= PHRASE_BYTES_MAX)
        return refuse(line, error, "name", name, length ? "fewer than 200 letters" : "letters in it");
    uint32_t kept = *phrases_add(names, key, index);
    if (kept != index)
        return error_set(error, STATUS_FORMAT,
                         "%s:%u: \"%.*s\" is a name of line %u already: expected each name once",
                         line->file, line->number, (int)(name.length > 80 ? 80 : name.length), name.bytes,
                         line_of(authority, kept));
    return STATUS_OK;
}

static enum status add_names(struct phrases *names, const struct line *line, uint32_t index,
                             entry_line line_of, const struct authority *authority,
                             struct error *error)
{
    struct slice rest = line->columns[1], alias;
    enum status status = add_name(names, line, line->columns[0], index, line_of, authority, error);
    while (!status && next_alias(&rest, &alias))
        status = add_name(names, line, alias, index, line_of, authority, error);
    return status;
}

static unsigned person_line(const struct authority *authority, uint32_t index)
{
    return authority->persons.items[index].line;
}

static unsigned place_line(const struct authority *authority, uint32_t index)
{
    return authority->places.items[index].line;
}

/* ---- speakers.tsv ---- */

static const struct { const char *flag; enum authority_use use; } uses[] = {
    { "", AUTHORITY_PERSON }, { "never", AUTHORITY_NEVER }, { "hide", AUTHORITY_HIDE }
};

void authority_split_name(struct arena *arena, struct authority_person *person, struct slice aliases)
{
    const char *space = strchr(person->name, ' ');
    size_t cut = space ? (size_t)(space - person->name) : 0, name = strlen(person->name);
    struct slice alias;
    while (cut && next_alias(&aliases, &alias))
        if (alias.length + 2 <= name && person->name[name - alias.length - 1] == ' ' &&
            memcmp(person->name + name - alias.length, alias.bytes, alias.length) == 0)
            cut = name - alias.length - 1;
    person->given = cut ? arena_dup(arena, person->name, cut) : NULL;
    person->surname = person->name + (cut ? cut + 1 : 0);
}

static enum status take_speaker(struct authority *authority, const struct gazetteer *gazetteer,
                                const struct line *line, struct error *error)
{
    (void)gazetteer;
    struct arena *arena = &authority->arena;
    struct authority_person person = { .name = arena_dup_slice(arena, line->columns[0]), .line = line->number };
    char key[PHRASE_BYTES_MAX];
    size_t use = 0;
    while (use < sizeof uses / sizeof *uses && !slice_is(line->columns[2], uses[use].flag))
        use++;
    if (use == sizeof uses / sizeof *uses)
        return refuse(line, error, "column 3:", line->columns[2], "nothing, never or hide");
    person.use = uses[use].use;
    person.key = arena_dup(arena, key, fold_key(line->columns[0], key, sizeof key));
    authority_split_name(arena, &person, line->columns[1]);
    *vec_push(arena, &authority->persons) = person;
    return add_names(&authority->person_names, line, (uint32_t)authority->persons.count - 1, person_line, authority,
                     error);
}

enum status authority_read_speakers(struct authority *authority, const char *file, struct slice bytes,
                                    struct error *error)
{
    return read_lines(authority, file, bytes, 3, NULL, take_speaker, error);
}

/* ---- places.tsv ---- */

/* The likeliest place of this name; of those, the one whose own name it is. */
int32_t authority_gazetteer_place(const struct gazetteer *gazetteer, struct slice name)
{
    char key[PHRASE_BYTES_MAX];
    struct gazetteer_name names[NAMESAKES_READ];
    bool longer;
    struct slice folded = { key, place_key(name, key, sizeof key) };
    size_t count = folded.length ? gazetteer_find_names(gazetteer, folded, names, NAMESAKES_READ, &longer) : 0;
    for (size_t i = 0; i < count && i < NAMESAKES_READ; i++)
        if (names[i].flags & NAME_PREFERRED)
            return (int32_t)names[i].place;
    return count ? (int32_t)names[0].place : -1;
}

const char *authority_venue_id(struct arena *arena, const char *name)
{
    char key[PHRASE_BYTES_MAX];
    fold_key(slice_of(name), key, sizeof key);
    for (char *p = key; *p; p++)
        *p = *p == ' ' ? '-' : *p;
    return arena_printf(arena, "venue:%s", key);
}

static bool coordinate(struct arena *arena, struct slice text, double limit, double *value)
{
    char *number = arena_dup_slice(arena, text), *end;
    *value = strtod(number, &end);
    bool plain = text.length && !*end && strspn(number, "+-.0123456789") == text.length; /* not "nan", not "0x1" */
    return plain && *value >= -limit && *value <= limit;
}

static enum status take_venue(struct authority *authority, const struct gazetteer *gazetteer, const struct line *line,
                              struct authority_place *place, struct error *error)
{
    struct slice town = line->columns[5];
    place->kind = AUTHORITY_VENUE;
    place->located = true;
    place->id = authority_venue_id(&authority->arena, place->name);
    if (!coordinate(&authority->arena, line->columns[3], 90, &place->latitude))
        return refuse(line, error, "column 4:", line->columns[3], "a venue's latitude, from -90 to 90");
    if (!coordinate(&authority->arena, line->columns[4], 180, &place->longitude))
        return refuse(line, error, "column 5:", line->columns[4], "a venue's longitude, from -180 to 180");
    if (town.length && (place->place = authority_gazetteer_place(gazetteer, town)) < 0)
        return refuse(line, error, "column 6:", town, "the venue's town as the gazetteer names it, or nothing");
    return STATUS_OK;
}

static enum status take_place(struct authority *authority, const struct gazetteer *gazetteer, const struct line *line,
                              struct error *error)
{
    static const char wanted[] = "a place of the gazetteer, or in column 3 one of its ids, venue or not";
    struct arena *arena = &authority->arena;
    struct slice what = line->columns[2];
    struct authority_place place = { .name = arena_dup_slice(arena, line->columns[0]), .place = -1,
                                     .line = line->number };
    enum status status = STATUS_OK;
    if (slice_is(what, "venue")) {
        status = take_venue(authority, gazetteer, line, &place, error);
    } else if (line->columns[3].length || line->columns[4].length || line->columns[5].length) {
        status = refuse(line, error, "column 3:", what, "venue, where coordinates follow");
    } else if (slice_is(what, "not")) {
        place.kind = AUTHORITY_NOT_A_PLACE;
    } else if (what.length) {
        place.place = gazetteer_by_id(gazetteer, arena_dup_slice(arena, what));
        if (place.place < 0)
            status = refuse(line, error, "column 3:", what, "nothing, not, venue or an id that --dump shows");
    } else if ((place.place = authority_gazetteer_place(gazetteer, line->columns[0])) < 0) {
        status = refuse(line, error, "no place is called", line->columns[0], wanted);
    }
    if (status)
        return status;
    *vec_push(arena, &authority->places) = place;
    return add_names(&authority->place_names, line, (uint32_t)authority->places.count - 1, place_line, authority,
                     error);
}

enum status authority_read_places(struct authority *authority, const char *file, struct slice bytes,
                                  const struct gazetteer *gazetteer, struct error *error)
{
    return read_lines(authority, file, bytes, 6, gazetteer, take_place, error);
}

/* ---- files ---- */

/* The whole file, in memory of its own that the caller frees. STATUS_NOT_FOUND when there is none. */
static enum status read_file(const char *path, struct slice *bytes, struct error *error)
{
    struct stat info;
    enum status status = STATUS_OK;
    char *to = NULL;
    size_t length = 0, room = 0;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return error_set(error, errno == ENOENT ? STATUS_NOT_FOUND : STATUS_IO, "%s: %s", path, strerror(errno));
    if (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode))
        status = error_set(error, STATUS_IO, "%s: expected a regular file", path);
    else if (info.st_size > AUTHORITY_FILE_BYTES_MAX)
        status = error_set(error, STATUS_LIMIT, "%s: larger than %d MiB", path, AUTHORITY_FILE_BYTES_MAX >> 20);
    else if (!(to = malloc(room = (size_t)info.st_size + 1)))
        status = error_set(error, STATUS_MEMORY, "out of memory");
    while (!status && length < room) {
        ssize_t n = read(fd, to + length, room - length);
        if (n < 0 && errno != EINTR)
            status = error_set(error, STATUS_IO, "%s: %s", path, strerror(errno));
        else if (n == 0)
            break;
        else if (n > 0)
            length += (size_t)n;
    }
    close(fd);
    if (status) {
        free(to);
        return status;
    }
    *bytes = (struct slice){ to, length };
    return STATUS_OK;
}

void authority_init(struct authority *authority)
{
    *authority = (struct authority){ .arena = ARENA_INIT(0) };
    phrases_init(&authority->person_names, &authority->arena);
    phrases_init(&authority->place_names, &authority->arena);
}

enum { FILE_SPEAKERS, FILE_PLACES, FILE_COUNT };
static const char *const file_names[FILE_COUNT] = { "speakers.tsv", "places.tsv" };

static enum status read_tables(struct authority *authority, const char *folder, const struct gazetteer *gazetteer,
                               const struct slice contents[FILE_COUNT], struct error *error)
{
    enum status status = STATUS_OK;
    if (contents[FILE_SPEAKERS].bytes)
        status = authority_read_speakers(authority,
                                         arena_printf(&authority->arena, "%s/%s", folder, file_names[FILE_SPEAKERS]),
                                         contents[FILE_SPEAKERS], error);
    if (!status && contents[FILE_PLACES].bytes)
        status = authority_read_places(authority,
                                       arena_printf(&authority->arena, "%s/%s", folder, file_names[FILE_PLACES]),
                                       contents[FILE_PLACES], gazetteer, error);
    return status;
}

static enum status read_guarded(struct authority *authority, const char *folder, const struct gazetteer *gazetteer,
                                const struct slice contents[FILE_COUNT], struct error *error)
{
    if (arena_guard(&authority->arena))
        return error_set(error, STATUS_MEMORY, "%s: out of memory", folder);
    return read_tables(authority, folder, gazetteer, contents, error);
}

enum status authority_open(struct authority **authority, const char *folder, const struct gazetteer *gazetteer,
                           struct error *error)
{
    struct authority *made = calloc(1, sizeof *made);
    struct slice contents[FILE_COUNT] = { { NULL, 0 } };
    enum status status = made ? STATUS_OK : error_set(error, STATUS_MEMORY, "out of memory");
    unsigned missing = 0;
    if (made)
        authority_init(made);
    for (int i = 0; i < FILE_COUNT && !status; i++) {
        char *path = NULL;
        if (asprintf(&path, "%s/%s", folder, file_names[i]) < 0)
            status = error_set(error, STATUS_MEMORY, "out of memory");
        else
            status = read_file(path, &contents[i], error);
        free(path);
        if (status == STATUS_NOT_FOUND) {
            missing++;
            status = STATUS_OK;
        }
        /* an empty file is not a missing one: the fingerprints differ by the index */
        if (!status && made)
            made->fingerprint = hash_bytes(contents[i].bytes ? contents[i].bytes : "", contents[i].length,
                                           made->fingerprint + (uint64_t)i + 1);
    }
    if (!status && missing == FILE_COUNT)
        status = error_set(error, STATUS_USAGE, "--authority: %s: expected a folder with speakers.tsv or places.tsv",
                           folder);
    if (!status)
        status = read_guarded(made, folder, gazetteer, contents, error);
    for (int i = 0; i < FILE_COUNT; i++)
        free((char *)contents[i].bytes);
    if (status) {
        authority_close(made);
        return status;
    }
    *authority = made;
    return STATUS_OK;
}

void authority_close(struct authority *authority)
{
    if (!authority)
        return;
    arena_fini(&authority->arena);
    free(authority);
}

const struct authority_person *authority_person(const struct authority *authority, const char *name)
{
    const uint32_t *index = authority ? phrases_find(&authority->person_names, slice_of(name)) : NULL;
    return index ? &authority->persons.items[*index] : NULL;
}

const struct authority_place *authority_place(const struct authority *authority, const char *name)
{
    const uint32_t *index = authority ? phrases_find(&authority->place_names, slice_of(name)) : NULL;
    return index ? &authority->places.items[*index] : NULL;
}
