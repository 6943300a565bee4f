#include "attached.h"

#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "parse.h"

struct tree {
    const char *root;   /* real path of the folder that links may lead into */
    const char *folder; /* of the report */
    const char *prefix; /* address of the root; NULL */
};

static struct tree tree_of(struct arena *arena, const struct source_file *file, const char *prefix)
{
    char resolved[PATH_MAX];
    struct stat info;
    const char *slash = strrchr(file->path, '/');
    const char *folder = arena_dup(arena, file->path, slash ? (size_t)(slash - file->path) : 0);
    bool is_folder = realpath(file->root, resolved) && stat(resolved, &info) == 0 && S_ISDIR(info.st_mode);
    return (struct tree){ is_folder ? arena_strdup(arena, resolved) : folder, folder, prefix };
}

static int hex(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
}

/* An address without what follows its path, its escapes undone; NULL when it can be no path. */
static char *path_of_address(struct arena *arena, const char *address)
{
    size_t length = strcspn(address, "?#"), out = 0;
    char *path = arena_dup(arena, address, length);
    for (size_t i = 0; i < length; i++) {
        bool escape = path[i] == '%' && i + 2 < length && hex(path[i + 1]) >= 0 && hex(path[i + 2]) >= 0;
        char c = escape ? (char)(hex(path[i + 1]) << 4 | hex(path[i + 2])) : path[i];
        if (!c)
            return NULL;
        path[out++] = c;
        i += escape ? 2 : 0;
    }
    path[out] = '\0';
    return path;
}

/* Where the file of this address would lie in the tree; NULL when it lies elsewhere. */
static const char *place_of(struct arena *arena, const struct tree *tree, const char *address)
{
    const char *from = tree->folder;
    size_t prefix = tree->prefix ? strlen(tree->prefix) : 0;
    if (prefix && strncmp(address, tree->prefix, prefix) == 0) {
        from = tree->root;
        address += prefix;
    } else if (address[0] == '/' && address[1] != '/') {
        from = tree->root;
    } else if (address[0] == '/' || address[strcspn(address, ":/?#")] == ':') {
        return NULL;
    }
    char *path = path_of_address(arena, address);
    return path ? arena_printf(arena, "%s/%s", from, path) : NULL;
}

static bool is_under(const char *path, const char *root)
{
    size_t length = strlen(root);
    return strncmp(path, root, length) == 0 && path[length] == '/';
}

struct candidate {
    struct attachment *attachment;
    const char *path; /* real, or where it would be */
    bool there;
};

typedef VEC(struct candidate) candidate_list;

static void find_candidates(struct report *report, const struct tree *tree, candidate_list *found)
{
    for (size_t i = 0; i < report->record.attachments.count && found->count <= ATTACHED_MAX; i++) {
        struct attachment *attachment = &report->record.attachments.items[i];
        char real[PATH_MAX];
        const char *path = attachment->url && !strcmp(attachment->type, "PDF")
                               ? place_of(report->arena, tree, attachment->url)
                               : NULL;
        bool there = path && realpath(path, real), known = false;
        if (!path || (there && !is_under(real, tree->root)))
            continue;
        path = there ? arena_strdup(report->arena, real) : path;
        for (size_t k = 0; k < found->count; k++)
            known |= !strcmp(found->items[k].path, path);
        if (!known)
            *vec_push(report->arena, found) = (struct candidate){ attachment, path, there };
    }
}

void attached_read(struct report *report, struct source_file *file, const char *prefix)
{
    struct buf list = BUF_INIT(report->arena);
    candidate_list found = { 0 };
    if (report->record.type == REPORT_PDF || !report->record.attachments.count)
        return;
    struct tree tree = tree_of(report->arena, file, prefix);
    find_candidates(report, &tree, &found);
    if (found.count > ATTACHED_MAX)
        return;
    for (size_t i = 0; i < found.count; i++) {
        const struct candidate *candidate = &found.items[i];
        struct error unread;
        size_t before = report->text.length;
        bool read = candidate->there &&
                    parse_pdf_attached(report, candidate->path, candidate->attachment->title, &unread) == STATUS_OK;
        if (read)
            candidate->attachment->at = (struct span){ (uint32_t)before, (uint32_t)report->text.length };
        buf_add_char(&list, read ? '+' : '-');
        buf_add(&list, candidate->path, strlen(candidate->path) + 1);
    }
    file->attached = buf_slice(&list);
}

uint64_t attached_state(struct slice list)
{
    uint64_t state = 0;
    for (size_t at = 0; at + 1 < list.length; at += strlen(list.bytes + at) + 1) {
        struct stat info;
        bool there = stat(list.bytes + at + 1, &info) == 0;
        const uint64_t facts[] = { state,
                                   there,
                                   there ? (uint64_t)info.st_size : 0,
                                   there ? (uint64_t)info.st_ino : 0,
                                   there ? (uint64_t)info.st_mtim.tv_sec : 0,
                                   there ? (uint64_t)info.st_mtim.tv_nsec : 0 };
        state = source_hash((struct slice){ (const char *)facts, sizeof facts });
    }
    return state;
}

const char *attached_next(struct slice list, size_t *at)
{
    while (*at + 1 < list.length) {
        const char *entry = list.bytes + *at;
        *at += strlen(entry) + 1;
        if (*entry == '+')
            return entry + 1;
    }
    return NULL;
}
