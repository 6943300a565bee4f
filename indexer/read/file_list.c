#include "file_list.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { FIRST_ROOM = 64 * 1024 };

/* All of FILE, grown in the arena. */
static enum status read_all(struct arena *arena, FILE *file, const char *from, struct slice *bytes,
                            struct error *error)
{
    size_t room = FIRST_ROOM, length = 0, got;
    char *out = arena_alloc(arena, room);
    while ((got = fread(out + length, 1, room - length, file)) > 0) {
        length += got;
        if (length < room)
            continue;
        if (room >= FILE_LIST_BYTES_MAX)
            return error_set(error, STATUS_LIMIT, "%s: more names than can be read", from);
        out = arena_grow(arena, out, room, room * 2);
        room *= 2;
    }
    if (ferror(file))
        return error_set(error, STATUS_IO, "%s: %s", from, strerror(errno));
    *bytes = (struct slice){ out, length };
    return STATUS_OK;
}

static void take_names(struct arena *arena, struct slice bytes, string_list *paths)
{
    char end = bytes.length && memchr(bytes.bytes, '\0', bytes.length) ? '\0' : '\n';
    while (bytes.length) {
        const char *stop = memchr(bytes.bytes, end, bytes.length);
        size_t length = stop ? (size_t)(stop - bytes.bytes) : bytes.length;
        if (length)
            *vec_push(arena, paths) = arena_dup(arena, bytes.bytes, length);
        length += stop != NULL;
        bytes = (struct slice){ bytes.bytes + length, bytes.length - length };
    }
}

enum status file_list_read(struct arena *arena, const char *from, string_list *paths, struct error *error)
{
    bool standard = strcmp(from, "-") == 0;
    struct slice bytes = { "", 0 };
    FILE *file = standard ? stdin : fopen(from, "re"); /* left open when memory runs out: the program ends then */
    if (!file)
        return error_set(error, STATUS_IO, "%s: %s", from, strerror(errno));
    enum status status = read_all(arena, file, standard ? "standard input" : from, &bytes, error);
    if (!standard)
        fclose(file);
    if (status == STATUS_OK)
        take_names(arena, bytes, paths);
    return status;
}
