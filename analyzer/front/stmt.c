/*
 * Statements, as blocks and jumps.
 */
#include "front/lower.h"

enum { MAX_ASM_LABELS = 64 };

bool cursor_is_statement(CXCursor cursor)
{
	return clang_isStatement(cursor.kind) || clang_isExpression(cursor.kind);
}

static void statements_of(Lower *l, CXCursor stmt)
{
	Kids kids = kids_open(l, stmt);

	for (uint32_t i = 0; i < kids.count; i++)
		if (cursor_is_statement(kid(l, kids, i)))
			statement(l, kid(l, kids, i));
	kids_close(l, kids);
}

/* --- declarations --- */

/* libclang hides the function of __attribute__((cleanup)); it is known by its name. */
static enum CXChildVisitResult cleanup_find(CXCursor cursor, CXCursor parent, CXClientData data)
{
	Lower *l = data;
	const char *word;

	if (cursor.kind != CXCursor_UnexposedAttr)
		return CXChildVisit_Continue;
	word = str_text(identifier_spelled(l, clang_getCursorLocation(cursor)));
	if (strstr(word, "cleanup"))
		emit_unresolved(l, "cleanup function of \"%s\"", str_text(cursor_name(parent)));
	return CXChildVisit_Continue;
}

/* An array or a record that is declared in a loop is a new one in each iteration: nothing of the last is in it. */
static void begin_again(Lower *l, LocalId local, TypeId type)
{
	TypeKind kind = type_at(l, type)->kind;

	if (kind == TY_ARRAY || kind == TY_STRUCT || kind == TY_UNION)
		emit(l, OP_DATA, NONE, emit_local(l, local), NONE, type_size(l, type));
}

static void declare_local(Lower *l, CXCursor decl)
{
	CXType type = clang_getCursorType(decl);
	CXCursor init = clang_Cursor_getVarDeclInitializer(decl);
	Str name = cursor_name(decl), saved = l->hint;
	LocalId local;
	TypeId id;

	place_set(l, decl);
	l->hint = str_format("%s.%s", str_text(l->builder->f.name), str_text(name));
	id = type_of(l, type);
	l->hint = saved;
	local = local_new(l, name, type_unqualified(l, id));
	l->builder->f.locals.items[local].is_volatile = type_at(l, id)->is_volatile;
	l->builder->f.locals.items[local].annotation = annotations_of(l, decl);
	l->builder->f.locals.items[local].is_temporary = false;
	map_put(&l->builder->locals, decl_key(decl), local);
	if (clang_Cursor_hasAttrs(decl))
		clang_visitChildren(decl, cleanup_find, l);
	vla_declare(l, decl, type, init, local);
	if (!clang_Cursor_isNull(init) && cursor_is_statement(init)) {
		Lvalue to = lvalue_at(l, emit_local(l, local), id);

		initialise(l, to, type, init);
	} else if (l->builder->jumps.continue_to != NONE && type_size(l, id) > 0) {
		begin_again(l, local, id);
	}
}

static void declare(Lower *l, CXCursor decl)
{
	if (decl.kind == CXCursor_TypedefDecl)
		vla_declare(l, decl, clang_getTypedefDeclUnderlyingType(decl), clang_getNullCursor(), NONE);
	if (decl.kind != CXCursor_VarDecl)
		return;
	if (!clang_Cursor_hasVarDeclGlobalStorage(decl))
		declare_local(l, decl);
	else if (clang_Cursor_getStorageClass(decl) == CX_SC_Static)
		global_static_local(l, decl);
}

static void declarations(Lower *l, CXCursor stmt)
{
	Kids kids = kids_open(l, stmt);

	for (uint32_t i = 0; i < kids.count; i++)
		declare(l, kid(l, kids, i));
	kids_close(l, kids);
}

/* --- branches --- */

static void statement_lost(Lower *l, CXCursor stmt, const char *what)
{
	emit_unresolved(l, "%s with a part lost", what);
	statements_of(l, stmt);
}

static void statement_if(Lower *l, CXCursor stmt)
{
	Kids kids = kids_open(l, stmt);
	BlockId yes, no, end;

	if (kids.count < 2 || kids.count > 3 || !clang_isExpression(kid(l, kids, 0).kind)) {
		kids_close(l, kids);
		statement_lost(l, stmt, "if");
		return;
	}
	yes = block_new(l);
	end = block_new(l);
	no = kids.count == 3 ? block_new(l) : end;
	branch(l, kid(l, kids, 0), yes, no);
	block_start(l, yes);
	statement(l, kid(l, kids, 1));
	if (kids.count == 3) {
		if (block_is_open(l))
			emit_jump(l, end);
		block_start(l, no);
		statement(l, kid(l, kids, 2));
	}
	block_start(l, end);
	kids_close(l, kids);
}

static bool is_outside(const Lower *l, BlockId block, ValueId start)
{
	ValueId first = l->builder->f.blocks.items[block].first;

	return first == NONE || first < start;
}

/* Does an instruction since START, the beginning of a loop, lead out of it? */
static bool is_left(const Lower *l, ValueId start)
{
	const Function *f = &l->builder->f;

	for (ValueId v = start; v < f->instrs.len; v++) {
		const Instr *instr = instr_at(l, v);
		bool is_switch = instr->op == OP_SWITCH;

		if (instr->op == OP_RETURN || instr->op == OP_IJUMP
				|| ((instr->op == OP_JUMP || instr->op == OP_BRANCH) && is_outside(l, instr->b, start))
				|| ((is_switch || instr->op == OP_BRANCH) && is_outside(l, instr->c, start)))
			return true;
		for (uint32_t i = 0; is_switch && i < instr->nargs; i++)
			if (is_outside(l, f->cases.items[instr->first_arg + i].target, start))
				return true;
	}
	return false;
}

static bool does_something(Lower *l, CXCursor body)
{
	Kids kids = kids_open(l, body);

	kids_close(l, kids);
	return body.kind != CXCursor_NullStmt && (body.kind != CXCursor_CompoundStmt || kids.count > 0);
}

/* The jump back to START. What an endless loop leaves behind is read all the same, by other threads and by handlers of
   interrupts: so its function may also end here. */
static void loop_again(Lower *l, BlockId head, bool is_endless)
{
	BlockId leave;

	if (!block_is_open(l))
		return;
	if (!is_endless || is_left(l, l->builder->f.blocks.items[head].first)) {
		emit_jump(l, head);
		return;
	}
	leave = block_new(l);
	emit_branch(l, emit_undef(l, l->type_int, "end of an endless loop"), head, leave);
	block_start(l, leave);
	emit_leave(l, NONE, "result of an endless loop");
}

static void loop_body(Lower *l, CXCursor body, BlockId break_to, BlockId continue_to)
{
	Jumps saved = l->builder->jumps;

	l->builder->jumps = (Jumps){ break_to, continue_to };
	statement(l, body);
	l->builder->jumps = saved;
}

static void statement_while(Lower *l, CXCursor stmt)
{
	Kids kids = kids_open(l, stmt);
	BlockId head, body, end;
	Truth truth;

	if (kids.count != 2) {
		kids_close(l, kids);
		statement_lost(l, stmt, "while");
		return;
	}
	head = block_new(l);
	body = block_new(l);
	end = block_new(l);
	block_start(l, head);
	truth = branch(l, kid(l, kids, 0), body, end);
	block_start(l, body);
	loop_body(l, kid(l, kids, 1), end, head);
	loop_again(l, head, truth == ALWAYS_TRUE && does_something(l, kid(l, kids, 1)));
	block_start(l, end);
	kids_close(l, kids);
}

static void statement_do(Lower *l, CXCursor stmt)
{
	Kids kids = kids_open(l, stmt);
	BlockId body, condition, end;

	if (kids.count != 2) {
		kids_close(l, kids);
		statement_lost(l, stmt, "do");
		return;
	}
	body = block_new(l);
	condition = block_new(l);
	end = block_new(l);
	block_start(l, body);
	loop_body(l, kid(l, kids, 0), end, condition);
	block_start(l, condition);
	place_set(l, kid(l, kids, 1));
	branch(l, kid(l, kids, 1), body, end);
	block_start(l, end);
	kids_close(l, kids);
}

static void statement_for(Lower *l, CXCursor stmt)
{
	Kids kids = kids_open(l, stmt);
	BlockId head = block_new(l), body = block_new(l), step = block_new(l), end = block_new(l);
	uint32_t parts[3];
	Truth truth = ALWAYS_TRUE;

	for_parts(l, stmt, kids, parts);
	if (parts[0] != NONE)
		statement(l, kid(l, kids, parts[0]));
	block_start(l, head);
	if (parts[1] != NONE)
		truth = branch(l, kid(l, kids, parts[1]), body, end);
	block_start(l, body);
	if (kids.count)
		loop_body(l, kid(l, kids, kids.count - 1), end, step);
	block_start(l, step);
	if (parts[2] != NONE)
		effect(l, kid(l, kids, parts[2]));
	loop_again(l, head, truth == ALWAYS_TRUE && kids.count && does_something(l, kid(l, kids, kids.count - 1)));
	block_start(l, end);
	kids_close(l, kids);
}

/* --- switch --- */

static void statement_switch(Lower *l, CXCursor stmt)
{
	Kids kids = kids_open(l, stmt);
	SwitchState state = { .outer = l->builder->in_switch, .default_to = NONE };
	Jumps saved = l->builder->jumps;
	BlockId end;
	ValueId selector, jump;
	Instr *instr;

	if (kids.count != 2) {
		kids_close(l, kids);
		statement_lost(l, stmt, "switch");
		return;
	}
	selector = value(l, kid(l, kids, 0));
	end = block_new(l);
	jump = emit(l, OP_SWITCH, NONE, selector, NONE, 0);
	l->builder->in_switch = &state;
	l->builder->jumps.break_to = end;
	statement(l, kid(l, kids, 1));
	l->builder->jumps = saved;
	l->builder->in_switch = state.outer;
	block_start(l, end);
	instr = instr_at(l, jump);
	instr->c = state.default_to != NONE ? state.default_to : end;
	instr->first_arg = l->builder->f.cases.len;
	instr->nargs = state.cases.len;
	vec_append(&l->builder->f.cases, &state.cases);
	vec_release(&state.cases);
	kids_close(l, kids);
}

static void statement_case(Lower *l, CXCursor stmt)
{
	Kids kids = kids_open(l, stmt);
	SwitchState *state = l->builder->in_switch;
	int64_t low, high;
	BlockId here;

	if (kids.count < 2 || !state || !constant_of(kid(l, kids, 0), &low)) {
		kids_close(l, kids);
		statement_lost(l, stmt, "case");
		return;
	}
	high = low;
	if (kids.count == 3 && !constant_of(kid(l, kids, 1), &high))
		high = low;
	here = block_new(l);
	block_start(l, here);
	vec_push(&state->cases, (Case){ low, high, here });
	statement(l, kid(l, kids, kids.count - 1));
	kids_close(l, kids);
}

static void statement_default(Lower *l, CXCursor stmt)
{
	BlockId here = block_new(l);

	block_start(l, here);
	if (l->builder->in_switch)
		l->builder->in_switch->default_to = here;
	statements_of(l, stmt);
}

/* --- jumps --- */

static BlockId label_block(Lower *l, CXCursor label)
{
	uint32_t block;

	if (!map_get(&l->builder->labels, decl_key(label), &block)) {
		block = block_new(l);
		map_put(&l->builder->labels, decl_key(label), block);
	}
	return block;
}

void label_start(Lower *l, CXCursor label)
{
	block_start(l, label_block(l, label));
}

static void statement_goto(Lower *l, CXCursor stmt)
{
	CXCursor label = clang_getCursorReferenced(stmt);

	if (label.kind != CXCursor_LabelStmt) {
		emit_unresolved(l, "goto to an unknown label");
		emit_unreachable(l);
		return;
	}
	emit_jump(l, label_block(l, label));
}

static void statement_computed_goto(Lower *l, CXCursor stmt)
{
	Kids kids = kids_open(l, stmt);
	ValueId target, jump;

	target = kids.count ? value(l, kid(l, kids, 0)) : emit_undef(l, l->type_size, "");
	kids_close(l, kids);
	jump = emit(l, OP_IJUMP, NONE, target, NONE, 0);
	vec_push(&l->builder->computed_gotos, jump);
}

static void statement_return(Lower *l, CXCursor stmt)
{
	Kids kids = kids_open(l, stmt);
	ValueId result = NONE;
	TypeId type = type_at(l, l->builder->f.type)->elem;

	if (kids.count && clang_isExpression(kid(l, kids, 0).kind)) {
		if (type != NONE && type_at(l, type)->kind == TY_VOID)
			effect(l, kid(l, kids, 0));
		else
			result = value(l, kid(l, kids, 0));
		place_set(l, stmt);
	}
	kids_close(l, kids);
	emit(l, OP_RETURN, NONE, result, NONE, 0);
}

static void statement_jump(Lower *l, BlockId to, const char *what)
{
	if (to != NONE) {
		emit_jump(l, to);
		return;
	}
	emit_unresolved(l, "%s outside of a loop", what);
	emit_unreachable(l);
}

/* Whether and where the text jumps may depend on all that it is given. */
static void asm_jumps(Lower *l, CXCursor stmt, const ValueId *args, uint32_t nargs)
{
	CXCursor labels[MAX_ASM_LABELS];
	uint32_t count;

	print_asm_labels(l, stmt, labels, MAX_ASM_LABELS, &count);
	for (uint32_t i = 0; i < count; i++) {
		BlockId next = block_new(l);

		emit_branch(l, value_mix(l, args, nargs, l->type_int), label_block(l, labels[i]), next);
		block_start(l, next);
	}
}

/* Which operands are outputs is not told: those that are objects rather than values. */
static void statement_asm(Lower *l, CXCursor stmt)
{
	Kids kids = kids_open(l, stmt);
	VEC(ValueId) args = { 0 }, inputs = { 0 };
	ValueId v;

	for (uint32_t i = 0; i < kids.count; i++) {
		CXCursor operand = kid(l, kids, i);

		if (!clang_isExpression(operand.kind) || operand.kind == CXCursor_StringLiteral)
			continue;
		if (operand.kind != CXCursor_UnexposedExpr && designates_object(l, operand)) {
			vec_push(&args, address_of(l, operand));
			continue;
		}
		v = value(l, operand);
		vec_push(&args, v);
		vec_push(&inputs, v);
	}
	kids_close(l, kids);
	place_set(l, stmt);
	v = emit(l, OP_ASM, NONE, NONE, NONE, 0);
	instr_at(l, v)->first_arg = l->builder->f.args.len;
	instr_at(l, v)->nargs = args.len;
	vec_append(&l->builder->f.args, &args);
	asm_jumps(l, stmt, inputs.items, inputs.len);
	vec_release(&args);
	vec_release(&inputs);
}

void statement(Lower *l, CXCursor stmt)
{
	place_set(l, stmt);
	if (clang_isExpression(stmt.kind)) {
		effect(l, stmt);
		return;
	}
	switch ((int)stmt.kind) {
	case CXCursor_CompoundStmt: case CXCursor_UnexposedStmt:
		statements_of(l, stmt);
		break;
	case CXCursor_DeclStmt: declarations(l, stmt); break;
	case CXCursor_IfStmt: statement_if(l, stmt); break;
	case CXCursor_WhileStmt: statement_while(l, stmt); break;
	case CXCursor_DoStmt: statement_do(l, stmt); break;
	case CXCursor_ForStmt: statement_for(l, stmt); break;
	case CXCursor_SwitchStmt: statement_switch(l, stmt); break;
	case CXCursor_CaseStmt: statement_case(l, stmt); break;
	case CXCursor_DefaultStmt: statement_default(l, stmt); break;
	case CXCursor_LabelStmt:
		label_start(l, stmt);
		statements_of(l, stmt);
		break;
	case CXCursor_GotoStmt: statement_goto(l, stmt); break;
	case CXCursor_IndirectGotoStmt: statement_computed_goto(l, stmt); break;
	case CXCursor_BreakStmt: statement_jump(l, l->builder->jumps.break_to, "break"); break;
	case CXCursor_ContinueStmt: statement_jump(l, l->builder->jumps.continue_to, "continue"); break;
	case CXCursor_ReturnStmt: statement_return(l, stmt); break;
	case CXCursor_GCCAsmStmt: statement_asm(l, stmt); break;
	case CXCursor_NullStmt: break;
	default: {
		CXString kind = clang_getCursorKindSpelling(stmt.kind);

		emit_unresolved(l, "statement of kind \"%s\"", clang_getCString(kind));
		clang_disposeString(kind);
		statements_of(l, stmt);
	}
	}
}
