/* json_write.h - writes JSON (RFC 8259) into a buf, commas and escapes included.
 *
 *     struct json json = JSON_INIT(&buf);
 *     json_open(&json, NULL, '{'); json_string(&json, "title", title); json_close(&json);
 *
 * KEY is NULL inside an array and at the top. Invalid UTF-8 becomes U+FFFD; `<`, `>` and `&` are written as they are:
 * JSON never goes into a page. Nesting is at most JSON_DEPTH; going deeper is a defect that aborts. */
#ifndef TRIBUNE_JSON_WRITE_H
#define TRIBUNE_JSON_WRITE_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"

enum { JSON_DEPTH = 32 };

struct json {
    struct buf *out;
    unsigned depth;
    char closers[JSON_DEPTH];
    bool comma;
};

#define JSON_INIT(to) { .out = (to) }

void json_open(struct json *json, const char *key, char bracket); /* '{' or '[' */
void json_close(struct json *json);
void json_string(struct json *json, const char *key, const char *value); /* NULL is written as null */
void json_slice(struct json *json, const char *key, struct slice value);
void json_int(struct json *json, const char *key, int64_t value);
void json_double(struct json *json, const char *key, double value, int decimals);
void json_bool(struct json *json, const char *key, bool value);
void json_null(struct json *json, const char *key);

#endif
