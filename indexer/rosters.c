/* Lists of people: those present with surnames first; several names and nothing else, of which some are known. */
#include "name_shape.h"
#include "sections.h"

enum { REVERSED_MIN = 3, STRANGE_MIN = 3, AFFILIATION_MAX = 16 };

static const double LISTED = 0.6;     /* likelihood of a name in a list of names */
static const double LIKELY_RUN = 0.5; /* and in an enumeration */

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
        if (name->form != NAME_FULL || !in_roster(sections, name) ||
            context->lexemes[name->first].shape & SHAPE_INITIAL)
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
                        !(context->lexemes[name->first].shape & SHAPE_INITIAL) &&
                        context->lexemes[name->last].shape & SHAPE_CAPITAL &&
                        name_given(&context->lexemes[name->last]) &&
                        strncmp(name_show(context, name->first, name->first), name->given, strlen(name->given)) == 0;
        if (!straight)
            continue;
        name->given = name_show(context, name->last, name->last);
        name->surname = name_show(context, name->first, name->last - 1);
        if (name->likelihood < LIKELY_COMMON_GIVEN)
            name->likelihood = LIKELY_COMMON_GIVEN;
    }
}

/* The lexeme after a comma, "and" or an affiliation in brackets that joins names in a list; I for none of them. */
static uint32_t joint_end(const struct name_context *context, uint32_t i)
{
    uint32_t at = i;
    if (word_is(context, at, "(") || word_is(context, at, "[")) {
        while (at < context->count && at - i < AFFILIATION_MAX && context->lexemes[at].before < BEFORE_BLOCK &&
               !word_is(context, at, ")") && !word_is(context, at, "]"))
            at++;
        at = word_is(context, at, ")") || word_is(context, at, "]") ? at + 1 : i;
    }
    while (word_is(context, at, ",") || word_is(context, at, ";") || word_is(context, at, "and") ||
           word_is(context, at, "et") || word_is(context, at, "&") || word_is(context, at, "*"))
        at++;
    return at;
}

/* Does nothing but a name's list begin here: at a line's beginning, in brackets, after a colon? */
static bool list_begins(const struct name_context *context, uint32_t lead)
{
    return context->lexemes[lead].before >= BEFORE_LINE || word_is(context, lead - 1, "(") ||
           word_is(context, lead - 1, ":") || word_is(context, lead - 1, "–") || word_is(context, lead - 1, "—");
}

static bool list_ends(const struct name_context *context, uint32_t i)
{
    return i >= context->count || context->lexemes[i].before >= BEFORE_LINE || word_is(context, i, ")") ||
           word_is(context, i, ".");
}

/* Written like a name and made of no ordinary words? */
static bool strange(const struct name_occurrence *name)
{
    return name->likelihood >= LIKELY_STRANGE;
}

/* "Jane Doe, Grand Institute & Open Platform", "Jane Doe (Bray Cyber)": what follows a known name that begins a line, or
 * stands in a bracket after any, is where one is from. */
static void doubt_affiliations(struct name_context *context)
{
    for (size_t i = 1; i < context->names.count; i++) {
        struct name_occurrence *name = &context->names.items[i], *before = name - 1;
        bool affiliation = context->lexemes[before->lead].before >= BEFORE_LINE &&
                           before->likelihood >= LIKELY_GIVEN && word_is(context, before->last + 1, ",") &&
                           name->lead <= before->last + 2 && name->likelihood < LIKELY_GIVEN && !name->honorific &&
                           !name->listed;
        bool joined = before->doubted && name->lead == before->last + 2 && word_is(context, before->last + 1, "&");
        uint32_t open = before->last + 1;
        bool bracket = name->likelihood < LIKELY_GIVEN && !name->honorific && before->likelihood >= LIKELY_GIVEN &&
                       (word_is(context, open, "(") || word_is(context, open, "[")) && name->lead == open + 1 &&
                       (word_is(context, name->last + 1, ")") || word_is(context, name->last + 1, "]"));
        if (affiliation || joined || bracket) {
            name->doubted = true;
            name->likelihood /= 2;
        }
    }
}

void names_believe_lists(struct name_context *context)
{
    for (size_t first = 0; first < context->names.count;) {
        struct name_occurrence *names = context->names.items;
        size_t last = first, known = 0, odd = 0;
        uint32_t after = 0;
        for (;; last++) {
            known += names[last].likelihood >= LIKELY_GIVEN;
            odd += !strange(&names[last]);
            after = joint_end(context, names[last].last + 1);
            if (last + 1 >= context->names.count || names[last + 1].lead != after || after == names[last].last + 1 ||
                names[last + 1].form != NAME_FULL)
                break;
        }
        size_t count = last + 1 - first;
        bool list = names[first].form == NAME_FULL && after > names[first].last + 1 &&
                    list_begins(context, names[first].lead) && list_ends(context, after);
        bool believed = list && count >= 2 && (known * 2 >= count || (count >= STRANGE_MIN && !odd));
        bool run =
            !list && count >= STRANGE_MIN && known * 2 >= count; /* in a sentence: "X (PS), Y (EELV) et Z (PLR)" */
        for (size_t i = first; i <= last && run; i++)
            if (names[i].form == NAME_FULL && names[i].likelihood < LIKELY_RUN)
                names[i].likelihood = LIKELY_RUN;
        for (size_t i = first; i <= last && list; i++) {
            names[i].listed = true;
            if (believed && names[i].likelihood < LISTED)
                names[i].likelihood = LISTED;
        }
        first = last + 1;
    }
    doubt_affiliations(context);
    for (size_t i = 1; i < context->names.count; i++) { /* "Jane Doe et Fjola Hyseni" */
        struct name_occurrence *name = &context->names.items[i], *before = name - 1;
        bool pair = name->lead == before->last + 2 &&
                    (word_is(context, name->lead - 1, "et") || word_is(context, name->lead - 1, "and"));
        if (pair && before->form == NAME_FULL && before->likelihood >= LIKELY_GIVEN && name->form == NAME_FULL &&
            strange(name) && name->likelihood < LISTED && !name->doubted)
            name->likelihood = LISTED;
    }
}
