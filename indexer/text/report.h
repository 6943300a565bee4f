/* report.h - one report on its way through the indexer: the text that was read with its structure, then the facts.
 *
 * source fills the file's identity; a parser fills text, blocks, marks and meta; the extractors fill record.*.
 * Everything lives in `arena`. */
#ifndef TRIBUNE_REPORT_H
#define TRIBUNE_REPORT_H

#include "buf.h"
#include "record.h"

/* The extracted text: NFC UTF-8, every kind of space one U+0020, no control characters but \n and \t. Blocks follow one
 * another in reading order, separated by "\n\n", and do not overlap. Inside a block "\n" is a line break that the author
 * made (<br>, a line of a Markdown or text paragraph); cells of a table row are separated by "\t". */
enum block_kind {
    BLOCK_HEADING,     /* level 1-6 */
    BLOCK_PARAGRAPH,
    BLOCK_LIST_ITEM,   /* level: nesting depth, from 1; the bullet is not in the text */
    BLOCK_QUOTE,       /* a paragraph inside a quotation */
    BLOCK_TABLE_ROW,
    BLOCK_PREFORMATTED,
    BLOCK_RULE         /* a horizontal rule: empty */
};

struct block {
    enum block_kind kind;
    uint8_t level;
    bool ordered;      /* a list item with a number */
    uint32_t number;   /* that number */
    uint32_t start, end;
};

enum mark_kind {
    MARK_BOLD,
    MARK_ITALIC,
    MARK_LINK,
    MARK_SPEAKER, /* class or attribute that says so */
    MARK_CREDIT,  /* class that names authors, presenters, chairs: in a programme they speak, elsewhere they write */
    MARK_CAPTION, /* of a picture */
    MARK_KINDS
};

struct mark {
    enum mark_kind kind;
    uint32_t start, end;
    const char *target; /* of a link */
};

/* Where text stands on its page, from `start` to the next such place: what a page repeats, a programme's slots or a
 * table's rows, it prints in the same places. */
struct text_place {
    uint32_t start;
    uint32_t path;     /* the same for texts in the same markup (html_path.h); 0 where there is none */
    uint16_t nth;      /* of the innermost element among its like */
    uint16_t column;   /* of a table, from 1; 0 outside */
};

/* What the file says of itself, in the order found: front matter, <meta>, schema.org, Dublin Core, <time>, bylines by
 * class. Keys are lower case: title author date published event-date event-start event-end event-place language url speaker
 * (repeatable) participant (repeatable: present, perhaps silent) description site-name modified writer created (a PDF's: for want of an author, a date). `source` names where: "front-matter", "meta", "dc", "og", "json-ld",
 * "microdata", "time", "class", "filename", "html-title", "pdf". */
struct meta {
    const char *key, *value, *source;
    struct span at;    /* where the text shows it, {0,0} when it does not */
};

struct lexeme;

struct report {
    struct arena *arena;
    struct record record;
    struct buf text;                 /* record.text is its slice once reading is done */
    VEC(struct block) blocks;
    VEC(struct mark) marks;          /* sorted by start */
    VEC(uint32_t)
    edges; /* bytes where inline elements with a class begin or end: fields that style sheets set apart */
    VEC(struct text_place) places;   /* by start */
    VEC(struct meta) metas;
    bool speakers_told;              /* the metas "speaker" are all who took the floor: a sidecar says so */
    /* made once by lexeme.c from the finished text, shared by the extractors */
    struct lexeme *lexemes;
    size_t lexeme_count;
};

/* The index of the block that holds (or first follows) this byte; blocks.count when there is none. */
size_t report_block_at(const struct report *report, uint32_t offset);

/* Where the text at this byte stands; NULL when the parser did not say. */
const struct text_place *report_place_at(const struct report *report, uint32_t offset);

/* The first value of this metadata key, or NULL. */
const struct meta *report_meta(const struct report *report, const char *key);

#endif
