#include "turns_form.h"

#include "asides.h"
#include "label_shape.h"
#include "label_words.h"
#include "map.h"
#include "name_words.h"

enum form {
    FORM_LINE,  /* "JANE DOE" above what she says */
    FORM_COLON, /* "Clerk Doe: Yes." */
    FORM_DASH,  /* "Jane Doe (Party) – I thank you." */
    FORM_CLOSE, /* "Jane Doe) I thank you." */
    FORM_CELL,  /* in the first column of a table */
    FORM_BARE,  /* "Ms Jane DOE I thank you." */
    FORMS
};

enum who { WHO_NAME, WHO_OFFICE, WHO_WORDS };

/* A line that opens with who may speak. */
struct form_label {
    enum form form;
    enum who who;
    uint32_t at, first, end, text; /* lexemes: of the line, of the label, after it, of what is said */
    int64_t name;
    bool quiet;
    const char *key;
};

typedef VEC(struct form_label) form_label_list;

enum {
    LABELS_MIN = 4,
    NAMED_MIN = 3, /* where all are names and offices */
    PERSONS_MIN = 2,
    DISTINCT_MIN = 2,
    WORDS_MAX = 4,          /* of a name that no table knows */
    LINE_LEXEMES_MAX = 32,  /* of a name, a role and an organisation alone on their line */
    SPEECH_LEXEMES_MAX = 400 /* of what is said, to look at */
};

static const double NAME_MIN = 0.3; /* likelihood */

static bool line_start(const struct lexeme *lexeme)
{
    return lexeme->before >= BEFORE_LINE;
}

static bool ends_sentence(const struct name_context *context, uint32_t i)
{
    return word_is(context, i, ".") || word_is(context, i, "!") || word_is(context, i, "?") ||
           word_is(context, i, "…") || word_is(context, i, "»") || word_is(context, i, "”");
}

/* Who the label FIRST to before END names: nothing else may stand in it than a role, a seat, a party. */
static bool read_who(const struct name_context *context, struct form_label *label)
{
    uint32_t first = label->first, end = label->end;
    const struct name_occurrence *name = name_at(context, first);
    if (!name || name->lead != first)
        name = label_qualified(context, first, end);
    if (name && name->last < end && name->likelihood >= NAME_MIN && label_rest(context, name->last + 1, end)) {
        label->who = WHO_NAME;
        label->name = name - context->names.items;
        label->key = label_key(context, name->first, name->last + 1);
        return true;
    }
    name = label_bracketed(context, first, end);
    label->name = name ? name - context->names.items : -1;
    bool voices = !name && label_voices(context, first, end);
    label->quiet = voices;
    if (name || voices || label_office(context, first, end, &label->quiet)) {
        label->who = WHO_OFFICE;
        label->key = label_key(context, first, label_core(context, first, end));
        return true;
    }
    uint32_t core = label_core(context, first, end);
    label->who = WHO_WORDS;
    if (core - first > WORDS_MAX || !label_phrase(context, first, core))
        return false;
    label->key = label_key(context, first, core);
    return true;
}

/* The form in which the line at AT opens, if it is any: fills where the label ends and what is said begins. */
static bool read_form(const struct name_context *context, const struct block *block, struct form_label *label)
{
    uint32_t line_end = aside_line_end(context, label->at), first = label->first;
    const struct name_occurrence *name = name_at(context, first);
    name = name && name->lead == first && name->last + 1 < line_end ? name : NULL;
    if (block->kind == BLOCK_TABLE_ROW) {
        const char *text = context->report->record.text.bytes;
        label->form = FORM_CELL;
        label->end = label->text = line_end;
        return context->lexemes[label->at].start == block->start && line_end < context->count &&
               context->lexemes[line_end].start < block->end && text[context->lexemes[line_end].start - 1] == '\t';
    }
    if (name && word_is(context, name->last + 1, ")") && name->last + 2 < line_end) {
        label->form = FORM_CLOSE;
        label->end = name->last + 1;
        label->text = name->last + 2;
        return true;
    }
    struct label marked = label_read(context, first);
    if (marked.mark == LABEL_COLON || marked.mark == LABEL_DASH || marked.mark == LABEL_HYPHEN) {
        label->form = marked.mark == LABEL_COLON ? FORM_COLON : FORM_DASH;
        label->end = marked.end;
        label->text = marked.text;
        return label->text < line_end;
    }
    if (line_end - first <= LINE_LEXEMES_MAX && line_end < context->count) {
        label->form = FORM_LINE;
        label->end = label->text = line_end;
        while (label->end > first + 1 && label_time_code(context, label->end - 1) == line_end)
            label->end--;
        bool apart = name && name->honorific && word_is(context, line_end - 1, ".") && line_end - 1 > name->last;
        label->end -= apart; /* "M. X (PS)." */
        struct form_label whole = *label;
        if (!ends_sentence(context, label->end - 1) && read_who(context, &whole))
            return true;
    }
    label->form = FORM_BARE;
    label->end = label->text = name ? name->last + 1 : first;
    return name && (name->honorific || name->upper_surname) && label->text < line_end &&
           context->lexemes[label->text].shape & (SHAPE_CAPITAL | SHAPE_INITIAL | SHAPE_ELIDED) &&
           (!(context->lexemes[label->text].shape & SHAPE_UPPER) ||
            context->lexemes[label->text].shape & (SHAPE_INITIAL | SHAPE_ELIDED));
}

/* The line that begins with lexeme AT, when it opens with who may speak. */
static bool read_label(const struct name_context *context, const struct block *block, uint32_t at,
                       struct form_label *label)
{
    uint32_t first = label_begin(context, at);
    if (block->kind == BLOCK_HEADING || first >= context->count ||
        (first > at && line_start(&context->lexemes[first])))
        return false;
    bool told = word_is(context, first, "speaker") && word_is(context, first + 1, ":");
    *label = (struct form_label){ .at = at, .first = first + 2 * told, .name = -1 };
    return label->first < aside_line_end(context, at) && read_form(context, block, label) &&
           label->end > label->first && read_who(context, label);
}

static void collect(const struct name_context *context, form_label_list *labels)
{
    const struct report *report = context->report;
    size_t block = 0;
    for (uint32_t i = 0; i < context->count; i++) {
        if (i > 0 && !line_start(&context->lexemes[i]))
            continue;
        while (block + 1 < report->blocks.count && report->blocks.items[block + 1].start <= context->lexemes[i].start)
            block++;
        struct form_label label;
        if (block < report->blocks.count && read_label(context, &report->blocks.items[block], i, &label))
            *vec_push(context->arena, labels) = label;
    }
}

/* How labels of one form are used. */
struct usage {
    size_t labels, distinct, again; /* how many; different ones; those that are not the first of theirs */
    size_t spoken, persons;         /* before sentences; before words like "I" and "you" */
    size_t words;                   /* no name and no office */
};

static void count_usage(const struct name_context *context, const form_label_list *labels, struct map *seen,
                        struct usage *usage)
{
    for (size_t i = 0; i < labels->count; i++) {
        const struct form_label *label = &labels->items[i];
        uint32_t end = i + 1 < labels->count ? labels->items[i + 1].at : context->count;
        if (end > label->text + SPEECH_LEXEMES_MAX)
            end = label->text + SPEECH_LEXEMES_MAX;
        struct usage *of = &usage[label->form];
        bool added;
        ++*map_put(&seen[label->form], slice_of(label->key), 0, &added);
        of->labels++;
        of->distinct += added;
        of->again += !added;
        of->words += label->who == WHO_WORDS && added;
        of->spoken += end > label->text && ends_sentence(context, end - 1);
        of->persons += aside_persons(context, label->text, end) > 0;
    }
}

/* Labels come back, and what stands after them is what people say for themselves. */
static bool believed(const struct usage *usage, enum form form)
{
    bool enough = usage->labels >= LABELS_MIN || (usage->labels >= NAMED_MIN && usage->words == 0);
    bool spoken = enough && usage->distinct >= DISTINCT_MIN && usage->spoken * 2 >= usage->labels &&
                  usage->persons >= PERSONS_MIN && usage->persons * 4 >= usage->labels;
    if (form == FORM_BARE || form == FORM_CELL || form == FORM_CLOSE) /* no mark of a label: many come back */
        return spoken && usage->again * 3 >= usage->labels;
    return spoken && usage->again > 0 && usage->again * 5 >= usage->labels;
}

struct label_forms label_forms_read(const struct name_context *context)
{
    struct label_forms forms = { 0 };
    form_label_list labels = { 0 };
    struct map seen[FORMS];
    struct usage usage[FORMS] = { 0 };
    for (size_t i = 0; i < FORMS; i++)
        seen[i] = (struct map)MAP_INIT(context->arena);
    collect(context, &labels);
    count_usage(context, &labels, seen, usage);
    for (size_t i = 0; i < labels.count; i++) {
        struct form_label *label = &labels.items[i];
        uint32_t *times = map_get(&seen[label->form], slice_of(label->key));
        if (believed(&usage[label->form], label->form) && (label->who != WHO_WORDS || (times && *times > 1)))
            *vec_push(context->arena, &forms.labels) = *label;
    }
    return forms;
}

static const struct form_label *label_at(const struct label_forms *forms, uint32_t at)
{
    size_t low = 0, high = forms->labels.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (forms->labels.items[middle].at < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low < forms->labels.count && forms->labels.items[low].at == at ? &forms->labels.items[low] : NULL;
}

bool form_turn(const struct name_context *context, const struct label_forms *forms, uint32_t at, struct turn *turn)
{
    const struct form_label *label = label_at(forms, at);
    const struct lexeme *lexemes = context->lexemes;
    if (!label)
        return false;
    const struct name_occurrence *name = label->name >= 0 ? &context->names.items[label->name] : NULL;
    bool leads = name && name->lead > label->first; /* an office before the name */
    uint32_t role = !name || leads ? label->first : label_role(context, name->last + 1, label->end);
    uint32_t role_end = !name ? label->first : leads ? name->lead : label->end;
    *turn = (struct turn){ .first = at,
                           .start = lexemes[at].start,
                           .text = label->text < context->count ? lexemes[label->text].start
                                                                : (uint32_t)context->report->record.text.length,
                           .name = label->name,
                           .role_first = role,
                           .role_last = role_end > role ? role_end : role,
                           .label = { lexemes[label->first].start, lexemes[label->end - 1].end },
                           .reach = REACH_SECTION,
                           .person = -1,
                           .quiet = label->quiet,
                           .rule = label->who == WHO_OFFICE   ? "label-role"
                                   : label->who == WHO_WORDS  ? "label-recurring"
                                   : label->form == FORM_DASH ? "label-dash"
                                   : label->form == FORM_LINE ? "label-line"
                                                              : "label-colon",
                           .weight = 0.9 };
    return true;
}
