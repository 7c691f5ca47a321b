/*
 * Reading a YAML document into structs by tables of keys. A section is a map with known keys; each key says how its
 * value is read and where in the section's struct it goes. Every complaint is positioned and names what was expected.
 */
#ifndef FEATDEP_BIND_SCHEMA_H
#define FEATDEP_BIND_SCHEMA_H

#include "base/diag.h"
#include "model/roles.h"

#include <yaml.h>

typedef struct {
	yaml_document_t *document;
	Str file;
	Diags *diags;
	Roles *roles;     /* what the entries become */
	bool pack;
	uint32_t budget;  /* nodes that may still be visited and things made: an alias costs what it stands for */
} Reader;

typedef struct Key Key;
typedef struct Section Section;

struct Key {
	const char *name;
	/* Reads VALUE to OUT, the struct's address plus offset; false after a complaint. */
	bool (*read)(Reader *reader, const Key *key, yaml_node_t *value, void *out);
	size_t offset;
	bool required;
	int detail;               /* key_target: TargetKind; key_number: smallest value */
	const char *const *words; /* key_word: the valid ones, ended by NULL */
	const Section *section;   /* key_section, key_list, key_one_or_list */
};

struct Section {
	const char *name;   /* its heading in manifest.md */
	const char *called; /* in messages: "an entry of signals" */
	const Key *keys;  /* ended by a NULL name */
	size_t size;      /* key_list: of the entry's struct, at most SECTION_MAX */
	/* key_list: before the keys are read, may be NULL; and after, with OK false when something was wrong: turns the
	   entry into roles and releases it. */
	void (*start)(Reader *reader, const yaml_node_t *node, void *entry);
	void (*finish)(Reader *reader, const yaml_node_t *node, void *entry, bool ok);
};

enum { SECTION_MAX = 1024 };

typedef VEC(Str) StrVec;

/* Where a text with placeholders was written, for messages after the whole entry is known. */
typedef struct {
	Str text;
	yaml_mark_t mark;
} Template;

/* Reads the map NODE; false when it is no map, a required key is missing, or a value is wrong. Unknown and duplicate
   keys are complaints only. */
bool section_read(Reader *reader, const Section *section, yaml_node_t *node, void *out);
void schema_error(Reader *reader, yaml_mark_t mark, const char *format, ...) __attribute__((format(printf, 3, 4)));
yaml_node_t *schema_node(Reader *reader, int index);
/* Takes COST from the budget; false when it is spent, after one complaint at MARK. */
bool schema_spend(Reader *reader, yaml_mark_t mark, uint32_t cost);
/* NODE as a message calls it: "a list", "a map", "nothing", or its text in quotes. */
Str schema_describe(const yaml_node_t *node);
/* The text of a scalar, or NULL when NODE is something else or nothing. */
const char *schema_scalar(const yaml_node_t *node);
/* Calls read(…) for NODE, or for each of its items when it is a list. */
bool schema_each(Reader *reader, const Key *key, yaml_node_t *node, void *out,
	bool (*read)(Reader *reader, const Key *key, yaml_node_t *value, void *out));

/* Ways to read a value, and the type at the key's offset. */
bool key_text(Reader *reader, const Key *key, yaml_node_t *value, void *out);     /* Str */
bool key_texts(Reader *reader, const Key *key, yaml_node_t *value, void *out);    /* StrVec: a text or a list of them */
bool key_template(Reader *reader, const Key *key, yaml_node_t *value, void *out); /* Template */
bool key_bool(Reader *reader, const Key *key, yaml_node_t *value, void *out);     /* bool */
bool key_number(Reader *reader, const Key *key, yaml_node_t *value, void *out);   /* int64_t */
bool key_word(Reader *reader, const Key *key, yaml_node_t *value, void *out);     /* Str */
/* A day YYYY-MM-DD that there is. */
bool date_is(const char *text);
bool key_date(Reader *reader, const Key *key, yaml_node_t *value, void *out);     /* Str, YYYY-MM-DD */
bool key_section(Reader *reader, const Key *key, yaml_node_t *value, void *out);  /* the section's struct */
bool key_list(Reader *reader, const Key *key, yaml_node_t *value, void *out);     /* nothing: finish stores */

#endif
