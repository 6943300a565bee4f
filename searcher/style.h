/* style.h - the page's style sheet, compiled in from style.css. */
#ifndef TRIBUNE_STYLE_H
#define TRIBUNE_STYLE_H

#include "buf.h"
#include "config.h"

/* The style sheet with the site's colour. */
void style_sheet(struct buf *out, const struct config *config);

/* Changes when the sheet does: its address carries it, so that browsers can keep it for ever. */
const char *style_version(struct arena *arena, const struct config *config);

#endif
