#include "turns.h"

#include "asides.h"
#include "label_shape.h"
#include "label_words.h"
#include "map.h"
#include "marks.h"
#include "name_words.h"
#include "sections.h"
#include "token.h"
#include "turns_coded.h"
#include "turns_form.h"
#include "turns_known.h"
#include "turns_lines.h"
#include "verb_phrase.h"

enum {
    LABEL_LEXEMES_MAX = 48,
    PHRASE_LEXEMES_MAX = 5,
    VERBATIM_TURNS_MIN = 4,
    VERBATIM_SURE_MIN = 2, /* of turns under titled names and their offices */
    HEAD_BYTES_MAX = 1000,
    LABELS_MIN = 3,
    GIVEN_LABELS_MIN = 4,
    INNER_MIN = 2,            /* labels inside a line, for one to be believed */
    OFFICE_LEXEMES_MAX = 4,   /* "M. le président", the period of M. included */
    FIRST_PERSON_EVERY = 150, /* lexemes of a transcript have one of "I", "nous" at least */
    SPEECH_BYTES_MIN = 20,
    ROLE_LEXEMES_MAX = 8,     /* of an office alone after a dash */
    SEAT_LEXEMES_MAX = 16,    /* of "(Riding, Party)" after a name */
    SENTENCE_LEXEMES_MIN = 3, /* after "M. X -", for a sentence to be one */
    SENTENCE_LEXEMES_MAX = 200
};

static const double INNER_LIKELIHOOD = 0.7; /* of a name without a title in a label inside a line */

static const double VOICES_WEIGHT = 0.6;    /* of "Several members": a label only in a transcript */

static const double SURNAME_WEIGHT = 0.75;  /* of a surname alone among labels that are names */

static bool line_start(const struct lexeme *lexeme)
{
    return lexeme->before >= BEFORE_LINE;
}

struct finder {
    struct name_context *context;
    turn_list *turns;
    struct map phrases;   /* phrase label → how often */
    struct map coded;     /* the same of labels that a mark or a time tells */
    size_t period_labels; /* lines that begin "M. X. Text" */
    size_t hyphen_labels; /* lines that begin "M. X - Text" */
    size_t named_labels;  /* lines that begin "J. Doe: Text" */
    size_t given_labels;  /* lines that begin "Jane: Text" */
    size_t inner_labels;  /* sentences inside a line that begin "M. X : Text" */
    struct name_lines lines;
    struct label_forms forms; /* labels whose form the report uses again and again */
    bool *quoted;     /* of each lexeme: inside a quotation */
    struct map known; /* initials, given names and surnames of the full names */
};

static void set_role(const struct name_context *context, struct turn *turn, uint32_t from, uint32_t end)
{
    turn->role_first = label_role(context, from, end);
    turn->role_last = end > turn->role_first ? end : turn->role_first;
}

/* FIRST to before END is the office: "The Chair (X)", "NYS Senator X", "Mme la présidente" without what leads to
 * it. */
static void set_office(const struct name_context *context, struct turn *turn, uint32_t first, uint32_t end)
{
    static const char *const leads[] = { "le",    "la",   "l'",  "the",  "par", "votre",
                                         "notre", "leur", "our", "your", ".",   "an" };
    while (end > first && context->lexemes[end - 1].kind == LEXEME_PUNCTUATION)
        end--;
    for (bool more = true; more && first < end;) {
        more = context->bits[first] & NAME_WORD_HONORIFIC && !(context->bits[first] & NAME_WORD_ROLE);
        for (size_t i = 0; i < sizeof leads / sizeof *leads && !more; i++)
            more = word_is(context, first, leads[i]);
        first += more;
    }
    turn->role_first = first;
    turn->role_last = end;
}

static bool any_role(const struct name_context *context, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (context->bits[i] & NAME_WORD_ROLE)
            return true;
    return false;
}

/* Is what follows a label a name that ends there, or begins a list? Then the label is a field: "Animatrice : X". */
static bool field_value(const struct name_context *context, uint32_t text)
{
    const struct name_occurrence *name = text < context->count ? name_at(context, text) : NULL;
    if (!name || name->lead != text || name->likelihood < 0.5)
        return false;
    uint32_t next = name->last + 1;
    return next >= context->count || line_start(&context->lexemes[next]) || word_is(context, next, ",") ||
           word_is(context, next, "(") || words_at(context, next, ". . .") || word_is(context, next, "et") ||
           word_is(context, next, "and") || word_is(context, next, ";");
}

/* "Le président. Merci.", "The CHAIR (Mr X). No.": an office and a full stop, or a colon elsewhere, more than once. */
static bool recurring_office(const struct finder *finder, const struct label *label)
{
    bool quiet = false;
    bool held = label->mark == LABEL_PERIOD && label_bracketed(finder->context, label->first, label->end);
    if (!held && (label->mark != LABEL_PERIOD || label->end - label->first > OFFICE_LEXEMES_MAX ||
                  !label_office(finder->context, label->first, label->end, &quiet) || quiet))
        return false;
    uint32_t *seen = map_get(&finder->phrases, slice_of(label_key(finder->context, label->first, label->end)));
    return seen && *seen >= 2;
}

/* "Jane Doe - I am glad": nothing but a likely full name before the dash. */
static bool named_fully(const struct name_context *context, const struct label *label)
{
    const struct name_occurrence *name = name_at(context, label->first);
    return name && name->lead == label->first && name->form == NAME_FULL && name->last + 1 == label->end &&
           name->likelihood >= INNER_LIKELIHOOD;
}

/* "The SPEAKER pro tempore (Ms. X). Is there objection?", "Le président. Merci." where others are written so. */
static bool chair_label(const struct name_context *context, const struct label *label)
{
    bool quiet = false, the = word_is(context, label->first, "the") || word_is(context, label->first, "le") ||
                              word_is(context, label->first, "la");
    return label_bracketed(context, label->first, label->end) ||
           (the && label->end - label->first <= OFFICE_LEXEMES_MAX &&
            label_office(context, label->first, label->end, &quiet) && !quiet);
}

/* Are labels with this mark written in this report? A dash or a period alone says little. */
static bool mark_counts(const struct finder *finder, const struct label *label, bool bold)
{
    const struct name_context *context = finder->context;
    bool titled = label_titled(context, label->first);
    if (label->mark == LABEL_PERIOD && bold && word_is(context, label->end - 1, ")"))
        return true; /* "**Doe Jane** (Party). Text" */
    if (label->mark == LABEL_PERIOD && finder->period_labels >= LABELS_MIN && chair_label(context, label))
        return true;
    if (label->mark == LABEL_PERIOD)
        return ((titled || label_voices(context, label->first, label->end)) &&
                (bold || finder->period_labels >= LABELS_MIN)) ||
               recurring_office(finder, label);
    if (label->mark == LABEL_HYPHEN)
        return (titled || named_fully(finder->context, label)) && finder->hyphen_labels >= LABELS_MIN;
    return label->mark != LABEL_NONE;
}

/* "M. X (PLR) — Rapporteur" alone on its line: what follows the dash is the role, and speech begins below. */
static void role_after_dash(const struct name_context *context, struct turn *turn, uint32_t text)
{
    uint32_t end = text;
    while (end < context->count && !line_start(&context->lexemes[end]) && context->lexemes[end].kind == LEXEME_WORD)
        end++;
    if (end >= context->count || end == text || end - text > ROLE_LEXEMES_MAX ||
        !line_start(&context->lexemes[end]) || !(context->bits[text] & NAME_WORD_ROLE))
        return;
    turn->role_first = text;
    turn->role_last = end;
    turn->text = context->lexemes[end].start;
}

/* The label is a name with its title, role or group. */
static bool named_label(const struct finder *finder, const struct label *label, const struct name_occurrence *name,
                        uint32_t at, bool bold, struct turn *turn)
{
    const struct name_context *context = finder->context;
    bool titled = name->honorific != 0, period = word_is(context, label->end, ".");
    /* "M. X, directeur du patrimoine écrit. –", "X (PPE), par écrit. –": nothing else than a label is written so */
    bool closed = label->mark == LABEL_DASH && period && (titled || word_is(context, name->last + 1, "("));
    if (!closed && !label_rest(context, name->last + 1, label->end))
        return false;
    bool dialogue = finder->hyphen_labels >= LABELS_MIN && named_fully(context, label);
    if (label->mark == LABEL_DASH && !titled && !bold && !period && !dialogue)
        return false;
    turn->name = name - context->names.items;
    set_role(context, turn, name->last + 1, label->end);
    if (label->mark == LABEL_DASH)
        role_after_dash(context, turn, label->text);
    if (label_timed(context, at, label->first)) {
        turn->rule = "programme-label";
        turn->weight = 0.9;
        turn->reach = REACH_BLOCK;
        return true;
    }
    turn->rule = label->mark == LABEL_COLON    ? "label-colon"
                 : label->mark == LABEL_PERIOD ? "label-period"
                                               : "label-dash";
    turn->weight = titled || name->likelihood >= 0.5 || bold ? 0.95 : 0.5;
    return true;
}

/* The label is an office, perhaps with its holder's name in brackets, or the words for somebody unknown. */
static bool office_label(struct finder *finder, const struct label *label, struct turn *turn)
{
    const struct name_context *context = finder->context;
    const struct name_occurrence *name = label_bracketed(context, label->first, label->end);
    bool voices = !name && label_voices(context, label->first, label->end);
    bool office = name || label_office(context, label->first, label->end, &turn->quiet);
    if (!office && !voices && !label_title(context, label->first, label->end))
        return false;
    turn->quiet |= voices;
    uint32_t *seen = map_get(&finder->phrases, slice_of(label_key(context, label->first, label->end)));
    if (field_value(context, label->text) && (!seen || *seen < LABELS_MIN))
        return false;
    size_t inside = name ? (size_t)(name - context->names.items) : name_after(context, label->first);
    if (inside < context->names.count && context->names.items[inside].last < label->end) {
        turn->name = (int64_t)inside;
        uint32_t end = label->first;
        while (end < label->end && !word_is(context, end, "(") && (name || !word_is(context, end, ",")))
            end++;
        set_office(context, turn, label->first, end);
    } else if (!turn->quiet && context->lexemes[label->end - 1].kind != LEXEME_NUMBER) { /* "Speaker 1" is no role */
        set_office(context, turn, label->first, label_core(context, label->first, label->end));
    }
    turn->rule = "label-role";
    turn->weight = office ? 0.9 : VOICES_WEIGHT;
    return true;
}

/* "Jérôme :": a given name alone. */
static bool given_label(const struct name_context *context, uint32_t first, uint32_t end)
{
    const struct lexeme *lexeme = &context->lexemes[first];
    return end == first + 1 && lexeme->shape & SHAPE_CAPITAL && lexeme->lexicon & LEXICON_GIVEN;
}

/* The label comes back, or is one of many given names, or is what somebody named in full may be called. */
static bool phrase_label(struct finder *finder, const struct label *label, struct turn *turn)
{
    const struct name_context *context = finder->context;
    uint32_t core = label_core(context, label->first, label->end);
    if (!label_phrase(context, label->first, core))
        return false;
    const char *key = label_key(context, label->first, core);
    uint32_t *seen = map_get(&finder->phrases, slice_of(key));
    bool known = map_get(&finder->known, slice_of(key)) != NULL;
    bool one_given = finder->given_labels >= GIVEN_LABELS_MIN && given_label(context, label->first, core);
    bool surname = finder->named_labels >= LABELS_MIN && label_surname(context, label->first, core);
    if (!known && !one_given && !surname && (!seen || *seen < 2))
        return false;
    turn->label.end = context->lexemes[core - 1].end;
    turn->rule = "label-recurring";
    turn->weight = known ? 0.9 : surname ? SURNAME_WEIGHT : seen && *seen > 2 ? 0.85 : 0.6;
    return true;
}

/* "L'honorable X :": the label's name begins after the article. */
static void skip_article(const struct name_context *context, struct label *label)
{
    const struct name_occurrence *name = label->first + 1 < label->end ? name_at(context, label->first + 1) : NULL;
    uint32_t first = label->first;
    if (name && name->lead == first + 1 &&
        (word_is(context, first, "l'") || word_is(context, first, "the") || word_is(context, first, "le") ||
         word_is(context, first, "la")))
        label->first++;
}

static struct turn turn_of(const struct name_context *context, const struct label *label, uint32_t at)
{
    const struct lexeme *lexemes = context->lexemes;
    return (struct turn){ .first = at,
                          .start = lexemes[at].start,
                          .text = label->text < context->count ? lexemes[label->text].start
                                                               : (uint32_t)context->report->record.text.length,
                          .name = -1,
                          .role_first = label->end,
                          .role_last = label->end,
                          .label = { lexemes[label->first].start, lexemes[label->end - 1].end },
                          .reach = REACH_SECTION,
                          .person = -1 };
}

/* A label at the line that begins with lexeme AT. */
static bool line_label(struct finder *finder, uint32_t at, struct turn *turn)
{
    struct name_context *context = finder->context;
    const struct lexeme *lexemes = context->lexemes;
    const struct report *report = context->report;
    uint32_t first = label_begin(context, at);
    if (first >= context->count || (first > at && line_start(&lexemes[first])))
        return false;
    struct label label = label_read(context, first);
    if (label.mark == LABEL_NONE)
        return false;
    skip_article(context, &label);
    const struct name_occurrence *name = name_at(context, label.first);
    bool leads = name && name->lead == label.first && name->last < label.end;
    uint32_t bold_end = leads ? name->last : label.end - 1; /* its role may not be bold */
    bool bold = marked(report, MARK_BOLD, lexemes[label.first].start, lexemes[bold_end].end) ||
                marked(report, MARK_SPEAKER, lexemes[label.first].start, lexemes[bold_end].end);
    if (!mark_counts(finder, &label, bold))
        return false;
    *turn = turn_of(context, &label, at);
    if (leads)
        return named_label(finder, &label, name, at, bold, turn);
    if (name && name->lead == label.first)
        return false;
    /* "Intervenants : X, Y", "Members present:" introduce lists */
    enum section_kind section = section_label(
        (struct slice){ report->record.text.bytes + turn->label.start, turn->label.end - turn->label.start });
    bool names_follow =
        label.text >= context->count || name_at(context, label.text) ||
        (line_start(&lexemes[label.text]) &&
         !aside_persons(context, label.text, aside_line_end(context, label.text)));
    if (section != SECTION_NONE && (section != SECTION_SPEAKERS || names_follow))
        return false;
    if (label.mark == LABEL_DASH && !bold && !word_is(context, label.end, ".") && finder->period_labels < LABELS_MIN)
        return false;
    bool by = word_is(context, label.first, "by") || word_is(context, label.first, "par"); /* "BY MS. X:" */
    if (!by && (office_label(finder, &label, turn) || phrase_label(finder, &label, turn)))
        return true;
    uint32_t after;
    bool note = aside_line(context, at, aside_line_end(context, at), &after) != ASIDE_NONE; /* "on motion by X:" */
    const struct name_occurrence *qualified =
        label.mark == LABEL_COLON && !note ? label_qualified(context, label.first, label.end) : NULL;
    bool speech_follows = label.text >= context->count || line_start(&lexemes[label.text]) ||
                          word_is(context, label.text, "«") || word_is(context, label.text, "\"") ||
                          word_is(context, label.text, "“");
    if (!qualified && label.mark == LABEL_COLON && speech_follows && !note)
        qualified = label_by(context, label.first, label.end);
    if (!qualified || section != SECTION_NONE || label_voice(lexemes[label.end - 1].folded))
        return false; /* "Before Mr. Justice X, ordinary members:" */
    turn->name = qualified - context->names.items;
    set_office(context, turn, label.first, qualified->honorific ? qualified->first : qualified->lead);
    if (!any_role(context, turn->role_first, turn->role_last))
        set_role(context, turn, qualified->last + 1, label.end); /* "The Right Hon. X (Prime Minister):" */
    turn->rule = "label-colon";
    turn->weight = 0.85;
    return true;
}

/* A label of the forms of turns_coded.h that comes back. */
static bool coded_recurs(struct finder *finder, uint32_t at, struct turn *turn)
{
    const char *key = coded_label(finder->context, at, turn);
    uint32_t *seen = key ? map_get(&finder->coded, slice_of(key)) : NULL;
    bool letter = key && strlen(key) == 1; /* "A." may number a heading */
    if (letter) {
        uint32_t *asked = map_get(&finder->coded, SLICE("q")), *answered = map_get(&finder->coded, SLICE("a"));
        answered = answered ? answered : map_get(&finder->coded, SLICE("r"));
        return asked && (*asked >= 2 || (answered && *asked + *answered >= LABELS_MIN));
    }
    if (seen && strcmp(turn->rule, "label-bold") == 0)
        return *seen >= LABELS_MIN;
    return seen && (*seen >= 2 || map_get(&finder->known, slice_of(key)) || turn->quiet);
}

/* May a label begin at this lexeme, inside a line: after a sentence, a bracketed note or a bullet? */
static bool inner_start(const struct name_context *context, uint32_t i)
{
    static const char *const before[] = { ")", "]", "•", "●", "·", ">", "|", "”", "»", ".", "!", "?", "…" };
    const struct lexeme *lexeme = &context->lexemes[i];
    if (i == 0 || line_start(lexeme) || lexeme->kind != LEXEME_WORD || lexeme->shape & SHAPE_LOWER)
        return false;
    for (size_t k = 0; k < sizeof before / sizeof *before; k++)
        if (word_is(context, i - 1, before[k]))
            return lexeme->sentence_start || k < 7;
    return false;
}

/* "Mr. X (Riding, Party):" is a label wherever columns that ran into one another have put it. */
static bool seated_name(const struct name_context *context, uint32_t at)
{
    if (!(context->bits[at] & NAME_WORD_HONORIFIC) || context->lexemes[at].shape & SHAPE_LOWER)
        return false;
    const struct name_occurrence *name = name_at(context, at);
    if (!name || name->lead != at || !word_is(context, name->last + 1, "("))
        return false;
    uint32_t i = name->last + 2;
    while (i < context->count && i - name->last < SEAT_LEXEMES_MAX && !word_is(context, i, ")"))
        i++;
    return word_is(context, i, ")") && word_is(context, i + 1, ":") &&
           context->lexemes[i + 1].before == BEFORE_NOTHING;
}

/* A label inside a line, where a page has lost its line breaks: a name with a title or an office, and a colon
 * before a capital. */
static bool inner_label(struct finder *finder, uint32_t at, struct turn *turn)
{
    const struct name_context *context = finder->context;
    if (!inner_start(context, at) && !seated_name(context, at))
        return false;
    struct label label = label_read(context, at);
    if (label.mark != LABEL_COLON || label.text >= context->count)
        return false;
    const struct lexeme *text = &context->lexemes[label.text];
    if (text->kind == LEXEME_WORD && text->shape & SHAPE_LOWER && !(text->shape & SHAPE_CAPITAL))
        return false;
    skip_article(context, &label);
    const struct name_occurrence *name = name_at(context, label.first);
    *turn = turn_of(context, &label, at);
    turn->reach = REACH_BLOCK;
    if (name && name->lead == label.first)
        return name->last < label.end && (name->honorific || name->likelihood >= INNER_LIKELIHOOD) &&
               named_label(finder, &label, name, at, false, turn);
    bool office = office_label(finder, &label, turn) && (turn->name >= 0 || !turn->quiet);
    enum section_kind section = section_label((struct slice){ context->report->record.text.bytes + turn->label.start,
                                                              turn->label.end - turn->label.start });
    return office && (turn->name >= 0 || section == SECTION_NONE || section == SECTION_SPEAKERS);
}

/* "M. X - Je voterai contre.": a sentence follows the hyphen, not an office ("M. X - maire adjoint"). */
static bool hyphen_speech(const struct name_context *context, const struct label *label)
{
    uint32_t i = label->text;
    if (i >= context->count || context->lexemes[i].shape & SHAPE_LOWER || context->bits[i] & NAME_WORD_ROLE)
        return false;
    while (i < context->count && i - label->text < SENTENCE_LEXEMES_MAX && !line_start(&context->lexemes[i]) &&
           !word_is(context, i, "."))
        i++;
    return word_is(context, i, ".") && i - label->text >= SENTENCE_LEXEMES_MIN;
}

/* How often each label comes, and each way of writing one. */
static void count_labels(struct finder *finder)
{
    struct name_context *context = finder->context;
    for (uint32_t i = 0; i < context->count; i++) {
        struct turn turn;
        if (!line_start(&context->lexemes[i]) && i > 0) {
            finder->inner_labels += inner_label(finder, i, &turn) ? seated_name(context, i) ? INNER_MIN : 1 : 0;
            continue;
        }
        const char *coded = coded_label(context, i, &turn);
        if (coded)
            ++*map_put(&finder->coded, slice_of(coded), 0, NULL);
        uint32_t first = label_begin(context, i);
        struct label label =
            first < context->count ? label_read(context, first) : (struct label){ .mark = LABEL_NONE };
        finder->period_labels += label.mark == LABEL_PERIOD && label_titled(context, first);
        bool dashed = label.mark == LABEL_HYPHEN || (label.mark == LABEL_DASH && !word_is(context, label.end, "."));
        finder->hyphen_labels += dashed && hyphen_speech(context, &label) &&
                                 (label.mark == LABEL_HYPHEN && label_titled(context, first)
                                      ? true
                                      : named_fully(context, &label) &&
                                            aside_persons(context, label.text, aside_line_end(context, label.text)));
        bool quiet, plain = label.mark == LABEL_COLON || label.mark == LABEL_DASH;
        if (label.mark == LABEL_NONE || label.mark == LABEL_HYPHEN)
            continue;
        uint32_t core = label_core(context, first, label.end);
        finder->named_labels += label.mark == LABEL_COLON && label_full_name(context, first, core);
        finder->given_labels += label.mark == LABEL_COLON && given_label(context, first, core);
        bool office = label_office(context, first, label.end, &quiet) || label_bracketed(context, first, label.end);
        if (!office && !(plain && label_phrase(context, first, core)))
            continue;
        const char *key = label_key(context, first, office ? label.end : core);
        uint32_t *seen = map_put(&finder->phrases, slice_of(key), 0, NULL);
        ++*seen;
        if (office && label.mark == LABEL_PERIOD && label.end - first <= OFFICE_LEXEMES_MAX && *seen > 1)
            finder->period_labels += *seen == 2 ? 2 : 1; /* "Le président. Merci." */
    }
}

/* Do people speak for themselves here, as in a transcript, rather than being told of? */
static bool first_person(const struct name_context *context)
{
    return aside_persons(context, 0, context->count) * FIRST_PERSON_EVERY >= context->count;
}

/* "M. X. –", "The Chair (X):", "Mme la présidente. –", a class that says so: nothing but a transcript is labelled so. */
static bool sure_label(const struct name_context *context, const struct turn *turn)
{
    const struct name_occurrence *name = turn->name >= 0 ? &context->names.items[turn->name] : NULL;
    unsigned first = context->bits[turn->first];
    return (name && (name->honorific || strcmp(turn->rule, "label-role") == 0)) ||
           marked(context->report, MARK_SPEAKER, turn->label.start, turn->label.end) ||
           (first & NAME_WORD_HONORIFIC && !(first & NAME_WORD_ROLE)) || word_is(context, turn->first, "the");
}

/* How much of the text stands under labels that begin paragraphs. */
static bool mostly_turns(const struct name_context *context, const turn_list *turns)
{
    const struct report *report = context->report;
    size_t covered = 0, labels = 0, sure = 0;
    for (size_t i = 0; i < turns->count; i++) {
        const struct turn *turn = &turns->items[i];
        if (turn->reach == REACH_BLOCK)
            continue;
        uint32_t end = i + 1 < turns->count ? turns->items[i + 1].start : (uint32_t)report->record.text.length;
        covered += end - turn->start;
        labels++;
        sure += sure_label(context, turn);
    }
    bool enough = labels >= VERBATIM_TURNS_MIN || (labels >= VERBATIM_SURE_MIN && sure == labels);
    /* above sure labels: who is there, what is on the agenda, a site's menu */
    size_t head = turns->count && sure == labels ? turns->items[0].start : 0;
    size_t length = report->record.text.length - (head < HEAD_BYTES_MAX ? head : HEAD_BYTES_MAX);
    return enough && covered * 2 > length && first_person(context);
}

/* Headings that carry a name are the sections of a narrative report, not turns, and names in bold before a sentence are
 * those of whom it is about. */
static void drop_headings(turn_list *turns)
{
    size_t kept = 0;
    for (size_t i = 0; i < turns->count; i++)
        if (!turns->items[i].heading && strcmp(turns->items[i].rule, "label-bold") != 0)
            turns->items[kept++] = turns->items[i];
    turns->count = kept;
}

/* Is the label of this line written in another line too? */
static bool comes_back(const struct finder *finder, uint32_t at)
{
    const struct name_context *context = finder->context;
    uint32_t first = label_begin(context, at);
    struct label label = first < context->count ? label_read(context, first) : (struct label){ .mark = LABEL_NONE };
    if (label.mark == LABEL_NONE)
        return false;
    const uint32_t *seen = map_get(&finder->phrases, slice_of(label_key(context, first, label.end)));
    return seen && *seen >= 2;
}

/* "SEGOLENE ROYAL" above what she says, where others are named so: no table makes a name of it, but the report does. */
static bool known_line(const struct finder *finder, uint32_t at, const struct block *block, struct turn *turn)
{
    const struct name_context *context = finder->context;
    uint32_t end = aside_line_end(context, at);
    if (finder->lines.openers < LABELS_MIN || context->lexemes[at].start != block->start || end >= context->count ||
        !label_phrase(context, at, end) || !map_get(&finder->known, slice_of(label_key(context, at, end))))
        return false;
    struct label label = { LABEL_NONE, at, end, end };
    *turn = turn_of(context, &label, at);
    turn->rule = "label-recurring";
    turn->weight = 0.9;
    return true;
}

/* The turn that begins with the line at AT. */
static bool line_turn(struct finder *finder, uint32_t at, const struct block *block, struct turn *turn)
{
    const struct name_context *context = finder->context;
    if (finder->quoted[at] && !comes_back(finder, at))
        return false;
    if (word_is(context, at, "<") && coded_recurs(finder, at, turn))
        return true;
    return line_label(finder, at, turn) || name_line(context, &finder->lines, at, block, turn) ||
           anonymous_line(context, &finder->lines, at, block, turn) || known_line(finder, at, block, turn) ||
           coded_recurs(finder, at, turn) || form_turn(context, &finder->forms, at, turn);
}

void turns_find(struct name_context *context, turn_list *turns, bool *verbatim)
{
    struct finder finder = {
        .context = context, .turns = turns, .phrases = MAP_INIT(context->arena), .coded = MAP_INIT(context->arena),
        .known = MAP_INIT(context->arena)
    };
    const struct report *report = context->report;
    size_t block = 0;
    finder.quoted = arena_zero(context->arena, context->count + 1);
    label_quoted(context, finder.quoted);
    known_names(context, &finder.known);
    count_labels(&finder);
    finder.lines = name_lines_count(context);
    finder.forms = label_forms_read(context);
    for (uint32_t i = 0; i < context->count; i++) {
        struct turn turn;
        const struct lexeme *lexeme = &context->lexemes[i];
        bool inner = i > 0 && !line_start(lexeme);
        if (inner && finder.inner_labels < INNER_MIN)
            continue;
        while (block + 1 < report->blocks.count && report->blocks.items[block + 1].start <= lexeme->start)
            block++;
        if (block >= report->blocks.count)
            continue;
        const struct block *here = &report->blocks.items[block];
        bool found = here->kind == BLOCK_HEADING ? !inner && heading_turn(context, &finder.lines, i, here, &turn)
                     : inner                     ? inner_label(&finder, i, &turn)
                                                 : line_turn(&finder, i, here, &turn);
        if (!found)
            continue;
        bool item = here->kind == BLOCK_LIST_ITEM || here->kind == BLOCK_TABLE_ROW;
        if (item && turn.text < here->end) /* a label alone in an item has its speech below */
            turn.reach = REACH_BLOCK;
        *vec_push(context->arena, turns) = turn;
    }
    *verbatim = mostly_turns(context, turns);
    if (!*verbatim)
        drop_headings(turns);
    for (size_t i = 0; *verbatim && i < turns->count; i++)
        turns->items[i].reach = REACH_SECTION; /* a transcript may be one long list */
}
