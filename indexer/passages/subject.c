#include "subject.h"

#include "name_words.h"
#include "roles.h"
#include "verb_phrase.h"

enum {
    JOINED_MAX = 4,  /* names of one plural subject */
    PASSIVE_MAX = 4  /* lexemes of "a bien été désignée" */
};

/* Is what follows this name, its role and appositions aside, a predicate of which it is the subject? */
static bool followed_by_predicate(const struct name_context *context, const struct name_occurrence *name)
{
    uint32_t starts[PREDICATE_STARTS_MAX];
    size_t count = predicate_starts(context, name, starts);
    bool apposed = word_is(context, name->last + 1, ",");
    if (word_is(context, name->last + 1, "'s"))
        return false;
    for (size_t s = 0; s < count; s++)
        if (predicate_begins(context, starts[s], word_is(context, starts[s] - 1, ",") && !(apposed && s > 1)))
            return true;
    return false;
}

/* The name that the subject goes on with after this one ("X et Y ont comparé"); NULL for none. */
static const struct name_occurrence *joined_name(const struct name_context *context,
                                                 const struct name_occurrence *name)
{
    uint32_t next = role_after(context, name).end;
    if (word_is(context, next, ","))
        next++;
    if (word_is(context, next, "et") || word_is(context, next, "and") || word_is(context, next, "puis"))
        next++;
    bool last = name + 1 == context->names.items + context->names.count;
    return last || name[1].lead != next || next == name->last + 1 ? NULL : name + 1;
}

bool subject_is(const struct name_context *context, const struct name_occurrence *name)
{
    for (unsigned joined = 0; name && joined < JOINED_MAX; joined++, name = joined_name(context, name))
        if (followed_by_predicate(context, name))
            return true;
    return false;
}

/* Is the predicate at lexeme I what others did to its subject ("was re-elected", "a été désignée")? */
static bool undergone(const struct name_context *context, uint32_t i)
{
    static const char *const forms[] = { "was", "were", "is", "are", "been", "est", "sont", "ete", "fut", "furent" };
    static const char *const done[] = { "elected", "re-elected", "reelected", "appointed", "reappointed", "nominated",
                                        "welcomed", "thanked", "invited", "excused", "named", "chosen", "selected",
                                        "congratulated", "honoured", "honored", "co-opted", "introduced", "asked",
                                        "elu", "elue", "elus", "elues", "reelu", "reelue", "reelus", "reelues",
                                        "designe", "designee", "designes", "designees", "nomme", "nommee", "nommes",
                                        "nommees", "excuse", "excusee", "excuses", "excusees", "remercie",
                                        "remerciee", "remercies", "invite", "invitee", "invites", "represente",
                                        "representee", "remplace", "remplacee", "charge", "chargee", "reconduit",
                                        "reconduite", "reconduits", "absent", "absente" };
    bool be = false;
    for (uint32_t end = i + PASSIVE_MAX; i < end && word_lower(context, i); i++) {
        if (be && LEXEME_AMONG(&context->lexemes[i], done))
            return true;
        be |= LEXEME_AMONG(&context->lexemes[i], forms);
    }
    return false;
}

bool subject_position(const struct name_context *context, uint32_t first, uint32_t i)
{
    static const char *const prepositions[] = { "de", "a", "selon", "pour", "avec", "par", "chez", "dans", "sur",
                                                "comme", "sans", "d'", "d'apres", "of", "to", "for", "with", "by",
                                                "from", "after", "before", "in", "like", "while", "whereas",
                                                "although", "though", "when", "as", "if", "because", "once", "tandis",
                                                "alors", "si", "quand", "lorsque", "lettre", "merci", "article",
                                                "photo" };
    if (i == first)
        return true;
    if (i - first > SUBJECT_FRONTED_MAX)
        return false;
    if (i == first + 1 && context->lexemes[i].before == BEFORE_SPACE)
        return context->lexemes[first].kind == LEXEME_WORD && !LEXEME_AMONG(&context->lexemes[first], prepositions);
    return word_is(context, i - 1, ",") || word_is(context, i - 1, "»");
}

uint32_t subject_begin(const struct name_context *context, const struct name_occurrence *name, uint32_t first)
{
    uint32_t i = name->lead;
    if (!role_before(context, name).quality)
        return i;
    while (i > first && name->lead - i < 8) {
        if (word_is(context, i, "le") || word_is(context, i, "la") || word_is(context, i, "l'") ||
            word_is(context, i, "the") || word_is(context, i, "leur") || word_is(context, i, "un") ||
            word_is(context, i, "une"))
            return i;
        i--;
    }
    return i == first ? i : name->lead;
}

bool subject_passive(const struct name_context *context, const struct name_occurrence *name)
{
    for (unsigned joined = 0; name && joined < JOINED_MAX; joined++, name = joined_name(context, name)) {
        uint32_t verb, predicate = role_after(context, name).end;
        if (undergone(context, predicate) ||
            (!joined && verb_phrase(context, predicate, &verb) && verb_passive(context, predicate, verb)))
            return true;
    }
    return false;
}
