#include "programme.h"

#include "calendar.h"

enum {
    SLOT_BYTES_MAX = 600, /* of a block: a longer one is prose, not a slot */
    HOUR_DIGITS = 2,
    LINE_HEAD_MAX = 3,    /* lexemes before the hour: a bullet, "De", "Mardi" */
    DAY_LEXEMES_MAX = 9   /* of "Vendredi 12 janvier 2018 :" */
};

static bool line_start(const struct name_context *context, uint32_t i)
{
    /* the cells of a row are one line */
    return context->lexemes[i].before >= BEFORE_LINE &&
           (i == 0 || context->report->record.text.bytes[context->lexemes[i].start - 1] != '\t');
}

static bool digit(const struct lexeme *lexeme)
{
    return lexeme->folded[0] >= '0' && lexeme->folded[0] <= '9';
}

/* Is there a time of day at lexeme I: 9h, 9h30, 9 h 30, 10:30, 10.30, 10 am? */
static bool hour(const struct name_context *context, uint32_t i)
{
    const struct lexeme *lexeme = &context->lexemes[i];
    if (!digit(lexeme) || i + 1 >= context->count)
        return false;
    if (lexeme->folded[strspn(lexeme->folded, "0123456789")] == 'h')
        return true;
    const struct lexeme *next = &context->lexemes[i + 1];
    if (lexeme->end - lexeme->start > HOUR_DIGITS)
        return false; /* "2015 - 6:00pm" */
    if ((lexeme_is(next, "-") || lexeme_is(next, "–")) && i + 3 < context->count && digit(&context->lexemes[i + 2]))
        return hour(context, i + 2); /* 9-9:20 a.m. */
    if (lexeme_is(next, ":") && word_is(context, i + 3, ":") && i + 4 < context->count &&
        digit(&context->lexemes[i + 4]))
        return false; /* 00:05:02 is a transcript's time code */
    return next->before < BEFORE_LINE &&
           (lexeme_is(next, "h") || lexeme_is(next, "am") || lexeme_is(next, "pm") ||
            ((lexeme_is(next, ":") || lexeme_is(next, ".")) && i + 2 < context->count &&
             context->lexemes[i + 2].kind == LEXEME_NUMBER && context->lexemes[i + 2].before == BEFORE_NOTHING &&
             context->lexemes[i + 2].end - context->lexemes[i + 2].start == 2 &&
             (lexeme_is(next, ":") ||
              strchr("05", context->lexemes[i + 2].folded[1])))); /* 10.02 is a number of minutes */
}

/* "2/02 : X", "Vendredi 12 janvier 2018 – X": a day before a mark and a name, as a seminar lists its sessions. */
static bool session_day(const struct name_context *context, uint32_t first)
{
    bool day = false, month = false;
    for (uint32_t i = first; i < context->count && i - first < DAY_LEXEMES_MAX; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        if (i > first && lexeme->before >= BEFORE_LINE)
            return false;
        if (digit(lexeme)) {
            bool short_number = lexeme->end - lexeme->start <= HOUR_DIGITS; /* "18/071" is an item's number */
            month |= day && short_number && word_is(context, i - 1, "/");
            day = true;
        } else if (lexeme->kind == LEXEME_WORD) {
            month |= day && month_from_name(slice_of(lexeme->folded)) > 0;
        } else if (lexeme_is(lexeme, ":") || lexeme_is(lexeme, "–") || lexeme_is(lexeme, "—") ||
                   (lexeme_is(lexeme, "-") && lexeme->before == BEFORE_SPACE)) {
            const struct name_occurrence *name = name_at(context, i + 1);
            return day && month && name && name->lead == i + 1;
        }
    }
    return false;
}

/* "(arrivé\nà 19 h 49)": a line that goes on with a bracket of the one above. */
static bool closes_bracket(const struct name_context *context, uint32_t i)
{
    for (uint32_t k = i + 1; k < context->count && k - i <= LINE_HEAD_MAX && context->lexemes[k].before < BEFORE_LINE;
         k++)
        if (word_is(context, k, ")"))
            return true;
        else if (word_is(context, k, "("))
            return false;
    return false;
}

bool programme_line(const struct name_context *context, uint32_t first)
{
    for (uint32_t i = first; i < context->count && i - first < LINE_HEAD_MAX; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        if (i > first && lexeme->before >= BEFORE_LINE)
            return false;
        if (hour(context, i))
            return !closes_bracket(context, i);
        bool head = lexeme->kind == LEXEME_PUNCTUATION || lexeme_is(lexeme, "de") || lexeme_is(lexeme, "a") ||
                    lexeme_is(lexeme, "from") || lexeme_is(lexeme, "at");
        if (!head)
            break;
    }
    return session_day(context, first);
}

/* Does the block that begins at this lexeme go on with the slot that HEAD began: an item of its list, printed as one or not? */
static bool continues(const struct name_context *context, const struct block *head, const struct block *block,
                      uint32_t first)
{
    if (block->end - block->start > SLOT_BYTES_MAX || block->kind == BLOCK_HEADING)
        return false;
    if (block->kind == BLOCK_LIST_ITEM)
        return head->kind != BLOCK_LIST_ITEM || block->level > head->level;
    return context->lexemes[first].kind == LEXEME_PUNCTUATION;
}

void programme_slots(const struct name_context *context, slot_list *slots)
{
    const struct report *report = context->report;
    struct span open = { 0, 0 };
    const struct block *head = NULL; /* which began the open slot */
    for (size_t b = 0; b < report->blocks.count; b++) {
        const struct block *block = &report->blocks.items[b];
        uint32_t first = (uint32_t)lexeme_at(report, block->start);
        if (first >= context->count || context->lexemes[first].start >= block->end)
            continue;
        bool prose = block->kind == BLOCK_HEADING || block->end - block->start > SLOT_BYTES_MAX;
        bool timed = block->kind != BLOCK_HEADING && programme_line(context, first);
        if (timed && !prose) {
            open = (struct span){ block->start, block->end };
            head = block;
        } else if (open.end && continues(context, head, block, first)) {
            open.end = block->end;
        } else {
            open = (struct span){ 0, 0 };
            /* a long block may be lines, some with an hour: it begins a slot, which the next lines go on with */
            for (uint32_t i = first;
                 i < context->count && context->lexemes[i].start < block->end && block->kind != BLOCK_HEADING; i++) {
                if (!line_start(context, i))
                    continue;
                bool begins = programme_line(context, i);
                if (open.end && (begins || context->lexemes[i].start - open.start > SLOT_BYTES_MAX)) {
                    open.end = context->lexemes[i].start;
                    *vec_push(context->arena, slots) = open;
                    open.end = 0;
                }
                if (begins)
                    open = (struct span){ context->lexemes[i].start, block->end };
            }
            if (open.end)
                *vec_push(context->arena, slots) = open;
            open.end = 0;
            continue;
        }
        if (slots->count && slots->items[slots->count - 1].start == open.start)
            slots->items[slots->count - 1] = open;
        else
            *vec_push(context->arena, slots) = open;
    }
}

bool programme_position(const struct name_context *context, const struct name_occurrence *name, uint32_t at)
{
    static const char *const before[] = { "et", "and", "&", "par", "by", "avec", "with" };
    const struct lexeme *lexeme = &context->lexemes[at - 1];
    if (lexeme->kind != LEXEME_WORD || lexeme->folded[0] <= '9')
        return !lexeme_is(lexeme, "«") && !lexeme_is(lexeme, "\"") && !lexeme_is(lexeme, "“");
    if (context->lexemes[name->lead].start > 0 &&
        context->report->record.text.bytes[context->lexemes[name->lead].start - 1] == '\t')
        return true;
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        if (lexeme_is(lexeme, before[i]))
            return true;
    return false;
}

