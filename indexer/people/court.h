/* court.h - whose words "Q." and "A.", "THE COURT:" and "THE WITNESS:" are, in the transcripts of hearings: who examines
 * ("BY MS. X:"), who is sworn, before whom. In an interview, whose answers "A:" are. */
#ifndef TRIBUNE_COURT_H
#define TRIBUNE_COURT_H

#include "people.h"

/* Fills .person of such turns where it can be told, and believes the names that witnesses say are theirs; to be called
 * when the people and the other turns' are known. */
void court_people(struct name_context *context, turn_list *turns, people_list *people);

#endif
