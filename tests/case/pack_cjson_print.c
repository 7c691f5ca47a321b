// The printed object holds what was added to it and nothing of another object.
#include "case.h"
#include <cjson/cJSON.h>
#include <stdio.h>

void answer(void)
{
	double f[1] = {read_a()}, g[1] = {read_b()};
	cJSON *public = cJSON_CreateObject(), *secret = cJSON_CreateObject();
	cJSON_AddNumberToObject(public, "score", predict(f, 1));
	cJSON_AddNumberToObject(secret, "risk", predict_next(g, 1));
	puts(cJSON_Print(public));
}
// edge: prediction:m -> consumer:answer data
// no-edge: prediction:n -> consumer:answer
