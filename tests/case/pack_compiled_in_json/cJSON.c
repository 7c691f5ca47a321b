// The library's own source is in the program: what is looked up under a key is still a signal of that name.
#include "cJSON.h"

#include <stdlib.h>
#include <string.h>

cJSON *cJSON_Parse(const char *text)
{
	cJSON *item = calloc(1, sizeof *item);
	item->child = calloc(1, sizeof *item);
	item->child->string = strdup(text);
	item->child->valuedouble = strtod(text, NULL);
	return item;
}

static cJSON *get_object_item(const cJSON *object, const char *name)
{
	cJSON *item = object->child;
	while (item && strcmp(item->string, name))
		item = item->next;
	return item;
}

cJSON *cJSON_GetObjectItem(const cJSON *object, const char *name)
{
	return get_object_item(object, name);
}

double cJSON_GetNumberValue(const cJSON *item)
{
	return item->valuedouble;
}
