/*
 * Parameters are memory in the flow IR: what is read through one is a LOAD whose address leads over elements, members
 * and casts to a LOAD of the parameter. One level of that is enough to see what a function does with its input; inputs
 * that are handed to a callee are followed one call at a time, until nothing changes.
 */
#include "bind/evidence.h"

#include <ctype.h>
#include <strings.h>

typedef struct {
	const Module *program;
	const Function *function;
	Evidence *evidence;
} Scan;

static const Instr *instr_at(const Scan *scan, ValueId value)
{
	return value < scan->function->instrs.len ? &scan->function->instrs.items[value] : NULL;
}

static const Instr *without_casts(const Scan *scan, ValueId value)
{
	const Instr *instr = instr_at(scan, value);

	while (instr && instr->op == OP_CAST)
		instr = instr_at(scan, instr->a);
	return instr;
}

/* The parameter that the address leads back to, and the first element on the way; NONE when it is none. */
static uint32_t param_of(const Scan *scan, const Instr *address, const Instr **element, bool *by_field)
{
	while (address && (address->op == OP_ELEM || address->op == OP_FIELD || address->op == OP_CAST)) {
		if (address->op == OP_ELEM && !*element)
			*element = address;
		*by_field |= address->op == OP_FIELD;
		address = instr_at(scan, address->a);
	}
	if (!address || address->op != OP_LOAD)
		return NONE;
	const Instr *local = instr_at(scan, address->a);
	if (!local || local->op != OP_ADDR_LOCAL || local->imm >= scan->function->nparams || local->imm >= EVIDENCE_PARAMS)
		return NONE;
	return (uint32_t)local->imm;
}

static uint32_t param_read(const Scan *scan, const Instr *load)
{
	const Instr *element = NULL;
	bool by_field = false;

	return load && load->op == OP_LOAD ? param_of(scan, instr_at(scan, load->a), &element, &by_field) : NONE;
}

/* The constant table that LOAD reads an element of, or NULL. */
static const Global *table_read(const Scan *scan, const Instr *load)
{
	const Instr *address = load && load->op == OP_LOAD ? instr_at(scan, load->a) : NULL;
	bool by_element = false;

	while (address && (address->op == OP_ELEM || address->op == OP_FIELD || address->op == OP_CAST)) {
		by_element |= address->op == OP_ELEM;
		address = instr_at(scan, address->a);
	}
	if (!address || address->op != OP_ADDR_GLOBAL || !by_element)
		return NULL;
	const Global *global = &scan->program->globals.items[address->imm];
	const Type *type = &scan->program->types.items[global->type];
	while (type->kind == TY_ARRAY && !type->is_const)
		type = &scan->program->types.items[type->elem];
	return global->is_const || type->is_const ? global : NULL;
}

static void scan_load(const Scan *scan, const Instr *load)
{
	const Instr *element = NULL, *index;
	bool by_field = false;
	uint32_t param = param_of(scan, instr_at(scan, load->a), &element, &by_field);

	if (param == NONE)
		return;
	ParamUse *use = &scan->evidence->params[param];
	use->is_read = true;
	use->fields += by_field;
	index = element ? without_casts(scan, element->b) : NULL;
	if (index && index->op == OP_CONST_INT) {
		use->indices++;
		use->max_index = index->imm > use->max_index ? index->imm : use->max_index;
	}
}

/* What is behind a parameter is written at ADDRESS, or by who is given ADDRESS. */
static void scan_written(const Scan *scan, ValueId address)
{
	const Instr *element = NULL;
	bool by_field = false;
	uint32_t param = param_of(scan, without_casts(scan, address), &element, &by_field);

	if (param != NONE)
		scan->evidence->params[param].is_written = true;
}

static bool is_constant(const Instr *instr)
{
	return instr && (instr->op == OP_CONST_INT || instr->op == OP_CONST_FLOAT);
}

static void scan_operation(const Scan *scan, const Instr *operation)
{
	const Instr *sides[2] = { without_casts(scan, operation->a), without_casts(scan, operation->b) };

	for (int i = 0; i < 2; i++) {
		uint32_t param = param_read(scan, sides[i]);
		const Global *table = table_read(scan, sides[!i]);
		if (param == NONE)
			continue;
		if (operation->sub == BIN_MUL && table) {
			scan->evidence->params[param].times_constants = true;
			scan->evidence->table = table->name;
		}
		if (operation->sub >= BIN_LT && operation->sub <= BIN_GE && is_constant(sides[!i]))
			scan->evidence->params[param].compared++;
	}
}

static void push_once(FuncId **items, uint32_t *len, uint32_t *cap, FuncId id)
{
	for (uint32_t i = 0; i < *len; i++)
		if ((*items)[i] == id)
			return;
	if (*len == *cap)
		*items = vec_grow(*items, cap, *len + 1, sizeof **items);
	(*items)[(*len)++] = id;
}

/* May CALLED, of which nothing else tells, write to what its argument number INDEX points to? */
static bool may_write(const Scan *scan, const Function *called, uint32_t index)
{
	const Type *type = index < called->nparams ? &scan->program->types.items[called->locals.items[index].type] : NULL;
	bool constant = type && type->kind == TY_POINTER && type->elem != NONE && scan->program->types.items[type->elem].is_const;

	return (!called->defined || called->is_stub) && !constant;
}

static void scan_call(const Scan *scan, const Instr *call)
{
	const Instr *callee = instr_at(scan, call->a);

	if (!callee || callee->op != OP_ADDR_FUNC)
		return;
	const Function *called = &scan->program->functions.items[callee->imm];
	push_once(&scan->evidence->callees.items, &scan->evidence->callees.len, &scan->evidence->callees.cap,
		(FuncId)callee->imm);
	if (name_has(called->name, "exp|expf|tanh|tanhf|sigmoid|softmax|relu|logistic", NULL))
		scan->evidence->nonlinearity = called->name;
	for (uint32_t i = 0; i < call->nargs; i++) {
		const Instr *arg = without_casts(scan, scan->function->args.items[call->first_arg + i]);
		const Instr *local = arg && arg->op == OP_LOAD ? instr_at(scan, arg->a) : NULL;
		if (arg && (arg->op == OP_FIELD || arg->op == OP_ELEM || may_write(scan, called, i)))
			scan_written(scan, scan->function->args.items[call->first_arg + i]);
		if (local && local->op == OP_ADDR_LOCAL && local->imm < scan->function->nparams && local->imm < EVIDENCE_PARAMS)
			vec_push(&scan->evidence->handed, (Handed){ (FuncId)callee->imm, i, (uint32_t)local->imm });
	}
}

static void scan_function(const Scan *scan)
{
	for (uint32_t i = 0; i < scan->function->instrs.len; i++) {
		const Instr *instr = &scan->function->instrs.items[i];
		if (instr->op == OP_LOAD)
			scan_load(scan, instr);
		else if (instr->op == OP_STORE || instr->op == OP_COPY || instr->op == OP_ZERO)
			scan_written(scan, instr->a);
		else if (instr->op == OP_BIN)
			scan_operation(scan, instr);
		else if (instr->op == OP_CALL)
			scan_call(scan, instr);
	}
}

static bool use_merge(ParamUse *into, const ParamUse *from)
{
	ParamUse before = *into;

	into->max_index = from->max_index > into->max_index ? from->max_index : into->max_index;
	into->indices = from->indices > into->indices ? from->indices : into->indices;
	into->compared = from->compared > into->compared ? from->compared : into->compared;
	into->fields = from->fields > into->fields ? from->fields : into->fields;
	into->times_constants |= from->times_constants;
	into->is_read |= from->is_read;
	into->is_written |= from->is_written;
	return into->max_index != before.max_index || into->indices != before.indices ||
		into->compared != before.compared ||
		into->fields != before.fields || into->times_constants != before.times_constants ||
		into->is_read != before.is_read || into->is_written != before.is_written;
}

/* What callees do with what they are handed; true when that was news. */
static bool merge_callees(const Module *program, Evidence *evidence, FuncId id)
{
	bool changed = false;

	for (uint32_t i = 0; i < evidence[id].handed.len; i++) {
		const Handed *handed = &evidence[id].handed.items[i];
		Evidence *callee = &evidence[handed->callee];
		if (handed->argument >= EVIDENCE_PARAMS || program->functions.items[handed->callee].is_stub)
			continue;
		changed |= use_merge(&evidence[id].params[handed->param], &callee->params[handed->argument]);
		if (callee->params[handed->argument].times_constants && str_empty(evidence[id].table))
			evidence[id].table = callee->table;
		if (str_empty(evidence[id].nonlinearity))
			evidence[id].nonlinearity = callee->nonlinearity;
	}
	return changed;
}

Evidence *evidence_collect(const Module *program)
{
	Evidence *evidence = mem_calloc(program->functions.len + 1, sizeof *evidence);
	bool changed = true;

	for (FuncId f = 0; f < program->functions.len; f++) {
		for (uint32_t p = 0; p < EVIDENCE_PARAMS; p++)
			evidence[f].params[p].max_index = -1;
		if (function_is_users(program, &program->functions.items[f]))
			scan_function(&(Scan){ program, &program->functions.items[f], &evidence[f] });
	}
	for (FuncId f = 0; f < program->functions.len; f++)
		for (uint32_t i = 0; i < evidence[f].callees.len; i++) {
			Evidence *callee = &evidence[evidence[f].callees.items[i]];
			push_once(&callee->callers.items, &callee->callers.len, &callee->callers.cap, f);
		}
	for (int round = 0; round < 5 && changed; round++) {
		changed = false;
		for (FuncId f = 0; f < program->functions.len; f++)
			changed |= merge_callees(program, evidence, f);
	}
	return evidence;
}

void evidence_free(const Module *program, Evidence *evidence)
{
	for (FuncId f = 0; f < program->functions.len; f++) {
		vec_release(&evidence[f].callees);
		vec_release(&evidence[f].callers);
		vec_release(&evidence[f].handed);
	}
	free(evidence);
}

static bool is_border(const char *name, const char *at)
{
	return at == name || !isalpha((unsigned char)at[-1]) ||
		(isupper((unsigned char)*at) && !isupper((unsigned char)at[-1]));
}

static bool has_word(const char *name, const char *word, size_t length)
{
	for (const char *p = name; *p; p++)
		if (!strncasecmp(p, word, length) && is_border(name, p) && (!isalpha((unsigned char)p[length]) ||
		    (isupper((unsigned char)p[length]) && !isupper((unsigned char)p[length - 1]))))
			return true;
	return false;
}

bool name_has(Str name, const char *words, Str *found)
{
	while (*words) {
		size_t length = strcspn(words, "|");
		if (has_word(str_text(name), words, length)) {
			if (found)
				*found = str_intern_n(words, length);
			return true;
		}
		words += length + (words[length] == '|');
	}
	return false;
}
