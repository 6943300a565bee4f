/* sentences.h - where the sentences of narrative text begin and end, and the parts of one that lists people. */
#ifndef TRIBUNE_SENTENCES_H
#define TRIBUNE_SENTENCES_H

#include "names.h"

/* The byte where the sentence of lexeme I begins, no earlier than lexeme FIRST: its opening quote or bracket belongs to it. */
uint32_t sentence_begin(const struct name_context *context, uint32_t first, uint32_t i);

/* The byte where the part of an enumeration that holds the name at lexeme I begins: "et par", "ainsi que" go with it. */
uint32_t sentence_part_begin(const struct name_context *context, uint32_t first, uint32_t i);

/* The lexeme after the sentence that begins at FIRST, in text that ends at byte END. A quotation goes with what says whose it
 * is; a semicolon before a name, and "le second" after a comma, end a sentence too. */
uint32_t sentence_end(const struct name_context *context, uint32_t first, uint32_t end);

#endif
