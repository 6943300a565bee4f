/* roles.h - the role and organisation printed beside a name: ", président de la CRESS", "(PS)", "of the Institute". */
#ifndef TRIBUNE_ROLES_H
#define TRIBUNE_ROLES_H

#include "names.h"

struct role {
    const char *role, *organisation; /* NULL when not printed */
    uint32_t first;                  /* of a role before the name: its first lexeme; 0 elsewhere */
    uint32_t end;                    /* the lexeme after it all; the one after the name when there is none */
    int quality;                     /* for choosing among several: 0 none, more is better */
};

/* The role printed after this name. */
struct role role_after(const struct name_context *context, const struct name_occurrence *name);

/* The role printed before it: "le modérateur X", "M. le maire X", "leur présidente, X". */
struct role role_before(const struct name_context *context, const struct name_occurrence *name);

/* Splits role words FIRST to before END into role and organisation. */
struct role role_split(const struct name_context *context, uint32_t first, uint32_t end);

/* The role whose words begin at lexeme FIRST, up to a verb, another name or punctuation that closes it. */
struct role role_phrase(const struct name_context *context, uint32_t first);

/* Does this word end as occupations do ("glaciologue", "romancière", "lycéen")? */
bool role_by_ending(const struct lexeme *lexeme);

/* Does it, and stand alone? */
bool role_occupation(const struct name_context *context, uint32_t i);

#endif
