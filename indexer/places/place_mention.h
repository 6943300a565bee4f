/* place_mention.h - a name on its way to being a place: what place_match.c finds, place_context.c weighs, venues.c
 * adds to and extract_places.c decides on. For these files only. Everything is in the report's arena. */
#ifndef TRIBUNE_PLACE_MENTION_H
#define TRIBUNE_PLACE_MENTION_H

#include "gazetteer.h"
#include "lexeme.h"
#include "map.h"
#include "report.h"

enum { NAMESAKES_MAX = 24 };

enum evidence { EVIDENCE_NONE, EVIDENCE_WEAK, EVIDENCE_STRONG };

enum importance {                    /* how much evidence a name needs: none, weak, strong */
    IMPORTANCE_GREAT, IMPORTANCE_MIDDLE, IMPORTANCE_SMALL
};

struct mention {
    size_t first, last;              /* lexemes, inclusive */
    uint32_t start, end;             /* bytes: inside the lexemes for a part of "Lyon-Villeurbanne" */
    const char *key;
    struct gazetteer_name *names;    /* those whose spelling agrees, likeliest first */
    size_t name_count;
    struct gazetteer_place place;    /* the one chosen */
    uint32_t name_flags;
    enum importance importance;
    enum evidence evidence;
    uint32_t head;                   /* WORD_… of the noun that governs it: ville de X */
    uint32_t preposition;            /* WORD_… of what stands directly before */
    bool article;                    /* le, la, the or a contraction before it */
    bool doubtful_start;             /* an ordinary word whose capital a sentence explains */
    bool upper, part;
    bool blocked, accepted, in_organisation;
    bool listed;                     /* in a list with the mention before */
    int32_t qualifier;               /* place in parentheses or after a comma: Fresnes (Val-de-Marne); -1 */
    const char *rule;
    double score;
};

typedef VEC(struct mention) mention_list;

struct place_finder {
    struct report *report;
    const struct gazetteer *gazetteer;
    const struct span *people;
    size_t people_count;
    bool english;
    struct map surnames;             /* last words of the persons' names, folded */
    struct map by_id;                /* of the record's places */
    mention_list mentions;           /* in reading order, none overlapping another */
};

/* Finds every longest name of the gazetteer, without judging it. */
void place_match(struct place_finder *finder);

/* Reads the words around: chooses among namesakes, sets importance, evidence, blocked. */
void place_weigh(struct place_finder *finder, struct mention *mention);

/* Lifts what the labels of a roster by towns were refused for; after place_weigh of all mentions. */
void place_judge_rosters(struct place_finder *finder);

/* May this place be what the text at the mention says? Sets place, name_flags and importance. */
void place_choose(struct place_finder *finder, struct mention *mention, const struct gazetteer_name *name);

/* Among namesakes, the article and the noun before tell: "la Vienne" is the département, "à Vienne" a town. */
void place_choose_by_words(struct place_finder *finder, struct mention *mention);

/* "the Hexham Beekeepers' Society": capitals up to a noun of organisations, in English. */
bool place_begins_organisation(const struct place_finder *finder, const struct mention *mention);

/* Does the place of this index lie in that one? */
bool place_lies_in(const struct place_finder *finder, uint32_t index, int32_t area);

static inline bool place_is_town(enum place_kind kind)
{
    return kind == PLACE_COMMUNE || kind == PLACE_CITY;
}

/* Adds venues to the record's places, next to what the gazetteer knows; needs the towns accepted. */
void venues_find(struct place_finder *finder);

/* Is one of the persons' names over these bytes? */
bool place_in_person(const struct place_finder *finder, uint32_t start, uint32_t end);

/* Adds one mention of a place to the record, with its form. */
struct place *place_record(struct place_finder *finder, const struct gazetteer_place *place, uint32_t start,
                           uint32_t end, const char *rule, double score, bool in_organisation);

/* The levels above a place, put after what is there, nearest first. */
void place_levels(struct place_finder *finder, struct place *place, int32_t parent);

#endif
