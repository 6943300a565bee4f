/* Queries and their trees, or the column and the message of their error. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "query.h"

struct tree_row {
    const char *query, *tree;
};

static const struct tree_row trees[] = {
    /* words */
    { "", "*" },
    { "   ", "*" },
    { "*", "*" },
    { "coopération", "coopération" },
    { "coopération locale", "(list coopération locale)" },
    { "l'économie sociale", "(list l'économie sociale)" },
    { "Qui a parlé de coopération ?", "(list Qui a parlé de coopération)" },
    { "démocratie, participation; débat", "(list démocratie participation débat)" },
    { "coop\xC2\xA0: ess", "(list coop ess)" },
    { "Facebook : mon compte a disparu", "(list Facebook mon compte a disparu)" },
    { "co-construction", "co-construction" },
    { "ou et sauf or and not near", "(list ou et sauf or and not near)" },
    { "12\" vinyle", "(list 12\" vinyle)" },
    { "d\"'ind\xC3\xA9pendance", "d\"'indépendance" },
    { "http://rtes.fr 12:30 a:b", "(list http://rtes.fr 12:30 a:b)" },
    /* stars */
    { "coop*", "coop*" },
    { "coop* locale*", "(list coop* locale*)" },
    { "c*", "c*" }, { "*coop co*op", "(list *coop co*op)" },
    { "Canal+ diffuse", "(list Canal+ diffuse)" },
    /* phrases */
    { "\"bien commun\"", "\"bien commun\"" },
    { "« bien commun » ess", "(list \"bien commun\" ess)" },
    { "«\xC2\xA0" "bien\xC2\xA0»", "\"\xC2\xA0" "bien\xC2\xA0\"" },
    { "“bien commun” „Gemein“", "(list \"bien commun\" \"Gemein\")" },
    { "l'\"économie sociale\"", "\"économie sociale\"" },
    { "d’« entraide »", "\"entraide\"" },
    { "« jamais fermé", "(list jamais fermé)" },
    { "\"\" ess", "ess" },
    { "\"a OR b\"", "\"a OR b\"" },
    { "\"ess\"rtes", "(list \"ess\" rtes)" },
    /* operators */
    { "a1 OR b1", "(or a1 b1)" }, { "a1 OU b1 OU c1", "(or a1 b1 c1)" },
    { "a1 AND b1", "(and a1 b1)" }, { "a1 ET b1", "(and a1 b1)" },
    { "a1 NOT b1", "(not a1 b1)" }, { "a1 SAUF b1", "(not a1 b1)" }, { "NOT b1", "(not b1)" },
    { "a1 NOT b1 NOT c1", "(not (not a1 b1) c1)" },
    { "a1 AND NOT b1", "(and a1 (not b1))" },
    { "a1 AND b1 OR c1 AND d1", "(or (and a1 b1) (and c1 d1))" },
    { "a1 b1 OR c1", "(list a1 (or b1 c1))" },
    { "(a1 b1) OR c1", "(or (list a1 b1) c1)" },
    { "a1 (b1 c1)", "(list a1 b1 c1)" },
    { "a1 (b1 OR c1) d1", "(list a1 (or b1 c1) d1)" },
    { "((a1))", "a1" }, { "()", "*" }, { "a1 ()", "a1" },
    { "+a1 -b1 c1", "(list +a1 -b1 c1)" },
    { "+la coop", "(list +la coop)" },
    { "-b1", "-b1" },
    { "a1 -(b1 c1)", "(list a1 -(list b1 c1))" },
    { "a1 -\"b1 c1\"", "(list a1 -\"b1 c1\")" },
    { "a1 -speaker:x", "(list a1 -speaker:x)" },
    { "a1 - b1", "(list a1 b1)" }, { "a1 -- b1", "(list a1 b1)" }, { "a1 – b1", "(list a1 b1)" },
    { "fut -elle", "(list fut -elle)" }, /* a function word is not excluded: the dash is text */
    { "a1 NEAR b1", "(near/10 a1 b1)" }, { "a1 NEAR/5 b1", "(near/5 a1 b1)" },
    { "a1 NEAR/3 \"b1 c1\" NEAR/7 d1", "(near/7 a1 \"b1 c1\" d1)" },
    { "a1 NEAR/5 (b1 OR c1)", "(near/5 a1 (or b1 c1))" },
    { "x1 a1 NEAR/5 b1 OR c1", "(list x1 (or (near/5 a1 b1) c1))" },
    /* brackets that are text */
    { "a1 :( b1", "(list a1 b1)" }, { "1) budget 2) suite", "(list 1 budget 2 suite)" },
    { "(a1 b1", "(list a1 b1)" }, { "député(e)s élu(e)", "(list député(e)s élu(e))" },
    { "speaker:(a1", "a1" },
    /* fields */
    { "speaker:laville", "speaker:laville" }, { "Intervenant:laville", "speaker:laville" },
    { "speaker:\"J.-L. Laville\" coop", "(list speaker:\"J.-L. Laville\" coop)" },
    { "speaker:« Laville »", "speaker:\"Laville\"" },
    { "lieu:Bordeaux tenu-a:Lille tenu-à:Caen", "(list place:Bordeaux event-place:Lille event-place:Caen)" },
    { "place:\"Bordeaux~50km\"", "place:\"Bordeaux\"~50km" }, { "place:Bordeaux~50", "place:Bordeaux~50km" },
    { "speaker:(laville OR fraisse)", "(or speaker:laville speaker:fraisse)" },
    { "title:(bien commun)", "(list title:bien title:commun)" },
    { "titre:coop*", "title:coop*" }, { "role:maire", "role:maire" }, { "fonction:maire", "role:maire" },
    { "organisation:RTES auteur:Besnier mention:Ostrom",
      "(list organisation:RTES author:Besnier mention:Ostrom)" },
    { "date:2016", "date:2016-01-01..2016-12-31" }, { "date:2016-11", "date:2016-11-01..2016-11-30" },
    { "date:2016-11-04", "date:2016-11-04..2016-11-04" },
    { "date:2016-10..2017-02", "date:2016-10-01..2017-02-28" }, { "date:..2016", "date:..2016-12-31" },
    { "date:2016..", "date:2016-01-01.." },
    { "date:\"novembre 2016\"", "date:2016-11-01..2016-11-30" },
    { "date:\"november 2016\"", "date:2016-11-01..2016-11-30" }, { "date:2016-T4", "date:2016-10-01..2016-12-31" },
    { "periode:2018", "period:2018-01-01..2018-12-31" }, { "période:2018", "period:2018-01-01..2018-12-31" },
    { "langue:fr language:english", "(list language:fr language:en)" },
    { "type:PDF has:attachment", "(list type:pdf has:attachment)" },
    { "speaker: laville", "(list speaker laville)" }, { "date : 2016", "(list date 2016)" },
    { "inconnu:valeur", "inconnu:valeur" },
    { "coop speaker:", "(list coop speaker)" },
};

static void test_trees(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof trees / sizeof *trees; i++) {
        struct arena arena = ARENA_INIT(1 << 20);
        struct error error = ERROR_NONE;
        struct query_node *root;
        if (query_parse(slice_of(trees[i].query), LANGUAGE_EN, &arena, &root, &error))
            fail_msg("%s: column %u: %s", trees[i].query, error.column, error.message);
        const char *tree = query_print(root, &arena);
        if (strcmp(tree, trees[i].tree))
            fail_msg("%s\n  gives    %s\n  expected %s", trees[i].query, tree, trees[i].tree);
        arena_fini(&arena);
    }
}

struct error_row {
    const char *query;
    enum status status;
    unsigned column;
    const char *message; /* a part of it */
};

static const struct error_row errors[] = {
    { "ess AND", STATUS_QUERY, 5, "AND needs a word after it" },
    { "AND ess", STATUS_QUERY, 1, "AND needs a word before it" },
    { "é OU OU b", STATUS_QUERY, 3, "OU needs a word after it" },
    { "(a1 OR) b1", STATUS_QUERY, 5, "OR needs a word after it" },
    { "a1 SAUF", STATUS_QUERY, 4, "SAUF needs a word after it" },
    { "NOT NOT a1", STATUS_QUERY, 1, "NOT needs a word after it" },
    { "NEAR/5 b1", STATUS_QUERY, 1, "NEAR/5 needs a word before it" },
    { "a1 NEAR/x b1", STATUS_QUERY, 4, "NEAR/ needs a number of words from 1 to 100" },
    { "a1 NEAR/0 b1", STATUS_QUERY, 4, "NEAR/ needs a number" },
    { "a1 NEAR/101 b1", STATUS_QUERY, 4, "NEAR/ needs a number" },
    { "a1 NEAR/99999999999999999999 b1", STATUS_QUERY, 4, "NEAR/ needs a number" },
    { "a1 NEAR/5 speaker:b1", STATUS_QUERY, 11, "NEAR takes words and phrases" },
    { "a1 NEAR (b1 c1)", STATUS_QUERY, 10, "NEAR takes words and phrases" },
    { "é \"jamais fermé", STATUS_QUERY, 3, "not closed" },
    { "coop date:hier", STATUS_QUERY, 11, "\"hier\" is no date" },
    { "date:2015-02-29", STATUS_QUERY, 6, "no date" },
    { "date:(2016 OU demain)", STATUS_QUERY, 15, "\"demain\" is no date" },
    { "langue:klingon", STATUS_QUERY, 8, "no language" },
    { "type:docx", STATUS_QUERY, 6, "no type of report" },
    { "has:wings", STATUS_QUERY, 5, "has:attachment" },
    { "place:Bordeaux~", STATUS_QUERY, 7, "no distance" },
    { "place:\"Bordeaux~9999km\"", STATUS_QUERY, 7, "no distance" },
    { "place:\"Bordeaux~5 miles\"", STATUS_QUERY, 7, "no distance" },
    { "speaker:\"\"", STATUS_QUERY, 9, "empty value" },
    { "speaker:...", STATUS_QUERY, 9, "without a letter" },
    { "\xFF", STATUS_QUERY, 1, "not valid UTF-8" },
};

static void test_errors(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        struct arena arena = ARENA_INIT(1 << 20);
        struct error error = ERROR_NONE;
        struct query_node *root;
        enum status status = query_parse(slice_of(errors[i].query), LANGUAGE_EN, &arena, &root, &error);
        if (status != errors[i].status || error.column != errors[i].column
            || !strstr(error.message, errors[i].message))
            fail_msg("%s\n  gives    %s, column %u: %s\n  expected %s, column %u: %s", errors[i].query,
                     status_name(status), error.column, status ? error.message : query_print(root, &arena),
                     status_name(errors[i].status), errors[i].column, errors[i].message);
        arena_fini(&arena);
    }
}

/* COUNT times PART. */
static enum status parse_repeated(const char *part, size_t count, unsigned *column)
{
    struct arena arena = ARENA_INIT(1 << 22);
    struct error error = ERROR_NONE;
    struct query_node *root;
    char text[QUERY_BYTES_MAX * 2] = "";

    for (size_t i = 0; i < count; i++)
        strcat(text, part);
    enum status status = query_parse(slice_of(text), LANGUAGE_EN, &arena, &root, &error);
    *column = error.column;
    arena_fini(&arena);
    return status;
}

static void test_bounds(void **state)
{
    unsigned column;

    (void)state;
    assert_int_equal(parse_repeated("a", QUERY_BYTES_MAX, &column), STATUS_OK);
    assert_int_equal(parse_repeated("a", QUERY_BYTES_MAX + 1, &column), STATUS_LIMIT);
    assert_int_equal(column, QUERY_BYTES_MAX + 1);
    assert_int_equal(parse_repeated("mot ", QUERY_LEAVES_MAX, &column), STATUS_OK);
    assert_int_equal(parse_repeated("mot ", QUERY_LEAVES_MAX + 1, &column), STATUS_LIMIT);
    assert_int_equal(column, QUERY_LEAVES_MAX * 4 + 1);
    assert_int_equal(parse_repeated("(", 900, &column), STATUS_OK); /* without partners they are text */
    struct arena arena = ARENA_INIT(1 << 20);
    struct error error = ERROR_NONE;
    struct query_node *root;
    char nested[2 * (QUERY_DEPTH_MAX + 1) + 2];
    for (size_t depth = QUERY_DEPTH_MAX; depth <= QUERY_DEPTH_MAX + 1; depth++) {
        memset(nested, '(', depth);
        nested[depth] = 'a';
        memset(nested + depth + 1, ')', depth);
        enum status status = query_parse((struct slice){ nested, 2 * depth + 1 }, LANGUAGE_EN, &arena, &root, &error);
        assert_int_equal(status, depth > QUERY_DEPTH_MAX ? STATUS_LIMIT : STATUS_OK);
        arena_fini(&arena);
    }
    assert_int_equal(error.column, QUERY_DEPTH_MAX + 1);
}

static void test_value(void **state)
{
    struct arena arena = ARENA_INIT(1 << 20);
    struct error error = ERROR_NONE;
    struct query_node *leaf;

    (void)state;
    assert_int_equal(query_value(FIELD_SPEAKER, SLICE(" Jean-Louis Laville "), LANGUAGE_EN, &arena, &leaf, &error),
                     STATUS_OK);
    assert_string_equal(query_print(leaf, &arena), "speaker:\"Jean-Louis Laville\"");
    assert_int_equal(query_value(FIELD_DATE, SLICE("2016"), LANGUAGE_EN, &arena, &leaf, &error), STATUS_OK);
    assert_int_equal(query_value(FIELD_DATE, SLICE("jadis"), LANGUAGE_EN, &arena, &leaf, &error), STATUS_QUERY);
    assert_int_equal(error.column, 0);
    arena_fini(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_trees), cmocka_unit_test(test_errors), cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
