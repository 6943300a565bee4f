#include "credit_line.h"

#include "marks.h"
#include "name_shape.h"
#include "name_words.h"

enum {
    PERSON_WORDS_MAX = 6,  /* of one name, particles included */
    TITLES_MAX = 6,        /* lexemes of titles before it */
    AFFILIATION_MAX = 40,  /* lexemes in brackets */
    TEAM_WORDS_MAX = 6,    /* of a laboratory's name after its university's */
    ORIGIN_MAX = 14,       /* lexemes between commas */
    HEAD_LEXEMES_MAX = 24, /* hours and bullets */
    TAG_LEXEMES_MAX = 4,   /* "[Paper 12]" */
    NAMES_ONLY_LOOKS = 4,  /* times that a credit looks ahead for such a list */
    YEAR_DIGITS = 4,
    DATED_MAX = 10,     /* lexemes from a bracket to the year in it */
    NAMES_ONLY_MIN = 2, /* strange names in a row that make a list */
    ACRONYM_MAX = 4     /* bytes of capitals that are rather an acronym than a surname */
};

static const double LISTED_BONUS = 0.1, AFFILIATED_BONUS = 0.2, MARKED_BONUS = 0.35, LABEL_BONUS = 0.3,
                    ORDINARY = 0.05, UNUSUAL = 0.2, BY_BONUS = 0.15;

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

static bool one_of(const struct lexeme *lexeme, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (lexeme_is(lexeme, words[i]))
            return true;
    return false;
}

#define ONE_OF(lexeme, ...)                                                                                          \
    one_of(lexeme, (const char *const[]){ __VA_ARGS__ },                                                             \
           sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *))

static bool is_dash(const struct lexeme *lexeme)
{
    return ONE_OF(lexeme, "-", "–", "—", "―", "|", "/", "·", "•", "→");
}

static bool is_quote(const struct lexeme *lexeme)
{
    return ONE_OF(lexeme, "«", "»", "\"", "“", "”", "‘", "’", "'", "„");
}

static bool is_joint(const struct lexeme *lexeme)
{
    return ONE_OF(lexeme, "et", "and", "&", "e", "y", "und");
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

/* Dr, Prof., Assoc. Prof., "President Dr.", Mme: the lexeme after them. */
static uint32_t skip_titles(const struct name_context *context, uint32_t at, uint32_t end, unsigned *honorific)
{
    uint32_t i = at;
    *honorific = 0;
    while (i < end && i - at < TITLES_MAX) {
        const struct lexeme *lexeme = &context->lexemes[i];
        bool written = lexeme->kind == LEXEME_WORD && !(lexeme->shape & SHAPE_LOWER) &&
                       !(lexeme->shape & SHAPE_INITIAL && !lexeme_is(lexeme, "m"));
        bool title = written && (context->bits[i] & (NAME_WORD_HONORIFIC | NAME_WORD_ROLE) ||
                                 ONE_OF(lexeme, "assoc", "asst", "emer", "emeritus", "associate", "assistant"));
        if (!title || (i > at && lexeme->before >= BEFORE_LINE) || context->lexemes[i].lexicon & LEXICON_GIVEN_COMMON)
            break;
        if (context->bits[i] & NAME_WORD_HONORIFIC)
            *honorific |= context->bits[i];
        i++;
        if (i < end && word_is(context, i, ".") && context->lexemes[i].before == BEFORE_NOTHING)
            i++;
    }
    return i;
}

/* May this word be part of a name that only its place tells? */
static bool name_word(const struct name_context *context, uint32_t i)
{
    const struct lexeme *lexeme = &context->lexemes[i];
    unsigned bad =
        context->bits[i] & (NAME_WORD_NOT_NAME | NAME_WORD_ORGANISATION | NAME_WORD_EPONYM | NAME_WORD_ROLE);
    bool person = (lexeme->lexicon & (LEXICON_GIVEN | LEXICON_SURNAME)) != 0;
    bool initials = i + 1 < context->count && context->lexemes[i + 1].shape & SHAPE_INITIAL;
    if (lexeme->shape & SHAPE_INITIAL && (initials || context->report->record.text.bytes[lexeme->end - 1] == '.'))
        return true; /* whatever word the letter is elsewhere */
    bool acronym = lexeme->shape & SHAPE_MIXED || (lexeme->shape & SHAPE_UPPER && lexeme->end - lexeme->start > 14);
    acronym |= lexeme->shape & SHAPE_UPPER && context->bits[i] & NAME_WORD_POSTNOMINAL && !person;
    return name_like(lexeme) && (!bad || (person && !(bad & NAME_WORD_ORGANISATION))) && !acronym;
}

/* A word that sentences begin with, before one that none does: You Zuo, An Nguyen. */
static bool odd_given(const struct name_context *context, uint32_t i, uint32_t end)
{
    const struct lexeme *lexeme = &context->lexemes[i];
    return context->bits[i] == NAME_WORD_NOT_NAME && lexeme->shape & SHAPE_CAPITAL && i + 1 < end &&
           name_word(context, i + 1) && !name_ordinary(&context->lexemes[i + 1]) &&
           context->lexemes[i + 1].before == BEFORE_SPACE &&
           (i + 2 >= end || context->lexemes[i + 2].kind == LEXEME_PUNCTUATION ||
            context->lexemes[i + 2].before >= BEFORE_LINE);
}

/* Does a text end before lexeme I: a line, a bracket, an item of a list? */
static bool ends_text(const struct name_context *context, uint32_t i, uint32_t end)
{
    return i >= end || context->lexemes[i].before >= BEFORE_LINE || context->lexemes[i].kind == LEXEME_PUNCTUATION;
}

/* The last lexeme of a run of name words from FIRST; FIRST - 1 when it is none. */
static uint32_t name_run(const struct name_context *context, const struct mark_edges *edges, uint32_t first,
                         uint32_t end)
{
    uint32_t last = first - 1, words = 0; /* wraps to none for the first lexeme of all */
    for (uint32_t i = first; i < end && words < PERSON_WORDS_MAX; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        bool elided =
            lexeme->shape & SHAPE_ELIDED && (lexeme->shape & SHAPE_CAPITAL || (i > first && lexeme_is(lexeme, "d'")));
        if (elided && i == first && lexeme_is(lexeme, "l'"))
            break; /* L'ADEME: an article */
        if (elided && i + 1 < end && context->lexemes[i + 1].before == BEFORE_NOTHING &&
            name_like(&context->lexemes[i + 1])) { /* N'Dri, D'Erasmo */
            last = ++i;
            words++;
            continue;
        }
        bool apart = i > first && (edges->begins[i] || edges->ends[i]) && !(lexeme->shape & SHAPE_UPPER);
        if (apart || (i > first && lexeme->before == BEFORE_NOTHING))
            break;
        if (context->bits[i] & NAME_WORD_PARTICLE && !(lexeme->shape & SHAPE_INITIAL)) {
            words++;
            if (lexeme->shape & SHAPE_CAPITAL)
                last = i;
            continue;
        }
        bool adjective = lexeme->lexicon & LEXICON_NATIONALITY &&
                         !(lexeme->lexicon & (LEXICON_GIVEN | LEXICON_SURNAME)) &&
                         !(i > first && name_given(&context->lexemes[first]));
        /* Park, Hall, He, An: surnames after a word that is none of the dictionary's */
        bool hall = i > first + 1 && context->bits[i] & NAME_WORD_EPONYM && !name_given(&context->lexemes[i - 1]) &&
                    !(context->lexemes[i - 1].shape & SHAPE_INITIAL);
        if (hall) /* "Rosalind Franklin Hall" */
            break;
        bool named = i > first && lexeme->shape & SHAPE_CAPITAL && !name_ordinary(&context->lexemes[first]);
        bool eponym = (i == first + 1 || (i > first && context->lexemes[i - 1].shape & SHAPE_INITIAL)) &&
                      context->bits[i] == NAME_WORD_EPONYM && (i + 1 >= end || !name_like(&context->lexemes[i + 1]));
        bool word = !(context->bits[i] & ~(unsigned)(NAME_WORD_NOT_NAME | NAME_WORD_POSTNOMINAL)) &&
                    ends_text(context, i + 1, end);
        if ((!name_word(context, i) && !(named && (eponym || word)) && !(i == first && odd_given(context, i, end))) ||
            adjective)
            break;
        last = i;
        words++;
    }
    return last;
}

/* Are all the words of FIRST to LAST ordinary ones ("Coffee Break")? */
static bool all_ordinary(const struct name_context *context, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i <= last; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        if (context->bits[i] & NAME_WORD_PARTICLE || lexeme->kind != LEXEME_WORD)
            continue;
        if (!name_ordinary(lexeme) || lexeme->shape & SHAPE_INITIAL)
            return false;
    }
    return !name_given(&context->lexemes[first]);
}

/* A number that is rather a year than anything else: not UMR 8163. */
static bool is_year(const struct lexeme *lexeme)
{
    return lexeme->kind == LEXEME_NUMBER && lexeme->end - lexeme->start == YEAR_DIGITS &&
           (lexeme->folded[0] == '1' ? lexeme->folded[1] >= '8'
                                     : lexeme->folded[0] == '2' && lexeme->folded[1] == '0');
}

/* Brackets after a name: where they end, I when there are none. *ORIGIN: they say where somebody is from. */
static uint32_t skip_bracket(const struct name_context *context, uint32_t i, uint32_t end, bool *origin)
{
    bool letters = false, year = false;
    int depth = 0;
    *origin = false;
    if (!word_is(context, i, "(") && !word_is(context, i, "["))
        return i;
    for (uint32_t at = i; at < end && at - i < AFFILIATION_MAX; at++) {
        const struct lexeme *lexeme = &context->lexemes[at];
        letters |= lexeme->kind == LEXEME_WORD && (lexeme->folded[0] < '0' || lexeme->folded[0] > '9');
        year |= is_year(lexeme);
        depth += lexeme_is(lexeme, "(") || lexeme_is(lexeme, "[");
        depth -= lexeme_is(lexeme, ")") || lexeme_is(lexeme, "]");
        if (depth == 0) {
            *origin = letters && !year; /* (France, 2019, 52 min): a film */
            return at + 1;
        }
    }
    return i;
}

static bool breaks_line(const struct name_context *context, uint32_t i, uint32_t end)
{
    return i >= end || context->lexemes[i].before >= BEFORE_LINE;
}

/* Where the given names begin in "HUYNH Thanh", "VAN DEN BERG Joost": a surname in capitals before a word that is not;
 * FIRST when it is not written so. */
static uint32_t given_after_capitals(const struct name_context *context, uint32_t first, uint32_t last)
{
    uint32_t given = first;
    while (given <= last && context->lexemes[given].shape & SHAPE_UPPER &&
           !(context->lexemes[given].shape & SHAPE_INITIAL))
        given++;
    for (uint32_t i = given; i <= last; i++)
        if (!(context->lexemes[i].shape & (SHAPE_CAPITAL | SHAPE_INITIAL)) || context->lexemes[i].shape & SHAPE_UPPER)
            return first;
    return given <= last && context->lexemes[given].shape & SHAPE_CAPITAL ? given : first;
}

/* Reads FIRST to LAST as a name: what name_full() does, and surnames in capitals before given names that no table has. */
static bool read_name(const struct name_context *context, uint32_t first, uint32_t last, struct name_occurrence *name)
{
    if (!name_full(context, first, last, name))
        return false;
    uint32_t given = given_after_capitals(context, first, last);
    if (given == first || name->first != first)
        return true;
    bool acronym = context->lexemes[first].end - context->lexemes[first].start <= ACRONYM_MAX;
    if (acronym && context->lexemes[last].lexicon & LEXICON_PLACE_WHOLE &&
        !(context->lexemes[last].lexicon & LEXICON_GIVEN_COMMON))
        return false; /* IIT Madras, KU Leuven */
    name->given = name_show(context, given, last);
    name->surname = name_show(context, first, given - 1);
    if (name->likelihood < LIKELY_STRANGE &&
        context->lexemes[first].end - context->lexemes[first].start > ACRONYM_MAX)
        name->likelihood = LIKELY_STRANGE;
    return true;
}

bool credit_dates_work(const struct name_context *context, uint32_t i)
{
    bool bracket = word_is(context, i, "(");
    for (uint32_t at = i + 1; (bracket || word_is(context, i, ",")) && at < context->count && at - i < DATED_MAX;
         at++) {
        const struct lexeme *lexeme = &context->lexemes[at];
        if (is_year(lexeme))
            return true;
        if (lexeme->before >= BEFORE_LINE || lexeme_is(lexeme, ")") || !bracket)
            return false;
    }
    return false;
}

/* A person at AT, with titles and brackets: the lexeme after, AT when there is none. */
static uint32_t read_person(const struct name_context *context, const struct mark_edges *edges, uint32_t at,
                            uint32_t end, struct credit_person *person)
{
    unsigned honorific;
    uint32_t first = skip_titles(context, at, end, &honorific);
    if (first >= end || (first > at && context->lexemes[first].before >= BEFORE_LINE))
        return at;
    uint32_t last = name_run(context, edges, first, end);
    bool office = first > at && !honorific; /* "Directrice Inria Chile" */
    if (last == first - 1 || (office && !name_given(&context->lexemes[first])))
        return at;
    if (context->lexemes[last].shape & SHAPE_INITIAL && last > first &&
        !(context->lexemes[last - 1].shape & SHAPE_INITIAL) &&
        context->report->record.text.bytes[context->lexemes[last].end - 1] == '.')
        last--;
    struct name_occurrence *name = &person->name;
    bool trailing = last > first + 1 && context->lexemes[last].shape & SHAPE_INITIAL; /* Meena R V */
    if (last == first)
        return at;
    uint32_t family = last;
    while (trailing && family > first && context->lexemes[family].shape & SHAPE_INITIAL)
        family--;
    if (trailing && family == first) {
        *name = (struct name_occurrence){ .form = NAME_FULL,
                                          .first = first,
                                          .last = last,
                                          .role_first = first,
                                          .role_last = first,
                                          .at = { context->lexemes[first].start, context->lexemes[last].end },
                                          .given = name_show(context, first, first),
                                          .surname = name_show(context, first + 1, last),
                                          .likelihood = LIKELY_STRANGE,
                                          .person = -1 };
    } else if (!read_name(context, first, trailing ? family : last, name)) {
        return at;
    }
    if (trailing && family > first) {
        name->surname = name_show(context, family, last);
        name->last = last;
        name->at.end = context->lexemes[last].end;
    }
    if (all_ordinary(context, first, last))
        name->likelihood = ORDINARY;
    else if (name->likelihood < UNUSUAL)
        name->likelihood = UNUSUAL;
    name->lead = at;
    name->honorific = honorific;
    if (honorific && name->likelihood < LIKELY_HONORIFIC)
        name->likelihood = LIKELY_HONORIFIC;
    bool origin;
    uint32_t i = last + 1, after = skip_bracket(context, i, end, &origin);
    bool handle = after > i && word_is(context, i + 1, "@"); /* (@jdoe): from nowhere, but no dates of a life */
    if (after > i && !origin && !handle)
        return at; /* (1849-1923): somebody talked of */
    origin &= !handle;
    person->affiliated = origin;
    while (after > i) {
        i = after;
        after = skip_bracket(context, i, end, &origin);
    }
    return i;
}

/* Does a given name that is known, and a surname that ends there or is followed by a comma or a bracket, begin at I? */
static bool person_follows(const struct name_context *context, uint32_t i, uint32_t end)
{
    return i + 1 < end && name_given(&context->lexemes[i]) && !name_ordinary(&context->lexemes[i]) &&
           name_word(context, i) && name_word(context, i + 1) && ends_text(context, i + 2, end);
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
        if ((i > at && edges->begins[i]) || is_quote(lexeme) ||
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
        if (context->lexemes[i + 1].kind == LEXEME_NUMBER)
            return CREDIT_NOTHING; /* a film or a book, and its year */
        return is_quote(&context->lexemes[i + 1]) ? CREDIT_QUOTE : edges->begins[i + 1] ? CREDIT_MARK : CREDIT_COMMA;
    }
    if (edges->begins[i] || edges->ends[i])
        return CREDIT_MARK;
    return is_joint(lexeme) ? CREDIT_COMMA : CREDIT_NOTHING;
}

/* The mean likelihood of the people, with what the form of the credit adds. */
static double weigh(const struct name_context *context, const struct credit *credit)
{
    double sum = 0;
    bool joined = false;
    for (size_t i = 0; i < credit->count; i++)
        sum += credit->people[i].name.likelihood;
    for (size_t i = 1; i < credit->count; i++)
        joined |= is_joint(&context->lexemes[credit->people[i].name.lead - 1]);
    double evidence = sum / (double)credit->count;
    evidence += joined ? LISTED_BONUS : 0;
    evidence += credit->count >= 3 ? LISTED_BONUS : 0;
    evidence += credit->affiliated ? AFFILIATED_BONUS : 0;
    evidence += credit->marked ? MARKED_BONUS : 0;
    evidence += credit->left == CREDIT_LABEL ? LABEL_BONUS : credit->left == CREDIT_BY ? BY_BONUS : 0;
    return evidence > 1 ? 1 : evidence;
}

/* The lexeme after two names or more that stand between commas from AT to an edge, and nothing else: then none is where the
 * one before is from, however strange they are. AT when something else stands there. */
static uint32_t names_only(const struct name_context *context, const struct mark_edges *edges, uint32_t at, uint32_t end)
{
    size_t count = 0;
    uint32_t i = at;
    while (i < end && count < CREDIT_PEOPLE_MAX) {
        struct credit_person person;
        uint32_t after = read_person(context, edges, i, end, &person);
        if (after == i || person.affiliated || person.name.likelihood <= ORDINARY)
            return at;
        count++;
        enum credit_edge right = right_edge(context, edges, after, end);
        if (right != CREDIT_COMMA)
            return count >= NAMES_ONLY_MIN && right != CREDIT_NOTHING ? after : at;
        bool comma = ONE_OF(&context->lexemes[after], ",", ";");
        i = after + (comma && after + 1 < end && is_joint(&context->lexemes[after + 1]) ? 2 : 1);
    }
    return count == CREDIT_PEOPLE_MAX ? i : at;
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
    unsigned looks = 0;     /* how often names_only() was asked, and to where it found names */
    uint32_t strangers = 0;
    while (credit->count < CREDIT_PEOPLE_MAX) {
        struct credit_person *person = &credit->people[credit->count];
        uint32_t after = read_person(context, edges, i, end, person);
        if (after == i || (credit->count && right_edge(context, edges, after, end) == CREDIT_NOTHING))
            break; /* "Jane Doe, Loyola Harbour university" */
        /* an unknown pair of words after the only name so far is rather where that one is from */
        bool known =
            person->name.likelihood >= LIKELY_GIVEN || credit->count != 1 || person->affiliated || joined || !origins;
        /* after a name with brackets, unknown words without them begin a title */
        bool title = credit->count && credit->people[credit->count - 1].affiliated && !person->affiliated &&
                     !joined && person->name.likelihood < LIKELY_GIVEN && !breaks_line(context, after, end);
        if (!known || title)
            break;
        credit->affiliated |= person->affiliated;
        credit->count++;
        person->end = credit->end = i = after;
        while (i + 1 < end && word_is(context, i, ",") && !breaks_line(context, i + 1, end) &&
               !new_mark(edges, at, i + 1)) {
            struct credit_person next;
            uint32_t joint = i + (is_joint(&context->lexemes[i + 1]) ? 2 : 1);
            uint32_t after_next = read_person(context, edges, joint, end, &next);
            bool name = after_next > joint && right_edge(context, edges, after_next, end) != CREDIT_NOTHING;
            bool named = name && (next.name.likelihood >= LIKELY_STRANGE || (credit->count >= 2 && !origins));
            if (name && !named && joint >= strangers && looks++ < NAMES_ONLY_LOOKS)
                strangers = names_only(context, edges, joint, end);
            named |= name && after_next <= strangers;
            uint32_t origin = named ? i + 1 : read_origin(context, edges, i + 1, end, origins);
            if (origin == i + 1)
                break;
            bool ignored;
            origins = credit->affiliated = true;
            person->end = credit->end = i = skip_bracket(context, origin, end, &ignored);
        }
        if (breaks_line(context, i, end) || edges->ends[i])
            break;
        const struct lexeme *next = &context->lexemes[i];
        bool comma = lexeme_is(next, ",") || lexeme_is(next, ";");
        if (!comma && !is_joint(next) && !lexeme_is(next, "/"))
            break;
        joined = is_joint(next) || (i + 1 < end && is_joint(&context->lexemes[i + 1]));
        i += comma && joined ? 2 : 1;
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
