/* date_numbers.h - numbers that French minutes write in words: "L'an deux mille seize, le deux novembre". For the files
 * that extract dates. */
#ifndef TRIBUNE_DATE_NUMBERS_H
#define TRIBUNE_DATE_NUMBERS_H

#include "extract_dates.h"

/* The number that TEXT begins with: "vingt-trois", "deux mille vingt et un", "mil neuf cent quatre-vingt-dix-huit". 0
 * when it begins with none; *END is where its words end. */
int number_from_words(struct slice text, uint32_t *end);

/* The year of the "l'an deux mille seize" or "l'an 2016" in the sentence before OFFSET; 0 when there is none. */
int year_stated_before(struct slice text, uint32_t offset);

/* The year in words that follows: "le deux novembre deux mille seize". *END is where its words end. */
int year_stated_after(struct slice text, uint32_t offset, uint32_t *end);

#endif
