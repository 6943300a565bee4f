/* Keys by which notes call people: the letters in brackets after a name, or its initials. */
#include "name_words.h"
#include "people_group.h"
#include "token.h"
#include "verb_phrase.h"

enum {
    KEY_LETTERS_MIN = 2,
    KEY_LETTERS_MAX = 4,
    TOLD_MIN = 2,    /* people with a key in brackets from which keys in the text are believed */
    INITIALS_MIN = 2 /* people whose initials act, from which initials that no list tells are believed */
};

int64_t people_by_initials(struct grouping *grouping, const char *key)
{
    size_t count = strlen(key);
    if (count < 2 || count > 4)
        return -1;
    int64_t found = -1;
    for (uint32_t i = 0; i < grouping->people->count; i++) {
        const struct draft_person *person = &grouping->people->items[i];
        size_t at = 0;
        bool start = true, fits = person->given != NULL;
        for (const char *p = person->key; *p && fits; p++) {
            if (start && *p != ' ')
                fits = at < count && *p == key[at++];
            start = *p == ' ';
        }
        if (!fits || at != count)
            continue;
        if (found >= 0)
            return -1;
        found = i;
    }
    return found;
}

void people_index_keys(struct grouping *grouping, struct map *aliases)
{
    struct name_context *context = grouping->context;
    for (size_t i = 0; i < context->names.count; i++) {
        const struct name_occurrence *name = &context->names.items[i];
        uint32_t at = name->last + 1;
        bool bracket = word_is(context, at, "(") || word_is(context, at, "[");
        at += bracket;
        if (name->form != NAME_FULL || name->person < 0 || at >= context->count)
            continue;
        const struct lexeme *alias = &context->lexemes[at];
        char given[8];
        bool closed = bracket ? word_is(context, at + 1, ")") || word_is(context, at + 1, "]")
                              : context->report->record.text.bytes[alias->start - 1] == '\t';
        size_t length = strlen(alias->folded);
        if (!closed || !(alias->shape & SHAPE_UPPER) || length < 2 || length > KEY_LETTERS_MAX ||
            !fold_key(slice_of(name->given), given, sizeof given) || given[0] != alias->folded[0])
            continue;
        bool added;
        uint32_t *value = map_put(aliases, slice_of(alias->folded), (uint32_t)name->person, &added);
        if (!added && *value != (uint32_t)name->person)
            *value = AMBIGUOUS;
    }
}

/* Is this a word in capitals that may be a key, rather than a word of a heading or the key where it is told? */
static bool may_be_key(const struct name_context *context, uint32_t i)
{
    const struct lexeme *lexeme = &context->lexemes[i];
    size_t length = strlen(lexeme->folded);
    bool told = i > 0 && (word_is(context, i - 1, "(") || word_is(context, i - 1, "["));
    bool heading = i > 0 && i + 1 < context->count && context->lexemes[i - 1].shape & SHAPE_UPPER &&
                   context->lexemes[i + 1].shape & SHAPE_UPPER;
    return lexeme->shape & SHAPE_UPPER && length >= KEY_LETTERS_MIN && length <= KEY_LETTERS_MAX && !told &&
           !heading && strlen(lexeme->folded) == lexeme->end - lexeme->start;
}

static size_t distinct(const struct name_occurrence *names, size_t count)
{
    size_t people = 0;
    for (size_t i = 0; i < count; i++) {
        size_t j = 0;
        while (names[j].person != names[i].person)
            j++;
        people += j == i;
    }
    return people;
}

void people_find_keys(struct grouping *grouping)
{
    struct name_context *context = grouping->context;
    struct map keys = MAP_INIT(context->arena);
    VEC(struct name_occurrence) told = { 0 }, initials = { 0 };
    people_index_keys(grouping, &keys);
    for (uint32_t i = 0; i < context->count; i++) {
        if (!may_be_key(context, i) || name_at(context, i))
            continue;
        const char *letters = context->lexemes[i].folded;
        const uint32_t *person = map_get(&keys, slice_of(letters));
        int64_t found = person ? -1 : people_by_initials(grouping, letters);
        uint32_t verb;
        if (person && *person != AMBIGUOUS)
            *vec_push(context->arena, &told) = people_called(grouping, i, *person, NAME_GIVEN);
        else if (found >= 0 && verb_phrase(context, i + 1, &verb))
            *vec_push(context->arena, &initials) = people_called(grouping, i, (uint32_t)found, NAME_GIVEN);
    }
    if (distinct(told.items, told.count) >= TOLD_MIN || keys.count >= TOLD_MIN)
        names_add(context, told.items, told.count);
    if (distinct(initials.items, initials.count) >= INITIALS_MIN)
        names_add(context, initials.items, initials.count);
}
