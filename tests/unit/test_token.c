/* The tokeniser: tables of text and tokens, and what must hold for any text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <utf8proc.h>

#include "fold.h"
#include "token.h"
#include "utf8.h"

enum { LIST_BYTES = 4096 };

/* Writes tokens as term[~accented]@start-end/position, a + before joined ones, *n after those that cover n words. */
static void list_tokens(struct slice text, char *out, bool offsets)
{
    struct tokenizer tokenizer;
    struct token token;
    size_t used = 0;
    out[0] = '\0';
    tokenizer_init(&tokenizer, text);
    while (tokenizer_next(&tokenizer, &token) && used + 300 < LIST_BYTES) {
        used += (size_t)sprintf(out + used, "%s%s%.*s", used ? " " : "", token.kind == TOKEN_JOINED ? "+" : "",
                                (int)token.term.length, token.term.bytes);
        if (token.accented.length)
            used += (size_t)sprintf(out + used, "~%.*s", (int)token.accented.length, token.accented.bytes);
        if (offsets)
            used += (size_t)sprintf(out + used, "@%u-%u", token.start, token.end);
        used += (size_t)sprintf(out + used, "/%u", token.position);
        if (token.kind == TOKEN_JOINED)
            used += (size_t)sprintf(out + used, "*%u", token.words);
    }
}

struct row {
    const char *text, *tokens;
};

static void check_rows(const struct row *rows, size_t count)
{
    char list[LIST_BYTES];
    for (size_t i = 0; i < count; i++) {
        list_tokens(slice_of(rows[i].text), list, true);
        assert_string_equal(list, rows[i].tokens);
    }
}

#define CHECK(rows) check_rows((rows), sizeof (rows) / sizeof *(rows))

static void test_plain_words(void **state)
{
    (void)state;
    static const struct row rows[] = {
        { "", "" },
        { " \t\n.,;!", "" },
        { "Un mot", "un@0-2/1 mot@3-6/2" },
        { "vie\u00A0locale\u202Fici", "vie@0-3/1 locale@5-11/2 ici@14-17/3" },
        { "fin.Les autres", "fin@0-3/1 les@4-7/2 autres@8-14/3" },
        { "martin@exemple.fr", "martin@0-6/1 exemple@7-14/2 fr@15-17/3" },
        { "https://exemple.fr/a_b?x=1",
          "https@0-5/1 exemple@8-15/2 fr@16-18/3 a@19-20/4 b@21-22/5 x@23-24/6 1@25-26/7" },
        { "C++ C#", "c@0-1/1 c@4-5/2" },
        { "et/ou", "et@0-2/1 ou@3-5/2" },
        { "Ελλάδα", "ελλαδα~ελλάδα@0-12/1" },
        { "Москва", "москва@0-12/1" },
    };
    CHECK(rows);
}

static void test_folding(void **state)
{
    (void)state;
    static const struct row rows[] = {
        { "Été", "ete~été@0-5/1" },
        { "E\u0301te\u0301", "ete~été@0-7/1" },
        { "œuvre ŒUVRE oeuvre", "oeuvre~œuvre@0-6/1 oeuvre~œuvre@7-13/2 oeuvre@14-20/3" },
        { "Ægir Ørsted Łódź", "aegir~ægir@0-5/1 orsted~ørsted@6-13/2 lodz~łódź@14-21/3" },
        { "Straße", "strasse~straße@0-7/1" },
        { "\uFB01n", "fin@0-4/1" },
        { "éco\u00ADnomie", "economie~économie@0-11/1" },
        { "dé\u200Bbat\u200D.", "debat~débat@0-9/1" },
        { "\uFEFFUn", "un@3-5/1" },
        { "\u0301 a", "a@3-4/1" },
        { "ﾃｽﾄ", "テスト@0-9/1" },
        { "CO\u2082 m\u00B2 note\u00B9", "co2@0-5/1 m@6-7/2 note@10-14/3" },
        { "İstanbul", "istanbul@0-9/1" },
    };
    CHECK(rows);
}

static void test_apostrophes(void **state)
{
    (void)state;
    static const struct row rows[] = {
        { "l'UFISC", "ufisc@2-7/1" },
        { "d’ESS", "ess@4-7/1" },
        { "qu'il", "il@3-5/1" },
        { "QU\u02BCIL", "il@4-6/1" },
        { "d\u2032abord", "abord@4-9/1" },
        { "jusqu'à lorsqu’une", "a~à@6-8/1 une@18-21/2" },
        { "aujourd'hui aujourd’hui", "aujourdhui@0-11/1 aujourdhui@12-25/2" },
        { "d'aujourd'hui", "aujourdhui@2-13/1" },
        { "presqu'île presqu'autant", "presquile~presquîle@0-11/1 autant@19-25/2" },
        { "prud’homal", "prudhomal@0-12/1" },
        { "quelqu'un quelqu'autre", "quelquun@0-9/1 autre@17-22/2" },
        { "O'Brien", "+obrien@0-7/1*1 brien@2-7/1" },
        { "o’brien", "+obrien@0-9/1*1 brien@4-9/1" },
        { "N'Diaye n'ira", "+ndiaye@0-7/1*1 diaye@2-7/1 ira@10-13/2" },
        { "Tribune's", "tribune@0-7/1" },
        { "the women’s, we're, I'm", "the@0-3/1 women@4-9/2 we@15-17/3 i@22-23/4" },
        { "all's well; all'opera", "all@0-3/1 well@6-10/2 opera@16-21/3" },
        { "don't", "dont@0-5/1" },
        { "dell'arte", "arte@5-9/1" },
        { "Mel'nik", "+melnik@0-7/1*2 mel@0-3/1 nik@4-7/2" },
        { "'cité' l' ici", "cite~cité@1-6/1 l@8-9/2 ici@11-14/3" },
    };
    CHECK(rows);
}

static void test_acronyms_and_initials(void **state)
{
    (void)state;
    static const struct row rows[] = {
        { "U.F.I.S.C.", "ufisc@0-9/1" },
        { "U.F.I.S.C UFISC", "ufisc@0-9/1 ufisc@10-15/2" },
        { "l'U.F.I.S.C. et", "ufisc@2-11/1 et@13-15/2" },
        { "É.N.A.", "ena~éna@0-6/1" },
        { "E\u0301.N.A.", "ena~éna@0-7/1" },
        { "J.-L. Laville", "+jl@0-4/1*2 j@0-1/1 l@3-4/2 laville@6-13/3" },
        { "J.L. Laville", "jl@0-3/1 laville@5-12/2" },
        { "J. L. Laville", "j@0-1/1 l@3-4/2 laville@6-13/3" },
        { "J.-Ph. Rameau", "+jph@0-5/1*2 j@0-1/1 ph@3-5/2 rameau@7-13/3" },
        { "plan B. Ainsi", "plan@0-4/1 b@5-6/2 ainsi@8-13/3" },
        { "R&D", "+rd@0-3/1*2 r@0-1/1 d@2-3/2" },
    };
    CHECK(rows);
}

static void test_compounds(void **state)
{
    (void)state;
    static const struct row rows[] = {
        { "co-construction", "+coconstruction@0-15/1*2 co@0-2/1 construction@3-15/2" },
        { "co\u2010construction", "+coconstruction@0-17/1*2 co@0-2/1 construction@5-17/2" },
        { "co\u2011construction", "+coconstruction@0-17/1*2 co@0-2/1 construction@5-17/2" },
        { "co construction", "+coconstruction@0-15/1*2 co@0-2/1 construction@3-15/2" },
        { "co\u00A0construction", "+coconstruction@0-16/1*2 co@0-2/1 construction@4-16/2" },
        { "coconstruction", "coconstruction@0-14/1" },
        { "éco quartier", "+ecoquartier~écoquartier@0-13/1*2 eco~éco@0-4/1 quartier@5-13/2" },
        { "co  construction, co\nconstruction, non pas",
          "co@0-2/1 construction@4-16/2 co@18-20/3 construction@21-33/4 non@35-38/5 pas@39-42/6" },
        { "Saint-Pasteur", "+saintpasteur@0-13/1*2 saint@0-5/1 pasteur@6-13/2" },
        { "Val-d'Oise", "+valdoise@0-10/1*2 val@0-3/1 oise@6-10/2" },
        { "l'avant-garde", "+avantgarde@2-13/1*2 avant@2-7/1 garde@8-13/2" },
        { "co-construction-action",
          "+coconstructionaction@0-22/1*3 +coconstruction@0-15/1*2 co@0-2/1 construction@3-15/2 action@16-22/3" },
        { "Smith-O'Brien", "+smithobrien@0-13/1*2 smith@0-5/1 +obrien@6-13/2*1 brien@8-13/2" },
        { "dit-il celui-ci", "dit@0-3/1 il@4-6/2 celui@7-12/3 ci@13-15/4" },
        { "démo-\ncratie", "+democratie~démocratie@0-13/1*2 demo~démo@0-5/1 cratie@7-13/2" },
        { "démo-\nCratie", "demo~démo@0-5/1 cratie@7-13/2" },
        { "a-b-c-d-e-f-g h-i",
          "a@0-1/1 b@2-3/2 c@4-5/3 d@6-7/4 e@8-9/5 f@10-11/6 g@12-13/7 +hi@14-17/8*2 h@14-15/8 i@16-17/9" },
        { "Paris \u2013 Lyon\u2013Metz", "paris@0-5/1 lyon@10-14/2 metz@17-21/3" },
    };
    CHECK(rows);
}

static void test_numbers(void **state)
{
    (void)state;
    static const struct row rows[] = {
        { "1 000 3,5", "+1000@0-5/1*2 1@0-1/1 000@2-5/2 3@6-7/3 5@8-9/4" },
        { "1.250.000 2016 250", "+1250000@0-9/1*3 1@0-1/1 250@2-5/2 000@6-9/3 2016@10-14/4 250@15-18/5" },
        { "12\u202F500", "+12500@0-8/1*2 12@0-2/1 500@5-8/2" },
        { "1 2000 3 200a 4, 200", "1@0-1/1 2000@2-6/2 3@7-8/3 200a@9-13/4 4@14-15/5 200@17-20/6" },
        { "n°3 nº3", "n@0-1/1 3@3-4/2 n@5-6/3 3@8-9/4" },
        { "1er 2e 11ème", "1er@0-3/1 2e@4-6/2 11eme~11ème@7-13/3" },
        { "2016-2017", "2016@0-4/1 2017@5-9/2" },
        { "covid-19", "+covid19@0-8/1*2 covid@0-5/1 19@6-8/2" },
    };
    CHECK(rows);
    struct tokenizer tokenizer;
    struct token token;
    tokenizer_init(&tokenizer, SLICE("2016 2e Caen École l'île"));
    static const struct {
        bool digits, capital;
    } want[] = { { true, false }, { false, false }, { false, true }, { false, true }, { false, false } };
    for (size_t i = 0; i < sizeof want / sizeof *want; i++) {
        assert_true(tokenizer_next(&tokenizer, &token));
        assert_int_equal(token.digits, want[i].digits);
        assert_int_equal(token.capital, want[i].capital);
    }
}

static void test_inclusive_writing(void **state)
{
    (void)state;
    static const struct row rows[] = {
        { "chercheur·e·s", "chercheur@0-15/1" },
        { "acteur\u2022rice\u2022s", "acteur@0-17/1" },
        { "habitant.e.s", "habitant@0-12/1" },
        { "professionnel·le·s", "professionnelle@0-20/1" },
        { "col·laboració", "collaboracio~collaboració@0-15/1" },
        { "point.le suivant", "point@0-5/1 le@6-8/2 suivant@9-16/3" },
        { "un·deux", "un@0-2/1 deux@4-8/2" },
    };
    CHECK(rows);
}

static void test_invalid_bytes_separate(void **state)
{
    (void)state;
    static const struct row rows[] = {
        { "ca\xFF""fe", "ca@0-2/1 fe@3-5/2" },
        { "caf\xC3", "caf@0-3/1" },
        { "\xE9t\xE9", "t@1-2/1" },
        { "caf\xC3(", "caf@0-3/1" },
    };
    CHECK(rows);
    char list[LIST_BYTES];
    list_tokens((struct slice){ "a\0b", 3 }, list, true);
    assert_string_equal(list, "a@0-1/1 b@2-3/2");
}

static void test_long_words(void **state)
{
    (void)state;
    enum { LONG = 100000 };
    char *text = malloc(LONG + 1);
    struct tokenizer tokenizer;
    struct token token;
    static const char *const letters[] = { "a", "é", "e\u0301", "語", "a\u00AD" };
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        size_t length = 0, width = strlen(letters[i]);
        while (length + width <= LONG) {
            memcpy(text + length, letters[i], width);
            length += width;
        }
        tokenizer_init(&tokenizer, (struct slice){ text, length });
        assert_true(tokenizer_next(&tokenizer, &token));
        assert_int_equal(token.start, 0);
        assert_in_range(token.end, length - 2, length);
        assert_in_range(token.term.length, TOKEN_BYTES_MAX - 3, TOKEN_BYTES_MAX);
        assert_true(token.accented.length <= TOKEN_BYTES_MAX);
        assert_true(utf8_valid(token.term.bytes, token.term.length));
        assert_true(utf8_valid(token.accented.bytes, token.accented.length));
        assert_false(tokenizer_next(&tokenizer, &token));
    }
    free(text);
    /* At the bound: as many bytes as fit, and one more. */
    char word[TOKEN_BYTES_MAX + 2];
    memset(word, 'x', sizeof word);
    tokenizer_init(&tokenizer, (struct slice){ word, TOKEN_BYTES_MAX });
    assert_true(tokenizer_next(&tokenizer, &token) && token.term.length == TOKEN_BYTES_MAX);
    tokenizer_init(&tokenizer, (struct slice){ word, TOKEN_BYTES_MAX + 1 });
    assert_true(tokenizer_next(&tokenizer, &token) && token.term.length == TOKEN_BYTES_MAX);
    assert_int_equal(token.end, TOKEN_BYTES_MAX + 1);
}

/* Text with all sorts of words, to try properties on. */
static const char sample[] =
    "L’assemblée générale s’est tenue à Nîmes, Drôme et Saint-Étienne-de-Boulogne : « où êtes-vous ? » Çà et là, "
    "l'œuvre d'Hélène Ömer, l'É.N.A. et J.-É. Façade co-élaborent la co écriture des élu·e·s. Đặng Thị Ngọc, Łukasz, "
    "Björn, ǆ, Ŀaŀa, ﬃ, Ἀθῆναι, Ёлка, が, 한국어, ÀÉÎÕÜ, naïveté, cañón, coração, aujourd’hui l’île, 2ème.";

static char *normalized(const char *text, utf8proc_option_t form)
{
    utf8proc_uint8_t *out = NULL;
    utf8proc_map((const utf8proc_uint8_t *)text, 0, &out, UTF8PROC_NULLTERM | UTF8PROC_STABLE | form);
    assert_non_null(out);
    return (char *)out;
}

static void test_nfd_gives_the_same_as_nfc(void **state)
{
    (void)state;
    char nfc_list[LIST_BYTES], nfd_list[LIST_BYTES];
    char *nfc = normalized(sample, UTF8PROC_COMPOSE), *nfd = normalized(sample, UTF8PROC_DECOMPOSE);
    assert_string_not_equal(nfc, nfd);
    list_tokens(slice_of(nfc), nfc_list, false);
    list_tokens(slice_of(nfd), nfd_list, false);
    assert_string_equal(nfc_list, nfd_list);
    char key[LIST_BYTES], nfd_key[LIST_BYTES];
    fold_key(slice_of(nfc), key, sizeof key);
    fold_key(slice_of(nfd), nfd_key, sizeof nfd_key);
    assert_string_equal(key, nfd_key);
    free(nfc);
    free(nfd);
}

/* Each character of Unicode as a word: decomposing it changes nothing, and folding a term gives the term. */
static void test_every_character(void **state)
{
    (void)state;
    for (uint32_t c = 0; c < 0x30000; c++) {
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        char text[8] = { 0 };
        utf8proc_encode_char((utf8proc_int32_t)c, (utf8proc_uint8_t *)text);
        if (!char_is_word(c) || fold_class(c) == CHAR_MARK)
            continue;
        char *nfd = normalized(text, UTF8PROC_DECOMPOSE), one[LIST_BYTES], other[LIST_BYTES];
        list_tokens(slice_of(text), one, false);
        list_tokens(slice_of(nfd), other, false);
        if (strcmp(one, other) != 0)
            fail_msg("U+%04X: %s and %s", c, one, other);
        free(nfd);
        char once[64], twice[64];
        fold_key(slice_of(text), once, sizeof once);
        size_t step;
        if (once[0] == '\0' || fold_class(utf8_decode(once, strlen(once), &step)) == CHAR_MARK)
            continue; /* the Thai and Lao vowel AM is taken apart into a mark and a letter */
        fold_key(slice_of(once), twice, sizeof twice);
        if (strcmp(once, twice) != 0)
            fail_msg("U+%04X: %s folds again to %s", c, once, twice);
    }
}

static void test_latin_table_is_unicode(void **state)
{
    (void)state;
    for (uint32_t c = 0; c < FOLD_LATIN_COUNT; c++) {
        const struct fold_row *row = &fold_latin[c];
        if (!fold_class_starts_word((enum char_class)row->class)) {
            assert_int_equal(row->term_length, 0);
            continue;
        }
        char text[4], term[TOKEN_BYTES_MAX], accented[TOKEN_BYTES_MAX];
        size_t length = (size_t)utf8proc_encode_char((utf8proc_int32_t)c, (utf8proc_uint8_t *)text), n, m;
        fold_word(text, length, TOKEN_BYTES_MAX, term, &n, accented, &m);
        if (n != row->term_length || memcmp(term, row->term, n) != 0 || m != row->accented_length ||
            memcmp(accented, row->accented, m) != 0)
            fail_msg("the row of U+%04X differs", c);
    }
}

static uint32_t next_random(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*seed >> 33);
}

/* Whatever the bytes: tokens lie in the text, starts never go back, positions have no hole. */
static void test_offsets_of_any_bytes(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "a", "É", "e", "\u0301", "-", "'", "’", ".", " ", "·", "\u00AD", "O", "co", "l", "x1", "\xFF", "\xC3", "\n",
        "&", "construction", "9", "\u200D", "語", "s", "n", "t",
    };
    uint64_t seed = 7;
    for (int round = 0; round < 20000; round++) {
        char text[256];
        size_t length = 0, count = next_random(&seed) % 24;
        for (size_t i = 0; i < count; i++) {
            const char *piece = pieces[next_random(&seed) % (sizeof pieces / sizeof *pieces)];
            memcpy(text + length, piece, strlen(piece));
            length += strlen(piece);
        }
        char *exact = malloc(length + 1); /* so that a sanitizer sees a read past the end */
        memcpy(exact, text, length);
        struct tokenizer tokenizer;
        struct token token;
        uint32_t start = 0, position = 0;
        exact = realloc(exact, length ? length : 1);
        tokenizer_init(&tokenizer, (struct slice){ exact, length });
        while (tokenizer_next(&tokenizer, &token)) {
            assert_true(token.start >= start && token.start < token.end && token.end <= length);
            assert_true(token.term.length > 0 && token.term.length <= TOKEN_BYTES_MAX);
            assert_true(utf8_valid(token.term.bytes, token.term.length));
            assert_true(token.words >= 1);
            if (token.kind == TOKEN_WORD) {
                assert_int_equal(token.position, position + 1);
                position++;
            } else {
                assert_int_equal(token.position, position + 1);
            }
            start = token.start;
        }
        free(exact);
    }
}

/* Random texts of words that hang together in all ways: what is looked for is found at the same place. */
static void test_next_of(void **state)
{
    (void)state;
    static const char *const parts[] = { "co", "construction", "l", "aujourd", "hui", "U", "F", "\xC3\x89lus", "anti",
                                         "12", "000", "tiers", "lieu", "s", "o", "brien", "chercheur", "e", "INTER" };
    static const char *const glue[] = { " ", " ", " ", " ", ", ", "-", "'", ".", ". ", "\xC2\xB7", "\n", "\xC2\xA0",
                                        "(", "\xE2\x80\x99", "&", "\xCC\x81", "\xC2\xAD" };
    unsigned seed = 11;
    for (int round = 0; round < 20000; round++) {
        char text[400] = "";
        for (int i = 0; i < 12; i++) {
            strcat(text, parts[(unsigned)rand_r(&seed) % (sizeof parts / sizeof *parts)]);
            strcat(text, glue[(unsigned)rand_r(&seed) % (sizeof glue / sizeof *glue)]);
        }
        struct token_starts starts = { { 0 } };
        token_starts_add(&starts, slice_of(round % 2 ? "chercheur" : "lieu"));
        token_starts_add(&starts, slice_of(round % 3 ? "ufisc" : "brien"));
        struct tokenizer all, some;
        struct token one, other;
        tokenizer_init(&all, slice_of(text));
        tokenizer_init(&some, slice_of(text));
        for (;;) {
            bool more = tokenizer_next(&all, &one), found = true;
            if (more && !token_starts_has(&starts, (unsigned char)one.term.bytes[0]))
                continue;
            do
                found = tokenizer_next_of(&some, &starts, &other);
            while (found && !token_starts_has(&starts, (unsigned char)other.term.bytes[0]));
            assert_int_equal(more, found);
            if (!more)
                break;
            assert_true(slice_equal(one.term, other.term));
            assert_int_equal(one.start, other.start);
            assert_int_equal(one.end, other.end);
            assert_int_equal(one.position, other.position);
            assert_int_equal(one.words, other.words);
        }
    }
}

static void test_fold_key(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t size;
        const char *key;
    } rows[] = {
        { "Jean-Louis Laville", 64, "jean louis laville" },
        { "  ÉLISE   d’Ormesson, ", 64, "elise d ormesson" },
        { "U.F.I.S.C.", 64, "ufisc" },
        { "J.-L. Laville", 64, "j l laville" },
        { "Flann O’Brien", 64, "flann obrien" },
        { "l'Œuvre d'aujourd'hui", 64, "l oeuvre d aujourdhui" },
        { "co construction", 64, "co construction" },
        { "Saint-Étienne", 10, "saint" },
        { "Saint-Étienne", 3, "sa" },
        { "Saint", 1, "" },
        { "…", 8, "" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char key[64];
        size_t length = fold_key(slice_of(rows[i].text), key, rows[i].size);
        assert_string_equal(key, rows[i].key);
        assert_int_equal(length, strlen(key));
    }
}

static void test_fold_char(void **state)
{
    (void)state;
    static const struct {
        uint32_t code_point;
        const char *folded;
    } rows[] = {
        { 'A', "a" }, { '7', "7" }, { 0xC9, "e" }, { 0x152, "oe" }, { 0xC6, "ae" }, { 0x141, "l" }, { 0xFB01, "fi" },
        { 0x301, "" }, { 0xAD, "" }, { 0x200B, "" }, { '-', "-" }, { 0x416, "ж" }, { 0x110000, "" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char out[9] = { 0 };
        out[fold_char(rows[i].code_point, out)] = '\0';
        assert_string_equal(out, rows[i].folded);
    }
    assert_true(char_is_word('a') && char_is_word('5') && char_is_word(0xE9) && char_is_word(0x301));
    assert_false(char_is_word(' ') || char_is_word('-') || char_is_word(0x2019) || char_is_word(UTF8_INVALID));
    assert_true(char_is_upper('Z') && char_is_upper(0xC9) && !char_is_upper('z') && !char_is_upper('3'));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain_words), cmocka_unit_test(test_folding), cmocka_unit_test(test_apostrophes),
        cmocka_unit_test(test_acronyms_and_initials), cmocka_unit_test(test_compounds),
        cmocka_unit_test(test_numbers), cmocka_unit_test(test_inclusive_writing),
        cmocka_unit_test(test_invalid_bytes_separate), cmocka_unit_test(test_long_words),
        cmocka_unit_test(test_nfd_gives_the_same_as_nfc),
        cmocka_unit_test(test_every_character), cmocka_unit_test(test_latin_table_is_unicode),
        cmocka_unit_test(test_offsets_of_any_bytes), cmocka_unit_test(test_next_of), cmocka_unit_test(test_fold_key),
        cmocka_unit_test(test_fold_char),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
