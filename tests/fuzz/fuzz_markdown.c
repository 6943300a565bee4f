/* Any bytes as a Markdown file, front matter included: no crash, no leak, and report.h's rules hold. */
#include "fuzz_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_read("notes.md", data, size);
}
