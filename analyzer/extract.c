/*
 * Units whose arguments and inputs are what they were are left alone. The others are handed to a worker: a child that
 * extracts one after the other and says on a pipe which one it has finished. When it dies, or is silent for longer than
 * the limit, the unit it was at is written off with a message and a new worker goes on behind it.
 */
#include "extract.h"

#include "front/front.h"
#include "model/facts.h"
#include "plan/flags.h"
#include "plan/inputs.h"
#include "plan/path.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

typedef VEC(uint32_t) Indexes;

typedef struct {
	const Batch *batch;
	Indexes pending;    /* units to extract */
	FileHashes hashes;
	Diags *diags;
} Action;

static bool facts_write(const Module *module, Str facts, Diags *diags)
{
	Text content = {0};

	facts_print(module, &content);
	bool done = file_keep(facts, &content);
	if (!done)
		diag_add(diags, DIAG_ERROR, facts, 0, 0, "cannot be written: %s", strerror(errno));
	text_release(&content);
	return done;
}

/* Facts of a unit without contents: skipped, missing, crashed. */
static bool facts_write_empty(const PlanUnit *unit, Str root, UnitStatus status, Str message, Str facts, Diags *diags)
{
	Module module = { .root = root };
	Str name = str_intern(path_relative(str_text(unit->file), str_text(root)));

	vec_push(&module.units, (Unit){ .name = name, .variant = unit->variant, .status = status, .message = message });
	bool done = facts_write(&module, facts, diags);
	module_release(&module);
	return done;
}

/* The folder of each of FILES, once. */
static void folders_add(const StrList *files, StrList *folders)
{
	for (uint32_t i = 0; i < files->len; i++) {
		Str folder = path_parent(str_text(files->items[i]));
		if (!str_list_has(folders, folder))
			vec_push(folders, folder);
	}
}

static void absent_add(Str folder, Str name, StrList *absent)
{
	Str path = path_join(str_text(folder), str_text(name));

	if (!str_list_has(absent, path))
		vec_push(absent, path);
}

/* Where the headers that were not found may appear: in the folder of the file that includes them (of -include, in
   that of the compiler), in those that the arguments name, and in those that other headers came from, the system's
   among them. */
static bool absent_find(const PlanUnit *unit, const FrontDeps *deps, Extracted *extracted)
{
	static const char *const usual[] = { "/usr/local/include", "/usr/include" };
	StrList folders = {0};
	bool known = !deps->missing.len || flags_folders(&unit->arguments, unit->directory, &folders);

	for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
		vec_push(&folders, str_intern(usual[i]));
	folders_add(&extracted->files, &folders);
	for (uint32_t i = 0; i < deps->missing.len && known; i++) {
		const MissingHeader *header = &deps->missing.items[i];
		Str beside = str_empty(header->includer) ? unit->directory : path_parent(str_text(header->includer));
		absent_add(beside, header->name, &extracted->absent);
		for (uint32_t k = 0; k < folders.len; k++)
			absent_add(folders.items[k], header->name, &extracted->absent);
	}
	vec_release(&folders);
	return known;
}

bool extract_unit(const PlanUnit *unit, Str root, bool is_stub, Str facts, Extracted *extracted, Diags *diags)
{
	VEC(const char *) args = {0};
	Module module = {0};
	FrontDeps deps = {0};

	for (uint32_t i = 0; i < unit->arguments.len; i++)
		vec_push(&args, str_text(unit->arguments.items[i]));
	FrontRequest request = {
		.directory = str_text(unit->directory), .file = str_text(unit->file), .args = args.items, .nargs = args.len,
		.root = str_text(root), .variant = str_empty(unit->variant) ? NULL : str_text(unit->variant), .is_stub = is_stub,
	};
	front_extract(&request, &module, &deps, diags);
	bool done = facts_write(&module, facts, diags);
	extracted->status = module.units.items[0].status;
	extracted->message = module.units.items[0].message;
	for (uint32_t i = 0; i < deps.files.len; i++)
		vec_push(&extracted->files, deps.files.items[i]);
	extracted->final = (extracted->status == UNIT_PARSED || extracted->status == UNIT_ERRORS)
		&& absent_find(unit, &deps, extracted);
	front_deps_release(&deps);
	module_release(&module);
	vec_release(&args);
	return done;
}

/* Why a unit crashed, or where else a missing header may appear, is not known: such a unit is not FINAL but tried every
   time. The file named here never exists, so that ninja always runs the action. */
static bool inputs_keep(const Batch *batch, const BatchUnit *item, bool final, Inputs *inputs, Action *action)
{
	inputs->key = final ? inputs_key(batch, item) : 0;
	if (!final)
		vec_push(&inputs->files, str_format("%s/%s.retry", str_text(path_current()), str_text(item->facts)));
	if (inputs_write(item->facts, inputs, &action->hashes))
		return true;
	diag_add(action->diags, DIAG_ERROR, item->facts, 0, 0, "the list of inputs cannot be written: %s", strerror(errno));
	return false;
}

static bool unit_write_off(Action *action, const BatchUnit *item, UnitStatus status, Str message)
{
	Inputs inputs = {0};

	if (status != UNIT_SKIPPED)
		vec_push(&inputs.files, item->unit.file);
	bool done = facts_write_empty(&item->unit, action->batch->root, status, message, item->facts, action->diags)
		&& inputs_keep(action->batch, item, status == UNIT_SKIPPED || status == UNIT_MISSING, &inputs, action);
	inputs_release(&inputs);
	return done;
}

/* In a worker, whose stderr the parent reads. */
static void diags_tell(const Diags *diags)
{
	Text text = {0};

	for (uint32_t i = 0; i < diags->items.len; i++)
		if (diags->items.items[i].level == DIAG_ERROR)
			diag_print(&diags->items.items[i], &text);
	fputs(text_data(&text), stderr);
	text_release(&text);
}

static bool unit_extract(Action *action, const BatchUnit *item)
{
	Extracted extracted = {0};
	Inputs inputs = {0};
	Diags ignored = {0}; /* what is wrong with the code is in the facts */

	bool done = extract_unit(&item->unit, action->batch->root, false, item->facts, &extracted, &ignored);
	vec_append(&inputs.files, &extracted.files);
	vec_append(&inputs.files, &extracted.absent);
	done = done && inputs_keep(action->batch, item, extracted.final, &inputs, action);
	if (!done) {
		diags_tell(&ignored);
		diags_tell(action->diags);
	}
	diags_release(&ignored);
	inputs_release(&inputs);
	vec_release(&extracted.files);
	vec_release(&extracted.absent);
	return done;
}

enum { WORKER_FAILED = 3 };

/* In the child: extracts the pending units from FIRST on, with a byte on the pipe after each. */
_Noreturn static void worker_run(Action *action, uint32_t first, int pipe, int log)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	dup2(log, STDERR_FILENO);
	for (uint32_t i = first; i < action->pending.len; i++)
		if (!unit_extract(action, &action->batch->units.items[action->pending.items[i]]) || write(pipe, "", 1) != 1)
			_exit(WORKER_FAILED);
	_exit(0);
}

/* Waits for the next byte of the worker; false when it is dead, or silent for too long (*TIMED_OUT). */
static bool worker_wait(int pipe, uint32_t timeout, bool *timed_out)
{
	struct pollfd wait = { .fd = pipe, .events = POLLIN };
	int ready;
	char byte;

	do
		ready = poll(&wait, 1, timeout ? (int)timeout * 1000 : -1);
	while (ready < 0 && errno == EINTR);
	*timed_out = ready == 0;
	return ready > 0 && read(pipe, &byte, 1) == 1;
}

static Text log_read(int log)
{
	Text text = {0};
	char buffer[4096];
	ssize_t length;

	lseek(log, 0, SEEK_SET);
	while ((length = read(log, buffer, sizeof buffer)) > 0)
		text_put_n(&text, buffer, (size_t)length);
	return text;
}

/* featdep's own last words, if there are any; what libclang prints when it crashes is a stack of addresses. */
static Str crash_message(int log, int status)
{
	Text text = log_read(log);
	const char *bug = strstr(text_data(&text), "featdep: bug");
	const char *sanitizer = strstr(text_data(&text), "ERROR: AddressSanitizer");
	const char *name = WIFSIGNALED(status) ? sigabbrev_np(WTERMSIG(status)) : NULL;
	Str message = name ? str_format("extracting crashed with SIG%s", name) : str_format("extracting crashed");

	if (bug || sanitizer)
		message = str_intern_n(bug ? bug : sanitizer, strcspn(bug ? bug : sanitizer, "\n"));
	text_release(&text);
	return message;
}

/* After a worker ended at the pending unit AT. */
static bool worker_bury(Action *action, uint32_t at, int status, bool timed_out, int log)
{
	const BatchUnit *item = &action->batch->units.items[action->pending.items[at]];

	if (timed_out)
		return unit_write_off(action, item, UNIT_TIMEOUT,
			str_format("extracting took longer than %u s", action->batch->timeout));
	if (WIFEXITED(status) && WEXITSTATUS(status) == WORKER_FAILED) {
		Text text = log_read(log);
		diag_add(action->diags, DIAG_ERROR, item->facts, 0, 0, "facts cannot be written: %s", text_data(&text));
		text_release(&text);
		return false;
	}
	return unit_write_off(action, item, UNIT_CRASHED, crash_message(log, status));
}

/* Runs one worker over the pending units from *AT on; afterwards *AT is the first that no worker was at. */
static bool worker_supervise(Action *action, uint32_t *at)
{
	int ends[2], status = 0, log = memfd_create("featdep", MFD_CLOEXEC);
	bool timed_out = false;

	if (log < 0 || pipe(ends))
		BUG("no descriptors left: %s", strerror(errno));
	fflush(NULL);
	pid_t pid = fork();
	if (pid < 0)
		BUG("fork: %s", strerror(errno));
	if (pid == 0)
		worker_run(action, *at, ends[1], log);
	close(ends[1]);
	while (*at < action->pending.len && worker_wait(ends[0], action->batch->timeout, &timed_out))
		++*at;
	if (timed_out)
		kill(pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		continue;
	bool done = *at == action->pending.len || worker_bury(action, (*at)++, status, timed_out, log);
	close(ends[0]);
	close(log);
	return done;
}

static void depfile_name(Text *out, const char *path)
{
	for (; *path; path++) {
		if (*path == ' ' || *path == '#' || *path == '\\')
			text_char(out, '\\');
		if (*path == '$')
			text_char(out, '$');
		text_char(out, *path);
	}
}

static int name_order(const void *a, const void *b)
{
	return str_compare(*(const Str *)a, *(const Str *)b);
}

bool depfile_write(Str path, Str target, StrList *files, Diags *diags)
{
	Text out = {0};

	vec_sort(files, name_order);
	depfile_name(&out, str_text(target));
	text_char(&out, ':');
	for (uint32_t i = 0; i < files->len; i++) {
		if (i && str_equal(files->items[i], files->items[i - 1]))
			continue;
		text_put(&out, " \\\n  ");
		depfile_name(&out, str_text(files->items[i]));
	}
	text_char(&out, '\n');
	bool done = file_write(str_text(path), text_data(&out), out.len);
	if (!done)
		diag_add(diags, DIAG_ERROR, path, 0, 0, "cannot be written: %s", strerror(errno));
	text_release(&out);
	return done;
}

/* Leaves to the workers what needs libclang. */
static bool units_sort_out(Action *action)
{
	bool done = true;

	for (uint32_t i = 0; i < action->batch->units.len && done; i++) {
		const BatchUnit *item = &action->batch->units.items[i];
		if (inputs_unchanged(item->facts, inputs_key(action->batch, item), &action->hashes))
			continue;
		if (item->unit.status == UNIT_PARSED)
			vec_push(&action->pending, i);
		else
			done = unit_write_off(action, item, item->unit.status, item->unit.message);
	}
	return done;
}

bool extract_batch(const Batch *batch, Diags *diags)
{
	Action action = { .batch = batch, .diags = diags };
	StrList read = {0};
	bool done = units_sort_out(&action);

	for (uint32_t at = 0; at < action.pending.len && done;)
		done = worker_supervise(&action, &at);
	for (uint32_t i = 0; i < batch->units.len && done; i++)
		inputs_files(batch->units.items[i].facts, &read);
	done = done && batch->units.len && depfile_write(batch->depfile, batch->units.items[0].facts, &read, diags);
	vec_release(&read);
	vec_release(&action.pending);
	file_hashes_release(&action.hashes);
	return done;
}
