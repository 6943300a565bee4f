#include "template.h"

#include "map.h"
#include "marks.h"
#include "name_shape.h"

enum {
    ORDINALS = 3,      /* the first lines of a block are told apart, those after are alike */
    NEUTRAL_WORDS = 2, /* of a text like "Coffee break", which says nothing of its place */
    PROSE_BYTES = 320, /* of a text: a longer one is prose */
    FEW = 3,           /* texts from which a place is judged */
    MANY = 5
};

/* Evidence from which a text is written like people, likely people, surely people. */
static const double SHAPED = 0.15, PLAUSIBLE = 0.3, SURE = 0.6;
/* Shares of the texts of a place that are so. */
static const double MOSTLY = 0.6, NEARLY_ALL = 0.85, MANY_PLAUSIBLE = 0.4, SOME_SURE = 0.3, FEW_SURE = 0.2,
                    HARDLY = 0.2;

/* What texts of one place have in common beside their markup, from the closest likeness to the loosest: the column of a
 * table, how many elements of the kind stand before, which line of its block it is. */
static const struct likeness {
    bool column, nth, line;
} likenesses[] = {
    { true, true, true },   { true, false, true },  { false, true, true },
    { false, false, true }, { true, false, false }, { false, false, false },
};

enum { LIKENESSES = sizeof likenesses / sizeof *likenesses };

/* A stretch of a line in one place of the page. */
struct field {
    uint32_t first, head, end; /* lexemes; hours, bullets and "by" stand before the head */
    bool whole;                /* it is people and where they are from, and nothing else */
    size_t groups[LIKENESSES];
};

struct group {
    size_t count, shaped, plausible, sure;
};

struct learning {
    const struct name_context *context;
    const struct mark_edges *edges;
    struct map keys;
    VEC(struct group) groups;
    VEC(struct field) fields;
};

struct key {
    uint32_t path;
    uint16_t column, nth, line;
    uint8_t kind, level, print, likeness;
};

static size_t group_of(struct learning *learning, struct key key, size_t likeness)
{
    key.column = likenesses[likeness].column ? key.column : 0;
    key.nth = likenesses[likeness].nth ? key.nth : 0;
    key.line = likenesses[likeness].line ? key.line : 0;
    key.likeness = (uint8_t)likeness;
    struct slice bytes = { arena_dup(learning->context->arena, (const char *)&key, sizeof key), sizeof key };
    bool added;
    uint32_t *index = map_put(&learning->keys, bytes, (uint32_t)learning->groups.count, &added);
    if (added)
        *vec_push(learning->context->arena, &learning->groups) = (struct group){ 0 };
    return *index;
}

/* Does the text say nothing of its place: no word, or a few ordinary ones? */
static bool neutral(const struct name_context *context, const struct field *field)
{
    size_t words = 0;
    bool ordinary = true;
    for (uint32_t i = field->head; i < field->end; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        if (lexeme->kind != LEXEME_WORD)
            continue;
        words++;
        ordinary &=
            name_ordinary(lexeme) || lexeme_is(lexeme, "tba") || lexeme_is(lexeme, "tbc") || lexeme_is(lexeme, "tbd");
    }
    return !words || (ordinary && words <= NEUTRAL_WORDS);
}

static bool is_agent(const struct lexeme *lexeme)
{
    return lexeme_is(lexeme, "by") || lexeme_is(lexeme, "par") || lexeme_is(lexeme, "with") ||
           lexeme_is(lexeme, "avec");
}

/* Bold and italic print, which tells the places of a page that has no other markup. */
static unsigned print_of(const struct report *report, const struct lexeme *lexeme)
{
    return marked(report, MARK_BOLD, lexeme->start, lexeme->end) +
           2u * marked(report, MARK_ITALIC, lexeme->start, lexeme->end);
}

/* How likely the text of a field is people, and where they are from, and perhaps a title: no sentence about them. */
static double people_evidence(const struct learning *learning, struct field *field, uint32_t line_end)
{
    const struct lexeme *lexemes = learning->context->lexemes;
    struct credit credit;
    if (lexemes[field->end - 1].end - lexemes[field->head].start > PROSE_BYTES ||
        !credit_read(learning->context, learning->edges, field->head, line_end, CREDIT_LINE, &credit))
        return 0;
    bool sentence = credit.right == CREDIT_COMMA && lexeme_is(&lexemes[field->end - 1], ".");
    bool field_follows = field->end < line_end && !(lexemes[field->end].shape & SHAPE_LOWER) &&
                         lexemes[field->end].kind == LEXEME_WORD; /* "Jane Doe <small>CNRS</small>" */
    bool whole = credit.right == CREDIT_LINE || (credit.end == field->end && field_follows);
    field->whole = whole && credit.evidence >= SHAPED;
    return sentence ? 0 : credit.evidence;
}

static void add_field(struct learning *learning, const struct slot_line *line, unsigned ordinal, uint32_t first,
                      uint32_t end)
{
    const struct name_context *context = learning->context;
    const struct report *report = context->report;
    struct field field = { .first = first, .head = credit_skip_head(context, first, end), .end = end };
    if (field.head + 1 < end && is_agent(&context->lexemes[field.head]))
        field.head++;
    if (field.head == end || neutral(context, &field))
        return;
    const struct lexeme *head = &context->lexemes[field.head];
    const struct text_place *place = report_place_at(report, head->start);
    const struct block *block = &report->blocks.items[line->block];
    struct key key;
    memset(&key, 0, sizeof key); /* its padding is part of it */
    key.kind = (uint8_t)block->kind;
    key.level = block->level;
    key.path = place ? place->path : 0;
    key.column = place ? place->column : 0;
    key.nth = place ? place->nth : 0;
    key.print = (uint8_t)(key.path ? 0 : print_of(report, head));
    key.line = (uint16_t)ordinal;
    double evidence = people_evidence(learning, &field, line->end);
    for (size_t i = 0; i < LIKENESSES; i++) {
        field.groups[i] = group_of(learning, key, i);
        struct group *group = &learning->groups.items[field.groups[i]];
        group->count++;
        group->shaped += field.whole;
        group->plausible += evidence >= PLAUSIBLE;
        group->sure += evidence >= SURE;
    }
    *vec_push(context->arena, &learning->fields) = field;
}

/* The stretches of a line that stand in different places. */
static void split_line(struct learning *learning, const struct slot_line *line, unsigned ordinal)
{
    const struct name_context *context = learning->context;
    const struct report *report = context->report;
    const struct text_place *before = report_place_at(report, context->lexemes[line->first].start);
    uint32_t path = before ? before->path : 0, first = line->first;
    unsigned print = path ? 0 : print_of(report, &context->lexemes[first]);
    for (uint32_t i = first + 1; i < line->end; i++) {
        const struct text_place *place = report_place_at(report, context->lexemes[i].start);
        uint32_t next = place ? place->path : 0;
        bool word = context->lexemes[i].kind == LEXEME_WORD;
        unsigned next_print = next || !word ? print : print_of(report, &context->lexemes[i]);
        if (next == path && next_print == print)
            continue;
        add_field(learning, line, ordinal, first, i);
        first = i;
        path = next;
        print = next_print;
    }
    add_field(learning, line, ordinal, first, line->end);
}

static enum template_part part_of(const struct group *group)
{
    double count = (double)group->count, plausible = (double)group->plausible / count,
           shaped = (double)group->shaped / count, sure = (double)group->sure / count;
    if (group->count < FEW)
        return PART_UNKNOWN;
    if (plausible >= MOSTLY && sure >= SOME_SURE)
        return PART_PEOPLE;
    if (shaped >= NEARLY_ALL && plausible >= MANY_PLAUSIBLE && sure >= FEW_SURE)
        return PART_PEOPLE;
    if (plausible >= NEARLY_ALL && group->count >= MANY)
        return PART_PEOPLE;
    bool other = group->plausible == 0 ? group->count > FEW : plausible <= HARDLY && group->count >= MANY;
    return other ? PART_OTHER : PART_UNKNOWN;
}

struct page_template template_learn(const struct name_context *context, const struct mark_edges *edges,
                                    const slot_line_list *lines)
{
    struct learning learning = { .context = context, .edges = edges, .keys = MAP_INIT(context->arena) };
    uint8_t *parts = arena_zero(context->arena, context->count + 1),
            *heads = arena_zero(context->arena, context->count + 1);
    unsigned ordinal = 0;
    size_t people = 0;
    for (size_t i = 0; i < lines->count; i++) {
        const struct slot_line *line = &lines->items[i];
        bool goes_on = i > 0 && line->block == lines->items[i - 1].block &&
                       context->report->record.text.bytes[context->lexemes[line->first].start - 1] != '\t';
        ordinal = goes_on && ordinal < ORDINALS ? ordinal + 1 : goes_on ? ordinal : 0;
        if (line->block < context->report->blocks.count && !line->apart && !line->others)
            split_line(&learning, line, ordinal);
    }
    for (size_t i = 0; i < learning.fields.count; i++) {
        const struct field *field = &learning.fields.items[i];
        enum template_part part = PART_UNKNOWN;
        for (size_t k = 0; k < LIKENESSES && part == PART_UNKNOWN; k++)
            part = part_of(&learning.groups.items[field->groups[k]]);
        memset(parts + field->first, (int)part, field->end - field->first);
        heads[field->head] = 1;
        people += part == PART_PEOPLE && field->whole;
    }
    for (size_t i = 0; i < lines->count; i++)
        if (lines->items[i].others) /* the head of its column or its label says so */
            memset(parts + lines->items[i].first, PART_OTHER, lines->items[i].end - lines->items[i].first);
    return (struct page_template){ parts, heads, people };
}
