#include "marks.h"

enum { NESTED_MARKS_MAX = 8 }; /* marks that begin before a place and still cover it: nested, so few */

bool marked(const struct report *report, enum mark_kind kind, uint32_t start, uint32_t end)
{
    size_t low = 0, high = report->marks.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (report->marks.items[middle].start <= start)
            low = middle + 1;
        else
            high = middle;
    }
    for (size_t i = low; i > 0 && low - i < NESTED_MARKS_MAX; i--) {
        const struct mark *mark = &report->marks.items[i - 1];
        if (mark->kind == kind && mark->end + 2 >= end)
            return true;
    }
    return false;
}
