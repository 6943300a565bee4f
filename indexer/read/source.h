/* source.h - finds the files to index under the PATHs given, and reads their bytes.
 *
 * Folders are walked in the order of their names. In a folder, files of other kinds (images, style sheets…) and
 * hidden ones are passed over in silence; a file named as a PATH is always taken or refused by name. A file reached
 * twice (symbolic links, overlapping PATHs) is listed once, as first reached. */
#ifndef TRIBUNE_SOURCE_H
#define TRIBUNE_SOURCE_H

#include <stdint.h>

#include "arena.h"
#include "error.h"
#include "record.h"
#include "slice.h"

enum {
    SOURCE_BYTES_MAX = 1 << 30, /* a larger file is refused: offsets in a report are 32 bits */
    SOURCE_DEPTH_MAX = 128,     /* folders inside folders */
    SIDECAR_BYTES_MAX = 1 << 20 /* of the file of corrections beside a report */
};

struct source_file {
    const char *file;         /* as reached from the PATH given; raw bytes of the file system */
    const char *path;         /* real path: the identity */
    const char *id;           /* 16 hexadecimal digits made from the real path: record.id */
    const char *root;         /* the PATH given that led here */
    uint64_t size, inode, device;
    int64_t modified;         /* nanoseconds since 1970 */
    uint64_t content;         /* hash of the bytes, the sidecar's too; 0 until source_read() */
    uint64_t correction;      /* made from the sidecar's size and times; 0 without one */
    struct slice attached;    /* of its attachments (attached.h), once it is read; in the report's arena */
};

struct source_refusal {
    const char *file;         /* as reached; valid UTF-8 */
    const char *reason;       /* "Permission denied", "empty file"… */
};

struct source_list {
    VEC(struct source_file) files;
    VEC(struct source_refusal) refusals;
};

/* Lists the reports under PATHS. What can't be taken is in list->refusals, with the reason. Everything is in the
 * arena. */
void source_walk(struct arena *arena, const char *const *paths, size_t count, struct source_list *list);

/* Reads the whole file into the arena and fills size, modified, inode, device, correction and content with what was
 * read.
 * STATUS_IO when the system refuses or the file has vanished, STATUS_FORMAT when it is empty, STATUS_LIMIT when it
 * is too large. The message has the reason only, without the file's name. */
enum status source_read(struct arena *arena, struct source_file *file, struct slice *bytes, struct error *error);

/* The file of corrections beside a report (sidecar.h): NAME.tribune.json, else NAME without its ending and
 * .tribune.json. *NAME is its file name, NULL when there is none; *BYTES may be empty. Errors name it. */
enum status source_read_sidecar(struct arena *arena, const struct source_file *file, const char **name,
                                struct slice *bytes, struct error *error);

/* Is it the name of such a file? */
bool source_is_sidecar(const char *name);

/* What source_file.correction is for the report at PATH: what the system knows of its sidecar; 0 without one. */
uint64_t source_correction(const char *path);

/* Fills SIZE, MODIFIED, INODE and DEVICE of a file whose PATH is set, without reading it. */
enum status source_stat(struct source_file *file, struct error *error);

/* A 64-bit hash of bytes: the same on every machine, not meant against an enemy. */
uint64_t source_hash(struct slice bytes);

/* A file name as valid UTF-8 (a byte that is none becomes U+FFFD), in the arena. */
const char *source_name_utf8(struct arena *arena, const char *name);

/* The type that the ending of a file name tells; REPORT_TYPE_COUNT when it tells none. */
enum report_type source_type_by_ending(const char *name);

/* Is it the ending of something that is never a report (an image, a style sheet, an archive)? */
bool source_ending_is_foreign(const char *name);

/* Does it begin like an HTML page (doctype, <html>, <head>, <body> or a comment and then one of these)? */
bool source_looks_like_html(struct slice bytes);

#endif
