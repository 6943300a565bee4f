/* compile.h - what the parts of gazetteer-compile share: drafts of places, names and words, read from the tables of
 * this folder (compile_places.c, compile_words.c), put together and written (compile_write.c). Everything is in one arena;
 * the first row that makes no sense ends the program with a message, which only a build tool may do. */
#ifndef TRIBUNE_GAZETTEER_COMPILE_H
#define TRIBUNE_GAZETTEER_COMPILE_H

#include "../../indexer/text/gazetteer.h"
#include "../../indexer/text/gazetteer_format.h"
#include "arena.h"
#include "buf.h"
#include "map.h"

enum { FIELDS_MAX = 10, DEPTH_MAX = 12, SHORT_NAME_POPULATION = 500, SHORT_NAME_BYTES = 6, SHORT_NAME_BYTES_MIN = 4,
       SHORT_NAME_TOWN = 20000 };

struct draft {                         /* a place on its way to a row */
    const char *id, *name, *name_en, *parent;
    enum place_kind kind;
    uint32_t population;
    double latitude, longitude;
    double weight;                     /* of the places below that its centre is made of */
    bool located, capital, strict, own_position;
    char country[3];
    double rank;                       /* which place comes first among namesakes */
    int32_t parent_at;
    uint32_t depth, row;
};

struct draft_name {
    const char *key, *spelling;
    uint32_t place, flags;             /* an index of drafts */
    double rank;
};

struct word {
    const char *word;
    uint32_t bits;
};

struct compiler {
    struct arena arena;
    const char *folder;
    char at[256];                      /* file and line, for messages */
    VEC(struct draft) places;
    VEC(struct draft_name) names;
    VEC(struct word) words;
    struct map ids, word_index, strings_index;
    struct buf strings;
};

/* Ends the program with "FILE:LINE: MESSAGE: DETAIL". */
_Noreturn void fail(const struct compiler *c, const char *message, const char *detail);

/* The value of KEY, UINT32_MAX when it is new. */
uint32_t *map_at(struct map *map, const char *key);

/* The offset of a string in the table's strings, each of them once. */
uint32_t string_add(struct compiler *c, const char *string);

/* Calls READER for every row of a table: fields separated by tabs, missing ones empty; # begins a comment. */
typedef void row_reader(struct compiler *c, char **field, size_t count);
void read_table(struct compiler *c, const char *file, row_reader *reader);

/* compile_places.c */
struct draft *place_named(struct compiler *c, const char *id); /* ends the program when there is none */
void name_add(struct compiler *c, const struct draft *place, const char *spelling, uint32_t flags, double rank);
row_reader read_continent, read_country, read_continent_countries, read_region, read_departement,
    read_commune, read_former_commune, read_arrondissement, read_intercommunality, read_state,
    read_city, read_area, read_alias, read_venue;

/* compile_words.c */
void word_add(struct compiler *c, struct slice word, uint32_t bits);
uint32_t word_bits(struct compiler *c, const char *folded);
bool key_is_common(struct compiler *c, const char *key); /* by itself a word or a person's name */
void read_front_coded(struct compiler *c, const char *file, uint32_t bits);
row_reader read_given, read_common_name, read_surname, read_demonyms, read_cue;

/* compile_write.c: in this order. */
void resolve_parents(struct compiler *c);
void resolve_positions(struct compiler *c);
void add_short_names(struct compiler *c);
void mark_names(struct compiler *c);
void write_file(struct compiler *c, const char *path);

#endif
