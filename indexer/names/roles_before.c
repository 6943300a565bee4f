#include "roles_parts.h"

#include "name_words.h"
#include "roles.h"
#include "speech_words.h"
#include "verb_phrase.h"

enum {
    ROLE_BEFORE_MAX = 6, /* lexemes of a role that touches the name */
    APPOSED_MAX = 14     /* of one that ends in a comma */
};

/* Words before a role's own word that belong to it: "ancien président", "Deputy Chair", "Cabinet Member". */
static bool qualifies(const struct name_context *context, uint32_t i)
{
    static const char *const words[] = { "ancien",    "ancienne", "ex",      "former",   "vice",   "deputy",
                                         "acting",    "sous",     "premier", "premiere", "jeune",  "associate",
                                         "assistant", "senior",   "junior",  "county",   "interim" };
    if (context->lexemes[i].kind != LEXEME_WORD)
        return false;
    if (LEXEME_AMONG(&context->lexemes[i], words))
        return true;
    return !context->french && !name_at(context, i) && context->lexemes[i].shape & SHAPE_CAPITAL &&
           !context->lexemes[i].sentence_start && !(context->bits[i] & (NAME_WORD_NOT_NAME | NAME_WORD_HONORIFIC));
}

/* "Commissioner Toledo", "Vice Chair Bradley": the title itself is the role. */
static struct role title_role(const struct name_context *context, const struct name_occurrence *name)
{
    struct role none = { .end = name->first };
    uint32_t first = name->lead;
    while (first < name->first && !(context->bits[first] & NAME_WORD_ROLE))
        first++;
    if (first == name->first || context->bits[first] & (NAME_WORD_MALE | NAME_WORD_FEMALE))
        return none;
    uint32_t end = first;
    while (end < name->first && context->bits[end] & NAME_WORD_ROLE)
        end++;
    while (first > 0 && context->lexemes[first].before == BEFORE_SPACE && qualifies(context, first - 1))
        first--;
    struct role role = { .role = role_text(context, first, end), .end = name->first, .quality = 1 };
    return role;
}

/* "Session chair: X", "Rapporteure : X": the words of the field before a colon, from the beginning of their line. */
static struct role field_role(const struct name_context *context, const struct name_occurrence *name)
{
    static const char *const functions[] = { "moderation", "animation" };
    struct role none = { .end = name->first };
    uint32_t end = name->lead, first;
    bool role = false;
    if (end < 2 || !word_is(context, end - 1, ":"))
        return none;
    for (first = --end; first > 0; first--) {
        if (context->lexemes[first - 1].kind != LEXEME_WORD || end - first >= ROLE_BEFORE_MAX ||
            name_at(context, first - 1))
            return none;
        role |= context->bits[first - 1] & NAME_WORD_ROLE || LEXEME_AMONG(&context->lexemes[first - 1], functions);
        if (context->lexemes[first - 1].before >= BEFORE_LINE || context->lexemes[first - 1].sentence_start) {
            first--;
            break;
        }
    }
    if (!role || role_plural(context, first, end))
        return none;
    for (uint32_t i = first + 1; i < end; i++) /* "Clerk in attendance:" */
        if (word_is(context, i, "in") || word_is(context, i, "present") || word_is(context, i, "attending"))
            end = i;
    return (struct role){ .role = role_text(context, first, end), .end = name->first, .quality = 1 };
}

/* "The mayor handed over to X", "le maire remercie X", "adjointe de X": right before the name, words after which it is not
 * the office's holder. */
static bool of_another(const struct name_context *context, uint32_t end)
{
    static const char *const links[] = { "to", "from", "for", "at", "de", "d'", "pour", "chez", "contre" };
    for (size_t i = 0; end > 0 && i < sizeof links / sizeof *links; i++)
        if (word_is(context, end - 1, links[i]))
            return true;
    unsigned speech = end > 0 ? word_speech(context, end - 1) : 0;
    bool greets = speech & SPEECH_THANKS || (speech & SPEECH_INVITED && speech & SPEECH_DO);
    return greets && !(context->bits[end - 1] & NAME_WORD_ROLE);
}

/* The "confirmed" of "The Clerk confirmed X": what stands before it is no office of X. */
static bool verb_between(const struct name_context *context, uint32_t i)
{
    unsigned bits = word_speech(context, i);
    return bits & (SPEECH_SAY | SPEECH_DO) && !(bits & (SPEECH_NOUN | SPEECH_AGENT | SPEECH_INVITED)) &&
           !(context->bits[i] & NAME_WORD_ROLE);
}

/* A word after which the words of an office may begin: "le", "the", "the city's". */
static bool determines(const struct name_context *context, uint32_t i)
{
    static const char *const words[] = { "le", "la", "l'", "the", "un", "une", "a", "an", "son", "sa", "his", "her",
                                         "their", "leur", "notre", "our", "'s" };
    return LEXEME_AMONG(&context->lexemes[i], words);
}

/* Do the words FIRST to before END say an office? In French its own word comes first, an epithet aside; in English last, or
 * before what it is of. */
static bool office_words(const struct name_context *context, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        if (context->bits[i] & NAME_WORD_ROLE)
            return !role_plural(context, i, i + 1);
        if (context->french ? i > first : role_preposition(&context->lexemes[i]))
            break;
    }
    return false;
}

/* May the word at I stand inside the words of an office and what it is of? No verb, nobody's name but after "de". */
static bool inside_office(const struct name_context *context, uint32_t i)
{
    const struct lexeme *lexeme = &context->lexemes[i];
    const struct name_occurrence *name = name_at(context, i);
    unsigned speech = lexeme->shape & SHAPE_LOWER ? speech_bits(lexeme->folded) : 0;
    bool mark = lexeme_is(lexeme, "&") || lexeme_is(lexeme, "-") || lexeme_is(lexeme, "'");
    bool verb = (speech & SPEECH_AUXILIARY && !lexeme_is(lexeme, "a")) ||
                (speech & (SPEECH_SAY | SPEECH_DO) && !(speech & (SPEECH_NOUN | SPEECH_AGENT)) &&
                 !(context->bits[i] & NAME_WORD_ROLE));
    bool named = name && name->lead == i && name->likelihood >= 0.5 && i > 0 &&
                 !role_preposition(&context->lexemes[i - 1]);
    return (lexeme->kind != LEXEME_PUNCTUATION || mark) && !verb && !named;
}

/* "Pour le Collectif des Hauts, X", "Representing the Union, X": at a sentence's beginning, for whom X speaks. */
static struct role represented(const struct name_context *context, const struct name_occurrence *name, uint32_t comma)
{
    static const char *const openers[] = { "pour", "for", "representant", "representing" };
    struct role none = { .end = name->first };
    uint32_t first = comma;
    while (first > 0 && comma - first < APPOSED_MAX && !context->lexemes[first].sentence_start)
        first--;
    if (!LEXEME_AMONG(&context->lexemes[first], openers))
        return none;
    while (++first < comma && role_article(&context->lexemes[first]))
        continue;
    for (uint32_t i = first; i < comma; i++)
        if (context->lexemes[i].kind != LEXEME_WORD || name_at(context, i))
            return none;
    bool organisation = first < comma && context->bits[first] & NAME_WORD_ORGANISATION &&
                        context->lexemes[first].shape & (SHAPE_CAPITAL | SHAPE_UPPER);
    if (!organisation)
        return none;
    return (struct role){
        .organisation = role_text(context, first, comma), .first = first, .end = name->first, .quality = 1
    };
}

/* "Le gérant de la coopérative Bleue, X", "The branch secretary, X": an office with what it is of, up to the comma before the
 * name; at a sentence's beginning it needs no article. */
static struct role apposed_before(const struct name_context *context, const struct name_occurrence *name)
{
    struct role none = { .end = name->first };
    uint32_t comma = name->lead ? name->lead - 1 : 0, found = comma;
    if (!word_is(context, comma, ",") || context->lexemes[name->lead].before > BEFORE_SPACE)
        return none;
    for (uint32_t i = comma; i > 0 && comma - i < APPOSED_MAX && inside_office(context, i - 1); i--) {
        bool opens = context->lexemes[i - 1].sentence_start;
        if (opens && !determines(context, i - 1) && office_words(context, i - 1, comma))
            found = i - 1;
        if (determines(context, i - 1) && office_words(context, i, comma))
            found = i;
        if (opens || context->lexemes[i - 1].before >= BEFORE_LINE)
            break;
    }
    if (found == comma)
        return represented(context, name, comma);
    struct role role = role_split(context, found, comma);
    role.quality = role.role ? 1 : 0;
    role.first = found;
    role.end = name->first;
    return role;
}

/* "la directrice de l'école", "adjointe à la culture": what stands before an article inside an office. */
static bool before_article(const struct name_context *context, uint32_t i)
{
    return word_is(context, i, "de") || word_is(context, i, "of") || word_is(context, i, "a");
}

/* Is the line of lexeme I below another that ends with a name, whose office it is then? */
static bool below_name(const struct name_context *context, uint32_t i)
{
    while (i > 0 && context->lexemes[i].before < BEFORE_LINE)
        i--;
    const struct name_occurrence *name = i > 0 ? name_at(context, i - 1) : NULL;
    return name && name->last == i - 1;
}

struct role role_before(const struct name_context *context, const struct name_occurrence *name)
{
    struct role none = { .end = name->first };
    if (name->lead < name->first && name->role_first == name->role_last) {
        struct role title = title_role(context, name);
        if (title.quality)
            return title;
    }
    if (name->role_last > name->role_first || (name->role_first < name->first && name->role_first > name->lead)) {
        uint32_t first = name->role_first, end = name->first;
        while (first < end && role_article(&context->lexemes[first]))
            first++;
        return role_split(context, first, end);
    }
    struct role field = field_role(context, name);
    if (field.quality)
        return field;
    struct role apposed = apposed_before(context, name);
    if (apposed.quality)
        return apposed;
    uint32_t end = name->lead, first = end;
    if (end > 0 && word_is(context, end - 1, ","))
        end--;
    else if (of_another(context, end))
        return none;
    first = end;
    bool role = false, held = false;
    while (first > 0 && end - first < ROLE_BEFORE_MAX && context->lexemes[first].before <= BEFORE_LINE) {
        const struct lexeme *lexeme = &context->lexemes[first - 1];
        bool inner = role_article(lexeme) && first > 1 && before_article(context, first - 2);
        if (lexeme->kind != LEXEME_WORD || (role_article(lexeme) && !inner) || lexeme_is(lexeme, "un") ||
            lexeme_is(lexeme, "une") || lexeme_is(lexeme, "par") || lexeme_is(lexeme, "by") ||
            lexeme_is(lexeme, "et") || lexeme_is(lexeme, "and") || lexeme_is(lexeme, "avec") ||
            lexeme_is(lexeme, "with") || lexeme_is(lexeme, "que") || lexeme_is(lexeme, "leur") ||
            lexeme_is(lexeme, "notre") || verb_between(context, first - 1))
            break;
        const struct name_occurrence *other = name_at(context, first - 1);
        if (other && other->likelihood >= 0.5 && other->first <= first - 1) {
            held = other->last + 1 == first && context->lexemes[end].before >= BEFORE_LINE;
            break; /* "by the journalist X, Ms Y"; "Mr X Chairman", and Mrs Y on the line below */
        }
        role |= (context->bits[first - 1] & NAME_WORD_ROLE) != 0;
        if (!role && !(lexeme->shape & (SHAPE_LOWER | SHAPE_UPPER | SHAPE_CAPITAL)))
            break;
        first--;
    }
    uint32_t limit = first;
    while (first < end && !(context->bits[first] & NAME_WORD_ROLE))
        first++;
    bool other =
        limit > 1 && word_is(context, limit - 1, ",") &&
        (context->lexemes[end].before >= BEFORE_LINE || name_at(context, limit - 2)); /* "X, mayor  Y, clerk" */
    other |= context->lexemes[end].before >= BEFORE_LINE && end > 0 && below_name(context, end - 1);
    if (!role || first >= end || other || held || role_plural(context, first, end))
        return none; /* the line before may end with somebody else's office */
    while (first > limit && qualifies(context, first - 1))
        first--;
    struct role found = role_split(context, first, end);
    found.quality = found.quality > 1 ? 1 : found.quality;
    found.first = first;
    return found;
}
