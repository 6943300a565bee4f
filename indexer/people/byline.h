/* byline.h - who wrote the report: metadata first, then "par X - le 10 novembre 2016", "Written by X", "Rédigé par X". */
#ifndef TRIBUNE_BYLINE_H
#define TRIBUNE_BYLINE_H

#include "people.h"

/* Fills record.author and author_rule, and marks the people named in the byline. */
void find_author(struct name_context *context, people_list *people);

#endif
