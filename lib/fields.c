#include "fields.h"

#include <stdio.h>

#include "token.h"

const struct field_row field_table[FIELD_COUNT] = {
    [FIELD_TEXT] = { "text", "texte", FIELD_KIND_WORDS, "", NULL, -1, "words of the text, as without a field" },
    [FIELD_TITLE] = { "title", "titre", FIELD_KIND_WORDS, "S", NULL, -1, "words of the title" },
    [FIELD_SPEAKER] = { "speaker", "intervenant", FIELD_KIND_NAME, "XS", "speaker", SLOT_SPEAKERS,
                        "someone who took the floor: full name, surname or initials" },
    [FIELD_PLACE] = { "place", "lieu", FIELD_KIND_PLACE, "XP", "place", SLOT_PLACES,
                      "where it took place, or a place the text names; with ~50km, what is near" },
    [FIELD_EVENT_PLACE] = { "event-place", "tenu-a", FIELD_KIND_PLACE, "XE", "event_place", SLOT_EVENT_PLACES,
                            "where it took place" },
    [FIELD_DATE] = { "date", "date", FIELD_KIND_INTERVAL, "D", "year", SLOT_YEARS,
                     "date of the event, else of publication: 2016, 2016-11, 2016-T4, 2016-10..2017-02" },
    [FIELD_PERIOD] = { "period", "periode", FIELD_KIND_INTERVAL, "XD", NULL, -1, "any date that the text names" },
    [FIELD_AUTHOR] = { "author", "auteur", FIELD_KIND_WORDS, "XA", NULL, -1, "words of the author's name" },
    [FIELD_ORGANISATION] = { "organisation", "organisme", FIELD_KIND_NAME, "XO", "organisation", SLOT_ORGANISATIONS,
                             "organisation of a speaker" },
    [FIELD_ROLE] = { "role", "fonction", FIELD_KIND_WORDS, "XR", NULL, -1, "words of a speaker's role" },
    [FIELD_MENTION] = { "mention", "mention", FIELD_KIND_NAME, "XM", NULL, -1, "someone named who did not speak" },
    [FIELD_LANGUAGE] = { "language", "langue", FIELD_KIND_KEYWORD, "L", "language", SLOT_LANGUAGE,
                         "language of the report: fr, en, …" },
    [FIELD_TYPE] = { "type", "type", FIELD_KIND_KEYWORD, "T", NULL, -1, "html, markdown, text or pdf" },
    [FIELD_HAS] = { "has", "avec", FIELD_KIND_KEYWORD, "XH", NULL, -1, "attachment, speaker, place, date" },
};

enum { FIELD_NAME_MAX = 32 };

enum field field_from_name(struct slice name)
{
    char wanted[FIELD_NAME_MAX], own[FIELD_NAME_MAX];
    if (name.length >= sizeof wanted)
        return FIELD_COUNT;
    fold_key(name, wanted, sizeof wanted);
    for (int i = 0; i < FIELD_COUNT; i++) {
        const char *const names[] = { field_table[i].name, field_table[i].name_fr };
        for (size_t j = 0; j < 2; j++) {
            fold_key(slice_of(names[j]), own, sizeof own);
            if (own[0] && strcmp(own, wanted) == 0)
                return (enum field)i;
        }
    }
    return FIELD_COUNT;
}

/* FNV-1a, 64 bits (Fowler, Noll and Vo). */
static uint64_t mix(uint64_t hash, const void *bytes, size_t length)
{
    const unsigned char *byte = bytes;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ byte[i]) * 0x100000001B3u;
    return hash;
}

/* What is stored under which name: the help texts and the names in queries may change without a rebuild. */
uint64_t fields_fingerprint(void)
{
    static const char *const terms[] = {
        TERM_REPORT, TERM_LEVEL, TERM_ACCENTED, TERM_GENERATION, TERM_STEM, TERM_NAME, TERM_NAME_SHOWN,
        TERM_ORGANISATION, TERM_ORGANISATION_SHOWN, TERM_PLACE_NAME, TERM_PLACE,
    };
    uint64_t hash = 0xCBF29CE484222325u;
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        const struct field_row *row = &field_table[i];
        int numbers[] = { (int)row->kind, row->facet_slot };
        hash = mix(hash, row->prefix, strlen(row->prefix) + 1);
        hash = mix(hash, numbers, sizeof numbers);
    }
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
        hash = mix(hash, terms[i], strlen(terms[i]) + 1);
    int slots = SLOT_COUNT;
    return mix(hash, &slots, sizeof slots);
}
