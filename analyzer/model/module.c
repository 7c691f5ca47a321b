/* What every stage needs to know of the IR: the names and kinds of its operations, the sizes of its types, release. */
#include "model/ir.h"

#include "model/facts_ops.h"

#include <string.h>

static const char *const op_texts[OP_COUNT] = {
#define OP(name, text, comment) [OP_##name] = text,
#include "model/op.def"
#undef OP
};

static const char *const bin_texts[BIN_COUNT] = {
	[BIN_ADD] = "add", [BIN_SUB] = "sub", [BIN_MUL] = "mul", [BIN_DIV] = "div", [BIN_REM] = "rem", [BIN_SHL] = "shl",
	[BIN_SHR] = "shr", [BIN_AND] = "and", [BIN_OR] = "or", [BIN_XOR] = "xor", [BIN_EQ] = "eq", [BIN_NE] = "ne",
	[BIN_LT] = "lt", [BIN_LE] = "le", [BIN_GT] = "gt", [BIN_GE] = "ge",
};

static const char *const un_texts[UN_COUNT] = {
	[UN_NEG] = "neg", [UN_NOT] = "not", [UN_LNOT] = "lnot", [UN_OTHER] = "other",
};

const char *op_text(Op op)
{
	return op < OP_COUNT ? op_texts[op] : "?";
}

BinOp bin_negated(BinOp op)
{
	static const BinOp not[] = { [BIN_EQ] = BIN_NE, [BIN_NE] = BIN_EQ, [BIN_LT] = BIN_GE, [BIN_LE] = BIN_GT,
		[BIN_GT] = BIN_LE, [BIN_GE] = BIN_LT };
	return not[op];
}

BinOp bin_swapped(BinOp op)
{
	return op == BIN_LT ? BIN_GT : op == BIN_LE ? BIN_GE : op == BIN_GT ? BIN_LT : op == BIN_GE ? BIN_LE : op;
}

const char *bin_text(BinOp op)
{
	return op < BIN_COUNT ? bin_texts[op] : "?";
}

const char *un_text(UnOp op)
{
	return op < UN_COUNT ? un_texts[op] : "?";
}

bool op_is_terminator(Op op)
{
	return op >= OP_JUMP && op < OP_COUNT;
}

bool op_has_result(Op op)
{
	switch (op) {
	case OP_CONST_INT: case OP_CONST_FLOAT: case OP_CONST_STR: case OP_UNDEF:
	case OP_ADDR_LOCAL: case OP_ADDR_GLOBAL: case OP_ADDR_FUNC: case OP_FIELD: case OP_ELEM:
	case OP_LOAD: case OP_UN: case OP_BIN: case OP_CAST: case OP_CALL: case OP_VA_ARG:
		return true;
	case OP_STORE: case OP_COPY: case OP_ZERO: case OP_DATA: case OP_VA_START: case OP_VA_COPY:
	case OP_ASM: case OP_UNRESOLVED:
	case OP_JUMP: case OP_BRANCH: case OP_SWITCH: case OP_IJUMP: case OP_RETURN: case OP_UNREACHABLE:
	case OP_COUNT:
		return false;
	}
	return false;
}

void function_release(Function *function)
{
	vec_release(&function->locals);
	vec_release(&function->blocks);
	vec_release(&function->instrs);
	vec_release(&function->args);
	vec_release(&function->cases);
	*function = (Function){0};
}

bool function_is_main(const Function *function)
{
	return str_is(function->name, "main");
}

bool function_is_users(const Module *program, const Function *function)
{
	return function->defined && !function->is_stub && !function->is_init &&
		(function->place.file == NONE || !program->files.items[function->place.file].is_system);
}

Str function_label(const Function *function)
{
	return str_empty(function->label) ? function->name : function->label;
}

bool function_has(const Function *function, const char *attribute)
{
	return strstr(str_text(function->annotation), attribute);
}

Str local_label(const Function *function, uint32_t local)
{
	return str_format("%s.%s", str_text(function_label(function)), str_text(function->locals.items[local].name));
}

Str global_label(const Module *program, GlobalId id)
{
	const Global *global = &program->globals.items[id];

	if (global->owner != NONE)
		return str_format("%s.%s", str_text(function_label(&program->functions.items[global->owner])), str_text(global->name));
	return str_empty(global->label) ? global->name : global->label;
}

void module_release(Module *module)
{
	for (uint32_t i = 0; i < module->functions.len; i++)
		function_release(&module->functions.items[i]);
	vec_release(&module->units);
	vec_release(&module->files);
	vec_release(&module->types);
	vec_release(&module->fields);
	vec_release(&module->globals);
	vec_release(&module->functions);
	*module = (Module){0};
}

static const char *without_keyword(const char *name)
{
	if (!strncmp(name, "struct ", 7))
		return name + 7;
	if (!strncmp(name, "union ", 6))
		return name + 6;
	return name;
}

bool type_is_named(const Type *type, const char *name)
{
	const char *bare = without_keyword(name);

	if (!*bare)
		return false;
	if (!str_empty(type->alias) && str_is(type->alias, name))
		return true;
	return !strcmp(without_keyword(str_text(type->name)), bare) &&
		(bare == name || type->kind == TY_STRUCT || type->kind == TY_UNION);
}

BlockId function_block_at(const Function *function, uint32_t instr)
{
	uint32_t low = 0, high = function->blocks.len;

	while (high - low > 1) {
		uint32_t middle = (low + high) / 2;
		if (function->blocks.items[middle].first <= instr)
			low = middle;
		else
			high = middle;
	}
	return low;
}

const Instr *instr_behind_casts(const Function *function, ValueId value)
{
	const Instr *in = &function->instrs.items[value];

	while (in->op == OP_CAST)
		in = &function->instrs.items[in->a];
	return in;
}

static bool keeps_number(const Module *module, TypeId from, TypeId to)
{
	const Type *a = from == NONE ? NULL : &module->types.items[from], *b = to == NONE ? NULL : &module->types.items[to];

	if (!a || !b || a->kind != b->kind)
		return false;
	return a->kind == TY_POINTER || (a->kind == TY_INT && (b->bits >= a->bits || b->bits >= 32));
}

const Instr *instr_same_number(const Module *module, const Function *function, ValueId value)
{
	const Instr *in = &function->instrs.items[value];

	while (in->op == OP_CAST && keeps_number(module, function->instrs.items[in->a].type, in->type))
		in = &function->instrs.items[in->a];
	return in;
}

bool instr_in_local(const Function *function, ValueId address)
{
	const Instr *in = &function->instrs.items[address];

	while (in->op == OP_FIELD || in->op == OP_ELEM || in->op == OP_CAST)
		in = &function->instrs.items[in->a];
	return in->op == OP_ADDR_LOCAL;
}

bool instr_writes(const Instr *instr)
{
	return instr->op == OP_STORE || instr->op == OP_COPY || instr->op == OP_ZERO || instr->op == OP_DATA;
}

bool instr_has_operand(const Function *function, const Instr *instr, ValueId value)
{
	bool used = false;

	for (const char *operand = op_operands((Op)instr->op); *operand && !used; operand++) {
		used = (*operand == 'a' || *operand == 'o') ? instr->a == value : *operand == 'b' && instr->b == value;
		for (uint32_t i = 0; *operand == 'A' && i < instr->nargs && !used; i++)
			used = function->args.items[instr->first_arg + i] == value;
	}
	return used;
}

bool instr_assigns(const Function *function, const Instr *instr, LocalId local)
{
	const Instr *place = instr->op == OP_STORE ? &function->instrs.items[instr->a] : NULL;

	return place && place->op == OP_ADDR_LOCAL && place->imm == (int64_t)local;
}

TypeId type_element(const Module *module, TypeId type)
{
	while (type != NONE && module->types.items[type].kind == TY_ARRAY)
		type = module->types.items[type].elem;
	return type;
}

int64_t type_bits(const Module *module, TypeId type)
{
	return type < module->types.len ? module->types.items[type].bits : -1;
}
