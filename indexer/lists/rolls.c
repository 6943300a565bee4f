#include "rolls.h"

#include "name_shape.h"
#include "name_words.h"
#include "token.h"
#include "verb_phrase.h"

enum { KEY_BYTES = 160, LABEL_WORDS_MAX = 6, ACRONYM_MAX = 4 };

static const double WITH_OFFICE_MIN = 0.25; /* likelihood of a name in a roll that a dash and an office follow */

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
    { SECTION_ABSENT, "not" }, { SECTION_ABSENT, "absence" }, { SECTION_ABSENT, "represente" },
    { SECTION_ABSENT, "representes" },
    { SECTION_ABSENT, "representees" }, { SECTION_ABSENT, "proxies" }, { SECTION_ABSENT, "proxy" },
    { SECTION_PRESENT, "representant" }, { SECTION_PRESENT, "representants" },
    { SECTION_PRESENT, "representante" }, { SECTION_PRESENT, "representantes" },
    { SECTION_PRESENT, "present" }, { SECTION_PRESENT, "presents" }, { SECTION_PRESENT, "presente" },
    { SECTION_PRESENT, "presentes" }, { SECTION_PRESENT, "attendance" }, { SECTION_PRESENT, "attending" },
    { SECTION_PRESENT, "attendees" }, { SECTION_PRESENT, "attendee" }, { SECTION_PRESENT, "guests" },
    { SECTION_PRESENT, "visitors" },
    { SECTION_PRESENT, "observers" }, { SECTION_PRESENT, "elus" }, { SECTION_PRESENT, "elues" },
    { SECTION_PRESENT, "elected" }, { SECTION_PRESENT, "reelus" }, { SECTION_PRESENT, "nommes" },
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
    for (uint32_t i = first;
         i + 1 < context->count && i - first <= LABEL_WORDS_MAX && context->lexemes[i].start < end; i++) {
        uint32_t given;
        if (!word_is(context, i, ":"))
            continue;
        const struct name_occurrence *name = name_at(context, i + 1);
        return name ? name->lead == i + 1 && name->likelihood >= 0.5 : roll_name(context, i + 1, &given) > i + 1;
    }
    return false;
}

uint32_t roll_name(const struct name_context *context, uint32_t first, uint32_t *given)
{
    uint32_t i = first;
    bool surname = false;
    for (; i < context->count && (i == first || context->lexemes[i].before == BEFORE_SPACE); i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        bool particle = context->bits[i] & NAME_WORD_PARTICLE && lexeme->kind == LEXEME_WORD;
        if (!particle && (!name_like(lexeme) || !(lexeme->shape & SHAPE_UPPER)))
            break;
        surname |= lexeme->shape & SHAPE_UPPER && (!particle || surname);
    }
    *given = i;
    if (!surname || i >= context->count)
        return first;
    for (; i < context->count && context->lexemes[i].before == BEFORE_SPACE; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        bool known = name_given(lexeme);
        if (!name_like(lexeme) || !(lexeme->shape & SHAPE_CAPITAL) || (i > *given && !known) ||
            (!known && (name_ordinary(lexeme) || context->bits[i])))
            break;
    }
    bool acronyms = true; /* IPB François Cansal */
    for (uint32_t k = first; k < *given; k++)
        acronyms &= context->lexemes[k].end - context->lexemes[k].start <= ACRONYM_MAX;
    bool surname_next = acronyms && i < context->count && i > *given && context->lexemes[i].before == BEFORE_SPACE &&
                        name_like(&context->lexemes[i]) && context->lexemes[i].shape & SHAPE_CAPITAL &&
                        !name_ordinary(&context->lexemes[i]) && !context->bits[i];
    return i > *given && !surname_next ? i : first;
}

/* Does an item of a roll begin at I, a name and no sentence about somebody? */
static bool item_begins(const struct name_context *context, uint32_t i)
{
    uint32_t given;
    const struct name_occurrence *name = name_at(context, i);
    if (roll_name(context, i, &given) > i)
        return true;
    bool office = name && (word_is(context, name->last + 1, "–") || word_is(context, name->last + 1, "-") ||
                           word_is(context, name->last + 1, "—"));
    return name && name->likelihood >= (office ? WITH_OFFICE_MIN : 0.5) && !word_is(context, name->last + 1, ":") &&
           !predicate_begins(context, name->last + 1, false);
}

/* The first word at or after I that starts before the byte END; context->count for none. */
static uint32_t first_word(const struct name_context *context, uint32_t i, uint32_t end)
{
    while (i < context->count && context->lexemes[i].start < end && context->lexemes[i].kind != LEXEME_WORD)
        i++;
    return i < context->count && context->lexemes[i].start < end ? i : context->count;
}

/* Does the line that begins with the lexeme FIRST go on with a roll: names, or what an unfinished line leads to? */
static bool roll_goes_on(const struct name_context *context, uint32_t first, uint32_t end)
{
    uint32_t i = first_word(context, first, end);
    if (first == 0 || i >= context->count)
        return false;
    bool open = word_is(context, first - 1, ",") || word_is(context, first - 1, ";") ||
                word_is(context, first - 1, "et") || word_is(context, first - 1, "and") ||
                word_lower(context, first - 1);
    if (labelled_name(context, i, end) || item_begins(context, i))
        return true;
    if (word_lower(context, i))
        return open;
    return open && !name_at(context, i) && name_like(&context->lexemes[i]) &&
           !(context->bits[i] & NAME_WORD_NOT_NAME);
}

bool roll_block(const struct name_context *context, const struct block *block)
{
    uint32_t i = first_word(context, (uint32_t)lexeme_at(context->report, block->start), block->end);
    return i < context->count && (item_begins(context, i) || labelled_name(context, i, block->end));
}

/* "Parents d'élèves :": does the line FROM..END name some of those in a roll, whose names are on the lines below? */
static bool sublabel(const struct name_context *context, uint32_t from, uint32_t end)
{
    uint32_t first = (uint32_t)lexeme_at(context->report, from), after = (uint32_t)lexeme_at(context->report, end);
    return after > first && after - first <= LABEL_WORDS_MAX + 2 && word_is(context, after - 1, ":");
}

uint32_t roll_end(const struct name_context *context, uint32_t end, uint32_t block_end)
{
    const char *text = context->report->record.text.bytes;
    while (end < block_end) {
        uint32_t from = end, next = roll_line_end(text, end + 1, block_end);
        if (sublabel(context, from, next) && next < block_end) {
            from = next;
            next = roll_line_end(text, next + 1, block_end);
        }
        if (!roll_goes_on(context, (uint32_t)lexeme_at(context->report, from), next))
            break;
        end = next;
    }
    return end;
}

/* How sentences begin that tell who was there, who was not, who was elected: "Assistent également à la séance M. X". */
static const struct {
    enum section_kind kind;
    const char *words;
} roll_sentences[] = {
    { SECTION_PRESENT, "assistent" }, { SECTION_PRESENT, "assistaient" }, { SECTION_PRESENT, "assiste" },
    { SECTION_PRESENT, "etaient presents" }, { SECTION_PRESENT, "etaient egalement presents" },
    { SECTION_PRESENT, "etaient aussi presents" }, { SECTION_PRESENT, "sont presents" },
    { SECTION_PRESENT, "sont egalement presents" }, { SECTION_PRESENT, "sont aussi presents" },
    { SECTION_PRESENT, "sont elus" }, { SECTION_PRESENT, "sont elues" }, { SECTION_PRESENT, "sont reelus" },
    { SECTION_PRESENT, "ont ete elus" }, { SECTION_PRESENT, "sont nommes" }, { SECTION_PRESENT, "sont designes" },
    { SECTION_PRESENT, "also present were" }, { SECTION_PRESENT, "also present was" },
    { SECTION_PRESENT, "also in attendance were" }, { SECTION_PRESENT, "also attending were" },
    { SECTION_PRESENT, "in attendance were" }, { SECTION_PRESENT, "present were" },
    { SECTION_PRESENT, "those present were" }, { SECTION_PRESENT, "members present were" },
    { SECTION_PRESENT, "visitors included" }, { SECTION_PRESENT, "visitors were" },
    { SECTION_PRESENT, "guests included" }, { SECTION_PRESENT, "the tellers were" },
    { SECTION_ABSENT, "sont absents" }, { SECTION_ABSENT, "etaient absents" }, { SECTION_ABSENT, "sont excuses" },
    { SECTION_ABSENT, "etaient excuses" }, { SECTION_ABSENT, "se sont fait excuser" },
    { SECTION_ABSENT, "apologies were received" }, { SECTION_ABSENT, "apologies received from" },
    { SECTION_ABSENT, "apologies for absence were" }, { SECTION_ABSENT, "absent were" },
};

enum section_kind roll_sentence(const struct name_context *context, uint32_t first, uint32_t *end)
{
    if (!context->lexemes[first].sentence_start)
        return SECTION_NONE;
    for (size_t i = 0; i < sizeof roll_sentences / sizeof *roll_sentences; i++) {
        if (!words_at(context, first, roll_sentences[i].words))
            continue;
        uint32_t at = first + 1;
        while (at < context->count && context->lexemes[at].before < BEFORE_BLOCK &&
               !(context->lexemes[at].sentence_start && word_is(context, at - 1, ".")))
            at++;
        *end = context->lexemes[at - 1].end;
        return roll_sentences[i].kind;
    }
    return SECTION_NONE;
}
