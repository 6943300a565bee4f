/* term_set.h - two small helpers of the store: a bounded memory of terms seen, and a growing list of ids. */
#ifndef TRIBUNE_TERM_SET_H
#define TRIBUNE_TERM_SET_H

#include <stdbool.h>

#include "slice.h"

/* Terms seen before, by their 64-bit hashes, in bounded memory: a newer one may push an older one out. */
struct term_set;

struct term_set *term_set_new(void); /* NULL when out of memory */
void term_set_free(struct term_set *set);
bool term_set_has(const struct term_set *set, struct slice term);
void term_set_add(struct term_set *set, struct slice term);

/* Lines in one block of memory. */
struct term_list;

struct term_list *term_list_new(void); /* NULL when out of memory */
void term_list_free(struct term_list *list);
bool term_list_add(struct term_list *list, struct slice line); /* false when out of memory */
void term_list_clear(struct term_list *list);
struct slice term_list_joined(const struct term_list *list);  /* each line ends with '\n' */

#endif
