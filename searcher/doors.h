/* doors.h - the ways in: each makes requests (request.h) of what it is given and puts the answers out. Each returns
 * the program's exit status. */
#ifndef TRIBUNE_DOORS_H
#define TRIBUNE_DOORS_H

enum { EXIT_FOUND = 0, EXIT_NOTHING = 1, EXIT_BAD_USAGE = 2, EXIT_UNREADABLE = 3 };

/* The command line. */
int door_cli(int argc, char *const *argv);

/* One request of a web server, by the CGI (RFC 3875): settings from the file that TRIBUNE_CONFIG names. */
int door_cgi(void);

#endif
