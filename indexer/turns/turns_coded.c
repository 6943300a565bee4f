#include "turns_coded.h"

#include "asides.h"
#include "label_shape.h"
#include "label_words.h"
#include "marks.h"
#include "name_words.h"

enum { CODED_LEXEMES_MAX = 8, NICK_BYTES_MAX = 20 };

static const double CODED_WEIGHT = 0.85;

static bool line_start(const struct lexeme *lexeme)
{
    return lexeme->before >= BEFORE_LINE;
}

static void set(const struct name_context *context, struct turn *turn, uint32_t at, uint32_t first, uint32_t end,
                uint32_t text)
{
    const struct lexeme *lexemes = context->lexemes;
    *turn =
        (struct turn){ .first = at,
                       .start = lexemes[at].start,
                       .text = text < context->count ? lexemes[text].start
                                                     : (uint32_t)context->report->record.text.length,
                       .name = -1,
                       .role_first = end,
                       .role_last = end,
                       .label = { lexemes[first].start, end > first ? lexemes[end - 1].end : lexemes[first].start },
                       .reach = REACH_SECTION,
                       .person = -1,
                       .rule = "label-recurring",
                       .weight = CODED_WEIGHT };
}

/* A name in a chat: one word, mostly in small letters. */
static bool nick(const struct name_context *context, uint32_t i)
{
    if (i >= context->count)
        return false;
    const struct lexeme *lexeme = &context->lexemes[i];
    size_t length = lexeme->end - lexeme->start;
    return lexeme->kind == LEXEME_WORD && !(lexeme->shape & SHAPE_ELIDED) && length > 1 &&
           length <= NICK_BYTES_MAX && !label_field(lexeme->folded) && !label_article(lexeme->folded);
}

/* "<ana> I agree", "[10:32] <ana> I agree". */
static const char *angle_label(const struct name_context *context, uint32_t at, struct turn *turn)
{
    uint32_t first = label_begin(context, at), end = first;
    if (first == at || first >= context->count || !word_is(context, first - 1, "<"))
        return NULL;
    while (end < context->count && end - first <= CODED_LEXEMES_MAX && !word_is(context, end, ">"))
        if (word_is(context, end, "/") || word_is(context, end, "=") || word_is(context, end, ":"))
            return NULL; /* <html/>, <form action="…">, <dc:title> */
        else
            end++;
    if (!word_is(context, end, ">") || end == first || !nick(context, first))
        return NULL;
    set(context, turn, at, first, end, end + 1);
    turn->rule = "label-nick";
    return label_key(context, first, end);
}

/* "**dka:** I agree". */
static const char *nick_label(const struct name_context *context, uint32_t at, struct turn *turn)
{
    if (!word_is(context, at + 1, ":") || !(context->lexemes[at].shape & SHAPE_LOWER) || !nick(context, at) ||
        !(marked(context->report, MARK_BOLD, context->lexemes[at].start, context->lexemes[at].end) ||
          marked(context->report, MARK_SPEAKER, context->lexemes[at].start, context->lexemes[at].end)))
        return NULL;
    set(context, turn, at, at, at + 1, at + 2);
    turn->rule = "label-nick";
    return label_key(context, at, at + 1);
}

/* "Ana  0:12", "Unknown Speaker (0:12)", "[00:00:12] Speaker 4" alone on a line. */
static const char *timed_line(const struct name_context *context, uint32_t at, struct turn *turn)
{
    uint32_t first = label_begin(context, at), end = first, core = first;
    while (end < context->count && end - first <= 2 * CODED_LEXEMES_MAX &&
           (end == at || !line_start(&context->lexemes[end])))
        end++;
    while (core < end && (label_time_code(context, core) != end || context->lexemes[core + 1].kind == LEXEME_NUMBER))
        core++; /* of "4 12:03" the first is no part of the time */
    bool timed = core < end || label_timed(context, at, first);
    if (!timed || first >= end || core == first || core - first > CODED_LEXEMES_MAX || name_at(context, first) ||
        end >= context->count || context->lexemes[end].before != BEFORE_LINE)
        return NULL;
    bool voices = label_voices(context, first, core), quiet = voices;
    if (!voices && !label_phrase(context, first, core) && !label_office(context, first, core, &quiet))
        return NULL;
    set(context, turn, at, first, core, end);
    turn->quiet = quiet || context->lexemes[core - 1].kind == LEXEME_NUMBER; /* "Speaker 4" */
    return label_key(context, first, core);
}

/* "[Ana] Welcome to you all.", where a reaction in brackets is no label. */
static const char *bracket_label(const struct name_context *context, uint32_t at, struct turn *turn)
{
    uint32_t first = label_begin(context, at), end = first, after;
    if (first == at || first >= context->count || !word_is(context, first - 1, "["))
        return NULL;
    while (end < context->count && end - first <= CODED_LEXEMES_MAX && !word_is(context, end, "]"))
        end++;
    if (!word_is(context, end, "]") || end == first || end + 1 >= context->count ||
        line_start(&context->lexemes[end + 1]) || aside_line(context, first, end, &after) != ASIDE_NONE)
        return NULL;
    const struct name_occurrence *name = name_at(context, first);
    bool named = name && name->lead == first && name->last + 1 == end, quiet = false;
    if (!named && !label_voices(context, first, end) && !label_phrase(context, first, end) &&
        !label_office(context, first, end, &quiet))
        return NULL;
    set(context, turn, at, first, end, end + 1);
    turn->name = named ? name - context->names.items : -1;
    turn->rule = named ? "label-colon" : turn->rule;
    turn->quiet = quiet || label_voices(context, first, end);
    return label_key(context, first, end);
}

/* The lexeme after "(00:20)", "- 00:12" and their like at I, for what follows a name; I for none. */
static uint32_t skip_time(const struct name_context *context, uint32_t i)
{
    uint32_t end = i, numbers = 0;
    while (end < context->count && end - i < CODED_LEXEMES_MAX && !line_start(&context->lexemes[end]) &&
           (context->lexemes[end].kind == LEXEME_NUMBER ||
            (context->lexemes[end].kind == LEXEME_PUNCTUATION && !word_is(context, end, "«"))))
        numbers += context->lexemes[end++].kind == LEXEME_NUMBER;
    return numbers > 1 ? end : i;
}

/* "**Ana Roux** I rise to speak": a name in bold, or marked as a speaker's, before a sentence. Only in a transcript. */
static const char *bold_label(const struct name_context *context, uint32_t at, struct turn *turn)
{
    const struct report *report = context->report;
    const struct name_occurrence *name = name_at(context, at);
    if (!name || name->lead != at || name->last + 1 >= context->count)
        return NULL;
    uint32_t text = skip_time(context, name->last + 1);
    const struct lexeme *next = &context->lexemes[text];
    if (text >= context->count || line_start(next) || next->kind != LEXEME_WORD ||
        !(next->shape & (SHAPE_CAPITAL | SHAPE_INITIAL | SHAPE_ELIDED)) || context->bits[text] & NAME_WORD_ROLE)
        return NULL;
    uint32_t start = context->lexemes[at].start, beyond = next->end;
    if (text + 1 < context->count) /* marks are said to reach two bytes further: "I" may be within */
        beyond = context->lexemes[text + 1].end;
    bool bold = marked(report, MARK_BOLD, start, name->at.end) && !marked(report, MARK_BOLD, start, beyond);
    bool speaker = marked(report, MARK_SPEAKER, start, name->at.end) && !marked(report, MARK_SPEAKER, start, beyond);
    if (!bold && !speaker)
        return NULL;
    set(context, turn, at, at, name->last + 1, text);
    turn->name = name - context->names.items;
    turn->rule = speaker ? "label-line" : "label-bold";
    return "**";
}

/* ">> SECOND.": somebody else speaks, and the caption does not say who. */
static const char *caption_line(const struct name_context *context, uint32_t at, struct turn *turn)
{
    if (!word_is(context, at, ">") || !word_is(context, at + 1, ">") || at + 2 >= context->count ||
        line_start(&context->lexemes[at + 2]))
        return NULL;
    set(context, turn, at, at + 2, at + 2, at + 2);
    turn->rule = "label-role";
    turn->quiet = true;
    return ">>";
}

/* "Q. Where do you work?", "A. At the mill.": in an examination, where a colon may stand for the period. */
static const char *exchange_line(const struct name_context *context, uint32_t at, struct turn *turn)
{
    uint32_t first = label_begin(context, at);
    if (first >= context->count || !(word_is(context, first, "q") || word_is(context, first, "a") ||
                                     word_is(context, first, "r")))
        return NULL;
    const struct lexeme *letter = &context->lexemes[first];
    bool period = context->report->record.text.bytes[letter->end - 1] == '.' && letter->end - letter->start == 2;
    bool mark =
        word_is(context, first + 1, ".") || word_is(context, first + 1, ":") || label_dash(context, first + 1);
    const struct name_occurrence *name = name_at(context, first); /* "A. Doe: …" is a label of another form */
    bool bare = word_is(context, first, "q") && first + 1 < context->count &&
                !line_start(&context->lexemes[first + 1]) &&
                context->lexemes[first + 1].shape & (SHAPE_CAPITAL | SHAPE_INITIAL); /* "Q    Thank you, Luke." */
    if (!(letter->shape & SHAPE_INITIAL) || !(period || mark || bare) ||
        (name && word_is(context, name->last + 1, ":")))
        return NULL;
    set(context, turn, at, first, first + 1, first + 1 + mark);
    turn->label.end = turn->label.start + 1;
    turn->rule = "label-role";
    turn->quiet = true;
    return letter->folded;
}

const char *coded_label(const struct name_context *context, uint32_t at, struct turn *turn)
{
    const char *key = angle_label(context, at, turn);
    if (!key)
        key = bracket_label(context, at, turn);
    if (!key)
        key = nick_label(context, at, turn);
    if (!key)
        key = bold_label(context, at, turn);
    if (!key)
        key = exchange_line(context, at, turn);
    if (!key)
        key = timed_line(context, at, turn);
    return key ? key : caption_line(context, at, turn);
}
