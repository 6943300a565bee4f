/* metadata.h - the names under which files say who, when and where, and the keys of report.h they stand for. */
#ifndef TRIBUNE_METADATA_H
#define TRIBUNE_METADATA_H

#include "report.h"

enum metadata_vocabulary { METADATA_FRONT_MATTER, METADATA_HTML, METADATA_SCHEMA, METADATA_CLASS };

struct metadata_name {
    enum metadata_vocabulary vocabulary;
    const char *name;   /* lower case */
    const char *key;    /* of struct meta */
    const char *source;
};

/* The row of this name (any case; '_' and ' ' as '-'), or NULL. */
const struct metadata_name *metadata_find(enum metadata_vocabulary vocabulary, struct slice name);

/* Adds VALUE under what NAME stands for; a name nobody knows adds nothing. "Par ", "By ", "Publié le " before the
 * value are taken off. */
void metadata_add(struct report *report, enum metadata_vocabulary vocabulary, struct slice name, struct slice value,
                  struct span at);

/* What schema.org's JSON-LD tells (Article, Event and their kin). Anything malformed is passed over. */
void metadata_add_json_ld(struct report *report, struct slice json);

#endif
