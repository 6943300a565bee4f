/* process.h - runs a program without a shell and reads what it prints, within bounds of time and memory: whatever the
 * program does, the reader comes back.
 *
 *     struct process process = PROCESS_INIT;
 *     if (process_start(&process, argv, &limits, error) == STATUS_OK)
 *         while ((status = process_read(&process, bytes, sizeof bytes, &length, error)) == STATUS_OK && length) …
 *     process_end(&process, &exit);
 *
 * Between start and end nothing may jump out: process_end() frees what the process holds, also of one that failed. */
#ifndef TRIBUNE_PROCESS_H
#define TRIBUNE_PROCESS_H

#include <stdint.h>
#include <sys/types.h>

#include "error.h"

struct process_limits {
    double seconds;        /* until it must have ended, by the clock; then it is killed */
    uint64_t memory_bytes; /* of its address space; 0: no limit */
};

enum { PROCESS_COMPLAINT_BYTES = 256 };

struct process {
    pid_t id;                                /* 0: none runs */
    int output, errors;                      /* ends of pipes; -1: closed */
    double deadline;                         /* of a monotonic clock */
    char complaint[PROCESS_COMPLAINT_BYTES]; /* the beginning of what it wrote to standard error */
    size_t complaint_length;
};

#define PROCESS_INIT                                                                                                 \
    {                                                                                                                \
        .output = -1, .errors = -1                                                                                   \
    }

/* Starts ARGV[0], found by PATH, with nothing to read. STATUS_NOT_FOUND when there is no such program, else
 * STATUS_IO. The message names the program. */
enum status process_start(struct process *process, const char *const argv[], const struct process_limits *limits,
                          struct error *error);

/* Waits for output and takes at most ROOM bytes of it; *LENGTH is 0 at its end. STATUS_LIMIT when the time is over. */
enum status process_read(struct process *process, char *bytes, size_t room, size_t *length, struct error *error);

/* Ends it, by force if it has not ended, and gives all back. *EXIT_STATUS is its exit status, -1 when it was killed. The
 * complaint stays readable. Does nothing to a process that was never started. */
void process_end(struct process *process, int *exit_status);

#endif
