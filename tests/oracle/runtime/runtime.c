/*
 * Runs a generated program many times and says which source changes which sink. A trial is a base run, and for each
 * source three runs in which only this source has other values: one free, one with the decisions of the base run, one
 * with its decisions and its indices. What changes in the first is a dependency; in the last, of kind data; only in
 * the others, index or control.
 *
 * All static memory of the program is put back before each run, so that runs begin alike; what the runtime itself
 * keeps is on the heap. Under ORACLE_FORK each trial runs once, in a process of its own, with real threads: for
 * sanitizers.
 */
#define _GNU_SOURCE
#define ORACLE_RUN
#include "oracle.h"

#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROUNDS = 7, SOURCES = 96, SINKS = 256, MODELS = 16, INPUTS = 128, TAPE = 1 << 16, NAME = 48 };

enum mode { FREE, FROZEN_DECISIONS, FROZEN_ALL, MODES };

struct tape {
	long values[TAPE];
	int places[TAPE];
	int length, position;
};

struct log {
	uint64_t values[ROUNDS][SINKS];
	int counts[ROUNDS][SINKS];
};

struct runtime {
	char sources[SOURCES][NAME], sinks[SINKS][NAME];
	int source_count, sink_count;
	int signals[SOURCES], predictions[MODELS], inputs[MODELS][INPUTS]; /* 1 + the index above; 0: not known yet */

	uint64_t trial;
	int changed, only_round, only_element; /* changed: the source with other values; -1: none. -1: all */
	bool near;
	enum mode mode;
	bool replays;

	struct tape decisions, indices;
	struct log base, now;
	int round;
	bool invalid;
	pthread_t main;
	sigjmp_buf out;
	bool found[SOURCES][SINKS][MODES];
};

static struct runtime *rt;

int program_main(void);

static uint64_t mix(uint64_t x)
{
	x += 0x9e3779b97f4a7c15;
	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
	x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
	return x ^ (x >> 31);
}

static int name_find(char (*names)[NAME], int *count, int limit, const char *name)
{
	for (int i = 0; i < *count; i++)
		if (!strcmp(names[i], name))
			return i;
	if (*count == limit)
		abort();
	snprintf(names[*count], NAME, "%s", name);
	return (*count)++;
}

static int source_find(const char *kind, const char *name)
{
	char whole_name[NAME];
	snprintf(whole_name, sizeof whole_name, kind, name);
	return name_find(rt->sources, &rt->source_count, SOURCES, whole_name);
}

/* The same for what has a number, which is found often. */
static int source_of(int *numbered, const char *kind, int number)
{
	if (!numbered[number]) {
		char name[NAME];
		snprintf(name, sizeof name, "%d", number);
		numbered[number] = 1 + source_find(kind, name);
	}
	return numbered[number] - 1;
}

static int signal_source(int signal)
{
	return source_of(rt->signals, "signal:S%s", signal);
}

static bool is_changed(int source, int element)
{
	return source == rt->changed && (rt->only_round < 0 || rt->only_round == rt->round) &&
		(rt->only_element < 0 || rt->only_element == element);
}

static uint64_t bits_of(int source, int element, bool changed)
{
	uint64_t x = mix(mix(rt->trial * 1000003 + source) + rt->round * 131 + element);
	return changed ? mix(x + 77) : x;
}

/* Few different values in some trials, so that values are equal and thresholds are met; many in others. */
static double number_from(uint64_t bits, uint64_t style)
{
	switch (style % 4) {
	case 0: return (double)(int)(bits % 64) / 4 - 8;
	case 1: return (double)(int)(bits % 5) - 2;
	case 2: return (double)(bits % 1000) / 10;
	default: return (double)(bits % 100000) / 20000 - 2.5;
	}
}

static double number(int source, int element)
{
	uint64_t style = mix(rt->trial * 7 + source);
	bool changed = is_changed(source, element);
	if (changed && rt->near)
		return number_from(bits_of(source, element, false), style) + (bits_of(source, element, true) % 2 ? 0.25 : -1);
	return number_from(bits_of(source, element, changed), style);
}

static int whole(int source, int element)
{
	uint64_t bits = bits_of(source, element, is_changed(source, element));
	return (int)(bits >> 8) & (rt->trial % 3 ? 15 : 3);
}

double sense(int signal)
{
	return number(signal_source(signal), 0);
}

int sense_int(int signal)
{
	return whole(signal_source(signal), 0);
}

void sense_block(int signal, double *to, int count)
{
	int source = signal_source(signal);
	for (int i = 0; i < count; i++)
		to[i] = number(source, i);
}

void sense_text(int signal, char *to, int size)
{
	int source = signal_source(signal);
	uint64_t word = bits_of(source, 3, is_changed(source, 3));
	int fraction = whole(source, 2);
	char letters[5] = "";
	for (int i = 0; i < 1 + (int)(word % 4); i++)
		letters[i] = (char)('a' + (word >> (8 + 4 * i)) % 3);
	snprintf(to, (size_t)size, "%d,%d.%02d,%s", whole(source, 0), whole(source, 1), fraction * 6, letters);
}

static int sink_find(const char *name)
{
	return name_find(rt->sinks, &rt->sink_count, SINKS, name);
}

static void sink_put(int sink, double value)
{
	uint64_t bits = 1;
	if (value == value && value != 0)
		memcpy(&bits, &value, sizeof bits);
	else if (value == 0)
		bits = 0;
	rt->now.values[rt->round][sink] = mix(rt->now.values[rt->round][sink] ^ bits);
	rt->now.counts[rt->round][sink]++;
}

void kv_put(const char *key, double value)
{
	char name[NAME];
	snprintf(name, sizeof name, "store:kv[%s]", key);
	sink_put(sink_find(name), value);
}

double kv_get(const char *key)
{
	return number(source_find("store:kv[%s]", key), 0);
}

double oracle_infer(int model, const double *in, int count)
{
	for (int i = 0; i < count; i++) {
		int *sink = &rt->inputs[model][i];
		if (!*sink) {
			char name[NAME];
			snprintf(name, sizeof name, "model_%d %d", model, i);
			*sink = 1 + sink_find(name);
		}
		sink_put(*sink - 1, in[i]);
	}
	return number(source_of(rt->predictions, "prediction:model_%s", model), 0);
}

/* A run that leaves the track of the base run says nothing. */
static void run_ends(void)
{
	rt->invalid = true;
	if (pthread_equal(pthread_self(), rt->main))
		siglongjmp(rt->out, 1);
}

static long tape_pass(struct tape *tape, bool replay, long value, int place)
{
	int at = tape->position++;
	if (at >= TAPE || (replay && (at >= tape->length || tape->places[at] != place))) {
		run_ends();
		return value;
	}
	if (replay)
		return tape->values[at];
	if (rt->changed < 0) {
		tape->values[at] = value;
		tape->places[at] = place;
		tape->length = at + 1;
	}
	return value;
}

int oracle_decide(int value, int place)
{
	return (int)tape_pass(&rt->decisions, rt->mode != FREE, value, place);
}

long oracle_index(long value, int place)
{
	return tape_pass(&rt->indices, rt->mode == FROZEN_ALL, value, place);
}

static void signal_caught(int number)
{
	(void)number;
	rt->invalid = true;
	siglongjmp(rt->out, 1);
}

/* Ends the round and begins the next one. */
int next_round(void)
{
	return ++rt->round < ROUNDS;
}

static bool run_once(int changed, enum mode mode)
{
	rt->changed = changed;
	rt->mode = mode;
	rt->round = -1;
	rt->invalid = false;
	rt->decisions.position = rt->indices.position = 0;
	memset(&rt->now, 0, sizeof rt->now);
	if (!sigsetjmp(rt->out, 0))
		program_main();
	return !rt->invalid;
}

#ifndef ORACLE_FORK
/* One of the orders that threads may run in, and much cheaper: at once. */
int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*run)(void *), void *argument)
{
	(void)attributes;
	*thread = (pthread_t)run(argument);
	return 0;
}

int pthread_join(pthread_t thread, void **result)
{
	if (result)
		*result = (void *)thread;
	return 0;
}

extern char __data_start[], _end[];
static char *memory;

static void memory_restore(void)
{
	memcpy(__data_start, memory, (size_t)(_end - __data_start));
}

static void log_compare(int source, enum mode mode)
{
	for (int round = 0; round < ROUNDS; round++)
		for (int sink = 0; sink < rt->sink_count; sink++)
			if (rt->base.counts[round][sink] == rt->now.counts[round][sink] &&
				rt->base.values[round][sink] != rt->now.values[round][sink])
				rt->found[source][sink][mode] = true;
}

static void trial_run(int *runs, int *invalid)
{
	memory_restore();
	++*runs;
	if (!run_once(-1, FREE)) {
		++*invalid;
		return;
	}
	rt->base = rt->now;
	uint64_t how = mix(rt->trial);
	for (int source = 0; source < rt->source_count; source++) {
		rt->near = how % 4 == 0;
		rt->only_round = how / 4 % 3 ? -1 : (int)(how / 16 % ROUNDS);
		rt->only_element = how / 128 % 2 ? -1 : (int)(how / 256 % 4);
		for (enum mode mode = FREE; mode < MODES; mode++) {
			memory_restore();
			++*runs;
			if (run_once(source, mode))
				log_compare(source, mode);
			else
				++*invalid;
		}
		how = mix(how);
	}
}

static void report(void)
{
	for (int source = 0; source < rt->source_count; source++)
		for (int sink = 0; sink < rt->sink_count; sink++) {
			const bool *found = rt->found[source][sink];
			if (found[FREE])
				printf("edge\t%s\t%s\t%s\n", rt->sources[source], rt->sinks[sink],
					found[FROZEN_ALL] ? "data" : found[FROZEN_DECISIONS] ? "index" : "control");
		}
	for (int sink = 0; sink < rt->sink_count; sink++)
		printf("sink\t%s\n", rt->sinks[sink]);
}
#endif

int main(int argc, char **argv)
{
	int trials = argc > 1 ? atoi(argv[1]) : 100, runs = 0, invalid = 0;
	uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
	rt = calloc(1, sizeof *rt);
	rt->main = pthread_self();
	rt->only_round = rt->only_element = -1;
#ifdef ORACLE_FORK
	for (int i = 0; i < trials; i++) {
		rt->trial = seed * 100000 + (uint64_t)i;
		fflush(stdout);
		pid_t child = fork();
		if (!child)
			_exit(run_once(-1, FREE) ? 0 : 3);
		int status;
		waitpid(child, &status, 0);
		runs++;
		if (status) {
			printf("bad\t%d\t%d\n", i, status);
			return 1;
		}
	}
#else
	struct sigaction action = { .sa_handler = signal_caught, .sa_flags = SA_NODEFER };
	sigaction(SIGSEGV, &action, NULL);
	sigaction(SIGBUS, &action, NULL);
	sigaction(SIGFPE, &action, NULL);
	size_t size = (size_t)(_end - __data_start);
	memory = malloc(size);
	memcpy(memory, __data_start, size);
	for (int i = 0; i < trials; i++) {
		rt->trial = seed * 100000 + (uint64_t)i;
		trial_run(&runs, &invalid);
	}
	report();
#endif
	printf("runs\t%d\t%d\n", runs, invalid);
	return 0;
}
