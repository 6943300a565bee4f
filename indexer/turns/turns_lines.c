#include "turns_lines.h"

#include "asides.h"
#include "label_shape.h"
#include "label_words.h"
#include "marks.h"

enum {
    LABEL_LEXEMES_MAX = 48,
    OFFICE_LEXEMES_MAX = 5, /* "Un auditeur", "M. le Président" */
    ABBREVIATED_MAX = 3,    /* bytes of a word before a period that ends no sentence: "St." */
    OPENERS_SURE_MIN = 2,
    PICTURE_LEXEMES_MAX = 8, /* of "Photo of Jane Doe" */
    NAMES_MIN = 3,          /* names alone in a line, for one to be believed */
    SPEECH_BYTES_MIN = 20
};

static const double NAME_MIN = 0.5;  /* likelihood */
static const double ROLED_MIN = 0.3; /* where a role or a seat follows the name */

/* Whoever a picture shows does not speak below it. */
static bool captioned(const struct name_context *context, const struct name_occurrence *name)
{
    return marked(context->report, MARK_CAPTION, name->at.start, name->at.end);
}

/* Are the lexemes FIRST to before END a name alone, or a name and a role? */
static bool name_stretch(const struct name_context *context, uint32_t first, uint32_t end)
{
    const struct name_occurrence *name = first < end ? name_at(context, first) : NULL;
    if (!name || name->lead != first || name->likelihood < ROLED_MIN || name->last >= end || captioned(context, name))
        return false;
    end = label_dated(context, name->last + 1, end);
    if (end - first > LABEL_LEXEMES_MAX)
        return false;
    for (uint32_t i = name->last + 1; i < end; i++)
        if (word_is(context, i, ".") &&
            context->lexemes[i - 1].end - context->lexemes[i - 1].start > ABBREVIATED_MAX)
            return false;
    return (name->likelihood >= NAME_MIN || end > name->last + 1) && label_rest(context, name->last + 1, end);
}

/* Is this block a name alone, or a name and a role? */
static bool name_block(const struct name_context *context, const struct block *block)
{
    uint32_t first = label_begin(context, (uint32_t)lexeme_at(context->report, block->start));
    uint32_t end = (uint32_t)lexeme_at(context->report, block->end);
    return (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_HEADING) && name_stretch(context, first, end);
}

/* An office, or the words for somebody unknown, alone on the line that begins with lexeme AT and ends before END. */
static bool office_stretch(const struct name_context *context, uint32_t at, uint32_t end, struct turn *turn)
{
    const struct lexeme *lexemes = context->lexemes;
    uint32_t first = label_begin(context, at);
    bool quiet = false;
    const struct name_occurrence *holder =
        first < end && end - first <= LABEL_LEXEMES_MAX ? label_bracketed(context, first, end) : NULL;
    if (first >= end || (!holder && end - first > OFFICE_LEXEMES_MAX))
        return false;
    bool voices = !holder && label_voices(context, first, end);
    if (!holder && !voices && !label_office(context, first, end, &quiet))
        return false;
    quiet |= voices;
    *turn = (struct turn){ .first = at,
                           .start = lexemes[at].start,
                           .text = end < context->count ? lexemes[end].start
                                                        : (uint32_t)context->report->record.text.length,
                           .name = holder ? holder - context->names.items : -1,
                           .role_first = holder ? first + label_article(context->lexemes[first].folded) : end,
                           .role_last = holder ? holder->lead - 1 : end,
                           .label = { lexemes[first].start, lexemes[end - 1].end },
                           .reach = REACH_SECTION,
                           .person = -1,
                           .quiet = quiet,
                           .rule = "label-role",
                           .weight = 0.8 };
    return true;
}

/* The same of a block that is nothing else. */
static bool office_block(const struct name_context *context, uint32_t at, const struct block *block,
                         struct turn *turn)
{
    return context->lexemes[at].start == block->start &&
           office_stretch(context, at, (uint32_t)lexeme_at(context->report, block->end), turn);
}

/* Does this block begin with a line that is a name or an office alone, and go on? SURE: with words like "I", by which that
 * person says it. */
static bool opens_speech(const struct name_context *context, const struct block *block, bool *sure)
{
    struct turn turn;
    uint32_t at = (uint32_t)lexeme_at(context->report, block->start);
    uint32_t end = at < context->count ? aside_line_end(context, at) : at;
    uint32_t last = (uint32_t)lexeme_at(context->report, block->end);
    bool opens = block->kind == BLOCK_PARAGRAPH && end < last &&
                 (name_stretch(context, label_begin(context, at), end) || office_stretch(context, at, end, &turn));
    *sure = opens && block->end - context->lexemes[end].start >= SPEECH_BYTES_MIN && aside_persons(context, end, last);
    return opens;
}

/* Does what may be said stand in the block below this one? */
static bool speech_below(const struct name_context *context, const struct block *block)
{
    const struct report *report = context->report;
    const struct block *next = block + 1;
    if (next >= report->blocks.items + report->blocks.count)
        return false;
    bool prose = next->kind == BLOCK_PARAGRAPH || next->kind == BLOCK_LIST_ITEM; /* "- Bonsoir" is read as an item */
    uint32_t first = (uint32_t)lexeme_at(report, next->start), after;
    if (prose && first < context->count &&
        aside_line(context, first, aside_line_end(context, first), &after) == ASIDE_END)
        return false; /* "Question accordingly agreed to." below the names of a vote */
    return prose && next->end - next->start >= SPEECH_BYTES_MIN && !name_block(context, next);
}

struct name_lines name_lines_count(const struct name_context *context)
{
    const struct report *report = context->report;
    struct name_lines lines = { 0 };
    size_t offices = 0, sure = 0;
    for (size_t i = 0; i < report->blocks.count; i++) {
        const struct block *block = &report->blocks.items[i];
        bool says;
        lines.openers += opens_speech(context, block, &says);
        sure += says;
        if (!speech_below(context, block))
            continue;
        struct turn turn;
        if (name_block(context, block))
            *(block->kind == BLOCK_HEADING ? &lines.headings : &lines.paragraphs) += 1;
        else if (block->kind == BLOCK_PARAGRAPH)
            offices += office_block(context, (uint32_t)lexeme_at(report, block->start), block, &turn);
    }
    if (sure < OPENERS_SURE_MIN)
        lines.openers = 0;
    if (lines.paragraphs)
        lines.paragraphs += offices; /* "The Speaker" on a line of its own among names that are */
    return lines;
}

/* The line stands beside the picture of whom it names, or what a page without pictures has for it; or below "speaker". */
static bool pictured(const struct name_context *context, uint32_t at)
{
    uint32_t first = label_begin(context, at);
    if (first > at && (word_is(context, first - 1, "portrait") || word_is(context, at, "photo")))
        return true;
    if (at > 0 && word_is(context, at - 1, "speaker") && context->lexemes[at - 1].before >= BEFORE_LINE)
        return true;
    for (uint32_t i = at; i-- > 1 && at - i < PICTURE_LEXEMES_MAX && context->lexemes[i].before < BEFORE_LINE;)
        if (word_is(context, i - 1, "photo") && word_is(context, i, "of") &&
            context->lexemes[i - 1].before >= BEFORE_LINE)
            return true;
    return false;
}

bool anonymous_line(const struct name_context *context, const struct name_lines *lines, uint32_t at,
                    const struct block *block, struct turn *turn)
{
    if (block->kind != BLOCK_PARAGRAPH || context->lexemes[at].start != block->start)
        return false;
    uint32_t end = aside_line_end(context, at);
    bool whole = end >= context->count || context->lexemes[end].start >= block->end;
    bool expected = whole ? lines->paragraphs >= NAMES_MIN || pictured(context, at) ||
                                marked(context->report, MARK_SPEAKER, block->start, block->end)
                          : lines->openers >= NAMES_MIN;
    return expected && office_stretch(context, at, end, turn);
}

bool heading_turn(const struct name_context *context, const struct name_lines *lines, uint32_t at,
                  const struct block *block, struct turn *turn)
{
    if (lines->headings < NAMES_MIN || context->lexemes[at].start != block->start)
        return false;
    const struct name_occurrence *name = name_block(context, block) ? name_at(context, at) : NULL;
    if (!name && !office_block(context, at, block, turn))
        return false;
    if (name) {
        uint32_t end = (uint32_t)lexeme_at(context->report, block->end),
                 role = label_role(context, name->last + 1, end);
        *turn = (struct turn){ .first = at,
                               .start = block->start,
                               .text = block->end,
                               .name = name - context->names.items,
                               .role_first = role,
                               .role_last = end > role ? end : role,
                               .label = { block->start, block->end },
                               .reach = REACH_SECTION,
                               .person = -1,
                               .rule = "label-line",
                               .weight = 0.9 };
    }
    turn->heading = true;
    turn->level = block->level;
    return true;
}

bool name_line(const struct name_context *context, const struct name_lines *lines, uint32_t at,
               const struct block *block, struct turn *turn)
{
    const struct lexeme *lexemes = context->lexemes;
    uint32_t first = label_begin(context, at);
    const struct name_occurrence *name = name_at(context, first);
    if (!name || name->lead != first || name->likelihood < ROLED_MIN)
        return false;
    uint32_t end = name->last + 1;
    while (end < context->count && lexemes[end].before < BEFORE_LINE && end - first < LABEL_LEXEMES_MAX)
        end++;
    if (end < context->count && lexemes[end].before < BEFORE_LINE)
        return false;
    bool time_code = end > name->last + 1 && label_time_code(context, name->last + 1) == end;
    if (time_code)
        end = name->last + 1;
    end = label_dated(context, name->last + 1, end);
    bool role = end > name->last + 1;
    if (role ? !label_rest(context, name->last + 1, end) : name->likelihood < NAME_MIN)
        return false;
    bool bold = marked(context->report, MARK_BOLD, name->at.start, name->at.end) ||
                marked(context->report, MARK_SPEAKER, name->at.start, name->at.end);
    bool coded = (label_timed(context, at, first) || time_code) && name->last + 1 == end;
    bool quote = word_is(context, end, "«"),
         speech = label_dash(context, end) || quote; /* "X, directeur" / "- Bonjour" */
    uint32_t below = aside_line_end(context, at);
    bool own_block = lexemes[at].before == BEFORE_BLOCK &&
                     (below >= context->count || lexemes[below].before == BEFORE_BLOCK);
    bool expected = lines->paragraphs >= NAMES_MIN && name_block(context, block) && speech_below(context, block);
    bool opens = lexemes[at].start == block->start && !own_block && lines->openers >= NAMES_MIN;
    bool alone = (own_block && expected) || opens || pictured(context, at);
    if (!speech && !coded && !alone && !(bold && (own_block || block->kind == BLOCK_PARAGRAPH)))
        return false;
    if (block->kind == BLOCK_LIST_ITEM || block->kind == BLOCK_TABLE_ROW)
        return false;
    uint32_t role_first = label_role(context, name->last + 1, end);
    *turn = (struct turn){ .first = at,
                           .start = lexemes[at].start,
                           .text = below < context->count ? lexemes[below].start
                                                          : (uint32_t)context->report->record.text.length,
                           .name = name - context->names.items,
                           .role_first = role_first,
                           .role_last = end > role_first ? end : role_first,
                           .label = { lexemes[first].start, lexemes[end - 1].end },
                           .reach = quote && !alone ? REACH_QUOTE : REACH_SECTION,
                           .person = -1,
                           .rule = coded    ? "label-time-code"
                                   : speech ? "label-line-dash"
                                            : "label-line",
                           .weight = speech || coded || alone ? 0.9 : 0.7 };
    return true;
}
