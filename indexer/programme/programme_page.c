#include "programme_page.h"

#include "token.h"

enum {
    PROSE_BYTES = 320, /* of a line: a longer one is prose */
    FEW = 3,           /* hours, or speakers by markup, from which there is a programme */
    SPARSE = 15,       /* lines for each hour, on average, from which a page with hours is none */
    TAIL_LINES = 24,   /* after the last hour, that may belong to its slot */
    HEADING_WORDS_MAX = 6,
    KEY_BYTES = 200
};

/* Words under which talks and those who give them are listed, folded; ALONE: only as a heading of their own. */
static const struct {
    const char *word;
    bool alone;
} announcing[] = {
    { "program", false },       { "programme", false },     { "schedule", false },       { "timetable", false },
    { "talks", false },         { "keynotes", false },      { "keynote", true },         { "speakers", false },
    { "lectures", false },      { "lecturers", false },     { "papers", false },         { "panels", true },
    { "panelists", false },     { "panellists", false },    { "presentations", true },   { "presenters", false },
    { "sessions", true },       { "seminar", true },       { "seminars", false },       { "plenaries", true },
    { "tutorials", true },      { "intervenants", false },  { "intervenantes", false },  { "interventions", true },
    { "conferences", true },    { "conferenciers", false }, { "conferencieres", false }, { "communications", false },
    { "exposes", false },       { "seances", true },        { "seminaire", true },      { "seminaires", false },
    { "calendrier", true },     { "orateurs", false },      { "oratrices", false },      { "deroule", true },
    { "deroulement", true },    { "planning", true },       { "ateliers", true },        { "invites", true },
    { "agenda", true },         { "contributions", false },   { "guests", true }
};

/* Meetings that print whom they programme. Folded. */
static const char *const meetings[] = { "seminar",   "seminars",  "seminaire", "seminaires", "colloque",  "symposium",
                                        "workshop",  "workshops", "conference", "congres",   "congress",  "journee",
                                        "journees",  "rencontre", "rencontres", "webinar",   "webinaire", "forum",
                                        "meetup",    "school",    "summit",     "colloquium", "ecole" };

static bool names_meeting(struct slice text)
{
    char key[KEY_BYTES];
    if (text.length >= sizeof key)
        return false;
    size_t length = fold_key(text, key, sizeof key);
    for (size_t i = 0, end; i < length; i = end + 1) {
        for (end = i; end < length && key[end] != ' ';)
            end++;
        for (size_t k = 0; k < sizeof meetings / sizeof *meetings; k++)
            if (slice_is((struct slice){ key + i, end - i }, meetings[k]))
                return true;
    }
    return false;
}

/* Does a heading, a line of its own or a title announce talks? */
static bool announces(struct slice text, size_t words_max)
{
    char key[KEY_BYTES];
    if (text.length >= sizeof key)
        return false;
    size_t length = fold_key(text, key, sizeof key), words = 0;
    bool found = false, alone = false;
    for (size_t i = 0, end; i < length; i = end + 1) {
        for (end = i; end < length && key[end] != ' ';)
            end++;
        struct slice word = { key + i, end - i };
        words += end - i > 2 && !slice_is(word, "nos") && !slice_is(word, "our") && !slice_is(word, "les") &&
                 !slice_is(word, "the");
        if (words > words_max && words > 1)
            return false;
        for (size_t k = 0; k < sizeof announcing / sizeof *announcing; k++)
            if (slice_is(word, announcing[k].word)) {
                found |= !announcing[k].alone;
                alone |= announcing[k].alone;
            }
    }
    return (found && words <= words_max) || (alone && words == 1);
}

static uint32_t line_bytes(const struct name_context *context, const struct slot_line *line)
{
    return context->lexemes[line->end - 1].end - context->lexemes[line->first].start;
}

static void read_line_signs(const struct name_context *context, const struct slot_line *line,
                            struct programme_signs *signs)
{
    struct slice text = { context->report->record.text.bytes + context->lexemes[line->first].start,
                          line_bytes(context, line) };
    signs->announced |= !line->apart && announces(text, line->heading ? HEADING_WORDS_MAX : 1);
    signs->meeting |= line->heading && names_meeting(text);
}

/* Do elements that say so by their class name speakers, several times? */
static bool marked_speakers(const struct report *report)
{
    size_t count = 0;
    for (size_t i = 0; i < report->marks.count && count < FEW; i++)
        count += report->marks.items[i].kind == MARK_SPEAKER;
    return count >= FEW;
}

/* The report's title, and those that the page gives itself for windows and shares. */
static void read_titles(const struct report *report, struct programme_signs *signs)
{
    const char *title = report->record.title;
    for (size_t i = 0; i <= report->metas.count; i++) {
        const struct meta *meta = i < report->metas.count ? &report->metas.items[i] : NULL;
        if (meta && strcmp(meta->key, "title") != 0)
            continue;
        struct slice text = slice_of(meta ? meta->value : title ? title : "");
        signs->announced |= announces(text, SIZE_MAX);
        signs->meeting |= names_meeting(text);
    }
}

struct programme_signs programme_page(const struct name_context *context, slot_line_list *lines)
{
    size_t timed = 0, first = lines->count, last = 0, prose = 0, total = 0;
    struct programme_signs signs = { .announced = marked_speakers(context->report) };
    read_titles(context->report, &signs);
    for (size_t i = 0; i < lines->count; i++) {
        const struct slot_line *line = &lines->items[i];
        uint32_t bytes = line_bytes(context, line);
        total += bytes;
        prose += bytes > PROSE_BYTES ? bytes : 0;
        read_line_signs(context, line, &signs);
        if (!line->timed)
            continue;
        first = timed++ ? first : i;
        last = i;
    }
    signs.prose = prose * 2 >= total;
    signs.hours = timed >= FEW && last - first <= timed * SPARSE;
    if (signs.hours && !signs.announced) { /* else talks may be listed beside the hours */
        size_t block = lines->items[first].block;
        bool row = block < context->report->blocks.count &&
                   context->report->blocks.items[block].kind == BLOCK_TABLE_ROW;
        while (row && first > 0 && lines->items[first - 1].block == block)
            first--; /* its hour may stand in any column */
        last = last + TAIL_LINES < lines->count ? last + TAIL_LINES : lines->count - 1;
        memmove(lines->items, lines->items + first, (last + 1 - first) * sizeof *lines->items);
        lines->count = last + 1 - first;
    }
    return signs;
}
