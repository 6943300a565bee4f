#include "name_match.h"

#include <stddef.h>
#include <string.h>

enum { SHORT_FORM_MIN = 3 };

/* Short forms that are no beginning of the given name. */
static const char *const short_forms[][2] = {
    { "andy", "andrew" }, { "barb", "barbara" }, { "beth", "elizabeth" }, { "betsy", "elizabeth" },
    { "betty", "elizabeth" },
    { "bill", "william" }, { "billy", "william" }, { "bob", "robert" }, { "bobby", "robert" },
    { "cathy", "catherine" },
    { "charlie", "charles" }, { "chuck", "charles" }, { "dave", "david" }, { "debbie", "deborah" },
    { "dick", "richard" },
    { "drew", "andrew" }, { "ernie", "ernest" }, { "geoff", "geoffrey" }, { "hank", "henry" }, { "harry", "henry" },
    { "jack", "john" }, { "jenny", "jennifer" }, { "jerry", "gerald" }, { "jim", "james" }, { "jimmy", "james" },
    { "johnny", "john" }, { "kate", "katherine" }, { "kathy", "katherine" }, { "katie", "katherine" },
    { "ken", "kenneth" },
    { "larry", "lawrence" }, { "liz", "elizabeth" }, { "maggie", "margaret" }, { "meg", "margaret" },
    { "mike", "michael" },
    { "ned", "edward" }, { "nick", "nicholas" }, { "patty", "patricia" }, { "peggy", "margaret" },
    { "rick", "richard" },
    { "rob", "robert" }, { "ron", "ronald" }, { "sandy", "sandra" }, { "sally", "sarah" }, { "steve", "stephen" },
    { "steve", "steven" }, { "sue", "susan" }, { "susie", "susan" }, { "ted", "edward" }, { "ted", "theodore" },
    { "tom", "thomas" }, { "tommy", "thomas" }, { "tony", "anthony" }, { "will", "william" },
};

bool given_initials(const char *given)
{
    size_t letters = 0;
    for (const char *p = given; *p; p++) {
        if (*p == '.' || *p == '-' || *p == ' ')
            letters = 0;
        else if (((unsigned char)*p & 0xC0) != 0x80 && ++letters > 1)
            return false;
    }
    return true;
}

bool given_abbreviated(const char *given)
{
    size_t letters = 0;
    for (const char *p = given; *p && *p != '.' && *p != '-' && *p != ' '; p++)
        letters += ((unsigned char)*p & 0xC0) != 0x80;
    return letters == 1;
}

bool given_fits(const char *abbreviated, const char *given)
{
    while (*abbreviated) {
        size_t asked = strcspn(abbreviated, " "), part = strcspn(given, " ");
        if (part == 0 || (asked > 1 && asked != part) || strncmp(abbreviated, given, asked) != 0)
            return false;
        abbreviated += asked + (abbreviated[asked] == ' ');
        given += part + (given[part] == ' ');
    }
    return true;
}

/* Is the word of SHORTER bytes, with which A begins, a short form of that with which B does? */
static bool shortens(const char *a, size_t shorter, const char *b, size_t longer)
{
    if (shorter >= SHORT_FORM_MIN && shorter < longer && strncmp(a, b, shorter) == 0)
        return true;
    for (size_t i = 0; i < sizeof short_forms / sizeof *short_forms; i++)
        if (strlen(short_forms[i][0]) == shorter && strncmp(short_forms[i][0], a, shorter) == 0 &&
            strlen(short_forms[i][1]) == longer && strncmp(short_forms[i][1], b, longer) == 0)
            return true;
    return false;
}

bool given_short_form(const char *a, const char *b)
{
    size_t first = strcspn(a, " "), second = strcspn(b, " ");
    return shortens(a, first, b, second) || shortens(b, second, a, first);
}
