/*
 * Runs a fuzz target without libFuzzer: ITERATIONS mutations of the seed files, the same in every run. Mutations work
 * on bytes, on numbers and on whole words and lines, because most of the language of the readers is made of these.
 *
 * usage: fuzz_NAME ITERATIONS SEED…      with 0 iterations: the seeds as they are
 */
#include "base/text.h"
#include "base/vec.h"

#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint64_t random_state = 0x9e3779b97f4a7c15ULL;

static uint32_t random_below(uint32_t limit)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 7;
	random_state ^= random_state << 17;
	return limit ? (uint32_t)(random_state >> 32) % limit : 0;
}

/* The piece of TEXT around a random byte that has no byte of SEPARATORS in it. */
static void random_piece(const Text *text, const char *separators, size_t *first, size_t *end)
{
	size_t at = random_below((uint32_t)text->len);

	for (*first = at; *first > 0 && !strchr(separators, text->data[*first - 1]); --*first)
		;
	for (*end = at; *end < text->len && !strchr(separators, text->data[*end]); ++*end)
		;
}

static void replace(Text *text, size_t first, size_t end, const char *bytes, size_t length)
{
	Text result = {0};

	text_put_n(&result, text->data, first);
	text_put_n(&result, bytes, length);
	text_put_n(&result, text->data + end, text->len - end);
	text_release(text);
	*text = result;
}

static void mutate_number(Text *text)
{
	static const char *const numbers[] = { "-1", "0", "1", "7", "255", "65536", "4294967294", "4294967295", "4294967296",
		"9223372036854775807", "-9223372036854775808", "18446744073709551616", "0x0", "1e309", "t0", "%0", "b0", "-", "\"\"" };
	const char *number = numbers[random_below(sizeof numbers / sizeof *numbers)];
	size_t first, end;

	random_piece(text, " \n\t,:()[]{}=@\"", &first, &end);
	replace(text, first, end, number, strlen(number));
}

static void mutate_byte(Text *text)
{
	size_t at = random_below((uint32_t)text->len);
	char byte = random_below(2) ? (char)random_below(256) : " \n\"\\@:%#=-.(){}[],"[random_below(17)];

	replace(text, at, at + random_below(2), &byte, 1);
}

/* Puts a copy of one piece where another is. */
static void mutate_pieces(Text *text, const char *separators)
{
	size_t from, from_end, to, to_end;

	random_piece(text, separators, &from, &from_end);
	random_piece(text, separators, &to, &to_end);
	char *copy = mem_strndup(text->data + from, from_end - from);
	replace(text, to, random_below(3) ? to_end : to, copy, from_end - from);
	free(copy);
}

static void mutate(Text *text)
{
	if (!text->len)
		return;
	switch (random_below(6)) {
	case 0: mutate_byte(text); break;
	case 1: mutate_pieces(text, "\n"); break;
	case 2: mutate_pieces(text, " \n"); break;
	case 3: replace(text, random_below((uint32_t)text->len), text->len, "", 0); break;
	default: mutate_number(text); break;
	}
}

/* From a block of exactly its size, so that a sanitizer sees the first byte beyond it. */
static void run(const Text *text)
{
	uint8_t *exact = mem_alloc(text->len);

	if (text->len)
		memcpy(exact, text->data, text->len);
	LLVMFuzzerTestOneInput(exact, text->len);
	free(exact);
}

int main(int argc, char **argv)
{
	VEC(Text) seeds = {0};
	long iterations = argc > 1 ? strtol(argv[1], NULL, 10) : 0;

	for (int i = 2; i < argc; i++) {
		Text seed = {0};
		if (!file_read(argv[i], &seed)) {
			fprintf(stderr, "cannot read \"%s\"\n", argv[i]);
			return 2;
		}
		run(&seed);
		vec_push(&seeds, seed);
	}
	for (long i = 0; i < iterations && seeds.len; i++) {
		const Text *seed = &seeds.items[i % seeds.len];
		Text text = {0};
		text_put_n(&text, seed->data, seed->len);
		for (uint32_t n = 1 + random_below(4); n; n--)
			mutate(&text);
		run(&text);
		text_release(&text);
	}
	for (uint32_t i = 0; i < seeds.len; i++)
		text_release(&seeds.items[i]);
	vec_release(&seeds);
	printf("%ld inputs\n", iterations + argc - 2);
	return 0;
}
