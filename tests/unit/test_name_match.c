/* Whether two ways of writing a given name may be the same person's. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "name_match.h"

static void initials_are_told_from_names(void **state)
{
    (void)state;
    assert_true(given_initials("J.-L.") && given_initials("J. L.") && given_initials("É."));
    assert_false(given_initials("Jo") || given_initials("A. Malik"));
    assert_true(given_abbreviated("A. Malik") && given_abbreviated("J"));
    assert_false(given_abbreviated("Ali M.") || given_abbreviated(""));
}

static void initials_fit_names(void **state)
{
    (void)state;
    assert_true(given_fits("j l", "jean louis") && given_fits("j", "jean louis"));
    assert_true(given_fits("a malik", "ali malik"));
    assert_false(given_fits("j l", "jean") || given_fits("p", "jean") || given_fits("j paul", "jean pierre"));
}

static void short_forms_are_known(void **state)
{
    (void)state;
    assert_true(given_short_form("phil", "philip c") && given_short_form("robert", "bob"));
    assert_false(given_short_form("phil", "phil") || given_short_form("jo", "joanna") ||
                 given_short_form("bob", "roberta"));
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(initials_are_told_from_names),
                                        cmocka_unit_test(initials_fit_names),
                                        cmocka_unit_test(short_forms_are_known) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
