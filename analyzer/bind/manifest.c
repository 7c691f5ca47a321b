/*
 * From files to roles. A file that is no YAML at all gives one diagnostic at the place libyaml stopped at; everything
 * beyond syntax is left to the tables in sections.c, which go on after an error.
 */
#include "bind/manifest.h"

#include "bind/sections.h"

#include <dirent.h>
#include <errno.h>
#include <fnmatch.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SIZE_LIMIT = 16 << 20, BUDGET = 1000000 };

/* The place of byte OFFSET: the reader of libyaml knows no lines. */
static yaml_mark_t mark_of(const char *text, size_t length, size_t offset)
{
	yaml_mark_t mark = { .index = offset };

	for (size_t i = 0; i < offset && i < length; i++) {
		if (text[i] == '\n') {
			mark.line++;
			mark.column = 0;
		} else if (((unsigned char)text[i] & 0xc0) != 0x80) {
			mark.column++;
		}
	}
	return mark;
}

static void syntax_error(Reader *reader, const yaml_parser_t *parser, const char *text, size_t length)
{
	const char *problem = parser->problem ? parser->problem : "unknown problem";

	if (parser->error == YAML_READER_ERROR) {
		bool control = !strncmp(problem, "control", 7);
		schema_error(reader, mark_of(text, length, parser->problem_offset), "%s: %s",
			control ? "a character that YAML forbids" : "not UTF-8 text", problem);
	} else if (parser->context) {
		schema_error(reader, parser->problem_mark, "not valid YAML: %s, %s at line %zu", problem, parser->context,
			parser->context_mark.line + 1);
	} else {
		schema_error(reader, parser->problem_mark, "not valid YAML: %s", problem);
	}
}

static void read_document(Reader *reader, yaml_document_t *document)
{
	yaml_node_t *root = yaml_document_get_root_node(document);
	ManifestHead head = {0};

	if (!root) {
		schema_error(reader, (yaml_mark_t){0}, "the file is empty; expected at least \"version: 1\"");
		return;
	}
	reader->document = document;
	section_read(reader, &section_manifest, root, &head);
	if (!str_empty(head.project))
		reader->roles->project = head.project;
}

bool manifest_parse(const char *text, size_t length, Str file, bool pack, Roles *roles, Diags *diags)
{
	Reader reader = { .file = file, .diags = diags, .roles = roles, .pack = pack, .budget = BUDGET };
	uint32_t before = diags->errors;
	yaml_parser_t parser;
	yaml_document_t document;

	if (!yaml_parser_initialize(&parser))
		BUG("out of memory in libyaml");
	yaml_parser_set_input_string(&parser, (const unsigned char *)text, length);
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	if (yaml_parser_load(&parser, &document)) {
		bool empty = !yaml_document_get_root_node(&document);
		read_document(&reader, &document);
		yaml_document_delete(&document);
		if (!empty && !yaml_parser_load(&parser, &document)) {
			syntax_error(&reader, &parser, text, length);
		} else if (!empty) {
			if (yaml_document_get_root_node(&document))
				schema_error(&reader, document.start_mark, "a second document in one file; it is ignored");
			yaml_document_delete(&document);
		}
	} else {
		syntax_error(&reader, &parser, text, length);
	}
	yaml_parser_delete(&parser);
	return diags->errors == before;
}

static bool load(const char *path, bool pack, Roles *roles, Diags *diags)
{
	Str file = str_intern(path);
	struct stat status;
	Text text = {0};

	if (stat(path, &status)) {
		diag_add(diags, DIAG_ERROR, file, 0, 0, "cannot read the manifest: %s", strerror(errno));
		return false;
	}
	if (!S_ISREG(status.st_mode) || status.st_size > SIZE_LIMIT) {
		diag_add(diags, DIAG_ERROR, file, 0, 0, "cannot read the manifest: %s",
			S_ISREG(status.st_mode) ? "it is larger than 16 MB" : "it is not a file");
		return false;
	}
	bool ok = file_read(path, &text);
	if (!ok)
		diag_add(diags, DIAG_ERROR, file, 0, 0, "cannot read the manifest: %s", strerror(errno));
	else
		ok = manifest_parse(text_data(&text), text.len, file, pack, roles, diags);
	text_release(&text);
	return ok;
}

bool manifest_load(const char *path, Roles *roles, Diags *diags)
{
	roles->manifest = str_intern(path);
	return load(path, false, roles, diags);
}

static int is_pack(const struct dirent *entry)
{
	return entry->d_name[0] != '.' && !fnmatch("*.yml", entry->d_name, 0);
}

static int compare_names(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

bool packs_load(const char *folder, Roles *roles, Diags *diags)
{
	struct dirent **entries = NULL;
	int count = scandir(folder, &entries, is_pack, compare_names);
	bool ok = count >= 0;

	if (!ok)
		diag_add(diags, DIAG_ERROR, str_intern(folder), 0, 0, "cannot read the folder of packs: %s", strerror(errno));
	for (int i = 0; i < count; i++) {
		ok &= load(str_text(str_format("%s/%s", folder, entries[i]->d_name)), true, roles, diags);
		free(entries[i]);
	}
	free(entries);
	return ok;
}

Str manifest_find(const char *start)
{
	char folder[PATH_MAX];

	if (!realpath(start, folder))
		return (Str){0};
	for (;;) {
		Str path = str_format("%s/featdep.yml", strcmp(folder, "/") ? folder : "");
		if (!access(str_text(path), F_OK))
			return path;
		char *slash = strrchr(folder, '/');
		if (!slash || !strcmp(folder, "/"))
			return (Str){0};
		slash[slash == folder] = '\0';
	}
}
