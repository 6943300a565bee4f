/* PDF through poppler's pdftotext, as a process with bounds (process.h): its lines with their places on the pages,
 * joined to paragraphs, then read as plain text is. */
#include "guard.h"
#include "metadata.h"
#include "parse.h"
#include "parse_pdf_lines.h"
#include "process.h"
#include "report_builder.h"

enum { PIECE_BYTES = 64 * 1024, PDFTOTEXT_FORBIDDEN = 3 /* its exit status */ };

static const char PROGRAM[] = "pdftotext";
static const uint64_t OUTPUT_BYTES_MAX = (uint64_t)512 << 20;
static const struct process_limits limits = { .seconds = 120, .memory_bytes = (uint64_t)2 << 30 };

/* Feeds LAYOUT with all that the process prints. */
static enum status read_output(struct process *process, struct pdf_layout *layout, struct error *error)
{
    char *piece = arena_alloc(layout->arena, PIECE_BYTES);
    uint64_t taken = 0;
    size_t length;
    enum status status;
    while ((status = process_read(process, piece, PIECE_BYTES, &length, error)) == STATUS_OK && length) {
        taken += length;
        if (taken > OUTPUT_BYTES_MAX)
            return error_set(error, STATUS_LIMIT, "%s prints more than %u MiB", PROGRAM,
                             (unsigned)(OUTPUT_BYTES_MAX >> 20));
        pdf_layout_take(layout, (struct slice){ piece, length });
    }
    return status == STATUS_OK ? status : error_prefix(error, "%s", PROGRAM);
}

/* Under a guard of its own: the process must be ended before a failed allocation is passed on. */
static enum status guarded_read(struct process *process, struct pdf_layout *layout, bool *jumped, struct error *error)
{
    if (arena_guard(layout->arena)) {
        *jumped = true;
        return STATUS_MEMORY;
    }
    return read_output(process, layout, error);
}

/* What pdftotext says, in our words where the reader can do something about it. */
static enum status refuse(const struct process *process, int exit_status, struct error *error)
{
    struct slice said = slice_trim((struct slice){ process->complaint, process->complaint_length });
    if (strstr(process->complaint, "Incorrect password"))
        return error_set(error, STATUS_FORMAT, "an encrypted PDF: it opens with a password only");
    if (exit_status == PDFTOTEXT_FORBIDDEN)
        return error_set(error, STATUS_FORMAT, "a PDF whose text may not be taken out");
    if (exit_status < 0)
        return error_set(error, STATUS_FORMAT, "%s was killed: it needs more than %u MiB, or failed", PROGRAM,
                         (unsigned)(limits.memory_bytes >> 20));
    const char *newline = memchr(said.bytes, '\n', said.length);
    if (newline)
        said.length = (size_t)(newline - said.bytes);
    return error_set(error, STATUS_FORMAT, "a damaged PDF (%s: %.*s)", PROGRAM, (int)said.length, said.bytes);
}

static enum status read_layout(struct pdf_layout *layout, const char *path, struct error *error)
{
    const char *const argv[] = { PROGRAM, "-bbox-layout", "-enc", "UTF-8", path, "-", NULL };
    struct process process;
    struct guard outer;
    bool jumped = false;
    int exit_status;
    enum status status = process_start(&process, argv, &limits, error);
    if (status == STATUS_NOT_FOUND)
        return error_set(error, STATUS_IO, "to read a PDF, %s is needed: install poppler-utils", PROGRAM);
    if (status != STATUS_OK)
        return status;
    guard_save(&outer, layout->arena);
    status = guarded_read(&process, layout, &jumped, error);
    guard_restore(&outer, layout->arena);
    process_end(&process, &exit_status);
    if (jumped)
        guard_fail(layout->arena);
    if (status == STATUS_OK && exit_status != 0 && !layout->lines.count)
        status = refuse(&process, exit_status, error);
    return status;
}

/* Titles that programs make: of the file, or of nothing. */
static bool made_by_program(const char *title)
{
    static const char *const beginnings[] = { "Microsoft ", "untitled",   "Untitled", "Sans titre", "Sans nom",
                                              "Document",   "PowerPoint", "Print",    "Scan",       "file:" };
    static const char *const inside[] = { ".doc", ".odt", ".pdf", ".xls", ".ppt", ".indd",
                                          ".qxp", ".rtf", ".tmp", "\\",   "_" };
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (!strncmp(title, beginnings[i], strlen(beginnings[i])))
            return true;
    for (size_t i = 0; i < sizeof inside / sizeof *inside; i++)
        if (strstr(title, inside[i]))
            return true;
    return !strchr(title, ' ');
}

/* Who wrote a PDF is often who typed it, or the program: a name has two words at least, and no digits. */
static bool may_be_author(const char *author)
{
    return strchr(author, ' ') && !strpbrk(author, "0123456789@_\\/") && !strstr(author, "Microsoft");
}

static void add_metas(struct report *report, const struct pdf_layout *layout)
{
    const struct span nowhere = { 0, 0 };
    if (layout->title && !made_by_program(layout->title))
        report_add_meta(report, "title", slice_of(layout->title), "pdf", nowhere);
    if (layout->author && may_be_author(layout->author))
        report_add_meta(report, "writer", slice_of(layout->author), "pdf", nowhere);
    if (layout->created && strlen(layout->created) >= sizeof "2016-11-04" - 1)
        report_add_meta(report, "created", (struct slice){ layout->created, sizeof "2016-11-04" - 1 }, "pdf",
                        nowhere);
}

/* Its layout and the lines that follow from it. */
static enum status read_lines(struct report *report, const char *path, struct pdf_layout *layout, line_list *lines,
                              struct error *error)
{
    pdf_layout_init(layout, report->arena);
    if (read_layout(layout, path, error) != STATUS_OK)
        return error->status;
    if (!layout->lines.count)
        return error_set(error, STATUS_FORMAT,
                         layout->pages.count ? "a PDF without text: scanned pages need a layer of text (OCR)"
                                             : "a PDF without pages");
    pdf_join_lines(layout, lines);
    return STATUS_OK;
}

enum status parse_pdf(struct report *report, const char *path, struct error *error)
{
    struct pdf_layout layout;
    line_list lines = { 0 };
    if (read_lines(report, path, &layout, &lines, error) != STATUS_OK)
        return error->status;
    add_metas(report, &layout);
    parse_text_lines(report, &lines, NULL);
    return STATUS_OK;
}

enum status parse_pdf_attached(struct report *report, const char *path, const char *heading, struct error *error)
{
    struct pdf_layout layout;
    line_list lines = { 0 };
    if (read_lines(report, path, &layout, &lines, error) != STATUS_OK)
        return error->status;
    parse_text_lines(report, &lines, heading);
    return STATUS_OK;
}
