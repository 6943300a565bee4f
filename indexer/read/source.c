#include "source.h"

#include <endian.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "buf.h"
#include "utf8.h"

static const struct { const char *ending; enum report_type type; } endings[] = {
    { ".html", REPORT_HTML }, { ".htm", REPORT_HTML }, { ".xhtml", REPORT_HTML }, { ".shtml", REPORT_HTML },
    { ".md", REPORT_MARKDOWN }, { ".markdown", REPORT_MARKDOWN }, { ".mkd", REPORT_MARKDOWN },
    { ".txt", REPORT_TEXT }, { ".text", REPORT_TEXT },
    { ".pdf", REPORT_PDF }
};

/* Endings of what lies beside reports in a saved site: passed over without being opened. */
static const char *const foreign_endings[] = {
    ".css", ".js", ".mjs", ".json", ".map", ".xml", ".xsl", ".rss", ".atom", ".svg", ".png", ".jpg", ".jpeg", ".gif",
    ".webp", ".ico", ".bmp", ".tif", ".tiff", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".ogg", ".wav",
    ".m4a", ".mp4", ".webm", ".avi", ".mov", ".zip", ".gz", ".bz2", ".xz", ".7z", ".tar", ".rar", ".doc",
    ".docx", ".odt", ".rtf", ".ppt", ".pptx", ".odp", ".xls", ".xlsx", ".ods", ".csv", ".tsv", ".jsonl", ".epub",
    ".db", ".sqlite", ".c", ".h", ".py", ".sh", ".log", ".bak", ".tmp", ".swp", ".part", ".lock"
};

static bool ends_with(const char *name, const char *ending)
{
    size_t n = strlen(name), e = strlen(ending);
    return n > e && !strcasecmp(name + n - e, ending);
}

enum report_type source_type_by_ending(const char *name)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ends_with(name, endings[i].ending))
            return endings[i].type;
    return REPORT_TYPE_COUNT;
}

bool source_ending_is_foreign(const char *name)
{
    for (size_t i = 0; i < sizeof foreign_endings / sizeof *foreign_endings; i++)
        if (ends_with(name, foreign_endings[i]))
            return true;
    return false;
}

bool source_looks_like_html(struct slice bytes)
{
    static const char *const starts[] = { "<!doctype html", "<html", "<head", "<body", "<title", "<meta" };
    if (slice_starts(bytes, SLICE("\357\273\277")))
        bytes.bytes += 3, bytes.length -= 3;
    for (;;) {
        bytes = slice_trim(bytes);
        for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
            if (bytes.length >= strlen(starts[i]) && !strncasecmp(bytes.bytes, starts[i], strlen(starts[i])))
                return true;
        const char *close = slice_starts(bytes, SLICE("<!--")) ? "-->" : NULL;
        if (slice_starts(bytes, SLICE("<?xml")))
            close = "?>";
        const char *end = close ? memmem(bytes.bytes, bytes.length, close, strlen(close)) : NULL;
        if (!end)
            return false;
        end += strlen(close);
        bytes.length -= (size_t)(end - bytes.bytes);
        bytes.bytes = end;
    }
}

uint64_t source_hash(struct slice bytes)
{
    /* After MurmurHash64A (Austin Appleby, public domain); bytes are put together in one order on every machine. */
    const uint64_t m = 0xC6A4A7935BD1E995u;
    const unsigned char *p = (const unsigned char *)bytes.bytes;
    uint64_t hash = 0x7472696275u ^ bytes.length * m;
    for (size_t n = bytes.length; n;) {
        size_t take = n < 8 ? n : 8;
        uint64_t word = 0;
        memcpy(&word, p, take);
        word = le64toh(word) * m;
        hash = (hash ^ (word ^ word >> 47) * m) * m;
        p += take;
        n -= take;
    }
    hash = (hash ^ hash >> 47) * m;
    return hash ^ hash >> 47;
}

const char *source_name_utf8(struct arena *arena, const char *name)
{
    struct buf out = BUF_INIT(arena);
    size_t length = strlen(name), step;
    buf_add(&out, "", 0);
    for (size_t i = 0; i < length; i += step)
        buf_add_utf8(&out, utf8_decode(name + i, length - i, &step));
    return out.bytes;
}

static int64_t modified_of(const struct stat *info)
{
    return (int64_t)info->st_mtim.tv_sec * 1000000000 + info->st_mtim.tv_nsec;
}

#define SIDECAR_ENDING ".tribune.json"

/* The path of a report's sidecar and what the system knows of it; false when there is none. */
static bool find_sidecar(const char *path, char sidecar[PATH_MAX], struct stat *info)
{
    const char *slash = strrchr(path, '/'), *dot = strrchr(slash ? slash : path, '.');
    size_t lengths[] = { strlen(path), dot ? (size_t)(dot - path) : 0 };
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        if (lengths[i] && lengths[i] + sizeof SIDECAR_ENDING <= PATH_MAX) {
            snprintf(sidecar, PATH_MAX, "%.*s%s", (int)lengths[i], path, SIDECAR_ENDING);
            if (stat(sidecar, info) == 0)
                return true;
        }
    return false;
}

bool source_is_sidecar(const char *name)
{
    return ends_with(name, SIDECAR_ENDING);
}

uint64_t source_correction(const char *path)
{
    char sidecar[PATH_MAX];
    struct stat info;
    if (!find_sidecar(path, sidecar, &info))
        return 0;
    const uint64_t facts[] = { (uint64_t)info.st_size, (uint64_t)modified_of(&info), (uint64_t)info.st_ino };
    return source_hash((struct slice){ (const char *)facts, sizeof facts }) | 1;
}

static void fill(struct source_file *file, const struct stat *info)
{
    file->size = (uint64_t)info->st_size;
    file->inode = (uint64_t)info->st_ino;
    file->device = (uint64_t)info->st_dev;
    file->modified = modified_of(info);
}

static enum status check(const struct stat *info, struct error *error)
{
    if (S_ISDIR(info->st_mode))
        return error_set(error, STATUS_IO, "a folder, not a file");
    if (!S_ISREG(info->st_mode))
        return error_set(error, STATUS_IO, "not a regular file");
    if (info->st_size == 0)
        return error_set(error, STATUS_FORMAT, "empty file");
    if (info->st_size > SOURCE_BYTES_MAX)
        return error_set(error, STATUS_LIMIT, "larger than %d MiB", SOURCE_BYTES_MAX >> 20);
    return STATUS_OK;
}

enum status source_stat(struct source_file *file, struct error *error)
{
    struct stat info;
    if (stat(file->path, &info) != 0)
        return error_set(error, STATUS_IO, "%s", strerror(errno));
    if (check(&info, error) != STATUS_OK)
        return error->status;
    fill(file, &info);
    return STATUS_OK;
}

static enum status read_all(int fd, char *bytes, size_t size, size_t *length, struct error *error)
{
    *length = 0;
    while (*length < size) {
        ssize_t n = read(fd, bytes + *length, size - *length);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return error_set(error, STATUS_IO, "%s", strerror(errno));
        if (n == 0)
            break;
        *length += (size_t)n;
    }
    if (*length == 0)
        return error_set(error, STATUS_FORMAT, "empty file");
    return STATUS_OK;
}

enum status source_read(struct arena *arena, struct source_file *file, struct slice *bytes, struct error *error)
{
    /* The size is asked before the file is opened: the allocation may jump and must not leave a descriptor behind. */
    if (source_stat(file, error) != STATUS_OK)
        return error->status;
    size_t room = (size_t)file->size, length = 0;
    char *to = arena_alloc(arena, room);
    int fd = open(file->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return error_set(error, STATUS_IO, "%s", strerror(errno));
    struct stat info;
    enum status status;
    if (fstat(fd, &info) != 0)
        status = error_set(error, STATUS_IO, "%s", strerror(errno));
    else if ((status = check(&info, error)) == STATUS_OK)
        status = read_all(fd, to, room, &length, error);
    close(fd);
    if (status != STATUS_OK)
        return status;
    fill(file, &info);
    *bytes = (struct slice){ to, length };
    file->content = source_hash(*bytes);
    file->correction = source_correction(file->path);
    const char *name;
    struct slice corrections;
    status = source_read_sidecar(arena, file, &name, &corrections, error);
    if (status == STATUS_OK && name)
        file->content ^= source_hash(corrections) * 3;
    return status;
}

enum status source_read_sidecar(struct arena *arena, const struct source_file *file, const char **name,
                                struct slice *bytes, struct error *error)
{
    char path[PATH_MAX];
    struct stat info;
    *name = NULL;
    *bytes = SLICE("");
    if (!find_sidecar(file->path, path, &info))
        return STATUS_OK;
    const char *shown = source_name_utf8(arena, strrchr(path, '/') ? strrchr(path, '/') + 1 : path);
    if (!S_ISREG(info.st_mode))
        return error_set(error, STATUS_IO, "%s: not a regular file", shown);
    if (info.st_size > SIDECAR_BYTES_MAX)
        return error_set(error, STATUS_LIMIT, "%s: larger than %d KiB", shown, SIDECAR_BYTES_MAX >> 10);
    size_t room = (size_t)info.st_size + 1, length;
    char *to = arena_alloc(arena, room);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return error_set(error, STATUS_IO, "%s: %s", shown, strerror(errno));
    enum status status = read_all(fd, to, room, &length, error);
    close(fd);
    if (status != STATUS_OK)
        return error_prefix(error, "%s", shown);
    *name = shown;
    *bytes = (struct slice){ to, length };
    return STATUS_OK;
}
