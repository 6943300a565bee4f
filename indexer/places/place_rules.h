/* place_rules.h - the words around a name that tell whether it is a place, in French and English: tables only.
 * For the files of place extraction. All words are folded. */
#ifndef TRIBUNE_PLACE_RULES_H
#define TRIBUNE_PLACE_RULES_H

#include <stdint.h>

enum {                               /* what a word says of the name that it stands before or after */
    WORD_AT = 1 << 0,                /* à, in, near: only a place follows */
    WORD_OF = 1 << 1,                /* de, of, from, vers: a place may follow */
    WORD_ARTICLE = 1 << 2,           /* le, la, the */
    WORD_CONTRACTED = 1 << 3,        /* au, du, des: preposition and article in one */
    WORD_TOWN = 1 << 4,              /* ville, maire, city: a town follows */
    WORD_DEPARTEMENT = 1 << 5,
    WORD_REGION = 1 << 6,
    WORD_COUNTRY = 1 << 7,
    WORD_ORGANISATION = 1 << 8,      /* université, chambre: what follows belongs to an organisation's name */
    WORD_STREET = 1 << 9,            /* rue, avenue: the name of a street follows */
    WORD_TREATY = 1 << 10,           /* traité, accord: the name of a text follows */
    WORD_PERSON = 1 << 11,           /* Mme, Lord: a person follows */
    WORD_LINK = 1 << 12,             /* small words inside names: sur, lès, and */
    WORD_LIST = 1 << 13,             /* et, and, or */
    WORD_IN_VENUE = 1 << 14,         /* ville, congrès: may follow "de" inside a venue's name, in lower case */
    WORD_NEVER = 1 << 15,            /* months and the like: never a place by itself */
    WORD_TO_TOWN = 1 << 16,          /* à: a town rather than a country or region of the same name */
    WORD_DATE = 1 << 17,             /* months and days of the week */
    WORD_TITLE = 1 << 18             /* duc, Duke: with "de", "of" it is somebody */
};

/* The bits of a folded word before a name; 0 for most. */
uint32_t place_word(const char *folded);

enum {
    AFTER_TREATY = 1 << 0,           /* Agreement, Protocol: the name before is part of a text's title */
    AFTER_STREET = 1 << 1,           /* Street, Road */
    AFTER_ORGANISATION = 1 << 2,     /* Métropole, University: the name before is part of an organisation's name */
    AFTER_ACT = 1 << 3               /* says, a décidé: what a government does */
};

/* The bits of a folded word after a name. */
uint32_t place_word_after(const char *folded);

#endif
