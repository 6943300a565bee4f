#include "office.h"

#include "language.h"
#include "name_words.h"
#include "roles.h"
#include "speech_words.h"
#include "verb_phrase.h"

enum {
    OFFICE_MAX = 26, /* lexemes of an office */
    TITLE_MAX = 6,   /* of what a title beside a name is of */
    NOUN_MIN = 5,    /* bytes of a noun before a name */
    BRACKET_MAX = 4  /* of "(Ret.)" between a title and a name */
};

/* Words that an office begins with and that belong to it. */
static bool determiner(const struct lexeme *lexeme)
{
    static const char *const words[] = { "le",  "la",    "l'",   "the",   "un",  "une",   "a",
                                         "an",  "notre", "leur", "son",   "sa",  "our",   "their",
                                         "its", "his",   "her",  "votre", "nos", "leurs", "les" };
    return lexeme->shape & (SHAPE_LOWER | SHAPE_ELIDED | SHAPE_CAPITAL) && LEXEME_AMONG(lexeme, words);
}

/* "donnée au maire X", "consisted of Dean X". */
static bool links_to_office(const struct name_context *context, uint32_t i)
{
    static const char *const words[] = { "du", "au", "aux", "des", "de", "d'", "of", "to" };
    return LEXEME_AMONG(&context->lexemes[i], words) && context->bits[i + 1] & NAME_WORD_ROLE;
}

static bool past_verb(const struct lexeme *lexeme)
{
    size_t length = strlen(lexeme->folded);
    return lexeme->shape & SHAPE_LOWER && length > 4 && strcmp(lexeme->folded + length - 2, "ed") == 0;
}

/* Words right after which an office may begin without an article: "par", "was" and whatever is said of somebody;
 * when its ROLE was found, "du" too. */
static bool opens_office(const struct name_context *context, uint32_t i, bool role)
{
    static const char *const words[] = { "par", "by", "with", "avec", "from", "chez", "etait", "que", "qui", "who",
                                         "that", "dont", "when", "where", "qu'", "dans", "lors", "pendant",
                                         "apres", "avant", "depuis", "during", "after", "before", "son", "sa", "ses",
                                         "his", "her", "between", "entre" };
    if (LEXEME_AMONG(&context->lexemes[i], words))
        return true;
    if (role ? links_to_office(context, i) : word_is(context, i, "to"))
        return i == 0 || !(context->bits[i - 1] & NAME_WORD_ROLE); /* "l'adjoint au maire X" */
    if (!role && !context->french && past_verb(&context->lexemes[i]))
        return true;
    unsigned bits = word_speech(context, i);
    return bits & (SPEECH_SAY | SPEECH_DO | SPEECH_AUXILIARY | SPEECH_INVITED | SPEECH_AGENT) &&
           !(bits & SPEECH_NOUN) && !(context->bits[i] & NAME_WORD_ROLE);
}

/* The "(" of a short bracket that closes before I, I when none does. */
static uint32_t before_bracket(const struct name_context *context, uint32_t i)
{
    if (i == 0 || !word_is(context, i - 1, ")"))
        return i;
    for (uint32_t k = i - 1; k > 0 && i - k < BRACKET_MAX + 1; k--)
        if (word_is(context, k - 1, "("))
            return k - 1;
    return i;
}

/* "the advocate X", "la politiste X": a noun in small letters right before a name, whatever it is. */
static bool plain_noun(const struct name_context *context, uint32_t i)
{
    const struct lexeme *lexeme = &context->lexemes[i];
    enum language language = context->french ? LANGUAGE_FR : LANGUAGE_EN;
    size_t length = strlen(lexeme->folded);
    return lexeme->kind == LEXEME_WORD && lexeme->shape & SHAPE_LOWER && length >= NOUN_MIN && !past_verb(lexeme) &&
           context->lexemes[i + 1].before == BEFORE_SPACE && !speech_bits(lexeme->folded) && !word_adverb(lexeme) &&
           strcmp(lexeme->folded + length - 3, "ing") != 0 && !word_participle(context, i) &&
           !(context->bits[i] & NAME_WORD_PARTICLE) && !language_is_stop_word(language, slice_of(lexeme->folded));
}

/* Right before the name, without an honorific between: an occupation by its ending, or some noun. */
static bool beside_name(const struct name_context *context, const struct name_occurrence *name, uint32_t i)
{
    return role_by_ending(&context->lexemes[i]) || (name->lead == name->first && plain_noun(context, i));
}

static const double OTHER_NAME = 0.25; /* likelihood from which a name in an office is another person's */

/* "by LPT President X", "by the school Director X": the title beside the name is a role, what stands before it, up
 * to "by", is of what; where that begins, 0 for no such words. */
static uint32_t title_begin(const struct name_context *context, const struct name_occurrence *name)
{
    static const char *const links[] = { "by", "with", "from" };
    bool role = false;
    for (uint32_t i = name->lead; i < name->first; i++)
        role |= (context->bits[i] & NAME_WORD_ROLE) != 0;
    for (uint32_t i = name->lead; !context->french && role && i > 0 && name->lead - i <= TITLE_MAX; i--) {
        const struct lexeme *lexeme = &context->lexemes[i - 1];
        const struct name_occurrence *other = name_at(context, i - 1);
        bool number = lexeme->kind == LEXEME_NUMBER, verb = word_speech(context, i - 1) || past_verb(lexeme);
        if (LEXEME_AMONG(lexeme, links))
            return i;
        if ((lexeme->kind != LEXEME_WORD && !number && !word_is(context, i - 1, "'s")) || verb ||
            lexeme->sentence_start || (other && other->likelihood >= OTHER_NAME))
            break;
    }
    return 0;
}

uint32_t office_begin(const struct name_context *context, const struct name_occurrence *name)
{
    static const char *const conjunctions[] = { "and", "et", "&", "ou", "or" };
    uint32_t i = name->lead, role = 0;
    if (i > 0 && word_is(context, i - 1, ","))
        i--;
    i = before_bracket(context, i);
    for (uint32_t end = i; i > 0 && end - i < OFFICE_MAX && context->lexemes[i].before <= BEFORE_LINE; i--) {
        const struct lexeme *lexeme = &context->lexemes[i - 1];
        bool number = lexeme->kind == LEXEME_NUMBER;
        const struct name_occurrence *other = name_at(context, i - 1);
        if ((lexeme->kind != LEXEME_WORD && !number && !word_is(context, i - 1, "&") &&
             !word_is(context, i - 1, "/")) ||
            (other && other->likelihood >= OTHER_NAME))
            break;
        bool is_role = context->bits[i - 1] & NAME_WORD_ROLE || (i == end && beside_name(context, name, i - 1));
        if (role && determiner(lexeme))
            return i - 1;
        if (!is_role && opens_office(context, i - 1, role > 0))
            break;
        if (is_role)
            role = i;
        if (context->lexemes[i - 1].sentence_start) {
            i--;
            break;
        }
    }
    while (role && i + 1 < role && LEXEME_AMONG(&context->lexemes[i], conjunctions))
        i++; /* "X and the archivist Y" */
    uint32_t title = role ? 0 : title_begin(context, name);
    return role ? i : title ? title : name->lead;
}
