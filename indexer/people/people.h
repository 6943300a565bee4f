/* people.h - makes people of the names in one report: one person, one canonical name.
 *
 * Full names are one person when their folded forms are equal; initials, a surname or a given name alone belong to the only
 * full name that they fit, and to nobody when they fit several. */
#ifndef TRIBUNE_PEOPLE_H
#define TRIBUNE_PEOPLE_H

#include "names.h"
#include "turns.h"

struct draft_person {
    const char *given, *surname;
    const char *name;    /* canonical */
    const char *key;     /* folded */
    double likelihood;   /* that this is a person */
    unsigned honorific;  /* bits of all the honorifics it was given */
    unsigned gender;     /* NAME_WORD_MALE or _FEMALE when honorific or given name tell, else 0 */
    const char *role, *organisation;
    const char
        *other_role;     /* printed elsewhere ("Her Worship the Mayor X (Chairperson)"); finds whom an office means */
    int role_quality;    /* how well the role was printed, for choosing among several */
    VEC(struct signal) signals; /* one for each rule, the strongest */
    number_list occurrences;
    double score;        /* that it took the floor */
    const char *rule;
    bool speaker, author;
    const struct authority_person *told; /* who that is by the authority file; NULL when it is silent */
};

typedef VEC(struct draft_person) people_list;

/* Groups the names (and the labels' initials and given names) into people; sets .person of names and turns. Adds the
 * occurrences of surnames and given names that stand alone. */
void people_find(struct name_context *context, turn_list *turns, people_list *people);

/* Makes the people's lists of occurrences anew after names_add(). */
void people_relist(struct name_context *context, turn_list *turns, people_list *people);

#endif
