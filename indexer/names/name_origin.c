/* Where a name ends and a place begins. */
#include "name_origin.h"

#include "name_shape.h"
#include "token.h"

enum { LARGE_TOWN = 50000 };

/* Is this a country, a region or a large town? */
static bool large_place(const struct name_context *context, uint32_t first, uint32_t last)
{
    char name[96];
    uint32_t index;
    bool longer;
    struct gazetteer_place place;
    struct slice words = { context->report->record.text.bytes + context->lexemes[first].start,
                           context->lexemes[last].end - context->lexemes[first].start };
    size_t length = fold_key(words, name, sizeof name);
    if (!context->gazetteer ||
        !gazetteer_find(context->gazetteer, (struct slice){ name, length }, &index, 1, &longer))
        return false;
    gazetteer_place(context->gazetteer, index, &place);
    return place.kind >= PLACE_REGION || place.population >= LARGE_TOWN;
}

bool name_is_place(const struct name_context *context, uint32_t first, uint32_t last)
{
    return !(context->lexemes[first].lexicon & LEXICON_GIVEN_COMMON) && large_place(context, first, last);
}

bool name_origin(const struct name_context *context, uint32_t first, uint32_t last, uint32_t link, uint32_t next)
{
    const struct lexeme *lexemes = context->lexemes;
    static const char *const links[] = { "de", "d'", "du", "des" };
    bool linked = LEXEME_AMONG(&lexemes[link], links);
    bool capitals = lexemes[last].shape & SHAPE_UPPER && lexemes[next].shape & SHAPE_UPPER;
    bool village = lexemes[next].lexicon & LEXICON_PLACE_WHOLE && !(lexemes[next].shape & SHAPE_UPPER) &&
                   !large_place(context, next, next);
    bool small = (lexemes[link].shape & (SHAPE_LOWER | SHAPE_ELIDED)) != 0;
    return context->french && linked && last > first && !capitals && !village && small;
}
