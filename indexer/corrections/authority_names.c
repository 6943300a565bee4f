/* Names of the authority file in the text: what names.c would not have taken for a name, or cut otherwise. */
#include "authority.h"
#include "names.h"
#include "token.h"

/* The occurrences that share a lexeme with FIRST to LAST: from *FROM, to before *TO. */
static void overlapping(const struct name_context *context, uint32_t first, uint32_t last, size_t *from, size_t *to)
{
    size_t i = 0, low = 0, high = context->names.count;
    while (low < high) {
        i = low + (high - low) / 2;
        if (context->names.items[i].last < first)
            low = i + 1;
        else
            high = i;
    }
    for (*from = *to = low; *to < context->names.count && context->names.items[*to].first <= last; ++*to)
        ;
}

void authority_find_names(struct name_context *context, const struct phrases *phrases,
                          const struct authority_person *persons)
{
    VEC(struct name_occurrence) added = { 0 };
    bool *dropped = arena_zero(context->arena, context->names.count + 1);
    size_t kept = 0;
    uint32_t at = 0;
    struct phrase_match match;
    while (phrases_next(phrases, context->report, &at, &match)) {
        const struct authority_person *person = &persons[match.value];
        size_t from, to;
        if (match.first == match.last || !name_like(&context->lexemes[match.first]))
            continue;
        overlapping(context, match.first, match.last, &from, &to);
        if (to == from + 1 && context->names.items[from].first <= match.first &&
            context->names.items[from].last >= match.last)
            continue; /* the same name, or a fuller one */
        struct name_occurrence name = { .form = person->given ? NAME_FULL : NAME_SURNAME, .lead = match.first,
            .first = match.first, .last = match.last, .role_first = match.first, .role_last = match.first,
            .at = { context->lexemes[match.first].start, context->lexemes[match.last].end }, .given = person->given,
            .surname = person->surname, .likelihood = 1, .person = -1 };
        for (size_t i = from; i < to; i++) {
            const struct name_occurrence *old = &context->names.items[i];
            if (i == from && old->lead < name.lead) { /* its honorific and role stand before the name still */
                name.lead = old->lead;
                name.honorific = old->honorific;
                name.role_first = old->role_first == old->first ? match.first : old->role_first;
                name.role_last = old->role_first == old->first ? match.first : old->role_last;
            }
            dropped[i] = true;
        }
        *vec_push(context->arena, &added) = name;
    }
    if (!added.count)
        return;
    for (size_t i = 0; i < context->names.count; i++)
        if (!dropped[i])
            context->names.items[kept++] = context->names.items[i];
    context->names.count = kept;
    names_add(context, added.items, added.count);
}

void authority_find_listed(struct name_context *context)
{
    const struct report *report = context->report;
    struct phrases names;
    VEC(struct authority_person) persons = { 0 };
    phrases_init(&names, context->arena);
    for (size_t i = 0; i < report->metas.count; i++) {
        const struct meta *meta = &report->metas.items[i];
        char key[PHRASE_BYTES_MAX];
        bool told = strcmp(meta->source, SOURCE_SIDECAR) == 0 || strcmp(meta->source, "json-ld") == 0;
        if (!told || (strcmp(meta->key, "speaker") != 0 && strcmp(meta->key, "participant") != 0))
            continue;
        struct authority_person person = { .name = meta->value };
        authority_split_name(context->arena, &person, SLICE(""));
        if (fold_key(slice_of(meta->value), key, sizeof key))
            phrases_add(&names, key, (uint32_t)persons.count);
        *vec_push(context->arena, &persons) = person;
    }
    authority_find_names(context, &names, persons.items);
}
