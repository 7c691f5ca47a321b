/*
 * The invariants of ir.h. A module from a file may hold anything, so each id is checked before it is followed, nothing
 * recurses, and the work is linear in the size of the module. The first violation is told and ends the check.
 */
#include "model/facts.h"

#include "model/facts_ops.h"

typedef struct {
	const Module *module;
	const Function *function;
	CheckPlace where;
	Text *problem;
} Checker;

static const char *subject_name(const Checker *checker)
{
	const Module *module = checker->module;
	uint32_t i = checker->where.index;

	switch (checker->where.word[0]) {
	case 't': return str_text(module->types.items[i].name);
	case 'm': return str_text(module->fields.items[i].name);
	case 'g': return str_text(module->globals.items[i].name);
	case 'f': return str_text(module->functions.items[i].name);
	default: return "";
	}
}

/* Always false, to be returned. */
__attribute__((format(printf, 2, 3)))
static bool wrong(Checker *checker, const char *format, ...)
{
	va_list args;

	text_printf(checker->problem, "%s %u \"%s\"", checker->where.word, checker->where.index, subject_name(checker));
	if (checker->where.instr != NONE)
		text_printf(checker->problem, ", instruction %u", checker->where.instr);
	text_put(checker->problem, ": ");
	va_start(args, format);
	text_vprintf(checker->problem, format, args);
	va_end(args);
	return false;
}

static bool check_id(Checker *checker, uint32_t id, uint32_t count, const char *what)
{
	return id < count || wrong(checker, "there is no %s %d", what, id == NONE ? -1 : (int)id);
}

static bool check_optional(Checker *checker, uint32_t id, uint32_t count, const char *what)
{
	return id == NONE || check_id(checker, id, count, what);
}

static bool check_type_id(Checker *checker, TypeId type)
{
	return check_id(checker, type, checker->module->types.len, "type");
}

static bool check_place(Checker *checker, Place place)
{
	return check_optional(checker, place.file, checker->module->files.len, "file");
}

static bool is_record(const Type *type)
{
	return type->kind == TY_STRUCT || type->kind == TY_UNION;
}

static bool has_elem(const Type *type)
{
	return type->kind == TY_POINTER || type->kind == TY_ARRAY || type->kind == TY_FUNCTION;
}

static bool check_type(Checker *checker, const Type *type)
{
	uint32_t fields = checker->module->fields.len;

	if (type->kind > TY_OTHER)
		return wrong(checker, "kind %d", (int)type->kind);
	if (has_elem(type) ? !check_type_id(checker, type->elem) : type->elem != NONE)
		return has_elem(type) ? false : wrong(checker, "%s types have no element type", type_kind_text(type->kind));
	if (type->bits < -1 || type->count < -1)
		return wrong(checker, "negative size");
	if (type->nfields && !is_record(type))
		return wrong(checker, "%s types have no members", type_kind_text(type->kind));
	if (type->nfields && (type->first_field > fields || type->nfields > fields - type->first_field))
		return wrong(checker, "members beyond the table of members");
	return true;
}

static bool check_member(Checker *checker, const Field *field)
{
	if (!check_type_id(checker, field->type))
		return false;
	if (field->bit_offset < 0 || field->bit_width < -1)
		return wrong(checker, "negative offset or width");
	return true;
}

/* Pointers, arrays and results lead to a type that is none of these. Each chain is walked once. */
static bool check_chains(Checker *checker)
{
	const Module *module = checker->module;
	uint32_t *walk = mem_calloc(module->types.len, sizeof *walk); /* 1 + the type whose walk met it first */
	bool sound = true;

	for (TypeId start = 0; start < module->types.len && sound; start++) {
		TypeId type = start;
		for (; type != NONE && !walk[type]; type = module->types.items[type].elem)
			walk[type] = start + 1;
		if (type != NONE && walk[type] == start + 1) {
			checker->where = (CheckPlace){ "type", type, NONE };
			sound = wrong(checker, "the type is made of itself");
		}
	}
	free(walk);
	return sound;
}

typedef struct { TypeId type; uint32_t next; } Visit;

/* The NEXT-th type that TYPE holds by value, or NONE. */
static TypeId part_of(const Module *module, TypeId id, uint32_t next)
{
	const Type *type = &module->types.items[id];

	if (type->kind == TY_ARRAY)
		return next ? NONE : type->elem;
	return next < type->nfields ? module->fields.items[type->first_field + next].type : NONE;
}

/* Depth first with an explicit stack; state 1: on the stack, 2: done. */
static bool check_acyclic(Checker *checker)
{
	const Module *module = checker->module;
	uint8_t *state = mem_calloc(module->types.len, 1);
	VEC(Visit) stack = {0};
	bool sound = true;

	for (TypeId root = 0; root < module->types.len && sound; root++) {
		if (!state[root])
			vec_push(&stack, (Visit){ root, 0 });
		while (stack.len && sound) {
			Visit *top = vec_last(&stack);
			state[top->type] = 1;
			TypeId part = part_of(module, top->type, top->next++);
			if (part == NONE) {
				state[top->type] = 2;
				stack.len--;
			} else if (state[part] == 1) {
				checker->where = (CheckPlace){ "type", part, NONE };
				sound = wrong(checker, "the type holds itself by value");
			} else if (!state[part]) {
				vec_push(&stack, (Visit){ part, 0 });
			}
		}
	}
	vec_release(&stack);
	free(state);
	return sound;
}

static bool check_global(Checker *checker, const Global *global)
{
	const Module *module = checker->module;

	if (global->linkage > LINK_EXTERNAL)
		return wrong(checker, "linkage %d", (int)global->linkage);
	if (!check_type_id(checker, global->type) || !check_place(checker, global->place) ||
	    !check_optional(checker, global->unit, module->units.len, "unit") ||
	    !check_optional(checker, global->owner, module->functions.len, "function") ||
	    !check_optional(checker, global->init, module->functions.len, "function"))
		return false;
	if (global->init == NONE)
		return true;
	const Function *init = &module->functions.items[global->init];
	if (!init->is_init || init->nparams)
		return wrong(checker, "\"%s\" is not an initialiser", str_text(init->name));
	return true;
}

static bool check_value(Checker *checker, ValueId value)
{
	const Function *function = checker->function;

	if (!check_id(checker, value, function->instrs.len, "value"))
		return false;
	if (!op_has_result(function->instrs.items[value].op))
		return wrong(checker, "operand %%%u has no result", value);
	return value != checker->where.instr || wrong(checker, "the instruction is its own operand");
}

static bool check_block_id(Checker *checker, BlockId block)
{
	return check_id(checker, block, checker->function->blocks.len, "block");
}

static bool check_range(Checker *checker, const Instr *instr, uint32_t count)
{
	return (instr->first_arg <= count && instr->nargs <= count - instr->first_arg) ||
		wrong(checker, "arguments beyond the table of arguments");
}

static bool check_args(Checker *checker, const Instr *instr, bool (*check)(Checker *, uint32_t))
{
	if (!check_range(checker, instr, checker->function->args.len))
		return false;
	for (uint32_t i = 0; i < instr->nargs; i++)
		if (!check(checker, checker->function->args.items[instr->first_arg + i]))
			return false;
	return true;
}

static bool check_cases(Checker *checker, const Instr *instr)
{
	if (!check_range(checker, instr, checker->function->cases.len))
		return false;
	for (uint32_t i = 0; i < instr->nargs; i++) {
		const Case *one = &checker->function->cases.items[instr->first_arg + i];
		if (one->low > one->high)
			return wrong(checker, "empty case range");
		if (!check_block_id(checker, one->target))
			return false;
	}
	return true;
}

static bool check_index(Checker *checker, int64_t index, uint32_t count, const char *what)
{
	return (index >= 0 && index < count) || wrong(checker, "there is no %s %lld", what, (long long)index);
}

static bool check_record(Checker *checker, TypeId type)
{
	return check_type_id(checker, type) &&
		(is_record(&checker->module->types.items[type]) || wrong(checker, "type %u is not a record", type));
}

static bool check_operand(Checker *checker, const Instr *instr, char operand)
{
	const Module *module = checker->module;

	switch (operand) {
	case 'T': return check_optional(checker, instr->type, module->types.len, "type");
	case 'a': return check_value(checker, instr->a);
	case 'b': return check_value(checker, instr->b);
	case 'o': return instr->a == NONE || check_value(checker, instr->a);
	case 'B': return check_block_id(checker, instr->b);
	case 'C': return check_block_id(checker, instr->c);
	case 'L': return check_index(checker, instr->imm, checker->function->locals.len, "local");
	case 'G': return check_index(checker, instr->imm, module->globals.len, "global");
	case 'F':
		return check_index(checker, instr->imm, module->functions.len, "function") &&
			(!module->functions.items[instr->imm].is_init || wrong(checker, "the address of an initialiser"));
	case 'R': return check_record(checker, instr->b);
	case 'M': return check_index(checker, instr->imm, module->types.items[instr->b].nfields, "member");
	case 'w':
		return (instr->imm >= 0 && instr->imm <= 128) ||
			wrong(checker, "bit-field width %lld", (long long)instr->imm);
	case 'A': return check_args(checker, instr, check_value);
	case 'J': return check_args(checker, instr, check_block_id);
	case 'S': return check_cases(checker, instr);
	default: return true;
	}
}

/* What an operation has beyond its operands: absent ones are NONE, sizes make sense. */
static bool check_rest(Checker *checker, const Instr *instr)
{
	const char *operands = op_operands(instr->op);

	if (instr->a != NONE && !strpbrk(operands, "ao"))
		return wrong(checker, "%s has no operand a", op_text(instr->op));
	if (instr->b != NONE && !strpbrk(operands, "bBR"))
		return wrong(checker, "%s has no operand b", op_text(instr->op));
	if (instr->c != NONE && !strpbrk(operands, "C"))
		return wrong(checker, "%s has no operand c", op_text(instr->op));
	if (instr->op == OP_ELEM && instr->imm <= 0)
		return wrong(checker, "element size %lld", (long long)instr->imm);
	if ((instr->op == OP_COPY || instr->op == OP_ZERO || instr->op == OP_DATA) && instr->imm < 0)
		return wrong(checker, "size %lld", (long long)instr->imm);
	if (instr->type == NONE && (instr->op == OP_LOAD || instr->op == OP_STORE || instr->op == OP_CAST))
		return wrong(checker, "%s without a type", op_text(instr->op));
	return true;
}

static bool check_instr(Checker *checker, const Instr *instr)
{
	if (instr->op >= OP_COUNT)
		return wrong(checker, "operation %u", instr->op);
	if ((instr->op == OP_BIN && instr->sub >= BIN_COUNT) || (instr->op == OP_UN && instr->sub >= UN_COUNT))
		return wrong(checker, "operator %u", instr->sub);
	for (const char *operand = op_operands(instr->op); *operand; operand++)
		if (!check_operand(checker, instr, *operand))
			return false;
	return check_place(checker, instr->place) && check_rest(checker, instr);
}

static bool check_block(Checker *checker, const Block *block)
{
	for (uint32_t i = 0; i < block->count; i++) {
		const Instr *instr = &checker->function->instrs.items[block->first + i];
		checker->where.instr = block->first + i;
		if (!check_instr(checker, instr))
			return false;
		if (op_is_terminator(instr->op) != (i + 1 == block->count))
			return wrong(checker, i + 1 == block->count ? "the block does not end with a jump or return" :
				"%s in the middle of a block", op_text(instr->op));
	}
	checker->where.instr = NONE;
	return true;
}

/* The blocks cover the instructions in order. */
static bool check_body(Checker *checker)
{
	const Function *function = checker->function;
	uint32_t next = 0;

	for (uint32_t i = 0; i < function->blocks.len; i++) {
		const Block *block = &function->blocks.items[i];
		if (!block->count)
			return wrong(checker, "block %u is empty", i);
		if (block->first != next || block->count > function->instrs.len - next)
			return wrong(checker, "block %u is not where the one before it ends", i);
		if (!check_block(checker, block))
			return false;
		next += block->count;
	}
	return next == function->instrs.len || wrong(checker, "instructions outside of blocks");
}

static bool check_locals(Checker *checker)
{
	const Function *function = checker->function;

	if (function->nparams > function->locals.len)
		return wrong(checker, "%u parameters but %u locals", function->nparams, function->locals.len);
	for (uint32_t i = 0; i < function->locals.len; i++)
		if (!check_type_id(checker, function->locals.items[i].type) ||
		    !check_place(checker, function->locals.items[i].place))
			return false;
	return true;
}

static bool check_function(Checker *checker, const Function *function)
{
	const Module *module = checker->module;

	checker->function = function;
	if (function->linkage > LINK_EXTERNAL)
		return wrong(checker, "linkage %d", (int)function->linkage);
	if (!check_type_id(checker, function->type) || !check_place(checker, function->place) ||
	    !check_optional(checker, function->unit, module->units.len, "unit"))
		return false;
	if (module->types.items[function->type].kind != TY_FUNCTION)
		return wrong(checker, "its type is not that of a function");
	if (function->defined != (function->blocks.len > 0))
		return wrong(checker, function->defined ? "defined but without blocks" : "blocks but not defined");
	return check_locals(checker) && check_body(checker);
}

static bool check_unit(Checker *checker, const Unit *unit)
{
	return unit->status <= UNIT_SKIPPED || wrong(checker, "status %d", (int)unit->status);
}

#define CHECK_TABLE(checker, name, table, check) \
	for (uint32_t i = 0; i < (checker)->module->table.len; i++) { \
		(checker)->where = (CheckPlace){ name, i, NONE }; \
		if (!check(checker, &(checker)->module->table.items[i])) \
			return false; \
	}

static bool check_module(Checker *checker)
{
	CHECK_TABLE(checker, "unit", units, check_unit)
	CHECK_TABLE(checker, "type", types, check_type)
	CHECK_TABLE(checker, "member", fields, check_member)
	if (!check_chains(checker) || !check_acyclic(checker))
		return false;
	CHECK_TABLE(checker, "global", globals, check_global)
	CHECK_TABLE(checker, "function", functions, check_function)
	return true;
}

bool module_check_at(const Module *module, Text *problem, CheckPlace *where)
{
	Checker checker = { .module = module, .problem = problem };
	bool sound = check_module(&checker);

	if (!sound && where)
		*where = checker.where;
	return sound;
}

bool module_check(const Module *module, Text *problem)
{
	return module_check_at(module, problem, NULL);
}
