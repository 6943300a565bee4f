/* roles_parts.h - what the files that read roles share: their words, and the text of a role. */
#ifndef TRIBUNE_ROLES_PARTS_H
#define TRIBUNE_ROLES_PARTS_H

#include "names.h"

/* The text of lexemes FIRST to before END, one space for each run of them; NULL for none. In the arena. */
const char *role_text(const struct name_context *context, uint32_t first, uint32_t end);

bool role_preposition(const struct lexeme *lexeme); /* de, of, at, chez: in lower case */
bool role_article(const struct lexeme *lexeme);     /* la, the, son: not that of L'Atelier */

/* Do the lexemes FIRST to before END hold an office in the plural ("Panellists", "membres")? */
bool role_plural(const struct name_context *context, uint32_t first, uint32_t end);

#endif
