/* File names as text and on the disk. */
#ifndef FEATDEP_PLAN_PATH_H
#define FEATDEP_PLAN_PATH_H

#include "base/intern.h"
#include "base/text.h"

/* NAME below DIRECTORY unless it is absolute, without "." and ".."; links are not followed. */
Str path_join(const char *directory, const char *name);
/* The same with links followed as far as NAME exists. */
Str path_real(const char *directory, const char *name);
Str path_current(void);
/* The folder that holds PATH ("/" for "/a" and for "/"). */
Str path_parent(const char *path);
const char *path_base(const char *path);
/* The extension without its dot, or "". */
const char *path_extension(const char *path);
bool path_is_below(const char *path, const char *folder);
/* PATH relative to ROOT when it is below, else PATH. */
const char *path_relative(const char *path, const char *root);
/* The deepest folder that both are below. */
Str path_common(const char *a, const char *b);
bool path_is_file(const char *path);
bool path_is_folder(const char *path);
/* The nearest FOLDER, or one above it, in which NAME exists, joined with NAME; empty when there is none. */
Str path_find_upward(const char *folder, const char *name);

/* Makes CONTENT the contents of PATH, with the folders above it. A file that has them already is left alone, time
   stamp and all. False with errno set. */
bool file_keep(Str path, const Text *content);
bool file_has(Str path, const Text *content);

#endif
