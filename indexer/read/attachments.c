#include "attachments.h"

#include <strings.h>

#include "utf8.h"

enum {
    SIZE_COLUMNS_MAX = 60, /* "(Fichier PDF – 1,2 Mo – nouvelle fenêtre)" */
    ATTACHMENTS_MAX = 1000
};

static const struct { const char *ending, *type; } endings[] = {
    { "pdf", "PDF" }, { "doc", "Word" }, { "docx", "Word" }, { "odt", "OpenDocument" }, { "rtf", "RTF" },
    { "ppt", "Powerpoint" }, { "pptx", "Powerpoint" }, { "pps", "Powerpoint" }, { "ppsx", "Powerpoint" },
    { "odp", "OpenDocument" }, { "xls", "Excel" }, { "xlsx", "Excel" }, { "ods", "OpenDocument" }, { "csv", "CSV" },
    { "zip", "ZIP" }, { "epub", "EPUB" }, { "mp3", "MP3" }
};

/* Type names as pages print them. */
static const char *const printed_types[] = {
    "pdf", "word", "powerpoint", "excel", "opendocument", "openoffice", "doc", "docx", "odt", "odp", "ods", "ppt",
    "pptx", "pps", "xls", "xlsx", "rtf", "zip", "epub", "mp3", "csv", "jpg", "jpeg", "png", "mp4"
};

static const struct { const char *unit; uint64_t bytes; } units[] = {
    { "kio", 1024 }, { "mio", 1024 * 1024 }, { "gio", 1024 * 1024 * 1024 }, { "kib", 1024 }, { "mib", 1024 * 1024 },
    { "ko", 1024 }, { "kb", 1024 }, { "mo", 1024 * 1024 }, { "mb", 1024 * 1024 }, { "go", 1024 * 1024 * 1024 },
    { "gb", 1024 * 1024 * 1024 }, { "octets", 1 }, { "bytes", 1 }, { "o", 1 }, { "k", 1024 }
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

const char *attachment_type(struct slice address)
{
    size_t end = 0;
    while (end < address.length && address.bytes[end] != '?' && address.bytes[end] != '#')
        end++;
    size_t dot = end;
    while (dot > 0 && address.bytes[dot - 1] != '.' && address.bytes[dot - 1] != '/' && end - dot < 8)
        dot--;
    if (dot == 0 || address.bytes[dot - 1] != '.')
        return NULL;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (strlen(endings[i].ending) == end - dot && !strncasecmp(endings[i].ending, address.bytes + dot, end - dot))
            return endings[i].type;
    return NULL;
}

/* A size at the start of TEXT ("595.3 ko", "1,2 Mo"): its bytes, and how long it is; 0 when it is none. */
static size_t size_at(struct slice text, uint64_t *bytes)
{
    size_t i = 0;
    uint64_t whole = 0, part = 0, scale = 1;
    for (; i < text.length && i < 9 && is_digit(text.bytes[i]); i++)
        whole = whole * 10 + (uint64_t)(text.bytes[i] - '0');
    if (!i)
        return 0;
    if (i + 1 < text.length && (text.bytes[i] == '.' || text.bytes[i] == ',') && is_digit(text.bytes[i + 1]))
        for (i++; i < text.length && is_digit(text.bytes[i]) && scale < 100000; i++) {
            part = part * 10 + (uint64_t)(text.bytes[i] - '0');
            scale *= 10;
        }
    if (i < text.length && text.bytes[i] == ' ')
        i++;
    for (size_t k = 0; k < sizeof units / sizeof *units; k++) {
        size_t n = strlen(units[k].unit);
        if (text.length - i < n || strncasecmp(text.bytes + i, units[k].unit, n) ||
            (text.length - i > n && (is_letter(text.bytes[i + n]) || is_digit(text.bytes[i + n]))))
            continue;
        *bytes = whole * units[k].bytes + part * units[k].bytes / scale;
        return i + n;
    }
    return 0;
}

/* The printed type that stands as a word in TEXT, as it is printed; empty when there is none. */
static struct slice printed_type(struct slice text)
{
    for (size_t i = 0; i < text.length; i++) {
        size_t n = 0;
        while (i + n < text.length && (is_letter(text.bytes[i + n]) || is_digit(text.bytes[i + n])))
            n++;
        for (size_t k = 0; n && k < sizeof printed_types / sizeof *printed_types; k++)
            if (strlen(printed_types[k]) == n && !strncasecmp(printed_types[k], text.bytes + i, n))
                return (struct slice){ text.bytes + i, n };
        i += n;
    }
    return SLICE("");
}

struct announcement {
    struct slice title, type;
    uint64_t bytes;
};

static bool strip_end(struct slice *text)
{
    static const char *const ends[] = { " ", "-", "–", "—", ":", ",", "(", "[", "|", "·" };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t n = strlen(ends[i]);
        if (text->length >= n && !memcmp(text->bytes + text->length - n, ends[i], n)) {
            text->length -= n;
            return true;
        }
    }
    return false;
}

/* "TITLE (PDF - 595.3 ko)", "TITLE [PDF, 1,2 Mo]", "TITLE – PDF – 1.2 MB": a size with a type beside it, at the end
 * of the line or in brackets. */
static bool read_announcement(struct slice line, struct announcement *found)
{
    for (size_t i = 1; i < line.length; i++) {
        size_t n;
        if (!is_digit(line.bytes[i]) || is_digit(line.bytes[i - 1]) || is_letter(line.bytes[i - 1]) ||
            !(n = size_at((struct slice){ line.bytes + i, line.length - i }, &found->bytes)))
            continue;
        size_t from = i;
        while (from > 0 && i - from < SIZE_COLUMNS_MAX && line.bytes[from - 1] != '(' && line.bytes[from - 1] != '[')
            from--;
        bool bracket = from > 0 && (line.bytes[from - 1] == '(' || line.bytes[from - 1] == '[');
        size_t to = i + n;
        while (bracket && to < line.length && to - i < SIZE_COLUMNS_MAX && !strchr(")]", line.bytes[to]))
            to++;
        if (!bracket) { /* no brackets: the size must end the line, and the type stand just before it */
            if (line.length - to > 2)
                continue;
            from = i;
            while (from > 0 && i - from < 16 && line.bytes[from - 1] != '.')
                from--;
        }
        found->type = printed_type((struct slice){ line.bytes + from, to - from });
        if (!found->type.length)
            continue;
        size_t title_end = bracket ? from - 1 : (size_t)(found->type.bytes - line.bytes);
        found->title = slice_trim((struct slice){ line.bytes, title_end });
        while (strip_end(&found->title))
            ;
        return true;
    }
    return false;
}

/* A link to a document that lies in this stretch of the text, or NULL. */
static const struct mark *file_link(const struct report *report, uint32_t start, uint32_t end, size_t *from)
{
    while (*from < report->marks.count && report->marks.items[*from].start < start)
        ++*from;
    for (size_t i = *from; i < report->marks.count && report->marks.items[i].start < end; i++) {
        const struct mark *mark = &report->marks.items[i];
        if (mark->kind == MARK_LINK && mark->target && attachment_type(slice_of(mark->target)))
            return mark;
    }
    return NULL;
}

static void add(struct report *report, struct slice title, struct slice type, uint64_t bytes, const char *url)
{
    struct record *record = &report->record;
    if (record->attachments.count >= ATTACHMENTS_MAX)
        return;
    for (size_t i = 0; url && i < record->attachments.count; i++)
        if (record->attachments.items[i].url && !strcmp(record->attachments.items[i].url, url))
            return;
    char *kind = arena_dup_slice(report->arena, type);
    for (char *c = kind; strlen(kind) <= 4 && *c; c++) /* "pdf" is printed "PDF"; "Powerpoint" stays */
        *c = *c >= 'a' && *c <= 'z' ? (char)(*c - 32) : *c;
    struct attachment attachment = { .title = arena_dup_slice(report->arena, title), .url = url, .type = kind,
                                     .bytes = bytes };
    *vec_push(report->arena, &record->attachments) = attachment;
}

static struct slice between(const struct report *report, uint32_t start, uint32_t end)
{
    return (struct slice){ report->text.bytes + start, end - start };
}

/* All links to documents in a line without an announcement. */
static void add_links(struct report *report, uint32_t start, uint32_t end, size_t from)
{
    const struct mark *mark;
    while ((mark = file_link(report, start, end, &from))) {
        add(report, between(report, mark->start, mark->end), slice_of(attachment_type(slice_of(mark->target))), 0,
            mark->target);
        from = (size_t)(mark - report->marks.items) + 1;
    }
}

static void read_line(struct report *report, uint32_t start, uint32_t end, size_t *from)
{
    struct announcement found;
    const struct mark *link = file_link(report, start, end, from);
    if (!read_announcement(between(report, start, end), &found)) {
        if (link)
            add_links(report, start, end, *from);
        return;
    }
    if (link && !found.title.length)
        found.title = between(report, link->start, link->end);
    if (found.title.length)
        add(report, found.title, found.type, found.bytes, link ? link->target : NULL);
}

void attachments_find(struct report *report)
{
    size_t from = 0;
    for (size_t b = 0; b < report->blocks.count; b++) {
        const struct block *block = &report->blocks.items[b];
        for (uint32_t start = block->start; start < block->end;) {
            const char *newline = memchr(report->text.bytes + start, '\n', block->end - start);
            uint32_t end = newline ? (uint32_t)(newline - report->text.bytes) : block->end;
            read_line(report, start, end, &from);
            start = end + 1;
        }
    }
}
