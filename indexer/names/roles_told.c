#include "roles_told.h"

#include "name_words.h"
#include "verb_phrase.h"

enum { ROLE_WITHIN = 5 }; /* lexemes among which its own word stands */

struct role role_told(const struct name_context *context, const struct name_occurrence *name)
{
    static const char *const articles[] = { "a", "an", "the", "un", "une", "le", "la", "l'", "currently",
                                            "actuellement" };
    struct role none = { .end = name->last + 1 };
    uint32_t verb = name->last + 1, first = verb + 1;
    if (!(word_is(context, verb, "is") || word_is(context, verb, "est")))
        return none;
    while (first < context->count && LEXEME_AMONG(&context->lexemes[first], articles))
        first++;
    bool near = false;
    for (uint32_t i = first; i < context->count && i - first < ROLE_WITHIN && !near; i++) {
        if (context->lexemes[i].kind != LEXEME_WORD || name_at(context, i) ||
            context->lexemes[i].before >= BEFORE_LINE)
            break;
        near = context->bits[i] & NAME_WORD_ROLE || (i == first && role_occupation(context, i));
        if (context->french && !near)
            break; /* the noun comes first: "est intervenue comme experte" is no role */
    }
    if (!near)
        return none;
    struct role role = role_phrase(context, first);
    role.quality = role.quality ? 1 : 0;
    return role;
}
