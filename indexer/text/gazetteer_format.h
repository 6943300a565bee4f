/* gazetteer_format.h - the layout of the compiled gazetteer, shared by corpus/gazetteer/compile.c, which writes it, and
 * gazetteer.c, which reads it. Others use gazetteer.h.
 *
 * One file: a header, then arrays at the offsets it names. Strings are offsets into the last section, so that the
 * file can be mapped anywhere. Numbers have the byte order of the machine that compiled it, which the header tells. */
#ifndef TRIBUNE_GAZETTEER_FORMAT_H
#define TRIBUNE_GAZETTEER_FORMAT_H

#include <stdint.h>

#include "map.h"
#include "place_key.h"

#define GAZETTEER_MAGIC "TRIBGAZ"
enum { GAZETTEER_VERSION = 1, GAZETTEER_BYTE_ORDER = 0x01020304 };

struct gazetteer_section {
    uint32_t offset, count; /* bytes from the start of the file; rows */
};

struct gazetteer_header {
    char magic[8];
    uint32_t version, byte_order;
    uint32_t size;                     /* of the file */
    uint32_t key_mask, word_mask;      /* slots less one: powers of two */
    uint32_t unused;
    uint64_t fingerprint;              /* FNV-1a of everything after the header */
    struct gazetteer_section places, names, keys, key_slots, word_slots, strings;
};

enum { PLACE_FLAG_LOCATED = 1, PLACE_FLAG_CAPITAL = 2, PLACE_FLAG_COMMON = 4, PLACE_FLAG_STRICT = 8 };

struct gazetteer_place_row {
    uint32_t id, name, name_en;        /* strings */
    uint32_t population;
    int32_t parent;                    /* row; -1 */
    int32_t latitude, longitude;       /* in 1e-5 degrees */
    uint8_t kind, flags;
    char country[2];
};

struct gazetteer_name_row {            /* rows of one key are together, the likeliest place first */
    uint32_t spelling;                 /* string, with its accents */
    uint32_t place;
    uint32_t flags;                    /* NAME_… of gazetteer.h */
};

struct gazetteer_key_row {
    uint32_t key;                      /* string */
    uint32_t first;                    /* name row */
    uint16_t count;                    /* 0 for a key that only begins others */
    uint16_t longer;                   /* 1 when it begins others */
};

/* A word of the lexicon is told by 48 bits of its hash, beside those that choose the slot: a word that is not there is
 * taken for one that is about once in 10^14 times, and no string need be read. */
struct gazetteer_word_slot {
    uint32_t check;
    uint16_t check_high;
    uint16_t bits;                     /* LEXICON_…; 0 for an empty slot */
};

static inline struct gazetteer_word_slot gazetteer_word_slot(uint64_t hash, uint32_t bits)
{
    return (struct gazetteer_word_slot){ (uint32_t)(hash >> 32), (uint16_t)(hash >> 16), (uint16_t)bits };
}

/* FNV-1a, after Fowler, Noll and Vo. */
static inline uint32_t gazetteer_hash(const char *bytes, size_t length)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 16777619u;
    return hash ^ hash >> 15;
}

#endif
