/* section_words.h - the words of headings and labels that say what the list below them is for. */
#ifndef TRIBUNE_SECTION_WORDS_H
#define TRIBUNE_SECTION_WORDS_H

#include "sections.h"

/* What a heading or a label of these words announces; SECTION_NONE for others. */
enum section_kind section_words_kind(struct slice words);

#endif
