/* query.c - the parser of the query language: recursive descent over what query_lex.c cut. */
#include "query.h"

#include "query_lex.h"
#include "utf8.h"

struct parser {
    struct slice text;
    enum language ui;
    struct arena *arena;
    const struct lex *next;   /* the last one is LEX_END and is never passed */
    unsigned depth, leaves;
    enum field field;         /* the field of a group: speaker:(laville OR fraisse) */
    struct error *error;
};

typedef enum status parse_function(struct parser *parser, struct query_node **node);

static parse_function parse_list, parse_or, parse_and, parse_not, parse_near, parse_item;

static struct query_node *node_new(struct parser *parser, enum query_kind kind, uint32_t start, uint32_t end)
{
    struct query_node *node = arena_new(parser->arena, struct query_node);

    node->kind = kind;
    node->start = start;
    node->end = end;
    node->interval = INTERVAL_NONE;
    return node;
}

static void add_child(struct parser *parser, struct query_node *parent, struct query_node *child)
{
    *vec_push(parser->arena, &parent->children) = child;
    if (child->end > parent->end)
        parent->end = child->end;
}

static enum status fail_operand(struct parser *parser, const struct lex *operator, enum remark remark)
{
    return query_error(parser->error, STATUS_QUERY, parser->text, operator->start,
                       remark_format(parser->ui, remark), (int)operator->text.length, operator->text.bytes,
                       (int)operator->text.length, operator->text.bytes);
}

/* Can the next item begin an operand? What follows an operator must. */
static bool begins_operand(const struct parser *parser)
{
    switch (parser->next->kind) {
    case LEX_END: case LEX_CLOSE: case LEX_AND: case LEX_OR: case LEX_NEAR:
        return false;
    default:
        return true;
    }
}

/* `operand { operator operand }`, flat. */
static enum status parse_chain(struct parser *parser, enum lex_kind operator, enum query_kind kind,
                               parse_function *operand, struct query_node **node)
{
    enum status status = operand(parser, node);
    struct query_node *chain = NULL;

    while (!status && parser->next->kind == operator) {
        const struct lex *at = parser->next++;
        struct query_node *right = NULL;
        if (!*node)
            return fail_operand(parser, at, REMARK_NO_WORD_BEFORE);
        if (!begins_operand(parser))
            return fail_operand(parser, at, REMARK_NO_WORD_AFTER);
        if ((status = operand(parser, &right)) != STATUS_OK)
            break;
        if (!right)
            return fail_operand(parser, at, REMARK_NO_WORD_AFTER);
        if (!chain) {
            chain = node_new(parser, kind, (*node)->start, (*node)->end);
            add_child(parser, chain, *node);
            *node = chain;
        }
        if (kind == QUERY_NEAR && at->distance > chain->distance)
            chain->distance = at->distance;
        add_child(parser, chain, right);
    }
    return status;
}

static enum status parse_or(struct parser *parser, struct query_node **node)
{
    return parse_chain(parser, LEX_OR, QUERY_OR, parse_and, node);
}

static enum status parse_and(struct parser *parser, struct query_node **node)
{
    return parse_chain(parser, LEX_AND, QUERY_AND, parse_not, node);
}

/* Words within reach of one another: words, phrases and alternatives of them, of the text. */
static enum status check_near(struct parser *parser, const struct query_node *near)
{
    for (size_t i = 0; i < near->children.count; i++) {
        const struct query_node *child = near->children.items[i];
        bool fits = child->field == FIELD_TEXT && child->mark == QUERY_MARK_NONE
            && (child->kind == QUERY_WORD || child->kind == QUERY_PHRASE || child->kind == QUERY_PREFIX
                || child->kind == QUERY_OR);
        for (size_t j = 0; fits && j < child->children.count; j++)
            fits = child->children.items[j]->field == FIELD_TEXT
                && (child->children.items[j]->kind == QUERY_WORD || child->children.items[j]->kind == QUERY_PREFIX);
        if (!fits)
            return query_error(parser->error, STATUS_QUERY, parser->text, child->start,
                               remark_format(parser->ui, REMARK_NEAR_OPERANDS), "");
    }
    return STATUS_OK;
}

static enum status parse_near(struct parser *parser, struct query_node **node)
{
    enum status status = parse_chain(parser, LEX_NEAR, QUERY_NEAR, parse_item, node);

    if (!status && *node && (*node)->kind == QUERY_NEAR && (*node)->start != (*node)->end)
        status = check_near(parser, *node);
    return status;
}

static enum status parse_not(struct parser *parser, struct query_node **node)
{
    enum status status = STATUS_OK;

    *node = NULL;
    if (parser->next->kind != LEX_NOT)
        status = parse_near(parser, node);
    while (!status && parser->next->kind == LEX_NOT) {
        const struct lex *at = parser->next++;
        struct query_node *without = NULL, *left = *node;
        if (!begins_operand(parser) || parser->next->kind == LEX_NOT)
            return fail_operand(parser, at, REMARK_NO_WORD_AFTER);
        if ((status = parse_near(parser, &without)) != STATUS_OK)
            break;
        if (!without)
            return fail_operand(parser, at, REMARK_NO_WORD_AFTER);
        *node = node_new(parser, QUERY_NOT, left ? left->start : at->start, at->end);
        if (left)
            add_child(parser, *node, left);
        add_child(parser, *node, without);
    }
    return status;
}

static enum status enter(struct parser *parser, uint32_t at)
{
    if (++parser->depth > QUERY_DEPTH_MAX)
        return query_error(parser->error, STATUS_LIMIT, parser->text, at,
                           remark_format(parser->ui, REMARK_TOO_DEEP), QUERY_DEPTH_MAX);
    return STATUS_OK;
}

static enum status parse_group(struct parser *parser, struct query_node **node)
{
    const struct lex *open = parser->next++;
    enum status status = enter(parser, open->start);

    if (!status)
        status = parse_list(parser, node);
    if (!status && parser->next->kind == LEX_CLOSE)
        parser->next++;
    parser->depth--;
    return status;
}

static enum status parse_leaf(struct parser *parser, struct query_node **node)
{
    static const enum query_kind kinds[] = { [LEX_WORD] = QUERY_WORD, [LEX_PREFIX] = QUERY_PREFIX,
                                             [LEX_PHRASE] = QUERY_PHRASE };
    const struct lex *lex = parser->next++;
    struct query_node *leaf;

    if (lex->kind == LEX_STAR) {
        *node = node_new(parser, QUERY_ALL, lex->start, lex->end);
        return STATUS_OK;
    }
    if (lex->kind == LEX_PHRASE && lex->text.length == 0 && parser->field == FIELD_TEXT)
        return STATUS_OK; /* "" says nothing */
    if (++parser->leaves > QUERY_LEAVES_MAX)
        return query_error(parser->error, STATUS_LIMIT, parser->text, lex->start,
                           remark_format(parser->ui, REMARK_TOO_MANY_WORDS), QUERY_LEAVES_MAX);
    leaf = node_new(parser, kinds[lex->kind], lex->start, lex->end);
    leaf->text = lex->text;
    leaf->field = parser->field;
    *node = leaf;
    enum status status = query_read_value(leaf, parser->ui, parser->error);
    if (status)
        parser->error->column = (unsigned)utf8_count(parser->text.bytes, lex->start) + 1;
    return status;
}

static enum status parse_field(struct parser *parser, struct query_node **node)
{
    const struct lex *name = parser->next++;
    enum field outer = parser->field;
    enum status status;

    parser->field = name->field;
    switch (parser->next->kind) {
    case LEX_OPEN:
        status = parse_group(parser, node);
        break;
    case LEX_WORD: case LEX_PREFIX: case LEX_PHRASE:
        status = parse_leaf(parser, node);
        break;
    default:
        status = query_error(parser->error, STATUS_QUERY, parser->text, name->start,
                             remark_format(parser->ui, REMARK_NO_VALUE), (int)name->text.length, name->text.bytes);
    }
    parser->field = outer;
    if (!status && *node && (*node)->start > name->start)
        (*node)->start = name->start;
    return status;
}

static enum status parse_item(struct parser *parser, struct query_node **node)
{
    enum query_mark mark = QUERY_MARK_NONE;
    enum status status = STATUS_OK;

    *node = NULL;
    if (parser->next->kind == LEX_PLUS || parser->next->kind == LEX_MINUS)
        mark = parser->next++->kind == LEX_PLUS ? QUERY_MARK_REQUIRED : QUERY_MARK_EXCLUDED;
    switch (parser->next->kind) {
    case LEX_OPEN:
        status = parse_group(parser, node);
        break;
    case LEX_FIELD:
        status = parse_field(parser, node);
        break;
    case LEX_WORD: case LEX_PREFIX: case LEX_PHRASE: case LEX_STAR:
        status = parse_leaf(parser, node);
        break;
    default: /* an operator: the caller says what it lacks */
        break;
    }
    if (!status && *node && mark != QUERY_MARK_NONE) {
        if ((*node)->mark != QUERY_MARK_NONE) { /* +(-a): the group keeps its own mark inside */
            struct query_node *list = node_new(parser, QUERY_LIST, (*node)->start, (*node)->end);
            add_child(parser, list, *node);
            *node = list;
        }
        (*node)->mark = mark;
    }
    return status;
}

static enum status parse_list(struct parser *parser, struct query_node **node)
{
    struct query_node *list = node_new(parser, QUERY_LIST, parser->next->start, parser->next->start);
    enum status status;

    while (parser->next->kind != LEX_END && parser->next->kind != LEX_CLOSE) {
        struct query_node *item = NULL;
        const struct lex *at = parser->next;
        if ((status = parse_or(parser, &item)) != STATUS_OK)
            return status;
        if (item && item->kind == QUERY_LIST && item->mark == QUERY_MARK_NONE) {
            /* brackets around words side by side change nothing */
            for (size_t i = 0; i < item->children.count; i++)
                add_child(parser, list, item->children.items[i]);
        } else if (item) {
            add_child(parser, list, item);
        } else if (parser->next == at) { /* an operator where an operand should stand */
            return fail_operand(parser, at, REMARK_NO_WORD_BEFORE);
        }
    }
    if (list->children.count == 0)
        *node = NULL;
    else if (list->children.count == 1)
        *node = list->children.items[0];
    else
        *node = list;
    return STATUS_OK;
}

enum status query_parse(struct slice text, enum language ui, struct arena *arena, struct query_node **root,
                        struct error *error)
{
    struct parser parser = { .text = text, .ui = ui, .arena = arena, .field = FIELD_TEXT, .error = error };
    lex_list items = { 0 };
    enum status status;

    *root = NULL;
    if (text.length > QUERY_BYTES_MAX)
        return query_error(error, STATUS_LIMIT, text, utf8_floor(text.bytes, text.length, QUERY_BYTES_MAX),
                           remark_format(ui, REMARK_TOO_LONG), QUERY_BYTES_MAX);
    if (!utf8_valid(text.bytes, text.length))
        return query_error(error, STATUS_QUERY, text, 0, remark_format(ui, REMARK_NOT_UTF8), "");
    status = query_lex(text, ui, arena, &items, error);
    if (status)
        return status;
    parser.next = items.items;
    status = parse_list(&parser, root);
    if (!status && !*root)
        *root = node_new(&parser, QUERY_ALL, 0, 0);
    return status;
}
