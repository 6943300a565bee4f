/* parse.h - from the bytes of a file to a report: its text, blocks, marks, metadata and attachments.
 *
 * One parser per kind of file, all through report_builder.h. A parser takes any bytes: broken input gives what text
 * there is. Nothing here writes to standard error. */
#ifndef TRIBUNE_PARSE_H
#define TRIBUNE_PARSE_H

#include "error.h"
#include "lines.h"
#include "report.h"
#include "source.h"

/* Reads one report. REPORT has only its arena (guarded by the owner); file and bytes come from source_read(). The
 * kind follows from the ending, else from the content; the charset is found and converted. Fills text, blocks,
 * marks, metas and of the record: id, file, path, url (the canonical one the file states), type, title, language,
 * attachments, text; the dates are INTERVAL_NONE and the event place -1.
 * STATUS_FORMAT when the bytes are no text or no text remains, STATUS_LIMIT or STATUS_MEMORY when a bound was
 * reached. */
enum status report_read(struct report *report, const struct source_file *file, struct slice bytes,
                        struct error *error);

/* The parsers: TEXT is valid NFC UTF-8. They fill text, blocks, marks and metas. */
enum status parse_html(struct report *report, struct slice text, struct error *error);
enum status parse_markdown(struct report *report, struct slice text, struct error *error);
enum status parse_text(struct report *report, struct slice text, struct error *error);

/* The PDF at PATH, read by pdftotext (poppler-utils). STATUS_FORMAT when it is damaged, encrypted or holds no text,
 * STATUS_IO when there is no pdftotext. */
enum status parse_pdf(struct report *report, const char *path, struct error *error);

/* The same, read into a report that is finished, as a part of it under this heading. A failure leaves it as it was. */
enum status parse_pdf_attached(struct report *report, const char *path, const char *heading, struct error *error);

/* Plain text whose lines are as its author made them (parse_pdf_lines.h); put after what is there. HEADING above it, NULL:
 * none. */
void parse_text_lines(struct report *report, const line_list *lines, const char *heading);

struct report_builder;

/* Adds a piece of HTML to a report that another parser builds (HTML inside Markdown). */
enum status parse_html_fragment(struct report_builder *builder, struct slice text, struct error *error);

#endif
