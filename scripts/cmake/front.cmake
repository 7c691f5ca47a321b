# The first place where the front end looks for clang's own headers (stddef.h, stdarg.h).
target_compile_definitions(featdep_front PRIVATE CLANG_RESOURCE_DIR="${CLANG_RESOURCE_DIR}")
