/* fields.h - the field table: one row per field, read by the indexer, the query parser, --list-fields and the manual.
 *
 * Its fingerprint is stored in the database; a program with another table refuses to open it, by name. */
#ifndef TRIBUNE_FIELDS_H
#define TRIBUNE_FIELDS_H

#include <stdbool.h>
#include <stdint.h>

#include "slice.h"

enum field {
    FIELD_TEXT, FIELD_TITLE, FIELD_SPEAKER, FIELD_PLACE, FIELD_EVENT_PLACE, FIELD_DATE, FIELD_PERIOD, FIELD_AUTHOR,
    FIELD_ORGANISATION, FIELD_ROLE, FIELD_MENTION, FIELD_LANGUAGE, FIELD_TYPE, FIELD_HAS, FIELD_COUNT
};

enum field_kind {
    FIELD_KIND_WORDS,    /* folded words with a prefix, ranked */
    FIELD_KIND_NAME,     /* a person or organisation: a folded whole name as one term, found by its words */
    FIELD_KIND_PLACE,    /* a gazetteer id as one term, and those of the levels above it */
    FIELD_KIND_INTERVAL, /* days */
    FIELD_KIND_KEYWORD   /* one folded term */
};

struct field_row {
    const char *name, *name_fr;  /* "speaker", "intervenant": what stands before the colon */
    enum field_kind kind;
    const char *prefix;          /* of its terms; "" for plain words */
    const char *facet;           /* its name in --facets; NULL when it is none */
    int facet_slot;              /* the value slot of its list; -1 */
    const char *help;            /* one line, for --list-fields and the manual */
};

extern const struct field_row field_table[FIELD_COUNT];

/* The field of this name (French or English, any case), or FIELD_COUNT. */
enum field field_from_name(struct slice name);

/* Terms that belong to no field. */
#define TERM_REPORT "Q"     /* + report id: one per report document, and on each of its passages */
#define TERM_LEVEL "XLreport" /* on every report document: what a purely negative query starts from */
#define TERM_ACCENTED "A"   /* + lower-case word with its accents, where they differ from the folded word */
#define TERM_GENERATION "XG" /* + generation: on passages, to find those of a commit that was never finished */

/* The dictionary: terms of documents that are no reports, so that they survive merging and work remotely. Read it with
 * the functions of dictionary.h. */
#define TERM_STEM "ZW"      /* + language code + stem + ' ' + folded form */
#define TERM_NAME "ZN"      /* + folded word of a person's name + ' ' + key (folded full name) */
#define TERM_NAME_SHOWN "ZD" /* + key + FACET_SEPARATOR + the name as shown */
#define TERM_ORGANISATION "ZO" /* + folded word of an organisation's name + ' ' + key */
#define TERM_ORGANISATION_SHOWN "ZE" /* + key + FACET_SEPARATOR + the name as shown */
#define TERM_PLACE_NAME "ZP" /* + folded place name + FACET_SEPARATOR + place id */
#define TERM_PLACE "ZI"     /* + place id + FACET_SEPARATOR + what is known of it */

/* Value slots, the same in both databases. */
enum slot {
    SLOT_EVENT_START, SLOT_EVENT_END,  /* the record's date (event, else published), as sortable days */
    SLOT_TITLE,                        /* folded, for sorting */
    SLOT_SPEAKERS, SLOT_PLACES, SLOT_EVENT_PLACES, SLOT_ORGANISATIONS, SLOT_YEARS, SLOT_LANGUAGE, /* facet lists */
    SLOT_CONTENT,                      /* hash of the folded text: identical reports */
    SLOT_REPORT,                       /* reports: their id; passages: passage_key() of database.h */
    SLOT_SERIAL,                       /* passages: which of the report's, sortable (record.h) */
    SLOT_GENERATION,                   /* reports: a passage whose key names another generation is an orphan */
    SLOT_STAMP,                        /* reports: what the file was when it was read (stamp.h) */
    SLOT_COUNT
};

/* Values of one facet list are separated by this byte, which no value holds. */
enum { FACET_SEPARATOR = 0x1F };

uint64_t fields_fingerprint(void);

#endif
