/*
 * Building one function. Instructions are appended in the order of execution; a block is opened once, filled until
 * its terminator, and never opened again, so the instructions of a block lie together as ir.h wants them. Code after
 * a jump gets a block that nothing leads to; function_finish drops it.
 */
#include "front/lower.h"

Builder builder_of(const Lower *l, FuncId id, CXCursor decl)
{
	const Function *declared = &l->module->functions.items[id];
	Builder b = { .id = id, .cursor = decl, .f = *declared };

	memset(&b.f.locals, 0, sizeof b.f.locals);
	vec_append(&b.f.locals, &declared->locals);
	b.f.defined = true;
	b.f.is_stub = l->request->is_stub;
	return b;
}

void builder_begin(Lower *l, Builder *b)
{
	b->outer = l->builder;
	b->current = NONE;
	b->jumps = (Jumps){ NONE, NONE };
	l->builder = b;
	block_start(l, block_new(l));
}

void builder_end(Lower *l, Builder *b, FuncId id)
{
	Function *target = &l->module->functions.items[id];

	if (block_is_open(l))
		emit(l, OP_RETURN, NONE, NONE, NONE, 0);
	for (uint32_t i = 0; i < b->f.blocks.len; i++) { /* labels that a parse error has lost */
		if (b->f.blocks.items[i].first == NONE) {
			block_start(l, i);
			emit_unreachable(l);
		}
	}
	for (uint32_t i = 0; i < b->computed_gotos.len; i++) {
		Instr *jump = instr_at(l, b->computed_gotos.items[i]);

		jump->first_arg = b->f.args.len;
		jump->nargs = b->taken_labels.len;
		vec_append(&b->f.args, &b->taken_labels);
	}
	function_finish(&b->f);
	b->f.hash = function_hash(l->module, &b->f);
	function_release(target);
	*target = b->f;
	l->builder = b->outer;
	map_release(&b->locals);
	map_release(&b->labels);
	map_release(&b->sizes);
	map_release(&b->rows);
	vec_release(&b->taken_labels);
	vec_release(&b->computed_gotos);
	free(b->pretty);
	map_release(&b->printed_of);
	vec_release(&b->printed);
	vec_release(&b->label_cursors);
}

BlockId block_new(Lower *l)
{
	vec_push(&l->builder->f.blocks, (Block){ .first = NONE });
	return l->builder->f.blocks.len - 1;
}

bool block_is_open(const Lower *l)
{
	return l->builder->current != NONE;
}

void block_start(Lower *l, BlockId block)
{
	Builder *b = l->builder;

	if (b->current != NONE)
		emit_jump(l, block);
	b->f.blocks.items[block].first = b->f.instrs.len;
	b->current = block;
}

Instr *instr_at(const Lower *l, ValueId v)
{
	return &l->builder->f.instrs.items[v];
}

ValueId emit(Lower *l, Op op, TypeId type, ValueId a, ValueId b, int64_t imm)
{
	Builder *builder = l->builder;

	if (builder->current == NONE)
		block_start(l, block_new(l));
	vec_push(&builder->f.instrs, (Instr){ .op = (uint8_t)op, .type = type, .place = l->place, .a = a, .b = b, .c = NONE,
		.imm = imm });
	builder->f.blocks.items[builder->current].count++;
	if (op_is_terminator(op))
		builder->current = NONE;
	return builder->f.instrs.len - 1;
}

void emit_jump(Lower *l, BlockId to)
{
	emit(l, OP_JUMP, NONE, NONE, to, 0);
}

void emit_branch(Lower *l, ValueId condition, BlockId yes, BlockId no)
{
	int64_t known;
	ValueId v;

	if (value_is_int(l, condition, &known)) {
		emit_jump(l, known ? yes : no);
		return;
	}
	v = emit(l, OP_BRANCH, NONE, condition, yes, 0);
	instr_at(l, v)->c = no;
}

void emit_unreachable(Lower *l)
{
	emit(l, OP_UNREACHABLE, NONE, NONE, NONE, 0);
}

void emit_leave(Lower *l, ValueId result, const char *unknown)
{
	TypeId type = type_at(l, l->builder->f.type)->elem;

	if (type == NONE || type_at(l, type)->kind == TY_VOID)
		result = NONE;
	else if (result == NONE || type_at(l, value_type(l, result))->kind != type_at(l, type)->kind)
		result = emit_undef(l, type, unknown);
	emit(l, OP_RETURN, NONE, result, NONE, 0);
}

ValueId emit_int(Lower *l, TypeId type, int64_t number, Str text)
{
	ValueId v = emit(l, OP_CONST_INT, type, NONE, NONE, number);

	instr_at(l, v)->text = text;
	return v;
}

ValueId emit_float(Lower *l, TypeId type, double number)
{
	int64_t bits;

	memcpy(&bits, &number, sizeof bits);
	return emit(l, OP_CONST_FLOAT, type, NONE, NONE, bits);
}

ValueId emit_undef(Lower *l, TypeId type, const char *why)
{
	ValueId v = emit(l, OP_UNDEF, type, NONE, NONE, 0);

	instr_at(l, v)->text = str_intern(why);
	return v;
}

void emit_unresolved(Lower *l, const char *format, ...)
{
	Text text = { 0 };
	va_list args;
	ValueId v = emit(l, OP_UNRESOLVED, NONE, NONE, NONE, 0);

	va_start(args, format);
	text_vprintf(&text, format, args);
	va_end(args);
	instr_at(l, v)->text = str_intern(text_data(&text));
	text_release(&text);
}

LocalId local_new(Lower *l, Str name, TypeId type)
{
	vec_push(&l->builder->f.locals, (Local){ .name = name, .type = type, .place = l->place,
		.is_temporary = str_empty(name) });
	return l->builder->f.locals.len - 1;
}

ValueId emit_local(Lower *l, LocalId local)
{
	return emit(l, OP_ADDR_LOCAL, type_pointer_to(l, l->builder->f.locals.items[local].type), NONE, NONE, local);
}

ValueId emit_global(Lower *l, GlobalId global)
{
	return emit(l, OP_ADDR_GLOBAL, type_pointer_to(l, l->module->globals.items[global].type), NONE, NONE, global);
}

ValueId emit_function(Lower *l, FuncId function)
{
	return emit(l, OP_ADDR_FUNC, type_pointer_to(l, l->module->functions.items[function].type), NONE, NONE, function);
}

ValueId emit_field(Lower *l, ValueId base, TypeId record, uint32_t index)
{
	const Field *field = &l->module->fields.items[type_at(l, record)->first_field + index];

	return emit(l, OP_FIELD, type_pointer_to(l, field->type), base, record, index);
}

/* Rows of a variable length array have no size that is known here: their index counts in units of the innermost
   elements of known size. */
static ValueId index_in_unknown_rows(Lower *l, ValueId base, ValueId index, TypeId *elem)
{
	uint32_t depth = 0;

	for (; type_at(l, *elem)->kind == TY_ARRAY && type_size(l, *elem) < 0; depth++)
		*elem = type_unqualified(l, type_at(l, *elem)->elem);
	ValueId row = vla_row(l, base, depth);
	return emit_bin(l, BIN_MUL, l->type_size, index, row == NONE ? emit_undef(l, l->type_size, "size of a row") : row);
}

ValueId emit_elem(Lower *l, ValueId base, ValueId index, TypeId elem, Str text)
{
	TypeId unit = elem, pointer = type_pointer_to(l, elem);
	int64_t bits;
	ValueId v;

	if (type_at(l, elem)->kind == TY_ARRAY && type_size(l, elem) < 0)
		index = index_in_unknown_rows(l, base, index, &unit);
	bits = type_size(l, unit);
	v = emit(l, OP_ELEM, pointer, base, index, bits < 0 ? 8 : bits);
	instr_at(l, v)->text = text;
	return v;
}

ValueId emit_bin(Lower *l, BinOp op, TypeId type, ValueId a, ValueId b)
{
	ValueId v = fold_bin(l, op, type, a, b);

	if (v != NONE)
		return v;
	v = emit(l, OP_BIN, type, a, b, 0);
	instr_at(l, v)->sub = (uint8_t)op;
	return v;
}

ValueId emit_un(Lower *l, UnOp op, TypeId type, ValueId a)
{
	ValueId v = fold_un(l, op, type, a);

	if (v != NONE)
		return v;
	v = emit(l, OP_UN, type, a, NONE, 0);
	instr_at(l, v)->sub = (uint8_t)op;
	return v;
}

ValueId emit_cast(Lower *l, TypeId type, ValueId a)
{
	ValueId v;

	if (value_type(l, a) == type || type == NONE || type == l->type_unknown || value_type(l, a) == NONE
			|| type_converts_silently(l, value_type(l, a), type))
		return a;
	v = fold_cast(l, type, a);
	return v != NONE ? v : emit(l, OP_CAST, type, a, NONE, 0);
}

ValueId emit_call(Lower *l, ValueId callee, TypeId result, const ValueId *args, uint32_t nargs)
{
	Builder *b = l->builder;
	ValueId v = emit(l, OP_CALL, type_at(l, result)->kind == TY_VOID ? NONE : result, callee, NONE, 0);

	instr_at(l, v)->first_arg = b->f.args.len;
	instr_at(l, v)->nargs = nargs;
	for (uint32_t i = 0; i < nargs; i++)
		vec_push(&b->f.args, args[i]);
	return v;
}
