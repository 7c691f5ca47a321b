#include "cJSON.h"

double predict(const double *features, int count);

double run(const char *request)
{
	cJSON *root = cJSON_Parse(request);
	double f[2];
	f[0] = cJSON_GetNumberValue(cJSON_GetObjectItem(root, "age"));
	f[1] = cJSON_GetObjectItem(cJSON_GetObjectItem(root, "place"), "zip")->valuedouble;
	return predict(f, 2);
}
// edge: signal:json.age -> feature:run.f[0] data
// edge: signal:json.zip -> feature:run.f[1] data
// no-edge: signal:json.zip -> feature:run.f[0]
// no-edge: signal:json.age -> feature:run.f[1]
