/* http.h - the small grammar of HTTP that answers need: reasons, dates, entity tags (RFC 9110). */
#ifndef TRIBUNE_HTTP_H
#define TRIBUNE_HTTP_H

#include <stdbool.h>
#include <stdint.h>

enum { HTTP_DATE_BYTES = 32 };

const char *http_reason(unsigned status); /* "Not Found" */

/* SECONDS since 1970 as "Sun, 06 Nov 1994 08:49:37 GMT". The system is asked for no time zone: it would read a file. */
void http_date(int64_t seconds, char out[HTTP_DATE_BYTES]);

/* The same read, or one of the two old forms that must still be understood; false when it is none of them. */
bool http_date_parse(const char *text, int64_t *seconds);

/* Does LIST, as an If-None-Match header has it, hold TAG (W/"…")? Compared weakly. LIST may be NULL. */
bool http_tag_matches(const char *list, const char *tag);

#endif
