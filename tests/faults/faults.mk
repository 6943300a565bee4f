# What goes wrong: included by the Makefile. make test takes samples of these.

$(BUILD)/fault.so: tests/faults/fault.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -O1 -g $(WARNINGS) -D_GNU_SOURCE -shared -fPIC -fexceptions -o $@ $< -ldl -lstdc++

# make faults [FAULT_POINTS=600]: calls that fail one by one while a database is brought up to date
FAULT_POINTS ?= 600
.PHONY: faults
faults: all $(BUILD)/fault.so
	@python3 tests/faults/faults.py $(BUILD) --points $(FAULT_POINTS) tests/faults/reports

# make kills [KILLS=300]: killed at as many random instants
KILLS ?= 300
.PHONY: kills
kills: all $(BUILD)/fault.so
	@python3 tests/faults/faults.py $(BUILD) --kills $(KILLS) tests/faults/reports

# make tree [TREE=100000]: a tree of so many tiny files
TREE ?= 100000
.PHONY: tree
tree: all
	@sh tests/faults/tree.sh $(BUILD) $(TREE)
