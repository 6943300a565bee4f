# Tribune: who said what, where and when, in reports.  Targets: all demo test install clean asan lint bench eval fuzz serve
#
# Object groups are the architecture: the search program links no writing code, the indexing program no searching code.

PREFIX ?= /usr/local
DESTDIR ?=
BUILD ?= build
CC = gcc
CXX = g++
AR = ar
CFLAGS ?= -O2 -g
CXXFLAGS ?= -O2 -g
WARNINGS = -Wall -Wextra -Wshadow -Wconversion
VERSION = 0.1

ifneq ($(filter clean help,$(MAKECMDGOALS)),$(or $(MAKECMDGOALS),none))
PKG_SEARCH = xapian-core libutf8proc libpcre2-8 zlib
PKG_INDEX = libxml-2.0 md4c jansson
PKG_TEST = cmocka
have_pkgs := $(shell pkg-config --exists $(PKG_SEARCH) $(PKG_INDEX) $(PKG_TEST) 2>/dev/null && echo yes)
ifeq ($(have_pkgs),yes)
PKG_CFLAGS := $(shell pkg-config --cflags $(PKG_SEARCH) $(PKG_INDEX) $(PKG_TEST))
LIBS_SEARCH := $(shell pkg-config --libs $(PKG_SEARCH)) -lm
LIBS_INDEX := $(shell pkg-config --libs $(PKG_SEARCH) $(PKG_INDEX)) -lm
LIBS_TEST := $(shell pkg-config --libs $(PKG_TEST))
endif
endif

DEFINES = -D_GNU_SOURCE -DTRIBUNE_VERSION='"$(VERSION)"' -DPCRE2_CODE_UNIT_WIDTH=8
INCLUDES = -Ilib -I$(BUILD)/generated
ALL_CFLAGS = -std=c11 -pthread $(CFLAGS) $(WARNINGS) $(DEFINES) $(INCLUDES) $(PKG_CFLAGS) -MMD -MP
ALL_CXXFLAGS = -std=c++17 $(CXXFLAGS) $(WARNINGS) $(DEFINES) $(INCLUDES) $(PKG_CFLAGS) -MMD -MP

# lib/ is split by who may link what; anything not named here belongs to both programs.
LIB_WRITE_SRC = $(wildcard lib/db_write*.cc lib/db_write*.c)
LIB_READ_SRC = $(filter-out $(LIB_WRITE_SRC),$(wildcard lib/*.c lib/*.cc))
INDEXER_SRC = $(wildcard indexer/*.c)
SEARCHER_SRC = $(wildcard searcher/*.c)
UNIT_SRC = $(wildcard tests/unit/test_*.c)

objects = $(patsubst %,$(BUILD)/obj/%.o,$(1))
LIB_READ = $(call objects,$(LIB_READ_SRC))
LIB_WRITE = $(call objects,$(LIB_WRITE_SRC))
INDEXER = $(call objects,$(INDEXER_SRC)) $(BUILD)/obj/gazetteer_data.o
SEARCHER = $(call objects,$(SEARCHER_SRC))
UNIT = $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(UNIT_SRC))

.PHONY: all
all: $(BUILD)/tribune-index $(BUILD)/tribune-search

$(BUILD)/tribune-index: $(INDEXER) $(LIB_READ) $(LIB_WRITE)
	$(CXX) -pthread $(CXXFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS_INDEX)

$(BUILD)/tribune-search: $(SEARCHER) $(LIB_READ)
	$(CXX) -pthread $(CXXFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS_SEARCH)

$(BUILD)/obj/%.c.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

$(BUILD)/obj/%.cc.o: %.cc
	@mkdir -p $(@D)
	$(CXX) $(ALL_CXXFLAGS) -c -o $@ $<

# The gazetteer: text files in corpus/gazetteer/, compiled to one mapped table inside tribune-index.
$(BUILD)/gazetteer-compile: $(call objects,corpus/gazetteer/compile.c) $(LIB_READ)
	$(CXX) -pthread $(CXXFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS_SEARCH)

$(BUILD)/gazetteer.bin: $(BUILD)/gazetteer-compile $(wildcard corpus/gazetteer/*.tsv)
	$(BUILD)/gazetteer-compile corpus/gazetteer $@

$(BUILD)/obj/gazetteer_data.o: indexer/gazetteer_data.S $(BUILD)/gazetteer.bin
	@mkdir -p $(@D)
	$(CC) -DGAZETTEER_FILE='"$(BUILD)/gazetteer.bin"' -c -o $@ $<

# What a change makes old: reports read or understood by other code than this are done again.
READING_CODE = $(wildcard indexer/parse*.c indexer/charset.c indexer/front_matter.c indexer/metadata.c \
	indexer/main_content.c indexer/attachments.c indexer/html_*.c indexer/json_ld.c indexer/markdown_*.c indexer/lines.c \
	indexer/report*.c)
EXTRACTION_CODE = $(filter-out $(READING_CODE) indexer/main.c indexer/index_options.c indexer/progress.c indexer/pool.c \
	indexer/dump.c indexer/store.c indexer/source%.c,$(wildcard indexer/*.c)) lib/token.c lib/calendar.c
$(BUILD)/generated/stage_fingerprints.h: $(READING_CODE) $(EXTRACTION_CODE)
	@mkdir -p $(@D)
	printf '#define READING_FINGERPRINT %su\n#define EXTRACTION_FINGERPRINT %su\n' \
	    "$$(cat $(READING_CODE) | cksum | cut -d' ' -f1)" "$$(cat $(EXTRACTION_CODE) | cksum | cut -d' ' -f1)" >$@
$(BUILD)/obj/indexer/extract.c.o: $(BUILD)/generated/stage_fingerprints.h

# Unit tests link everything but the two main functions.
TESTED = $(filter-out %/main.c.o,$(INDEXER) $(SEARCHER)) $(LIB_READ) $(LIB_WRITE)
$(BUILD)/libtested.a: $(TESTED)
	rm -f $@ && $(AR) rcs $@ $^

$(BUILD)/tests/%: $(BUILD)/obj/tests/unit/%.c.o $(BUILD)/libtested.a
	@mkdir -p $(@D)
	$(CXX) -pthread $(CXXFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS_INDEX) $(LIBS_TEST)

$(BUILD)/obj/tests/unit/%.c.o: INCLUDES += -Iindexer -Isearcher -Itests
.PHONY: unit
unit: $(UNIT)

.PHONY: clean
clean:
	rm -rf $(BUILD)

-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)
