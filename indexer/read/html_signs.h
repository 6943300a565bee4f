/* html_signs.h - what the attributes of an element say of its part on the page, found once for the whole tree: class
 * and id names repeat thousands of times. */
#ifndef TRIBUNE_HTML_SIGNS_H
#define TRIBUNE_HTML_SIGNS_H

#include "html_tree.h"

enum html_sign {
    SIGN_HIDDEN = 1 << 0,      /* never shown: hidden, aria-hidden, display:none, scripts and the like */
    SIGN_BOILERPLATE = 1 << 1, /* class, id or role names a menu, a footer, a banner… */
    SIGN_MAIN = 1 << 2,        /* class, id, role or element names the content */
    SIGN_SPEAKER = 1 << 3,     /* class names who speaks */
    SIGN_METADATA = 1 << 4,    /* class names a byline or a date, or it has an itemprop */
    SIGN_BOLD = 1 << 5,        /* style makes it bold */
    SIGN_BULLET = 1 << 6,      /* an image that stands for a bullet */
    SIGN_NOTE = 1 << 7,        /* the call of a footnote */
    SIGN_CREDIT = 1 << 8,      /* class names authors, presenters, chairs */
    SIGN_ORIGIN = 1 << 9       /* class names where somebody is from */
};

/* Fills the signs of all nodes. */
void html_signs_read(struct html_tree *tree);

#endif
