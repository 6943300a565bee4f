#include "params.h"

#include <stdlib.h>

#include "calendar.h"
#include "search.h"
#include "utf8.h"

static const char *const unit_words[] = { "report", "passage", NULL };
static const char *const sort_words[] = { "relevance", "date", "-date", "title", NULL };
static const char *const ui_words[] = { "fr", "en", NULL };
static const char *const asset_words[] = { "style", NULL };

#define TEXT(of) { .name = of, .kind = PARAM_KIND_TEXT }
#define FILTER(of) { .name = of, .kind = PARAM_KIND_TEXT, .repeated = true }
#define DATE(of) { .name = of, .kind = PARAM_KIND_DATE }
#define WORD(of, list) { .name = of, .kind = PARAM_KIND_WORD, .words = list }
#define NUMBER(of, from, to) { .name = of, .kind = PARAM_KIND_NUMBER, .minimum = from, .maximum = to }
#define ID(of) { .name = of, .kind = PARAM_KIND_ID }

const struct param_row param_table[PARAM_COUNT] = {
    [PARAM_Q] = TEXT("q"),
    [PARAM_SPEAKER] = FILTER("speaker"),
    [PARAM_PLACE] = FILTER("place"),
    [PARAM_EVENT_PLACE] = FILTER("event_place"),
    [PARAM_ORGANISATION] = FILTER("organisation"),
    [PARAM_AUTHOR] = FILTER("author"),
    [PARAM_FROM] = DATE("from"),
    [PARAM_TO] = DATE("to"),
    [PARAM_YEAR] = { .name = "year", .kind = PARAM_KIND_DATE, .repeated = true },
    [PARAM_LANGUAGE] = FILTER("language"),
    [PARAM_UNIT] = WORD("unit", unit_words),
    [PARAM_SORT] = WORD("sort", sort_words),
    [PARAM_PAGE] = NUMBER("page", 1, PARAM_PAGE_MAX),
    [PARAM_N] = NUMBER("n", 1, SEARCH_LIMIT_MAX),
    [PARAM_FACETS] = { .name = "facets", .kind = PARAM_KIND_FACETS },
    [PARAM_FORMAT] = TEXT("format"),
    [PARAM_SIMILAR] = ID("similar"),
    [PARAM_SUGGEST] = TEXT("suggest"),
    [PARAM_DOC] = ID("doc"),
    [PARAM_ASSET] = WORD("asset", asset_words),
    [PARAM_UI] = WORD("ui", ui_words),
};

static enum param param_from_name(struct slice name)
{
    enum param param = 0;
    while (param < PARAM_COUNT && !slice_is(name, param_table[param].name))
        param++;
    return param;
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

void percent_decode(struct buf *out, struct slice encoded)
{
    for (size_t i = 0; i < encoded.length; i++) {
        char c = encoded.bytes[i];
        int high = -1, low = -1;
        if (c == '%' && encoded.length - i > 2) {
            high = hex_digit(encoded.bytes[i + 1]);
            low = hex_digit(encoded.bytes[i + 2]);
        }
        if (high >= 0 && low >= 0) {
            buf_add_char(out, (char)(high << 4 | low));
            i += 2;
        } else {
            buf_add_char(out, c == '+' ? ' ' : c);
        }
    }
}

void percent_encode(struct buf *out, struct slice text)
{
    static const char hex[] = "0123456789ABCDEF";
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.bytes[i];
        bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
                     c == '.' || c == '_' || c == '~';
        if (plain || c == ' ') { /* shorter as a form has it */
            buf_add_char(out, c == ' ' ? '+' : (char)c);
        } else {
            buf_add_char(out, '%');
            buf_add_char(out, hex[c >> 4]);
            buf_add_char(out, hex[c & 15]);
        }
    }
}

/* windows-1252, bytes 80 to 9F (WHATWG Encoding Standard); the others are the code points of their number. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D,
    0x17E, 0x178,
};

/* Valid UTF-8 on one line: control characters become spaces, white space at the ends goes. */
static const char *clean_text(struct arena *arena, struct slice raw)
{
    bool is_utf8 = utf8_valid(raw.bytes, raw.length);
    struct buf out = BUF_INIT(arena);
    size_t step;
    for (size_t i = 0; i < raw.length; i += step) {
        unsigned char c = (unsigned char)raw.bytes[i];
        step = 1;
        uint32_t code = c;
        if (is_utf8)
            code = utf8_decode(raw.bytes + i, raw.length - i, &step);
        else if (c >= 0x80 && c < 0xA0)
            code = windows_1252[c - 0x80];
        bool control = code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029;
        buf_add_utf8(&out, control ? ' ' : code);
    }
    return arena_dup_slice(arena, slice_trim(buf_slice(&out)));
}

static enum status refuse(struct error *error, const struct param_row *row, const char *why)
{
    return error_set(error, STATUS_USAGE, "the parameter \"%s\" %s", row->name, why);
}

static enum status check_number(const struct param_row *row, const char *value, struct error *error)
{
    char *end;
    long number = strtol(value, &end, 10);
    if (*end || value[0] < '0' || value[0] > '9' || strlen(value) > 9 || number < row->minimum ||
        number > row->maximum)
        return error_set(error, STATUS_USAGE, "the parameter \"%s\" must be a number from %d to %d", row->name,
                         row->minimum, row->maximum);
    return STATUS_OK;
}

static enum status check_word(const struct param_row *row, const char *value, struct error *error)
{
    char choices[120] = "";
    for (const char *const *word = row->words; *word; word++) {
        if (strcmp(*word, value) == 0)
            return STATUS_OK;
        if (choices[0])
            strncat(choices, ", ", sizeof choices - strlen(choices) - 1);
        strncat(choices, *word, sizeof choices - strlen(choices) - 1);
    }
    return error_set(error, STATUS_USAGE, "the parameter \"%s\" must be one of: %s", row->name, choices);
}

static enum status check_facets(const struct param_row *row, const char *value, struct error *error)
{
    for (const char *at = value;;) {
        size_t length = strcspn(at, ",");
        struct slice name = slice_trim((struct slice){ at, length });
        if (facet_from_name(name) == FIELD_COUNT)
            return error_set(error, STATUS_USAGE, "the parameter \"%s\" names no facet \"%.*s\"", row->name,
                             (int)(name.length > 60 ? 60 : name.length), name.bytes);
        if (!at[length])
            return STATUS_OK;
        at += length + 1;
    }
}

static enum status check_value(const struct param_row *row, const char *value, struct error *error)
{
    struct interval interval;
    if (strlen(value) > PARAM_TEXT_MAX)
        return error_set(error, STATUS_USAGE, "the parameter \"%s\" is longer than %d bytes", row->name,
                         PARAM_TEXT_MAX);
    switch (row->kind) {
    case PARAM_KIND_TEXT:
        return STATUS_OK;
    case PARAM_KIND_DATE:
        if (interval_parse(slice_of(value), &interval))
            return STATUS_OK;
        return refuse(error, row, "must be a date: 2016, 2016-11 or 2016-11-04");
    case PARAM_KIND_NUMBER:
        return check_number(row, value, error);
    case PARAM_KIND_WORD:
        return check_word(row, value, error);
    case PARAM_KIND_FACETS:
        return check_facets(row, value, error);
    case PARAM_KIND_ID:
        for (const char *c = value; *c; c++)
            if (!((*c >= '0' && *c <= '9') || (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') ||
                  strchr("-_.:", *c)))
                return refuse(error, row, "is not an identifier");
        return STATUS_OK;
    }
    return STATUS_OK;
}

static enum status add_value(struct params *params, struct arena *arena, enum param param, const char *value,
                             struct error *error)
{
    const struct param_row *row = &param_table[param];
    enum status status = check_value(row, value, error);
    if (status || params_has(params, param, value))
        return status;
    for (size_t i = 0; !row->repeated && i < params->values.count; i++)
        if (params->values.items[i].param == param) {
            params->values.items[i].value = value;
            return STATUS_OK;
        }
    if (params->values.count >= PARAMS_VALUES_MAX)
        return error_set(error, STATUS_LIMIT, "more than %d parameters", PARAMS_VALUES_MAX);
    *vec_push(arena, &params->values) = (struct param_value){ param, value };
    return STATUS_OK;
}

enum status params_parse(struct params *params, struct arena *arena, struct slice encoded, struct error *error)
{
    if (encoded.length > PARAMS_BYTES_MAX)
        return error_set(error, STATUS_LIMIT, "the address is longer than %d bytes", PARAMS_BYTES_MAX);
    struct buf name = BUF_INIT(arena), value = BUF_INIT(arena);
    enum status worst = STATUS_OK;
    size_t end;
    for (size_t at = 0; at < encoded.length; at = end + 1) {
        for (end = at; end < encoded.length && encoded.bytes[end] != '&'; end++)
            ;
        struct slice pair = { encoded.bytes + at, end - at };
        const char *equals = pair.length ? memchr(pair.bytes, '=', pair.length) : NULL;
        if (!equals)
            continue;
        buf_truncate(&name, 0);
        buf_truncate(&value, 0);
        percent_decode(&name, (struct slice){ pair.bytes, (size_t)(equals - pair.bytes) });
        enum param param = param_from_name(buf_slice(&name));
        if (param == PARAM_COUNT)
            continue;
        percent_decode(&value, (struct slice){ equals + 1, pair.length - (size_t)(equals + 1 - pair.bytes) });
        const char *text = clean_text(arena, buf_slice(&value));
        struct error refused = ERROR_NONE;
        if (text[0] && add_value(params, arena, param, text, &refused) && !worst) {
            worst = refused.status;
            *error = refused;
        }
    }
    return worst;
}

const char *params_get(const struct params *params, enum param param)
{
    for (size_t i = 0; i < params->values.count; i++)
        if (params->values.items[i].param == param)
            return params->values.items[i].value;
    return NULL;
}

int params_number(const struct params *params, enum param param, int otherwise)
{
    const char *value = params_get(params, param);
    return value ? atoi(value) : otherwise;
}

bool params_has(const struct params *params, enum param param, const char *value)
{
    for (size_t i = 0; i < params->values.count; i++)
        if (params->values.items[i].param == param && strcmp(params->values.items[i].value, value) == 0)
            return true;
    return false;
}

static void link_pair(struct buf *out, enum param param, const char *value)
{
    buf_add_char(out, out->length ? '&' : '?');
    buf_add_string(out, param_table[param].name);
    buf_add_char(out, '=');
    percent_encode(out, slice_of(value));
}

enum change { CHANGE_SET, CHANGE_ADD, CHANGE_DROP };

static const char *changed_link(const struct params *params, struct arena *arena, enum change change,
                                enum param param, const char *value)
{
    struct buf out = BUF_INIT(arena);
    bool written = false;
    for (size_t i = 0; i < params->values.count; i++) {
        const struct param_value *old = &params->values.items[i];
        bool same = old->param == param;
        if (old->param == PARAM_PAGE && !same)
            continue;
        if (change == CHANGE_DROP && same && (!value || strcmp(value, old->value) == 0))
            continue;
        if (change == CHANGE_SET && same) {
            if (value && !written)
                link_pair(&out, param, value);
            written = true;
            continue;
        }
        link_pair(&out, old->param, old->value);
    }
    bool add = change == CHANGE_ADD ? !params_has(params, param, value) : change == CHANGE_SET && value && !written;
    if (add)
        link_pair(&out, param, value);
    return out.length ? out.bytes : "?";
}

const char *params_link_set(const struct params *params, struct arena *arena, enum param param, const char *value)
{
    return changed_link(params, arena, CHANGE_SET, param, value);
}

const char *params_link_add(const struct params *params, struct arena *arena, enum param param, const char *value)
{
    return changed_link(params, arena, CHANGE_ADD, param, value);
}

const char *params_link_drop(const struct params *params, struct arena *arena, enum param param, const char *value)
{
    return changed_link(params, arena, CHANGE_DROP, param, value);
}
