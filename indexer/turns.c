#include "turns.h"

#include "label_words.h"
#include "map.h"
#include "marks.h"
#include "name_words.h"
#include "sections.h"
#include "speech_words.h"
#include "token.h"

enum {
    LABEL_LEXEMES_MAX = 48,
    LABEL_REST_MAX = 36,
    PHRASE_LEXEMES_MAX = 5,
    OFFICE_LEXEMES_MAX = 4, /* "M. le président", the period of M. included */
    VERBATIM_TURNS_MIN = 4,
    LABELS_MIN = 3,
    FIRST_PERSON_EVERY = 150, /* lexemes of a transcript have one of "I", "nous" at least */
    SPEECH_BYTES_MIN = 20
};

static bool line_start(const struct lexeme *lexeme)
{
    return lexeme->before >= BEFORE_LINE;
}

static bool dash(const struct name_context *context, uint32_t i)
{
    return word_is(context, i, "–") || word_is(context, i, "—") || word_is(context, i, "-") ||
           word_is(context, i, "−");
}

/* Skips what may stand before a label: bullets, quotes, "1.", "00:02:26", "9h10-9h45", an en dash. */
static uint32_t label_begin(const struct name_context *context, uint32_t at)
{
    const struct lexeme *lexemes = context->lexemes;
    uint32_t i = at;
    while (i < context->count && i - at < 14 && (i == at || !line_start(&lexemes[i]))) {
        const struct lexeme *lexeme = &lexemes[i];
        bool number = lexeme->kind == LEXEME_NUMBER || lexeme->shape & SHAPE_ORDINAL;
        bool hour = lexeme->kind == LEXEME_WORD && (lexeme_is(lexeme, "h") || lexeme_is(lexeme, "min")) && i > at;
        if (lexeme->kind == LEXEME_WORD &&
            (lexeme->folded[0] == 'q' ? lexeme->folded + 1 : lexeme->folded)[0] >= '0' &&
            (lexeme->folded[0] == 'q' ? lexeme->folded + 1 : lexeme->folded)[0] <= '9')
            number = true; /* 9h10 may be one word; Q2 numbers a question */
        if (lexeme->kind != LEXEME_PUNCTUATION && !number && !hour)
            break;
        if (lexeme->kind == LEXEME_PUNCTUATION && lexeme_is(lexeme, "("))
            break;
        i++;
    }
    return i;
}

/* M, Dr, Prof, Cllr: the period after it ends no sentence. */
static bool abbreviation(const struct name_context *context, uint32_t i)
{
    return (context->bits[i] & NAME_WORD_HONORIFIC) && strlen(context->lexemes[i].folded) <= 4;
}

/* The end mark of a label that begins at FIRST: *TEXT is the lexeme after it. 0 for none. */
enum label_end { END_NONE, END_COLON, END_DASH, END_PERIOD };

static enum label_end label_end(const struct name_context *context, uint32_t first, uint32_t *end, uint32_t *text)
{
    const struct lexeme *lexemes = context->lexemes;
    int depth = 0;
    for (uint32_t i = first; i < context->count && i - first < LABEL_LEXEMES_MAX; i++) {
        const struct lexeme *lexeme = &lexemes[i];
        if (i > first && line_start(lexeme))
            return END_NONE;
        if (lexeme->kind != LEXEME_PUNCTUATION)
            continue;
        if (lexeme_is(lexeme, "(") || lexeme_is(lexeme, "["))
            depth++;
        else if ((lexeme_is(lexeme, ")") || lexeme_is(lexeme, "]")) && depth > 0)
            depth--;
        else if (depth > 0)
            continue;
        else if (lexeme_is(lexeme, ":")) {
            bool touches = i + 1 < context->count && lexemes[i + 1].before == BEFORE_NOTHING &&
                           lexemes[i + 1].kind != LEXEME_PUNCTUATION && lexeme->before == BEFORE_NOTHING;
            if (touches && lexemes[i + 1].kind == LEXEME_NUMBER)
                return END_NONE; /* 10:30 */
            *end = i;
            *text = i + 1;
            return END_COLON;
        } else if ((lexeme_is(lexeme, "–") || lexeme_is(lexeme, "—")) && lexeme->before == BEFORE_SPACE &&
                   i > first) {
            *end = i > first && word_is(context, i - 1, ".") ? i - 1 : i;
            *text = i + 1;
            return END_DASH;
        } else if (lexeme_is(lexeme, "-") && lexeme->before == BEFORE_SPACE && i > first &&
                   word_is(context, i - 1, ".")) {
            *end = i - 1;
            *text = i + 1;
            return END_DASH;
        } else if (lexeme_is(lexeme, ";") || lexeme_is(lexeme, "?") || lexeme_is(lexeme, "!") ||
                   lexeme_is(lexeme, "»"))
            return END_NONE;
        else if (lexeme_is(lexeme, ".") && i + 1 < context->count && lexemes[i + 1].before == BEFORE_SPACE &&
                 !dash(context, i + 1) && !abbreviation(context, i - 1) && i > first + 1) {
            *end = i;
            *text = i + 1;
            return END_PERIOD; /* "Mme Castel. Nous voterons": a label only where labels are written so */
        }
    }
    return END_NONE;
}

/* What stands between a name and the end of its label: nothing, "(…)", ", role", post-nominals, "– Groupe X". */
static bool label_rest(const struct name_context *context, uint32_t from, uint32_t end)
{
    if (from == end)
        return true;
    if (end - from > LABEL_REST_MAX)
        return false;
    int depth = 0;
    bool role =
        false; /* after a comma: a role, in which no verb of saying stands (", précise-t-il :" is narrative) */
    for (uint32_t i = from; i < end; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        if (lexeme_is(lexeme, "(") || lexeme_is(lexeme, "[")) {
            depth++;
        } else if (lexeme_is(lexeme, ")") || lexeme_is(lexeme, "]")) {
            depth--;
            role = false;
        } else if (depth > 0) {
            continue;
        } else if (lexeme_is(lexeme, ",") || lexeme_is(lexeme, "/")) {
            role = true;
        } else if (role) {
            unsigned bits = lexeme->shape & SHAPE_LOWER ? speech_bits(lexeme->folded) : 0;
            if (bits & (SPEECH_SAY | SPEECH_AUXILIARY) && !(bits & (SPEECH_SKIPPED | SPEECH_NOUN)) &&
                !(context->bits[i] & NAME_WORD_ROLE))
                return false;
        } else if (!(context->bits[i] & (NAME_WORD_POSTNOMINAL | NAME_WORD_ROLE)) && !lexeme_is(lexeme, ".") &&
                   !(lexeme->shape & SHAPE_UPPER)) {
            return false;
        }
    }
    return true;
}

/* "M. le président", "The Acting Chair", "Le modérateur", "Une participante", "Q": no name, or one in brackets. */
static bool role_label(const struct name_context *context, uint32_t first, uint32_t end, bool *quiet)
{
    bool role = false, known = true;
    uint32_t words = 0;
    for (uint32_t i = first; i < end; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        if (word_is(context, i, "(") || word_is(context, i, "["))
            break;
        if (lexeme->kind != LEXEME_WORD)
            continue;
        words++;
        bool is_role = (context->bits[i] & NAME_WORD_ROLE) != 0;
        bool is_article = label_article(lexeme->folded), is_anonymous = label_anonymous(lexeme->folded);
        if (is_role || (context->bits[i] & NAME_WORD_HONORIFIC && i > first))
            role = true;
        if (is_anonymous && !is_role && words <= 2)
            role = *quiet = true;
        if (!is_role && !is_anonymous && !is_article && !(context->bits[i] & (NAME_WORD_HONORIFIC | NAME_WORD_PARTICLE)) &&
            !(role && lexeme->shape & SHAPE_LOWER) && !lexeme_is(lexeme, "acting") && !lexeme_is(lexeme, "premier") &&
            !lexeme_is(lexeme, "premiere") && !lexeme_is(lexeme, "vice"))
            known = false;
    }
    if (!(context->lexemes[first].shape & (SHAPE_CAPITAL | SHAPE_UPPER | SHAPE_INITIAL)))
        return false;
    return role && known && words <= 8;
}

/* Does the line begin with a time or a time code? */
static bool timed(const struct name_context *context, uint32_t at, uint32_t first)
{
    return first > at + 1 && context->lexemes[at].folded[0] >= '0' && context->lexemes[at].folded[0] <= '9';
}

/* One to five capitalised words, none of them a field's name: a label only when it comes back. */
static bool phrase_label(const struct name_context *context, uint32_t first, uint32_t end)
{
    if (end - first > PHRASE_LEXEMES_MAX || end == first)
        return false;
    for (uint32_t i = first; i < end; i++) {
        const struct lexeme *lexeme = &context->lexemes[i];
        if (label_field(lexeme->folded))
            return false;
        if (!name_like(lexeme) && !(context->bits[i] & NAME_WORD_PARTICLE) && lexeme->kind != LEXEME_NUMBER &&
            !lexeme_is(lexeme, "."))
            return false;
    }
    return name_like(&context->lexemes[first]);
}

/* May the line that begins here be "M. X. Text"? It begins with an honorific. */
static bool period_label(const struct name_context *context, uint32_t first)
{
    return (context->bits[first] & NAME_WORD_HONORIFIC) && !(context->lexemes[first].shape & SHAPE_LOWER);
}

static const char *label_key(const struct name_context *context, uint32_t first, uint32_t end)
{
    char key[128];
    const char *text = context->report->record.text.bytes;
    struct slice label = { text + context->lexemes[first].start,
                           context->lexemes[end - 1].end - context->lexemes[first].start };
    size_t length = fold_key(label, key, sizeof key);
    return arena_dup(context->arena, key, length);
}

struct finder {
    struct name_context *context;
    turn_list *turns;
    struct map phrases;   /* phrase label → how often */
    size_t period_labels; /* lines that begin "M. X. Text" */
    size_t name_lines;    /* paragraphs that are a name alone, before another paragraph */
    struct map known;     /* initials, given names and surnames of the full names */
};

static void set_role(const struct name_context *context, struct turn *turn, uint32_t from, uint32_t end)
{
    turn->role_first = from;
    turn->role_last = end > from ? end : from;
    if (turn->role_first < turn->role_last && word_is(context, turn->role_first, ","))
        turn->role_first++;
}

/* Is what follows a label a name that ends there, or begins a list? Then the label is a field: "Animatrice : X". */
static bool field_value(const struct name_context *context, uint32_t text)
{
    const struct name_occurrence *name = text < context->count ? name_at(context, text) : NULL;
    if (!name || name->lead != text || name->likelihood < 0.5)
        return false;
    uint32_t next = name->last + 1;
    return next >= context->count || line_start(&context->lexemes[next]) || word_is(context, next, ",") ||
           word_is(context, next, "(") || word_is(context, next, "et") || word_is(context, next, "and") ||
           word_is(context, next, ";");
}

/* "Le président. Merci.": an office and a full stop, more than once. */
static bool recurring_office(const struct finder *finder, uint32_t first, uint32_t end)
{
    bool quiet = false;
    if (end - first > OFFICE_LEXEMES_MAX || !role_label(finder->context, first, end, &quiet) || quiet)
        return false;
    uint32_t *seen = map_get(&finder->phrases, slice_of(label_key(finder->context, first, end)));
    return seen && *seen >= 2;
}

/* "NYS Senator Jane Doe:": the name after capitalised words, one of which is an office; NULL for none. */
static struct name_occurrence *after_office(const struct name_context *context, uint32_t first, uint32_t end)
{
    bool office = false;
    for (uint32_t i = first; i < end && i - first < PHRASE_LEXEMES_MAX; i++) {
        struct name_occurrence *name = name_at(context, i);
        if (name && i > first)
            return name->lead == i && (office || name->honorific) ? name : NULL;
        if (!name_like(&context->lexemes[i]))
            return NULL;
        office |= (context->bits[i] & (NAME_WORD_ROLE | NAME_WORD_HONORIFIC)) != 0;
    }
    return NULL;
}

/* A label at the line that begins with lexeme AT. */
static bool line_label(struct finder *finder, uint32_t at, struct turn *turn)
{
    struct name_context *context = finder->context;
    const struct lexeme *lexemes = context->lexemes;
    const struct report *report = context->report;
    uint32_t first = label_begin(context, at), end = 0, text = 0;
    if (first >= context->count || (first > at && line_start(&lexemes[first])))
        return false;
    enum label_end mark = label_end(context, first, &end, &text);
    if (mark == END_NONE || end == first)
        return false;
    if (first + 1 < end && name_at(context, first + 1) && name_at(context, first + 1)->lead == first + 1 &&
        (word_is(context, first, "l'") || word_is(context, first, "the") || word_is(context, first, "le") ||
         word_is(context, first, "la")))
        first++; /* "L'honorable X :" */
    const struct name_occurrence *own = name_at(context, first);
    uint32_t bold_end = own && own->lead == first && own->last < end ? own->last : end - 1; /* its role may not be bold */
    bool bold = marked(report, MARK_BOLD, lexemes[first].start, lexemes[bold_end].end) ||
                marked(report, MARK_SPEAKER, lexemes[first].start, lexemes[bold_end].end);
    if (mark == END_PERIOD && !(period_label(context, first) && (bold || finder->period_labels >= LABELS_MIN)) &&
        !recurring_office(finder, first, end))
        return false;
    *turn = (struct turn){ .first = at,
                           .start = lexemes[at].start,
                           .name = -1,
                           .role_first = end,
                           .role_last = end,
                           .label = { lexemes[first].start, lexemes[end - 1].end },
                           .reach = REACH_SECTION,
                           .person = -1 };
    turn->text = text < context->count ? lexemes[text].start : (uint32_t)report->record.text.length;
    struct name_occurrence *name = name_at(context, first);
    if (mark == END_COLON && !name)
        name = after_office(context, first, end);
    if (name && (name->lead == first || mark == END_COLON) && name->last < end) {
        bool titled = name->honorific != 0;
        /* "M. X, directeur du patrimoine écrit. –": nothing else than a label is written so */
        bool closed = mark == END_DASH && titled && word_is(context, end, ".");
        if (!closed && !label_rest(context, name->last + 1, end))
            return false;
        if (mark == END_DASH && !titled && !bold && !word_is(context, end, "."))
            return false;
        turn->name = name - context->names.items;
        set_role(context, turn, name->last + 1, end);
        if (timed(context, at, first)) {
            turn->rule = "programme-label";
            turn->weight = 0.9;
            turn->reach = REACH_BLOCK;
            return true;
        }
        turn->rule = mark == END_COLON ? "label-colon" : mark == END_DASH ? "label-dash" : "label-period";
        turn->weight = titled || name->likelihood >= 0.5 || bold ? 0.95 : 0.5;
        return true;
    }
    if (name && name->lead == first)
        return false;
    /* "Intervenants : X, Y", "Members present:" introduce lists */
    enum section_kind section = section_label(
        (struct slice){ report->record.text.bytes + turn->label.start, turn->label.end - turn->label.start });
    bool names_follow = text >= context->count || line_start(&lexemes[text]) || name_at(context, text);
    if (section != SECTION_NONE && (section != SECTION_SPEAKERS || names_follow))
        return false;
    if (mark == END_DASH && !bold && !word_is(context, end, ".") && finder->period_labels < LABELS_MIN)
        return false;
    if (role_label(context, first, end, &turn->quiet)) {
        uint32_t *seen = map_get(&finder->phrases, slice_of(label_key(context, first, end)));
        if (field_value(context, text) && (!seen || *seen < LABELS_MIN))
            return false;
        size_t inside = name_after(context, first);
        if (inside < context->names.count && context->names.items[inside].last < end) {
            turn->name = (int64_t)inside;
            turn->role_first = first;
            turn->role_last = first;
            while (turn->role_last < end && !word_is(context, turn->role_last, "(") &&
                   !word_is(context, turn->role_last, ","))
                turn->role_last++;
        }
        turn->rule = "label-role";
        turn->weight = 0.9;
        return true;
    }
    if (phrase_label(context, first, end)) {
        const char *key = label_key(context, first, end);
        uint32_t *seen = map_get(&finder->phrases, slice_of(key));
        bool known = map_get(&finder->known, slice_of(key)) != NULL;
        if (!known && (!seen || *seen < 2))
            return false;
        turn->rule = "label-recurring";
        turn->weight = known ? 0.9 : *seen > 2 ? 0.85 : 0.6;
        return true;
    }
    return false;
}

/* Transcripts that lost their line breaks: may a label begin at this sentence, or after "[Translation]"? */
static bool may_label_inside(const struct name_context *context, uint32_t i)
{
    const struct lexeme *lexeme = &context->lexemes[i];
    return (lexeme->sentence_start || word_is(context, i - 1, "]")) && lexeme->kind == LEXEME_WORD &&
           (context->bits[i] & NAME_WORD_HONORIFIC || lexeme_is(lexeme, "the") || lexeme_is(lexeme, "le") || lexeme_is(lexeme, "la"));
}

/* "… said so. Mr. John Doe: I agree": an honorific and a name, or the chair, before a colon. */
static bool inside_label(struct finder *finder, uint32_t at, struct turn *turn)
{
    if (!line_label(finder, at, turn) || turn->quiet || finder->context->report->record.text.bytes[turn->text - 1] == ':')
        return false;
    bool titled = turn->name >= 0 && finder->context->names.items[turn->name].honorific;
    if (!titled && strcmp(turn->rule, "label-role") != 0)
        return false;
    if (strcmp(turn->rule, "label-role") != 0)
        turn->rule = "label-inside";
    return strcmp(turn->rule, "label-period") != 0;
}

/* Is this block a name alone, or a name and a role? */
static bool name_block(const struct name_context *context, const struct block *block)
{
    uint32_t first = (uint32_t)lexeme_at(context->report, block->start), end = first;
    if (block->kind != BLOCK_PARAGRAPH || first >= context->count)
        return false;
    const struct name_occurrence *name = name_at(context, first);
    if (!name || name->lead != first || name->likelihood < 0.5)
        return false;
    for (end = name->last + 1; end < context->count && context->lexemes[end].start < block->end; end++)
        if (end - first > LABEL_LEXEMES_MAX || lexeme_is(&context->lexemes[end], "."))
            return false;
    return label_rest(context, name->last + 1, end);
}

static void count_name_lines(struct finder *finder)
{
    const struct report *report = finder->context->report;
    for (size_t i = 0; i + 1 < report->blocks.count; i++) {
        const struct block *next = &report->blocks.items[i + 1];
        bool prose =
            next->kind == BLOCK_PARAGRAPH || next->kind == BLOCK_LIST_ITEM; /* "- Bonsoir" is read as an item */
        if (prose && next->end - next->start >= SPEECH_BYTES_MIN &&
            name_block(finder->context, &report->blocks.items[i]) && !name_block(finder->context, next))
            finder->name_lines++;
    }
}

/* "Un auditeur", "La salle" alone in a paragraph, where speakers' names stand so. */
static bool anonymous_line(struct finder *finder, uint32_t at, const struct block *block, struct turn *turn)
{
    const struct name_context *context = finder->context;
    uint32_t end = at;
    bool quiet = false;
    if (finder->name_lines < LABELS_MIN || block->kind != BLOCK_PARAGRAPH ||
        context->lexemes[at].start != block->start)
        return false;
    while (end < context->count && context->lexemes[end].start < block->end && end - at <= PHRASE_LEXEMES_MAX)
        end++;
    if (end - at > PHRASE_LEXEMES_MAX || end == at || !role_label(context, at, end, &quiet))
        return false;
    *turn = (struct turn){ .first = at,
                           .start = block->start,
                           .text = block->end,
                           .name = -1,
                           .role_first = end,
                           .role_last = end,
                           .label = { block->start, block->end },
                           .reach = REACH_SECTION,
                           .person = -1,
                           .quiet = quiet,
                           .rule = "label-role",
                           .weight = 0.8 };
    return true;
}

/* A line that is a name alone, or a name and a role, before what that person says. */
static bool name_line(struct finder *finder, uint32_t at, const struct block *block, struct turn *turn)
{
    struct name_context *context = finder->context;
    const struct lexeme *lexemes = context->lexemes;
    uint32_t first = label_begin(context, at);
    struct name_occurrence *name = name_at(context, first);
    if (!name || name->lead != first || name->likelihood < 0.5)
        return false;
    uint32_t end = name->last + 1;
    while (end < context->count && !line_start(&lexemes[end]) && end - first < LABEL_LEXEMES_MAX)
        end++;
    if (end < context->count && !line_start(&lexemes[end]))
        return false;
    bool role = end > name->last + 1;
    if (role && !label_rest(context, name->last + 1, end))
        return false;
    bool bold = marked(context->report, MARK_BOLD, name->at.start, name->at.end) ||
                marked(context->report, MARK_SPEAKER, name->at.start, name->at.end);
    bool coded = timed(context, at, first) && name->last + 1 == end;
    bool speech = dash(context, end) || word_is(context, end, "«"); /* "X, directeur" / "- Bonjour" */
    bool own_block =
        lexemes[first].before == BEFORE_BLOCK && (end >= context->count || lexemes[end].before == BEFORE_BLOCK);
    bool alone = own_block && finder->name_lines >= LABELS_MIN && name_block(context, block);
    if (!speech && !coded && !alone && !(bold && (own_block || block->kind == BLOCK_PARAGRAPH)))
        return false;
    if (block->kind == BLOCK_LIST_ITEM || block->kind == BLOCK_TABLE_ROW)
        return false;
    *turn = (struct turn){ .first = at,
                           .start = lexemes[at].start,
                           .name = name - context->names.items,
                           .label = { lexemes[first].start, lexemes[end - 1].end },
                           .reach = REACH_SECTION,
                           .person = -1,
                           .rule = coded    ? "label-time-code"
                                   : speech ? "label-line-dash"
                                            : "label-line",
                           .weight = speech || coded || alone ? 0.9 : 0.7 };
    turn->text = end < context->count ? lexemes[end].start : (uint32_t)context->report->record.text.length;
    set_role(context, turn, name->last + 1, end);
    return true;
}

static void count_phrases(struct finder *finder)
{
    struct name_context *context = finder->context;
    for (uint32_t i = 0; i < context->count; i++) {
        uint32_t first, end, text;
        if (!line_start(&context->lexemes[i]) && i > 0)
            continue;
        first = label_begin(context, i);
        enum label_end mark = first < context->count ? label_end(context, first, &end, &text) : END_NONE;
        if (mark == END_PERIOD && period_label(context, first))
            finder->period_labels++;
        bool quiet;
        bool role = mark != END_NONE && end > first && role_label(context, first, end, &quiet);
        if (mark == END_NONE || end == first || !(role || (mark != END_PERIOD && phrase_label(context, first, end))))
            continue;
        uint32_t *seen = map_put(&finder->phrases, slice_of(label_key(context, first, end)), 0, NULL);
        ++*seen;
    }
}

static void know(struct finder *finder, const char *words)
{
    char key[128];
    size_t length = fold_key(slice_of(words), key, sizeof key);
    if (length > 1)
        map_put(&finder->known, slice_of(arena_dup(finder->context->arena, key, length)), 0, NULL);
}

/* What a person named in full may be called in a label: JD, Jane, Doe. */
static void know_full(struct finder *finder, const char *given, const char *surname)
{
    char key[128], initials[16];
    size_t n = 0;
    fold_key(slice_of(arena_printf(finder->context->arena, "%s %s", given, surname)), key, sizeof key);
    for (const char *p = key; *p && n + 1 < sizeof initials; p++)
        if (*p != ' ' && (p == key || p[-1] == ' '))
            initials[n++] = *p;
    initials[n] = '\0';
    know(finder, initials);
    know(finder, given);
    know(finder, surname);
}

static void know_names(struct finder *finder)
{
    const struct name_context *context = finder->context;
    for (size_t i = 0; i < context->report->metas.count; i++) {
        const struct meta *meta = &context->report->metas.items[i];
        const char *space = strchr(meta->value, ' ');
        if (space && (strcmp(meta->key, "participant") == 0 || strcmp(meta->key, "speaker") == 0))
            know_full(finder, arena_dup(context->arena, meta->value, (size_t)(space - meta->value)),
                      arena_dup(context->arena, space + 1, strcspn(space + 1, "(,")));
    }
    for (size_t i = 0; i < context->names.count; i++) {
        const struct name_occurrence *name = &context->names.items[i];
        if (name->form != NAME_FULL)
            continue;
        know_full(finder, name->given, name->surname);
    }
}

/* Do people speak for themselves here, as in a transcript, rather than being told of? */
static bool first_person(const struct report *report)
{
    static const char *const words[] = { "i", "we", "you", "my", "our", "me", "i'm", "we're", "i've", "we've", "i'll", "je", "j'", "nous", "vous",
                                         "mon", "notre", "votre", "nos", "vos" };
    size_t found = 0;
    for (size_t i = 0; i < report->lexeme_count; i++)
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            if (lexeme_is(&report->lexemes[i], words[w])) {
                found++;
                break;
            }
    return found * FIRST_PERSON_EVERY >= report->lexeme_count;
}

/* How much of the text stands under labels that begin paragraphs. */
static bool mostly_turns(const struct report *report, const turn_list *turns)
{
    size_t covered = 0, labels = 0;
    for (size_t i = 0; i < turns->count; i++) {
        const struct turn *turn = &turns->items[i];
        if (turn->heading || turn->reach == REACH_BLOCK)
            continue;
        uint32_t end = i + 1 < turns->count ? turns->items[i + 1].start : (uint32_t)report->record.text.length;
        covered += end - turn->text;
        labels++;
    }
    return labels >= VERBATIM_TURNS_MIN && covered * 2 > report->record.text.length && first_person(report);
}

void turns_find(struct name_context *context, turn_list *turns, bool *verbatim)
{
    struct finder finder = {
        .context = context, .turns = turns, .phrases = MAP_INIT(context->arena), .known = MAP_INIT(context->arena)
    };
    const struct report *report = context->report;
    size_t block = 0;
    know_names(&finder);
    count_phrases(&finder);
    count_name_lines(&finder);
    for (uint32_t i = 0; i < context->count; i++) {
        struct turn turn;
        const struct lexeme *lexeme = &context->lexemes[i];
        bool inside = i > 0 && !line_start(lexeme);
        if (inside && !may_label_inside(context, i))
            continue;
        while (block + 1 < report->blocks.count && report->blocks.items[block + 1].start <= lexeme->start)
            block++;
        if (block >= report->blocks.count || report->blocks.items[block].kind == BLOCK_HEADING)
            continue;
        const struct block *here = &report->blocks.items[block];
        if (inside) {
            if (inside_label(&finder, i, &turn))
                *vec_push(context->arena, turns) = turn;
            continue;
        }
        if (!line_label(&finder, i, &turn) && !name_line(&finder, i, here, &turn) &&
            !anonymous_line(&finder, i, here, &turn))
            continue;
        if (here->kind == BLOCK_LIST_ITEM || here->kind == BLOCK_TABLE_ROW)
            turn.reach = REACH_BLOCK;
        *vec_push(context->arena, turns) = turn;
    }
    *verbatim = mostly_turns(report, turns);
    for (size_t i = 0; !*verbatim && i < turns->count; i++)
        if (strcmp(turns->items[i].rule, "label-inside") == 0)
            turns->items[i].reach = REACH_BLOCK;
    for (size_t i = 0; *verbatim && i < turns->count; i++)
        turns->items[i].reach = REACH_SECTION; /* a transcript may be one long list */
}
