/* report_builder.h - builds the text of a report with its blocks and marks, so that all parsers keep report.h's
 * rules: NFC, one kind of space, no control characters, "\n\n" between blocks, exact marks.
 *
 * A builder belongs to one parser's run and lives in the report's arena. Text that comes outside a block opens a
 * paragraph. A block that gets no visible text leaves nothing behind (a rule excepted). */
#ifndef TRIBUNE_REPORT_BUILDER_H
#define TRIBUNE_REPORT_BUILDER_H

#include "report.h"

enum {
    META_BYTES_MAX = 2048,    /* of one metadata value; the rest is cut */
    METAS_MAX = 256,          /* values a report may have */
    INDENT_MAX = 64,          /* spaces in a row that verbatim text keeps */
    OPEN_MARKS_MAX = 64,      /* marks open at once; deeper ones are not recorded */
    MARKS_MAX = 1 << 22
};

struct open_mark {
    enum mark_kind kind;
    uint32_t start;
    const char *target;
};

struct report_builder {
    struct report *report;
    struct block block;       /* the one being built */
    bool open;                /* a block was begun */
    bool visible;             /* and has text */
    bool space, tab, line;    /* waiting for the next visible character */
    bool wrapped;             /* the last line ended by wrapping only: a hyphen there may vanish */
    unsigned indent;          /* spaces waiting, in verbatim text */
    unsigned skipped;         /* marks that were not opened, for want of room */
    struct open_mark marks[OPEN_MARKS_MAX];
    unsigned mark_count;
    uint16_t column;          /* of the cell that is being read, from 1; 0 outside tables */
};

void builder_init(struct report_builder *builder, struct report *report);

/* Sorts and tidies the marks and sets record.text. Call once, when the parser is done. */
void builder_finish(struct report_builder *builder);

void builder_begin(struct report_builder *builder, enum block_kind kind, unsigned level); /* ends the open block */
void builder_begin_item(struct report_builder *builder, unsigned level, bool ordered, uint32_t number);
void builder_end(struct report_builder *builder);
void builder_rule(struct report_builder *builder);

void builder_text(struct report_builder *builder, struct slice text);     /* white space runs are one space */
void builder_tabbed(struct report_builder *builder, struct slice text);   /* text where several tabs part cells */
void builder_verbatim(struct report_builder *builder, struct slice text); /* line ends and spaces are kept */
void builder_space(struct report_builder *builder);
void builder_cell(struct report_builder *builder);       /* the next text is another cell of the row */
void builder_place(struct report_builder *builder, uint32_t path, unsigned nth); /* of the next text, in its column */
void builder_line(struct report_builder *builder);       /* a line break of the author's; a heading gets a space */
void builder_paragraph(struct report_builder *builder);  /* two line breaks: the block goes on in a new one */
void builder_wrap(struct report_builder *builder);       /* a line end that only wraps: a space, or a word joined */

void builder_mark_begin(struct report_builder *builder, enum mark_kind kind, const char *target);
void builder_mark_end(struct report_builder *builder, enum mark_kind kind); /* the innermost open one of this kind */

/* Does a hyphen between BEFORE (what stands before it) and NEXT go when the line is no longer cut there? "coopéra-" +
 * "tion" is one word; "Jean-" + "Louis", "vice-" + "président" and "vis-à-" + "vis" keep it. */
bool hyphen_only_wraps(struct slice before, uint32_t next);

/* Where the next visible character goes. */
uint32_t builder_position(const struct report_builder *builder);

/* Adds a metadata value, trimmed, in the arena; an empty one is not added. `at` is where the text shows it, or {0,
 * 0}. */
void report_add_meta(struct report *report, const char *key, struct slice value, const char *source, struct span at);

#endif
