/* Any bytes as an HTML page: no crash, no leak, and report.h's rules hold. */
#include "fuzz_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_read("page.html", data, size);
}
