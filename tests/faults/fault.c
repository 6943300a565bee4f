/* fault.c - a library to be preloaded: makes a call of the system or of memory fail, or write short, at a chosen moment.
 *
 *     FAULT_CALL    which: open, write, sync, rename, truncate, memory (of C) or new (of C++)
 *     FAULT_AT      the how-manieth of these calls, from 1; none: only counts
 *     FAULT_ERROR   errno to fail with; "short": half is written once, as on a disk that fills up, and then nothing more
 *     FAULT_STAYS   when set, all later calls fail too
 *     FAULT_COUNT   a file to write the number of calls to, at the end
 *
 * Reading and standard output are never touched, nor is the memory of libpcre2: its compiler of patterns to machine code
 * crashes without memory (10.42), which is not ours to mend. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum call { CALL_NONE, CALL_OPEN, CALL_WRITE, CALL_SYNC, CALL_RENAME, CALL_TRUNCATE, CALL_MEMORY, CALL_NEW };

static enum call chosen;
static long at, error_number;
static int stays, is_short;
static atomic_long calls;

__attribute__((constructor)) static void begin(void)
{
    static const char *const names[] = { "none", "open", "write", "sync", "rename", "truncate", "memory", "new" };
    const char *name = getenv("FAULT_CALL"), *when = getenv("FAULT_AT"), *error = getenv("FAULT_ERROR");
    at = when ? strtol(when, NULL, 10) : 0;
    is_short = error && strcmp(error, "short") == 0;
    error_number = is_short ? ENOSPC : error ? strtol(error, NULL, 10) : EIO;
    stays = getenv("FAULT_STAYS") != NULL || is_short;
    for (int i = 0; name && i < (int)(sizeof names / sizeof *names); i++)
        if (strcmp(names[i], name) == 0)
            chosen = (enum call)i;
}

__attribute__((destructor)) static void end(void)
{
    const char *file = getenv("FAULT_COUNT");
    char digits[32];
    chosen = CALL_NONE;
    if (!file)
        return;
    FILE *out = fopen(file, "w");
    if (out) {
        snprintf(digits, sizeof digits, "%ld\n", (long)calls);
        fputs(digits, out);
        fclose(out);
    }
}

/* Is this the call that fails? */
static int fails(enum call call)
{
    if (call != chosen)
        return 0;
    long number = ++calls;
    return at > 0 && (number == at || (stays && number > at));
}

/* The function of this name that would be called without this library. */
static void *next(const char *name)
{
    void *function = dlsym(RTLD_NEXT, name);
    if (!function)
        abort();
    return function;
}

static int refuse(void)
{
    errno = (int)error_number;
    return -1;
}

#define NEXT(name) ((__typeof__(&name))next(#name))

static ssize_t write_some(int fd, const void *bytes, size_t count, off_t offset, int positioned)
{
    size_t wanted = count;
    if (fd > STDERR_FILENO && fails(CALL_WRITE)) {
        if (!is_short || calls > at || count < 2)
            return refuse();
        wanted = count / 2;
    }
    return positioned ? NEXT(pwrite)(fd, bytes, wanted, offset) : NEXT(write)(fd, bytes, wanted);
}

ssize_t write(int fd, const void *bytes, size_t count) { return write_some(fd, bytes, count, 0, 0); }
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset)
{
    return write_some(fd, bytes, count, offset, 1);
}
ssize_t pwrite64(int fd, const void *bytes, size_t count, off_t offset)
{
    return write_some(fd, bytes, count, offset, 1);
}

static int open_some(const char *name, int flags, mode_t mode)
{
    return fails(CALL_OPEN) ? refuse() : NEXT(openat)(AT_FDCWD, name, flags, mode);
}

int open(const char *name, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    mode_t mode = (mode_t)va_arg(list, int);
    va_end(list);
    return open_some(name, flags, mode);
}

int open64(const char *name, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    mode_t mode = (mode_t)va_arg(list, int);
    va_end(list);
    return open_some(name, flags, mode);
}

int fsync(int fd) { return fails(CALL_SYNC) ? refuse() : NEXT(fsync)(fd); }
int fdatasync(int fd) { return fails(CALL_SYNC) ? refuse() : NEXT(fdatasync)(fd); }
int rename(const char *from, const char *to) { return fails(CALL_RENAME) ? refuse() : NEXT(rename)(from, to); }
int ftruncate(int fd, off_t length) { return fails(CALL_TRUNCATE) ? refuse() : NEXT(ftruncate)(fd, length); }
int ftruncate64(int fd, off_t length) { return fails(CALL_TRUNCATE) ? refuse() : NEXT(ftruncate)(fd, length); }

/* ---- memory, of whatever library provides it ---- */

struct provider {
    void *(*allocate)(size_t);
    void *(*clear)(size_t, size_t);
    void *(*resize)(void *, size_t);
    void (*release)(void *);
};

static struct provider provider;
static _Thread_local int looking;                 /* dlsym() itself may need memory: it gets some of these bytes */
static _Alignas(16) char early[64 * 1024];
static atomic_size_t early_used;

static void *take_early(size_t size)
{
    size_t from = atomic_fetch_add(&early_used, (size + 15) & ~(size_t)15);
    return from + size <= sizeof early ? early + from : NULL;
}

static int is_early(const void *memory)
{
    return (const char *)memory >= early && (const char *)memory < early + sizeof early;
}

static int ready(void)
{
    if (!provider.release && !looking) {
        looking = 1;
        provider.allocate = NEXT(malloc);
        provider.clear = NEXT(calloc);
        provider.resize = NEXT(realloc);
        provider.release = NEXT(free);
        looking = 0;
    }
    return provider.release && !looking;
}

/* Is CALLER, an address of code, outside the library that is spared? */
static int memory_fails(void *caller)
{
    Dl_info info;
    if (chosen != CALL_MEMORY || (dladdr(caller, &info) && info.dli_fname && strstr(info.dli_fname, "libpcre2")))
        return 0;
    return fails(CALL_MEMORY);
}

static void *no_memory(void)
{
    errno = ENOMEM;
    return NULL;
}

void *malloc(size_t size)
{
    if (!ready())
        return take_early(size);
    return memory_fails(__builtin_return_address(0)) ? no_memory() : provider.allocate(size);
}

void *calloc(size_t count, size_t size)
{
    if (!ready())
        return take_early(count * size); /* static bytes are 0 */
    return memory_fails(__builtin_return_address(0)) ? no_memory() : provider.clear(count, size);
}

void *realloc(void *old, size_t size)
{
    if (!ready() || is_early(old))
        return no_memory();
    return memory_fails(__builtin_return_address(0)) ? no_memory() : provider.resize(old, size);
}

void free(void *memory)
{
    if (memory && !is_early(memory) && ready())
        provider.release(memory);
}

/* ---- operator new, by the name that the linker knows ---- */

extern void throw_bad_alloc(void) __asm__("_ZSt17__throw_bad_allocv");
void *operator_new(size_t size) __asm__("_Znwm");

void *operator_new(size_t size)
{
    static void *(*allocate)(size_t);
    if (fails(CALL_NEW))
        throw_bad_alloc();
    if (!allocate)
        allocate = (void *(*)(size_t))next("_Znwm");
    return allocate(size);
}
