/* sections.h - what the lists and sections of a report are for: speakers, those present, those absent, a programme… */
#ifndef TRIBUNE_SECTIONS_H
#define TRIBUNE_SECTIONS_H

#include "names.h"

enum section_kind {
    SECTION_NONE,
    SECTION_SPEAKERS,     /* "Intervenants :", "Panellists:", "Avec :" */
    SECTION_PRESENT,      /* "Étaient présents :", "In attendance" */
    SECTION_ABSENT,       /* "Excusés :", "Apologies" */
    SECTION_PROGRAMME,    /* "Programme", "Agenda" */
    SECTION_BIBLIOGRAPHY, /* "Références", "Pour aller plus loin" */
    SECTION_THANKS,       /* "Remerciements" */
    SECTION_CONTACT,      /* "Contact", "Inscriptions" */
    SECTION_COMMITTEE,    /* "Comité d'organisation" */
    SECTION_GUESTS        /* "Invités", "Visitors": one of the first two, once all are known */
};

/* Where a section's meaning holds: bytes of the text. */
struct section {
    enum section_kind kind;
    uint32_t start, end;
    const char *rule;
};

typedef VEC(struct section) section_list;

/* The sections of the report, in text order; the inner one comes later in the list. */
void sections_find(struct name_context *context, section_list *sections);

/* In lists of those present that put surnames first, names of which both words are given names (Thomas Guillaume) do too. */
void names_reverse_rosters(struct name_context *context, const section_list *sections);

/* What a label before a colon ("Présents (12)") announces; SECTION_NONE for any other words. */
enum section_kind section_label(struct slice label);

/* Does a heading stand over a list of those who speak: "Intervenants", "Invited speakers"? */
bool section_of_speakers(struct slice words);

/* "Rapporteur: X (A7-0273/2011)": is the name that of whoever wrote a document that is received or voted on? */
bool section_of_document(const struct name_context *context, const struct name_occurrence *name);

/* The innermost section at this byte; SECTION_NONE outside any. */
enum section_kind section_at(const section_list *sections, uint32_t offset);

#endif
