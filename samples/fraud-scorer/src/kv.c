#include "kv.h"

#include <stdio.h>
#include <string.h>

static int find(const struct kv *kv, const char *key)
{
	for (int i = 0; i < kv->count; i++) {
		if (strcmp(kv->entries[i].key, key) == 0)
			return i;
	}
	return -1;
}

static void set(struct kv *kv, const char *key, double value)
{
	int place = find(kv, key);
	if (place < 0) {
		size_t length = strlen(key);
		if (kv->count == KV_MAX_ENTRIES || length >= KV_MAX_KEY)
			return;
		place = kv->count++;
		memcpy(kv->entries[place].key, key, length + 1);
	}
	kv->entries[place].value = value;
}

bool kv_load(struct kv *kv, const char *path)
{
	char key[KV_MAX_KEY];
	double value;
	kv->count = 0;
	FILE *file = fopen(path, "r");
	if (!file)
		return true;
	while (fscanf(file, "%31s %lf", key, &value) == 2)
		set(kv, key, value);
	bool good = feof(file);
	fclose(file);
	return good;
}

bool kv_save(const struct kv *kv, const char *path)
{
	FILE *file = fopen(path, "w");
	if (!file)
		return false;
	for (int i = 0; i < kv->count; i++)
		fprintf(file, "%s %.6g\n", kv->entries[i].key, kv->entries[i].value);
	return fclose(file) == 0;
}

void kv_put(struct kv *kv, const char *key, double value)
{
	set(kv, key, value);
}

double kv_get(const struct kv *kv, const char *key)
{
	int place = find(kv, key);
	return place < 0 ? 0 : kv->entries[place].value;
}
