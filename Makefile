# Tribune: who said what, where and when, in reports.
#   make demo   make test   make serve   make install      all bench eval asan lint fuzz clean check [ONLY="names"]
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

PKG_SEARCH = xapian-core libutf8proc libdeflate
PKG_DOORS = fcgi
PKG_SERVE = libmicrohttpd # its header only: --serve loads it
PKG_INDEX = libxml-2.0 libpcre2-8 md4c jansson
PKG_TEST = cmocka
have_pkgs := $(shell pkg-config --exists $(PKG_SEARCH) $(PKG_DOORS) $(PKG_SERVE) $(PKG_INDEX) 2>/dev/null && echo yes)
ifeq ($(have_pkgs),yes)
PKG_CFLAGS := $(shell pkg-config --cflags $(PKG_SEARCH) $(PKG_DOORS) $(PKG_SERVE) $(PKG_INDEX))
# A short process is half dynamic linking: three small libraries go into the programs where they can, and the C++ library is
# asked for its symbols first, most of them being its own.
archived = $(or $(filter /%,$(shell $(CC) -print-file-name=lib$(1).a)),-l$(1))
LIBS_DOORS := $(patsubst -lfcgi,$(call archived,fcgi),$(shell pkg-config --libs $(PKG_DOORS)))
LIBS_SEARCH := -lstdc++ $(patsubst -ldeflate,$(call archived,deflate),\
	$(patsubst -lutf8proc,$(call archived,utf8proc),$(shell pkg-config --libs $(PKG_SEARCH)))) -lm
LIBS_INDEX := $(shell pkg-config --libs $(PKG_SEARCH) $(PKG_INDEX)) -lm
endif
# An allocator that takes a tenth off indexing, where it is there. Not under a sanitizer, which brings its own.
ifeq ($(findstring -fsanitize,$(CXXFLAGS)),)
LIBS_MALLOC := $(shell pkg-config --silence-errors --libs jemalloc)
endif
have_cmocka := $(shell pkg-config --exists $(PKG_TEST) 2>/dev/null && echo yes)
ifeq ($(have_cmocka),yes)
PKG_CFLAGS += $(shell pkg-config --cflags $(PKG_TEST))
LIBS_TEST := $(shell pkg-config --libs $(PKG_TEST))
endif

DEFINES = -D_GNU_SOURCE -DTRIBUNE_VERSION='"$(VERSION)"' -DPCRE2_CODE_UNIT_WIDTH=8
INCLUDES = -Ilib -I$(BUILD)/generated
ALL_CFLAGS = -std=c11 -pthread $(CFLAGS) $(WARNINGS) $(DEFINES) $(INCLUDES) $(PKG_CFLAGS) -MMD -MP
ALL_CXXFLAGS = -std=c++17 $(CXXFLAGS) $(WARNINGS) $(DEFINES) $(INCLUDES) $(PKG_CFLAGS) -MMD -MP

# lib/ is split by who may link what; anything not named here belongs to both programs.
LIB_WRITE_SRC = $(wildcard lib/db_write*.cc lib/db_write*.c)
LIB_READ_SRC = $(filter-out $(LIB_WRITE_SRC),$(wildcard lib/*.c lib/*.cc))
INDEXER_DIRS = indexer $(patsubst %/,%,$(wildcard indexer/*/))
INDEXER_SRC = $(foreach dir,$(INDEXER_DIRS),$(wildcard $(dir)/*.c))
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
	$(CXX) -pthread $(CXXFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS_INDEX) $(LIBS_MALLOC)

$(BUILD)/tribune-search: $(SEARCHER) $(LIB_READ)
	$(CXX) -pthread $(CXXFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS_SEARCH) $(LIBS_DOORS)

$(BUILD)/obj/%.c.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

$(BUILD)/obj/%.cc.o: %.cc
	@mkdir -p $(@D)
	$(CXX) $(ALL_CXXFLAGS) -c -o $@ $<

# The gazetteer: text files in corpus/gazetteer/, compiled to one mapped table inside tribune-index.
$(BUILD)/gazetteer-compile: $(call objects,$(wildcard corpus/gazetteer/*.c)) $(LIB_READ)
	$(CXX) -pthread $(CXXFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS_SEARCH)

$(BUILD)/gazetteer.bin: $(BUILD)/gazetteer-compile $(wildcard corpus/gazetteer/*.tsv)
	$(BUILD)/gazetteer-compile corpus/gazetteer $@

$(BUILD)/obj/gazetteer_data.o: indexer/gazetteer_data.S $(BUILD)/gazetteer.bin
	@mkdir -p $(@D)
	$(CC) -DGAZETTEER_FILE='"$(BUILD)/gazetteer.bin"' -c -o $@ $<

# What a change makes old: reports read or understood by other code than this are done again.
READING_CODE = $(wildcard indexer/read/*.c indexer/text/*.c)
EXTRACTION_CODE = indexer/extract.c indexer/extract_people.c $(foreach dir,names lists turns programme places dates corrections \
	people passages,$(wildcard indexer/$(dir)/*.c)) $(wildcard lib/token*.c lib/fold*.c) lib/calendar.c lib/period.c
$(BUILD)/generated/stage_fingerprints.h: $(READING_CODE) $(EXTRACTION_CODE)
	@mkdir -p $(@D)
	printf '#define READING_FINGERPRINT %su\n#define EXTRACTION_FINGERPRINT %su\n' \
	    "$$(cat $(READING_CODE) | cksum | cut -d' ' -f1)" "$$(cat $(EXTRACTION_CODE) | cksum | cut -d' ' -f1)" >$@
$(BUILD)/obj/indexer/extract.c.o: $(BUILD)/generated/stage_fingerprints.h

$(BUILD)/obj/indexer/%.c.o: INCLUDES += $(addprefix -I,$(INDEXER_DIRS))

$(BUILD)/obj/searcher/style.c.o: searcher/style.css

# Unit tests link everything but the two main functions.
TESTED = $(filter-out %/main.c.o,$(INDEXER) $(SEARCHER)) $(LIB_READ) $(LIB_WRITE)
$(BUILD)/libtested.a: $(TESTED)
	rm -f $@ && $(AR) rcs $@ $^

$(BUILD)/tests/%: $(BUILD)/obj/tests/unit/%.c.o $(BUILD)/libtested.a
	@mkdir -p $(@D)
	$(CXX) -pthread $(CXXFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS_INDEX) $(LIBS_TEST)

$(BUILD)/obj/tests/unit/%.c.o: INCLUDES += $(addprefix -I,$(INDEXER_DIRS)) -Isearcher -Itests
.PHONY: unit
unit: $(UNIT)

# ---- what a person types ----

DEMO_DB = $(BUILD)/demo.db

.PHONY: demo demo-run
demo:
	@./setup.sh build
	@$(MAKE) --no-print-directory all
	@$(MAKE) --no-print-directory demo-run
	@$(if $(SERVE),$(MAKE) --no-print-directory serve,true)
demo-run:
	@sh docs/examples/demo.sh $(BUILD) $(DEMO_DB)

.PHONY: test check
test:
	@./setup.sh test
	@$(MAKE) --no-print-directory all unit >$(BUILD).log 2>&1 || { tail -40 $(BUILD).log; exit 1; }
	@rm -f $(BUILD).log
	@tests/run $(BUILD)
check: all unit
	@tests/run $(BUILD) $(ONLY)

.PHONY: install
install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/man/man5 \
	    $(DESTDIR)$(PREFIX)/share/doc/tribune/examples
	install $(BUILD)/tribune-index $(BUILD)/tribune-search $(DESTDIR)$(PREFIX)/bin
	install -m 644 docs/*.1 $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 644 docs/*.5 $(DESTDIR)$(PREFIX)/share/man/man5
	install -m 644 README.md LICENSE docs/*.md $(DESTDIR)$(PREFIX)/share/doc/tribune
	install -m 644 docs/examples/* $(DESTDIR)$(PREFIX)/share/doc/tribune/examples

.PHONY: serve
serve:
	@./setup.sh serve
	@$(MAKE) --no-print-directory all
	@[ -d $(DEMO_DB) ] || $(BUILD)/tribune-index --quiet $(DEMO_DB) corpus/reports
	@sh docs/examples/serve.sh $(BUILD) $(DEMO_DB)

# The page in a real Chromium; screenshots are put in SHOTS.
SHOTS ?= $(BUILD)/browser/screenshots
.PHONY: browser
browser: all
	@sh tests/browser/run.sh $(BUILD) $(SHOTS)

.PHONY: eval
eval: all
	@if [ -x ../shared/eval/run ]; then ../shared/eval/run $(BUILD) $(KIT); else echo "eval: no ../shared/eval beside the project"; fi
	@$(BUILD)/tribune-index --dump corpus/reports | python3 tests/score.py

# ---- what a developer runs ----

SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
.PHONY: asan
asan:
	@# libxapian 1.4's Database::check frees an object under its parent's size: its defect, not ours
	@ASAN_OPTIONS=new_delete_type_mismatch=0 $(MAKE) --no-print-directory BUILD=$(BUILD)-asan \
	    CFLAGS="-O1 -g $(SANITIZE)" CXXFLAGS="-O1 -g $(SANITIZE)" check

# cppcheck does not follow a variable that a function fills through its address (gcc and the sanitizers do), nor symbols that
# an assembler file defines, nor that gcc and clang shift signed numbers arithmetically.
CPPCHECK_PASSED = $(addprefix --suppress=,uninitvar legacyUninitvar uninitStructMember ctuuninitvar comparePointers \
	nullPointerRedundantCheck shiftTooManyBitsSigned)
.PHONY: lint
lint:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)-lint CFLAGS="-O2 -Werror" CXXFLAGS="-O2 -Werror" all unit >/dev/null
	@if command -v cppcheck >/dev/null; then cppcheck -q --std=c11 --error-exitcode=1 --inline-suppr \
	    --enable=warning,portability $(CPPCHECK_PASSED) -Ilib $(addprefix -I,$(INDEXER_DIRS)) -Isearcher lib indexer searcher; \
	    else echo "lint: no cppcheck here"; fi
	@if command -v mandoc >/dev/null; then mandoc -T lint -W warning docs/*.[158]; else echo "lint: no mandoc here"; fi

# Fuzzers, each for FUZZ_SECONDS, with clang's libFuzzer.
FUZZ_SECONDS ?= 60
FUZZ_SRC = $(wildcard tests/fuzz/fuzz_*.c)
.PHONY: fuzz
fuzz:
	@command -v clang >/dev/null || command -v clang-14 >/dev/null || { echo "fuzz: install clang and libclang-rt-14-dev"; exit 1; }
	@FUZZ_CC=$$(command -v clang || command -v clang-14); FUZZ_CXX=$$(command -v clang++ || command -v clang++-14); \
	flags="-O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined"; \
	$(MAKE) --no-print-directory BUILD=$(BUILD)-fuzz CC="$$FUZZ_CC" CXX="$$FUZZ_CXX" CFLAGS="$$flags" CXXFLAGS="$$flags" \
	    $(BUILD)-fuzz/libtested.a >/dev/null && \
	for source in $(FUZZ_SRC); do \
	    name=$$(basename $$source .c); mkdir -p $(BUILD)-fuzz/corpus/$$name; \
	    "$$FUZZ_CC" -std=c11 $(DEFINES) $(INCLUDES) -I$(BUILD)-fuzz/generated $(addprefix -I,$(INDEXER_DIRS)) -Isearcher $(PKG_CFLAGS) -O1 -g \
	        -fsanitize=fuzzer-no-link,address,undefined -c -o $(BUILD)-fuzz/$$name.o $$source && \
	    "$$FUZZ_CXX" -pthread -fsanitize=fuzzer,address,undefined -o $(BUILD)-fuzz/$$name $(BUILD)-fuzz/$$name.o \
	        $(BUILD)-fuzz/libtested.a $(LIBS_INDEX) && \
	    echo "== $$name" && $(BUILD)-fuzz/$$name -max_total_time=$(FUZZ_SECONDS) -max_len=20000 -rss_limit_mb=4096 \
	        -print_final_stats=1 $(BUILD)-fuzz/corpus/$$name 2>&1 | grep -E 'ERROR|SUMMARY|number_of_executed|^==' || exit 1; \
	done

-include tests/bench/bench.mk
-include tests/faults/faults.mk

# Measures beside peers and floors: FILES is a folder of reports (the bulk set, which is downloaded).
.PHONY: bench
bench: all
	@./setup.sh bench
	@[ -d $(DEMO_DB) ] || $(BUILD)/tribune-index --quiet $(DEMO_DB) corpus/reports
	@$(MAKE) --no-print-directory bench-index
	@$(MAKE) --no-print-directory bench-query DB=$(DEMO_DB)
	@$(MAKE) --no-print-directory bench-web

.PHONY: clean
clean:
	rm -rf $(BUILD) $(BUILD)-asan $(BUILD)-lint $(BUILD)-fuzz

-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)
