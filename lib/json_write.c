#include "json_write.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "utf8.h"

static void quoted(struct buf *out, struct slice value)
{
    buf_add_char(out, '"');
    size_t i = 0, run = 0;
    while (i < value.length) {
        unsigned char c = (unsigned char)value.bytes[i];
        if (c >= 0x20 && c < 0x7F && c != '"' && c != '\\') {
            i++;
            continue;
        }
        size_t step = 1;
        uint32_t code = c;
        if (c >= 0x80)
            code = utf8_decode(value.bytes + i, value.length - i, &step);
        bool plain = c >= 0x80 && code != UTF8_INVALID && code != 0x2028 && code != 0x2029;
        if (plain) {
            i += step;
            continue;
        }
        buf_add(out, value.bytes + run, i - run);
        if (code == UTF8_INVALID)
            buf_add_utf8(out, 0xFFFD);
        else if (c == '"' || c == '\\')
            buf_add_char(out, '\\'), buf_add_char(out, (char)c);
        else if (c == '\n')
            buf_add_string(out, "\\n");
        else if (c == '\t')
            buf_add_string(out, "\\t");
        else if (c == '\r')
            buf_add_string(out, "\\r");
        else
            buf_printf(out, "\\u%04x", (unsigned)code);
        i += step;
        run = i;
    }
    buf_add(out, value.bytes + run, i - run);
    buf_add_char(out, '"');
}

static void begin(struct json *json, const char *key)
{
    if (json->comma)
        buf_add_char(json->out, ',');
    json->comma = true;
    if (key) {
        quoted(json->out, slice_of(key));
        buf_add_char(json->out, ':');
    }
}

void json_open(struct json *json, const char *key, char bracket)
{
    if (json->depth == JSON_DEPTH)
        abort();
    begin(json, key);
    buf_add_char(json->out, bracket);
    json->closers[json->depth++] = bracket == '{' ? '}' : ']';
    json->comma = false;
}

void json_close(struct json *json)
{
    if (json->depth == 0)
        abort();
    buf_add_char(json->out, json->closers[--json->depth]);
    json->comma = true;
}

void json_slice(struct json *json, const char *key, struct slice value)
{
    begin(json, key);
    quoted(json->out, value);
}

void json_string(struct json *json, const char *key, const char *value)
{
    if (value)
        json_slice(json, key, slice_of(value));
    else
        json_null(json, key);
}

void json_int(struct json *json, const char *key, int64_t value)
{
    begin(json, key);
    buf_add_number(json->out, value);
}

void json_double(struct json *json, const char *key, double value, int decimals)
{
    begin(json, key);
    if (!isfinite(value)) {
        buf_add_string(json->out, "null");
        return;
    }
    char digits[64];
    snprintf(digits, sizeof digits, "%.*f", decimals, fabs(value) < 1e15 ? value : 0.0);
    char *point = strpbrk(digits, ",."); /* the programs never call setlocale, yet a host might */
    if (point) {
        *point = '.';
        char *end = digits + strlen(digits);
        while (end > point && end[-1] == '0')
            *--end = '\0';
        if (end == point + 1)
            *point = '\0';
    }
    buf_add_string(json->out, digits);
}

void json_bool(struct json *json, const char *key, bool value)
{
    begin(json, key);
    buf_add_string(json->out, value ? "true" : "false");
}

void json_null(struct json *json, const char *key)
{
    begin(json, key);
    buf_add_string(json->out, "null");
}
