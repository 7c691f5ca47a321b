/*
 * What is known of a function's control flow before anything is interpreted: dominators (Cooper, Harvey & Kennedy
 * 2001), control dependence (Ferrante, Ottenstein & Warren 1987), loops as a weak topological order (Bourdoncle
 * 1993), and which locals live in slots.
 */
#include "solve/engine.h"

static void add_edge(Cfg *cfg, BlockId from, BlockId to)
{
	for (uint32_t i = 0; i < cfg->succs[from].len; i++)
		if (cfg->succs[from].items[i] == to)
			return;
	vec_push(&cfg->succs[from], to);
	vec_push(&cfg->preds[to], from);
}

static void build_edges(const Function *f, Cfg *cfg)
{
	for (BlockId b = 0; b < cfg->nblocks; b++) {
		const Block *block = &f->blocks.items[b];
		const Instr *last = &f->instrs.items[block->first + block->count - 1];
		if (last->op == OP_JUMP || last->op == OP_BRANCH)
			add_edge(cfg, b, last->b);
		if (last->op == OP_BRANCH || last->op == OP_SWITCH)
			add_edge(cfg, b, last->c);
		for (uint32_t i = 0; last->op == OP_SWITCH && i < last->nargs; i++)
			add_edge(cfg, b, f->cases.items[last->first_arg + i].target);
		for (uint32_t i = 0; last->op == OP_IJUMP && i < last->nargs; i++)
			add_edge(cfg, b, f->args.items[last->first_arg + i]);
	}
}

/* Reverse postorder of the graph given by EDGES from ROOT; unreached nodes get no number. */
static uint32_t postorder(uint32_t count, uint32_t root, void *edges_of, bool reverse, BlockId *order)
{
	Cfg *cfg = edges_of;
	uint8_t *seen = mem_calloc(count, 1);
	VEC(struct { BlockId b; uint32_t next; }) stack = {0};
	uint32_t n = 0;

	vec_add(&stack)->b = root;
	seen[root] = 1;
	while (stack.len) {
		BlockId b = vec_last(&stack)->b;
		uint32_t next = vec_last(&stack)->next++;
		BlockId *items = reverse ? cfg->preds[b].items : cfg->succs[b].items;
		uint32_t len = reverse ? cfg->preds[b].len : cfg->succs[b].len;
		if (next >= len) {
			order[n++] = b;
			stack.len--;
		} else if (!seen[items[next]]) {
			seen[items[next]] = 1;
			vec_add(&stack)->b = items[next];
		}
	}
	vec_release(&stack);
	free(seen);
	return n;
}

/* Immediate dominators from ROOT; REVERSE gives postdominators. */
static void dominators(Cfg *cfg, uint32_t count, BlockId root, bool reverse, BlockId *idom)
{
	BlockId *order = mem_alloc(count * sizeof *order);
	uint32_t *number = mem_alloc(count * sizeof *number);
	uint32_t n = postorder(count, root, cfg, reverse, order);

	for (uint32_t i = 0; i < count; i++) {
		idom[i] = NONE;
		number[i] = NONE;
	}
	for (uint32_t i = 0; i < n; i++)
		number[order[i]] = i;
	idom[root] = root;
	for (bool changed = true; changed;) {
		changed = false;
		for (uint32_t i = n; i-- > 0;) {
			BlockId b = order[i];
			if (b == root)
				continue;
			uint32_t len = reverse ? cfg->succs[b].len : cfg->preds[b].len;
			const BlockId *from = reverse ? cfg->succs[b].items : cfg->preds[b].items;
			BlockId best = NONE;
			for (uint32_t k = 0; k < len; k++) {
				BlockId p = from[k];
				if (number[p] == NONE || idom[p] == NONE)
					continue;
				if (best == NONE) {
					best = p;
					continue;
				}
				while (best != p) {
					while (number[best] < number[p])
						best = idom[best];
					while (number[p] < number[best])
						p = idom[p];
				}
			}
			if (idom[b] != best) {
				idom[b] = best;
				changed = true;
			}
		}
	}
	free(order);
	free(number);
}

/* Blocks from which every way ends in a call that does not return: a branch to one (assert) decides nothing. */
static bool *find_doomed(const Function *f, const Cfg *cfg)
{
	bool *doomed = mem_calloc(cfg->nblocks + 1, 1);

	for (bool changed = true; changed;) {
		changed = false;
		for (BlockId b = cfg->nblocks; b-- > 0;) {
			const Block *block = &f->blocks.items[b];
			bool all = f->instrs.items[block->first + block->count - 1].op == OP_UNREACHABLE || cfg->succs[b].len;
			for (uint32_t i = 0; i < cfg->succs[b].len; i++)
				all &= doomed[cfg->succs[b].items[i]];
			if (all && !doomed[b])
				changed = doomed[b] = true;
		}
	}
	return doomed;
}

/* The graph without doomed blocks and with a virtual exit (block NBLOCKS), to which every return, and one block of
   every endless loop, leads. */
static void reduced(const Function *f, const Cfg *cfg, Cfg *out)
{
	uint32_t n = cfg->nblocks;
	bool *doomed = find_doomed(f, cfg);

	out->nblocks = n;
	out->succs = mem_calloc(n + 1, sizeof *out->succs);
	out->preds = mem_calloc(n + 1, sizeof *out->preds);
	for (BlockId b = 0; b < n; b++) {
		for (uint32_t i = 0; i < cfg->succs[b].len; i++)
			if (!doomed[cfg->succs[b].items[i]])
				add_edge(out, b, cfg->succs[b].items[i]);
		if (!out->succs[b].len)
			add_edge(out, b, n);
	}
	free(doomed);
}

static void control_dependence(const Function *f, Cfg *cfg)
{
	uint32_t n = cfg->nblocks, exit = n;
	BlockId *post = mem_alloc((n + 1) * sizeof *post);
	Cfg graph = {0};

	reduced(f, cfg, &graph);
	for (;;) {
		dominators(&graph, n + 1, exit, true, post);
		BlockId stuck = NONE;
		for (BlockId b = n; b-- > 0 && stuck == NONE;)
			if (post[b] == NONE)
				stuck = b;
		if (stuck == NONE)
			break;
		add_edge(&graph, stuck, exit);
	}
	for (BlockId b = 0; b < n; b++) {
		if (graph.succs[b].len < 2)
			continue;
		for (uint32_t i = 0; i < graph.succs[b].len; i++) {
			for (BlockId at = graph.succs[b].items[i]; at != post[b] && at != exit; at = post[at]) {
				bool known = false;
				for (uint32_t k = 0; k < cfg->control[at].len; k++)
					known |= cfg->control[at].items[k] == b;
				if (!known)
					vec_push(&cfg->control[at], b);
			}
		}
	}
	for (BlockId b = 0; b <= n; b++) {
		vec_release(&graph.succs[b]);
		vec_release(&graph.preds[b]);
	}
	free(graph.succs);
	free(graph.preds);
	free(post);
}

typedef struct {
	Cfg *cfg;
	uint32_t *dfn;
	uint32_t clock;
	Blocks stack;
	BlockId parent;
} Bourdoncle;

static uint32_t wto_visit(Bourdoncle *w, BlockId v, void *partition);

typedef VEC(WtoItem) Wto;

static void wto_component(Bourdoncle *w, BlockId head, Wto *partition)
{
	Wto inner = {0};
	BlockId parent = w->parent;

	w->cfg->loop_parent[head] = parent;
	w->parent = head;
	for (uint32_t i = 0; i < w->cfg->succs[head].len; i++)
		if (!w->dfn[w->cfg->succs[head].items[i]])
			wto_visit(w, w->cfg->succs[head].items[i], (void *)&inner);
	w->parent = parent;
	/* Partitions are built back to front: first the items, then their head. */
	vec_append(partition, &inner);
	vec_push(partition, (WtoItem){ .head = head, .is_loop = true, .count = inner.len });
	vec_release(&inner);
}

static uint32_t wto_visit(Bourdoncle *w, BlockId v, void *partition_)
{
	Wto *partition = partition_;
	bool loop = false;

	vec_push(&w->stack, v);
	w->dfn[v] = ++w->clock;
	uint32_t head = w->dfn[v];
	for (uint32_t i = 0; i < w->cfg->succs[v].len; i++) {
		BlockId s = w->cfg->succs[v].items[i];
		uint32_t low = w->dfn[s] ? w->dfn[s] : wto_visit(w, s, partition);
		if (low <= head) {
			head = low;
			loop = true;
		}
	}
	if (head == w->dfn[v]) {
		BlockId element = vec_pop(&w->stack);
		w->dfn[v] = UINT32_MAX;
		if (loop) {
			while (element != v) {
				w->dfn[element] = 0;
				element = vec_pop(&w->stack);
			}
			wto_component(w, v, partition);
		} else {
			vec_push(partition, (WtoItem){ .head = v });
		}
	}
	return head;
}

/* The partition is reversed into execution order; a loop's items follow its head. */
static void wto_emit(Cfg *cfg, const WtoItem *items, uint32_t count, BlockId loop)
{
	/* items[0 … count) is a back-to-front partition: its last item comes first. */
	for (uint32_t end = count; end > 0;) {
		WtoItem item = items[end - 1];
		uint32_t at = cfg->wto.len;
		vec_push(&cfg->wto, (WtoItem){ .head = item.head, .is_loop = item.is_loop, .first = at + 1 });
		cfg->order[item.head] = at;
		cfg->loop[item.head] = item.is_loop ? item.head : loop;
		if (item.is_loop)
			wto_emit(cfg, items + end - 1 - item.count, item.count, item.head);
		cfg->wto.items[at].count = cfg->wto.len - at - 1;
		end -= 1 + item.count;
	}
}

static void find_loops(Cfg *cfg)
{
	Bourdoncle w = { .cfg = cfg, .parent = NONE };
	Wto partition = {0};

	w.dfn = mem_calloc(cfg->nblocks, sizeof *w.dfn);
	wto_visit(&w, 0, (void *)&partition);
	wto_emit(cfg, partition.items, partition.len, NONE);
	free(w.dfn);
	vec_release(&w.stack);
	vec_release(&partition);
}

/* Scalars whose address is only used to load and store them whole. */
static void find_slots(const Module *program, const Function *f, Cfg *cfg)
{
	bool *plain = mem_calloc(f->locals.len + 1, 1);

	for (LocalId l = 0; l < f->locals.len; l++) {
		TypeId type = f->locals.items[l].type;
		TypeKind kind = type == NONE ? TY_OTHER : program->types.items[type].kind;
		plain[l] = kind == TY_INT || kind == TY_FLOAT || kind == TY_POINTER;
	}
	for (uint32_t i = 0; i < f->instrs.len; i++) {
		const Instr *in = &f->instrs.items[i];
		ValueId used[3] = { in->a, in->b, in->c };
		bool is_value = in->op != OP_JUMP && in->op != OP_IJUMP;
		for (int k = 0; k < 3 && is_value; k++) {
			bool value = k == 0 ||
				(k == 1 && (in->op == OP_ELEM || in->op == OP_STORE || in->op == OP_COPY || in->op == OP_BIN ||
				            in->op == OP_VA_COPY));
			if (!value || used[k] == NONE || f->instrs.items[used[k]].op != OP_ADDR_LOCAL)
				continue;
			LocalId l = (LocalId)f->instrs.items[used[k]].imm;
			bool access = k == 0 && !in->imm && (in->op == OP_LOAD || in->op == OP_STORE);
			if (!access || type_bits(program, in->type) != type_bits(program, f->locals.items[l].type))
				plain[l] = false;
		}
		if (in->op == OP_CALL || in->op == OP_ASM)
			for (uint32_t k = 0; k < in->nargs; k++) {
				const Instr *arg = &f->instrs.items[f->args.items[in->first_arg + k]];
				if (arg->op == OP_ADDR_LOCAL)
					plain[arg->imm] = false;
			}
	}
	cfg->slot = mem_alloc((f->locals.len + 1) * sizeof *cfg->slot);
	for (LocalId l = 0; l < f->locals.len; l++)
		cfg->slot[l] = plain[l] ? cfg->nslots++ : NONE;
	free(plain);
}

/* Block COUNT stands for the exit: its predecessors are the returns. */
static void link_exit(const Function *f, Cfg *cfg)
{
	BlockId exit = cfg->nblocks, common = NONE;

	for (BlockId b = 0; b < cfg->nblocks; b++) {
		const Block *block = &f->blocks.items[b];
		if (cfg->order[b] == NONE || f->instrs.items[block->first + block->count - 1].op != OP_RETURN)
			continue;
		vec_push(&cfg->preds[exit], b);
		if (common == NONE)
			common = b;
		while (!cfg_dominates(cfg, common, b))
			common = cfg->idom[common];
	}
	cfg->idom[exit] = common;
}

bool cfg_ends_loop(const Cfg *cfg, BlockId block)
{
	bool ends = false;

	for (uint32_t i = 0; i < cfg->succs[block].len && cfg->loop[block] != NONE; i++)
		ends |= !cfg_loop_contains(cfg, cfg->loop[block], cfg->succs[block].items[i]);
	return ends;
}

void cfg_build(const Module *program, const Function *f, Cfg *cfg)
{
	uint32_t n = cfg->nblocks = f->blocks.len;

	cfg->succs = mem_calloc(n + 1, sizeof *cfg->succs);
	cfg->preds = mem_calloc(n + 1, sizeof *cfg->preds);
	cfg->control = mem_calloc(n + 1, sizeof *cfg->control);
	cfg->deciders = mem_calloc(n + 1, sizeof *cfg->deciders);
	cfg->deciders_known = mem_calloc(n + 1, 1);
	cfg->idom = mem_alloc((n + 1) * sizeof *cfg->idom);
	cfg->order = mem_alloc((n + 1) * sizeof *cfg->order);
	cfg->loop = mem_alloc((n + 1) * sizeof *cfg->loop);
	cfg->loop_parent = mem_alloc((n + 1) * sizeof *cfg->loop_parent);
	for (uint32_t i = 0; i <= n; i++)
		cfg->order[i] = cfg->loop[i] = cfg->loop_parent[i] = NONE;
	build_edges(f, cfg);
	dominators(cfg, n, 0, false, cfg->idom);
	control_dependence(f, cfg);
	find_loops(cfg);
	link_exit(f, cfg);
	find_slots(program, f, cfg);
	tail_find(f, cfg);
	live_find(f, cfg);
	relevance_find(program, f, cfg);
	thresholds_find(f, cfg);
}

bool cfg_dominates(const Cfg *cfg, BlockId a, BlockId b)
{
	while (b != a) {
		if (b == NONE || cfg->idom[b] == b)
			return false;
		b = cfg->idom[b];
	}
	return true;
}

bool cfg_loop_contains(const Cfg *cfg, BlockId head, BlockId b)
{
	uint32_t at = cfg->order[head];
	return cfg->order[b] != NONE && cfg->order[b] >= at && cfg->order[b] <= at + cfg->wto.items[at].count;
}

const BlockId *cfg_deciders(Cfg *cfg, BlockId b, uint32_t *count)
{
	if (!cfg->deciders_known[b]) {
		cfg->deciders_known[b] = true;
		Bitset seen = {0}, found = {0};
		Blocks work = {0};
		for (uint32_t i = 0; i < cfg->preds[b].len; i++) {
			BlockId p = cfg->preds[b].items[i];
			if (cfg->order[p] == NONE)
				continue;
			if (cfg->succs[p].len > 1)
				bitset_add(&found, p);
			if (bitset_add(&seen, p))
				vec_push(&work, p);
		}
		while (work.len) {
			BlockId p = vec_pop(&work);
			for (uint32_t i = 0; i < cfg->control[p].len; i++) {
				BlockId c = cfg->control[p].items[i];
				if (!cfg_dominates(cfg, cfg->idom[b], c))
					continue;
				bitset_add(&found, c);
				if (bitset_add(&seen, c))
					vec_push(&work, c);
			}
		}
		for (BlockId c = 0; c < cfg->nblocks; c++)
			if (bitset_has(&found, c))
				vec_push(&cfg->deciders[b], c);
		bitset_release(&seen);
		bitset_release(&found);
		vec_release(&work);
	}
	*count = cfg->deciders[b].len;
	return cfg->deciders[b].items;
}

uint64_t cfg_leads_to(Cfg *cfg, BlockId c, uint32_t succ, BlockId b)
{
	uint64_t key = hash_u64(map_key(c, b), succ);
	uint32_t known;

	if (map_get(&cfg->leads_to, key, &known))
		return cfg->masks.items[known];
	uint64_t mask = 0;
	Bitset seen = {0};
	Blocks work = {0};
	BlockId first = cfg->succs[c].items[succ];
	if (first != b && bitset_add(&seen, first))
		vec_push(&work, first);
	while (work.len) {
		BlockId at = vec_pop(&work);
		for (uint32_t i = 0; i < cfg->succs[at].len; i++)
			if (cfg->succs[at].items[i] != b && bitset_add(&seen, cfg->succs[at].items[i]))
				vec_push(&work, cfg->succs[at].items[i]);
	}
	for (uint32_t i = 0; i < cfg->preds[b].len; i++)
		if (bitset_has(&seen, cfg->preds[b].items[i]) || (first == b && cfg->preds[b].items[i] == c))
			mask |= (uint64_t)1 << i;
	bitset_release(&seen);
	vec_release(&work);
	vec_push(&cfg->masks, mask);
	map_put(&cfg->leads_to, key, cfg->masks.len - 1);
	return mask;
}

void cfg_release(Cfg *cfg)
{
	map_release(&cfg->leads_to);
	vec_release(&cfg->masks);
	for (uint32_t i = 0; i <= cfg->nblocks; i++) {
		vec_release(&cfg->succs[i]);
		vec_release(&cfg->preds[i]);
		vec_release(&cfg->control[i]);
		vec_release(&cfg->deciders[i]);
		vec_release(&cfg->tail[i]);
		bitset_release(&cfg->live[i]);
	}
	vec_release(&cfg->wto);
	thresholds_release(cfg);
	free(cfg->succs);
	free(cfg->preds);
	free(cfg->control);
	free(cfg->deciders);
	free(cfg->deciders_known);
	free(cfg->idom);
	free(cfg->order);
	free(cfg->loop);
	free(cfg->loop_parent);
	free(cfg->tail);
	free(cfg->slot);
	free(cfg->live);
	free(cfg->relevant);
	free(cfg->param_relevant);
	free(cfg->slot_relevant);
}
