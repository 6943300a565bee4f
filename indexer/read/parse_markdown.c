/* Markdown through md4c's events. */
#include <libxml/HTMLparser.h>
#include <md4c.h>
#include <strings.h>

#include "front_matter.h"
#include "guard.h"
#include "markdown_source.h"
#include "parse.h"
#include "report_builder.h"

enum { LISTS_MAX = 64 }; /* lists inside lists; deeper ones count as this deep */

struct list {
    bool ordered;
    uint32_t next;
};

struct markdown {
    struct report_builder builder;
    struct list lists[LISTS_MAX];
    unsigned list_depth, quote_depth, image_depth;
    bool wrapped;            /* line ends mean nothing */
    bool in_html;
    struct buf html;         /* of the HTML block that is being collected */
    bool failed;             /* memory: md4c has to be left first */
};

static unsigned item_level(const struct markdown *md)
{
    return md->list_depth ? md->list_depth : 1;
}

static void begin_item(struct markdown *md)
{
    unsigned i = md->list_depth ? (md->list_depth <= LISTS_MAX ? md->list_depth : LISTS_MAX) - 1 : 0;
    builder_begin_item(&md->builder, item_level(md), md->lists[i].ordered, md->lists[i].next);
    if (md->lists[i].ordered)
        md->lists[i].next++;
}

static void begin_list(struct markdown *md, bool ordered, uint32_t start)
{
    md->list_depth++;
    if (md->list_depth <= LISTS_MAX)
        md->lists[md->list_depth - 1] = (struct list){ ordered, ordered ? start : 0 };
    builder_end(&md->builder);
}

static void begin_paragraph(struct markdown *md)
{
    if (md->builder.open && !md->builder.visible && md->builder.block.kind == BLOCK_LIST_ITEM)
        return; /* the first paragraph of an item is the item */
    builder_begin(&md->builder, md->quote_depth ? BLOCK_QUOTE : BLOCK_PARAGRAPH, 0);
}

static void enter_block(struct markdown *md, MD_BLOCKTYPE type, void *detail)
{
    switch (type) {
    case MD_BLOCK_QUOTE: md->quote_depth++; builder_end(&md->builder); break;
    case MD_BLOCK_UL: begin_list(md, false, 0); break;
    case MD_BLOCK_OL: begin_list(md, true, ((MD_BLOCK_OL_DETAIL *)detail)->start); break;
    case MD_BLOCK_LI: begin_item(md); break;
    case MD_BLOCK_HR: builder_rule(&md->builder); break;
    case MD_BLOCK_H: builder_begin(&md->builder, BLOCK_HEADING, ((MD_BLOCK_H_DETAIL *)detail)->level); break;
    case MD_BLOCK_CODE: builder_begin(&md->builder, BLOCK_PREFORMATTED, 0); break;
    case MD_BLOCK_HTML:
        builder_end(&md->builder);
        md->in_html = true;
        md->html = (struct buf)BUF_INIT(md->builder.report->arena);
        break;
    case MD_BLOCK_P: begin_paragraph(md); break;
    case MD_BLOCK_TR: builder_begin(&md->builder, BLOCK_TABLE_ROW, 0); break;
    case MD_BLOCK_TH: case MD_BLOCK_TD:
        builder_cell(&md->builder);
        builder_place(&md->builder, 0, 0);
        break;
    case MD_BLOCK_DOC: case MD_BLOCK_TABLE: case MD_BLOCK_THEAD: case MD_BLOCK_TBODY: break;
    }
}

static void leave_block(struct markdown *md, MD_BLOCKTYPE type)
{
    struct error error = ERROR_NONE;
    switch (type) {
    case MD_BLOCK_QUOTE: md->quote_depth--; builder_end(&md->builder); break;
    case MD_BLOCK_UL: case MD_BLOCK_OL: md->list_depth--; builder_end(&md->builder); break;
    case MD_BLOCK_HTML:
        md->in_html = false;
        parse_html_fragment(&md->builder, buf_slice(&md->html), &error);
        builder_end(&md->builder);
        break;
    case MD_BLOCK_LI: case MD_BLOCK_H: case MD_BLOCK_CODE: case MD_BLOCK_P: case MD_BLOCK_TR:
        builder_end(&md->builder);
        break;
    default: break;
    }
}

static const char *attribute(struct markdown *md, const MD_ATTRIBUTE *value)
{
    return value->size ? arena_dup(md->builder.report->arena, value->text, value->size) : NULL;
}

static void enter_span(struct markdown *md, MD_SPANTYPE type, void *detail)
{
    switch (type) {
    case MD_SPAN_STRONG: builder_mark_begin(&md->builder, MARK_BOLD, NULL); break;
    case MD_SPAN_EM: builder_mark_begin(&md->builder, MARK_ITALIC, NULL); break;
    case MD_SPAN_A:
        builder_mark_begin(&md->builder, MARK_LINK, attribute(md, &((MD_SPAN_A_DETAIL *)detail)->href));
        break;
    case MD_SPAN_IMG: md->image_depth++; break;
    default: break;
    }
}

static void leave_span(struct markdown *md, MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_STRONG: builder_mark_end(&md->builder, MARK_BOLD); break;
    case MD_SPAN_EM: builder_mark_end(&md->builder, MARK_ITALIC); break;
    case MD_SPAN_A: builder_mark_end(&md->builder, MARK_LINK); break;
    case MD_SPAN_IMG: md->image_depth--; break;
    default: break;
    }
}

/* &eacute; &#233; &#xE9; */
static void add_entity(struct markdown *md, struct slice entity)
{
    char name[48];
    struct buf text = BUF_INIT(md->builder.report->arena);
    if (entity.length < 3 || entity.length > sizeof name) {
        builder_text(&md->builder, entity);
        return;
    }
    memcpy(name, entity.bytes + 1, entity.length - 2);
    name[entity.length - 2] = '\0';
    const htmlEntityDesc *known = name[0] == '#' ? NULL : htmlEntityLookup((const xmlChar *)name);
    bool hexadecimal = name[0] == '#' && (name[1] == 'x' || name[1] == 'X');
    unsigned long value = known ? known->value : 0;
    if (name[0] == '#')
        value = strtoul(name + (hexadecimal ? 2 : 1), NULL, hexadecimal ? 16 : 10);
    if (value && value <= 0x10FFFF)
        buf_add_utf8(&text, (uint32_t)value);
    else
        buf_add_slice(&text, entity);
    builder_text(&md->builder, buf_slice(&text));
}

/* HTML inside a paragraph: the few elements that mean something here. */
static const struct { const char *name; enum mark_kind kind; } inline_marks[] = {
    { "b", MARK_BOLD }, { "strong", MARK_BOLD }, { "i", MARK_ITALIC }, { "em", MARK_ITALIC }
};

static void add_inline_html(struct markdown *md, struct slice tag)
{
    bool closing = tag.length > 1 && tag.bytes[1] == '/';
    struct slice name = { tag.bytes + 1 + closing, 0 };
    while (name.bytes + name.length < tag.bytes + tag.length && (name.bytes[name.length] | 0x20) >= 'a' &&
           (name.bytes[name.length] | 0x20) <= 'z')
        name.length++;
    if (name.length == 2 && !strncasecmp(name.bytes, "br", 2)) {
        builder_line(&md->builder);
        return;
    }
    for (size_t i = 0; i < sizeof inline_marks / sizeof *inline_marks; i++) {
        const char *known = inline_marks[i].name;
        if (strlen(known) != name.length || strncasecmp(name.bytes, known, name.length))
            continue;
        if (closing)
            builder_mark_end(&md->builder, inline_marks[i].kind);
        else
            builder_mark_begin(&md->builder, inline_marks[i].kind, NULL);
    }
}

static void add_text(struct markdown *md, MD_TEXTTYPE type, struct slice text)
{
    struct report_builder *b = &md->builder;
    if (md->in_html) {
        buf_add_slice(&md->html, text);
        return;
    }
    if (md->image_depth)
        return;
    switch (type) {
    case MD_TEXT_BR: builder_line(b); break;
    case MD_TEXT_SOFTBR: md->wrapped ? builder_wrap(b) : builder_line(b); break;
    case MD_TEXT_ENTITY: add_entity(md, text); break;
    case MD_TEXT_HTML: add_inline_html(md, text); break;
    case MD_TEXT_CODE:
        if (b->open && b->block.kind == BLOCK_PREFORMATTED)
            builder_verbatim(b, text);
        else
            builder_text(b, text);
        break;
    default: builder_tabbed(b, text); break;
    }
}

/* md4c's callbacks. A failed allocation must not jump over md4c, which holds memory: it is noted and md4c told to
 * stop. */
#define PASS(md, call)                                                                                               \
    if (arena_guard((md)->builder.report->arena)) {                                                                  \
        (md)->failed = true;                                                                                         \
        return -1;                                                                                                   \
    }                                                                                                                \
    call;                                                                                                            \
    return 0

static int on_enter_block(MD_BLOCKTYPE type, void *detail, void *md)
{
    PASS((struct markdown *)md, enter_block(md, type, detail));
}

static int on_leave_block(MD_BLOCKTYPE type, void *detail, void *md)
{
    (void)detail;
    PASS((struct markdown *)md, leave_block(md, type));
}

static int on_enter_span(MD_SPANTYPE type, void *detail, void *md)
{
    PASS((struct markdown *)md, enter_span(md, type, detail));
}

static int on_leave_span(MD_SPANTYPE type, void *detail, void *md)
{
    (void)detail;
    PASS((struct markdown *)md, leave_span(md, type));
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *md)
{
    PASS((struct markdown *)md, add_text(md, type, (struct slice){ text, size }));
}

enum status parse_markdown(struct report *report, struct slice text, struct error *error)
{
    static const MD_PARSER parser = {
        .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_PERMISSIVEAUTOLINKS,
        .enter_block = on_enter_block, .leave_block = on_leave_block, .enter_span = on_enter_span,
        .leave_span = on_leave_span, .text = on_text
    };
    struct markdown *md = arena_new(report->arena, struct markdown);
    builder_init(&md->builder, report);
    size_t skip = front_matter_read(report, text);
    text = markdown_source(report->arena, (struct slice){ text.bytes + skip, text.length - skip }, &md->wrapped);
    struct guard outer;
    guard_save(&outer, report->arena);
    int result = md_parse(text.bytes, (MD_SIZE)text.length, &parser, md);
    guard_restore(&outer, report->arena);
    if (md->failed)
        guard_fail(report->arena);
    if (result != 0)
        return error_set(error, STATUS_MEMORY, "out of memory in the Markdown parser");
    builder_finish(&md->builder);
    return STATUS_OK;
}
