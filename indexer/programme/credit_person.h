/* credit_person.h - reads one person of a credit: titles, a name however it is written, brackets after it. */
#ifndef TRIBUNE_CREDIT_PERSON_H
#define TRIBUNE_CREDIT_PERSON_H

#include "names.h"

#define CREDIT_ORDINARY 0.05 /* likelihood of a name of which all words are ordinary ones */

struct credit_person {
    struct name_occurrence name;
    uint32_t end;    /* the lexeme after where he or she is from */
    bool affiliated; /* brackets follow the name */
};

/* Where marks begin or end, for each lexeme: what credits_read() needs. In the arena. */
struct mark_edges {
    const uint8_t *begins, *ends; /* before this lexeme */
};

/* A person at AT, with titles and brackets: the lexeme after, AT when there is none. */
uint32_t credit_person_read(const struct name_context *context, const struct mark_edges *edges, uint32_t at,
                            uint32_t end, struct credit_person *person);

/* Does the next name begin at I, in "Ada BYRON Mary SHELLEY" or "BYRON Ada SHELLEY Mary", of which the first begins
 * at FIRST? */
bool credit_next_name(const struct name_context *context, uint32_t first, uint32_t i, uint32_t end);

/* May this word be part of a name that only its place tells? */
bool credit_name_word(const struct name_context *context, uint32_t i);

/* Does a text end before lexeme I: a line, a bracket, an item of a list? */
bool credit_ends_text(const struct name_context *context, uint32_t i, uint32_t end);

/* Brackets at I: where they end, I when there are none. *ORIGIN: they say where somebody is from. */
uint32_t credit_skip_bracket(const struct name_context *context, uint32_t i, uint32_t end, bool *origin);

/* Do a film's or a book's dates stand at lexeme I, after its author: "(France, 2019, 52 min)", ", 2019"? */
bool credit_dates_work(const struct name_context *context, uint32_t i);

/* Is it "et", "and", "&"? */
bool credit_joint(const struct lexeme *lexeme);

/* Is the lexeme one of these folded words? */
#define ONE_OF(lexeme, ...)                                                                                          \
    lexeme_among(lexeme, (const char *const[]){ __VA_ARGS__ },                                                      \
                  sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *))

#endif
