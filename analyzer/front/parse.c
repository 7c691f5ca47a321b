/*
 * One translation unit from its arguments to its facts: parse, note the errors, lower, dispose. libclang recurses over
 * the code, so all of it happens in a thread with a large stack (which is only touched as far as it is needed);
 * LIBCLANG_NOTHREADS keeps libclang from moving to a thread of its own with a small one.
 */
#include "front/lower.h"
#include "front/missing.h"

#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { STACK_BYTES = 1 << 30, MAX_REPORTED = 5, MAX_ROUNDS = 3 };

static CXIndex shared_index(void)
{
	static CXIndex index;

	if (!index) {
		setenv("LIBCLANG_NOTHREADS", "1", 1);
		index = clang_createIndex(0, 0);
	}
	return index;
}

typedef VEC(const char *) Arguments;

static bool is_machine_choice(const char *argument)
{
	return strncmp(argument, "-march=", 7) == 0 || strncmp(argument, "-mtune=", 7) == 0
		|| strncmp(argument, "-mcpu=", 6) == 0 || strncmp(argument, "-mabi=", 6) == 0
		|| strncmp(argument, "-mfpu=", 6) == 0;
}

static Arguments arguments_of(const FrontRequest *request, bool keeps_machine)
{
	const char *resources = request->resource_dir ? request->resource_dir : front_resource_dir(NULL);
	static const char *const fixed[] = { "-w", "-ferror-limit=0", "-fbracket-depth=100000", "-U_FORTIFY_SOURCE",
		"-D__NO_CTYPE", "-fno-openmp" };
	Arguments args = { 0 };

	for (size_t i = 0; i < request->nargs; i++)
		if (keeps_machine || !is_machine_choice(request->args[i]))
			vec_push(&args, request->args[i]);
	for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
		vec_push(&args, fixed[i]);
	if (resources) {
		vec_push(&args, "-resource-dir");
		vec_push(&args, resources);
	}
	vec_push(&args, str_text(str_format("-working-directory=%s", request->directory)));
	return args;
}

/* STAND_INS: text of declarations to be read before the file, or NULL. */
static enum CXErrorCode parse(const FrontRequest *request, const char *file, bool keeps_machine, const Text *stand_ins,
	CXTranslationUnit *tu)
{
	Arguments args = arguments_of(request, keeps_machine);
	struct CXUnsavedFile unsaved = { .Filename = MISSING_FILE };
	enum CXErrorCode code;

	if (stand_ins) {
		unsaved.Contents = text_data(stand_ins);
		unsaved.Length = stand_ins->len;
		vec_push(&args, "-include");
		vec_push(&args, MISSING_FILE);
	}
	code = clang_parseTranslationUnit2(shared_index(), file, args.items, (int)args.len, &unsaved, stand_ins ? 1 : 0,
		CXTranslationUnit_KeepGoing, tu);
	vec_release(&args);
	return code;
}

static enum CXErrorCode parse_first(const FrontRequest *request, const char *file, CXTranslationUnit *tu)
{
	enum CXErrorCode code = parse(request, file, true, NULL, tu);

	if (code != CXError_Success && code != CXError_Crashed)
		code = parse(request, file, false, NULL, tu);
	return code;
}

/* When headers are missing: parsed again with stand-ins for their names, as long as that leaves fewer errors. */
static CXTranslationUnit parse_better(const FrontRequest *request, const char *file, CXTranslationUnit tu)
{
	MissingNames names = { 0 };
	Text text = { 0 };

	for (int round = 0; round < MAX_ROUNDS && missing_collect(tu, &names); round++) {
		CXTranslationUnit next = NULL;

		text_clear(&text);
		missing_declare(&names, &text);
		if (parse(request, file, true, &text, &next) != CXError_Success || !next
				|| missing_errors(next) >= missing_errors(tu)) {
			if (next)
				clang_disposeTranslationUnit(next);
			break;
		}
		clang_disposeTranslationUnit(tu);
		tu = next;
	}
	missing_release(&names);
	text_release(&text);
	return tu;
}

/* --- diagnostics --- */

static bool diagnostic_is_real(CXDiagnostic diagnostic)
{
	Str option;

	if (clang_getDiagnosticSeverity(diagnostic) < CXDiagnostic_Error)
		return false;
	option = cxstring_take(clang_getDiagnosticOption(diagnostic, NULL));
	return str_empty(option);
}

static void errors_collect(Lower *l)
{
	unsigned count = clang_getNumDiagnostics(l->tu);

	for (unsigned i = 0; i < count; i++) {
		CXDiagnostic diagnostic = clang_getDiagnostic(l->tu, i);
		ParseError error = { 0 };
		CXFile file;

		clang_getFileLocation(clang_getDiagnosticLocation(diagnostic), &file, &error.line, &error.column, NULL);
		if (diagnostic_is_real(diagnostic)
				&& (file || clang_getDiagnosticSeverity(diagnostic) == CXDiagnostic_Fatal)) {
			error.message = cxstring_take(clang_getDiagnosticSpelling(diagnostic));
			if (file)
				error.file = file_absolute(l, file);
			vec_push(&l->errors, error);
		}
		clang_disposeDiagnostic(diagnostic);
	}
}

static void errors_summarise(Lower *l)
{
	Unit *unit = &l->module->units.items[0];

	for (uint32_t i = 0; i < l->errors.len && i < MAX_REPORTED; i++) {
		const ParseError *error = &l->errors.items[i];

		diag_add(l->diags, DIAG_WARNING, error->file, error->line, error->column, "%s", str_text(error->message));
	}
	if (l->errors.len == 0)
		return;
	unit->status = UNIT_ERRORS;
	unit->message = str_format("%u error%s, the first: %s:%u:%u: %s", l->errors.len, l->errors.len == 1 ? "" : "s",
		str_text(file_relative(l, l->errors.items[0].file)), l->errors.items[0].line, l->errors.items[0].column,
		str_text(l->errors.items[0].message));
}

/* --- files that were read --- */

typedef struct {
	Lower *l;
	FrontDeps *deps;
} Inclusions;

static void inclusion_add(CXFile file, CXSourceLocation *stack, unsigned depth, CXClientData data)
{
	Inclusions *inclusions = data;

	(void)stack;
	(void)depth;
	if (file && !clang_File_isEqual(file, inclusions->l->missing_file))
		vec_push(&inclusions->deps->files, file_absolute(inclusions->l, file));
}

static int dependency_compare(const void *a, const void *b)
{
	return str_compare(*(const Str *)a, *(const Str *)b);
}

static void missing_header_add(const ParseError *error, FrontDeps *deps)
{
	static const char tail[] = "' file not found";
	const char *message = str_text(error->message), *end = strstr(message, tail);

	if (*message == '\'' && end)
		vec_push(&deps->missing, (MissingHeader){ str_intern_n(message + 1, (size_t)(end - message - 1)), error->file });
}

static void dependencies_collect(Lower *l, FrontDeps *deps)
{
	Inclusions inclusions = { l, deps };
	uint32_t kept = 0;

	clang_getInclusions(l->tu, inclusion_add, &inclusions);
	vec_sort(&deps->files, dependency_compare);
	for (uint32_t i = 0; i < deps->files.len; i++)
		if (i == 0 || !str_equal(deps->files.items[i], deps->files.items[kept - 1]))
			deps->files.items[kept++] = deps->files.items[i];
	deps->files.len = kept;
	for (uint32_t i = 0; i < l->errors.len; i++)
		missing_header_add(&l->errors.items[i], deps);
}

void front_deps_release(FrontDeps *deps)
{
	vec_release(&deps->files);
	vec_release(&deps->missing);
}

/* --- the unit --- */

typedef struct {
	const FrontRequest *request;
	Module *module;
	FrontDeps *deps;
	Diags *diags;
	bool result;
} Job;

static Str real_or(const char *path)
{
	char resolved[PATH_MAX];

	return str_intern(realpath(path, resolved) ? resolved : path);
}

static void lower_release(Lower *l)
{
	vec_release(&l->kids);
	vec_release(&l->field_cursors);
	vec_release(&l->raw_fields);
	map_release(&l->raw_field_of);
	vec_release(&l->sources);
	map_release(&l->file_of);
	map_release(&l->file_by_name);
	map_release(&l->type_of);
	map_release(&l->type_by_shape);
	vec_release(&l->unqualified);
	map_release(&l->qualified_of);
	map_release(&l->field_of);
	map_release(&l->alias_of);
	map_release(&l->va_list_of);
	map_release(&l->callee_of);
	vec_release(&l->callees);
	map_release(&l->function_of);
	map_release(&l->function_by_name);
	map_release(&l->global_of);
	map_release(&l->enumerator_of);
	vec_release(&l->enumerators);
	vec_release(&l->work);
	vec_release(&l->errors);
}

static void types_begin(Lower *l)
{
	CXTargetInfo target = clang_getTranslationUnitTargetInfo(l->tu);
	int width = clang_TargetInfo_getPointerWidth(target);

	clang_TargetInfo_dispose(target);
	l->type_int = type_scalar(l, TY_INT, "int", 32, true);
	l->type_unknown = type_scalar(l, TY_OTHER, "unknown", 64, false);
	l->type_size = type_scalar(l, TY_INT, width == 32 ? "int" : "long", width > 0 ? width : 64, true);
	l->type_char_pointer = type_pointer_to(l, type_scalar(l, TY_INT, "char", 8, true));
}

static void unit_lower(Job *job, CXTranslationUnit tu, const char *file)
{
	Lower l = { .request = job->request, .module = job->module, .diags = job->diags, .tu = tu };

	l.main_file = clang_getFile(tu, file);
	l.missing_file = clang_getFile(tu, MISSING_FILE);
	l.directory = str_intern(job->request->directory);
	l.root = job->module->root;
	file_of(&l, l.main_file, clang_getLocationForOffset(tu, l.main_file, 0));
	types_begin(&l);
	errors_collect(&l);
	decls_collect(&l);
	decls_drain(&l);
	types_complete(&l);
	errors_summarise(&l);
	if (job->deps)
		dependencies_collect(&l, job->deps);
	lower_release(&l);
}

static void unit_fail(Job *job, UnitStatus status, const char *file, const char *message)
{
	Unit *unit = &job->module->units.items[0];

	unit->status = status;
	unit->message = str_intern(message);
	diag_add(job->diags, DIAG_WARNING, str_intern(file), 0, 0, "%s", message);
}

static void unit_begin(Job *job, const char *file)
{
	const FrontRequest *request = job->request;
	Unit *unit = vec_add(&job->module->units);
	const char *name = str_text(real_or(file));
	size_t length;

	job->module->root = real_or(request->root ? request->root : request->directory);
	length = str_length(job->module->root);
	if (length > 1 && strncmp(name, str_text(job->module->root), length) == 0 && name[length] == '/')
		name += length + 1;
	unit->name = str_intern(name);
	unit->variant = str_intern(request->variant);
}

/* clang reads UTF-8 only; its error about the others has no place and would be lost among those about arguments. */
static bool is_wide_text(const char *file)
{
	FILE *in = fopen(file, "rb");
	unsigned char start[4] = { 0 };
	size_t count = in ? fread(start, 1, sizeof start, in) : 0;

	if (in)
		fclose(in);
	return count >= 2 && (memcmp(start, "\xff\xfe", 2) == 0 || memcmp(start, "\xfe\xff", 2) == 0
		|| memcmp(start, "\0\0\xfe\xff", 4) == 0);
}

static void *job_run(void *data)
{
	Job *job = data;
	const FrontRequest *request = job->request;
	const char *file = request->file[0] == '/' ? request->file
		: str_text(str_format("%s/%s", request->directory, request->file));
	CXTranslationUnit tu = NULL;
	enum CXErrorCode code;
	struct stat info;

	unit_begin(job, file);
	if (stat(file, &info) != 0 || !S_ISREG(info.st_mode) || access(file, R_OK) != 0) {
		unit_fail(job, UNIT_MISSING, file, "source file is missing or cannot be read");
		return NULL;
	}
	if (is_wide_text(file)) {
		unit_fail(job, UNIT_FAILED, file, "source file is UTF-16 or UTF-32, which clang does not read");
		return NULL;
	}
	code = parse_first(request, file, &tu);
	if (code == CXError_Crashed) {
		unit_fail(job, UNIT_CRASHED, file, "libclang crashed while it parsed this file");
	} else if (code != CXError_Success || !tu) {
		unit_fail(job, UNIT_FAILED, file, "libclang refuses the arguments of this file; "
			"run clang -fsyntax-only with them to see why");
	} else {
		tu = parse_better(request, file, tu);
		unit_lower(job, tu, file);
		job->result = true;
	}
	if (tu)
		clang_disposeTranslationUnit(tu);
	return NULL;
}

bool front_extract(const FrontRequest *request, Module *out, FrontDeps *deps, Diags *diags)
{
	Job job = { request, out, deps, diags, false };
	pthread_attr_t attributes;
	pthread_t thread;

	pthread_attr_init(&attributes);
	pthread_attr_setstacksize(&attributes, STACK_BYTES);
	if (pthread_create(&thread, &attributes, job_run, &job) == 0)
		pthread_join(thread, NULL);
	else
		job_run(&job);
	pthread_attr_destroy(&attributes);
	return job.result;
}
