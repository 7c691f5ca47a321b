/* The reader of facts below its grammar: tokens, references and names, attributes, places. */
#ifndef FEATDEP_MODEL_FACTS_READ_H
#define FEATDEP_MODEL_FACTS_READ_H

#include "base/map.h"
#include "model/facts.h"

typedef enum {
	SPACE_TYPE, SPACE_GLOBAL, SPACE_FUNCTION, SPACE_MEMBER, SPACE_LOCAL, SPACE_VALUE, SPACE_BLOCK, SPACES
} Space;

typedef enum { IN_TYPE, IN_MEMBER, IN_GLOBAL, IN_FUNCTION, IN_LOCAL, IN_INSTR, IN_ARG, IN_CASE } Container;

/* The id at OFFSET of an element is that of NAME in a space. */
typedef struct {
	Space space;
	Container container;
	uint32_t function, element, offset;
	Str name;
	const char *at;
} Fixup;

typedef struct {
	const char *start, *at, *end;
	Str file;
	Diags *diags;
	bool failed;
	Module *module;
	const Map *known;    /* function_key of functions whose bodies are not read, or NULL */
	Function body;       /* being read: its vectors are reused, the module gets exact copies */
	bool in_function;
	Place previous;
	Container container; /* what is being read, for fixups */
	uint32_t element;
	Map words;           /* hash of the word of an operation → op << 8 | sub */
	VEC(Fixup) fixups;
	Map names[SPACES];   /* map_key(scope, name) → id */
	Text scratch;
} Parser;

typedef struct {
	const char *text;
	size_t length;
	bool has_value; /* '=' follows and was read */
} Key;

static inline char peek(const Parser *parser)
{
	return parser->at < parser->end ? *parser->at : '\n';
}

static inline void skip_spaces(Parser *parser)
{
	while (parser->at < parser->end &&
	    (*parser->at == ' ' || *parser->at == '\t' || *parser->at == '\r' || *parser->at == ','))
		parser->at++;
}

static inline bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '/';
}

static inline bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool is_word(char c)
{
	return is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '+';
}

/* Reports at AT, once, and moves to the end of the text. Always false. */
bool facts_fail(Parser *parser, const char *at, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Whether the line has nothing more on it but a comment. */
bool facts_at_line_end(Parser *parser);
void facts_skip_line(Parser *parser);
bool facts_end_line(Parser *parser);
uint64_t facts_read_digits(Parser *parser, uint64_t limit);
uint32_t facts_read_unsigned(Parser *parser);
int64_t facts_read_signed(Parser *parser);
uint64_t facts_read_hex(Parser *parser);
int64_t facts_read_double(Parser *parser);
/* Bytes of the bare word, number or key that begins here. */
size_t facts_word_length(const Parser *parser);
/* A bare word or a string in quotes. */
Str facts_read_string(Parser *parser);
/* Whether a number follows after SIGIL (0: none) and nothing else in the same word. */
bool facts_number_follows(const Parser *parser, char sigil);
/* An id in SPACE: its number, "-" for none, or a name that will be put at OFFSET of the element being read. */
uint32_t facts_read_ref(Parser *parser, Space space, size_t offset);
/* NAME stands for ID in a scope: a function, for values and blocks. */
void facts_declare(Parser *parser, Space space, uint32_t scope, Str name, uint32_t id);
/* Puts the ids of names where they were left out; all tables must be complete. */
void facts_resolve(Parser *parser);
bool facts_key_is(const Key *key, const char *text, bool has_value);
bool facts_read_place(Parser *parser, Place *place);
/* The next attribute of the line; false at its end. A place may stand among them. */
bool facts_next_key(Parser *parser, Key *key, Place *place);
void facts_unknown_key(Parser *parser, const Key *key);
/* The index of the word that follows in a list of COUNT words. */
uint32_t facts_read_choice(Parser *parser, const char *(*text)(uint32_t), uint32_t count, const char *what);
/* The function that is being read, or the next one. */
uint32_t facts_current_function(const Parser *parser);

#endif
