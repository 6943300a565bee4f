#include "byline.h"

#include "token.h"

enum { HEAD_BLOCKS = 14, TAIL_BLOCKS = 6, BYLINE_BYTES = 240, AUTHOR_BYTES = 200, RULE_WORDS = 4,
       FIELDS_BYTES = 120, FIELDS_BLOCKS = 6, YEAR_DIGITS = 4, NAME_WORDS_MAX = 4 };

struct byline_rule {
    const char *words[RULE_WORDS]; /* folded lexemes at the beginning of a line; "" ends */
    bool anywhere;                 /* else only near the beginning of the report */
    const char *rule;
};

static const struct byline_rule byline_rules[] = {
    { { "propos", "recueillis", "par", "" }, true, "byline-recueillis-par" },
    { { "compte", "rendu", "redige", "par" }, true, "byline-redige-par" },
    { { "compte-rendu", "redige", "par", "" }, true, "byline-redige-par" },
    { { "compte", "rendu", "par", "" }, true, "byline-redige-par" },
    { { "compte-rendu", "par", "", "" }, true, "byline-redige-par" },
    { { "compte", "rendu", ":", "" }, true, "byline-field" },
    { { "redige", "par", "", "" }, true, "byline-redige-par" },
    { { "ecrit", "par", "", "" }, true, "byline-redige-par" },
    { { "publie", "par", "", "" }, true, "byline-publie-par" },
    { { "poste", "par", "", "" }, true, "byline-publie-par" },
    { { "synthese", "redigee", "par", "" }, true, "byline-redige-par" },
    { { "notes", "prises", "par", "" }, true, "byline-redige-par" },
    { { "notes", "de", "", "" }, false, "byline-notes" },
    { { "redaction", ":", "", "" }, true, "byline-field" },
    { { "redacteur", ":", "", "" }, true, "byline-field" },
    { { "redactrice", ":", "", "" }, true, "byline-field" },
    { { "auteur", ":", "", "" }, true, "byline-field" },
    { { "autrice", ":", "", "" }, true, "byline-field" },
    { { "auteure", ":", "", "" }, true, "byline-field" },
    { { "auteurs", ":", "", "" }, true, "byline-field" },
    { { "author", ":", "", "" }, true, "byline-field" },
    { { "authors", ":", "", "" }, true, "byline-field" },
    { { "reported", "by", "", "" }, true, "byline-written-by" },
    { { "report", "by", "", "" }, true, "byline-written-by" },
    { { "written", "by", "", "" }, true, "byline-written-by" },
    { { "posted", "by", "", "" }, true, "byline-written-by" },
    { { "published", "by", "", "" }, true, "byline-written-by" },
    { { "minutes", "taken", "by", "" }, true, "byline-minutes-by" },
    { { "minutes", "by", "", "" }, true, "byline-minutes-by" },
    { { "minutes", "recorded", "by", "" }, true, "byline-minutes-by" },
    { { "notes", "by", "", "" }, true, "byline-minutes-by" },
    { { "notes", "taken", "by", "" }, true, "byline-minutes-by" },
    { { "text", "by", "", "" }, true, "byline-written-by" },
    { { "texte", "de", "", "" }, true, "byline-redige-par" },
    { { "texte", ":", "", "" }, true, "byline-field" },
    { { "notes", ":", "", "" }, true, "byline-field" },
    { { "report", ":", "", "" }, true, "byline-field" },
    { { "compte-rendu", ":", "", "" }, true, "byline-field" },
    { { "par", "", "", "" }, false, "byline-par" },
    { { "by", "", "", "" }, false, "byline-by" },
};

static bool begins(const struct name_context *context, uint32_t at, const struct byline_rule *rule, uint32_t *next)
{
    for (uint32_t i = 0; i < RULE_WORDS && rule->words[i][0]; i++) {
        if (at + i >= context->count || !lexeme_is(&context->lexemes[at + i], rule->words[i]))
            return false;
        *next = at + i + 1;
    }
    if (*next < context->count && lexeme_is(&context->lexemes[*next], ":"))
        ++*next;
    return true;
}

static void mark_person(people_list *people, int32_t person)
{
    if (person >= 0)
        people->items[person].author = true;
}

/* Joins the names from lexeme FROM to byte END, as long as they follow one another. */
static const char *names_in(struct name_context *context, people_list *people, uint32_t from, uint32_t end)
{
    struct buf author = BUF_INIT(context->arena);
    uint32_t expected = from;
    for (size_t i = name_after(context, from); i < context->names.count; i++) {
        const struct name_occurrence *name = &context->names.items[i];
        if (name->at.start >= end || name->lead > expected + 2)
            break;
        mark_person(people, name->person);
        if (author.length)
            buf_add_string(&author, ", ");
        buf_add_string(&author, name->person >= 0 ? people->items[name->person].name : name->surname);
        expected = name->last + 1;
    }
    return author.bytes;
}

/* Without a known name: the capitalised words after "par", or nothing. */
static const char *words_in(struct name_context *context, uint32_t from, uint32_t end)
{
    uint32_t last = from;
    if (from >= context->count || !name_like(&context->lexemes[from]))
        return NULL;
    while (last + 1 < context->count && context->lexemes[last + 1].start < end &&
           name_like(&context->lexemes[last + 1]) && context->lexemes[last + 1].before == BEFORE_SPACE &&
           last - from < 3)
        last++;
    return last > from ? name_show(context, from, last) : NULL;
}

/* "Eleri Maddox, 20 May 2019", "By Jane Doe | News": the name alone. */
static const char *name_of(struct name_context *context, const people_list *people, const char *value)
{
    char key[AUTHOR_BYTES];
    fold_key(slice_of(value), key, sizeof key);
    for (size_t p = 0; p < people->count; p++)
        if (people->items[p].given && strstr(key, people->items[p].key) && people->items[p].likelihood >= 0.5)
            return people->items[p].name;
    size_t length = strcspn(value, "|0123456789");
    while (length && strchr(" ,-(", value[length - 1]))
        length--;
    return arena_dup(context->arena, value, length ? length : strlen(value));
}

/* Words that stand where an author's name should: the site's own people. */
static bool nobody(const char *value)
{
    static const char *const words[] = { "admin",   "administrateur", "administrator", "webmaster", "webmestre",
                                         "webteam", "redaction",      "la redaction",  "editor",    "root",
                                         "user",    "guest",          "anonymous",     "anonyme" };
    char key[AUTHOR_BYTES];
    fold_key(slice_of(value), key, sizeof key);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(key, words[i]) == 0)
            return true;
    return false;
}

/* Does a programme print who speaks there? Its "authors" are those of the talks. */
static bool credited(const struct name_context *context, struct span at)
{
    size_t i = at.end ? name_after(context, (uint32_t)lexeme_at(context->report, at.start)) : context->names.count;
    return i < context->names.count && context->names.items[i].credit_end &&
           context->names.items[i].at.start < at.end;
}

static bool from_metadata(struct name_context *context, people_list *people)
{
    struct report *report = context->report;
    struct buf author = BUF_INIT(context->arena);
    const char *source = NULL;
    for (size_t i = 0; i < report->metas.count; i++) {
        const struct meta *meta = &report->metas.items[i];
        if (strcmp(meta->key, "author") != 0 || !*meta->value || nobody(meta->value) || credited(context, meta->at) ||
            (source && strcmp(source, meta->source) != 0))
            continue;
        const char *name = name_of(context, people, meta->value);
        if (author.length && strstr(author.bytes, name))
            continue;
        if (author.length)
            buf_add_string(&author, ", ");
        buf_add_string(&author, name);
        source = meta->source;
        char key[AUTHOR_BYTES];
        fold_key(slice_of(name), key, sizeof key);
        for (size_t p = 0; p < people->count; p++)
            if (strcmp(people->items[p].key, key) == 0)
                people->items[p].author = true;
    }
    if (!author.length)
        return false;
    report->record.author = author.bytes;
    report->record.author_rule = arena_printf(context->arena, "author-%s", source);
    return true;
}

/* A year in figures: what every date of a byline has. */
static bool is_year(const struct lexeme *l)
{
    return l->kind == LEXEME_NUMBER && l->end - l->start >= YEAR_DIGITS &&
           (strstr(l->folded, "19") || strstr(l->folded, "20"));
}

static bool is_separator(const struct lexeme *l)
{
    static const char *const marks[] = { "-", "–", "—", "|", "·", "•" };
    for (size_t i = 0; i < sizeof marks / sizeof *marks && l->before != BEFORE_NOTHING; i++)
        if (lexeme_is(l, marks[i]))
            return true;
    return false;
}

/* Are these lexemes somebody's name and nothing else: a name found there, or two to four capitalised words that are
 * neither words of the language nor places? */
static bool is_name(const struct name_context *context, uint32_t first, uint32_t end)
{
    size_t at = name_after(context, first);
    const struct name_occurrence *name = at < context->names.count ? &context->names.items[at] : NULL;
    if (name && name->form == NAME_FULL && name->first == first && name->last + 1 == end)
        return true;
    uint32_t unwanted = LEXICON_PLACE_WHOLE | (context->french ? LEXICON_WORD_FR : LEXICON_WORD_EN);
    if (end - first < 2 || end - first > NAME_WORDS_MAX)
        return false;
    for (uint32_t i = first; i < end; i++)
        if (!name_like(&context->lexemes[i]) || (context->lexemes[i].lexicon & unwanted) ||
            (i > first && context->lexemes[i].before != BEFORE_SPACE))
            return false;
    return true;
}

/* "Stone Mugisho — 30 mars 2025", "Vie locale - 21.02.2018 - Anne Dufour": a short line of fields, one of which is a
 * date and another a name. NULL for none. */
static const char *author_beside_date(struct name_context *context, people_list *people, const struct block *block)
{
    uint32_t from = (uint32_t)lexeme_at(context->report, block->start), first = from;
    const char *author = NULL;
    bool dated = false;
    if (block->end - block->start > FIELDS_BYTES || block->kind != BLOCK_PARAGRAPH)
        return NULL;
    for (uint32_t i = from; i <= context->count; i++) {
        bool end = i == context->count || context->lexemes[i].start >= block->end;
        if (end || is_separator(&context->lexemes[i])) {
            bool whole = first == from && end; /* no field */
            if (!author && i > first && !whole && is_name(context, first, i)) {
                author = name_show(context, first, i - 1);
                size_t name = name_after(context, first);
                if (name < context->names.count && context->names.items[name].first == first)
                    mark_person(people, context->names.items[name].person);
            }
            first = i + 1;
        } else {
            dated = dated || is_year(&context->lexemes[i]);
        }
        if (end)
            break;
    }
    return dated ? author : NULL;
}

void find_author(struct name_context *context, people_list *people)
{
    struct report *report = context->report;
    bool known = from_metadata(context, people);
    for (size_t i = 0; i < report->blocks.count; i++) {
        const struct block *block = &report->blocks.items[i];
        bool head = i < HEAD_BLOCKS, tail = i + TAIL_BLOCKS >= report->blocks.count;
        if (block->end - block->start > BYLINE_BYTES || !(head || tail) || block->kind == BLOCK_LIST_ITEM)
            continue;
        for (uint32_t at = (uint32_t)lexeme_at(report, block->start);
             at < context->count && context->lexemes[at].start < block->end; at++) {
            /* at the beginning of a line, of a sentence, or after a bar: "Rodez, le 19 octobre | Rédaction : X" */
            bool begins_part =
                context->lexemes[at].before >= BEFORE_LINE || context->lexemes[at].sentence_start ||
                (at > 0 && (lexeme_is(&context->lexemes[at - 1], "|") || lexeme_is(&context->lexemes[at - 1], "·")));
            if (!begins_part)
                continue;
            for (size_t r = 0; r < sizeof byline_rules / sizeof *byline_rules; r++) {
                uint32_t next = at;
                if ((!head && !byline_rules[r].anywhere) || !begins(context, at, &byline_rules[r], &next))
                    continue;
                const char *author = names_in(context, people, next, block->end);
                if (!author)
                    author = words_in(context, next, block->end);
                if (author && !known) {
                    report->record.author = author;
                    report->record.author_rule = byline_rules[r].rule;
                    known = true;
                }
                if (author)
                    return;
            }
        }
    }
    for (size_t i = 1; !known && i < report->blocks.count && i < FIELDS_BLOCKS; i++) {
        const char *author = author_beside_date(context, people, &report->blocks.items[i]);
        if (!author)
            continue;
        report->record.author = author;
        report->record.author_rule = "byline-beside-date";
        known = true;
    }
    const struct meta *writer = report_meta(report, "writer");
    if (!known && writer && !nobody(writer->value)) {
        report->record.author = writer->value;
        report->record.author_rule = arena_printf(context->arena, "%s-writer", writer->source);
    }
}
