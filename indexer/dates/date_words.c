/* date_words.c - reads the words around a date expression. */
#include "date_candidate.h"
#include "utf8.h"

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

/* Lower case for the letters of French and English. */
static void copy_lower(struct slice text, struct date_word *word)
{
    size_t length = word->end - word->start;
    if (length >= AROUND_BYTES_MAX) {
        word->word[0] = '\0';
        return;
    }
    memcpy(word->word, text.bytes + word->start, length);
    word->word[length] = '\0';
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)word->word[i];
        if (c >= 'A' && c <= 'Z')
            word->word[i] = (char)(c + 'a' - 'A');
        else if (c == 0xC3 && i + 1 < length && (unsigned char)word->word[i + 1] >= 0x80 &&
                 (unsigned char)word->word[i + 1] <= 0x9E)
            word->word[i + 1] = (char)(word->word[i + 1] + 0x20), i++;
    }
}

struct date_word word_before(struct slice text, uint32_t offset)
{
    struct date_word word = { "", offset, offset };
    size_t step;
    while (word.end > 0 && (text.bytes[word.end - 1] == ' ' ||
                            (text.bytes[word.end - 1] == '\n' && word.end > 1 && text.bytes[word.end - 2] != '\n')))
        word.end--;
    word.start = word.end;
    while (word.start > 0 && is_letter(utf8_decode_before(text.bytes, word.start, &step)))
        word.start -= (uint32_t)step;
    if (word.start == word.end && word.end > 0 && text.bytes[word.end - 1] != '\n') { /* one sign */
        utf8_decode_before(text.bytes, word.end, &step);
        word.start -= (uint32_t)step;
    }
    copy_lower(text, &word);
    return word;
}

struct date_word word_after(struct slice text, uint32_t offset)
{
    struct date_word word = { "", offset, offset };
    size_t step;
    while (word.start < text.length &&
           (text.bytes[word.start] == ' ' || (text.bytes[word.start] == '\n' && word.start + 1 < text.length &&
                                              text.bytes[word.start + 1] != '\n' && word.start == offset)))
        word.start++;
    word.end = word.start;
    while (word.end < text.length &&
           is_letter(utf8_decode(text.bytes + word.end, text.length - word.end, &step)))
        word.end += (uint32_t)step;
    if (word.start == word.end && word.end < text.length && text.bytes[word.end] != '\n') {
        utf8_decode(text.bytes + word.end, text.length - word.end, &step);
        word.end += (uint32_t)step;
    }
    copy_lower(text, &word);
    return word;
}

bool word_in(const char *word, const char *const *list)
{
    for (; *list; list++)
        if (strcmp(word, *list) == 0)
            return true;
    return false;
}
