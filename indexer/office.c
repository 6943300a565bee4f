#include "office.h"

#include "name_words.h"
#include "speech_words.h"
#include "verb_phrase.h"

enum {
    OFFICE_MAX = 26, /* lexemes of an office */
    BRACKET_MAX = 4  /* of "(Ret.)" between a title and a name */
};

/* Words that an office begins with and that belong to it. */
static bool determiner(const struct lexeme *lexeme)
{
    static const char *const words[] = { "le", "la", "l'", "the", "un", "une", "a", "an", "notre", "leur", "son", "sa",
                                         "our", "their", "its", "his", "her", "votre", "nos", "leurs", "les" };
    return lexeme->shape & (SHAPE_LOWER | SHAPE_ELIDED | SHAPE_CAPITAL) && LEXEME_AMONG(lexeme, words);
}

/* Words right after which an office may begin without an article: "par", "was", "du" and whatever is said of somebody. */
static bool opens_office(const struct name_context *context, uint32_t i)
{
    static const char *const words[] = { "par", "by", "with", "avec", "du", "au", "aux", "des", "from", "chez", "etait",
                                         "que", "qui", "who", "that", "dont", "when", "where", "que", "qu'" };
    if (LEXEME_AMONG(&context->lexemes[i], words))
        return true;
    unsigned bits = word_speech(context, i);
    return bits & (SPEECH_SAY | SPEECH_DO | SPEECH_AUXILIARY | SPEECH_INVITED | SPEECH_AGENT) && !(bits & SPEECH_NOUN) &&
           !(context->bits[i] & NAME_WORD_ROLE);
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

uint32_t office_begin(const struct name_context *context, const struct name_occurrence *name)
{
    uint32_t i = name->lead, role = 0;
    if (i > 0 && word_is(context, i - 1, ","))
        i--;
    i = before_bracket(context, i);
    for (uint32_t end = i; i > 0 && end - i < OFFICE_MAX && context->lexemes[i].before <= BEFORE_LINE; i--) {
        const struct lexeme *lexeme = &context->lexemes[i - 1];
        bool number = lexeme->kind == LEXEME_NUMBER;
        if ((lexeme->kind != LEXEME_WORD && !number && !word_is(context, i - 1, "&") && !word_is(context, i - 1, "/")) ||
            name_at(context, i - 1))
            break;
        bool is_role = (context->bits[i - 1] & NAME_WORD_ROLE) != 0;
        if (role && determiner(lexeme))
            return i - 1;
        if (!is_role && opens_office(context, i - 1))
            break;
        if (is_role)
            role = i;
        if (context->lexemes[i - 1].sentence_start) {
            i--;
            break;
        }
    }
    return role ? i : name->lead;
}
