#include "turns_known.h"

#include "name_shape.h"
#include "token.h"

enum { ALIAS_MAX = 4, SURNAME_MIN = 4 }; /* letters of a key after a name; of a surname that is a label */

static const double LIKELY_FULL = 0.3; /* likelihood of a name in a label that vouches for others */

static void know(const struct name_context *context, struct map *known, const char *words)
{
    char key[128];
    size_t length = fold_key(slice_of(words), key, sizeof key);
    if (length > 1)
        map_put(known, slice_of(arena_dup(context->arena, key, length)), 0, NULL);
}

/* What a person named in full may be called in a label: JD, Jane, Doe. */
static void know_full(const struct name_context *context, struct map *known, const char *given, const char *surname)
{
    char key[128], initials[16];
    size_t n = 0;
    fold_key(slice_of(arena_printf(context->arena, "%s %s", given, surname)), key, sizeof key);
    for (const char *p = key; *p && n + 1 < sizeof initials; p++)
        if (*p != ' ' && (p == key || p[-1] == ' '))
            initials[n++] = *p;
    initials[n] = '\0';
    know(context, known, key);
    know(context, known, initials);
    if (n == 2)
        know(context, known, arena_printf(context->arena, "%c %c", initials[0], initials[1])); /* "J. D." */
    know(context, known, given);
    know(context, known, surname);
}

bool label_full_name(const struct name_context *context, uint32_t first, uint32_t end)
{
    const struct name_occurrence *name = name_at(context, first);
    return name && name->lead == first && name->form == NAME_FULL && name->last + 1 == end &&
           name->likelihood >= LIKELY_FULL;
}

bool label_surname(const struct name_context *context, uint32_t first, uint32_t end)
{
    const struct lexeme *lexeme = &context->lexemes[first];
    return end == first + 1 && lexeme->kind == LEXEME_WORD && lexeme->end - lexeme->start >= SURNAME_MIN &&
           !context->bits[first] && !name_ordinary(lexeme) &&
           !(lexeme->lexicon & (LEXICON_PLACE_WHOLE | LEXICON_NATIONALITY | LEXICON_GIVEN_COMMON));
}

void known_names(const struct name_context *context, struct map *known)
{
    for (size_t i = 0; i < context->report->metas.count; i++) {
        const struct meta *meta = &context->report->metas.items[i];
        const char *space = strchr(meta->value, ' ');
        if (space && (strcmp(meta->key, "participant") == 0 || strcmp(meta->key, "speaker") == 0))
            know_full(context, known, arena_dup(context->arena, meta->value, (size_t)(space - meta->value)),
                      arena_dup(context->arena, space + 1, strcspn(space + 1, "(,")));
    }
    for (size_t i = 0; i < context->names.count; i++) {
        const struct name_occurrence *name = &context->names.items[i];
        if (name->form != NAME_FULL)
            continue;
        know_full(context, known, name->given, name->surname);
        uint32_t key =
            name->last + 1 + (word_is(context, name->last + 1, "(") || word_is(context, name->last + 1, "["));
        if (key < context->count && context->lexemes[key].shape & SHAPE_UPPER &&
            strlen(context->lexemes[key].folded) <= ALIAS_MAX)
            know(context, known, context->lexemes[key].folded); /* "Jane Doe (JDE)", and JDE: below */
    }
}
