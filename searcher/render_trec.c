/* A run as trec_eval reads it: qid Q0 docid rank score tag. The docid is the file's name without folder and suffix.
 * */
#include "render.h"

/* A docid is one word. */
static void add_docid(struct buf *out, const char *file)
{
    const char *slash = file ? strrchr(file, '/') : NULL;
    const char *name = slash ? slash + 1 : file ? file : "";
    const char *dot = strrchr(name, '.');
    size_t length = dot && dot != name ? (size_t)(dot - name) : strlen(name);
    for (size_t i = 0; i < length; i++)
        buf_add_char(out, strchr(" \t\r\n", name[i]) ? '_' : name[i]);
    if (!length)
        buf_add_char(out, '-');
}

void render_trec(const struct view *view, struct buf *out)
{
    const struct result *result = view->result;
    double last = 0;
    for (size_t i = 0; i < result->hits.count; i++) {
        const struct result_hit *hit = &result->hits.items[i];
        /* trec_eval sorts by score, not by rank: the score may never rise. */
        double score = i && hit->score > last ? last : hit->score;
        last = score;
        buf_printf(out, "%s Q0 ", view->query_id ? view->query_id : "0");
        add_docid(out, hit->file ? hit->file : hit->report_id);
        buf_printf(out, " %zu %.6f %s\n", (size_t)result->offset + i + 1, score, view->run ? view->run : "tribune");
    }
}
