/* The words of the facts language that stand for enumerators, and the operands of each operation. */
#include "model/facts_ops.h"

const char *op_operands(Op op)
{
	switch (op) {
	case OP_CONST_INT: return "Ti";
	case OP_CONST_FLOAT: return "Td";
	case OP_CONST_STR: return "Tx";
	case OP_UNDEF: return "T";
	case OP_ADDR_LOCAL: return "TL";
	case OP_ADDR_GLOBAL: return "TG";
	case OP_ADDR_FUNC: return "TF";
	case OP_FIELD: return "TaRM";
	case OP_ELEM: return "Tabi";
	case OP_LOAD: return "Taw";
	case OP_STORE: return "Tabw";
	case OP_COPY: return "abi";
	case OP_ZERO: return "ai";
	case OP_DATA: return "ai";
	case OP_UN: return "Ta";
	case OP_BIN: return "Tab";
	case OP_CAST: return "Ta";
	case OP_CALL: return "TaA";
	case OP_VA_START: return "a";
	case OP_VA_ARG: return "Ta";
	case OP_VA_COPY: return "ab";
	case OP_ASM: return "A";
	case OP_UNRESOLVED: return "";
	case OP_JUMP: return "B";
	case OP_BRANCH: return "aBC";
	case OP_SWITCH: return "aCS";
	case OP_IJUMP: return "aJ";
	case OP_RETURN: return "o";
	case OP_UNREACHABLE: return "";
	case OP_COUNT: break;
	}
	BUG("operation %d", (int)op);
}

const char *op_word(Op op, uint8_t sub)
{
	return op == OP_BIN ? bin_text(sub) : op == OP_UN ? un_text(sub) : op_text(op);
}

const char *type_kind_text(TypeKind kind)
{
	static const char *const texts[TYPE_KINDS] = {
		[TY_VOID] = "void", [TY_INT] = "int", [TY_FLOAT] = "float", [TY_POINTER] = "pointer", [TY_ARRAY] = "array",
		[TY_STRUCT] = "struct", [TY_UNION] = "union", [TY_FUNCTION] = "function", [TY_OTHER] = "other",
	};

	return texts[kind];
}

const char *linkage_text(Linkage linkage)
{
	static const char *const texts[LINKAGES] = {
		[LINK_NONE] = "none", [LINK_INTERNAL] = "internal", [LINK_EXTERNAL] = "external",
	};

	return texts[linkage];
}

const char *unit_status_text(UnitStatus status)
{
	static const char *const texts[UNIT_STATUSES] = {
		[UNIT_PARSED] = "parsed", [UNIT_ERRORS] = "errors", [UNIT_FAILED] = "failed", [UNIT_CRASHED] = "crashed",
		[UNIT_TIMEOUT] = "timeout", [UNIT_MISSING] = "missing", [UNIT_SKIPPED] = "skipped",
	};

	return texts[status];
}
