/* quotation.h - where what somebody says is set between quotation marks. */
#ifndef TRIBUNE_QUOTATION_H
#define TRIBUNE_QUOTATION_H

#include "names.h"

/* The lexeme after the quotation that opens at lexeme I; I when none does, or it has no end nearby before byte END. */
uint32_t quotation_end(const struct name_context *context, uint32_t i, uint32_t end);

#endif
