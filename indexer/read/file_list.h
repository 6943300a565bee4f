/* file_list.h - names of files from a file or from standard input, for --files-from. */
#ifndef TRIBUNE_FILE_LIST_H
#define TRIBUNE_FILE_LIST_H

#include "arena.h"
#include "error.h"
#include "record.h"

enum { FILE_LIST_BYTES_MAX = 1 << 30 };

/* Appends the names in the file FROM ("-": standard input) to PATHS: ended by NUL bytes when it holds one (`find
 * -print0`), else by line ends. Empty names are passed over. STATUS_IO, with a message that names FROM. */
enum status file_list_read(struct arena *arena, const char *from, string_list *paths, struct error *error);

#endif
