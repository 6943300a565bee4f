/* signals.h - what speaks for and against somebody having taken the floor: named rules over the words around a name.
 *
 * Each rule adds a weight to the person; extract_people combines them. Weights are how often a person named that way
 * is a speaker in the sample reports. */
#ifndef TRIBUNE_SIGNALS_H
#define TRIBUNE_SIGNALS_H

#include "people.h"
#include "programme.h"
#include "sections.h"

struct signal_input {
    struct name_context *context;
    turn_list *turns;
    people_list *people;
    const section_list *sections;
    const slot_list *slots;
    bool verbatim;
    bool roll;             /* minutes: a roll says who was there */
    /* while collecting */
    int32_t talk_of;       /* whose heading the text stands under; -1 */
    int32_t turn_of;       /* under whose label; -1 */
    bool discussion;       /* under a heading that opens questions or a debate */
    bool scholarly;        /* notes of talks: full of references, or telegraphic */
    double kept;           /* of the weight of rules over words, at the name in hand */
};

/* Collects the signals of every name into its person; names of one enumeration share theirs. */
void signals_collect(struct signal_input *input);

#endif
