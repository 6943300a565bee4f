#include "segment.h"

#include "asides.h"
#include "marks.h"
#include "meeting.h"
#include "narrative.h"
#include "sentences.h"
#include "signal_rules.h"
#include "utf8.h"

enum { TITLES_MAX = 6 }; /* lines of titles in front of a label */

struct piece {
    uint32_t start, end;
    int32_t person;
    const char *label, *role;
    uint32_t turn; /* pieces of one turn are joined; 0 for none */
};

struct segmenter {
    struct report *report;
    const struct segment_input *input;
    struct piece open; /* the passage being gathered */
    bool has_open;
    const char *heading;
    /* the turn that runs on */
    const struct turn *turn;
    uint32_t turn_number;
    size_t next_turn;
    const struct turn *paused; /* the turn that a heading broke off */
    bool punctuated;           /* what people say here ends with a full stop */
    /* the section whose heading names a speaker */
    int32_t section_person;
    uint8_t section_level;
    int32_t last; /* speaker of the last sentence; -1 */
    bool in_list; /* the last block ended in a colon, or is an item of the list after one */
    struct narrative narrative;
};

static bool blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

/* Where a passage from START to END that is too long ends: at a space when there is one, never inside a character. */
static uint32_t cut_long(const struct report *report, uint32_t start, uint32_t end)
{
    const char *text = report->record.text.bytes;
    if (end - start <= PASSAGE_BYTES_CUT)
        return end;
    uint32_t cut = start + PASSAGE_BYTES_CUT;
    while (cut > start + PASSAGE_BYTES_CUT / 2 && !blank(text[cut]))
        cut--;
    return blank(text[cut]) ? cut : (uint32_t)utf8_floor(text, end, start + PASSAGE_BYTES_CUT);
}

static void close_passage(struct segmenter *segmenter)
{
    struct piece *open = &segmenter->open;
    const char *text = segmenter->report->record.text.bytes;
    if (!segmenter->has_open)
        return;
    segmenter->has_open = false;
    while (open->start < open->end && blank(text[open->start]))
        open->start++;
    while (open->end > open->start && blank(text[open->end - 1]))
        open->end--;
    if (open->start == open->end)
        return;
    struct record *record = &segmenter->report->record;
    struct passage passage = {
        .person = open->person, .speaker = open->label, .role = open->role, .heading = segmenter->heading
    };
    if (open->person >= 0) {
        const struct draft_person *person = &segmenter->input->people->items[open->person];
        passage.speaker = person->name;
        passage.role = open->role ? open->role : person->role;
    }
    for (uint32_t start = open->start; start < open->end;) {
        passage.number = (uint32_t)record->passages.count + 1;
        passage.start = start;
        passage.end = cut_long(segmenter->report, start, open->end);
        *vec_push(segmenter->report->arena, &record->passages) = passage;
        for (start = passage.end; start < open->end && blank(text[start]); start++)
            continue;
    }
}

static bool same_label(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* Adds a piece to the passage that is open, or begins another. NEW_BLOCK: the piece begins a block. */
static void add_piece(struct segmenter *segmenter, struct piece piece, bool new_block)
{
    struct piece *open = &segmenter->open;
    if (piece.end <= piece.start)
        return;
    bool nobody = piece.person < 0 && !piece.label;
    bool same = segmenter->has_open && open->person == piece.person && same_label(open->label, piece.label) &&
                open->turn == piece.turn;
    uint32_t limit = nobody ? PASSAGE_BYTES_JOIN : PASSAGE_BYTES_MAX;
    if (same && (!new_block || piece.end - open->start <= limit)) {
        open->end = piece.end;
        return;
    }
    close_passage(segmenter);
    segmenter->open = piece;
    segmenter->has_open = true;
}

/* Is somebody named in what a list of who spoke tells of another ("X, who answered a question by Y")? */
static bool inside_item(const struct name_context *context, const struct name_occurrence *name)
{
    static const char *const words[] = { "de", "d'", "par", "of", "by", "from" };
    return name->floor == FLOOR_ASIDE || (name->floor == FLOOR_ITEM && name->lead > 0 &&
                                          LEXEME_AMONG(&context->lexemes[name->lead - 1], words));
}

/* In an enumeration of speakers each has his or her own piece: cuts FROM..END of a sentence at their names. Returns where
 * the last piece begins; *SPEAKER is whose it is. */
static uint32_t enumerate(struct segmenter *segmenter, const struct block *block, const struct sentence *sentence,
                          uint32_t from, int32_t *speaker)
{
    const struct name_context *context = segmenter->input->context;
    for (size_t n = name_after(context, sentence->first); n < context->names.count; n++) {
        const struct name_occurrence *name = &context->names.items[n];
        if (name->lead >= sentence->end)
            break;
        int32_t person = name->lead > sentence->first ? narrative_attributed(&segmenter->narrative, name) : -1;
        if (person < 0 || person == *speaker || inside_item(context, name) ||
            strncmp(name->signal.rule, "subject-", 8) == 0)
            continue;
        uint32_t cut = sentence_part_begin(context, sentence->first, name->lead);
        if (cut <= from)
            continue;
        add_piece(segmenter, (struct piece){ from, cut, *speaker, NULL, NULL, 0 }, from == block->start);
        from = cut;
        *speaker = person;
        narrative_note(&segmenter->narrative, person);
    }
    return from;
}

/* Does the block go on with what stood before it: after a colon, one item of the list there after another, or the abstract
 * after who gives the talk? */
static bool goes_on(struct segmenter *segmenter, const struct block *block, uint32_t first)
{
    const struct name_context *context = segmenter->input->context;
    bool colon = first > 0 && word_is(context, first - 1, ":"), item = block->kind == BLOCK_LIST_ITEM;
    bool lower = first < context->count && context->lexemes[first].shape & SHAPE_LOWER;
    bool listed = segmenter->in_list && (item || lower);
    segmenter->in_list = listed || colon;
    return listed || colon || talk_field(context, first);
}

/* Cuts the narrative text START..END of one block into pieces by speaker. */
static void narrate(struct segmenter *segmenter, uint32_t start, uint32_t end, const struct block *block)
{
    const struct name_context *context = segmenter->input->context;
    uint32_t first = (uint32_t)lexeme_at(segmenter->report, start), from = start;
    int32_t speaker = segmenter->last; /* of FROM.. */
    int32_t home = block->kind == BLOCK_TABLE_ROW ? -1 : segmenter->section_person; /* a row tells its own */
    bool opens = start > block->start || !goes_on(segmenter, block, first);
    for (uint32_t i = first; i < context->count && context->lexemes[i].start < end;) {
        bool listed;
        struct sentence sentence = { .first = i,
                                     .end = sentence_end(context, i, end),
                                     .opens = opens && i == first,
                                     .current = speaker,
                                     .home = home };
        int32_t next = narrative_speaker(&segmenter->narrative, &sentence, &listed);
        uint32_t cut = sentence_begin(context, first, i);
        if (next != speaker && cut > from) {
            add_piece(segmenter, (struct piece){ from, cut, speaker, NULL, NULL, 0 }, from == block->start);
            from = cut;
        }
        speaker = next;
        if (listed)
            from = enumerate(segmenter, block, &sentence, from, &speaker);
        i = sentence.end;
    }
    if (first >= context->count || context->lexemes[first].start >= end)
        speaker = -1;
    add_piece(segmenter, (struct piece){ from, end, speaker, NULL, NULL, 0 }, from == block->start);
    segmenter->last = speaker;
}

/* Whose a talk is: an index of the people; -1 for several, -2 when the words must tell. */
static int32_t talk_person(const struct segmenter *segmenter, const struct talk *talk)
{
    const struct segment_input *input = segmenter->input;
    if (talk->speaker == TALK_OF_SEVERAL)
        return -1;
    const struct name_occurrence *name = talk->speaker == TALK_OPEN ? NULL : name_at(input->context, talk->speaker);
    bool speaks = name && name->person >= 0 && input->people->items[name->person].speaker;
    return speaks ? name->person : -2;
}

/* A paragraph in bold that asks, where the section tells whose words the others are: an interviewer's. */
static bool interviewer_asks(const struct segmenter *segmenter, const struct block *block)
{
    const struct name_context *context = segmenter->input->context;
    uint32_t end = (uint32_t)lexeme_at(segmenter->report, block->end);
    return segmenter->section_person >= 0 && block->kind == BLOCK_PARAGRAPH && end > 0 &&
           word_is(context, end - 1, "?") && marked(segmenter->report, MARK_BOLD, block->start, block->end);
}

/* Text START..END of a block outside turns: the talks of a programme, whole, and narrative. */
static void unlabelled(struct segmenter *segmenter, uint32_t start, uint32_t end, const struct block *block)
{
    const talk_list *talks = segmenter->input->talks;
    if (interviewer_asks(segmenter, block)) {
        add_piece(segmenter, (struct piece){ start, end, -1, NULL, NULL, 0 }, start == block->start);
        return;
    }
    while (start < end) {
        const struct talk *talk = talk_after(talks, start);
        int32_t person = talk && talk->start <= start ? talk_person(segmenter, talk) : -2;
        uint32_t stop = !talk ? end : talk->start > start ? talk->start : talk->end;
        const struct talk *next = talk && stop == talk->end ? talk_after(talks, stop) : NULL;
        if (next && next->start > stop && next->start <= end)
            stop = next->start; /* the line end between them */
        stop = stop < end ? stop : end;
        if (person == -2) {
            narrate(segmenter, start, stop, block);
        } else {
            add_piece(segmenter,
                      (struct piece){ start, stop, person, NULL, NULL, UINT32_MAX - (uint32_t)(talk - talks->items) },
                      start == block->start);
            segmenter->last = -1;
        }
        start = stop;
    }
}

/* After a heading in a transcript, who spoke before it goes on where the text has "I" and "you", and others follow. */
static void go_on(struct segmenter *segmenter, const struct block *block)
{
    const struct segment_input *input = segmenter->input;
    if (segmenter->turn || !segmenter->paused || !input->verbatim || segmenter->next_turn >= input->turns->count)
        return;
    uint32_t first = (uint32_t)lexeme_at(segmenter->report, block->start);
    uint32_t end = (uint32_t)lexeme_at(segmenter->report, block->end);
    if (block->kind == BLOCK_PARAGRAPH && aside_persons(input->context, first, end))
        segmenter->turn = segmenter->paused;
}

static bool sentence_closes(const struct lexeme *lexeme)
{
    static const char *const marks[] = { ".", "!", "?", "…", "»", "”", "\"", ":" };
    return LEXEME_AMONG(lexeme, marks);
}

/* Is the text START..END of a transcript a note in brackets alone ("[The Speaker (X) in the Chair]"), or in its head and no
 * sentence ("Jane Doe, Spokesperson")? */
static bool note_block(const struct segmenter *segmenter, uint32_t start, uint32_t end)
{
    const struct name_context *context = segmenter->input->context;
    uint32_t first = (uint32_t)lexeme_at(segmenter->report, start), after;
    uint32_t last = (uint32_t)lexeme_at(segmenter->report, end);
    if (segmenter->next_turn == 0 && last > first && !sentence_closes(&context->lexemes[last - 1]))
        return true;
    if (!word_is(context, first, "(") && !word_is(context, first, "["))
        return false;
    return aside_line(context, first, aside_line_end(context, first), &after) != ASIDE_NONE &&
           (after >= context->count || context->lexemes[after].start >= end);
}

/* Text START..END under the turn that runs on, or narrative. */
static void stretch(struct segmenter *segmenter, uint32_t start, uint32_t end, const struct block *block)
{
    if (end <= start)
        return;
    const struct turn *turn = segmenter->turn;
    if (!turn && segmenter->input->verbatim && note_block(segmenter, start, end)) {
        add_piece(segmenter, (struct piece){ start, end, -1, NULL, NULL, 0 }, start == block->start);
        segmenter->last = -1;
        return;
    }
    if (!turn) {
        unlabelled(segmenter, start, end, block);
        return;
    }
    struct piece piece = { start, end, turn->person, NULL, NULL, segmenter->turn_number };
    const struct name_context *context = segmenter->input->context;
    if (turn->person >= 0 && !segmenter->input->people->items[turn->person].speaker)
        piece.person = -1;
    if (piece.person < 0 && turn->label.end > turn->label.start)
        piece.label = arena_dup(segmenter->report->arena, segmenter->report->record.text.bytes + turn->label.start,
                                turn->label.end - turn->label.start);
    else if (piece.person >= 0 && turn->role_last > turn->role_first && turn->role_last <= context->count) {
        uint32_t from = context->lexemes[turn->role_first].start, to = context->lexemes[turn->role_last - 1].end;
        while (from < to && strchr("(,[ ", segmenter->report->record.text.bytes[from]))
            from++;
        while (to > from && strchr("),] ", segmenter->report->record.text.bytes[to - 1]))
            to--;
        piece.role = arena_dup(segmenter->report->arena, segmenter->report->record.text.bytes + from, to - from);
    }
    segmenter->last = piece.person;
    narrative_note(&segmenter->narrative, piece.person);
    add_piece(segmenter, piece, start == block->start);
}

/* Whose the section under this heading is by how its text opens; -1. */
static int32_t opened_by(const struct segmenter *segmenter, const struct block *heading)
{
    const struct report *report = segmenter->report;
    const struct block *end = report->blocks.items + report->blocks.count, *block = heading + 1;
    while (block < end && (block->kind != BLOCK_HEADING || block->level > heading->level))
        block++;
    if (heading + 1 == block)
        return -1;
    return narrative_opened(&segmenter->narrative, (uint32_t)lexeme_at(report, heading->end),
                            (uint32_t)lexeme_at(report, block[-1].end));
}

static void heading(struct segmenter *segmenter, const struct block *block)
{
    const turn_list *turns = segmenter->input->turns;
    close_passage(segmenter);
    if (segmenter->next_turn < turns->count && turns->items[segmenter->next_turn].start >= block->start &&
        turns->items[segmenter->next_turn].start < block->end) { /* it names who speaks */
        segmenter->turn = &turns->items[segmenter->next_turn++];
        segmenter->turn_number++;
        return;
    }
    segmenter->paused = segmenter->turn ? segmenter->turn : segmenter->paused;
    segmenter->turn = NULL;
    segmenter->last = -1;
    segmenter->heading = arena_dup(segmenter->report->arena, segmenter->report->record.text.bytes + block->start,
                                   block->end - block->start);
    if (segmenter->section_person >= 0 &&
        (block->level <= segmenter->section_level || doubt_discussion(segmenter->input->context, block)))
        segmenter->section_person = -1;
    int32_t only = narrative_section(&segmenter->narrative, (uint32_t)lexeme_at(segmenter->report, block->start),
                                     (uint32_t)lexeme_at(segmenter->report, block->end));
    if (only < 0 && segmenter->section_person < 0 && block->level > 1)
        only = opened_by(segmenter, block);
    if (only >= 0) {
        segmenter->section_person = only;
        segmenter->section_level = block->level;
    }
}

/* In minutes that mix labels and narrative, a line whose own subject is another speaker ends the turn before it. Returns
 * where, or END. */
static uint32_t turn_ends(const struct segmenter *segmenter, uint32_t start, uint32_t end)
{
    const struct name_context *context = segmenter->input->context;
    if (segmenter->input->verbatim || !segmenter->turn)
        return end;
    size_t first = lexeme_at(segmenter->report, start);
    if (segmenter->turn->person < 0 && first < context->count && context->lexemes[first].start < end &&
        narrative_begins(&segmenter->narrative, (uint32_t)first, -1))
        return start; /* "A: X jumped in" */
    for (size_t i = first; i < context->count && context->lexemes[i].start < end; i++) {
        if (context->lexemes[i].before < BEFORE_LINE)
            continue;
        size_t name = name_after(context, (uint32_t)i);
        const struct talk *talk = talk_after(segmenter->input->talks, context->lexemes[i].start);
        if (talk && talk->start == context->lexemes[i].start &&
            talk_person(segmenter, talk) != segmenter->turn->person)
            return context->lexemes[i].start;
        if (meeting_begins(context, (uint32_t)i))
            return context->lexemes[i].start;
        if (narrative_begins(&segmenter->narrative, (uint32_t)i, segmenter->turn->person))
            return context->lexemes[i].start;
        uint32_t lead = name < context->names.count ? context->names.items[name].lead : UINT32_MAX;
        if (lead > i + 2 || (lead == i + 2 && !word_is(context, lead - 1, ":")) ||
            context->names.items[name].person == segmenter->turn->person)
            continue;
        if (narrative_attributed(&segmenter->narrative, &context->names.items[name]) >= 0)
            return context->lexemes[i].start;
    }
    return end;
}

/* Does the line at lexeme I begin something new: what stands before it ends a sentence, or another block? */
static bool fresh_line(const struct name_context *context, uint32_t i)
{
    static const char *const ends[] = { ".", "!", "?", "…", ")", "]", "»", "”", "\"", "—", "–", ":", ";" };
    if (context->lexemes[i].before != BEFORE_LINE)
        return context->lexemes[i].before == BEFORE_BLOCK;
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
        if (word_is(context, i - 1, ends[k]))
            return true;
    return false;
}

/* Is the line at lexeme I a title in front of the next label, perhaps with other such lines between? */
static bool title_of_next(const struct segmenter *segmenter, uint32_t i, const struct turn *next)
{
    const struct name_context *context = segmenter->input->context;
    if (!next || !segmenter->input->verbatim || !segmenter->punctuated)
        return false;
    for (unsigned lines = 0; lines < TITLES_MAX && i < context->count; lines++) {
        uint32_t after, end = aside_line_end(context, i);
        if (!aside_title(context, i, end) && aside_line(context, i, end, &after) == ASIDE_NONE)
            return false;
        if (end == next->first)
            return true;
        i = end;
    }
    return false;
}

/* Text START..END under the turn that runs on: notes, votes and titles in it are nobody's. */
static void under_turn(struct segmenter *segmenter, uint32_t start, uint32_t end, const struct block *block,
                       const struct turn *next)
{
    const struct name_context *context = segmenter->input->context;
    bool prose = block->kind != BLOCK_LIST_ITEM && block->kind != BLOCK_TABLE_ROW, noted = false;
    for (uint32_t i = (uint32_t)lexeme_at(segmenter->report, start), after;
         i < context->count && context->lexemes[i].start < end && segmenter->turn; i = after) {
        enum aside aside = ASIDE_NONE;
        uint32_t line = i;
        after = aside_line_end(context, i);
        bool fresh = fresh_line(context, i) || (noted && context->lexemes[i].before == BEFORE_LINE);
        if (fresh)
            aside = aside_line(context, i, after, &after);
        bool whole = context->lexemes[i].before == BEFORE_BLOCK && context->lexemes[after - 1].end >= block->end;
        if (aside == ASIDE_NONE && prose && fresh &&
            (title_of_next(segmenter, i, next) ||
             (whole && segmenter->input->verbatim && aside_italic(context, i, after))))
            aside = ASIDE_NOTE;
        noted = aside != ASIDE_NONE;
        if (aside == ASIDE_NONE)
            continue;
        uint32_t from = context->lexemes[line].start, to = end;
        if (after < context->count && context->lexemes[after].start < end)
            to = context->lexemes[after].start;
        stretch(segmenter, start, from, block);
        add_piece(segmenter, (struct piece){ from, to, -1, NULL, NULL, 0 }, from == block->start);
        start = to;
        if (aside == ASIDE_END) {
            segmenter->turn = segmenter->paused = NULL;
            segmenter->last = -1;
        }
    }
    stretch(segmenter, start, end, block);
}

/* Text that may lie under a turn, up to the next one. */
static void between(struct segmenter *segmenter, uint32_t start, uint32_t end, const struct block *block,
                    const struct turn *next)
{
    if (start == block->start)
        go_on(segmenter, block);
    uint32_t cut = turn_ends(segmenter, start, end);
    under_turn(segmenter, start, cut, block, cut < end ? NULL : next);
    if (cut < end) {
        segmenter->turn = NULL;
        stretch(segmenter, cut, end, block);
    }
}

/* Do the turns of this transcript mostly end with punctuation? */
static bool punctuated(const struct segment_input *input)
{
    size_t ended = 0;
    for (size_t i = 1; i < input->turns->count; i++) {
        uint32_t first = input->turns->items[i].first;
        ended += first > 0 && input->context->lexemes[first - 1].kind == LEXEME_PUNCTUATION;
    }
    return ended * 2 + 1 >= input->turns->count;
}

/* Does the quotation that is the turn's speech end in this block? Its source may follow: "« … » (A. Name)". */
static bool quotation_ends(const struct segmenter *segmenter, const struct block *block)
{
    const struct name_context *context = segmenter->input->context;
    uint32_t i = (uint32_t)lexeme_at(segmenter->report, block->end);
    while (i > 0 && context->lexemes[i - 1].start >= segmenter->turn->text &&
           context->lexemes[i - 1].start >= block->start)
        if (word_is(context, --i, "«") || word_is(context, i, "»"))
            return word_is(context, i, "»");
    return false;
}

static void block_pieces(struct segmenter *segmenter, const struct block *block)
{
    const turn_list *turns = segmenter->input->turns;
    uint32_t at = block->start;
    while (segmenter->next_turn < turns->count && turns->items[segmenter->next_turn].start < block->end) {
        const struct turn *turn = &turns->items[segmenter->next_turn++];
        if (turn->start < at)
            continue;
        between(segmenter, at, turn->start, block, turn);
        close_passage(segmenter);
        segmenter->turn = turn;
        segmenter->turn_number++;
        at = turn->text < block->end ? turn->text : block->end;
    }
    between(segmenter, at, block->end, block,
            segmenter->next_turn < turns->count ? &turns->items[segmenter->next_turn] : NULL);
    if (segmenter->turn && (segmenter->turn->reach == REACH_BLOCK ||
                            (segmenter->turn->reach == REACH_QUOTE && quotation_ends(segmenter, block)))) {
        close_passage(segmenter);
        segmenter->turn = NULL;
    }
}

void segment(struct report *report, const struct segment_input *input)
{
    struct segmenter segmenter = {
        .report = report, .input = input, .section_person = -1, .last = -1,
        .punctuated = punctuated(input),
        .narrative = narrative_begin(input->context, input->people)
    };
    for (size_t i = 0; i < report->blocks.count; i++) {
        const struct block *block = &report->blocks.items[i];
        if (block->kind == BLOCK_HEADING)
            heading(&segmenter, block);
        else if (block->kind == BLOCK_RULE)
            close_passage(&segmenter);
        else
            block_pieces(&segmenter, block);
    }
    close_passage(&segmenter);
}
