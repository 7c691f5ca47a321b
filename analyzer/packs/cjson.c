/*
 * cJSON: an item that was looked up holds what the pack declares as the signal of its key; an item of an array depends
 * on the array. Objects that are built take in what is added to them, and printing one makes a text of everything in it.
 */
#include "featdep/stub.h"

#define ALL ((size_t)-1)

long featdep_source_cjson(const char *key);

/* As in the library. */
typedef struct cJSON {
	struct cJSON *next, *prev, *child;
	int type;
	char *valuestring;
	int valueint;
	double valuedouble;
	char *string;
} cJSON;

enum { NUMBER = 1 << 3, STRING = 1 << 4, ARRAY = 1 << 5, OBJECT = 1 << 6 };

static cJSON *item_new(int type)
{
	cJSON *item = __featdep_alloc(sizeof *item);

	__featdep_fill(item, 0, sizeof *item);
	item->type = type;
	return item;
}

/* An item that was computed from VALUE, and its text. */
static cJSON *item_of(long value)
{
	cJSON *item = __featdep_alloc(sizeof *item);
	char *text = __featdep_alloc(ALL);

	__featdep_fill(text, value, ALL);
	__featdep_fill(item, value, sizeof *item);
	item->valuestring = text;
	return item;
}

cJSON *cJSON_Parse(const char *text)
{
	return __featdep_unknown() ? item_of(__featdep_read(text, ALL)) : NULL;
}

cJSON *cJSON_ParseWithLength(const char *text, size_t bytes)
{
	return __featdep_unknown() ? item_of(__featdep_read(text, bytes)) : NULL;
}

cJSON *cJSON_ParseWithOpts(const char *text, const char **end, int terminated)
{
	(void)terminated;
	if (end)
		*end = text + __featdep_read(text, ALL);
	return __featdep_unknown() ? item_of(__featdep_read(text, ALL)) : NULL;
}

void cJSON_Delete(cJSON *item)
{
	(void)item;
}

const char *cJSON_GetErrorPtr(void)
{
	return "error";
}

cJSON *cJSON_GetObjectItem(const cJSON *object, const char *key)
{
	long value = featdep_source_cjson(key);

	(void)object;
	return value ? item_of(value) : NULL;
}

cJSON *cJSON_GetObjectItemCaseSensitive(const cJSON *object, const char *key)
{
	long value = featdep_source_cjson(key);

	(void)object;
	return value ? item_of(value) : NULL;
}

int cJSON_HasObjectItem(const cJSON *object, const char *key)
{
	(void)object;
	return (int)featdep_source_cjson(key);
}

cJSON *cJSON_GetArrayItem(const cJSON *array, int index)
{
	return __featdep_unknown() ? item_of(__featdep_mix(__featdep_read(array, sizeof *array), index)) : NULL;
}

int cJSON_GetArraySize(const cJSON *array)
{
	return (int)__featdep_read(array, sizeof *array);
}

double cJSON_GetNumberValue(const cJSON *item)
{
	return item->valuedouble;
}

char *cJSON_GetStringValue(const cJSON *item)
{
	return item->valuestring;
}

#define IS(name)                  \
	int name(const cJSON *item)   \
	{                             \
		return item->type != 0;   \
	}

IS(cJSON_IsInvalid)
IS(cJSON_IsFalse)
IS(cJSON_IsTrue)
IS(cJSON_IsBool)
IS(cJSON_IsNull)
IS(cJSON_IsNumber)
IS(cJSON_IsString)
IS(cJSON_IsArray)
IS(cJSON_IsObject)
IS(cJSON_IsRaw)

cJSON *cJSON_CreateObject(void)
{
	return item_new(OBJECT);
}

cJSON *cJSON_CreateArray(void)
{
	return item_new(ARRAY);
}

cJSON *cJSON_CreateNull(void)
{
	return item_new(0);
}

cJSON *cJSON_CreateBool(int value)
{
	return item_of(value);
}

cJSON *cJSON_CreateNumber(double value)
{
	cJSON *item = item_new(NUMBER);

	item->valuedouble = value;
	item->valueint = (int)value;
	return item;
}

cJSON *cJSON_CreateString(const char *text)
{
	return item_of(__featdep_read(text, ALL));
}

cJSON *cJSON_CreateDoubleArray(const double *numbers, int count)
{
	return item_of(__featdep_read(numbers, (size_t)count * sizeof *numbers));
}

cJSON *cJSON_CreateFloatArray(const float *numbers, int count)
{
	return item_of(__featdep_read(numbers, (size_t)count * sizeof *numbers));
}

cJSON *cJSON_CreateIntArray(const int *numbers, int count)
{
	return item_of(__featdep_read(numbers, (size_t)count * sizeof *numbers));
}

static int add(cJSON *parent, cJSON *item)
{
	item->next = parent->child;
	parent->child = item;
	return 1;
}

int cJSON_AddItemToObject(cJSON *object, const char *key, cJSON *item)
{
	(void)key;
	return add(object, item);
}

int cJSON_AddItemToArray(cJSON *array, cJSON *item)
{
	return add(array, item);
}

cJSON *cJSON_AddNumberToObject(cJSON *object, const char *key, double value)
{
	cJSON *item = cJSON_CreateNumber(value);

	(void)key;
	add(object, item);
	return item;
}

cJSON *cJSON_AddStringToObject(cJSON *object, const char *key, const char *text)
{
	cJSON *item = cJSON_CreateString(text);

	(void)key;
	add(object, item);
	return item;
}

cJSON *cJSON_AddBoolToObject(cJSON *object, const char *key, int value)
{
	cJSON *item = cJSON_CreateBool(value);

	(void)key;
	add(object, item);
	return item;
}

cJSON *cJSON_AddObjectToObject(cJSON *object, const char *key)
{
	cJSON *item = cJSON_CreateObject();

	(void)key;
	add(object, item);
	return item;
}

cJSON *cJSON_AddArrayToObject(cJSON *object, const char *key)
{
	cJSON *item = cJSON_CreateArray();

	(void)key;
	add(object, item);
	return item;
}

int cJSON_ReplaceItemInObject(cJSON *object, const char *key, cJSON *item)
{
	(void)key;
	return add(object, item);
}

double cJSON_SetNumberHelper(cJSON *item, double value)
{
	item->valuedouble = value;
	item->valueint = (int)value;
	return value;
}

/* Everything below an item. */
static long contents(const cJSON *item)
{
	long value = 0;

	for (const cJSON *one = item->child; one; one = one->next) {
		value = __featdep_mix(value, one->type, one->valueint, __featdep_read(one->valuestring, ALL));
		value = __featdep_mix(value, FD_VALUE(one->valuedouble));
		if (one->child)
			value = __featdep_mix(value, contents(one));
	}
	return value;
}

static char *print(const cJSON *item)
{
	char *text = __featdep_alloc(ALL);

	__featdep_fill(text, __featdep_mix(contents(item), FD_VALUE(item->valuedouble)), ALL);
	return text;
}

char *cJSON_Print(const cJSON *item)
{
	return print(item);
}

char *cJSON_PrintUnformatted(const cJSON *item)
{
	return print(item);
}

char *cJSON_PrintBuffered(const cJSON *item, int bytes, int format)
{
	(void)bytes, (void)format;
	return print(item);
}

int cJSON_PrintPreallocated(cJSON *item, char *to, int bytes, int format)
{
	(void)format;
	__featdep_fill(to, __featdep_mix(contents(item), FD_VALUE(item->valuedouble)), (size_t)bytes);
	return FD_ANY;
}

void cJSON_free(void *memory)
{
	(void)memory;
}

void *cJSON_malloc(size_t bytes)
{
	return __featdep_alloc(bytes);
}
