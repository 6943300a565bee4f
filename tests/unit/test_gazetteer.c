/* test_gazetteer.c - the table inside the program: lookups, chains, and damaged copies refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdlib.h>

#include "gazetteer.h"
#include "gazetteer_format.h"

extern const char gazetteer_data_start[], gazetteer_data_end[];

static int open_it(void **state)
{
    struct error error = ERROR_NONE;
    return gazetteer_open((struct gazetteer **)state, &error) == STATUS_OK ? 0 : -1;
}

static int close_it(void **state)
{
    gazetteer_close(*state);
    return 0;
}

static void test_find(void **state)
{
    static const struct { const char *key, *id; bool longer; } rows[] = {
        { "bordeaux", "33063", true }, { "gironde", "D33", false }, { "nouvelle aquitaine", "R75", false },
        { "aquitaine", "R72", false }, { "nord pas de calais", "R31", false }, { "saint etienne", "42218", true },
        { "londres", "G2643743", false }, { "london", "G2643743", false }, { "allemagne", "DE", false },
        { "germany", "DE", false }, { "paris", "75056", true }, { "paris 11e", "75111", false },
        { "quebec", "CA.10", false }, { "strasbourg eurometropole", "246700488", false },
        { "grand lyon", "200046977", false }, { "europe", "continent-europe", false }, { "havre", "76351", false },
        { "wales", "GB.WLS", false }, { "texas", "US.TX", false }, { "vienne", "D86", false },
        { "ambérieu", NULL, false }, { "amberieu", "01004", true }, { "nulle part", NULL, false },
        { "", NULL, false },
    };
    const struct gazetteer *gazetteer = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint32_t found[4];
        bool longer = false;
        size_t count = gazetteer_find(gazetteer, slice_of(rows[i].key), found, 4, &longer);
        if (!rows[i].id) {
            assert_int_equal(count, 0);
            continue;
        }
        struct gazetteer_place place;
        assert_true(count > 0);
        gazetteer_place(gazetteer, found[0], &place);
        assert_string_equal(place.id, rows[i].id);
        if (rows[i].longer)
            assert_true(longer);
    }
}

static void test_key(void **state)
{
    (void)state;
    static const struct { const char *name, *key; } rows[] = {
        { "St-Étienne", "saint etienne" }, { "Ste Foy", "sainte foy" }, { "L’Haÿ-les-Roses", "l hay les roses" },
        { "  Villeneuve-d'Ascq ", "villeneuve d ascq" }, { "Châlons", "chalons" }, { "'", "" }, { "", "" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char key[64];
        assert_int_equal(place_key(slice_of(rows[i].name), key, sizeof key), strlen(rows[i].key));
        assert_string_equal(key, rows[i].key);
    }
    char small[8];
    assert_int_equal(place_key(slice_of("Villeneuve"), small, sizeof small), 0);
}

static void test_lexicon(void **state)
{
    static const struct { const char *word; uint32_t has, has_not; } rows[] = {
        { "martine", LEXICON_GIVEN | LEXICON_GIVEN_COMMON | LEXICON_GIVEN_FEMALE, LEXICON_GIVEN_MALE },
        { "paris", LEXICON_PLACE | LEXICON_PLACE_WHOLE, LEXICON_NATIONALITY },
        { "saint", LEXICON_PLACE, 0 }, { "souligne", LEXICON_WORD_FR, LEXICON_GIVEN },
        { "meeting", LEXICON_WORD_EN, 0 }, { "lillois", LEXICON_NATIONALITY, LEXICON_GIVEN },
        { "mairie", LEXICON_VENUE, 0 }, { "zzzz", 0, ~0u }, { "", 0, ~0u },
    };
    const struct gazetteer *gazetteer = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint32_t bits = gazetteer_lexicon(gazetteer, rows[i].word);
        assert_int_equal(bits & rows[i].has, rows[i].has);
        assert_int_equal(bits & rows[i].has_not, 0);
    }
}

static void test_parents_end(void **state)
{
    const struct gazetteer *gazetteer = *state;
    int32_t at = gazetteer_by_id(gazetteer, "75111");
    static const char *const chain[] = { "75111", "75056", "R11", "FR", "continent-europe" };
    for (size_t i = 0; i < sizeof chain / sizeof *chain; i++) {
        struct gazetteer_place place;
        assert_true(at >= 0);
        gazetteer_place(gazetteer, (uint32_t)at, &place);
        assert_string_equal(place.id, chain[i]);
        at = place.parent;
    }
    assert_int_equal(at, -1);
    assert_int_equal(gazetteer_by_id(gazetteer, "nowhere"), -1);
}

/* Each of these makes a copy that must be refused, with no byte read outside it. */
static void test_damage(void **state)
{
    (void)state;
    size_t length = (size_t)(gazetteer_data_end - gazetteer_data_start);
    char *copy = test_malloc(length);
    static const struct { size_t offset; uint32_t value; } damages[] = {
        { 0, 0 }, { offsetof(struct gazetteer_header, version), 99 },
        { offsetof(struct gazetteer_header, byte_order), 0x04030201 },
        { offsetof(struct gazetteer_header, size), UINT32_MAX },
        { offsetof(struct gazetteer_header, places.count), UINT32_MAX },
        { offsetof(struct gazetteer_header, names.offset), UINT32_MAX - 3 },
        { offsetof(struct gazetteer_header, keys.offset), 2 },
        { offsetof(struct gazetteer_header, strings.count), 0 },
        { offsetof(struct gazetteer_header, key_mask), 1 },
        { offsetof(struct gazetteer_header, word_mask), UINT32_MAX },
        { sizeof(struct gazetteer_header) + offsetof(struct gazetteer_place_row, name), UINT32_MAX },
        { sizeof(struct gazetteer_header) + offsetof(struct gazetteer_place_row, parent), 0 },
    };
    for (size_t i = 0; i < sizeof damages / sizeof *damages; i++) {
        struct gazetteer *gazetteer;
        struct error error = ERROR_NONE;
        memcpy(copy, gazetteer_data_start, length);
        memcpy(copy + damages[i].offset, &damages[i].value, sizeof damages[i].value);
        assert_int_equal(gazetteer_open_bytes(copy, length, &gazetteer, &error), STATUS_FORMAT);
        assert_null(gazetteer);
    }
    struct gazetteer *gazetteer;
    struct error error = ERROR_NONE;
    assert_int_equal(gazetteer_open_bytes(gazetteer_data_start, 16, &gazetteer, &error), STATUS_FORMAT);
    assert_int_equal(gazetteer_open_bytes(gazetteer_data_start, length / 2, &gazetteer, &error), STATUS_FORMAT);
    test_free(copy);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_find), cmocka_unit_test(test_key),
                                        cmocka_unit_test(test_lexicon), cmocka_unit_test(test_parents_end),
                                        cmocka_unit_test(test_damage) };
    return cmocka_run_group_tests(tests, open_it, close_it);
}
