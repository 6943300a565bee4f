#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "buf.h"
#include "charset.h"
#include "utf8.h"

static const struct {
    struct slice bytes;
    const char *declared, *charset, *text; /* text NULL: refused */
} cases[] = {
    { SLICE("S\303\251ance"), "", "UTF-8", "S\303\251ance" },
    { SLICE("S\303\251ance"), "iso-8859-1", "UTF-8", "S\303\251ance" },
    { SLICE("\357\273\277abc"), "", "UTF-8", "abc" },
    { SLICE("S\351ance"), "utf-8", "windows-1252", "S\303\251ance" },
    { SLICE("l\222\234uvre \200"), "iso-8859-1", "windows-1252", "l\342\200\231\305\223uvre \342\202\254" },
    { SLICE("10 \244, c\275ur"), "iso-8859-15", "iso-8859-15", "10 \342\202\254, c\305\223ur" },
    { SLICE("c\275ur \351tait \340"), "", "iso-8859-15", "c\305\223ur \303\251tait \303\240" },
    { SLICE("S\216ance \210 Besan\215on, o\235"), "", "macintosh",
      "S\303\251ance \303\240 Besan\303\247on, o\303\271" },
    { SLICE("S\202ance \205 Besan\207on, \210tre"), "", "cp850",
      "S\303\251ance \303\240 Besan\303\247on, \303\252tre" },
    { SLICE("\216koda \232pe\350"), "windows-1250", "windows-1250", "\305\275koda \305\241pe\304\215" },
    { SLICE("\351t\351"), "no-such-charset", "windows-1252", "\303\251t\303\251" },
    { SLICE("\377\376S\0\351\0a\0"), "", "UTF-16LE", "S\303\251a" },
    { SLICE("\376\377\0S\0\351\0a"), "", "UTF-16BE", "S\303\251a" },
    { SLICE("S\0a\0n\0s\0 \0m\0a\0r\0q\0"), "", "UTF-16LE", "Sans marq" },
    { SLICE("\303\251t\303\251 \303\251t\303\251 \340 fin"), "", "UTF-8",
      "\303\251t\303\251 \303\251t\303\251 \303\240 fin" },
    { SLICE("un\0deux trois"), "", "UTF-8", "un deux trois" },
    { SLICE("e\314\201te\314\201"), "", "UTF-8", "\303\251t\303\251" },
    { SLICE("a\314\243\314\202"), "", "UTF-8", "\341\272\255" },
    { SLICE("%PDF-1.5"), "", NULL, NULL },
    { SLICE("PK\003\004zip"), "", NULL, NULL },
    { SLICE("\1\2\3\4\5\6\7\10\0\0\1\2\3abc"), "", NULL, NULL }
};

static void test_convert(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct error error = ERROR_NONE;
        struct slice text = SLICE("");
        const char *name = NULL;
        struct slice declared = slice_of(cases[i].declared);
        enum status status = charset_to_utf8(&arena, cases[i].bytes, declared, &text, &name, &error);
        assert_int_equal(status, cases[i].text ? STATUS_OK : STATUS_FORMAT);
        if (!cases[i].text) {
            assert_true(error.message[0] != '\0');
            continue;
        }
        assert_string_equal(name, cases[i].charset);
        if (!slice_is(text, cases[i].text))
            fail_msg("case %zu: got \"%.*s\"", i, (int)text.length, text.bytes);
    }
    arena_fini(&arena);
}

static void test_declared(void **state)
{
    (void)state;
    static const struct { const char *page, *charset; } pages[] = {
        { "<meta charset=utf-8>", "UTF-8" },
        { "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=ISO-8859-1'>", "windows-1252" },
        { "<?xml version=\"1.0\" encoding=\"iso-8859-15\"?>", "iso-8859-15" },
        { "<p>charset=koi8-r</p>", "" },
        { "<meta name=x>", "" }
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        assert_true(slice_is(charset_declared(slice_of(pages[i].page)), pages[i].charset));
}

/* However long the run of marks, the result is valid and comes in time. */
static void test_long_marks(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    struct buf text = BUF_INIT(&arena);
    for (int i = 0; i < 200000; i++)
        buf_add_string(&text, i % 2 ? "\314\201" : "\314\243");
    struct slice normal = charset_nfc(&arena, buf_slice(&text));
    assert_true(utf8_valid(normal.bytes, normal.length));
    struct slice plain = SLICE("d\303\251j\303\240 compos\303\251");
    assert_ptr_equal(charset_nfc(&arena, plain).bytes, plain.bytes); /* nothing to do: no copy */
    arena_fini(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_convert), cmocka_unit_test(test_declared), cmocka_unit_test(test_long_marks)
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
