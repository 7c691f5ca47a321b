/* Facts from anywhere: refused with one positioned message, or sound, printed the same twice, and linkable. */
#include "base/bug.h"
#include "link/link.h"
#include "model/facts.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_round_trip(const Module *module)
{
	Module again = {0};
	Diags diags = {0};
	Text once = {0}, twice = {0};

	facts_print(module, &once);
	if (!facts_parse(text_data(&once), once.len, (Str){0}, &again, &diags))
		BUG("what was printed is refused: %s", str_text(diags.items.items[0].message));
	facts_print(&again, &twice);
	if (once.len != twice.len || memcmp(once.data, twice.data, once.len))
		BUG("printed differently after reading");
	module_release(&again);
	diags_release(&diags);
	text_release(&once);
	text_release(&twice);
}

static void check_link(const Module *module)
{
	const Module *units[] = { module, module };
	Module program = {0};
	Diags diags = {0};
	Text problem = {0};

	link_modules(units, 2, &program, &diags);
	if (!module_check(&program, &problem))
		BUG("linked to something unsound: %s", text_data(&problem));
	module_release(&program);
	diags_release(&diags);
	text_release(&problem);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Module module = {0};
	Diags diags = {0};
	bool read = facts_parse((const char *)data, size, str_intern("input"), &module, &diags);

	if (read != (diags.errors == 0) || (!read && (diags.errors != 1 || !diags.items.items[0].line)))
		BUG("read: %d, but %u errors", read, diags.errors);
	if (read) {
		check_round_trip(&module);
		check_link(&module);
	}
	module_release(&module);
	diags_release(&diags);
	return 0;
}
