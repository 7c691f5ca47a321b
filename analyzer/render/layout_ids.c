/*
 * cgraph takes the addresses of names as ids and walks subgraphs in the order of their ids, so that a picture would
 * depend on where malloc puts things. Ids that count up make equal DOT text equal pictures.
 */
#include "render/layout_ids.h"

#include "base/intern.h"
#include "base/map.h"
#include "base/vec.h"

typedef struct {
	Map ids;         /* Str.i → id */
	VEC(Str) names;  /* by id - 1; empty: anonymous */
} Ids;

static void *ids_open(Agraph_t *graph, Agdisc_t *discipline)
{
	(void)graph;
	(void)discipline;
	return mem_calloc(1, sizeof(Ids));
}

static long ids_map(void *state, int type, char *name, IDTYPE *id, int create)
{
	Ids *ids = state;
	Str text = str_intern(name);
	uint32_t known;

	(void)type;
	if (name && map_get(&ids->ids, text.i, &known)) {
		*id = known;
		return 1;
	}
	if (!create)
		return 0;
	vec_push(&ids->names, name ? text : (Str){0});
	*id = ids->names.len;
	if (name)
		map_put(&ids->ids, text.i, ids->names.len);
	return 1;
}

/* Nobody asks for an id of his own choice. */
static long ids_alloc(void *state, int type, IDTYPE id)
{
	(void)state;
	(void)type;
	(void)id;
	return 0;
}

static void ids_free(void *state, int type, IDTYPE id)
{
	(void)state;
	(void)type;
	(void)id;
}

static char *ids_print(void *state, int type, IDTYPE id)
{
	const Ids *ids = state;

	(void)type;
	if (id == 0 || id > ids->names.len || str_empty(ids->names.items[id - 1]))
		return NULL;
	return (char *)(uintptr_t)str_text(ids->names.items[id - 1]);
}

static void ids_close(void *state)
{
	Ids *ids = state;

	map_release(&ids->ids);
	vec_release(&ids->names);
	free(ids);
}

static void ids_register(void *state, int type, void *object)
{
	(void)state;
	(void)type;
	(void)object;
}

static Agiddisc_t discipline_ids = {
	.open = ids_open, .map = ids_map, .alloc = ids_alloc, .free = ids_free, .print = ids_print, .close = ids_close,
	.idregister = ids_register,
};

Agdisc_t layout_discipline = { .mem = &AgMemDisc, .id = &discipline_ids, .io = &AgIoDisc };
