#include "prune.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "map.h"

struct root {
    const char *given, *real; /* real: NULL when nothing is pruned under it */
};

struct pruning {
    const struct prune *prune;
    struct root *roots;
    struct map spared; /* folders that were complained of */
};

static bool is_under(const char *path, const char *root)
{
    size_t length = strlen(root);
    return length && strncmp(path, root, length) == 0 && (path[length] == '/' || root[length - 1] == '/');
}

/* The real path of a PATH; of one that is missing, what it would be. NULL when that can't be told. */
static const char *real_path(struct arena *arena, const char *given)
{
    char resolved[PATH_MAX], folder[PATH_MAX];
    if (realpath(given, resolved))
        return arena_strdup(arena, resolved);
    size_t length = strlen(given);
    while (length > 1 && given[length - 1] == '/')
        length--;
    const char *slash = memrchr(given, '/', length);
    size_t parent = slash ? (size_t)(slash - given) : 0;
    if (errno != ENOENT || length >= sizeof folder)
        return NULL;
    memcpy(folder, given, parent);
    folder[parent] = '\0';
    if (!realpath(slash ? parent ? folder : "/" : ".", resolved))
        return NULL;
    size_t name = slash ? parent + 1 : 0;
    return arena_printf(arena, "%s/%.*s", strcmp(resolved, "/") ? resolved : "", (int)(length - name), given + name);
}

static bool holds_reports(const struct prune *prune, const char *real)
{
    for (size_t i = 0; i < prune->found->files.count; i++)
        if (is_under(prune->found->files.items[i].path, real))
            return true;
    return false;
}

static void find_roots(struct pruning *pruning)
{
    const struct prune *prune = pruning->prune;
    pruning->roots = arena_zero(prune->arena, prune->root_count * sizeof *pruning->roots);
    for (size_t i = 0; i < prune->root_count; i++) {
        struct root *root = &pruning->roots[i];
        root->given = prune->roots[i];
        root->real = real_path(prune->arena, root->given);
        if (root->real && !prune->insist && !holds_reports(prune, root->real)) {
            struct stat info;
            bool file = stat(root->real, &info) == 0 && !S_ISDIR(info.st_mode);
            if (!file)
                prune->complain(prune->owner, root->given,
                                "holds no report: nothing is pruned under it (--prune-empty insists)");
            root->real = NULL;
        }
    }
}

static bool is_empty_folder(const char *path)
{
    DIR *folder = opendir(path);
    bool empty = folder != NULL;
    for (const struct dirent *entry; empty && (entry = readdir(folder));)
        empty = strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
    if (folder)
        closedir(folder);
    return empty;
}

/* The folder that is left of the way to PATH, when nothing is in it: something may be mounted there at other times. */
static const char *empty_above(struct arena *arena, const char *path, const char *root)
{
    char *folder = arena_strdup(arena, path);
    for (char *slash; (slash = strrchr(folder, '/')) && slash > folder;) {
        *slash = '\0';
        if (access(folder, F_OK) == 0)
            return is_empty_folder(folder) ? folder : NULL;
        if (strcmp(folder, root) == 0)
            break;
    }
    return NULL;
}

/* Is the file gone? Not when it merely can't be reached, nor when its folder is spared. */
static bool is_gone(struct pruning *pruning, const char *path)
{
    const struct prune *prune = pruning->prune;
    for (size_t i = 0; i < prune->root_count; i++) {
        const struct root *root = &pruning->roots[i];
        if (!root->real || !is_under(path, root->real))
            continue;
        if (access(path, F_OK) == 0 || (errno != ENOENT && errno != ENOTDIR))
            return false;
        const char *empty = prune->insist ? NULL : empty_above(prune->arena, path, root->real);
        bool first = false;
        if (empty)
            map_put(&pruning->spared, slice_of(empty), 1, &first);
        if (first)
            prune->complain(prune->owner, source_name_utf8(prune->arena, empty),
                            "is empty: nothing is pruned under it (--prune-empty insists)");
        return empty == NULL;
    }
    return false;
}

enum status prune_reports(const struct prune *prune, struct error *error)
{
    struct pruning pruning = { .prune = prune, .spared = MAP_INIT(prune->arena) };
    stored_files stored = { 0 };
    enum status status = indexer_stored(prune->indexer, prune->arena, &stored, error);
    find_roots(&pruning);
    for (size_t i = 0; !status && i < stored.count; i++) {
        if (!is_gone(&pruning, stored.items[i].path))
            continue;
        status = indexer_remove(prune->indexer, stored.items[i].id, error);
        if (!status)
            prune->removed(prune->owner, source_name_utf8(prune->arena, stored.items[i].path));
    }
    return status;
}
