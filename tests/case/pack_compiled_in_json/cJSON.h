typedef struct cJSON {
	struct cJSON *next, *prev, *child;
	int type;
	char *valuestring;
	int valueint;
	double valuedouble;
	char *string;
} cJSON;

cJSON *cJSON_Parse(const char *text);
cJSON *cJSON_GetObjectItem(const cJSON *object, const char *name);
double cJSON_GetNumberValue(const cJSON *item);
