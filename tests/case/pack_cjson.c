// Items are signals named after their keys.
#include "case.h"
#include <cjson/cJSON.h>
#include <stdlib.h>

double run(const char *request)
{
	cJSON *root = cJSON_Parse(request);
	const cJSON *age = cJSON_GetObjectItem(root, "age"), *city = cJSON_GetObjectItem(root, "city");
	double f[3];
	f[0] = age->valuedouble;
	f[1] = atof(city->valuestring);
	f[2] = cJSON_IsNumber(age) ? 1 : 0;
	return predict(f, 3);
}
// edge: signal:json.age -> feature:run.f[0] data
// edge: signal:json.city -> feature:run.f[1] data
// edge: signal:json.age -> feature:run.f[2] control
// no-edge: signal:json.city -> feature:run.f[0]
// no-edge: signal:json.age -> feature:run.f[1]
