/*
 * Names that a missing header would have declared. A statement with an unknown name is dropped by clang with all that
 * is in it, so when a header was not found, the unit is parsed again with stand-ins: an opaque structure for an
 * unknown type, a constant of no known value for an unknown name in capitals. Other names are left alone.
 */
#include "front/missing.h"

#include "front/lower.h"

#include <ctype.h>

static bool is_listed(const NameList *names, Str name)
{
	for (uint32_t i = 0; i < names->len; i++)
		if (str_equal(names->items[i], name))
			return true;
	return false;
}

/* The text between the first quotes of MESSAGE when it starts with PREFIX. */
static Str quoted_after(const char *message, const char *prefix)
{
	size_t length = strlen(prefix);
	const char *end;

	if (strncmp(message, prefix, length) != 0 || message[length] != '\'')
		return (Str){ 0 };
	message += length + 1;
	end = strchr(message, '\'');
	return end ? str_intern_n(message, (size_t)(end - message)) : (Str){ 0 };
}

static bool is_word(const char *text, bool in_capitals)
{
	if (!isalpha((unsigned char)*text) && *text != '_')
		return false;
	for (; *text; text++)
		if ((!isalnum((unsigned char)*text) && *text != '_') || (in_capitals && islower((unsigned char)*text)))
			return false;
	return true;
}

static bool name_add(NameList *names, Str name, bool in_capitals)
{
	if (str_empty(name) || !is_word(str_text(name), in_capitals) || is_listed(names, name))
		return false;
	vec_push(names, name);
	return true;
}

bool missing_collect(CXTranslationUnit tu, MissingNames *names)
{
	unsigned count = clang_getNumDiagnostics(tu);
	bool has_lost_header = false, has_grown = false;

	for (unsigned i = 0; i < count; i++) {
		CXDiagnostic diagnostic = clang_getDiagnostic(tu, i);
		CXString spelling = clang_getDiagnosticSpelling(diagnostic);
		const char *message = clang_getCString(spelling);

		if (clang_getDiagnosticSeverity(diagnostic) >= CXDiagnostic_Error && message) {
			has_lost_header |= strstr(message, "file not found") != NULL;
			has_grown |= name_add(&names->types, quoted_after(message, "unknown type name "), false);
			has_grown |= name_add(&names->constants, quoted_after(message, "use of undeclared identifier "), true);
		}
		clang_disposeString(spelling);
		clang_disposeDiagnostic(diagnostic);
	}
	return has_lost_header && has_grown;
}

void missing_declare(const MissingNames *names, Text *out)
{
	for (uint32_t i = 0; i < names->types.len; i++)
		text_printf(out, "typedef struct { long opaque[64]; } %s;\n", str_text(names->types.items[i]));
	for (uint32_t i = 0; i < names->constants.len; i++)
		text_printf(out, "enum { %s = %u };\n", str_text(names->constants.items[i]), 1024 + i);
}

uint32_t missing_errors(CXTranslationUnit tu)
{
	unsigned count = clang_getNumDiagnostics(tu), errors = 0;

	for (unsigned i = 0; i < count; i++) {
		CXDiagnostic diagnostic = clang_getDiagnostic(tu, i);

		errors += clang_getDiagnosticSeverity(diagnostic) >= CXDiagnostic_Error;
		clang_disposeDiagnostic(diagnostic);
	}
	return errors;
}

void missing_release(MissingNames *names)
{
	vec_release(&names->types);
	vec_release(&names->constants);
}
