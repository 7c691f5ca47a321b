/* Arena, vectors, maps, interned strings, bitsets. */
#include "base/arena.h"
#include "base/bitset.h"
#include "base/intern.h"
#include "base/map.h"
#include "base/pages.h"
#include "base/vec.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

static void arena_memory_is_zeroed_and_aligned(void **state)
{
	(void)state;
	Arena arena = {0};
	size_t total = 0;

	for (size_t size = 0; size < 3000; size += 7) {
		unsigned char *memory = arena_alloc(&arena, size);
		assert_int_equal((uintptr_t)memory % 16, 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(memory[i], 0);
		memset(memory, 0xff, size);
		total += size;
	}
	assert_true(arena.total >= total);
	arena_release(&arena);
	assert_null(arena.chunk);
	assert_int_equal(arena.total, 0);
}

static void arena_blocks_do_not_overlap(void **state)
{
	(void)state;
	Arena arena = {0};
	int *numbers[2000];

	for (int i = 0; i < 2000; i++) {
		numbers[i] = arena_alloc(&arena, 100 * sizeof(int));
		numbers[i][0] = numbers[i][99] = i;
	}
	for (int i = 0; i < 2000; i++)
		assert_true(numbers[i][0] == i && numbers[i][99] == i);
	char *large = arena_alloc(&arena, 1000000);
	large[999999] = 1;
	assert_int_equal(numbers[1999][99], 1999);
	arena_release(&arena);
}

static void arena_copies(void **state)
{
	(void)state;
	Arena arena = {0};
	char text[] = "age";
	char *copy = arena_strdup(&arena, text), *bytes = arena_copy(&arena, "a\0b", 3);

	text[0] = 'x';
	assert_string_equal(copy, "age");
	assert_memory_equal(bytes, "a\0b", 3);
	assert_non_null(arena_copy(&arena, NULL, 0));
	arena_release(&arena);
}

static int compare_ints(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

static void vectors_grow(void **state)
{
	(void)state;
	VEC(int) numbers = {0}, more = {0};
	VEC(struct { int a; char b; }) records = {0};

	vec_sort(&numbers, compare_ints);
	vec_append(&numbers, &more);
	for (int i = 999; i >= 0; i--)
		vec_push(&numbers, i);
	assert_int_equal(numbers.len, 1000);
	assert_true(numbers.cap >= 1000);
	vec_sort(&numbers, compare_ints);
	assert_int_equal(numbers.items[0], 0);
	assert_int_equal(*vec_last(&numbers), 999);
	assert_int_equal(vec_pop(&numbers), 999);
	vec_append(&more, &numbers);
	vec_append(&more, &numbers);
	assert_int_equal(more.len, 1998);
	assert_int_equal(more.items[1998 - 1], 998);
	vec_clear(&more);
	vec_reserve(&more, 5000);
	assert_true(more.len == 0 && more.cap >= 5000);
	assert_int_equal(vec_add(&records)->a, 0);
	records.items[0].a = 5;
	for (int i = 0; i < 100; i++)
		assert_int_equal(vec_add(&records)->b, 0);
	assert_int_equal(records.items[0].a, 5);
	vec_release(&numbers);
	vec_release(&more);
	vec_release(&records);
	assert_true(!numbers.items && !numbers.len && !numbers.cap);
}

static const struct { const char *name; uint64_t factor; uint64_t offset; } key_patterns[] = {
	{ "consecutive", 1, 0 },
	{ "only the high half differs", 1ULL << 32, 0 },
	{ "multiples of a table's size", 1ULL << 20, 7 },
	{ "from the top down", UINT64_MAX, 0 },
	{ "scattered", 0x9e3779b97f4a7c15ULL, 1 },
};

static void maps_hold_many_keys_of_any_pattern(void **state)
{
	(void)state;
	enum { COUNT = 200000 };

	for (size_t p = 0; p < sizeof key_patterns / sizeof *key_patterns; p++) {
		Map map = {0};
		for (uint32_t i = 0; i < COUNT; i++)
			if (!map_put(&map, i * key_patterns[p].factor + key_patterns[p].offset, i))
				fail_msg("%s: key %u was there", key_patterns[p].name, i);
		assert_int_equal(map.len, COUNT);
		for (uint32_t i = 0; i < COUNT; i++)
			if (map_get_or(&map, i * key_patterns[p].factor + key_patterns[p].offset, COUNT) != i)
				fail_msg("%s: key %u is lost", key_patterns[p].name, i);
		assert_false(map_get(&map, COUNT * key_patterns[p].factor + key_patterns[p].offset, NULL));
		map_release(&map);
	}
}

static void vectors_grow_by_pages(void **state)
{
	(void)state;
	typedef struct { uint64_t number, zero, more; } Element; /* 24 bytes: none fits the end of a page */
	VEC(Element) v = {0};
	enum { COUNT = 500000 };

	for (uint32_t i = 0; i < COUNT; i++) {
		pages_reserve(&v, i + 1);
		assert_true(v.cap > i);
		assert_int_equal(v.items[i].zero, 0);
		v.items[v.len++].number = i;
	}
	for (uint32_t i = 0; i < COUNT; i++)
		assert_int_equal(v.items[i].number, i);
	pages_reserve(&v, 4 * COUNT); /* by far more than growth by itself */
	assert_true(v.cap >= 4 * COUNT);
	assert_int_equal(v.items[COUNT - 1].number, COUNT - 1);
	assert_int_equal(v.items[4 * COUNT - 1].more, 0);
	pages_release(&v);
	assert_null(v.items);
	assert_int_equal(v.len + v.cap, 0);
	pages_release(&v); /* empty */
}

/* More keys in one slot of a table of 16 than the table would spread: found by trying. */
static void maps_keep_colliding_keys_apart(void **state)
{
	(void)state;
	Map probe = {0}, map = {0};
	uint64_t colliding[11];
	uint32_t found = 0, slot = 0;

	for (uint64_t key = 0; found < 11; key++) {
		map_release(&probe);
		map_put(&probe, key, 1);
		uint32_t at = 0;
		while (!probe.slots[at].used)
			at++;
		if (!found)
			slot = at;
		if (at == slot)
			colliding[found++] = key;
	}
	for (uint32_t i = 0; i < 11; i++)
		assert_true(map_put(&map, colliding[i], i));
	assert_int_equal(map.cap, 16);
	for (uint32_t i = 0; i < 11; i++)
		assert_int_equal(map_get_or(&map, colliding[i], 99), i);
	map_release(&probe);
	map_release(&map);
}

static void maps_replace_and_clear(void **state)
{
	(void)state;
	Map map = {0};
	uint32_t value = 5;

	assert_false(map_get(&map, 0, &value));
	assert_int_equal(value, 5);
	assert_int_equal(map_get_or(&map, 0, 7), 7);
	assert_true(map_put(&map, 0, 1));
	assert_false(map_put(&map, 0, 2));
	assert_true(map_get(&map, 0, &value));
	assert_int_equal(value, 2);
	assert_true(map_put(&map, UINT64_MAX, 3));
	assert_int_equal(map.len, 2);
	map_clear(&map);
	assert_int_equal(map.len, 0);
	assert_false(map_get(&map, 0, NULL));
	assert_true(map_put(&map, 0, 4));
	map_release(&map);
	map_clear(&map);
	assert_int_equal(map_key(1, 2), 0x100000002ULL);
}

static void hashes_depend_on_all_input(void **state)
{
	(void)state;
	assert_int_equal(hash_bytes(0, "age", 3), hash_bytes(0, "age", 3));
	assert_int_not_equal(hash_bytes(0, "age", 3), hash_bytes(0, "agf", 3));
	assert_int_not_equal(hash_bytes(0, "age", 3), hash_bytes(1, "age", 3));
	assert_int_not_equal(hash_bytes(0, "a", 1), hash_bytes(0, "a\0", 2));
	assert_int_not_equal(hash_u64(1, 2), hash_u64(2, 1));
	assert_int_not_equal(hash_u64(0, 0), hash_u64(0, 1));
}

static void strings_are_interned_once(void **state)
{
	(void)state;
	char text[] = "profile.age";
	Str one = str_intern(text), two = str_intern_n("profile.age and more", 11);

	assert_true(str_equal(one, two));
	text[0] = 'x';
	assert_string_equal(str_text(one), "profile.age");
	assert_int_equal(str_length(one), 11);
	assert_true(str_is(one, "profile.age"));
	assert_false(str_is(one, "profile"));
	assert_true(str_empty(str_intern("")) && str_empty(str_intern(NULL)) && str_empty((Str){0}));
	assert_string_equal(str_text((Str){0}), "");
	assert_int_equal(str_length((Str){0}), 0);
}

static void strings_may_hold_zero_bytes(void **state)
{
	(void)state;
	Str one = str_intern_n("a\0b", 3), two = str_intern_n("a\0c", 3), three = str_intern("a");

	assert_false(str_equal(one, two));
	assert_false(str_equal(one, three));
	assert_int_equal(str_length(one), 3);
	assert_memory_equal(str_text(one), "a\0b", 4);
}

static void strings_are_formatted_and_ordered(void **state)
{
	(void)state;
	Str small = str_format("%s:%d", "feature", 7);
	Str large = str_format("%0500d", 3);

	assert_string_equal(str_text(small), "feature:7");
	assert_int_equal(str_length(large), 500);
	assert_true(str_equal(str_format("feature:%d", 7), small));
	assert_true(str_compare(str_intern("a"), str_intern("b")) < 0);
	assert_true(str_compare(str_intern("b"), str_intern("a")) > 0);
	assert_int_equal(str_compare(small, small), 0);
}

static void many_strings_keep_their_texts(void **state)
{
	(void)state;
	enum { COUNT = 50000 };
	Str *strings = mem_alloc(COUNT * sizeof *strings);
	char text[32];

	for (int i = 0; i < COUNT; i++)
		strings[i] = str_format("name_%d", i);
	for (int i = 0; i < COUNT; i++) {
		snprintf(text, sizeof text, "name_%d", i);
		assert_string_equal(str_text(strings[i]), text);
		assert_true(str_equal(str_intern(text), strings[i]));
	}
	free(strings);
}

static void bitsets_are_sets(void **state)
{
	(void)state;
	Bitset set = {0};

	assert_false(bitset_has(&set, 0));
	assert_false(bitset_remove(&set, 1000));
	assert_int_equal(bitset_count(&set), 0);
	for (uint32_t i = 0; i < 1000; i += 3)
		assert_true(bitset_add(&set, i));
	for (uint32_t i = 0; i < 1000; i++)
		assert_int_equal(bitset_has(&set, i), i % 3 == 0);
	assert_false(bitset_add(&set, 63));
	assert_int_equal(bitset_count(&set), 334);
	assert_true(bitset_remove(&set, 63));
	assert_false(bitset_remove(&set, 63));
	assert_false(bitset_has(&set, 63));
	assert_false(bitset_has(&set, UINT32_MAX));
	bitset_clear(&set);
	assert_int_equal(bitset_count(&set), 0);
	bitset_release(&set);
	bitset_clear(&set);
}

static void bitsets_unite(void **state)
{
	(void)state;
	Bitset small = {0}, large = {0}, empty = {0};

	bitset_add(&small, 5);
	bitset_add(&large, 5);
	bitset_add(&large, 500);
	assert_false(bitset_union(&small, &empty));
	assert_false(bitset_union(&large, &small));
	assert_true(bitset_union(&small, &large));
	assert_false(bitset_union(&small, &large));
	assert_true(bitset_has(&small, 500) && bitset_has(&small, 5));
	assert_int_equal(bitset_count(&small), 2);
	assert_false(bitset_union(&small, &small));
	bitset_release(&small);
	bitset_release(&large);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(arena_memory_is_zeroed_and_aligned),
		cmocka_unit_test(arena_blocks_do_not_overlap),
		cmocka_unit_test(arena_copies),
		cmocka_unit_test(vectors_grow),
		cmocka_unit_test(vectors_grow_by_pages),
		cmocka_unit_test(maps_hold_many_keys_of_any_pattern),
		cmocka_unit_test(maps_keep_colliding_keys_apart),
		cmocka_unit_test(maps_replace_and_clear),
		cmocka_unit_test(hashes_depend_on_all_input),
		cmocka_unit_test(strings_are_interned_once),
		cmocka_unit_test(strings_may_hold_zero_bytes),
		cmocka_unit_test(strings_are_formatted_and_ordered),
		cmocka_unit_test(many_strings_keep_their_texts),
		cmocka_unit_test(bitsets_are_sets),
		cmocka_unit_test(bitsets_unite),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
