/* Keys that strcpy and strcat put together, or a function that hands its arguments on to vsnprintf. */
/* manifest +
stores:
  - { name: kv, put: { function: put, key: 0, value: 1 }, get: { function: get, key: 0, value: return } }
*/
#include "case.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void put(const char *key, double value);
double get(const char *key);

static double get_listed(const char *format, va_list list)
{
	char key[40];

	vsnprintf(key, sizeof key, format, list);
	return get(key);
}

static double get_printed(const char *format, ...)
{
	va_list list;

	va_start(list, format);
	double value = get_listed(format, list);
	va_end(list);
	return value;
}

void run(void)
{
	char key[40], text[16];
	double f[6];

	strcpy(key, "age");
	f[0] = get(key);
	strcpy(key, "user.");
	strcat(key, "city");
	f[1] = get(key);
	f[2] = get_printed("user.%s.%d", "visits", 7);
	f[3] = get_printed("plain");
	read_text(text, sizeof text);
	strcpy(key, text);
	f[4] = get(key);
	f[5] = get_printed("user.%s", text);
	predict(f, 6);
}

// edge: store:kv[age] -> feature:run.f[0] data
// edge: store:kv[user.city] -> feature:run.f[1] data
// edge: store:kv[user.visits.7] -> feature:run.f[2] data
// edge: store:kv[plain] -> feature:run.f[3] data
// edge: store:kv[*] -> feature:run.f[4] data
// edge: signal:text -> feature:run.f[4] index
// edge: store:kv[*] -> feature:run.f[5] data
// no-edge: store:kv[*] -> feature:run.f[0]
// no-edge: store:kv[*] -> feature:run.f[1]
// no-edge: store:kv[*] -> feature:run.f[2]
