/* maintain.h - what tribune-index does with a database that is there: check it, compact it, tell what it holds, give
 * all of it back. Failures name the database; the checks and figures are written to OUT. */
#ifndef TRIBUNE_MAINTAIN_H
#define TRIBUNE_MAINTAIN_H

#include <stdbool.h>
#include <stdio.h>

#include "error.h"

/* Rewrites both halves without the room that updates left, and puts each in its place at once: killed at any
 * instant, the database is whole. Takes the writers' lock (WAIT as in store.h). Needs as much disk again meanwhile. */
enum status maintain_compact(const char *path, bool wait, FILE *out, struct error *error);

/* Reads everything: the two halves' structure, every report's record and text, and whether each report has its
 * passages and each passage its report. Takes the writers' lock. *SOUND: all is well. Each fault is a line on OUT. */
enum status maintain_check(const char *path, bool wait, FILE *out, bool *sound, struct error *error);

/* How many reports, passages, speakers, places; the span of dates; the commonest of each. As text, or as one object of
 * JSON. */
enum status maintain_stats(const char *path, bool json, FILE *out, struct error *error);

/* Every report as the line that --dump prints, and what importing needs (dump.h), in the order they were stored. Goes on
 * while another process writes. */
enum status maintain_export(const char *path, FILE *out, struct error *error);

struct maintain_import {
    size_t added, updated, refused;
};

/* Puts the reports of FILE ("-": standard input), lines as maintain_export() prints them, into the database, which is
 * made when it is not there. A line that is none is named on COMPLAINTS with what is wrong, and the rest goes on. Takes
 * the writers' lock (WAIT as in store.h). */
enum status maintain_import(const char *path, const char *file, bool wait, FILE *complaints,
                            struct maintain_import *counts, struct error *error);

#endif
