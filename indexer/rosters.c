/* Lists of those present that put surnames first. */
#include "name_shape.h"
#include "sections.h"

enum { REVERSED_MIN = 3 };

static bool in_roster(const section_list *sections, const struct name_occurrence *name)
{
    enum section_kind kind = section_at(sections, name->at.start);
    return kind == SECTION_PRESENT || kind == SECTION_ABSENT;
}

/* Does the list of those present put surnames first? Only names of which one word alone is a given name can tell. */
static bool family_first(const struct name_context *context, const section_list *sections)
{
    size_t reversed = 0, straight = 0;
    for (size_t i = 0; i < context->names.count; i++) {
        const struct name_occurrence *name = &context->names.items[i];
        if (name->form != NAME_FULL || !in_roster(sections, name))
            continue;
        bool first = name_given(&context->lexemes[name->first]), last = name_given(&context->lexemes[name->last]);
        reversed += last && !first;
        straight += first && !last;
    }
    return reversed >= REVERSED_MIN && reversed > straight * 2;
}

void names_reverse_rosters(struct name_context *context, const section_list *sections)
{
    if (!family_first(context, sections))
        return;
    for (size_t i = 0; i < context->names.count; i++) {
        struct name_occurrence *name = &context->names.items[i];
        bool straight = name->form == NAME_FULL && in_roster(sections, name) && name->given &&
                        context->lexemes[name->last].shape & SHAPE_CAPITAL && name_given(&context->lexemes[name->last]) &&
                        strncmp(name_show(context, name->first, name->first), name->given, strlen(name->given)) == 0;
        if (!straight)
            continue;
        name->given = name_show(context, name->last, name->last);
        name->surname = name_show(context, name->first, name->last - 1);
        if (name->likelihood < LIKELY_COMMON_GIVEN)
            name->likelihood = LIKELY_COMMON_GIVEN;
    }
}
