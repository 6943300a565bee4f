#include "option_table.h"

#include <stdlib.h>
#include <string.h>

#include "slice.h"

enum status option_take(const struct option_row *table, size_t count, int argc, char *const *argv, int *at,
                        size_t *option, const char **value, struct error *error)
{
    const char *word = argv[*at];
    bool is_long = word[1] == '-';
    const char *name = word + (is_long ? 2 : 1);
    size_t length = is_long ? strcspn(name, "=") : 1;
    size_t i = 0;
    while (i < count && !(is_long ? slice_is((struct slice){ name, length }, table[i].name)
                                  : table[i].letter && table[i].letter == name[0]))
        i++;
    if (i == count)
        return error_set(error, STATUS_USAGE, "unknown option %s%.*s (--help lists them)", is_long ? "--" : "-",
                         (int)length, name);
    const struct option_row *row = &table[i];
    *option = i;
    *value = is_long ? (name[length] ? name + length + 1 : NULL) : (name[1] ? name + 1 : NULL);
    if (*value && row->use == VALUE_NONE)
        return error_set(error, STATUS_USAGE, "--%s takes no value", row->name);
    if (!*value && row->use == VALUE_NEEDED) {
        if (*at + 1 >= argc)
            return error_set(error, STATUS_USAGE, "--%s needs a value: --%s=%s", row->name, row->name, row->value);
        *value = argv[++*at];
    }
    return STATUS_OK;
}

void option_print(const struct option_row *table, size_t count, FILE *to)
{
    for (size_t i = 0; i < count; i++) {
        const struct option_row *row = &table[i];
        char left[64], letter[8] = "    ";
        if (row->letter)
            snprintf(letter, sizeof letter, "-%c, ", row->letter);
        snprintf(left, sizeof left, "%s--%s%s%s%s", letter, row->name,
                 row->use == VALUE_OPTIONAL ? "[="
                 : row->use == VALUE_NEEDED ? "="
                                            : "",
                 row->value ? row->value : "", row->use == VALUE_OPTIONAL ? "]" : "");
        fprintf(to, "  %-29s %s\n", left, row->help);
    }
}

enum status option_refuse(const struct option_row *row, const char *value, const char *wanted, struct error *error)
{
    return error_set(error, STATUS_USAGE, "--%s: \"%s\" is not %s", row->name, value, wanted);
}

enum status option_number(const struct option_row *row, const char *value, unsigned minimum, unsigned maximum,
                          unsigned *to, struct error *error)
{
    char *end;
    unsigned long number = strtoul(value, &end, 10);
    if (*end || value[0] < '0' || value[0] > '9' || strlen(value) > 9 || number < minimum || number > maximum) {
        char wanted[60];
        snprintf(wanted, sizeof wanted, "a number from %u to %u", minimum, maximum);
        return option_refuse(row, value, wanted, error);
    }
    *to = (unsigned)number;
    return STATUS_OK;
}
