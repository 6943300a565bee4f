/* test_html.c - nothing gets into a page unescaped. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "html.h"

static const struct {
    const char *text, *written;
} escapes[] = {
    { "plain", "plain" },
    { "a<b", "a&lt;b" },
    { "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;" },
    { "\" onmouseover='x'", "&quot; onmouseover=&#39;x&#39;" },
    { "A&amp;B", "A&amp;amp;B" },
    { "éà 漢字", "éà 漢字" },
    { "bad \xC3 byte", "bad \xEF\xBF\xBD byte" },
    { "\xFF\xFE", "\xEF\xBF\xBD\xEF\xBF\xBD" },
    { "nul\x01" "esc\x1B", "nul\xEF\xBF\xBD" "esc\xEF\xBF\xBD" },
    { "\xC2\x85next line", "\xEF\xBF\xBDnext line" },
    { "tab\tline\n", "tab\tline\n" },
    { "", "" },
};

static void test_text_and_attributes_are_escaped(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++) {
        struct arena arena = ARENA_INIT(0);
        struct buf out = BUF_INIT(&arena);
        struct html html = HTML_INIT(&out);
        html_open(&html, HTML_P);
        html_attribute(&html, HTML_TITLE_TEXT, escapes[i].text);
        html_text(&html, escapes[i].text);
        html_close(&html);
        assert_string_equal(out.bytes, arena_printf(&arena, "<p title=\"%s\">%s</p>", escapes[i].written,
                                                    escapes[i].written));
        arena_fini(&arena);
    }
}

static const struct {
    const char *url;
    bool safe;
} urls[] = {
    { "https://example.org/a?b=c#d", true },
    { "HTTP://example.org/", true },
    { "mailto:a@example.org", true },
    { "page.html", true },
    { "/a/b:c", true },
    { "?q=speaker:x", true },
    { "#m1", true },
    { "", true },
    { "javascript:alert(1)", false },
    { "JaVaScRiPt:alert(1)", false },
    { "java\tscript:alert(1)", false },
    { " javascript:alert(1)", false },
    { "\x01javascript:alert(1)", false },
    { "data:text/html,<b>", false },
    { "vbscript:x", false },
    { "file:///etc/passwd", false },
    { "https://example.org/a\nb", false },
};

static void test_urls(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++) {
        struct arena arena = ARENA_INIT(0);
        struct buf out = BUF_INIT(&arena);
        struct html html = HTML_INIT(&out);
        html_open(&html, HTML_A);
        if (html_url(&html, HTML_HREF, urls[i].url) != urls[i].safe)
            fail_msg("url \"%s\"", urls[i].url);
        html_close(&html);
        assert_int_equal(strstr(out.bytes, "href") != NULL, urls[i].safe);
        arena_fini(&arena);
    }
    struct arena arena = ARENA_INIT(0);
    struct buf out = BUF_INIT(&arena);
    struct html html = HTML_INIT(&out);
    html_open(&html, HTML_A);
    assert_false(html_url(&html, HTML_HREF, NULL));
    html_url(&html, HTML_HREF, "?a=\"><b>&c");
    html_close(&html);
    assert_string_equal(out.bytes, "<a href=\"?a=&quot;&gt;&lt;b&gt;&amp;c\"></a>");
    arena_fini(&arena);
}

static void test_structure(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    struct buf out = BUF_INIT(&arena);
    struct html html = HTML_INIT(&out);
    html_doctype(&html);
    html_open(&html, HTML_UL);
    html_open(&html, HTML_LI);
    html_open(&html, HTML_INPUT);
    html_attribute_int(&html, HTML_MAXLENGTH, -3);
    html_flag(&html, HTML_CHECKED);
    html_close(&html);
    html_text_int(&html, 42);
    html_element(&html, HTML_B, "c", "x");
    html_close_to(&html, 0);
    assert_string_equal(out.bytes, "<!doctype html>\n"
                                   "<ul><li><input maxlength=\"-3\" checked>42<b class=\"c\">x</b></li></ul>");
    arena_fini(&arena);
}

static void test_xml(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT(0);
    struct buf out = BUF_INIT(&arena);
    struct html xml = XML_INIT(&out);
    html_doctype(&xml);
    html_open(&xml, XML_FEED);
    html_open(&xml, XML_LINK);
    html_attribute(&xml, HTML_REL, "self");
    html_close(&xml);
    html_element(&xml, XML_TITLE, NULL, "a & b");
    html_close(&xml);
    assert_string_equal(out.bytes, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                                   "<feed><link rel=\"self\"/><title>a &amp; b</title></feed>");
    arena_fini(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_and_attributes_are_escaped),
        cmocka_unit_test(test_urls),
        cmocka_unit_test(test_structure),
        cmocka_unit_test(test_xml),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
