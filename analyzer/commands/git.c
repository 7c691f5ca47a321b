/* git as a child process with its output in a pipe and its messages thrown away. */
#include "commands/git.h"

#include "base/vec.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

_Noreturn static void git_exec(const char *folder, const char *const *args, int output)
{
	VEC(const char *) words = {0};
	int nothing = open("/dev/null", O_RDWR);

	dup2(nothing, STDIN_FILENO);
	dup2(output, STDOUT_FILENO);
	dup2(nothing, STDERR_FILENO);
	setenv("GIT_OPTIONAL_LOCKS", "0", 1);
	static const char *const first[] = { "git", "-c", "core.fsmonitor=false", "-c", "core.quotePath=off", "-C" };
	for (size_t i = 0; i < sizeof first / sizeof *first; i++)
		vec_push(&words, first[i]);
	vec_push(&words, folder);
	for (; *args; args++)
		vec_push(&words, *args);
	vec_push(&words, NULL);
	execvp("git", (char *const *)(uintptr_t)words.items);
	_exit(127);
}

bool git_ask(const char *folder, const char *const *args, Text *out)
{
	int ends[2], status = 0;
	char bytes[4096];

	if (pipe2(ends, O_CLOEXEC))
		return false;
	pid_t child = fork();
	if (!child)
		git_exec(folder, args, ends[1]);
	close(ends[1]);
	for (ssize_t got; child > 0 && (got = read(ends[0], bytes, sizeof bytes)) != 0;) {
		if (got > 0)
			text_put_n(out, bytes, (size_t)got);
		else if (errno != EINTR)
			break;
	}
	close(ends[0]);
	while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
		continue;
	return child > 0 && WIFEXITED(status) && !WEXITSTATUS(status);
}

Str git_commit(const char *folder, const char *revision)
{
	Str commit = str_format("%s^{commit}", revision);
	const char *const args[] = { "rev-parse", "--verify", "--quiet", "--end-of-options", str_text(commit), NULL };
	Text out = {0};
	Str result = {0};

	if (git_ask(folder, args, &out))
		result = str_intern_n(text_data(&out), strcspn(text_data(&out), "\n"));
	text_release(&out);
	return result;
}

bool git_is_clean(const char *folder)
{
	const char *const args[] = { "status", "--porcelain", "--untracked-files=no", NULL };
	Text out = {0};
	bool clean = git_ask(folder, args, &out) && !out.len;

	text_release(&out);
	return clean;
}
