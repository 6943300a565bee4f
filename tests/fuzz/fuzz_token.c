/* Any bytes: tokens lie in the text and in order, terms are valid UTF-8 of bounded length, a key fits its buffer. */
#include <stdint.h>
#include <stdlib.h>

#include "language.h"
#include "token.h"
#include "utf8.h"

static void require(bool condition)
{
    if (!condition)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice text = { (const char *)data, size };
    struct tokenizer tokenizer;
    struct token token;
    uint32_t start = 0, position = 0;
    tokenizer_init(&tokenizer, text);
    while (tokenizer_next(&tokenizer, &token)) {
        require(token.start >= start && token.start < token.end && token.end <= size);
        require(token.term.length > 0 && token.term.length <= TOKEN_BYTES_MAX);
        require(token.accented.length <= TOKEN_BYTES_MAX);
        require(utf8_valid(token.term.bytes, token.term.length));
        require(utf8_valid(token.accented.bytes, token.accented.length));
        require(token.position == position + 1 && token.words >= 1);
        position += token.kind == TOKEN_WORD;
        start = token.start;
    }
    char key[33];
    size_t room = size ? data[0] % sizeof key : sizeof key;
    size_t length = fold_key(text, key, room);
    require(room == 0 ? length == 0 : length < room && key[length] == '\0' && utf8_valid(key, length));
    language_row(language_detect(text));
    language_from_name(text);
    return 0;
}
