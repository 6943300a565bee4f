#include "credits.h"

#include "columns.h"
#include "credit_line.h"
#include "name_shape.h"
#include "name_words.h"
#include "programme.h"
#include "programme_page.h"
#include "speech_words.h"
#include "template.h"

enum {
    PROSE_BYTES = 320, /* of a line: a longer one is prose, and holds a credit at its beginning only */
    FEW = 3,           /* lines of one form that begin to tell something */
    EDGES = CREDIT_COMMA + 1,
    LABEL_LEXEMES_MAX = 8,
    SENTENCE_MIN = 8, /* lexemes before "by", from which a line that ends with a period is a sentence */
    ABBREVIATION_MAX = 4,
    PLACED_MIN = 4,   /* people in places that hold people, from which a page without hours is a programme */
    PLACED_SHARE = 5, /* of a page that only says what meeting it is, one line in so many at least holds people */
    GIVEN_FIRST = 2,  /* names with the given name first for one with it last, by which that one is misread */
    COMPARED_MAX = 200, /* credits of which the names are compared */
    LISTED_SHARE = 4  /* of a page without hours, at least one line in so many is sure to name who speaks */
};

static const double BELIEVED = 0.5; /* evidence from which a credit is one */
static const double SURE = 0.6;
static const double FORM_SURE = 0.35, FORM_STRONG = 0.25, FORM_WEAK = 0.15;
static const double FORM_STRONG_MIN = 0.5, FORM_WEAK_MIN = 0.4;
static const double PLACED = 0.35, MISPLACED = 0.3; /* what the place on the page adds and takes */
static const double CREDITED = 0.6;                 /* likelihood of a name in a credit, at least */

struct form { /* credits that stand between the same edges */
    size_t count;
    double sum;
};

static uint32_t line_bytes(const struct name_context *context, const struct slot_line *line)
{
    return context->lexemes[line->end - 1].end - context->lexemes[line->first].start;
}

static bool elsewhere(const section_list *sections, uint32_t offset)
{
    switch (section_at(sections, offset)) {
    case SECTION_PRESENT:
    case SECTION_ABSENT:
    case SECTION_THANKS:
    case SECTION_BIBLIOGRAPHY:
    case SECTION_CONTACT:
    case SECTION_COMMITTEE: return true;
    default: return false;
    }
}

/* "Title:", "Lieu :": a line that says what stands in it, and that is nobody. */
static bool labels_others(const struct name_context *context, uint32_t first, uint32_t end)
{
    static const char *const labels[] = {
        "title",    "titre",    "topic",    "theme",     "sujet",      "subject",     "abstract",    "resume",
        "summary",  "when",     "where",    "quand",     "venue",      "room",        "salle",       "lieu",
        "place",    "location", "date",     "time",      "heure",      "horaire",     "language",    "langue",
        "keywords", "bio",      "biography", "biographie", "affiliation", "institution", "organisation",
        "organization",
        "paper",    "link",     "links",    "slides",    "video",      "duration",    "duree"
    };
    if (first + 1 >= end || !lexeme_is(&context->lexemes[first + 1], ":"))
        return false;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (lexeme_is(&context->lexemes[first], labels[i]))
            return true;
    return false;
}

static void split_lines(const struct name_context *context, const section_list *sections, slot_line_list *lines)
{
    const struct report *report = context->report;
    size_t block = 0;
    for (uint32_t first = 0; first < context->count;) {
        uint32_t end = first + 1;
        while (end < context->count && context->lexemes[end].before < BEFORE_LINE)
            end++;
        while (block + 1 < report->blocks.count &&
               report->blocks.items[block + 1].start <= context->lexemes[first].start)
            block++;
        bool heading = block < report->blocks.count && report->blocks.items[block].kind == BLOCK_HEADING;
        *vec_push(context->arena, lines) = (struct slot_line){ first,
                                                               end,
                                                               block,
                                                               heading,
                                                               programme_line(context, first),
                                                               false,
                                                               labels_others(context, first, end),
                                                               elsewhere(sections, context->lexemes[first].start) };
        first = end;
    }
}

/* Do the words before the colon at lexeme COLON announce people: a section's label, or a role? */
static bool people_label(const struct name_context *context, uint32_t first, uint32_t colon)
{
    const char *text = context->report->record.text.bytes;
    bool role = false;
    while (colon > first + 1 && context->lexemes[colon - 1].kind == LEXEME_NUMBER)
        colon--; /* "Keynote 2:" */
    for (uint32_t i = colon; i > first && colon - i < LABEL_LEXEMES_MAX; i--) {
        if (context->lexemes[i - 1].kind == LEXEME_PUNCTUATION && !word_is(context, i - 1, "/") &&
            !word_is(context, i - 1, "-"))
            break;
        struct slice words = { text + context->lexemes[i - 1].start,
                               context->lexemes[colon].start - context->lexemes[i - 1].start };
        role |= (context->bits[i - 1] & NAME_WORD_ROLE) != 0;
        if (section_label(words) == SECTION_SPEAKERS)
            return true;
    }
    return role;
}

/* "Commentée par X", "Animated by Y" at the beginning of a line, but not "Organised by Z". */
static bool begins_agent(const struct name_context *context, const struct slot_line *line, uint32_t by)
{
    static const char *const others[] = { "organi", "coordon", "propos", "tradui", "written", "ecrit", "publi",
                                          "photo",  "support", "financ", "fund",   "poste",   "post",  "translat" };
    const struct lexeme *word = &context->lexemes[by - 1];
    if (speech_bits(word->folded) & SPEECH_AGENT)
        return true;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strncmp(word->folded, others[i], strlen(others[i])) == 0)
            return false;
    return by - 1 == line->first;
}

/* "Débat avec X", "In conversation with X": who is named gives the talk. */
static bool talks_with(const struct lexeme *word)
{
    static const char *const words[] = { "debat",    "discussion", "rencontre", "entretien", "conversation",
                                         "echange",
                                         "echanges", "dialogue",   "interview", "ronde",     "q&a",          "panel",
                                         "talk",     "debate",     "causerie",  "conference" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (lexeme_is(word, words[i]))
            return true;
    return false;
}

/* "(prés. X)", "mod. Y" */
static bool short_label(const struct lexeme *word)
{
    static const char *const words[] = { "pres", "presid", "mod", "moder", "anim", "disc", "discut", "chair" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (lexeme_is(word, words[i]))
            return true;
    return false;
}

static enum credit_edge left_edge(const struct name_context *context, const struct mark_edges *edges,
                                  const struct slot_line *line, uint32_t i)
{
    const struct lexeme *before = &context->lexemes[i - 1];
    bool spaced = context->lexemes[i].before == BEFORE_SPACE;
    if (lexeme_is(before, ":"))
        return people_label(context, line->first, i - 1) ? CREDIT_LABEL : CREDIT_COLON;
    if (lexeme_is(before, "(") || lexeme_is(before, "["))
        return CREDIT_BRACKET;
    if (lexeme_is(before, ".") && i > line->first + 1 && short_label(before - 1))
        return CREDIT_LABEL;
    bool by = lexeme_is(before, "par") || lexeme_is(before, "by");
    bool with = lexeme_is(before, "avec") || lexeme_is(before, "with");
    if (with && i - 1 > line->first && talks_with(&context->lexemes[i - 2]))
        return CREDIT_BY;
    if (by || with) { /* not "a vocabulary by", "joint work with" */
        bool apart = i - 1 == line->first || context->lexemes[i - 2].kind == LEXEME_PUNCTUATION || edges->ends[i - 1];
        /* a sentence that goes on about somebody has other people in it: "… after a thesis directed by X." */
        bool told = i - line->first > SENTENCE_MIN && lexeme_is(&context->lexemes[line->end - 1], ".");
        bool agent = by && i - 1 > line->first && !told && begins_agent(context, line, i - 1);
        apart &= !(told && i - 1 > line->first && lexeme_is(&context->lexemes[i - 2], "(")); /* joint work (with X) */
        return apart || agent ? CREDIT_BY : CREDIT_NOTHING;
    }
    if (lexeme_is(before, "–") || lexeme_is(before, "—") || lexeme_is(before, "|") ||
        (lexeme_is(before, "-") && spaced) || lexeme_is(before, "•") || lexeme_is(before, "·"))
        return CREDIT_DASH;
    if (lexeme_is(before, "»") || lexeme_is(before, "”") || lexeme_is(before, "\"") || lexeme_is(before, "’"))
        return CREDIT_QUOTE;
    if (lexeme_is(before, ",") && i > line->first + 1 &&
        (lexeme_is(before - 1, "»") || lexeme_is(before - 1, "”") || lexeme_is(before - 1, "\"")))
        return CREDIT_QUOTE;
    bool abbreviated = lexeme_is(before, ".") && i > line->first + 1 &&
                       before[-1].end - before[-1].start < ABBREVIATION_MAX &&
                       (before[-1].shape & (SHAPE_LOWER | SHAPE_INITIAL) ||
                        context->bits[i - 2] & NAME_WORD_HONORIFIC); /* cf., M. */
    if ((lexeme_is(before, ".") || lexeme_is(before, "?") || lexeme_is(before, "!")) && spaced && !abbreviated)
        return CREDIT_PERIOD;
    return edges->begins[i] || edges->ends[i] ? CREDIT_MARK : CREDIT_NOTHING;
}

/* May a credit stand between these edges? */
static bool allowed(const struct credit *credit, bool prose)
{
    bool last = credit->right == CREDIT_LINE;
    if (prose && (credit->left != CREDIT_LINE || last || credit->right == CREDIT_COMMA))
        return false;
    switch (credit->left) {
    case CREDIT_LINE:
        return credit->right != CREDIT_COMMA || credit->affiliated || credit->placed || credit->evidence >= SURE;
    case CREDIT_LABEL: return true;
    case CREDIT_BY: return true;
    case CREDIT_BRACKET: return credit->right == CREDIT_BRACKET;
    case CREDIT_COMMA:
    case CREDIT_NOTHING: return false;
    default: return last || credit->marked || credit->placed || (credit->affiliated && credit->right != CREDIT_COMMA);
    }
}

/* All credits that the lines might hold, in text order. */
static void read_lines(const struct name_context *context, const struct mark_edges *edges,
                       const struct page_template *page, const slot_line_list *lines, const credit_list *columns,
                       credit_list *found)
{
    struct credit credit;
    size_t next = 0; /* of the people that columns gave */
    for (size_t l = 0; l < lines->count; l++) {
        const struct slot_line *line = &lines->items[l];
        bool prose = line_bytes(context, line) > PROSE_BYTES;
        for (; next < columns->count && columns->items[next].first < line->end; next++)
            *vec_push(context->arena, found) = columns->items[next];
        uint32_t head = credit_skip_head(context, line->first, line->end);
        for (uint32_t i = head; i < line->end; i++) {
            enum credit_edge left =
                i == head ? line->speakers ? CREDIT_LABEL : CREDIT_LINE : left_edge(context, edges, line, i);
            bool head_of_text = page->heads[i] != 0;
            if (left == CREDIT_NOTHING && head_of_text)
                left = CREDIT_MARK;
            bool possible = line->others ? left == CREDIT_LABEL || left == CREDIT_BY : left != CREDIT_NOTHING;
            if (!possible || !credit_read(context, edges, i, line->end, left, &credit))
                continue;
            credit.placed = head_of_text && page->parts[i] == PART_PEOPLE;
            credit.misplaced = head_of_text && page->parts[i] == PART_OTHER;
            if (allowed(&credit, prose))
                *vec_push(context->arena, found) = credit;
        }
    }
}

/* Do the lines of a page without hours mostly name people, as a list of talks does? */
static bool lists_people(const slot_line_list *lines, const credit_list *found)
{
    size_t sure = 0;
    for (size_t i = 0; i < found->count; i++)
        sure += found->items[i].evidence >= SURE &&
                (found->items[i].left == CREDIT_LINE || found->items[i].right == CREDIT_LINE);
    return sure >= FEW && sure * LISTED_SHARE >= lines->count;
}

/* Do most credits name somebody whom none before them names? A transcript names its speakers again and again. */
static bool names_many(const credit_list *found)
{
    size_t fresh = 0, count = found->count < COMPARED_MAX ? found->count : COMPARED_MAX;
    for (size_t i = 0; i < count; i++) {
        const struct name_occurrence *name = &found->items[i].people[0].name;
        bool known = false;
        for (size_t k = 0; k < i && !known; k++) {
            const struct name_occurrence *other = &found->items[k].people[0].name;
            known = !strcmp(name->surname, other->surname) && !strcmp(name->given, other->given);
        }
        fresh += !known;
    }
    return fresh * 3 >= count * 2;
}

static struct form *form_of(struct form *forms, const struct credit *credit)
{
    return &forms[credit->left * EDGES + credit->right];
}

/* What a credit is believed for: its own evidence and that of the others of its form. */
static double belief(struct form *forms, const struct credit *credit)
{
    const struct form *form = form_of(forms, credit);
    double mean = form->sum / (double)form->count, bonus = 0;
    if (form->count >= FEW)
        bonus = mean >= SURE && form->count >= 2 * FEW ? FORM_SURE
                : mean >= FORM_STRONG_MIN              ? FORM_STRONG
                : mean >= FORM_WEAK_MIN                ? FORM_WEAK
                                                       : 0;
    bool told = credit->left == CREDIT_LABEL || credit->left == CREDIT_BY || credit->marked;
    bonus += credit->placed ? PLACED : credit->misplaced && !told ? -MISPLACED : 0;
    return credit->evidence + bonus;
}

/* A credit that says by itself that it is one: others may stand in its line. */
static bool stands_out(const struct credit *credit)
{
    return credit->left == CREDIT_LABEL || credit->left == CREDIT_BY || credit->marked ||
           (credit->affiliated && credit->evidence >= SURE);
}

/* Of the credits in a line, is this the one believed most? Titles that name somebody stand beside who speaks. */
static bool chosen(const struct name_context *context, struct form *forms, const credit_list *found, size_t index)
{
    const struct credit *credit = &found->items[index];
    if (stands_out(credit))
        return true;
    for (int step = -1; step <= 1; step += 2)
        for (size_t i = index + (size_t)step; i < found->count; i += (size_t)step) {
            const struct credit *other = &found->items[i];
            uint32_t first = step < 0 ? other->first : credit->first, last = step < 0 ? credit->first : other->first;
            bool same_line = true;
            for (uint32_t at = first + 1; at <= last && same_line; at++)
                same_line = context->lexemes[at].before < BEFORE_LINE;
            if (!same_line)
                break;
            bool inside = other->first < credit->end && credit->first < other->end;
            inside |= credit->placed && other->placed; /* the page prints both where it prints people */
            double mine = belief(forms, credit), its = belief(forms, other);
            if (!inside && (its > mine || (its == mine && step < 0)))
                return false;
        }
    return true;
}

/* "par X", "by X", a label before a name: who speaks, although a title stands around. */
static bool announced_name(const struct name_context *context, const struct name_occurrence *name, bool with)
{
    if (!name->lead || context->lexemes[name->lead].before >= BEFORE_LINE)
        return false;
    const struct lexeme *before = &context->lexemes[name->lead - 1];
    bool agent = lexeme_is(before, "par") || lexeme_is(before, "by") ||
                 (with && (lexeme_is(before, "avec") || lexeme_is(before, "with")));
    return (before->shape & SHAPE_LOWER && agent) || lexeme_is(before, ":");
}

/* A title ends without a period; what ends with one, after the name, is prose that may say that somebody spoke. */
static bool in_prose(const struct name_context *context, const struct name_occurrence *name)
{
    uint32_t end = name->last + 1;
    while (end < context->count && context->lexemes[end].before < BEFORE_LINE && !word_is(context, end, "."))
        end++;
    return word_is(context, end, ".") && context->lexemes[end].before < BEFORE_LINE;
}

/* The other names in a line with a credit, and those where the page prints titles, are named by titles. */
static void note_titles(struct name_context *context, const struct page_template *page)
{
    for (size_t i = 0; i < context->names.count; i++) {
        struct name_occurrence *title = &context->names.items[i];
        if (!title->credit_end) {
            bool other = page->parts[title->first] == PART_OTHER && !announced_name(context, title, false);
            title->in_abstract = other && in_prose(context, title);
            title->in_title |= credit_dates_work(context, title->last + 1) || (other && !title->in_abstract);
            continue;
        }
        for (size_t k = i + 1; k < context->names.count; k++) {
            struct name_occurrence *name = &context->names.items[k];
            bool same_line = true;
            for (uint32_t at = context->names.items[i].last + 1; at <= name->lead && same_line; at++)
                same_line = context->lexemes[at].before < BEFORE_LINE;
            if (!same_line || name->credit_end || announced_name(context, name, true))
                break;
            name->in_title = true;
        }
    }
}

/* A row of a table is one slot, in whatever column its hour stands. */
static void time_rows(const struct name_context *context, slot_line_list *lines)
{
    for (size_t first = 0, end; first < lines->count; first = end) {
        size_t block = lines->items[first].block;
        bool timed = lines->items[first].timed, row = block < context->report->blocks.count &&
                                                      context->report->blocks.items[block].kind == BLOCK_TABLE_ROW;
        for (end = first + 1; end < lines->count && lines->items[end].block == block; end++) {
            timed |= lines->items[end].timed;
            lines->items[end].timed &= !row;
        }
        lines->items[first].timed = timed;
    }
}

/* Is the surname printed first, without capitals that would say so? */
static bool plainly_reversed(const struct name_context *context, const struct name_occurrence *name)
{
    const struct lexeme *first = &context->lexemes[name->first];
    const char *word = name_show(context, name->first, name->first);
    return name->last == name->first + 1 && first->shape & SHAPE_CAPITAL && name->surname && name->given &&
           strcmp(word, name->surname) == 0;
}

/* Where the page prints given names first, a strange word before one that is a given name too is one: Haruto Kim. */
static void turn_back(const struct name_context *context, credit_list *found)
{
    size_t reversed = 0, plain = 0;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < found->count; i++)
            for (size_t k = 0; k < found->items[i].count; k++) {
                struct name_occurrence *name = &found->items[i].people[k].name;
                bool is_reversed = plainly_reversed(context, name);
                if (pass == 0) {
                    reversed += is_reversed;
                    plain += !is_reversed && name_given(&context->lexemes[name->first]);
                } else if (is_reversed && plain > reversed * GIVEN_FIRST) {
                    const char *given = name->given;
                    name->given = name->surname;
                    name->surname = given;
                }
            }
}

void credits_find(struct name_context *context, const section_list *sections, talk_list *talks)
{
    slot_line_list lines = { 0 };
    credit_list columns = { 0 }, found = { 0 }, accepted = { 0 };
    struct form forms[EDGES * EDGES] = { { 0 } };
    if (!context->count)
        return;
    split_lines(context, sections, &lines);
    size_t headed = columns_note(context, &lines, &columns);
    struct programme_signs signs = programme_page(context, &lines);
    signs.announced |= headed >= FEW;
    if (!signs.hours && !signs.announced && !signs.meeting)
        return;
    struct mark_edges edges = mark_edges_find(context);
    struct page_template page = template_learn(context, &edges, &lines);
    read_lines(context, &edges, &page, &lines, &columns, &found);
    bool listed = page.people + columns.count >= PLACED_MIN || (!signs.prose && lists_people(&lines, &found));
    bool template = page.people >= PLACED_MIN && page.people * PLACED_SHARE >= lines.count && !signs.prose &&
                    names_many(&found);
    if (!signs.hours && !(signs.announced ? listed : template))
        return;
    turn_back(context, &found);
    for (size_t i = 0; i < found.count; i++) {
        struct form *form = form_of(forms, &found.items[i]);
        form->count++;
        form->sum += found.items[i].evidence;
    }
    VEC(struct name_occurrence) names = { 0 };
    uint32_t end = 0;
    for (size_t i = 0; i < found.count; i++) {
        struct credit *credit = &found.items[i];
        bool announced = credit->left == CREDIT_LABEL && names.count && /* "Jane Doe (chair: Wei Zhang)" */
                         names.items[names.count - 1].last < credit->first;
        bool inside = credit->first < end && !announced;
        bool taken = inside || elsewhere(sections, context->lexemes[credit->first].start);
        if (taken || belief(forms, credit) < BELIEVED || !chosen(context, forms, &found, i))
            continue;
        end = credit->end > end ? credit->end : end;
        *vec_push(context->arena, &accepted) = *credit;
        for (size_t k = 0; k < credit->count; k++) {
            struct name_occurrence *name = &credit->people[k].name;
            name->credit_end = credit->people[k].end;
            if (name->likelihood < CREDITED)
                name->likelihood = CREDITED;
            *vec_push(context->arena, &names) = *name;
        }
    }
    names_replace(context, names.items, names.count);
    note_titles(context, &page);
    time_rows(context, &lines);
    if (accepted.count)
        talks_find(context, &lines, signs.hours, &accepted, talks);
}
