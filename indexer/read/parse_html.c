/* HTML: a walk over the page's nodes that were not marked as boilerplate, into blocks and marks. */
#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

#include "guard.h"
#include "html_grid.h"
#include "html_head.h"
#include "html_path.h"
#include "html_signs.h"
#include "html_tree.h"
#include "main_content.h"
#include "metadata.h"
#include "parse.h"
#include "report_builder.h"
#include "token.h"
#include "utf8.h"

enum {
    LISTS_MAX = 32,            /* lists inside lists that keep their numbers */
    CAPTURES_MAX = 16,         /* bylines, dates… being read at once */
    CAPTURE_BYTES_MAX = 160,   /* a longer one is no byline */
    SPEAKER_BYTES_MAX = 160,   /* a class "speaker" around more than this is a container */
    CREDIT_BYTES_MAX = 600,    /* many authors of one paper, each with an affiliation */
    NOTE_CALL_CHARACTERS = 6,  /* "[12]" */
    FORMULA_BYTES_MAX = 3,     /* capitals before a raised number: CO², not a name */
    CELL_CHARACTERS_MAX = 120  /* a table whose cells hold more on average is there for the layout */
};

struct capture {
    uint32_t node;
    uint32_t start;            /* where its text begins */
    enum metadata_vocabulary vocabulary;
    struct slice name;
};

struct walk {
    struct report_builder *builder;
    const struct html_tree *tree;
    struct { bool ordered; uint32_t next; } lists[LISTS_MAX];
    unsigned list_depth, quote_depth, pre_depth, row_depth;
    struct capture captures[CAPTURES_MAX];
    unsigned capture_count;
    struct html_grid grid;
    struct html_runs runs;
    uint32_t cell;             /* the last cell begun, and its column */
    unsigned column;
    bool collect;              /* bylines, dates and speakers are looked for */
};

enum element_action {          /* what an element does to the text */
    ACTION_NONE,               /* nothing: <span>, unknown elements */
    ACTION_BLOCK,              /* its text stands apart */
    ACTION_PARAGRAPH, ACTION_HEADING, ACTION_LIST, ACTION_ITEM, ACTION_QUOTE, ACTION_PRE, ACTION_BREAK, ACTION_RULE,
    ACTION_BOLD, ACTION_ITALIC, ACTION_LINK, ACTION_TERM, ACTION_ROW, ACTION_CELL, ACTION_IMAGE, ACTION_TIME,
    ACTION_CAPTION
};

static const uint8_t actions[TAG_COUNT] = {
    [TAG_a] = ACTION_LINK, [TAG_address] = ACTION_BLOCK, [TAG_article] = ACTION_BLOCK, [TAG_aside] = ACTION_BLOCK,
    [TAG_b] = ACTION_BOLD, [TAG_blockquote] = ACTION_QUOTE, [TAG_body] = ACTION_BLOCK, [TAG_br] = ACTION_BREAK,
    [TAG_caption] = ACTION_PARAGRAPH, [TAG_center] = ACTION_BLOCK, [TAG_dd] = ACTION_PARAGRAPH,
    [TAG_details] = ACTION_BLOCK, [TAG_dir] = ACTION_LIST, [TAG_div] = ACTION_BLOCK, [TAG_dl] = ACTION_BLOCK,
    [TAG_dt] = ACTION_TERM, [TAG_em] = ACTION_ITALIC, [TAG_fieldset] = ACTION_BLOCK,
    [TAG_figcaption] = ACTION_CAPTION, [TAG_figure] = ACTION_BLOCK, [TAG_footer] = ACTION_BLOCK,
    [TAG_form] = ACTION_BLOCK, [TAG_h1] = ACTION_HEADING, [TAG_h2] = ACTION_HEADING, [TAG_h3] = ACTION_HEADING,
    [TAG_h4] = ACTION_HEADING, [TAG_h5] = ACTION_HEADING, [TAG_h6] = ACTION_HEADING, [TAG_header] = ACTION_BLOCK,
    [TAG_hgroup] = ACTION_BLOCK, [TAG_hr] = ACTION_RULE, [TAG_html] = ACTION_BLOCK, [TAG_i] = ACTION_ITALIC,
    [TAG_img] = ACTION_IMAGE, [TAG_legend] = ACTION_PARAGRAPH, [TAG_li] = ACTION_ITEM, [TAG_main] = ACTION_BLOCK,
    [TAG_menu] = ACTION_LIST, [TAG_nav] = ACTION_BLOCK, [TAG_ol] = ACTION_LIST, [TAG_p] = ACTION_PARAGRAPH,
    [TAG_pre] = ACTION_PRE, [TAG_section] = ACTION_BLOCK, [TAG_strong] = ACTION_BOLD,
    [TAG_summary] = ACTION_PARAGRAPH,
    [TAG_table] = ACTION_BLOCK, [TAG_tbody] = ACTION_BLOCK, [TAG_td] = ACTION_CELL, [TAG_tfoot] = ACTION_BLOCK,
    [TAG_th] = ACTION_CELL, [TAG_thead] = ACTION_BLOCK, [TAG_time] = ACTION_TIME, [TAG_tr] = ACTION_ROW,
    [TAG_ul] = ACTION_LIST
};

/* Rows of a table that shows data become rows of the report; a table for the layout is only boxes. It shows data
 * when it holds no table, has two columns, and its cells are short or it says so with a header cell. */
static bool is_data_row(const struct html_tree *tree, uint32_t row)
{
    uint32_t table = tree->nodes[row].parent;
    while (table && tree->nodes[table].tag != TAG_table)
        table = tree->nodes[table].parent;
    if (!table)
        return false;
    uint32_t cells = 0, columns = 0, text = 0;
    bool header = false;
    for (uint32_t n = row + 1; n < tree->nodes[row].end; n++) {
        uint8_t tag = tree->nodes[n].tag;
        if (tag == TAG_table || (tag >= TAG_h1 && tag <= TAG_h6))
            return false;
        if (tag == TAG_td || tag == TAG_th) {
            columns++;
            cells++;
            header |= tag == TAG_th;
            text += tree->nodes[n].text;
        }
    }
    return columns >= 2 && (header || text <= cells * CELL_CHARACTERS_MAX);
}

static bool in_row(const struct walk *walk)
{
    return walk->row_depth > 0;
}

static void begin_block(struct walk *walk, enum block_kind kind, unsigned level)
{
    struct report_builder *b = walk->builder;
    if (in_row(walk)) {
        builder_line(b);
    } else if (b->open && !b->visible && b->block.kind == BLOCK_LIST_ITEM) {
        return; /* the first paragraph of an item is the item */
    } else if (kind == BLOCK_PARAGRAPH && walk->quote_depth) {
        builder_begin(b, BLOCK_QUOTE, 0);
    } else {
        builder_begin(b, kind, level);
    }
}

static void end_block(struct walk *walk)
{
    struct report_builder *b = walk->builder;
    if (in_row(walk))
        builder_line(b); /* a cell may hold several lines */
    else if (!b->open || b->visible || b->block.kind != BLOCK_LIST_ITEM)
        builder_end(b);
}

static void begin_list(struct walk *walk, uint32_t n)
{
    end_block(walk);
    unsigned i = walk->list_depth++;
    if (i >= LISTS_MAX)
        return;
    walk->lists[i].ordered = walk->tree->nodes[n].tag == TAG_ol;
    walk->lists[i].next = html_node_number(walk->tree, n, ATTRIBUTE_start, 1);
}

static void begin_item(struct walk *walk, uint32_t n)
{
    unsigned i = walk->list_depth ? (walk->list_depth < LISTS_MAX ? walk->list_depth : LISTS_MAX) - 1 : 0;
    bool ordered = walk->list_depth && walk->lists[i].ordered;
    if (in_row(walk)) {
        builder_line(walk->builder);
        return;
    }
    uint32_t number = ordered ? html_node_number(walk->tree, n, ATTRIBUTE_value, walk->lists[i].next) : 0;
    if (ordered)
        walk->lists[i].next = number + 1;
    builder_begin_item(walk->builder, walk->list_depth ? walk->list_depth : 1, ordered, number);
}

static void line_break(struct walk *walk)
{
    struct report_builder *b = walk->builder;
    if (b->visible && b->line)
        builder_paragraph(b);
    else
        builder_line(b);
}

/* SPIP and old pages draw their bullets as small images. */
static void add_image(struct walk *walk, uint32_t n)
{
    if (walk->tree->nodes[n].signs & SIGN_BULLET && !in_row(walk))
        builder_begin_item(walk->builder, 1, false, 0);
}

static void begin_link(struct walk *walk, uint32_t n)
{
    struct slice href = html_node_attribute(walk->tree, n, ATTRIBUTE_href);
    if (href.bytes)
        builder_mark_begin(walk->builder, MARK_LINK, arena_dup_slice(walk->builder->report->arena, slice_trim(href)));
}

static void begin_capture(struct walk *walk, uint32_t n, enum metadata_vocabulary vocabulary, struct slice name)
{
    if (walk->capture_count < CAPTURES_MAX && name.length && metadata_find(vocabulary, name))
        walk->captures[walk->capture_count++] =
            (struct capture){ n, builder_position(walk->builder), vocabulary, name };
}

/* <div itemprop="performer" itemscope><b itemprop="name">Jane Doe</b>, Prof.</div>: who performs is the name. */
static struct slice property_of(const struct html_tree *tree, uint32_t n)
{
    struct slice own = html_node_attribute(tree, n, ATTRIBUTE_itemprop);
    if (slice_is(own, "name"))
        for (uint32_t up = tree->nodes[n].parent; up; up = tree->nodes[up].parent) {
            struct slice outer = html_node_attribute(tree, up, ATTRIBUTE_itemprop);
            if (outer.length)
                return slice_is(outer, "performer") ? outer : own;
        }
    if (slice_is(own, "performer"))
        for (uint32_t i = n + 1; i < tree->nodes[n].end; i++)
            if (tree->nodes[i].tag != TAG_TEXT && slice_is(html_node_attribute(tree, i, ATTRIBUTE_itemprop), "name"))
                return (struct slice){ 0 };
    return own;
}

/* Bylines and dates by class name and microdata. */
static void begin_captures(struct walk *walk, uint32_t n)
{
    const struct html_node *node = &walk->tree->nodes[n];
    struct span nowhere = { 0, 0 };
    struct report *report = walk->builder->report;
    struct slice property = property_of(walk->tree, n);
    struct slice content = html_node_attribute(walk->tree, n, ATTRIBUTE_content);
    if (!content.length)
        content = html_node_attribute(walk->tree, n, ATTRIBUTE_datetime);
    if (property.length && content.length)
        metadata_add(report, METADATA_SCHEMA, property, content, nowhere);
    else if (property.length && node->text && node->text <= CAPTURE_BYTES_MAX)
        begin_capture(walk, n, METADATA_SCHEMA, property);
    struct slice names = html_node_attribute(walk->tree, n, ATTRIBUTE_class);
    if (!node->text || node->text > CAPTURE_BYTES_MAX)
        return;
    while (names.length) {
        size_t i = 0;
        while (i < names.length && names.bytes[i] != ' ')
            i++;
        begin_capture(walk, n, METADATA_CLASS, (struct slice){ names.bytes, i });
        i += i < names.length;
        names.bytes += i;
        names.length -= i;
    }
}

static void end_captures(struct walk *walk, uint32_t n)
{
    struct report *report = walk->builder->report;
    while (walk->capture_count && walk->captures[walk->capture_count - 1].node == n) {
        const struct capture *capture = &walk->captures[--walk->capture_count];
        uint32_t end = (uint32_t)report->text.length;
        if (capture->start >= end || end - capture->start > CAPTURE_BYTES_MAX)
            continue;
        struct slice value = { report->text.bytes + capture->start, end - capture->start };
        metadata_add(report, capture->vocabulary, capture->name, value, (struct span){ capture->start, end });
    }
}

static bool has(struct slice names, const char *part)
{
    return names.length && memmem(names.bytes, names.length, part, strlen(part));
}

/* <time datetime>: "published" where it says so itself, else a date of the report. */
static void add_time(struct walk *walk, uint32_t n)
{
    struct slice value = html_node_attribute(walk->tree, n, ATTRIBUTE_datetime);
    struct slice names = html_node_attribute(walk->tree, n, ATTRIBUTE_class);
    bool published = has(names, "publi") || has(names, "pubdate") || has(names, "entry-date");
    bool modified = has(names, "updated") || has(names, "modified");
    const char *key = modified ? "modified" : published ? "published" : "date";
    uint32_t start = builder_position(walk->builder);
    if (value.length && walk->collect)
        report_add_meta(walk->builder->report, key, value, "time", (struct span){ start, start });
}

/* A number that leads to a footnote, raised above the line: it would stick to the word before. */
static bool is_note_call(const struct html_node *node)
{
    bool raised = node->tag == TAG_sup || node->signs & SIGN_NOTE;
    return raised && node->links == 1 && node->text <= NOTE_CALL_CHARACTERS;
}

/* "Jane Doe<sup>1,2</sup>": a number or a sign raised after a name leads to where somebody is from. Not "km<sup>2</sup>". */
static bool is_affiliation_call(const struct walk *walk, uint32_t n)
{
    static const char *const signs[] = { "*", "†", "‡", "§", "¶", "#", "✉" };
    const struct html_tree *tree = walk->tree;
    const struct buf *text = &walk->builder->report->text;
    if (tree->nodes[n].tag != TAG_sup || !walk->builder->visible || tree->nodes[n].end != n + 2)
        return false;
    struct slice call = slice_trim(html_node_text(tree, n + 1));
    size_t i = 0, start = text->length;
    while (i < call.length) {
        size_t step = strchr("0123456789, ", call.bytes[i]) ? 1 : 0;
        for (size_t k = 0; k < sizeof signs / sizeof *signs && !step; k++)
            if (slice_starts((struct slice){ call.bytes + i, call.length - i }, slice_of(signs[k])))
                step = strlen(signs[k]);
        if (!step)
            return false;
        i += step;
    }
    bool formula = true;
    while (start > walk->builder->block.start && (unsigned char)text->bytes[start - 1] > ' ') {
        start--;
        formula &= text->bytes[start] >= 'A' && text->bytes[start] <= 'Z';
    }
    size_t step, length = text->length - start;
    if (length == 1 && start >= walk->builder->block.start + 3 && text->bytes[start - 3] == ' ')
        return call.length && char_is_upper((unsigned char)text->bytes[start - 2]); /* "Meena R V", not "R²" */
    return call.length && length > 1 && char_is_upper(utf8_decode(text->bytes + start, length, &step)) &&
           !(formula && length <= FORMULA_BYTES_MAX);
}

/* A card around the name, the role and the life of a speaker names more than who speaks. */
static bool is_card(const struct html_tree *tree, uint32_t n)
{
    unsigned blocks = 0;
    for (uint32_t i = n + 1; i < tree->nodes[n].end && blocks < 2; i++) {
        uint8_t tag = tree->nodes[i].tag;
        blocks += (tag == TAG_p || tag == TAG_li || (tag >= TAG_h1 && tag <= TAG_h6)) && tree->nodes[i].text;
    }
    return blocks >= 2;
}

static bool is_speaker(const struct html_tree *tree, uint32_t n)
{
    const struct html_node *node = &tree->nodes[n];
    return node->signs & SIGN_SPEAKER && node->text <= SPEAKER_BYTES_MAX && !is_card(tree, n);
}

static bool is_credit(const struct html_node *node)
{
    return node->signs & SIGN_CREDIT && node->text <= CREDIT_BYTES_MAX;
}

/* Jane Doe<span class="affiliation">CNRS</span>: style sheets part the two, here a comma does. */
static void part_origin(struct walk *walk, uint32_t n)
{
    const struct html_tree *tree = walk->tree;
    struct report_builder *b = walk->builder;
    const struct buf *text = &b->report->text;
    uint32_t first = n;
    uint8_t tag = tree->nodes[n].tag;
    if (!(tree->nodes[n].signs & SIGN_ORIGIN) ||
        (tag != TAG_span && tag != TAG_small && tag != TAG_em && tag != TAG_i))
        return;
    while (first < tree->nodes[n].end && !(tree->nodes[first].tag == TAG_TEXT && tree->nodes[first].text))
        first++;
    if (!b->visible || b->line || first == tree->nodes[n].end || builder_position(b) <= b->block.start)
        return;
    struct slice words = slice_trim(html_node_text(tree, first));
    unsigned char last = (unsigned char)text->bytes[text->length - 1];
    if (words.length && (words.bytes[0] & 0x80 || isalnum((unsigned char)words.bytes[0])) &&
        (last & 0x80 || isalnum(last) || last == '.')) {
        b->space = false;
        builder_text(b, SLICE(", "));
    }
}

/* <span class="title">Rivers</span> <span class="who">Jane Doe</span>: each begins and ends a field. */
static void note_edge(struct walk *walk, uint32_t n)
{
    struct report *report = walk->builder->report;
    if (html_sets_apart(walk->tree, n) && report->edges.count < MARKS_MAX)
        *vec_push(report->arena, &report->edges) = builder_position(walk->builder);
}

static void begin_cell(struct walk *walk, uint32_t n)
{
    walk->cell = n;
    walk->column = html_grid_cell(&walk->grid, walk->tree, n);
    if (!in_row(walk)) {
        end_block(walk);
        return;
    }
    builder_cell(walk->builder);
}

static void add_text(struct walk *walk, uint32_t n)
{
    struct slice text = html_node_text(walk->tree, n);
    if (slice_trim(text).length) {
        struct html_path path = html_path(&walk->runs, walk->tree, n);
        bool inside = walk->cell && n < walk->tree->nodes[walk->cell].end;
        walk->builder->column = (uint16_t)(inside ? walk->column : 0);
        builder_place(walk->builder, path.hash, path.nth);
    }
    if (walk->pre_depth && !in_row(walk))
        builder_verbatim(walk->builder, text);
    else
        builder_text(walk->builder, text);
}

static void enter(struct walk *walk, uint32_t n)
{
    const struct html_tree *tree = walk->tree;
    const struct html_node *node = &tree->nodes[n];
    struct report_builder *b = walk->builder;
    html_runs_enter(&walk->runs, tree, n);
    part_origin(walk, n);
    switch ((enum element_action)actions[node->tag]) {
    case ACTION_NONE: break;
    case ACTION_BLOCK: end_block(walk); break;
    case ACTION_PARAGRAPH: begin_block(walk, BLOCK_PARAGRAPH, 0); break;
    case ACTION_HEADING: begin_block(walk, BLOCK_HEADING, node->tag - TAG_h1 + 1u); break;
    case ACTION_LIST: begin_list(walk, n); break;
    case ACTION_ITEM: begin_item(walk, n); break;
    case ACTION_QUOTE: end_block(walk); walk->quote_depth++; break;
    case ACTION_PRE: begin_block(walk, BLOCK_PREFORMATTED, 0); walk->pre_depth++; break;
    case ACTION_BREAK: line_break(walk); break;
    case ACTION_RULE: in_row(walk) ? builder_space(b) : builder_rule(b); break;
    case ACTION_BOLD: builder_mark_begin(b, MARK_BOLD, NULL); break;
    case ACTION_ITALIC: builder_mark_begin(b, MARK_ITALIC, NULL); break;
    case ACTION_LINK: begin_link(walk, n); break;
    case ACTION_TERM: begin_block(walk, BLOCK_PARAGRAPH, 0); builder_mark_begin(b, MARK_BOLD, NULL); break;
    case ACTION_ROW:
        end_block(walk);
        html_grid_row(&walk->grid, tree, n);
        if (in_row(walk) || is_data_row(tree, n)) {
            if (!walk->row_depth++)
                builder_begin(b, BLOCK_TABLE_ROW, 0);
        }
        break;
    case ACTION_CELL: begin_cell(walk, n); break;
    case ACTION_IMAGE: add_image(walk, n); break;
    case ACTION_CAPTION: begin_block(walk, BLOCK_PARAGRAPH, 0); builder_mark_begin(b, MARK_CAPTION, NULL); break;
    case ACTION_TIME: add_time(walk, n); break;
    }
    if (node->tag == TAG_span && node->signs & SIGN_BOLD)
        builder_mark_begin(b, MARK_BOLD, NULL);
    if (walk->collect && node->signs & SIGN_METADATA)
        begin_captures(walk, n);
    if (walk->collect && is_speaker(tree, n))
        builder_mark_begin(b, MARK_SPEAKER, NULL);
    if (is_credit(node))
        builder_mark_begin(b, MARK_CREDIT, NULL);
    note_edge(walk, n);
}

static void leave(struct walk *walk, uint32_t n)
{
    const struct html_tree *tree = walk->tree;
    const struct html_node *node = &tree->nodes[n];
    struct report_builder *b = walk->builder;
    html_runs_leave(&walk->runs);
    note_edge(walk, n);
    if (is_credit(node))
        builder_mark_end(b, MARK_CREDIT);
    if (walk->collect && is_speaker(tree, n))
        builder_mark_end(b, MARK_SPEAKER);
    if (node->tag == TAG_span && node->signs & SIGN_BOLD)
        builder_mark_end(b, MARK_BOLD);
    if (node->signs & SIGN_METADATA)
        end_captures(walk, n);
    switch ((enum element_action)actions[node->tag]) {
    case ACTION_BLOCK: case ACTION_PARAGRAPH: case ACTION_HEADING: end_block(walk); break;
    case ACTION_LIST: walk->list_depth--; end_block(walk); break;
    case ACTION_ITEM: in_row(walk) ? builder_line(b) : builder_end(b); break;
    case ACTION_QUOTE: end_block(walk); walk->quote_depth--; break;
    case ACTION_PRE: walk->pre_depth--; end_block(walk); break;
    case ACTION_BOLD: builder_mark_end(b, MARK_BOLD); break;
    case ACTION_ITALIC: builder_mark_end(b, MARK_ITALIC); break;
    case ACTION_LINK:
        if (html_node_attribute(tree, n, ATTRIBUTE_href).bytes)
            builder_mark_end(b, MARK_LINK);
        break;
    case ACTION_TERM: builder_mark_end(b, MARK_BOLD); end_block(walk); break;
    case ACTION_CAPTION: builder_mark_end(b, MARK_CAPTION); end_block(walk); break;
    case ACTION_ROW:
        if (walk->row_depth && !--walk->row_depth)
            builder_end(b);
        break;
    case ACTION_CELL:
        if (!in_row(walk))
            end_block(walk);
        break;
    default: break;
    }
}

/* <span class="time">9:00</span><span class="title">Rivers</span>: style sheets set such fields apart, nothing else does. */
static bool fields_apart(const struct html_tree *tree, uint32_t before, uint32_t n)
{
    const struct html_node *left = &tree->nodes[before], *right = &tree->nodes[n];
    return left->tag == TAG_span && right->tag == TAG_span && left->parent == right->parent && left->length &&
           right->length && left->text && right->text;
}

static void walk_tree(struct walk *walk)
{
    const struct html_tree *tree = walk->tree;
    uint32_t open = 0;
    for (uint32_t n = 1; n < tree->node_count;) {
        for (; open && tree->nodes[open].end <= n; open = tree->nodes[open].parent) {
            leave(walk, open);
            if (fields_apart(tree, open, n))
                is_speaker(tree, open) ? builder_space(walk->builder) : builder_line(walk->builder);
        }
        const struct html_node *node = &tree->nodes[n];
        if (node->flags & HTML_DROPPED || node->signs & SIGN_HIDDEN || is_note_call(node) ||
            is_affiliation_call(walk, n)) {
            n = node->end;
            continue;
        }
        if (node->tag == TAG_TEXT) {
            add_text(walk, n);
        } else {
            enter(walk, n);
            open = n;
        }
        n++;
    }
    for (; open; open = tree->nodes[open].parent)
        leave(walk, open);
}

/* Parses, then walks under a guard of its own: the tree is on the heap. */
static enum status read_page(struct report_builder *builder, struct slice text, bool whole, struct error *error)
{
    struct arena *arena = builder->report->arena;
    struct html_tree tree = { 0 };
    struct guard outer;
    volatile bool failed = false;
    enum status status = html_tree_parse(&tree, text, error);
    if (status == STATUS_OK) {
        struct walk *walk = calloc(1, sizeof *walk);
        if (!walk) {
            html_tree_fini(&tree);
            return error_set(error, STATUS_MEMORY, "out of memory");
        }
        guard_save(&outer, arena);
        if (arena_guard(arena)) {
            failed = true;
        } else {
            *walk = (struct walk){ .builder = builder, .tree = &tree, .collect = whole };
            html_signs_read(&tree);
            if (whole) {
                html_head_read(builder->report, &tree);
                main_content_mark(&tree);
            }
            walk_tree(walk);
        }
        guard_restore(&outer, arena);
        free(walk);
    }
    html_tree_fini(&tree);
    if (failed)
        guard_fail(arena);
    return status;
}

enum status parse_html(struct report *report, struct slice text, struct error *error)
{
    struct report_builder *builder = arena_new(report->arena, struct report_builder);
    builder_init(builder, report);
    enum status status = read_page(builder, text, true, error);
    builder_finish(builder);
    return status;
}

enum status parse_html_fragment(struct report_builder *builder, struct slice text, struct error *error)
{
    return read_page(builder, text, false, error);
}
