/* names.h - finds where the text names a person, from how the words are written and what the lexicon knows of them.
 *
 * An occurrence is one place in the text. Whether it is believed depends on its likelihood (0 to 1): a known given name
 * before a capitalised word is likely, two unknown capitalised words need a context that says "person" (a label, a
 * verb of saying, a role); extract_people adds that. People are made of occurrences in people.h. */
#ifndef TRIBUNE_NAMES_H
#define TRIBUNE_NAMES_H

#include "gazetteer.h"
#include "lexeme.h"
#include "report.h"

enum name_form {
    NAME_FULL,      /* given name (or initials) and surname */
    NAME_SURNAME,   /* surname alone, after an honorific or because a full name has it */
    NAME_GIVEN,     /* given name alone, because a full name has it */
    NAME_ROLE       /* "Le maire", "The Chair": the only person who is printed with that role */
};

/* Where a sentence lists who took the floor (floor_list.h). */
enum name_floor {
    FLOOR_NONE,     /* outside such a list */
    FLOOR_ITEM,     /* on it */
    FLOOR_ASIDE     /* named in what it tells of somebody */
};

/* What a rule says of somebody: see signals.h. */
struct signal {
    const char *rule;    /* NULL: none */
    double weight;       /* 0 to 1; negative speaks against */
    bool doubted;        /* an author who is cited has it too (signals_doubt.c) */
};

struct name_occurrence {
    enum name_form form;
    uint32_t lead;             /* first lexeme, honorific and role before the name included */
    uint32_t first, last;      /* lexemes of the name proper, both included */
    struct span at;            /* bytes of the name proper */
    const char *given, *surname; /* as shown, normal case; NULL when absent */
    bool upper_surname;
    unsigned honorific;        /* NAME_WORD_… bits of the honorific before it; 0 for none */
    uint32_t role_first, role_last; /* lexemes of a role between honorific and name ("M. le maire Dupont"); equal to
                                       first when there is none */
    double likelihood;
    bool listed;               /* in a line or bracket of names and affiliations only */
    bool doubted;              /* after another name and a comma: rather where that one is from */
    uint32_t credit_end; /* where a programme prints who speaks: the lexeme after the affiliation; 0 elsewhere */
    enum name_floor floor;
    bool in_title;             /* named in the title of somebody's talk (credits.h) */
    bool in_abstract;          /* named in the prose of a programme: an abstract, the life of a speaker */
    int32_t person;            /* index in people; -1 while unknown */
    /* filled by signals.c, the strongest of each sort at this place */
    struct signal signal;      /* any that speaks for the person: gives the sentence to him or her */
    struct signal forward;     /* one that the next names of an enumeration share */
    struct signal subject;     /* a verb of saying, which the names before it share */
};

/* What the people extractors share for one report. */
struct name_context {
    struct report *report;
    struct arena *arena;
    const struct gazetteer *gazetteer; /* NULL: no place is known */
    const struct lexeme *lexemes;
    uint32_t count;
    uint16_t *bits;            /* NAME_WORD_… bits of each lexeme */
    VEC(struct name_occurrence) names; /* in text order, not overlapping */
    const struct authority *authority; /* what the archivist knows; NULL for nothing. Set after names_find */
    bool french;               /* the report is in French, or in no language that we know */
};

/* Prepares the context and finds the full names and the names after honorifics. */
void names_find(struct name_context *context, struct report *report, const struct gazetteer *gazetteer);

/* In a line or a bracket that holds several names and nothing else, the unknown ones are as likely people as the others. */
void names_believe_lists(struct name_context *context);

/* Where two headings of a level at least are names, others of two or three words that no table knows as words are too. */
void names_believe_headings(struct name_context *context);

/* The name that begins at, or covers, this lexeme; NULL for none. */
struct name_occurrence *name_at(const struct name_context *context, uint32_t lexeme);

/* The first name at or after this lexeme: an index in names, names.count when there is none. */
size_t name_after(const struct name_context *context, uint32_t lexeme);

/* Adds occurrences found later, in text order, in the place of those that they, or their affiliations, overlap. */
void names_replace(struct name_context *context, const struct name_occurrence *added, size_t count);

/* Adds occurrences found later; they overlap none that is there. */
void names_add(struct name_context *context, const struct name_occurrence *added, size_t count);

/* Words of lexemes FIRST to LAST as a name is shown: one space between, capitals only at the beginnings of an
 * all-capitals word. */
const char *name_show(const struct name_context *context, uint32_t first, uint32_t last);

/* Is this lexeme written like a part of a name: a capitalised word, or initials? */
bool name_like(const struct lexeme *lexeme);

/* Does the lexeme at I read so (folded)? False past the end. */
static inline bool word_is(const struct name_context *context, uint32_t i, const char *folded)
{
    return i < context->count && lexeme_is(&context->lexemes[i], folded);
}

#endif
