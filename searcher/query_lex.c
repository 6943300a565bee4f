/* query_lex.c - the lexer of the query language. Forgiving: what is no operator is text. */
#include "query_lex.h"

#include <stdarg.h>
#include <stdio.h>

#include "token.h"
#include "utf8.h"

struct operator_row {
    const char *word;
    enum lex_kind kind;
};

/* Operators are words in capitals; small letters are text. */
static const struct operator_row operator_table[] = {
    { "AND", LEX_AND }, { "ET", LEX_AND },
    { "OR", LEX_OR },   { "OU", LEX_OR },
    { "NOT", LEX_NOT }, { "SAUF", LEX_NOT },
};

struct quote_row {
    uint32_t open;
    uint32_t close[2];
    bool strict; /* without its partner it is an error; the others are then text */
};

static const struct quote_row quote_table[] = {
    { '"',    { '"', 0 }, true },
    { 0x201C, { 0x201D, '"' }, false },      /* “ ” */
    { 0x201E, { 0x201C, 0x201D }, false },   /* „ “ */
    { 0x00AB, { 0x00BB, 0 }, false },        /* « » */
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct lexer {
    struct slice text;
    enum language ui;
    size_t at;
    struct arena *arena;
    lex_list *items;
    struct error *error;
};

enum status query_error(struct error *error, enum status status, struct slice text, size_t at,
                        const char *format, ...)
{
    char message[sizeof error->message];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    error_set(error, status, "%s", message);
    error->column = (unsigned)utf8_count(text.bytes, at < text.length ? at : text.length) + 1;
    return status;
}

static uint32_t peek(const struct lexer *lexer, size_t at, size_t *step)
{
    if (at >= lexer->text.length) {
        *step = 0;
        return 0;
    }
    return utf8_decode(lexer->text.bytes + at, lexer->text.length - at, step);
}

static bool is_space(uint32_t c)
{
    return c <= ' ' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029
        || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

static bool is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x02BC;
}

static const struct quote_row *quote_at(const struct lexer *lexer, size_t at)
{
    size_t step;
    uint32_t c = peek(lexer, at, &step);

    for (size_t i = 0; step && i < COUNT(quote_table); i++)
        if (quote_table[i].open == c)
            return &quote_table[i];
    return NULL;
}

static struct lex *push(struct lexer *lexer, enum lex_kind kind, size_t start, size_t end)
{
    struct lex *item = vec_push(lexer->arena, lexer->items);

    *item = (struct lex){ .kind = kind, .text = { lexer->text.bytes + start, end - start },
                          .start = (uint32_t)start, .end = (uint32_t)end, .field = FIELD_TEXT };
    lexer->at = end;
    return item;
}

/* Where the phrase that begins at AT ends (its closing mark), or 0. */
static size_t phrase_close(const struct lexer *lexer, const struct quote_row *quote, size_t at, size_t *close_step)
{
    size_t step;

    for (peek(lexer, at, &step), at += step; at < lexer->text.length; at += step) {
        uint32_t c = peek(lexer, at, &step);
        if (c == quote->close[0] || (quote->close[1] && c == quote->close[1])) {
            *close_step = step;
            return at;
        }
    }
    return 0;
}

/* A phrase at the cursor. *TAKEN is false when the mark is text after all. */
static enum status lex_phrase(struct lexer *lexer, const struct quote_row *quote, bool *taken)
{
    size_t start = lexer->at, open_step, close_step = 0;
    size_t close = phrase_close(lexer, quote, start, &close_step);

    *taken = false;
    peek(lexer, start, &open_step);
    if (!close) {
        if (!quote->strict)
            return STATUS_OK;
        return query_error(lexer->error, STATUS_QUERY, lexer->text, start,
                           remark_format(lexer->ui, REMARK_NOT_CLOSED), "");
    }
    struct lex *item = push(lexer, LEX_PHRASE, start, close + close_step);
    item->text = slice_trim((struct slice){ lexer->text.bytes + start + open_step, close - start - open_step });
    *taken = true;
    return STATUS_OK;
}

/* Where the word at AT ends: at a space, at a bracket that it did not open itself (député(e)s is one word), and
 * before a quotation mark that follows an elision (l'"économie sociale"). */
static size_t word_end(const struct lexer *lexer, size_t at)
{
    size_t step, inner = 0, start = at;
    uint32_t c, before = 0;

    for (; at < lexer->text.length; at += step, before = c) {
        c = peek(lexer, at, &step);
        if (is_space(c) || (c == ')' && inner == 0))
            break;
        if (is_apostrophe(before) && at > start && quote_at(lexer, at))
            break;
        if (c == '(' && !char_is_word(before))
            break;
        if (c == '(')
            inner++;
        else if (c == ')')
            inner--;
    }
    return at;
}

/* The field named at the cursor: a known name, a colon and something other than a space after it. */
static enum field lex_field(const struct lexer *lexer, size_t *colon)
{
    char name[64];
    size_t length = 0, step;

    for (size_t at = lexer->at; at < lexer->text.length; at += step) {
        uint32_t c = peek(lexer, at, &step);
        char folded[8];
        if (c == ':') {
            size_t next_step;
            uint32_t next = peek(lexer, at + step, &next_step);
            *colon = at;
            if (!length || !next_step || is_space(next) || next == ')')
                return FIELD_COUNT;
            enum field field = field_from_name((struct slice){ name, length });
            return field == FIELD_TEXT ? FIELD_COUNT : field;
        }
        if (c != '-' && c != '_' && !char_is_word(c))
            return FIELD_COUNT;
        size_t bytes = c == '-' || c == '_' ? 1 : fold_char(c, folded);
        if (c == '-' || c == '_')
            folded[0] = '-';
        if (length + bytes > sizeof name)
            return FIELD_COUNT;
        memcpy(name + length, folded, bytes);
        length += bytes;
    }
    return FIELD_COUNT;
}

/* NEAR, or NEAR/ and a number. */
static enum status lex_near(struct lexer *lexer, size_t start, size_t end, bool *taken)
{
    struct slice word = { lexer->text.bytes + start, end - start };
    unsigned distance = QUERY_NEAR_DEFAULT;

    *taken = slice_is(word, "NEAR") || slice_starts(word, SLICE("NEAR/"));
    if (!*taken)
        return STATUS_OK;
    if (word.length > 4) {
        distance = 0;
        for (size_t i = 5; i < word.length && distance <= QUERY_NEAR_MAX; i++) {
            if (word.bytes[i] < '0' || word.bytes[i] > '9') {
                distance = 0;
                break;
            }
            distance = distance * 10 + (unsigned)(word.bytes[i] - '0');
        }
        if (distance == 0 || distance > QUERY_NEAR_MAX)
            return query_error(lexer->error, STATUS_QUERY, lexer->text, start,
                               remark_format(lexer->ui, REMARK_NEAR_NUMBER), QUERY_NEAR_MAX);
    }
    push(lexer, LEX_NEAR, start, end)->distance = distance;
    return STATUS_OK;
}

/* Is a dash before this word an exclusion? Not before a function word: "fut -elle", "les noms en -in". */
static bool excludes(struct slice word)
{
    char folded[64];
    size_t length = fold_key(word, folded, sizeof folded);

    struct slice key = { folded, length };
    return length > 0 && !language_is_stop_word(LANGUAGE_FR, key) && !language_is_stop_word(LANGUAGE_EN, key);
}

static bool lex_sign(struct lexer *lexer)
{
    size_t at = lexer->at, step;
    uint32_t sign = peek(lexer, at, &step), next = peek(lexer, at + 1, &step);

    if ((sign != '+' && sign != '-') || !step)
        return false;
    if (next != '(' && !quote_at(lexer, at + 1) && !char_is_word(next))
        return false;
    size_t end = word_end(lexer, at + 1);
    if (sign == '-' && char_is_word(next) && !excludes((struct slice){ lexer->text.bytes + at + 1, end - at - 1 }))
        return false;
    push(lexer, sign == '+' ? LEX_PLUS : LEX_MINUS, at, at + 1);
    return true;
}

/* Letters and digits in WORD, at most enough to tell. */
static size_t word_letters(struct slice word)
{
    size_t letters = 0, step;

    for (size_t i = 0; i < word.length; i += step)
        letters += char_is_word(utf8_decode(word.bytes + i, word.length - i, &step));
    return letters;
}

static enum status lex_word(struct lexer *lexer, bool is_value)
{
    size_t start = lexer->at, end = word_end(lexer, start), step;
    struct slice word = { lexer->text.bytes + start, end - start };
    bool taken = false;

    if (end == start) { /* a mark that opens nothing */
        peek(lexer, start, &step);
        lexer->at += step;
        return STATUS_OK;
    }
    for (size_t i = 0; !is_value && i < COUNT(operator_table); i++)
        if (slice_is(word, operator_table[i].word)) {
            push(lexer, operator_table[i].kind, start, end);
            return STATUS_OK;
        }
    if (!is_value) {
        enum status status = lex_near(lexer, start, end, &taken);
        if (status || taken)
            return status;
    }
    while (word.length && strchr(",;:?!", word.bytes[word.length - 1]))
        word.length--;
    if (slice_is(word, "*")) {
        push(lexer, LEX_STAR, start, end);
        return STATUS_OK;
    }
    /* "l'" left before a phrase, and punctuation alone, are no words */
    size_t before_end = 1;
    bool elided = quote_at(lexer, end) && is_apostrophe(utf8_decode_before(lexer->text.bytes, end, &before_end));
    if (!is_value && (elided || word_letters(word) == 0)) {
        lexer->at = end;
        return STATUS_OK;
    }
    bool star = word.length > 1 && word.bytes[word.length - 1] == '*';
    struct slice stem = { word.bytes, word.length - star };
    star = star && word_letters(stem) >= QUERY_PREFIX_MIN
        && char_is_word(utf8_decode_before(stem.bytes, stem.length, &step));
    push(lexer, star ? LEX_PREFIX : LEX_WORD, start, end)->text = star ? stem : word;
    return STATUS_OK;
}

/* Leaves out brackets that have no partner: they are text. */
static void match_brackets(lex_list *items, struct arena *arena)
{
    VEC(size_t) open = { 0 };
    bool *partner = arena_zero(arena, items->count + 1);
    size_t kept = 0;

    for (size_t i = 0; i < items->count; i++) {
        if (items->items[i].kind == LEX_OPEN)
            *vec_push(arena, &open) = i;
        else if (items->items[i].kind == LEX_CLOSE && open.count)
            partner[i] = partner[open.items[--open.count]] = true;
    }
    for (size_t i = 0; i < items->count; i++) {
        enum lex_kind kind = items->items[i].kind;
        if ((kind == LEX_OPEN || kind == LEX_CLOSE) && !partner[i]) {
            /* the sign or field before a bracket that is none says nothing either */
            while (kept && (items->items[kept - 1].kind == LEX_PLUS || items->items[kept - 1].kind == LEX_MINUS
                            || items->items[kept - 1].kind == LEX_FIELD))
                kept--;
            continue;
        }
        items->items[kept++] = items->items[i];
    }
    items->count = kept;
}

enum status query_lex(struct slice text, enum language ui, struct arena *arena, lex_list *items, struct error *error)
{
    struct lexer lexer = { .text = text, .ui = ui, .arena = arena, .items = items, .error = error };
    bool is_value = false; /* the cursor is right after a field's colon */

    while (lexer.at < text.length) {
        size_t step, colon;
        uint32_t c = peek(&lexer, lexer.at, &step);
        const struct quote_row *quote = quote_at(&lexer, lexer.at);
        enum field field;
        bool taken = false;

        if (is_space(c)) {
            lexer.at += step;
            is_value = false;
            continue;
        }
        if (quote) {
            enum status status = lex_phrase(&lexer, quote, &taken);
            if (status)
                return status;
        }
        if (taken) {
            is_value = false;
        } else if (c == '(' || c == ')') {
            push(&lexer, c == '(' ? LEX_OPEN : LEX_CLOSE, lexer.at, lexer.at + 1);
            is_value = false;
        } else if (!is_value && lex_sign(&lexer)) {
            continue;
        } else if (!is_value && (field = lex_field(&lexer, &colon)) != FIELD_COUNT) {
            push(&lexer, LEX_FIELD, lexer.at, colon + 1)->field = field;
            is_value = true;
        } else {
            enum status status = lex_word(&lexer, is_value);
            if (status)
                return status;
            is_value = false;
        }
    }
    match_brackets(items, arena);
    push(&lexer, LEX_END, text.length, text.length);
    return STATUS_OK;
}
