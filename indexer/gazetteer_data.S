/* The compiled gazetteer as read-only data of the program; the Makefile names the file. */
    .section .rodata
    .balign 16
    .globl gazetteer_data_start
    .globl gazetteer_data_end
gazetteer_data_start:
    .incbin GAZETTEER_FILE
gazetteer_data_end:
    .byte 0

#if defined(__linux__) && defined(__ELF__)
    .section .note.GNU-stack, "", %progbits
#endif
