# Programs and targets that measure. Included by the Makefile.

LAYOUTS_SRC = tests/bench/storage/layouts.c indexer/store/term_set.c indexer/store/word_table.c
$(BUILD)/obj/tests/bench/%.c.o: INCLUDES += $(addprefix -I,$(INDEXER_DIRS))

$(BUILD)/bench-layouts: $(call objects,$(LAYOUTS_SRC)) $(LIB_READ) $(LIB_WRITE)
	$(CXX) $(CXXFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS_SEARCH)

# make bench-storage SETS="notes=FOLDER pages=FOLDER": the comparison of docs/storage.md
.PHONY: bench-storage
bench-storage: $(BUILD)/bench-layouts
	sh tests/bench/storage/run.sh $(BUILD)/bench-layouts $(BUILD)/storage $(SETS)

QUERY_SRC = $(wildcard searcher/search*.c searcher/plan*.c searcher/query*.c) searcher/highlight.c searcher/snippet.c \
	searcher/suggest.c searcher/complete.c searcher/remarks.c
$(BUILD)/obj/tests/bench/query/%.c.o: INCLUDES += -Isearcher
$(BUILD)/bench-queries: $(call objects,tests/bench/query/bench.c $(QUERY_SRC)) $(LIB_READ)
	$(CXX) -pthread $(CXXFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS_SEARCH)

# make bench-query DB=DATABASE: how long queries take in process, beside the least that Xapian does with the same words
.PHONY: bench-query
bench-query: $(BUILD)/bench-queries
	$(BUILD)/bench-queries $(DB)

# make bench-index [FILES=FOLDER]: indexing, beside omindex on the same files; without FILES on the bulk set, which is
# downloaded to BENCH_SET once
BENCH_SET ?= $(BUILD)/bench-set
.PHONY: bench-index
bench-index: $(BUILD)/tribune-index
	@./setup.sh bench
	@files=$(FILES); [ -n "$$files" ] || files=$$(sh tests/bench/index/corpus.sh $(BENCH_SET)) || exit 1; \
	python3 tests/bench/index/compare.py $(BUILD) "$$files"

$(BUILD)/bench-nothing: tests/bench/web/nothing.cc
	$(CXX) $(ALL_CXXFLAGS) -o $@ $< $(shell pkg-config --libs xapian-core)

# make bench-web [FILES=FOLDER]: a CGI process beside Omega's, requests per second by each door, weight of pages
.PHONY: bench-web
bench-web: all $(BUILD)/bench-nothing
	@./setup.sh bench
	@python3 tests/bench/web/bench.py $(BUILD) $(BUILD)/bench-nothing $(or $(FILES),corpus/reports)

# make bench-growth [SIZES=10,100]: how indexing and queries grow with the collection (thousands of passages; 1000 takes
# an hour and 10 GB)
SIZES ?= 10,100
$(BUILD)/bench-make-reports: tests/bench/growth/make_reports.c
	@mkdir -p $(@D)
	$(CC) -std=c11 $(CFLAGS) $(WARNINGS) $(DEFINES) -o $@ $< -lm
.PHONY: bench-growth
bench-growth: all $(BUILD)/bench-make-reports $(BUILD)/bench-queries
	@python3 tests/bench/growth/grow.py $(BUILD) --sizes $(SIZES)
