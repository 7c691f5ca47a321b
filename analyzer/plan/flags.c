/*
 * Compile databases are written for gcc, and libclang gives no translation unit at all for some of its options,
 * writes the user's dependency files for others and does not visit the bodies of OpenMP loops. So options are
 * named here: those that change what the source means are kept, the rest goes. The order of what is kept is the
 * user's.
 */
#include "plan/flags.h"

#include "base/text.h"
#include "plan/path.h"

#include <ctype.h>
#include <errno.h>
#include <string.h>

enum { RESPONSE_DEPTH = 16 };

enum {
	DROP = 0,
	KEEP = 1,
	EXACT = 2, /* the whole word; else what the word begins with */
	VALUE = 4  /* the next word belongs to it when the word is just the name */
};

typedef struct {
	const char *name;
	int treatment;
} Option;

/* The first match counts. Words that start with '-' and match nothing are kept: libclang skips unknown ones. */
static const Option options[] = {
	{ "-o", DROP | VALUE },
	{ "-x", DROP | VALUE }, /* decided the language; C is the only one that goes on */
	{ "-c", DROP | EXACT },
	{ "-E", DROP | EXACT },
	{ "-S", DROP | EXACT },
	{ "-v", DROP | EXACT },
	{ "-###", DROP | EXACT },
	{ "-C", DROP | EXACT },
	{ "-P", DROP | EXACT },
	{ "-s", DROP | EXACT },
	{ "-p", DROP | EXACT },
	{ "-r", DROP | EXACT },
	{ "-MF", DROP | VALUE },
	{ "-MT", DROP | VALUE },
	{ "-MQ", DROP | VALUE },
	{ "-MJ", DROP | VALUE },
	{ "-M", DROP },
	{ "-g", DROP },
	{ "-l", DROP | VALUE },
	{ "-L", DROP | VALUE },
	{ "-B", DROP | VALUE },
	{ "-T", DROP | VALUE },
	{ "-u", DROP | EXACT | VALUE },
	{ "-z", DROP | EXACT | VALUE },
	{ "-arch", DROP | EXACT | VALUE },
	{ "-Xlinker", DROP | VALUE },
	{ "-Xassembler", DROP | VALUE },
	{ "-Xpreprocessor", DROP | VALUE },
	{ "-Xclang", DROP | VALUE },
	{ "-mllvm", DROP | VALUE },
	{ "-include-pch", DROP | VALUE },
	{ "-dumpbase", DROP | VALUE },
	{ "-dumpdir", DROP | VALUE },
	{ "-aux-info", DROP | VALUE },
	{ "--param", DROP | VALUE },
	{ "--serialize-diagnostics", DROP | VALUE },
	{ "-save-temps", DROP },
	{ "--save-temps", DROP },
	{ "-specs", DROP },
	{ "--specs", DROP },
	{ "-pedantic", DROP },
	{ "-W", DROP },
	{ "-w", DROP | EXACT },
	{ "-pipe", DROP },
	{ "-pie", DROP },
	{ "-pg", DROP },
	{ "-no-pie", DROP },
	{ "-static", DROP },
	{ "-shared", DROP },
	{ "-rdynamic", DROP },
	{ "--coverage", DROP },
	{ "-fopenmp", DROP },
	{ "-fopenacc", DROP },
	{ "-fprofile", DROP },
	{ "-fno-profile", DROP },
	{ "-fauto-profile", DROP },
	{ "-fbranch-probabilities", DROP },
	{ "-ftest-coverage", DROP },
	{ "-fdiagnostics", DROP },
	{ "-fno-diagnostics", DROP },
	{ "-fmessage-length", DROP },
	{ "-fcolor-diagnostics", DROP },
	{ "-fmax-errors", DROP },
	{ "-fplugin", DROP },
	{ "-fdump", DROP },
	{ "-flto", DROP },
	{ "-fno-lto", DROP },
	{ "-fuse-ld", DROP },
	{ "-fsanitize", DROP },
	{ "-fno-sanitize", DROP },
	{ "-fstack-", DROP },
	{ "-fno-stack-", DROP },
	{ "-fcallgraph-info", DROP },
	{ "-fanalyzer", DROP },
	{ "-fmodule", DROP },
	{ "-fcf-protection", DROP },
	{ "-finput-charset", DROP },
	{ "-fexec-charset", DROP },
	{ "-mtune", DROP },
	{ "-mpreferred-stack-boundary", DROP },
	{ "-D", KEEP | VALUE },
	{ "-U", KEEP | VALUE },
	{ "-I", KEEP | VALUE },
	{ "-include", KEEP | EXACT | VALUE },
	{ "-imacros", KEEP | VALUE },
	{ "-iquote", KEEP | VALUE },
	{ "-isystem", KEEP | VALUE },
	{ "-idirafter", KEEP | VALUE },
	{ "-iprefix", KEEP | VALUE },
	{ "-iwithprefixbefore", KEEP | VALUE },
	{ "-iwithprefix", KEEP | VALUE },
	{ "-isysroot", KEEP | VALUE },
	{ "--sysroot", KEEP | VALUE },
	{ "-target", KEEP | EXACT | VALUE },
};

static bool has_prefix(const char *text, const char *prefix)
{
	return !strncmp(text, prefix, strlen(prefix));
}

static const Option *option_find(const char *word)
{
	for (size_t i = 0; i < sizeof options / sizeof *options; i++)
		if (options[i].treatment & EXACT ? !strcmp(word, options[i].name) : has_prefix(word, options[i].name))
			return &options[i];
	return NULL;
}

static void expand_word(Str word, Str directory, Str about, int depth, StrList *out, Diags *diags)
{
	const char *text = str_text(word);

	if (text[0] != '@' || !text[1]) {
		vec_push(out, word);
		return;
	}
	Text content = {0};
	Str path = path_join(str_text(directory), text + 1);
	if (depth == RESPONSE_DEPTH) {
		diag_add(diags, DIAG_WARNING, about, 0, 0, "response file \"%s\" is nested too deeply, it may include itself",
			str_text(path));
	} else if (!file_read(str_text(path), &content)) {
		diag_add(diags, DIAG_WARNING, about, 0, 0, "response file \"%s\" cannot be read: %s", str_text(path),
			strerror(errno));
	} else {
		StrList words = {0};
		if (!shell_split(text_data(&content), &words))
			diag_add(diags, DIAG_WARNING, path, 0, 0, "a quote is not closed in this response file");
		for (uint32_t i = 0; i < words.len; i++)
			expand_word(words.items[i], directory, about, depth + 1, out, diags);
		vec_release(&words);
	}
	text_release(&content);
}

void flags_expand(StrList *words, Str directory, Str about, Diags *diags)
{
	StrList expanded = {0};

	for (uint32_t i = 0; i < words->len; i++)
		expand_word(words->items[i], directory, about, 0, &expanded, diags);
	vec_release(words);
	*words = expanded;
}

/* The index of the compiler: behind ccache and the like, `env A=B`, and libtool with its options. */
static uint32_t compiler_index(const StrList *words)
{
	static const char *const wrappers[] = { "ccache", "distcc", "sccache", "icecc", "gomacc", "nice", "time", "env", "sh",
		"bash", "libtool", "goma", "buildcache", "colorgcc" };

	for (uint32_t i = 0; i < words->len; i++) {
		const char *word = str_text(words->items[i]);
		bool wrapper = word[0] == '-' || (strchr(word, '=') && !strchr(word, '/'));
		for (size_t w = 0; w < sizeof wrappers / sizeof *wrappers && !wrapper; w++)
			wrapper = !strcmp(path_base(word), wrappers[w]);
		if (!wrapper)
			return i;
	}
	return 0;
}

/* Length of COMPILER up to "-gcc", "-cc" or "-clang" with an optional version behind; 0: no prefix. */
static size_t prefix_length(const char *compiler)
{
	static const char *const names[] = { "-gcc", "-cc", "-clang", "-g++", "-c++", "-clang++" };
	size_t best = 0;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *at = strstr(compiler, names[i]);
		const char *rest = at ? at + strlen(names[i]) : "";
		if (at && (!*rest || (*rest == '-' && isdigit((unsigned char)rest[1]))))
			best = (size_t)(at - compiler);
	}
	return best;
}

static bool target_is_known(const char *prefix)
{
	static const char *const machines[] = { "arm", "aarch64", "thumb", "riscv", "mips", "powerpc", "ppc", "sparc", "s390x",
		"x86_64", "i386", "i486", "i586", "i686", "avr", "msp430", "hexagon", "loongarch64", "m68k" };

	for (size_t i = 0; i < sizeof machines / sizeof *machines; i++)
		if (has_prefix(prefix, machines[i]))
			return true;
	return false;
}

/* `arm-none-eabi-gcc` compiles for another machine, with the C library beside it. */
static void target_add(const char *compiler, StrList *out)
{
	const char *base = path_base(compiler);
	Str prefix = str_intern_n(base, prefix_length(base));

	if (!target_is_known(str_text(prefix)))
		return;
	vec_push(out, str_format("--target=%s", str_text(prefix)));
	Str beside = path_join(str_text(path_parent(compiler)), "..");
	const Str places[] = {
		compiler[0] == '/' ? str_format("%s/%s/include", str_text(beside), str_text(prefix)) : (Str){0},
		str_format("/usr/lib/%s/include", str_text(prefix)),
	};
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		if (str_empty(places[i]) || !path_is_folder(str_text(places[i])))
			continue;
		vec_push(out, str_intern("-isystem"));
		vec_push(out, places[i]);
		return;
	}
}

static Language language_of_name(const char *name)
{
	static const struct { const char *extension; Language language; } extensions[] = {
		{ "c", LANGUAGE_C }, { "i", LANGUAGE_C }, { "h", LANGUAGE_C }, { "inc", LANGUAGE_C },
		{ "cc", LANGUAGE_CXX }, { "cpp", LANGUAGE_CXX }, { "cxx", LANGUAGE_CXX }, { "c++", LANGUAGE_CXX },
		{ "cp", LANGUAGE_CXX }, { "C", LANGUAGE_CXX }, { "CPP", LANGUAGE_CXX }, { "ii", LANGUAGE_CXX },
		{ "hpp", LANGUAGE_CXX }, { "hh", LANGUAGE_CXX },
		{ "S", LANGUAGE_ASSEMBLER }, { "s", LANGUAGE_ASSEMBLER }, { "sx", LANGUAGE_ASSEMBLER }, { "asm", LANGUAGE_ASSEMBLER },
	};

	for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
		if (!strcmp(path_extension(name), extensions[i].extension))
			return extensions[i].language;
	return LANGUAGE_OTHER;
}

static Language language_of_option(const char *name)
{
	if (!strcmp(name, "c") || !strcmp(name, "c-header") || !strcmp(name, "cpp-output"))
		return LANGUAGE_C;
	if (has_prefix(name, "c++"))
		return LANGUAGE_CXX;
	return has_prefix(name, "assembler") ? LANGUAGE_ASSEMBLER : LANGUAGE_OTHER;
}

static bool compiler_is_cxx(const char *compiler)
{
	const char *base = path_base(compiler);

	return strstr(base, "g++") || strstr(base, "c++") || strstr(base, "clang++");
}

/* Headers of 32-bit x86 are seldom installed, and without them -m32 loses the whole unit. */
static bool headers_are_missing(const char *word)
{
	if (strcmp(word, "-m32") && strcmp(word, "-mx32") && strcmp(word, "-m16"))
		return false;
	return !path_is_folder("/usr/include/i386-linux-gnu") && !path_is_file("/usr/include/x86_64-linux-gnu/gnu/stubs-32.h");
}

/* -Wp,-DNAME=1,-IDIR: the preprocessor's options among gcc's. */
static void preprocessor_words(const char *word, StrList *out)
{
	for (const char *p = word + strlen("-Wp,"); *p;) {
		size_t length = strcspn(p, ",");
		if (length > 2 && p[0] == '-' && strchr("DUI", p[1]))
			vec_push(out, str_intern_n(p, length));
		p += length + (p[length] == ',');
	}
}

/* Whether the word behind I is the value of the option at I. */
static bool takes_next(const StrList *words, uint32_t i)
{
	const char *word = str_text(words->items[i]);
	const Option *option = option_find(word);

	return option && option->treatment & VALUE && !strcmp(word, option->name) && i + 1 < words->len;
}

void flags_filter(const StrList *words, Str source, Flags *flags)
{
	uint32_t compiler = compiler_index(words);
	const char *compiler_name = words->len ? str_text(words->items[compiler]) : "cc";

	flags->language = compiler_is_cxx(compiler_name) ? LANGUAGE_CXX : language_of_name(str_text(source));
	target_add(compiler_name, &flags->arguments);
	for (uint32_t i = compiler + 1; i < words->len; i++) {
		const char *word = str_text(words->items[i]);
		if (word[0] != '-' || !word[1])
			continue;
		const Option *option = option_find(word);
		bool with_next = takes_next(words, i);
		if (has_prefix(word, "-Wp,"))
			preprocessor_words(word, &flags->arguments);
		if (has_prefix(word, "-x"))
			flags->language = language_of_option(with_next ? str_text(words->items[i + 1]) : word + 2);
		if ((!option || option->treatment & KEEP) && !headers_are_missing(word)) {
			vec_push(&flags->arguments, words->items[i]);
			if (with_next)
				vec_push(&flags->arguments, words->items[i + 1]);
		}
		i += with_next;
	}
}

Str flags_source(const StrList *words)
{
	for (uint32_t i = compiler_index(words) + 1; i < words->len; i++) {
		const char *word = str_text(words->items[i]);
		if (word[0] != '-' && language_of_name(word) != LANGUAGE_OTHER)
			return words->items[i];
		i += word[0] == '-' && takes_next(words, i);
	}
	return (Str){0};
}

bool flag_is_neutral(const char *argument)
{
	static const char *const neutral[] = { "-fPIC", "-fpic", "-fPIE", "-fpie", "-DPIC", "-fno-pic", "-fno-pie" };

	for (size_t i = 0; i < sizeof neutral / sizeof *neutral; i++)
		if (!strcmp(argument, neutral[i]))
			return true;
	return false;
}

const char *language_text(Language language)
{
	static const char *const texts[] = { "C", "C++", "assembler", "not C" };

	return texts[language];
}

bool flags_folders(const StrList *arguments, Str directory, StrList *folders)
{
	static const char *const search[] = { "-I", "-iquote", "-isystem", "-idirafter" };
	static const char *const moved[] = {
		"--sysroot", "-isysroot", "-iprefix", "-iwithprefix", "-imultilib", "-F", "-iframework", "-B", "-ivfsoverlay", "-I=",
		"--include-directory", "-gcc-toolchain", "--gcc-toolchain",
	};

	for (uint32_t i = 0; i < arguments->len; i++) {
		const char *argument = str_text(arguments->items[i]), *folder = NULL;
		for (size_t k = 0; k < sizeof moved / sizeof *moved; k++)
			if (!strncmp(argument, moved[k], strlen(moved[k])))
				return false;
		for (size_t k = 0; k < sizeof search / sizeof *search && !folder; k++)
			if (!strncmp(argument, search[k], strlen(search[k])))
				folder = argument + strlen(search[k]);
		if (folder && !*folder)
			folder = ++i < arguments->len ? str_text(arguments->items[i]) : NULL;
		if (folder)
			vec_push(folders, path_join(str_text(directory), folder));
	}
	return true;
}
