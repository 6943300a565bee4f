/* doors.h - the ways in: each makes requests (request.h) of what it is given and puts the answers out. Each returns
 * the program's exit status. */
#ifndef TRIBUNE_DOORS_H
#define TRIBUNE_DOORS_H

#include <stdbool.h>

#include "record.h"

enum { EXIT_FOUND = 0, EXIT_NOTHING = 1, EXIT_BAD_USAGE = 2, EXIT_UNREADABLE = 3 };

/* The command line. */
int door_cli(int argc, char *const *argv);

/* One request of a web server, by the CGI (RFC 3875): settings from the file that TRIBUNE_CONFIG names. */
int door_cgi(void);

/* Requests of a web server by FastCGI, one after the other, until SIGTERM; settings as above. The database stays open
 * and moves on with every commit. */
int door_fastcgi(void);
bool door_fastcgi_is_open(void); /* was the program started for that? */

/* A web server of its own at PLACE ("[HOST:]PORT"; host 127.0.0.1, port 0 for any that is free), until SIGINT or
 * SIGTERM. DATABASES, unless empty, go before those of the settings file, which need not be there. */
int door_serve(const char *place, const string_list *databases);

#endif
