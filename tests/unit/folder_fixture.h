/* folder_fixture.h - a folder of a test's own, with a path in it for a database; gone when the test ends. */
#ifndef TRIBUNE_FOLDER_FIXTURE_H
#define TRIBUNE_FOLDER_FIXTURE_H

#include <stdio.h>
#include <stdlib.h>

struct fixture {
    char folder[64], path[80];
};

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    if (!fixture)
        return -1;
    snprintf(fixture->folder, sizeof fixture->folder, "/tmp/tribune-test-XXXXXX");
    if (!mkdtemp(fixture->folder))
        return -1;
    snprintf(fixture->path, sizeof fixture->path, "%s/db", fixture->folder);
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", fixture->folder);
    int result = system(command);
    free(fixture);
    return result;
}

#endif
