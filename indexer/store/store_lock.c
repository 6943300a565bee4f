#include "store_lock.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "database.h"

static enum status held(const char *database, int file, struct error *error)
{
    struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
    char name[64] = "", path[64];
    if (fcntl(file, F_GETLK, &lock) != 0 || lock.l_type == F_UNLCK || lock.l_pid <= 0)
        return error_set(error, STATUS_LOCKED, "database '%s' is being written by another process", database);
    snprintf(path, sizeof path, "/proc/%ld/comm", (long)lock.l_pid);
    FILE *comm = fopen(path, "r");
    if (comm) {
        if (fgets(name, sizeof name, comm))
            name[strcspn(name, "\n")] = '\0';
        fclose(comm);
    }
    return error_set(error, STATUS_LOCKED, "database '%s' is being written by process %ld%s%s%s", database,
                     (long)lock.l_pid, *name ? " (" : "", name, *name ? ")" : "");
}

enum status store_lock(const char *database, bool wait, int *file, struct error *error)
{
    char path[PATH_MAX];
    struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
    snprintf(path, sizeof path, "%s/%s", database, DATABASE_LOCK);
    *file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (*file < 0)
        return error_set(error, STATUS_IO, "database '%s': %s", database, strerror(errno));
    while (fcntl(*file, wait ? F_SETLKW : F_SETLK, &lock) != 0) {
        if (errno == EINTR)
            continue;
        if (errno == EACCES || errno == EAGAIN)
            return held(database, *file, error);
        return error_set(error, STATUS_IO, "database '%s': cannot lock: %s", database, strerror(errno));
    }
    return STATUS_OK;
}
