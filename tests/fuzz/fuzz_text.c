/* Any bytes as plain text in any charset: no crash, no leak, and report.h's rules hold. */
#include "fuzz_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_read("minutes.txt", data, size);
}
