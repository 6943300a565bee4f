#include "rolls.h"

#include "name_words.h"
#include "token.h"
#include "verb_phrase.h"

enum { KEY_BYTES = 160, LABEL_WORDS_MAX = 6 };

bool is_roll(enum section_kind kind)
{
    return kind == SECTION_PRESENT || kind == SECTION_ABSENT || kind == SECTION_GUESTS;
}

/* Words that make a label a roll's, whoever else it names: "Officers in attendance", "Conseillers absents et excusés". Those
 * of an absence first: "Expected, but not present". */
static const struct {
    enum section_kind kind;
    const char *word;
} roll_words[] = {
    { SECTION_ABSENT, "absent" }, { SECTION_ABSENT, "absents" }, { SECTION_ABSENT, "absente" },
    { SECTION_ABSENT, "absentes" }, { SECTION_ABSENT, "excused" }, { SECTION_ABSENT, "excuse" },
    { SECTION_ABSENT, "excuses" }, { SECTION_ABSENT, "excusee" }, { SECTION_ABSENT, "excusees" },
    { SECTION_ABSENT, "apologies" }, { SECTION_ABSENT, "regrets" }, { SECTION_ABSENT, "pouvoir" },
    { SECTION_ABSENT, "pouvoirs" }, { SECTION_ABSENT, "procuration" }, { SECTION_ABSENT, "procurations" },
    { SECTION_ABSENT, "not" }, { SECTION_ABSENT, "proxies" }, { SECTION_ABSENT, "proxy" },
    { SECTION_PRESENT, "present" }, { SECTION_PRESENT, "presents" }, { SECTION_PRESENT, "presente" },
    { SECTION_PRESENT, "presentes" }, { SECTION_PRESENT, "attendance" }, { SECTION_PRESENT, "attending" },
    { SECTION_PRESENT, "attendees" }, { SECTION_GUESTS, "guests" }, { SECTION_GUESTS, "visitors" },
    { SECTION_GUESTS, "observers" }, { SECTION_GUESTS, "invites" },
};

enum section_kind roll_of(struct slice words)
{
    char key[KEY_BYTES];
    bool roll = false;
    enum section_kind kind = SECTION_NONE;
    fold_key(words, key, sizeof key);
    for (size_t i = 0; i < sizeof roll_words / sizeof *roll_words; i++) {
        const char *at = strstr(key, roll_words[i].word);
        size_t length = strlen(roll_words[i].word);
        for (; at; at = strstr(at + 1, roll_words[i].word))
            if ((at == key || at[-1] == ' ') && (at[length] == ' ' || !at[length]))
                break;
        if (!at)
            continue;
        if (kind == SECTION_NONE)
            kind = roll_words[i].kind;
        roll |= strcmp(roll_words[i].word, "not") != 0;
    }
    return roll ? kind : SECTION_NONE;
}

uint32_t roll_line_end(const char *text, uint32_t at, uint32_t end)
{
    const char *newline = at < end ? memchr(text + at, '\n', end - at) : NULL;
    return newline ? (uint32_t)(newline - text) : end;
}

/* "Parents élus : X" in a roll: some words, a colon and a name. */
static bool labelled_name(const struct name_context *context, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i + 1 < context->count && i - first <= LABEL_WORDS_MAX && context->lexemes[i].start < end;
         i++) {
        const struct name_occurrence *name = word_is(context, i, ":") ? name_at(context, i + 1) : NULL;
        if (name)
            return name->lead == i + 1 && name->likelihood >= 0.5;
    }
    return false;
}

/* Does the line that begins with the lexeme FIRST go on with a roll: names, or what an unfinished line leads to? */
static bool roll_goes_on(const struct name_context *context, uint32_t first, uint32_t end)
{
    if (first == 0 || first >= context->count)
        return false;
    bool open = word_is(context, first - 1, ",") || word_is(context, first - 1, ";") ||
                word_is(context, first - 1, "et") || word_is(context, first - 1, "and");
    uint32_t i = first;
    while (i < context->count && context->lexemes[i].start < end && context->lexemes[i].kind != LEXEME_WORD)
        i++;
    const struct lexeme *lexeme = &context->lexemes[i];
    if (i >= context->count || lexeme->start >= end)
        return false;
    if (labelled_name(context, i, end))
        return true;
    if (word_lower(context, i))
        return open || word_lower(context, first - 1);
    const struct name_occurrence *name = name_at(context, i);
    if (name)
        return name->likelihood >= 0.5 && !word_is(context, name->last + 1, ":") &&
               !predicate_begins(context, name->last + 1, false);
    return open && name_like(lexeme) && !(context->bits[i] & NAME_WORD_NOT_NAME);
}

uint32_t roll_end(const struct name_context *context, uint32_t end, uint32_t block_end)
{
    const char *text = context->report->record.text.bytes;
    while (end < block_end) {
        uint32_t next = roll_line_end(text, end + 1, block_end);
        if (!roll_goes_on(context, (uint32_t)lexeme_at(context->report, end), next))
            break;
        end = next;
    }
    return end;
}
