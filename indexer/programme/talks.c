#include "talks.h"

enum {
    HOUR_LEXEMES_MAX = 8, /* of a line that is an hour and nothing else */
    FIELD_WORDS_MAX = 3   /* of a field's name */
};

/* A line that credits people: of how many, whom, and whether they give the talk rather than chair it. */
struct credited {
    size_t line;
    uint32_t speaker;
    bool gives;
};

typedef VEC(struct credited) credited_list;

/* Chairs and moderators are not whose talk it is; who stands after "Speaker:" is. */
static bool gives_talk(const struct name_context *context, const struct credit *credit)
{
    static const char *const words[] = { "speaker",       "speakers",   "intervenant", "intervenante", "intervenants",
                                         "presenter",     "presenters", "orateur",     "oratrice",     "conferencier",
                                         "conferenciere", "keynote",    "conference",  "conclusion",   "introduction",
                                         "ouverture",     "opening",    "closing",     "plenary",      "who" };
    if (credit->left != CREDIT_LABEL || credit->first < 2 || !word_is(context, credit->first - 1, ":"))
        return true; /* a column's heading is no chair */
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (word_is(context, credit->first - 2, words[i]))
            return true;
    return false;
}

/* Notes the line at L when it credits somebody; *NEXT is the first credit that may stand in it. */
static void note_line(const struct name_context *context, const slot_line_list *lines, size_t l,
                      const credit_list *credits, size_t *next, credited_list *credited)
{
    struct credited found = { l, TALK_OPEN, true };
    for (; *next < credits->count && credits->items[*next].first < lines->items[l].end; ++*next) {
        const struct credit *credit = &credits->items[*next];
        found.speaker =
            found.speaker == TALK_OPEN && credit->count == 1 ? credit->people[0].name.first : TALK_OF_SEVERAL;
        found.gives &= gives_talk(context, credit);
    }
    if (found.speaker != TALK_OPEN)
        *vec_push(context->arena, credited) = found;
}

static void add(const struct name_context *context, const slot_line_list *lines, size_t first, size_t end,
                uint32_t speaker, talk_list *talks)
{
    while (first + 1 < end && lines->items[first].timed && lines->items[first + 1].heading)
        first++; /* the heading parts an hour from its talk */
    if (first < end)
        *vec_push(context->arena, talks) =
            (struct talk){ context->lexemes[lines->items[first].first].start,
                           context->lexemes[lines->items[end - 1].end - 1].end, speaker };
}

/* A slot that credits people in several lines: its talks begin with their speakers, or end with them. */
static void divide(const struct name_context *context, const slot_line_list *lines, size_t first, size_t end,
                   const credited_list *credited, talk_list *talks)
{
    const struct slot_line *head = &lines->items[first];
    bool hour_alone = head->timed && head->end - head->first <= HOUR_LEXEMES_MAX;
    size_t content = first + (hour_alone && credited->items[0].line > first), from = first;
    size_t giving = 0;
    for (; giving < credited->count && !credited->items[giving].gives; giving++)
        content = credited->items[giving].line + 1;
    bool speaker_first = giving < credited->count && credited->items[giving].line == content;
    for (size_t i = 0; i < credited->count; i++) {
        const struct credited *line = &credited->items[i];
        size_t next = i + 1 < credited->count ? credited->items[i + 1].line : end;
        if (!line->gives) {
            add(context, lines, from, line->line, TALK_OPEN, talks);
            add(context, lines, line->line, line->line + 1, line->speaker, talks);
            from = line->line + 1;
        } else if (speaker_first) {
            add(context, lines, from, line->line, TALK_OPEN, talks);
            add(context, lines, line->line, next, line->speaker, talks);
            from = next;
        } else {
            add(context, lines, from, line->line + 1, line->speaker, talks);
            from = line->line + 1;
        }
    }
    add(context, lines, from, end, TALK_OPEN, talks);
}

/* The fields of one talk that may stand in paragraphs of their own. */
enum field {
    FIELD_NONE,
    FIELD_TITLE,  /* "Title:" */
    FIELD_TEXT,   /* "Abstract:", "Speaker bio:" */
    FIELD_OTHERS  /* "Co-authors:": who does not give it */
};

/* The field that begins at lexeme FIRST, its colon within few words. */
static enum field field_at(const struct name_context *context, uint32_t first)
{
    static const struct {
        const char *word;
        enum field field;
    } words[] = { { "title", FIELD_TITLE },   { "titre", FIELD_TITLE },     { "abstract", FIELD_TEXT },
                  { "summary", FIELD_TEXT },  { "resume", FIELD_TEXT },     { "bio", FIELD_TEXT },
                  { "biography", FIELD_TEXT }, { "biographie", FIELD_TEXT }, { "description", FIELD_TEXT },
                  { "co-authors", FIELD_OTHERS }, { "coauthors", FIELD_OTHERS }, { "co-auteurs", FIELD_OTHERS } };
    for (uint32_t i = first; i < context->count && i - first < FIELD_WORDS_MAX; i++)
        for (size_t k = 0; k < sizeof words / sizeof *words; k++)
            if (word_is(context, i, words[k].word) && word_is(context, i + 1, ":"))
                return words[k].field;
    return FIELD_NONE;
}

bool talk_field(const struct name_context *context, uint32_t first)
{
    return field_at(context, first) != FIELD_NONE;
}

/* Does a slot begin here: with an hour, a heading before one, or, on a page without hours, a block? */
static bool begins_slot(const slot_line_list *lines, size_t i, bool hours)
{
    const struct slot_line *line = &lines->items[i];
    if (i > 0 && line->apart != lines->items[i - 1].apart)
        return true;
    if (!hours)
        return i == 0 || line->block != lines->items[i - 1].block;
    bool day = line->heading && i + 1 < lines->count && lines->items[i + 1].timed;
    return i == 0 || line->timed || day;
}

/* On a page without hours: does the paragraph at I go on with the talk of the slot that began at FIRST? A title does when
 * the slot has none. */
static bool goes_on(const struct name_context *context, const slot_line_list *lines, size_t first, size_t i,
                    const credited_list *credited)
{
    enum field field = field_at(context, lines->items[i].first);
    if (!credited->count || field == FIELD_NONE || lines->items[i].heading)
        return false;
    for (size_t l = first; field == FIELD_TITLE && l < i; l++)
        if (field_at(context, lines->items[l].first) == FIELD_TITLE)
            return false;
    return true;
}

void talks_find(const struct name_context *context, const slot_line_list *lines, bool hours,
                const credit_list *credits, talk_list *talks)
{
    size_t next = 0;
    for (size_t first = 0, end; first < lines->count; first = end) {
        credited_list credited = { 0 };
        end = first;
        do {
            credited_list others = { 0 };
            bool gives = field_at(context, lines->items[end].first) != FIELD_OTHERS;
            note_line(context, lines, end, credits, &next, gives ? &credited : &others);
            end++;
        } while (end < lines->count && (!begins_slot(lines, end, hours) ||
                                        (!hours && goes_on(context, lines, first, end, &credited))));
        if (!credited.count)
            add(context, lines, first, end, TALK_OPEN, talks);
        else if (credited.count == 1 && credited.items[0].gives)
            add(context, lines, first, end, credited.items[0].speaker, talks);
        else
            divide(context, lines, first, end, &credited, talks);
    }
}

const struct talk *talk_after(const talk_list *talks, uint32_t offset)
{
    size_t low = 0, high = talks->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (talks->items[middle].end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low < talks->count ? &talks->items[low] : NULL;
}
