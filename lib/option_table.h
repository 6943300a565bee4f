/* option_table.h - command lines as tables: one row an option, read by the parser, by --help and by the manual's test.
 *
 * Long options (--name, --name=VALUE, --name VALUE) and single letters (-n VALUE, -nVALUE). */
#ifndef TRIBUNE_OPTION_TABLE_H
#define TRIBUNE_OPTION_TABLE_H

#include <stdbool.h>
#include <stdio.h>

#include "error.h"

enum value_use { VALUE_NONE, VALUE_OPTIONAL, VALUE_NEEDED };

struct option_row {
    const char *name;
    char letter;          /* '\0' when there is none */
    enum value_use use;
    const char *value;    /* as --help calls it */
    const char *help;
};

/* Takes the option at ARGV[*AT]: *OPTION is its row's index, *VALUE its value or NULL. The value may be the next word,
 * which *AT then moves to. STATUS_USAGE names what is wrong. */
enum status option_take(const struct option_row *table, size_t count, int argc, char *const *argv, int *at,
                        size_t *option, const char **value, struct error *error);

/* The rows as lines of --help. */
void option_print(const struct option_row *table, size_t count, FILE *to);

/* "--NAME: "VALUE" is not WANTED". */
enum status option_refuse(const struct option_row *row, const char *value, const char *wanted, struct error *error);

/* A whole number from MINIMUM to MAXIMUM. */
enum status option_number(const struct option_row *row, const char *value, unsigned minimum, unsigned maximum,
                          unsigned *to, struct error *error);

#endif
