#include "roles_below.h"

#include "name_words.h"

enum {
    ROLE_LEXEMES_MAX = 40, /* of a line that is a role */
    ROLE_BEGINS_MAX = 4,   /* words of it before the one that says so */
    NAMES_MIN = 3          /* programmed names from which a page has a habit */
};

/* The lexeme after the line that begins below the name; FIRST itself when the name has no line to itself, or for PROGRAMMED is
 * no credit. */
static uint32_t line_below(const struct name_context *context, const struct name_occurrence *name, bool programmed,
                           uint32_t *first)
{
    *first = name->last + 1;
    uint32_t end = *first;
    bool begins = context->lexemes[name->lead].before >= BEFORE_LINE || word_is(context, name->lead - 1, ":");
    bool alone = name->credit_end ? name->credit_end == *first : begins;
    if (!alone || (programmed && !name->credit_end) || end >= context->count ||
        context->lexemes[end].before < BEFORE_LINE)
        return *first;
    do
        end++;
    while (end < context->count && context->lexemes[end].before < BEFORE_LINE);
    return end;
}

/* Is it a sentence, the name of a field, or somebody else? */
static bool line_is_other(const struct name_context *context, uint32_t first, uint32_t end)
{
    static const char *const verbs[] = { "is", "are", "was", "has", "have", "will", "est", "sont", "etait", "ont",
                                         "sera", "vous", "nous", "you", "we", "i", "je" };
    static const char *const joints[] = { ",", "et", "and", "&", "/", ";", "with", "avec" };
    if (word_is(context, end - 1, ":"))
        return true;
    for (uint32_t i = first; i < end; i++) {
        const struct name_occurrence *name = name_at(context, i);
        bool titled = name && name->lead < name->first && !name->credit_end && context->bits[i] & NAME_WORD_ROLE;
        bool another = name && name->lead == i && !titled && /* "Président Rivages Vivants" */
                       (name->credit_end || (name->likelihood >= 0.5 &&
                                             (i == first || LEXEME_AMONG(&context->lexemes[i - 1], joints))));
        if (another || LEXEME_AMONG(&context->lexemes[i], verbs) ||
            (word_is(context, i, ":") && i - first <= ROLE_BEGINS_MAX))
            return true;
    }
    return false;
}

struct role role_below(const struct name_context *context, const struct name_occurrence *name, bool habit)
{
    uint32_t first, end = line_below(context, name, false, &first);
    struct role none = { .end = name->last + 1 };
    if (end == first)
        return none;
    if (word_is(context, first, "attending") && first + 1 < end)
        first++; /* in minutes of two columns: "Public officers : Ms X" / "attending Director" */
    if (end - first > ROLE_LEXEMES_MAX) /* notes of a talk that begin with who speaks */
        return context->bits[first] & NAME_WORD_ROLE ? role_phrase(context, first) : none;
    unsigned bits = 0;
    for (uint32_t i = first; i < end && i - first <= ROLE_BEGINS_MAX; i++)
        bits |= context->bits[i];
    bool organisation = habit && name->credit_end && bits & NAME_WORD_ORGANISATION;
    if (!(bits & NAME_WORD_ROLE) && !organisation && !role_occupation(context, first))
        return none;
    if (line_is_other(context, first, end))
        return none;
    return role_split(context, first, end);
}

bool roles_stand_below(const struct name_context *context)
{
    size_t alone = 0, below = 0;
    for (size_t i = 0; i < context->names.count; i++) {
        uint32_t first;
        if (line_below(context, &context->names.items[i], true, &first) == first)
            continue;
        alone++;
        below += role_below(context, &context->names.items[i], true).quality > 0;
    }
    return alone >= NAMES_MIN && below * 2 > alone;
}
