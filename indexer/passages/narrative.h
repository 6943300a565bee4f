/* narrative.h - whose words a sentence of narrative text reports: its subject when that is somebody who speaks, named, taken
 * up ("elle", "the latter") or called by an office; else whoever spoke before, until something else begins. */
#ifndef TRIBUNE_NARRATIVE_H
#define TRIBUNE_NARRATIVE_H

#include "people.h"

enum { LISTED_MAX = 8 };

/* What one report's sentences can refer back to. */
struct narrative {
    const struct name_context *context;
    const people_list *people;     /* decided: speaker */
    int32_t man, woman;            /* the last whom "il" and "elle" can mean; -1 */
    uint32_t *noted, clock;        /* by person: when last named, by a clock of such mentions; 0 for never */
    int32_t host;                  /* who just spoke of another as the speaker ("X welcomed the speaker"); -1 */
    int32_t listed[LISTED_MAX];    /* the last people named together, which "la première" counts in */
    uint32_t listed_count, listed_age;
    int32_t named[LISTED_MAX];     /* whom the last sentence named */
    uint32_t named_count;
    bool only_said_who;            /* the last sentence told who had the floor ("ouverte par X"), and nothing said */
};

/* A sentence, and what surrounds it. */
struct sentence {
    uint32_t first, end; /* lexemes */
    bool opens;          /* it begins its block */
    int32_t current;     /* who spoke in the one before; -1 */
    int32_t home;        /* whose section it is; -1 */
};

struct narrative narrative_begin(const struct name_context *context, const people_list *people);

/* A turn of this person was read: "il" and "elle" may mean him or her. -1 is nobody. */
void narrative_note(struct narrative *narrative, int32_t person);

/* The person whose words the sentence reports; -1 for nobody. *LISTED: the sentence names who spoke otherwise
 * than as its subject ("ouverte par X et Y"), so that others may follow. */
int32_t narrative_speaker(struct narrative *narrative, const struct sentence *sentence, bool *listed);

/* Does a sentence begin at lexeme FIRST whose subject, named right there, is a speaker other than PERSON? */
bool narrative_begins(const struct narrative *narrative, uint32_t first, int32_t person);

/* The person to whom what is said at this name is attributed: a speaker with a signal that is strong here; -1. */
int32_t narrative_attributed(const struct narrative *narrative, const struct name_occurrence *name);

/* Whose section the heading of lexemes FIRST to before END opens: the only speaker whose talk it announces; -1. */
int32_t narrative_section(struct narrative *narrative, uint32_t first, uint32_t end);

/* Whose section the text of lexemes FIRST to before END under a heading is: that of the only speaker in it, when it
 * opens with him or her giving a talk ("X présente sa méthode."); -1. */
int32_t narrative_opened(const struct narrative *narrative, uint32_t first, uint32_t end);

/* The gender of a person, as the report tells it; 0 when unknown, and for -1. */
unsigned narrative_gender(const struct narrative *narrative, int32_t person);

#endif
