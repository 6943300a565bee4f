/* charset.h - from the bytes of a file to valid NFC UTF-8.
 *
 * In this order: byte order mark; UTF-16 without a mark; valid UTF-8 (a few broken bytes in text that is otherwise
 * UTF-8 are read as windows-1252); the charset that the file declares (`iso-8859-1` and `us-ascii` mean
 * windows-1252, as browsers have it); statistics of the letters beyond ASCII (windows-1252, iso-8859-15, macintosh,
 * cp850). NUL and other control bytes become spaces. */
#ifndef TRIBUNE_CHARSET_H
#define TRIBUNE_CHARSET_H

#include "arena.h"
#include "error.h"
#include "slice.h"

/* Converts BYTES; TEXT may point into BYTES when nothing had to change, else into the arena, NUL-terminated in that
 * case only. *NAME is the charset that was found ("UTF-8", "windows-1252"…). STATUS_FORMAT with the reason when the
 * bytes are no text: a known binary format, or too many control bytes. */
enum status charset_to_utf8(struct arena *arena, struct slice bytes, struct slice declared, struct slice *text,
                            const char **name, struct error *error);

/* What an HTML page says of its charset in its first bytes (<meta charset>, http-equiv, XML declaration); empty:
 * nothing. */
struct slice charset_declared(struct slice bytes);

/* NFC of text that is valid UTF-8: the same slice when it is NFC already, else a copy in the arena. */
struct slice charset_nfc(struct arena *arena, struct slice text);

#endif
