#include "error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Cuts a message that snprintf truncated in the middle of a UTF-8 sequence. */
static void trim_partial(char *message, size_t size)
{
    size_t n = strnlen(message, size);
    size_t start = n;
    while (start > 0 && n - start < 4 && ((unsigned char)message[start - 1] & 0xC0) == 0x80)
        start--;
    if (start == 0)
        return;
    unsigned char lead = (unsigned char)message[start - 1];
    size_t want = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (want > n - start + 1)
        message[start - 1] = '\0';
}

enum status error_set(struct error *error, enum status status, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    trim_partial(error->message, sizeof error->message);
    error->status = status;
    error->column = 0;
    return status;
}

enum status error_prefix(struct error *error, const char *format, ...)
{
    char old[sizeof error->message];
    char prefix[sizeof error->message];
    va_list arguments;
    memcpy(old, error->message, sizeof old);
    va_start(arguments, format);
    vsnprintf(prefix, sizeof prefix, format, arguments);
    va_end(arguments);
    size_t n = strlen(prefix);
    if (n > sizeof old / 2) {
        prefix[sizeof old / 2] = '\0';
        trim_partial(prefix, sizeof prefix);
    }
    int written = snprintf(error->message, sizeof error->message, "%s: ", prefix);
    size_t used = written > 0 ? (size_t)written : 0;
    snprintf(error->message + used, sizeof error->message - used, "%s", old);
    trim_partial(error->message, sizeof error->message);
    return error->status;
}

const char *status_name(enum status status)
{
    static const char *const names[] = {
        [STATUS_OK] = "success", [STATUS_USAGE] = "bad usage", [STATUS_QUERY] = "bad query",
        [STATUS_NOT_FOUND] = "not found", [STATUS_IO] = "input or output failed", [STATUS_FORMAT] = "bad format",
        [STATUS_VERSION] = "other version", [STATUS_LOCKED] = "locked", [STATUS_MODIFIED] = "modified meanwhile",
        [STATUS_DAMAGED] = "damaged", [STATUS_LIMIT] = "limit reached", [STATUS_MEMORY] = "out of memory",
        [STATUS_INTERNAL] = "internal error",
    };
    return (size_t)status < sizeof names / sizeof *names ? names[status] : "unknown status";
}
