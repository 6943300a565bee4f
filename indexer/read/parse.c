#include "parse.h"

#include <strings.h>

#include "attachments.h"
#include "charset.h"
#include "token.h"
#include "utf8.h"

enum {
    TITLE_BYTES_MAX = 400,
    TITLE_SENTENCE_BYTES = 150,
    LATE_HEADING_BYTES = 1000,
    LINES_SKIPPED = 3,        /* at most, before the title of a plain text */
    LANGUAGE_SAMPLE_BYTES = 1 << 15,
    SURE_LANGUAGE_BYTES = 300 /* with this much text, its words decide, not what the page says of itself */
};

struct parser_row {
    enum status (*parse)(struct report *, struct slice, struct error *);
};

static const struct parser_row parsers[REPORT_TYPE_COUNT] = {
    [REPORT_HTML] = { parse_html }, [REPORT_MARKDOWN] = { parse_markdown }, [REPORT_TEXT] = { parse_text }
};

/* The kind of file: its ending, unless a page was saved as text; without a known ending, a page or plain text. */
static enum report_type type_of(const struct source_file *file, struct slice bytes)
{
    enum report_type type = source_type_by_ending(file->file);
    if (type == REPORT_PDF) /* a server may have answered with a page that says what went wrong */
        return source_looks_like_html(bytes) ? REPORT_HTML : REPORT_PDF;
    if (type == REPORT_TYPE_COUNT && slice_starts(bytes, SLICE("%PDF-")))
        return REPORT_PDF;
    if (type == REPORT_TYPE_COUNT || type == REPORT_TEXT)
        return source_looks_like_html(bytes) ? REPORT_HTML : REPORT_TEXT;
    return type;
}

static struct slice line_of(struct arena *arena, struct slice text)
{
    char *line = arena_dup_slice(arena, text);
    for (char *c = line; *c; c++)
        *c = *c == '\n' || *c == '\t' ? ' ' : *c;
    return (struct slice){ line, text.length };
}

static struct slice block_text(const struct report *report, const struct block *block)
{
    struct slice text = { report->text.bytes + block->start, block->end - block->start };
    return line_of(report->arena, text);
}

static const char *meta_from(const struct report *report, const char *key, const char *source)
{
    for (size_t i = 0; i < report->metas.count; i++)
        if (!strcmp(report->metas.items[i].key, key) && !strcmp(report->metas.items[i].source, source))
            return report->metas.items[i].value;
    return NULL;
}

static const struct block *first_heading(const struct report *report)
{
    for (size_t i = 0; i < report->blocks.count; i++)
        if (report->blocks.items[i].kind == BLOCK_HEADING)
            return &report->blocks.items[i];
    return NULL;
}

/* Do these two say the same, one perhaps inside the other ("Séminaire" and "Séminaire - Le Réseau")? */
static bool agree(struct slice a, struct slice b)
{
    char x[TITLE_BYTES_MAX], y[TITLE_BYTES_MAX];
    size_t n = fold_key(a, x, sizeof x), m = fold_key(b, y, sizeof y);
    return n && m && (strstr(x, y) || strstr(y, x));
}

/* The page title without the name of the site, when that name is known or a part stands in a heading. */
static struct slice without_site(const struct report *report, struct slice title)
{
    static const char *const separators[] = { " | ", " - ", " – ", " — ", " : ", " · ", " « ", " » ", " :: " };
    const char *site = meta_from(report, "site-name", "og");
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        const char *at = memmem(title.bytes, title.length, separators[i], strlen(separators[i]));
        if (!at)
            continue;
        struct slice before = { title.bytes, (size_t)(at - title.bytes) };
        struct slice after = { at + strlen(separators[i]), title.length - before.length - strlen(separators[i]) };
        if (site && agree(after, slice_of(site)))
            return before;
        if (site && agree(before, slice_of(site)))
            return after;
        for (size_t b = 0; b < report->blocks.count; b++) {
            const struct block *block = &report->blocks.items[b];
            if (block->kind != BLOCK_HEADING || block->level > 3)
                continue;
            struct slice heading = { report->text.bytes + block->start, block->end - block->start };
            char key[TITLE_BYTES_MAX], first[TITLE_BYTES_MAX], last[TITLE_BYTES_MAX];
            fold_key(heading, key, sizeof key);
            fold_key(before, first, sizeof first);
            fold_key(after, last, sizeof last);
            if (!strcmp(key, first) || !strcmp(key, last))
                return !strcmp(key, first) ? before : after;
        }
    }
    return title;
}

/* The main heading of a page. Its banner may be an <h1> too and agree with the end of the page title: so the longest
 * of those that agree. */
static struct slice main_heading(const struct report *report, const char *page, const char *open_graph)
{
    struct slice best = SLICE("");
    for (size_t i = 0; i < report->blocks.count; i++) {
        const struct block *block = &report->blocks.items[i];
        if (block->kind != BLOCK_HEADING || block->level != 1)
            continue;
        struct slice heading = block_text(report, block);
        bool agrees = (!page && !open_graph) || (page && agree(heading, slice_of(page))) ||
                      (open_graph && agree(heading, slice_of(open_graph)));
        if (agrees && heading.length > best.length)
            best = heading;
    }
    return best;
}

/* Headings that say what kind of paper it is, not which. */
static const char *const kinds_of_paper[] = {
    "compte rendu", "compte rendu in extenso", "compte rendu analytique", "proces verbal", "releve de decisions",
    "verbatim", "transcription", "minutes", "minutes of the meeting", "minutes of meeting", "evidence", "transcript",
    "notes", "ordre du jour", "agenda", "report", "rapport", "synthese", "programme", "program"
};

static bool names_kind_only(struct slice title)
{
    char key[TITLE_BYTES_MAX];
    fold_key(title, key, sizeof key);
    for (size_t i = 0; i < sizeof kinds_of_paper / sizeof *kinds_of_paper; i++)
        if (!strcmp(key, kinds_of_paper[i]))
            return true;
    return false;
}

/* What pages saved as text begin with. */
static const char *const page_furniture[] = {
    "passer au contenu", "aller au contenu", "aller au contenu principal", "skip to content", "skip to main content",
    "loading", "this event has passed", "menu", "accueil", "home", "imprimer", "print",
};

/* Is it a number, a day ("Mardi 17 octobre 2006 à 00:00") or furniture? No title of a text. */
static bool says_nothing(struct slice line)
{
    char key[TITLE_BYTES_MAX];
    size_t length = fold_key(line, key, sizeof key);
    for (size_t i = 0; i < sizeof page_furniture / sizeof *page_furniture; i++)
        if (!strcmp(key, page_furniture[i]))
            return true;
    for (size_t at = 0; at < length;) {
        size_t word = strcspn(key + at, " ");
        struct slice part = { key + at, word };
        bool number = word && strspn(key + at, "0123456789") == word;
        bool small = slice_is(part, "le") || slice_is(part, "a") || slice_is(part, "1er");
        if (word && !number && !small && !month_from_name(part) && weekday_from_name(part) < 0)
            return false;
        at += word + 1;
    }
    return true;
}

/* "Conseil communautaire du", the day standing in the block below. */
static bool ends_openly(struct slice line)
{
    static const char *const words[] = { " de", " du", " des", " le", " la", " of", " the", " on", " et", " and" };
    char key[TITLE_BYTES_MAX];
    size_t length = fold_key(line, key, sizeof key);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (length > strlen(words[i]) && !strcmp(key + length - strlen(words[i]), words[i]))
            return true;
    return false;
}

/* The first line of a block. */
static struct slice first_line(const struct report *report, const struct block *block)
{
    const char *text = report->text.bytes + block->start;
    const char *end = memchr(text, '\n', block->end - block->start);
    return line_of(report->arena, (struct slice){ text, end ? (size_t)(end - text) : block->end - block->start });
}

/* Plain text: its first line that says something; with the line below where it only says "Minutes" or breaks off. */
static struct slice text_title(const struct report *report)
{
    struct buf title = BUF_INIT(report->arena);
    size_t first = 0;
    while (first + 1 < report->blocks.count && first < LINES_SKIPPED &&
           says_nothing(first_line(report, &report->blocks.items[first])))
        first++;
    for (size_t i = first; i < report->blocks.count && i < first + 2; i++) {
        bool open = i > first && ends_openly(buf_slice(&title));
        buf_add_string(&title, i == first ? "" : open ? " " : " – ");
        buf_add_slice(&title, first_line(report, &report->blocks.items[i]));
        if (!names_kind_only(buf_slice(&title)) && !ends_openly(buf_slice(&title)))
            break;
    }
    return buf_slice(&title);
}

/* Markdown: the first heading, unless much text stands before it: then that text's first line, if it is short. */
static struct slice heading_title(const struct report *report)
{
    const struct block *heading = first_heading(report);
    if (!report->blocks.count)
        return SLICE("");
    struct slice line = first_line(report, &report->blocks.items[0]);
    bool late = !heading || (heading->start > LATE_HEADING_BYTES && line.length <= TITLE_BYTES_MAX / 4);
    return late ? line : block_text(report, heading);
}

static struct slice page_title(const struct report *report)
{
    const char *open_graph = meta_from(report, "title", "og"), *page = meta_from(report, "title", "html-title");
    struct slice title = main_heading(report, page, open_graph);
    /* "Minutes" heads the text, "Minutes - Tuesday, 14 March 2017 - Strasbourg" the page */
    bool says_more = page && strlen(page) > title.length && strpbrk(page, "0123456789");
    if (title.length && !(says_more && names_kind_only(title)))
        return title;
    if (title.length)
        return slice_of(page);
    if (open_graph || page)
        return without_site(report, slice_of(open_graph ? open_graph : page));
    return heading_title(report);
}

/* PDF: its largest heading, unless that only says "Minutes"; what the file says of itself is seldom a title. */
static struct slice pdf_title(const struct report *report)
{
    const struct block *heading = first_heading(report);
    const char *stated = meta_from(report, "title", "pdf");
    for (size_t i = 0; i < report->blocks.count && report->blocks.items[i].start < LATE_HEADING_BYTES; i++) {
        const struct block *block = &report->blocks.items[i];
        if (heading && block->kind == BLOCK_HEADING && block->level < heading->level)
            heading = block;
    }
    struct slice title = heading && heading->start < LATE_HEADING_BYTES ? block_text(report, heading) : SLICE("");
    if (title.length && (!names_kind_only(title) || !stated))
        return title;
    return stated ? slice_of(stated) : text_title(report);
}

/* A long title is a sentence of the text: it ends with that sentence, else at a word. */
static struct slice shortened(struct slice title)
{
    if (title.length <= TITLE_SENTENCE_BYTES)
        return title;
    for (size_t i = 20; i + 1 < title.length && i < TITLE_SENTENCE_BYTES; i++)
        if (strchr(".!?", title.bytes[i]) && title.bytes[i + 1] == ' ')
            return (struct slice){ title.bytes, i + 1 };
    if (title.length <= TITLE_BYTES_MAX / 2)
        return title;
    title.length = utf8_floor(title.bytes, title.length, TITLE_BYTES_MAX / 2);
    const char *space = memrchr(title.bytes, ' ', title.length);
    return (struct slice){ title.bytes, space ? (size_t)(space - title.bytes) : title.length };
}

static struct slice title_of_kind(const struct report *report)
{
    switch (report->record.type) {
    case REPORT_HTML: return page_title(report);
    case REPORT_TEXT: return text_title(report);
    case REPORT_PDF: return pdf_title(report);
    case REPORT_MARKDOWN: case REPORT_TYPE_COUNT: break;
    }
    return heading_title(report);
}

/* Front matter; else what the kind of file suggests; else the file's name. */
static const char *choose_title(const struct report *report)
{
    const char *stated = meta_from(report, "title", "front-matter");
    struct slice title = title_of_kind(report);
    title = stated ? slice_of(stated) : slice_trim(report->record.type == REPORT_HTML ? title : shortened(title));
    if (title.length >= TITLE_BYTES_MAX)
        title.length = utf8_floor(title.bytes, title.length, TITLE_BYTES_MAX);
    if (title.length)
        return arena_dup_slice(report->arena, title);
    const char *slash = strrchr(report->record.file, '/');
    return slash ? slash + 1 : report->record.file;
}

static enum language choose_language(const struct report *report)
{
    struct slice sample = report->record.text;
    if (sample.length > LANGUAGE_SAMPLE_BYTES)
        sample.length = utf8_floor(sample.bytes, sample.length, LANGUAGE_SAMPLE_BYTES);
    enum language stated = LANGUAGE_UNKNOWN, found = language_detect(sample);
    for (size_t i = 0; i < report->metas.count && stated == LANGUAGE_UNKNOWN; i++)
        if (!strcmp(report->metas.items[i].key, "language"))
            stated = language_from_name(slice_of(report->metas.items[i].value));
    bool sure = report->record.text.length >= SURE_LANGUAGE_BYTES;
    if (found != LANGUAGE_UNKNOWN && (stated == LANGUAGE_UNKNOWN || sure))
        return found;
    return stated;
}

static const char *choose_url(const struct report *report)
{
    static const char *const sources[] = { "front-matter", "meta", "og", "dc" };
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        const char *url = meta_from(report, "url", sources[i]);
        if (url)
            return url;
    }
    return NULL;
}

static enum status parse_bytes(struct report *report, const struct source_file *file, struct slice bytes,
                               struct error *error)
{
    enum report_type type = report->record.type;
    struct slice text, declared = type == REPORT_HTML ? charset_declared(bytes) : SLICE("");
    const char *charset;
    if (type == REPORT_PDF)
        return parse_pdf(report, file->path, error);
    if (charset_to_utf8(report->arena, bytes, declared, &text, &charset, error) != STATUS_OK)
        return error->status;
    return parsers[type].parse(report, text, error);
}

enum status report_read(struct report *report, const struct source_file *file, struct slice bytes,
                        struct error *error)
{
    struct record *record = &report->record;
    report->text.arena = report->arena;
    record->file = source_name_utf8(report->arena, file->file);
    record->path = source_name_utf8(report->arena, file->path);
    record->id = file->id;
    record->published = record->event = INTERVAL_NONE;
    record->event_place = -1;
    record->type = type_of(file, bytes);
    if (parse_bytes(report, file, bytes, error) != STATUS_OK)
        return error->status;
    if (!record->text.length)
        return error_set(error, STATUS_FORMAT, "no text in it");
    attachments_find(report);
    record->title = choose_title(report);
    record->language = choose_language(report);
    record->url = choose_url(report);
    return STATUS_OK;
}
