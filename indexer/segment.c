#include "segment.h"

#include "name_words.h"
#include "speech_words.h"
#include "utf8.h"

static const double ATTRIBUTING = 0.5; /* a signal this strong gives its sentence to the person */

/* Sentences that begin with one of these are about the meeting, not by its last speaker. Folded first words. */
static const char *const meeting_subjects[][2] = {
    { "les", "participants" },
    { "les", "participantes" },
    { "les", "echanges" },
    { "les", "debats" },
    { "le", "debat" },
    { "la", "salle" },
    { "le", "public" },
    { "la", "seance" },
    { "la", "reunion" },
    { "la", "journee" },
    { "le", "conseil" },
    { "les", "ateliers" },
    { "trois", "ateliers" },
    { "l'", "apres-midi" },
    { "l'", "assemblee" },
    { "la", "discussion" },
    { "une", "discussion" },
    { "un", "debat" },
    { "la", "matinee" },
    { "les", "membres" },
    { "les", "elus" },
    { "le", "comite" },
    { "the", "meeting" },
    { "the", "committee" },
    { "the", "council" },
    { "members", NULL },
    { "participants", NULL },
    { "the", "participants" },
    { "the", "audience" },
    { "the", "discussion" },
    { "the", "session" },
    { "the", "motion" },
    { "resolved", NULL },
    { "the", "panel" },
    { "after", "lunch" },
    { "apres", "la" },
    { "plusieurs", "participants" },
    { "un", "participant" },
    { "une", "participante" },
    { "a", "member" },
    { "a", "participant" },
    { "it", "was" },
    { "la", "table" },
    { "les", "tables" },
    { "decision", NULL },
    { "action", NULL },
    { "vote", NULL },
};

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
    /* the section whose heading names a speaker */
    int32_t section_person;
    uint8_t section_level;
    int32_t narrative;            /* speaker of the last sentence; -1 */
    int32_t last_man, last_woman; /* the last speakers whom "il" and "elle" can mean; -1 */
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
    if (piece.person >= 0) {
        unsigned gender = segmenter->input->people->items[piece.person].gender;
        if (gender != NAME_WORD_FEMALE)
            segmenter->last_man = piece.person;
        if (gender != NAME_WORD_MALE)
            segmenter->last_woman = piece.person;
    }
    uint32_t limit = nobody ? PASSAGE_BYTES_JOIN : PASSAGE_BYTES_MAX;
    if (same && (!new_block || piece.end - open->start <= limit)) {
        open->end = piece.end;
        return;
    }
    close_passage(segmenter);
    segmenter->open = piece;
    segmenter->has_open = true;
}

/* The strongest attribution that an occurrence itself carries. */
static double own_signal(const struct segmenter *segmenter, uint32_t name, const char **rule)
{
    const struct name_occurrence *occurrence = &segmenter->input->context->names.items[name];
    if (occurrence->person < 0 || !segmenter->input->people->items[occurrence->person].speaker ||
        !occurrence->signal.rule)
        return 0;
    *rule = occurrence->signal.rule;
    return occurrence->signal.weight;
}

static bool meeting_subject(const struct name_context *context, uint32_t first)
{
    for (size_t i = 0; i < sizeof meeting_subjects / sizeof *meeting_subjects; i++)
        if (lexeme_is(&context->lexemes[first], meeting_subjects[i][0]) &&
            (!meeting_subjects[i][1] ||
             (first + 1 < context->count && lexeme_is(&context->lexemes[first + 1], meeting_subjects[i][1]))))
            return true;
    return false;
}

/* Whom a sentence that begins with "il" or "elle" is about, when CURRENT speaks: the last of that gender. */
static int32_t taken_up(const struct segmenter *segmenter, uint32_t first, int32_t current)
{
    const struct lexeme *lexeme = &segmenter->input->context->lexemes[first];
    bool woman = lexeme_is(lexeme, "elle") || lexeme_is(lexeme, "she") || lexeme_is(lexeme, "celle-ci");
    bool man = lexeme_is(lexeme, "il") || lexeme_is(lexeme, "he") || lexeme_is(lexeme, "celui-ci");
    if ((!woman && !man) || current < 0)
        return current;
    unsigned gender = segmenter->input->people->items[current].gender;
    if (!gender || gender == (woman ? NAME_WORD_FEMALE : NAME_WORD_MALE))
        return current;
    int32_t other = woman ? segmenter->last_woman : segmenter->last_man;
    return other >= 0 ? other : current;
}

/* Does this block take up the last speaker: "Il a ajouté", "Elle", a quotation? */
static bool takes_up(const struct name_context *context, uint32_t first)
{
    static const char *const words[] = { "il", "elle", "he", "she", "celui-ci", "celle-ci" };
    const struct lexeme *lexeme = &context->lexemes[first];
    if (lexeme_is(lexeme, "«") || lexeme_is(lexeme, "“") || lexeme_is(lexeme, "\""))
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (lexeme_is(lexeme, words[i]))
            return first + 1 < context->count && !lexeme_is(&context->lexemes[first + 1], "y") &&
                   !lexeme_is(&context->lexemes[first + 1], "faut") &&
                   !lexeme_is(&context->lexemes[first + 1], "s'agit");
    return false;
}

/* The byte where the sentence of lexeme I begins: its opening quote or bracket belongs to it. */
static uint32_t sentence_begin(const struct name_context *context, uint32_t first, uint32_t i)
{
    static const char *const openers[] = { "«", "“", "\"", "(", "[", "–", "—", "-", "‘", "'" };
    while (i > first && context->lexemes[i].before <= BEFORE_SPACE &&
           context->lexemes[i - 1].before != BEFORE_NOTHING) {
        bool opener = false;
        for (size_t k = 0; k < sizeof openers / sizeof *openers; k++)
            opener |= lexeme_is(&context->lexemes[i - 1], openers[k]);
        if (!opener)
            break;
        i--;
    }
    return context->lexemes[i].start;
}

/* The byte where the part of an enumeration that holds the name at lexeme I begins: "et par", "ainsi que" go with it. */
static uint32_t enumeration_begin(const struct name_context *context, uint32_t first, uint32_t i)
{
    static const char *const joints[] = { "et",    "and", "de",   "d'",    "par", "by", "puis",
                                          "ainsi", "que", "avec", "enfin", "of",  "&" };
    while (i > first && context->lexemes[i].before <= BEFORE_LINE) {
        bool joint = false;
        for (size_t k = 0; k < sizeof joints / sizeof *joints; k++)
            joint |= lexeme_is(&context->lexemes[i - 1], joints[k]);
        if (!joint)
            break;
        i--;
    }
    return context->lexemes[i].start;
}

/* Cuts the narrative text START..END of one block into pieces by speaker. */
static void narrate(struct segmenter *segmenter, uint32_t start, uint32_t end, const struct block *block)
{
    const struct name_context *context = segmenter->input->context;
    const struct report *report = segmenter->report;
    uint32_t first = (uint32_t)lexeme_at(report, start);
    bool new_block = start == block->start;
    if (first >= context->count || context->lexemes[first].start >= end) {
        add_piece(segmenter, (struct piece){ start, end, -1, NULL, NULL, 0 }, new_block);
        return;
    }
    int32_t speaker =
        takes_up(context, first) ? taken_up(segmenter, first, segmenter->narrative) : segmenter->section_person;
    uint32_t from = start;
    size_t name = name_after(context, first);
    bool sentence_has_speaker = false;
    for (uint32_t i = first; i < context->count && context->lexemes[i].start < end; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        int32_t next = speaker;
        bool cut = false;
        uint32_t cut_at = sentence_begin(context, first, i);
        if (lexeme->sentence_start) {
            sentence_has_speaker = false;
            if (i > first && meeting_subject(context, i) && speaker >= 0 && speaker != segmenter->section_person) {
                next = segmenter->section_person;
                cut = true;
            }
            if (i > first && !cut) {
                next = taken_up(segmenter, i, speaker);
                cut = next != speaker;
            }
            /* who speaks in this sentence? */
            size_t look = name;
            while (look < context->names.count && context->names.items[look].last < i)
                look++;
            for (uint32_t j = i + 1;; j++) {
                bool ends =
                    j >= context->count || context->lexemes[j].start >= end || context->lexemes[j].sentence_start;
                while (look < context->names.count && context->names.items[look].last < j) {
                    const char *rule = "";
                    double weight = own_signal(segmenter, (uint32_t)look, &rule);
                    bool leads = context->names.items[look].lead <= i + 1 && weight >= 0.3;
                    if ((weight >= ATTRIBUTING || leads) && !sentence_has_speaker) {
                        next = context->names.items[look].person;
                        cut = next != speaker;
                        sentence_has_speaker = true;
                    }
                    look++;
                }
                if (ends)
                    break;
            }
        } else if (sentence_has_speaker) {
            /* another speaker of the same sentence: an enumeration is cut at each name */
            size_t here = name_after(context, i);
            if (here < context->names.count && context->names.items[here].lead == i) {
                const char *rule = "";
                const struct name_occurrence *occurrence = &context->names.items[here];
                if (occurrence->person != speaker && own_signal(segmenter, (uint32_t)here, &rule) >= ATTRIBUTING &&
                    strncmp(rule, "subject-", 8) != 0) {
                    next = occurrence->person;
                    cut = true;
                    cut_at = enumeration_begin(context, first, i);
                }
            }
        }
        if (cut && cut_at > from) {
            add_piece(segmenter, (struct piece){ from, cut_at, speaker, NULL, NULL, 0 }, from == block->start);
            from = cut_at;
        }
        speaker = next;
        while (name < context->names.count && context->names.items[name].last < i)
            name++;
    }
    add_piece(segmenter, (struct piece){ from, end, speaker, NULL, NULL, 0 }, from == block->start);
    segmenter->narrative = speaker;
}

/* Text START..END under the turn that runs on, or narrative. */
static void stretch(struct segmenter *segmenter, uint32_t start, uint32_t end, const struct block *block)
{
    if (end <= start)
        return;
    const struct turn *turn = segmenter->turn;
    if (!turn) {
        narrate(segmenter, start, end, block);
        return;
    }
    struct piece piece = { start, end, turn->person, NULL, NULL, segmenter->turn_number };
    const struct name_context *context = segmenter->input->context;
    if (turn->person >= 0 && !segmenter->input->people->items[turn->person].speaker)
        piece.person = -1;
    if (piece.person < 0)
        piece.label = arena_dup(segmenter->report->arena, segmenter->report->record.text.bytes + turn->label.start,
                                turn->label.end - turn->label.start);
    else if (turn->role_last > turn->role_first && turn->role_last <= context->count) {
        uint32_t from = context->lexemes[turn->role_first].start, to = context->lexemes[turn->role_last - 1].end;
        while (from < to && strchr("(,[ ", segmenter->report->record.text.bytes[from]))
            from++;
        while (to > from && strchr("),] ", segmenter->report->record.text.bytes[to - 1]))
            to--;
        piece.role = arena_dup(segmenter->report->arena, segmenter->report->record.text.bytes + from, to - from);
    }
    segmenter->narrative = piece.person;
    add_piece(segmenter, piece, start == block->start);
}

static void heading(struct segmenter *segmenter, const struct block *block)
{
    const struct segment_input *input = segmenter->input;
    close_passage(segmenter);
    segmenter->turn = NULL;
    segmenter->narrative = -1;
    segmenter->heading = arena_dup(segmenter->report->arena, segmenter->report->record.text.bytes + block->start,
                                   block->end - block->start);
    if (segmenter->section_person >= 0 && block->level <= segmenter->section_level)
        segmenter->section_person = -1;
    int32_t only = -1;
    size_t name = name_after(input->context, (uint32_t)lexeme_at(segmenter->report, block->start));
    for (; name < input->context->names.count && input->context->names.items[name].at.start < block->end; name++) {
        const char *rule;
        if (own_signal(segmenter, (uint32_t)name, &rule) < ATTRIBUTING)
            continue;
        if (only >= 0 && only != input->context->names.items[name].person)
            return;
        only = input->context->names.items[name].person;
    }
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
    for (size_t i = lexeme_at(segmenter->report, start); i < context->count && context->lexemes[i].start < end; i++) {
        if (context->lexemes[i].before < BEFORE_LINE)
            continue;
        const char *rule = "";
        size_t name = name_after(context, (uint32_t)i);
        if (meeting_subject(context, (uint32_t)i))
            return context->lexemes[i].start;
        if (name >= context->names.count || context->names.items[name].lead > i + 1 ||
            context->names.items[name].person == segmenter->turn->person)
            continue;
        if (own_signal(segmenter, (uint32_t)name, &rule) >= ATTRIBUTING)
            return context->lexemes[i].start;
    }
    return end;
}

/* Text that may lie under a turn, up to the next one. */
static void between(struct segmenter *segmenter, uint32_t start, uint32_t end, const struct block *block)
{
    uint32_t cut = turn_ends(segmenter, start, end);
    stretch(segmenter, start, cut, block);
    if (cut < end) {
        segmenter->turn = NULL;
        stretch(segmenter, cut, end, block);
    }
}

static void block_pieces(struct segmenter *segmenter, const struct block *block)
{
    const turn_list *turns = segmenter->input->turns;
    uint32_t at = block->start;
    while (segmenter->next_turn < turns->count && turns->items[segmenter->next_turn].start < block->end) {
        const struct turn *turn = &turns->items[segmenter->next_turn++];
        if (turn->start < at)
            continue;
        between(segmenter, at, turn->start, block);
        close_passage(segmenter);
        segmenter->turn = turn;
        segmenter->turn_number++;
        at = turn->text < block->end ? turn->text : block->end;
    }
    between(segmenter, at, block->end, block);
    if (segmenter->turn && segmenter->turn->reach == REACH_BLOCK) {
        close_passage(segmenter);
        segmenter->turn = NULL;
    }
}

void segment(struct report *report, const struct segment_input *input)
{
    struct segmenter segmenter = {
        .report = report, .input = input, .section_person = -1, .narrative = -1, .last_man = -1, .last_woman = -1
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
