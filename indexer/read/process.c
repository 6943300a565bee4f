#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void close_one(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

/* The child: the pipes as its output and errors, nothing to read, a group of its own so that what it starts ends with
 * it, and the signals that this program ignores as they are by default. */
static int spawn(struct process *process, const char *const argv[], const int output[2], const int errors[2])
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t defaults;
    int failed = posix_spawn_file_actions_init(&actions);
    if (failed)
        return failed;
    failed = posix_spawnattr_init(&attributes);
    if (failed) {
        posix_spawn_file_actions_destroy(&actions);
        return failed;
    }
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    sigaddset(&defaults, SIGXFSZ);
    failed = posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    if (!failed)
        failed = posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
    if (!failed)
        failed = posix_spawn_file_actions_adddup2(&actions, errors[1], STDERR_FILENO);
    if (!failed)
        failed = posix_spawnattr_setsigdefault(&attributes, &defaults);
    if (!failed)
        failed = posix_spawnattr_setpgroup(&attributes, 0);
    if (!failed)
        failed = posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    if (!failed) /* posix_spawn() does not write to the words, which its type does not say */
        failed = posix_spawnp(&process->id, argv[0], &actions, &attributes, (char *const *)(uintptr_t)argv, environ);
    if (failed)
        process->id = 0;
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failed;
}

static void bound(const struct process *process, const struct process_limits *limits)
{
    const struct rlimit memory = { limits->memory_bytes, limits->memory_bytes };
    const struct rlimit seconds = { (rlim_t)limits->seconds + 1, (rlim_t)limits->seconds + 1 };
    if (limits->memory_bytes)
        prlimit(process->id, RLIMIT_AS, &memory, NULL);
    prlimit(process->id, RLIMIT_CPU, &seconds, NULL); /* should this program die before it */
}

enum status process_start(struct process *process, const char *const argv[], const struct process_limits *limits,
                          struct error *error)
{
    int output[2] = { -1, -1 }, errors[2] = { -1, -1 };
    *process = (struct process)PROCESS_INIT;
    int failed = pipe2(output, O_CLOEXEC) != 0 || pipe2(errors, O_CLOEXEC) != 0 ? errno : 0;
    if (!failed)
        failed = spawn(process, argv, output, errors);
    close_one(&output[1]);
    close_one(&errors[1]);
    process->output = output[0];
    process->errors = errors[0];
    if (failed) {
        close_one(&process->output);
        close_one(&process->errors);
        return error_set(error, failed == ENOENT ? STATUS_NOT_FOUND : STATUS_IO, "%s: %s", argv[0], strerror(failed));
    }
    fcntl(process->errors, F_SETFL, O_NONBLOCK); /* a child of the child may hold it open */
    process->deadline = now() + limits->seconds;
    bound(process, limits);
    return STATUS_OK;
}

/* Takes what stands in the pipe of complaints; what does not fit is read and lost, so that the child does not block. */
static void take_complaint(struct process *process)
{
    char bytes[4096];
    ssize_t n = read(process->errors, bytes, sizeof bytes);
    if (n < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (n <= 0) {
        close_one(&process->errors);
        return;
    }
    size_t room = sizeof process->complaint - 1 - process->complaint_length;
    size_t kept = (size_t)n < room ? (size_t)n : room;
    memcpy(process->complaint + process->complaint_length, bytes, kept);
    process->complaint_length += kept;
    process->complaint[process->complaint_length] = '\0';
}

enum status process_read(struct process *process, char *bytes, size_t room, size_t *length, struct error *error)
{
    *length = 0;
    while (process->output >= 0) {
        double left = process->deadline - now();
        struct pollfd ends[2] = { { .fd = process->output, .events = POLLIN },
                                  { .fd = process->errors, .events = POLLIN } };
        if (left <= 0)
            return error_set(error, STATUS_LIMIT, "takes too long");
        if (poll(ends, 2, (int)(left * 1000) + 1) < 0) {
            if (errno == EINTR)
                continue;
            return error_set(error, STATUS_IO, "%s", strerror(errno));
        }
        if (ends[1].revents)
            take_complaint(process);
        if (!ends[0].revents)
            continue;
        ssize_t n = read(process->output, bytes, room);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return error_set(error, STATUS_IO, "%s", strerror(errno));
        if (n == 0)
            close_one(&process->output);
        *length = (size_t)n;
        return STATUS_OK;
    }
    return STATUS_OK;
}

/* Has it ended by itself before the deadline? */
static bool wait_for(struct process *process, int *status)
{
    static const struct timespec pause = { 0, 2 * 1000 * 1000 };
    for (;;) {
        pid_t ended = waitpid(process->id, status, WNOHANG);
        if (ended == process->id)
            return true;
        if ((ended < 0 && errno != EINTR) || now() >= process->deadline)
            return false;
        nanosleep(&pause, NULL);
    }
}

void process_end(struct process *process, int *exit_status)
{
    int status = 0;
    *exit_status = -1;
    bool ran_out = process->output < 0; /* all was read: it is about to end; else nobody wants the rest */
    if (process->id > 0 && (!ran_out || !wait_for(process, &status))) {
        kill(-process->id, SIGKILL);
        while (waitpid(process->id, &status, 0) < 0 && errno == EINTR)
            ;
    }
    if (process->errors >= 0)
        take_complaint(process);
    if (process->id > 0 && WIFEXITED(status))
        *exit_status = WEXITSTATUS(status);
    close_one(&process->output);
    close_one(&process->errors);
    process->id = 0;
}
