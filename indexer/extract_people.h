/* extract_people.h - who is named, who took the floor, which passages are theirs, who wrote the report. */
#ifndef TRIBUNE_EXTRACT_PEOPLE_H
#define TRIBUNE_EXTRACT_PEOPLE_H

#include "names.h"
#include "people.h"
#include "programme.h"
#include "sections.h"
#include "talks.h"
#include "turns.h"

struct people_work {
    struct name_context context;
    turn_list turns;
    people_list people;
    section_list sections;
    slot_list slots;       /* of a programme */
    talk_list talks;
    bool verbatim;
    span_list spans;       /* of every name believed, sorted: no place is found inside */
};

struct authority;

/* Fills record.persons, .passages, .author. The report must have its lexemes. AUTHORITY may be NULL. */
void extract_people(struct report *report, const struct gazetteer *gazetteer, const struct authority *authority,
                    struct people_work *work);

#endif
