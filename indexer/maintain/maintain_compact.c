#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "database.h"
#include "db_write.h"
#include "maintain.h"
#include "store.h"
#include "store_lock.h"

#define NEW_COPY ".new" /* store.c drops what a killed run left under this name */

static int remove_entry(const char *path, const struct stat *info, int kind, struct FTW *walk)
{
    (void)info, (void)kind, (void)walk;
    return remove(path);
}

static void remove_folder(const char *path)
{
    nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

/* The bytes of the tables in a folder. Xapian's names are few and fixed. */
static uint64_t tables_size(const char *folder)
{
    static const char *const tables[] = { "docdata", "position", "postlist", "spelling", "synonym", "termlist" };
    uint64_t size = 0;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        char path[PATH_MAX + 32];
        struct stat info;
        snprintf(path, sizeof path, "%s/%s.glass", folder, tables[i]);
        if (stat(path, &info) == 0)
            size += (uint64_t)info.st_size;
    }
    return size;
}

/* All of the copy is on the disk before its name says so. */
static bool write_through(const char *folder)
{
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool done = file >= 0 && syncfs(file) == 0;
    if (file >= 0)
        close(file);
    return done;
}

/* The copy and the old half change places in one step, so that there is a whole half at every instant. A reader that
 * has the old one open keeps it until it reopens. */
static enum status compact_half(const char *database, const char *half, uint64_t *before, uint64_t *after,
                                struct error *error)
{
    char old[PATH_MAX], made[PATH_MAX];
    if ((size_t)snprintf(old, sizeof old, "%s/%s", database, half) + sizeof NEW_COPY > sizeof made)
        return error_set(error, STATUS_USAGE, "the path of the database is too long");
    snprintf(made, sizeof made, "%s/%s" NEW_COPY, database, half);
    remove_folder(made);
    enum status status = db_compact(old, made, error);
    if (status == STATUS_OK) {
        *before += tables_size(old);
        *after += tables_size(made);
        if (!write_through(made) || renameat2(AT_FDCWD, made, AT_FDCWD, old, RENAME_EXCHANGE) != 0)
            status = error_set(error, STATUS_IO, "the compacted copy cannot take its place: %s", strerror(errno));
    }
    remove_folder(made);
    return status;
}

/* Opening for writing drops what a killed run left, and refuses what is no database of ours. */
static enum status settle(const char *path, bool wait, struct error *error)
{
    struct store *store = NULL;
    struct database *database = NULL;
    const struct store_options options = { .path = path, .wait = wait };
    enum status status = database_open(&database, &path, 1, error); /* a writer would make one that is not there */
    database_close(database);
    if (status == STATUS_OK)
        status = store_open(&store, &options, error);
    return status == STATUS_OK ? store_close(store, error) : status;
}

enum status maintain_compact(const char *path, bool wait, FILE *out, struct error *error)
{
    uint64_t before = 0, after = 0;
    int lock = -1;
    enum status status = settle(path, wait, error);
    if (status != STATUS_OK)
        return status;
    status = store_lock(path, wait, &lock, error);
    if (status == STATUS_OK) {
        status = compact_half(path, DATABASE_PASSAGES, &before, &after, error);
        if (status == STATUS_OK)
            status = compact_half(path, DATABASE_REPORTS, &before, &after, error);
        if (status != STATUS_OK)
            error_prefix(error, "database '%s'", path);
    }
    if (lock >= 0)
        close(lock);
    if (status == STATUS_OK && out)
        fprintf(out, "%s: %.1f MB, %.1f MB before\n", path, (double)after / 1e6, (double)before / 1e6);
    return status;
}
