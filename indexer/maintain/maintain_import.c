#include "maintain_import.h"

#include <errno.h>
#include <stdlib.h>

#include "gazetteer.h"
#include "index.h"
#include "maintain.h"

struct import {
    struct indexer *indexer;
    FILE *from, *complaints;
    const char *name;   /* of the file, for messages */
    struct arena arena; /* of one report */
    struct maintain_import *counts;
};

/* Under a guard: a report that needs too much memory is refused like one that is malformed. */
static enum status import_line(struct import *import, struct slice line, struct error *error)
{
    struct record record;
    if (arena_guard(&import->arena))
        return error_set(error, STATUS_MEMORY, "needs more memory than a report may take");
    enum status status = import_record(&import->arena, line, &record, error);
    if (status != STATUS_OK)
        return status;
    if (!record.path)
        record.path = record.file;
    /* without size, time and fingerprints: when its file is found, that is read again */
    struct source_file file = { .file = record.file, .path = record.path, .id = record.id };
    bool known = indexer_state(import->indexer, &file) != FILE_NEW;
    status = indexer_add(import->indexer, &record, &file, error);
    if (status == STATUS_OK)
        *(known ? &import->counts->updated : &import->counts->added) += 1;
    return status;
}

/* All lines. What is wrong with one is said and counted; what is wrong with the database ends it. */
static enum status import_lines(struct import *import, struct error *error)
{
    char *line = NULL;
    size_t room = 0, number = 0;
    enum status status = STATUS_OK;
    for (ssize_t length; status == STATUS_OK && (length = getline(&line, &room, import->from)) >= 0;) {
        struct slice text = slice_trim((struct slice){ line, (size_t)length });
        number++;
        if (!text.length)
            continue;
        status = text.length > IMPORT_LINE_BYTES_MAX ? error_set(error, STATUS_LIMIT, "the line is too long")
                                                     : import_line(import, text, error);
        if (status == STATUS_FORMAT || status == STATUS_LIMIT || status == STATUS_MEMORY) {
            fprintf(import->complaints, "tribune-index: %s:%zu: %s\n", import->name, number, error->message);
            import->counts->refused++;
            status = STATUS_OK;
        }
        arena_reset(&import->arena);
    }
    free(line);
    if (status == STATUS_OK && ferror(import->from))
        status = error_set(error, STATUS_IO, "%s: %s", import->name, strerror(errno));
    return status;
}

enum status maintain_import(const char *path, const char *file, bool wait, FILE *complaints,
                            struct maintain_import *counts, struct error *error)
{
    bool standard = strcmp(file, "-") == 0;
    struct import import = {
        .complaints = complaints, .counts = counts, .arena = ARENA_INIT(0), .name = standard ? "standard input" : file
    };
    struct indexer_options options = { .path = path, .wait = wait };
    struct gazetteer *gazetteer = NULL;
    *counts = (struct maintain_import){ 0 };
    import.from = standard ? stdin : fopen(file, "re");
    if (!import.from)
        return error_set(error, STATUS_IO, "%s: %s", file, strerror(errno));
    enum status status = gazetteer_open(&gazetteer, error);
    options.gazetteer = gazetteer;
    if (status == STATUS_OK)
        status = indexer_open(&import.indexer, &options, error);
    if (status == STATUS_OK)
        status = import_lines(&import, error);
    if (status == STATUS_OK)
        status = indexer_commit(import.indexer, error);
    struct error closing = ERROR_NONE;
    if (import.indexer && indexer_close(import.indexer, &closing) != STATUS_OK && status == STATUS_OK) {
        *error = closing;
        status = closing.status;
    }
    arena_fini(&import.arena);
    gazetteer_close(gazetteer);
    if (!standard)
        fclose(import.from);
    return status;
}
