#include "honorifics.h"

#include "name_words.h"

enum { HONORIFIC_LEXEMES_MAX = 6, SHORT_BYTES = 3, ABBREVIATION_BYTES = 6 /* "Messrs" */, INITIALS_MAX = 3 };

/* The "me" of "M me Dupont": what was printed raised, and copied apart. */
static bool raised_ending(const struct name_context *context, uint32_t i)
{
    static const char *const endings[] = { "me", "mes", "lle", "lles" };
    bool after_m = i > 0 && i < context->count && word_is(context, i - 1, "m") && context->french &&
                   context->lexemes[i].before == BEFORE_SPACE && context->lexemes[i].shape & SHAPE_LOWER;
    for (size_t k = 0; after_m && k < sizeof endings / sizeof *endings; k++)
        if (word_is(context, i, endings[k]))
            return true;
    return false;
}

/* "Hon. (Dr.) Jane Doe": the lexeme after a title in brackets at I; I for none. */
static uint32_t bracketed(const struct name_context *context, uint32_t i)
{
    if (!word_is(context, i, "(") || i + 2 >= context->count || !(context->bits[i + 1] & NAME_WORD_HONORIFIC))
        return i;
    uint32_t close = i + 2 + word_is(context, i + 2, ".");
    return word_is(context, close, ")") ? close + 1 : i;
}

uint32_t honorific_end(const struct name_context *context, uint32_t at, unsigned *bits)
{
    const struct lexeme *lexemes = context->lexemes;
    uint32_t i = at;
    *bits = 0;
    while (i < context->count && i - at < HONORIFIC_LEXEMES_MAX && (i == at || lexemes[i].before <= BEFORE_LINE)) {
        unsigned word = context->bits[i];
        const struct lexeme *lexeme = &lexemes[i];
        bool written = lexeme->shape & (SHAPE_CAPITAL | SHAPE_UPPER | SHAPE_INITIAL) ||
                       lexeme_is(lexeme, "monsieur") || lexeme_is(lexeme, "madame") ||
                       lexeme_is(lexeme, "honorable") ||
                       (i > 0 && lexeme_is(lexeme, "hon") && word_is(context, i - 1, "l'")) ||
                       lexeme_is(lexeme, "mademoiselle") || lexeme_is(lexeme, "camarade") ||
                       lexeme_is(lexeme, "messieurs") || lexeme_is(lexeme, "mesdames") || lexeme_is(lexeme, "mme");
        if (lexeme_is(lexeme, "the") && i > at && i + 1 < context->count &&
            (lexeme_is(&lexemes[i + 1], "hon") || lexeme_is(&lexemes[i + 1], "honourable") ||
             lexeme_is(&lexemes[i + 1], "rt"))) { /* "Senator the Hon Jane Doe" */
            i++;
            continue;
        }
        uint32_t inside = i > at ? bracketed(context, i) : i;
        if (inside > i) {
            i = inside;
            continue;
        }
        if (!(word & NAME_WORD_HONORIFIC) || !written || lexeme->kind != LEXEME_WORD)
            break;
        bool surname = i > at && !(word & NAME_WORD_ROLE) && i + 1 < context->count &&
                       (lexemes[i + 1].kind == LEXEME_PUNCTUATION || lexemes[i + 1].before >= BEFORE_LINE) &&
                       !word_is(context, i + 1, ".");
        if (surname)
            break; /* "Mr Sheikh", "Ms Bishop" */
        if (lexeme_is(lexeme, "pro") && i == at)
            break; /* only in "Mayor Pro Tem" */
        if (lexeme_is(lexeme, "m") && !context->french)
            break; /* an initial */
        if (lexeme_is(lexeme, "me") && (!context->french || lexeme->shape & SHAPE_UPPER))
            break;
        *bits |= word;
        i++;
        if (raised_ending(context, i)) {
            *bits = NAME_WORD_HONORIFIC | NAME_WORD_FEMALE;
            i++;
        }
        bool misprint = i + 1 < context->count && lexemes[i].before == BEFORE_SPACE &&
                        lexeme->end - lexeme->start <= SHORT_BYTES && name_like(&lexemes[i + 1]); /* "M . Dupont" */
        bool ends_sentence = lexeme->end - lexeme->start > ABBREVIATION_BYTES && i + 1 < context->count &&
                             lexemes[i + 1].sentence_start; /* "…, Vice Chancellor. Earlier, Dr" */
        if (word_is(context, i, ".") && (lexemes[i].before == BEFORE_NOTHING || misprint) && !ends_sentence)
            i++;
    }
    return i;
}

bool honorific_no_surname(const struct lexeme *lexeme)
{
    static const char *const addresses[] = { "sir", "madam", "mesdames", "messieurs", "madame", "monsieur" };
    static const char *const in_titles[] = { "of", "for", "and", "in", "to", "the", "et" }; /* in capitals */
    return LEXEME_AMONG(lexeme, addresses) || (lexeme->shape & SHAPE_UPPER && LEXEME_AMONG(lexeme, in_titles));
}

bool honorific_plural(const struct lexeme *lexeme)
{
    static const char *const words[] = { "mm",    "mmes",        "messieurs",     "mesdames",      "messrs",
                                         "cllrs", "clls", "crs", "councillors", "commissioners", "councilmembers" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (lexeme_is(lexeme, words[i]))
            return true;
    return false;
}

bool honorific_paired(const struct name_context *context, uint32_t i)
{
    bool second = word_is(context, i, "sri") || word_is(context, i, "seri");
    bool first = i > 0 && (word_is(context, i - 1, "tan") || word_is(context, i - 1, "datuk") ||
                           word_is(context, i - 1, "dato"));
    return (second && first) || (word_is(context, i, "tan") && word_is(context, i + 1, "sri"));
}

void honorific_initials(struct name_context *context, struct report *report)
{
    static const char excellency[] = "H.E."; /* with its points only: "He" begins sentences */
    for (uint32_t i = 0; i + 1 < context->count; i++) {
        struct lexeme *lexeme = &report->lexemes[i];
        if (lexeme->end - lexeme->start == strlen(excellency) && name_like(&context->lexemes[i + 1]) &&
            memcmp(report->record.text.bytes + lexeme->start, excellency, strlen(excellency)) == 0) {
            context->bits[i] |= NAME_WORD_HONORIFIC;
            lexeme->shape = (uint16_t)(lexeme->shape & ~SHAPE_INITIAL);
            continue;
        }
        if (i == 0)
            continue;
        if (!(lexeme->shape & SHAPE_ACRONYM) || strlen(lexeme->folded) > INITIALS_MAX)
            continue;
        uint32_t title = word_is(context, i - 1, ".") && i > 1 ? i - 2 : i - 1;
        if (report->record.text.bytes[lexeme->end - 1] == '.' && context->bits[title] & NAME_WORD_HONORIFIC &&
            name_like(&context->lexemes[i + 1]) && context->lexemes[i + 1].before == BEFORE_SPACE)
            lexeme->shape = (uint16_t)((lexeme->shape | SHAPE_INITIAL) & ~SHAPE_ACRONYM);
    }
}
