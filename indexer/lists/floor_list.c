#include "floor_list.h"

#include "name_shape.h"
#include "name_words.h"
#include "verb_phrase.h"

enum {
    OPENING_GAP_MAX = 5,   /* words between the parts of an opening: "The following [Members also] spoke" */
    ANNOUNCED_MAX = 40,    /* lexemes from an opening to its colon: why they spoke */
    COMPLEMENT_MAX = 24,   /* and to the first name, without a colon */
    ITEM_MAX = 7,          /* words of a name */
    QUESTION_BACK_MAX = 8, /* from whoever asked back to "a blue-card question" */
};

static const double ON_LIST = 0.85; /* likelihood of what stands as an item */

/* How such sentences begin; two parts, the second of which may come some words later. */
static const char *const openings[][2] = {
    { "the following", "spoke" }, { "the following", "took the floor" }, { "the following", "addressed" },
    { "the following", "made statements" }, { "the following", "intervened" }, { "statements were made by", "" },
    { "interviennent", "" }, { "intervient", "" }, { "intervinrent", "" }, { "sont", "intervenus" },
    { "sont", "intervenues" }, { "est", "intervenu" }, { "est", "intervenue" }, { "ont", "pris la parole" },
    { "a", "pris la parole" }, { "prennent", "la parole" }, { "prend", "la parole" }, { "se sont", "exprimes" },
    { "se sont", "exprimees" }, { "se sont", "succede" }, { "se sont", "relayes" }, { "se sont", "relayees" },
    { "ont", "participe a la table ronde" }, { "ont", "participe a cette table ronde" },
    { "ont", "participe au debat" }, { "ont", "participe aux debats" }, { "etaient", "autour de la table" },
    { "etaient", "a la tribune" }, { "sont", "venus temoigner" },
};

static uint32_t words_in(const char *phrase)
{
    uint32_t count = *phrase != '\0';
    for (; *phrase; phrase++)
        count += *phrase == ' ';
    return count;
}

/* The lexeme after an opening at I; I when there is none. */
static uint32_t opening_end(const struct name_context *context, uint32_t i)
{
    for (size_t k = 0; k < sizeof openings / sizeof *openings; k++) {
        if (!words_at(context, i, openings[k][0]))
            continue;
        uint32_t after = i + words_in(openings[k][0]);
        for (uint32_t gap = 0; gap <= OPENING_GAP_MAX; gap++) {
            if (words_at(context, after + gap, openings[k][1]))
                return after + gap + words_in(openings[k][1]);
            if (after + gap >= context->count || context->lexemes[after + gap].kind != LEXEME_WORD)
                break;
        }
    }
    return i;
}

/* A word that no name goes on with: an office, an organisation, an ordinary word in capitals. */
static bool ends_name(const struct name_context *context, uint32_t i)
{
    const struct lexeme *lexeme = &context->lexemes[i];
    unsigned bits = context->bits[i];
    if (bits & NAME_WORD_PARTICLE || lexeme->shape & SHAPE_INITIAL)
        return false;
    return (bits & (NAME_WORD_ROLE | NAME_WORD_ORGANISATION | NAME_WORD_NOT_NAME) &&
            !(lexeme->lexicon & (LEXICON_SURNAME | LEXICON_GIVEN)));
}

/* "de", "van der", "in 't": what may stand in a name in lower case, at I. The lexeme after it; I for none. */
static uint32_t particles_end(const struct name_context *context, uint32_t i)
{
    uint32_t at = i;
    bool dutch = word_is(context, i, "in") || word_is(context, i, "op") || word_is(context, i, "van");
    if (dutch && (word_is(context, i + 1, "'") || word_is(context, i + 1, "’")) && word_is(context, i + 2, "t"))
        return i + 3;
    while (at < context->count && context->bits[at] & NAME_WORD_PARTICLE && word_lower(context, at) &&
           !(word_is(context, at, "e") || word_is(context, at, "a")))
        at++;
    return at;
}

/* The last lexeme of what is written like a name at FIRST, whatever its words. *WORDS: how many, particles aside. */
static uint32_t written_name(const struct name_context *context, uint32_t first, uint32_t *words)
{
    uint32_t last = first, i = first;
    *words = 0;
    while (i < context->count && i - first < ITEM_MAX) {
        uint32_t next = particles_end(context, i);
        if (next >= context->count || (i > first && context->lexemes[i].before > BEFORE_LINE) ||
            (i > first && context->lexemes[i].before == BEFORE_NOTHING) || !name_like(&context->lexemes[next]) ||
            ends_name(context, next))
            break;
        last = next;
        i = next + 1;
        (*words)++;
    }
    return last;
}

/* A list being read. */
struct floor_list {
    struct name_context *context;
    VEC(struct name_occurrence) added; /* names that stand there and were not found, or not whole */
};

/* Such lists have the given name first, "Gay Mitchell" too, whose surname is a given name elsewhere. */
static void straighten(const struct name_context *context, struct name_occurrence *name)
{
    const struct lexeme *first = &context->lexemes[name->first];
    if (name->form != NAME_FULL || name->last != name->first + 1 || !(first->shape & SHAPE_CAPITAL) ||
        context->bits[name->first] & NAME_WORD_PARTICLE)
        return;
    name->given = name_show(context, name->first, name->first);
    name->surname = name_show(context, name->last, name->last);
}

/* The name that begins an item at I, honorific included: 0 for none, else the lexeme after it. */
static uint32_t take_item(struct floor_list *list, uint32_t i, enum name_floor floor)
{
    struct name_context *context = list->context;
    struct name_occurrence *known = name_at(context, i), found;
    uint32_t words, last = written_name(context, i, &words);
    bool whole = known && known->lead == i && known->last >= last;
    if (whole) {
        known->floor = floor;
        straighten(context, known);
        if (known->form == NAME_FULL && known->likelihood < ON_LIST)
            known->likelihood = ON_LIST;
        return known->last + 1;
    }
    if (words < 2 || word_lower(context, i) || !name_full(context, i, last, &found))
        return 0;
    found.floor = floor;
    straighten(context, &found);
    found.likelihood = found.likelihood < ON_LIST ? ON_LIST : found.likelihood;
    *vec_push(context->arena, &list->added) = found;
    return last + 1;
}

static bool conjunction(const struct name_context *context, uint32_t i)
{
    return word_is(context, i, "and") || word_is(context, i, "et") || word_is(context, i, "puis") ||
           word_is(context, i, "enfin");
}

/* "le docteur X", "the Minister X": what may stand between a comma and a name. */
static bool before_name(const struct name_context *context, uint32_t i)
{
    return context->bits[i] & (NAME_WORD_HONORIFIC | NAME_WORD_ROLE) || word_is(context, i, "le") ||
           word_is(context, i, "la") || word_is(context, i, "l'") || word_is(context, i, "the");
}

/* The clause about a speaker that is being read. */
struct clause {
    bool relative;  /* has a verb: "who", "qui" */
    bool declined;  /* "who declined to take a question" */
    bool aside;     /* its last word is of somebody who is not on the list */
    uint32_t asked; /* after "question" in it; 0 */
};

/* "by the Prime Minister, X": what follows the comma at I is named in the clause and no item. */
static bool apposition(const struct name_context *context, const struct clause *clause, uint32_t i)
{
    return clause->relative && i > 0 && context->bits[i - 1] & NAME_WORD_ROLE && word_is(context, i, ",");
}

/* Is the question at clause->asked put by whoever is named at I? */
static bool asks(const struct name_context *context, const struct clause *clause, uint32_t i)
{
    return clause->asked && !clause->declined && i - clause->asked <= QUESTION_BACK_MAX &&
           (word_is(context, i - 1, "by") || word_is(context, i - 1, "from") || word_is(context, i - 1, "of") ||
            word_is(context, i - 1, "de") || word_is(context, i - 1, "d'") || word_is(context, i - 1, "par"));
}

static void read_word(const struct name_context *context, struct clause *clause, uint32_t i)
{
    const char *folded = context->lexemes[i].folded;
    clause->relative |= strcmp(folded, "who") == 0 || strcmp(folded, "qui") == 0;
    clause->declined |= strncmp(folded, "declin", 6) == 0 || strncmp(folded, "refus", 5) == 0;
    if (strncmp(folded, "question", 8) == 0)
        clause->asked = i;
    clause->aside = false;
}

/* Does the list end before the lexeme at I: a new sentence, a new block, a line after what needs no more? */
static bool list_ends(const struct name_context *context, uint32_t i)
{
    const struct lexeme *lexeme = &context->lexemes[i];
    if (lexeme->before == BEFORE_BLOCK || (lexeme->sentence_start && word_is(context, i - 1, ".")))
        return true;
    bool open = word_is(context, i - 1, ",") || word_is(context, i - 1, ";") || word_is(context, i - 1, ":") ||
                word_lower(context, i - 1) || word_lower(context, i) ||
                name_at(context, i - 1) == name_at(context, i);
    return lexeme->before == BEFORE_LINE && !open;
}

/* Are the items parted by semicolons, commas standing inside them? */
static bool semicolons(const struct name_context *context, uint32_t first)
{
    for (uint32_t i = first; i < context->count && (i == first || !list_ends(context, i)); i++)
        if (word_is(context, i, ";"))
            return true;
    return false;
}

/* Reads the list from its first item at FIRST on; the lexeme after it. */
static uint32_t read_list(struct floor_list *list, uint32_t first)
{
    struct name_context *context = list->context;
    struct clause clause = { 0 };
    const char *separator = semicolons(context, first) ? ";" : ",";
    bool joint = true; /* an item may begin here */
    int depth = 0;
    uint32_t i = first;
    while (i < context->count && (i == first || !list_ends(context, i))) {
        depth += word_is(context, i, "(") - word_is(context, i, ")");
        const struct name_occurrence *known = name_at(context, i);
        bool line = known && known->lead == i && context->lexemes[i].before == BEFORE_LINE;
        bool item = (joint || line) && depth == 0;
        bool begins = item || (known && known->lead == i) || asks(context, &clause, i);
        enum name_floor floor = item || asks(context, &clause, i) ? FLOOR_ITEM : FLOOR_ASIDE;
        uint32_t next = begins ? take_item(list, i, floor) : 0;
        if (next) {
            if (item)
                clause = (struct clause){ 0 };
            clause.aside = floor == FLOOR_ASIDE;
            i = next;
            joint = false;
            continue;
        }
        bool and = conjunction(context, i);
        if (word_is(context, i, ","))
            clause.aside = false;
        else if (!and)
            read_word(context, &clause, i);
        joint = (and && !clause.aside) || (word_is(context, i, separator) && !apposition(context, &clause, i)) ||
                (joint && before_name(context, i));
        i++;
    }
    return i;
}

/* Where the first item begins after an opening that ends before I: after a colon, else at a name. 0 for none. */
static uint32_t first_item(const struct name_context *context, uint32_t i)
{
    uint32_t colon = i;
    while (colon < context->count && colon - i < ANNOUNCED_MAX && !word_is(context, colon, ":") &&
           (colon == i || !list_ends(context, colon)))
        colon++;
    if (word_is(context, colon, ":"))
        return colon + 1;
    for (uint32_t at = i; at < context->count && at - i < COMPLEMENT_MAX && (at == i || !list_ends(context, at));
         at++) {
        uint32_t words, last = written_name(context, at, &words);
        const struct name_occurrence *known = name_at(context, at);
        if ((known && known->lead == at) || (words >= 2 && !word_lower(context, at) && last > at))
            return at;
    }
    return 0;
}

void floor_lists_find(struct name_context *context)
{
    struct floor_list list = { .context = context };
    for (uint32_t i = 0; i < context->count;) {
        uint32_t after = context->lexemes[i].sentence_start ? opening_end(context, i) : i;
        uint32_t first = after > i ? first_item(context, after) : 0;
        i = first ? read_list(&list, first) : i + 1;
    }
    names_replace(context, list.added.items, list.added.count);
}
