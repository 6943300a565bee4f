/* Programs that are run: their output, their complaints, and that none is waited for longer than allowed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "process.h"

#define ARGUMENTS(...)                                                                                               \
    (const char *const[])                                                                                            \
    {                                                                                                                \
        __VA_ARGS__, NULL                                                                                            \
    }

static const struct process_limits generous = { .seconds = 20 };

/* Runs to the end: bytes printed, status of the last read, exit status. */
static enum status run(const char *const argv[], const struct process_limits *limits, size_t *printed, int *code,
                       struct process *process, struct error *error)
{
    char bytes[1000];
    size_t length = 0;
    *printed = 0;
    enum status status = process_start(process, argv, limits, error);
    while (status == STATUS_OK &&
           (status = process_read(process, bytes, sizeof bytes, &length, error)) == STATUS_OK && length)
        *printed += length;
    process_end(process, code);
    return status;
}

static void test_output(void **state)
{
    (void)state;
    static const struct {
        const char *script;
        size_t printed;
        int code;
        const char *complaint;
    } rows[] = {
        { "printf abc", 3, 0, "" },
        { "printf abc; printf no >&2; exit 3", 3, 3, "no" },
        { "head -c 300000 /dev/zero; head -c 300000 /dev/zero | tr '\\0' e >&2", 300000, 0, "eee" },
        { "exec >&-; exec 2>&-; sleep 0.1; exit 5", 0, 5, "" },
        { "cat", 0, 0, "" },                        /* there is nothing to read */
        { "yes | head -n 1 >/dev/null", 0, 0, "" }, /* SIGPIPE is as usual */
        { "kill -9 $$", 0, -1, "" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct process process;
        struct error error = ERROR_NONE;
        size_t printed;
        int code;
        assert_int_equal(run(ARGUMENTS("sh", "-c", rows[i].script), &generous, &printed, &code, &process, &error),
                         STATUS_OK);
        assert_int_equal(printed, rows[i].printed);
        assert_int_equal(code, rows[i].code);
        assert_memory_equal(process.complaint, rows[i].complaint, strlen(rows[i].complaint));
        assert_true(process.complaint_length < PROCESS_COMPLAINT_BYTES);
    }
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* One that hangs, one that never stops printing, one that hangs once its output is closed, one whose child hangs. */
static void test_too_long(void **state)
{
    (void)state;
    static const char *const scripts[] = { "exec sleep 100", "exec yes", "exec >&-; exec sleep 100", "sleep 100; :" };
    static const struct process_limits hurried = { .seconds = 0.3 };
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
        struct process process;
        struct error error = ERROR_NONE;
        size_t printed;
        int code;
        double begun = now();
        enum status status = run(ARGUMENTS("sh", "-c", scripts[i]), &hurried, &printed, &code, &process, &error);
        assert_int_equal(status, i == 2 ? STATUS_OK : STATUS_LIMIT);
        assert_int_equal(code, -1);
        assert_true(now() - begun < 20);
    }
}

static void test_memory(void **state)
{
    (void)state;
    static const struct process_limits small = { .seconds = 20, .memory_bytes = (uint64_t)40 << 20 };
    struct process process;
    struct error error = ERROR_NONE;
    size_t printed;
    int code;
    run(ARGUMENTS("sh", "-c", "sleep 0.2; exec head -c 200000000 /dev/zero | tail -c 190000000 | wc -c"), &small,
        &printed, &code, &process, &error);
    assert_non_null(strstr(process.complaint, "memory"));
}

static void test_no_program(void **state)
{
    (void)state;
    struct process process;
    struct error error = ERROR_NONE;
    int code = 7;
    assert_int_equal(process_start(&process, ARGUMENTS("no-such-program-here"), &generous, &error), STATUS_NOT_FOUND);
    assert_non_null(strstr(error.message, "no-such-program-here"));
    process_end(&process, &code);
    assert_int_equal(code, -1);
}

int main(void)
{
    signal(SIGPIPE, SIG_IGN); /* as tribune-index does */
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_output), cmocka_unit_test(test_too_long),
                                        cmocka_unit_test(test_memory), cmocka_unit_test(test_no_program) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
