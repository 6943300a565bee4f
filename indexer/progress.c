#include "progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "json_write.h"
#include "utf8.h"

enum { BAR_WIDTH = 24, NAME_WIDTH = 40 };

static const double REDRAW_SECONDS = 0.1, LINE_SECONDS = 10;

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

void progress_begin(struct progress *progress, enum progress_mode mode, size_t files)
{
    bool terminal = isatty(STDERR_FILENO);
    double started = now();
    *progress = (struct progress){ .files = files, .started = started, .json = mode == PROGRESS_JSON,
                                   .bar = mode == PROGRESS_ALWAYS || (mode == PROGRESS_AUTO && terminal),
                                   .lines = mode == PROGRESS_AUTO && !terminal };
    if (progress->lines)
        progress->shown = started; /* a short run says nothing */
}

static void draw_json(const struct progress *progress, const char *file, double seconds)
{
    struct arena arena = ARENA_INIT(0);
    if (arena_guard(&arena) == 0) {
        struct buf out = BUF_INIT(&arena);
        struct json json = JSON_INIT(&out);
        json_open(&json, NULL, '{');
        json_int(&json, "done", (int64_t)progress->done);
        json_int(&json, "files", (int64_t)progress->files);
        json_int(&json, "bytes", (int64_t)progress->bytes);
        json_double(&json, "seconds", seconds, 2);
        json_string(&json, "file", file);
        json_close(&json);
        fprintf(stderr, "%s\n", out.bytes);
    }
    arena_fini(&arena);
}

static void write_figures(const struct progress *progress, double seconds)
{
    double rate = seconds > 0 ? (double)progress->bytes / 1e6 / seconds : 0;
    double left = progress->done ? seconds / (double)progress->done * (double)(progress->files - progress->done) : 0;
    fprintf(stderr, "%zu/%zu files, %.1f MB, %.1f MB/s, %.0f s left", progress->done, progress->files,
            (double)progress->bytes / 1e6, rate, left);
}

static void draw_bar(const struct progress *progress, const char *file, double seconds)
{
    char bar[BAR_WIDTH + 1], name[NAME_WIDTH * 4 + 1];
    size_t filled = progress->files ? progress->done * BAR_WIDTH / progress->files : BAR_WIDTH, n = 0;
    for (size_t i = 0; i < BAR_WIDTH; i++)
        bar[i] = i < filled ? '=' : ' ';
    bar[BAR_WIDTH] = '\0';
    for (size_t i = 0, step, width = 0; file[i] && width < NAME_WIDTH; i += step, width++) {
        uint32_t c = utf8_decode(file + i, strlen(file + i), &step);
        bool shown = c != UTF8_INVALID && c >= 0x20 && c != 0x7F; /* a file name may hold a terminal's commands */
        if (!shown)
            name[n++] = '?';
        for (size_t k = 0; shown && k < step; k++)
            name[n++] = file[i + k];
    }
    name[n] = '\0';
    fprintf(stderr, "\r[%s] ", bar);
    write_figures(progress, seconds);
    fprintf(stderr, "  %s\033[K", name);
}

void progress_step(struct progress *progress, const char *file, uint64_t bytes)
{
    progress->done++;
    progress->bytes += bytes;
    if (!progress->bar && !progress->json && !progress->lines)
        return;
    double time = now(), pause = progress->lines ? LINE_SECONDS : REDRAW_SECONDS;
    if (time - progress->shown < pause && (progress->lines || progress->done < progress->files))
        return;
    progress->shown = time;
    if (progress->lines) {
        write_figures(progress, time - progress->started);
        fputc('\n', stderr);
    } else if (progress->json)
        draw_json(progress, file, time - progress->started);
    else
        draw_bar(progress, file, time - progress->started);
}

void progress_clear(const struct progress *progress)
{
    if (progress->bar && progress->shown > 0)
        fputs("\r\033[K", stderr);
}
