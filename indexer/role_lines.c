#include "role_lines.h"

#include "name_words.h"
#include "verb_phrase.h"

enum {
    LINE_MAX_LEXEMES = 40, /* of a line that is a role */
    ROLE_WITHIN = 5        /* lexemes among which its own word stands */
};

/* The lexeme after the last of the line or cell that begins at FIRST. */
static uint32_t line_end(const struct name_context *context, uint32_t first)
{
    uint32_t i = first + 1;
    while (i < context->count && context->lexemes[i].before < BEFORE_LINE)
        i++;
    return i;
}

static bool role_word_near(const struct name_context *context, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end && i - first < ROLE_WITHIN && context->lexemes[i].kind == LEXEME_WORD; i++)
        if (context->bits[i] & NAME_WORD_ROLE)
            return true;
    return role_occupation(context, first);
}

/* Is the line FIRST..END words that say what somebody is: no sentence, no field, and nobody else's? */
static bool line_is_role(const struct name_context *context, uint32_t first, uint32_t end)
{
    static const char *const verbs[] = { "is", "are", "was", "has", "have", "will", "est", "sont", "etait", "ont",
                                         "sera", "vous", "nous", "you", "we" };
    static const char *const joints[] = { ",", "et", "and", "&", "/", ";", "with", "avec" };
    if (end - first > LINE_MAX_LEXEMES || !role_word_near(context, first, end) || word_is(context, end - 1, ":"))
        return false;
    for (uint32_t i = first; i < end; i++) {
        const struct name_occurrence *name = name_at(context, i);
        bool another = name && name->likelihood >= 0.5 && name->lead == i &&
                       (i == first || LEXEME_AMONG(&context->lexemes[i - 1], joints));
        if (another || LEXEME_AMONG(&context->lexemes[i], verbs) ||
            (word_is(context, i, ":") && i - first < ROLE_WITHIN))
            return false;
    }
    return true;
}

struct role role_below(const struct name_context *context, const struct name_occurrence *name)
{
    struct role none = { .end = name->last + 1 };
    uint32_t first = name->last + 1;
    if (context->lexemes[name->lead].before < BEFORE_LINE || first >= context->count ||
        context->lexemes[first].before < BEFORE_LINE)
        return none;
    uint32_t end = line_end(context, first);
    if (!line_is_role(context, first, end))
        return none;
    struct role role = role_split(context, first, end);
    role.end = end;
    return role;
}

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
        if (context->lexemes[i].kind != LEXEME_WORD || name_at(context, i) || context->lexemes[i].before >= BEFORE_LINE)
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
