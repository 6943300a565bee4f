#include "credit_line.h"

#include "marks.h"
#include "name_shape.h"
#include "name_words.h"

enum {
    TEAM_WORDS_MAX = 6,    /* of a laboratory's name after its university's */
    ORIGIN_MAX = 14,       /* lexemes between commas */
    HEAD_LEXEMES_MAX = 24, /* hours and bullets */
    TAG_LEXEMES_MAX = 4,   /* "[Paper 12]" */
    NAMES_ONLY_LOOKS = 4,  /* times that a credit looks ahead for such a list */
    NAMES_ONLY_MIN = 2     /* strange names in a row that make a list */
};

static const double LISTED_BONUS = 0.1, AFFILIATED_BONUS = 0.2, MARKED_BONUS = 0.35, LABEL_BONUS = 0.3,
                    BY_BONUS = 0.15;

struct mark_edges mark_edges_find(const struct name_context *context)
{
    const struct report *report = context->report;
    uint8_t *begins = arena_zero(context->arena, context->count + 1),
            *ends = arena_zero(context->arena, context->count + 1);
    for (size_t i = 0; i < report->marks.count; i++) {
        const struct mark *mark = &report->marks.items[i];
        begins[lexeme_at(report, mark->start)] = 1;
        ends[lexeme_at(report, mark->end)] = 1;
    }
    for (size_t i = 0; i < report->edges.count; i++) {
        size_t at = lexeme_at(report, report->edges.items[i]);
        begins[at] = ends[at] = 1;
    }
    return (struct mark_edges){ begins, ends };
}

static bool is_dash(const struct lexeme *lexeme)
{
    return ONE_OF(lexeme, "-", "–", "—", "―", "|", "/", "·", "•", "→");
}

static bool is_quote(const struct lexeme *lexeme)
{
    return ONE_OF(lexeme, "«", "»", "\"", "“", "”", "‘", "’", "'", "„");
}

/* Numbers, hours and the words between them: "9h30 - 10h", "10:30 am", "1A-3", "24 September 2015". */
static bool head_word(const struct lexeme *lexeme)
{
    if (lexeme->kind == LEXEME_NUMBER || (lexeme->kind == LEXEME_WORD && strpbrk(lexeme->folded, "0123456789")))
        return true;
    return ONE_OF(lexeme, "h", "am", "pm", "a.m", "p.m", "utc", "gmt", "cet", "cest", "est", "edt", "pst", "min",
                  "noon");
}

/* "De 9h à 10h", "from 10:30 to 11:00", but not "De Vries". */
static bool head_joint(const struct name_context *context, uint32_t i, uint32_t end)
{
    return i + 1 < end && ONE_OF(&context->lexemes[i], "de", "a", "from", "to") &&
           head_word(&context->lexemes[i + 1]);
}

static bool head_mark(const struct lexeme *lexeme)
{
    return is_dash(lexeme) || ONE_OF(lexeme, "*", ">", "<", ":", ".", ",", "[", "]", "#", "➡", "►", "▪", "●", "○",
                                     "+", "~", "’", "h", "°");
}

/* "[EN]", "[Paper 12]", "DEMO": what kind of slot follows. */
static uint32_t skip_tag(const struct name_context *context, uint32_t i, uint32_t end)
{
    if (word_is(context, i, "[")) {
        for (uint32_t at = i + 1; at < end && at - i <= TAG_LEXEMES_MAX; at++)
            if (word_is(context, at, "]"))
                return at + 1;
    }
    const struct lexeme *lexeme = &context->lexemes[i];
    bool shout = lexeme->kind == LEXEME_WORD && lexeme->shape & SHAPE_UPPER &&
                 !(lexeme->lexicon & (LEXICON_GIVEN | LEXICON_SURNAME));
    if (shout && i + 2 < end && ONE_OF(lexeme, "demo", "wip", "talk", "invited", "keynote", "paper", "poster", "tbc"))
        return i + 1;
    return i;
}

uint32_t credit_skip_head(const struct name_context *context, uint32_t first, uint32_t end)
{
    uint32_t i = first;
    while (i < end && i - first < HEAD_LEXEMES_MAX) {
        const struct lexeme *lexeme = &context->lexemes[i];
        uint32_t tag = skip_tag(context, i, end);
        bool bracketed_hour = lexeme_is(lexeme, "(") && i + 1 < end && head_word(&context->lexemes[i + 1]);
        bool closed = lexeme_is(lexeme, ")") && i > first && head_word(&context->lexemes[i - 1]);
        bool code = i > first && lexeme->before == BEFORE_NOTHING && lexeme->shape & (SHAPE_INITIAL | SHAPE_UPPER) &&
                    head_word(&context->lexemes[i - 1]);
        if (tag > i)
            i = tag;
        else if (code || head_word(lexeme) || head_joint(context, i, end) || head_mark(lexeme) || bracketed_hour ||
                 closed)
            i++;
        else
            break;
    }
    return i;
}

static bool breaks_line(const struct name_context *context, uint32_t i, uint32_t end)
{
    return i >= end || context->lexemes[i].before >= BEFORE_LINE;
}

/* Does a given name that is known, and a surname after which there is a comma, a bracket or nothing, begin at I? */
static bool person_follows(const struct name_context *context, uint32_t i, uint32_t end)
{
    return i + 1 < end && name_given(&context->lexemes[i]) && !name_ordinary(&context->lexemes[i]) &&
           credit_name_word(context, i) && credit_name_word(context, i + 1) && credit_ends_text(context, i + 2, end);
}

/* "CNRS", "Harbour University", "historienne": the part of a list that says where somebody is from. FURTHER: one
 * such part came before. */
static uint32_t read_origin(const struct name_context *context, const struct mark_edges *edges, uint32_t at,
                            uint32_t end, bool further)
{
    uint32_t i = at, words = 0;
    bool organisation = false, lower = false, ordinary = true;
    for (; i < end && i - at < ORIGIN_MAX; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        if (i > at + 1 && ONE_OF(&context->lexemes[i - 1], "and", "et", "&") && person_follows(context, i, end))
            return words ? i - 1 : at; /* "CNRS & Jane Doe, INRAE" */
        bool dash = lexeme_is(lexeme, "-") && lexeme->before == BEFORE_SPACE;
        if ((i > at && edges->begins[i]) || is_quote(lexeme) || dash ||
            ONE_OF(lexeme, ",", ";", ":", "(", ".", "–", "—", "|", "?", "!"))
            break;
        if (lexeme->kind != LEXEME_WORD)
            continue;
        if (ONE_OF(lexeme, "par", "by", "avec", "with"))
            return at; /* "…, chaired by Jane Doe" */
        words++;
        bool place = lexeme->lexicon & LEXICON_PLACE_WHOLE && !(lexeme->shape & SHAPE_LOWER); /* not "early" */
        organisation |=
            (context->bits[i] & (NAME_WORD_ORGANISATION | NAME_WORD_ROLE)) || place ||
            (lexeme->shape & (SHAPE_UPPER | SHAPE_ACRONYM) && !(lexeme->lexicon & (LEXICON_GIVEN | LEXICON_SURNAME)));
        lower |= i == at && lexeme->shape & (SHAPE_LOWER | SHAPE_ELIDED);
        ordinary &= name_ordinary(lexeme) || context->bits[i] & NAME_WORD_PARTICLE;
    }
    if (!words || (lower && !organisation) || word_is(context, i, ":"))
        return at;                                                                        /* a label */
    bool team = further && words <= TEAM_WORDS_MAX && !name_given(&context->lexemes[at]); /* after the university */
    return organisation || words == 1 || (ordinary && words <= 3) || team ? i : at;
}

/* The lexeme after an organisation at AT that ends a list and its line, as after people; BACK when none does. */
static uint32_t skip_last_origin(const struct name_context *context, const struct mark_edges *edges, uint32_t back,
                                 uint32_t at, uint32_t end)
{
    bool ignored;
    uint32_t after = read_origin(context, edges, at, end, false);
    if (after == at)
        return back;
    after = credit_skip_bracket(context, after, end, &ignored);
    uint32_t bar = after + (after < end && lexeme_is(&context->lexemes[after], "|"));
    return breaks_line(context, bar, end) ? bar : back;
}

/* What stands at I, after a credit. */
static enum credit_edge right_edge(const struct name_context *context, const struct mark_edges *edges, uint32_t i,
                                   uint32_t end)
{
    if (breaks_line(context, i, end))
        return CREDIT_LINE;
    const struct lexeme *lexeme = &context->lexemes[i];
    if (lexeme_is(lexeme, ":"))
        return CREDIT_COLON;
    if (is_dash(lexeme))
        return CREDIT_DASH;
    if (is_quote(lexeme))
        return CREDIT_QUOTE;
    if (lexeme_is(lexeme, ")") || lexeme_is(lexeme, "]"))
        return CREDIT_BRACKET;
    if (lexeme_is(lexeme, "."))
        return breaks_line(context, i + 1, end) ? CREDIT_LINE : CREDIT_PERIOD;
    if (lexeme_is(lexeme, ",") || lexeme_is(lexeme, ";")) {
        if (breaks_line(context, i + 1, end))
            return CREDIT_LINE;
        if (context->lexemes[i + 1].kind == LEXEME_NUMBER) /* "; 20 minutes", but not a film and its year */
            return lexeme_is(lexeme, ";") && !credit_dates_work(context, i) ? CREDIT_DASH : CREDIT_NOTHING;
        return is_quote(&context->lexemes[i + 1]) ? CREDIT_QUOTE : edges->begins[i + 1] ? CREDIT_MARK : CREDIT_COMMA;
    }
    if (edges->begins[i] || edges->ends[i])
        return CREDIT_MARK;
    return credit_joint(lexeme) ? CREDIT_COMMA : CREDIT_NOTHING;
}

/* The mean likelihood of the people, with what the form of the credit adds. */
static double weigh(const struct name_context *context, const struct credit *credit)
{
    double sum = 0;
    bool joined = false;
    for (size_t i = 0; i < credit->count; i++)
        sum += credit->people[i].name.likelihood;
    for (size_t i = 1; i < credit->count; i++)
        joined |= credit_joint(&context->lexemes[credit->people[i].name.lead - 1]);
    double evidence = sum / (double)credit->count;
    evidence += joined ? LISTED_BONUS : 0;
    evidence += credit->count >= 3 ? LISTED_BONUS : 0;
    evidence += credit->affiliated ? AFFILIATED_BONUS : 0;
    evidence += credit->marked ? MARKED_BONUS : 0;
    evidence += credit->left == CREDIT_LABEL ? LABEL_BONUS : credit->left == CREDIT_BY ? BY_BONUS : 0;
    return evidence > 1 ? 1 : evidence;
}

/* The lexeme after two names or more that stand between commas from AT to an edge, and nothing else: then none is
 * where the one before is from, however strange they are. AT when something else stands there. */
static uint32_t names_only(const struct name_context *context, const struct mark_edges *edges, uint32_t at,
                           uint32_t end)
{
    size_t count = 0;
    uint32_t i = at;
    while (i < end && count < CREDIT_PEOPLE_MAX) {
        struct credit_person person;
        uint32_t after = credit_person_read(context, edges, i, end, &person);
        if (after == i || person.affiliated || person.name.likelihood <= CREDIT_ORDINARY)
            return at;
        count++;
        enum credit_edge right = right_edge(context, edges, after, end);
        if (right != CREDIT_COMMA)
            return count >= NAMES_ONLY_MIN && right != CREDIT_NOTHING ? after : at;
        bool comma = ONE_OF(&context->lexemes[after], ",", ";");
        i = after + (comma && after + 1 < end && credit_joint(&context->lexemes[after + 1]) ? 2 : 1);
    }
    return count == CREDIT_PEOPLE_MAX ? i : at;
}

/* Does the page print what begins at I in the same elements as what begins at FIRST, apart from what surrounds it? */
static bool same_place(const struct name_context *context, const struct mark_edges *edges, uint32_t first, uint32_t i)
{
    if (!edges->begins[first] || !edges->begins[i])
        return false;
    const struct text_place *one = report_place_at(context->report, context->lexemes[first].start),
                            *other = report_place_at(context->report, context->lexemes[i].start);
    return one && other && one != other && one->path == other->path;
}

/* "Jane Doe, *Weaving proofs*": italics that begin after a name in plain print are no name of the list. */
static bool new_mark(const struct mark_edges *edges, uint32_t first, uint32_t i)
{
    return edges->begins[i] && !edges->begins[first];
}

bool credit_read(const struct name_context *context, const struct mark_edges *edges, uint32_t at, uint32_t end,
                 enum credit_edge left, struct credit *credit)
{
    *credit = (struct credit){ .first = at, .left = left };
    uint32_t i = at;
    bool origins = false, joined = false;
    unsigned looks = 0; /* how often names_only() was asked, and to where it found names */
    uint32_t strangers = 0;
    while (credit->count < CREDIT_PEOPLE_MAX) {
        struct credit_person *person = &credit->people[credit->count];
        uint32_t after = credit_person_read(context, edges, i, end, person);
        if (after == i || (credit->count && right_edge(context, edges, after, end) == CREDIT_NOTHING &&
                           !credit_next_name(context, person->name.first, after, end))) {
            if (after == i && joined && credit->count) /* "Jane Doe (CNRS) and the Harbour Trust" */
                credit->end = skip_last_origin(context, edges, credit->end, i, end);
            break; /* "Jane Doe, Loyola Harbour university" */
        }
        /* an unknown pair of words after the only name so far is rather where that one is from */
        bool known = person->name.likelihood >= LIKELY_GIVEN || credit->count != 1 || person->affiliated || joined ||
                     !origins || same_place(context, edges, at, i);
        /* after a name with brackets, unknown words without them begin a title */
        bool title = credit->count && credit->people[credit->count - 1].affiliated && !person->affiliated &&
                     !joined && person->name.likelihood < LIKELY_GIVEN && !breaks_line(context, after, end) &&
                     !same_place(context, edges, at, i);
        if (!known || title)
            break;
        credit->affiliated |= person->affiliated;
        credit->count++;
        person->end = credit->end = i = after;
        while (i + 1 < end && word_is(context, i, ",") && !breaks_line(context, i + 1, end) &&
               !new_mark(edges, at, i + 1)) {
            struct credit_person next;
            uint32_t joint = i + (credit_joint(&context->lexemes[i + 1]) ? 2 : 1);
            uint32_t after_next = credit_person_read(context, edges, joint, end, &next);
            bool name = after_next > joint && right_edge(context, edges, after_next, end) != CREDIT_NOTHING;
            bool named = name && (next.name.likelihood >= LIKELY_STRANGE || (credit->count >= 2 && !origins));
            if (name && !named && joint >= strangers && looks++ < NAMES_ONLY_LOOKS)
                strangers = names_only(context, edges, joint, end);
            named |= name && (after_next <= strangers || same_place(context, edges, at, joint));
            uint32_t origin = named ? i + 1 : read_origin(context, edges, i + 1, end, origins);
            if (origin == i + 1)
                break;
            bool ignored;
            origins = credit->affiliated = true;
            person->end = credit->end = i = credit_skip_bracket(context, origin, end, &ignored);
        }
        bool alike = i + 1 < end && same_place(context, edges, at, i + 1);
        if (breaks_line(context, i, end) || (edges->ends[i] && !alike))
            break;
        const struct lexeme *next = &context->lexemes[i];
        bool comma = lexeme_is(next, ",") || lexeme_is(next, ";");
        bool bare = after == i && credit_next_name(context, person->name.first, i, end);
        bool bar = lexeme_is(next, "/") || (lexeme_is(next, "|") && left == CREDIT_LABEL);
        if (!comma && !credit_joint(next) && !bar && !bare)
            break;
        joined = credit_joint(next) || (i + 1 < end && credit_joint(&context->lexemes[i + 1]));
        i += comma && joined ? 2 : bare ? 0 : 1;
        if (breaks_line(context, i, end) || new_mark(edges, at, i))
            break;
    }
    if (!credit->count)
        return false;
    credit->right = right_edge(context, edges, credit->end, end);
    struct span all = { context->lexemes[at].start, context->lexemes[credit->end - 1].end };
    credit->marked = marked(context->report, MARK_SPEAKER, all.start, all.end) ||
                     marked(context->report, MARK_CREDIT, all.start, all.end);
    credit->evidence = weigh(context, credit);
    return credit->right != CREDIT_NOTHING;
}
