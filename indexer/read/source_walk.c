/* The walk over the PATHs: which files are taken, which are refused. */
#include "source.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SNIFF_BYTES = 1024 };

struct folder {
    const char *file, *path, *root; /* as reached, real, the PATH given */
    unsigned depth;
};

struct key {                        /* of a file or folder that was reached already */
    uint64_t device, inode;
};

struct walk {
    struct arena *arena;
    struct source_list *list;
    VEC(struct folder) folders;     /* still to be read: the last one first */
    struct key *seen;               /* open addressing; inode 0 with device 0 is free */
    size_t seen_room, seen_count;
    bool no_sidecars;               /* the folder being read has none: not worth a look for each file */
};

static void refuse(struct walk *walk, const char *file, const char *reason)
{
    *vec_push(walk->arena, &walk->list->refusals) =
        (struct source_refusal){ source_name_utf8(walk->arena, file), arena_strdup(walk->arena, reason) };
}

static size_t key_slot(const struct key *table, size_t room, struct key key)
{
    size_t i = (size_t)((key.inode * 0x9E3779B97F4A7C15u) ^ key.device) & (room - 1);
    while ((table[i].inode || table[i].device) && (table[i].inode != key.inode || table[i].device != key.device))
        i = (i + 1) & (room - 1);
    return i;
}

/* True the first time that this file or folder is reached. */
static bool first_time(struct walk *walk, const struct stat *info)
{
    struct key key = { (uint64_t)info->st_dev, (uint64_t)info->st_ino };
    if (walk->seen_count * 2 >= walk->seen_room) {
        size_t room = walk->seen_room ? walk->seen_room * 2 : 1024;
        struct key *larger = arena_zero(walk->arena, room * sizeof *larger);
        for (size_t i = 0; i < walk->seen_room; i++)
            if (walk->seen[i].inode || walk->seen[i].device)
                larger[key_slot(larger, room, walk->seen[i])] = walk->seen[i];
        walk->seen = larger;
        walk->seen_room = room;
    }
    size_t slot = key_slot(walk->seen, walk->seen_room, key);
    if (walk->seen[slot].inode || walk->seen[slot].device)
        return false;
    walk->seen[slot] = key;
    walk->seen_count++;
    return true;
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* A name that tells nothing ("spip.php?article12", "Seminaire"): does the content begin like a page? */
static bool sniff_html(const char *path)
{
    char bytes[SNIFF_BYTES];
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return false;
    ssize_t n = read(fd, bytes, sizeof bytes);
    close(fd);
    return n > 0 && source_looks_like_html((struct slice){ bytes, (size_t)n });
}

static void take_file(struct walk *walk, const char *file, const char *path, const char *root,
                      const struct stat *info, bool named)
{
    const char *name = base_name(file);
    if (!named && source_type_by_ending(name) == REPORT_TYPE_COUNT &&
        (source_ending_is_foreign(name) || !S_ISREG(info->st_mode) || !sniff_html(path)))
        return;
    if (source_is_sidecar(name)) {
        refuse(walk, file, "holds corrections: name the report that it corrects");
        return;
    }
    struct source_file found = { .file = file, .path = path, .root = root };
    struct error error = ERROR_NONE;
    if (source_stat(&found, &error) != STATUS_OK) {
        refuse(walk, file, error.message);
        return;
    }
    if (!first_time(walk, info))
        return;
    if (!walk->no_sidecars)
        found.correction = source_correction(path);
    found.id = arena_printf(walk->arena, "%016llx", (unsigned long long)source_hash(slice_of(path)));
    *vec_push(walk->arena, &walk->list->files) = found;
}

/* One entry of a folder, or one PATH: REAL is its real path, or NULL where a symbolic link must be followed. */
static void reach(struct walk *walk, const char *file, const char *real, const char *root, unsigned depth, bool named)
{
    char resolved[PATH_MAX];
    struct stat info;
    if (!real) {
        if (!realpath(file, resolved)) {
            refuse(walk, file, strerror(errno));
            return;
        }
        real = arena_strdup(walk->arena, resolved);
    }
    if (stat(real, &info) != 0) {
        refuse(walk, file, strerror(errno));
        return;
    }
    if (!S_ISDIR(info.st_mode)) {
        take_file(walk, file, real, root, &info, named);
        return;
    }
    if (!first_time(walk, &info)) /* a loop of symbolic links, or a folder reached twice */
        return;
    if (depth >= SOURCE_DEPTH_MAX)
        refuse(walk, file, "too many folders inside folders");
    else
        *vec_push(walk->arena, &walk->folders) = (struct folder){ file, real, root, depth };
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char *join(struct arena *arena, const char *folder, const char *name)
{
    size_t n = strlen(folder);
    return arena_printf(arena, n && folder[n - 1] == '/' ? "%s%s" : "%s/%s", folder, name);
}

/* Names are counted first, then taken: nothing is allocated while the folder is open, since an allocation that fails
 * would leave it open. */
static bool folder_names(struct walk *walk, const char *path, const char ***names, size_t *count)
{
    size_t bytes = 0, room = 0;
    for (int round = 0; round < 2; round++) {
        char *store = round ? arena_alloc(walk->arena, bytes + 1) : NULL;
        const char **list = round ? arena_alloc(walk->arena, (room + 1) * sizeof *list) : NULL;
        size_t used = 0, n = 0;
        DIR *folder = opendir(path);
        if (!folder)
            return false;
        for (const struct dirent *entry; (entry = readdir(folder));) {
            if (entry->d_name[0] == '.')
                continue;
            size_t length = strlen(entry->d_name) + 1;
            if (round && (n >= room || used + length > bytes))
                break; /* names that came since the first round wait for the next run */
            if (round)
                list[n] = memcpy(store + used, entry->d_name, length);
            used += length;
            n++;
        }
        closedir(folder);
        bytes = used;
        room = n;
        *names = list;
        *count = n;
    }
    qsort(*names, *count, sizeof **names, by_name);
    return true;
}

static void read_folder(struct walk *walk, const struct folder *folder)
{
    const char **names;
    size_t count;
    if (!folder_names(walk, folder->path, &names, &count)) {
        refuse(walk, folder->file, strerror(errno));
        return;
    }
    size_t first = walk->folders.count;
    bool sidecars = false;
    for (size_t i = 0; i < count; i++)
        sidecars |= source_is_sidecar(names[i]);
    for (size_t i = 0; i < count; i++) {
        const char *file = join(walk->arena, folder->file, names[i]);
        const char *path = join(walk->arena, folder->path, names[i]);
        struct stat info;
        bool link = lstat(path, &info) == 0 && S_ISLNK(info.st_mode);
        walk->no_sidecars = !sidecars && !link; /* a link's report has its sidecar beside it, elsewhere */
        reach(walk, file, link ? NULL : path, folder->root, folder->depth + 1, false);
    }
    walk->no_sidecars = false;
    /* The folders found are a stack: turn them so that they are read in the order of their names. */
    for (size_t i = first, j = walk->folders.count; i + 1 < j; i++) {
        j--;
        struct folder swap = walk->folders.items[i];
        walk->folders.items[i] = walk->folders.items[j];
        walk->folders.items[j] = swap;
    }
}

void source_walk(struct arena *arena, const char *const *paths, size_t count, struct source_list *list)
{
    struct walk walk = { .arena = arena, .list = list };
    for (size_t i = 0; i < count; i++) {
        reach(&walk, paths[i], NULL, paths[i], 0, true);
        while (walk.folders.count) {
            struct folder folder = walk.folders.items[--walk.folders.count];
            read_folder(&walk, &folder);
        }
    }
}
