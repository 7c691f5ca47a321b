/*
 * A small store of numbers by key, kept in a file of lines "key value".
 */
#ifndef KV_H
#define KV_H

#include <stdbool.h>

enum { KV_MAX_ENTRIES = 64, KV_MAX_KEY = 32 };

struct kv_entry {
	char key[KV_MAX_KEY];
	double value;
};

struct kv {
	struct kv_entry entries[KV_MAX_ENTRIES];
	int count;
};

/* A file that does not exist is an empty store. */
bool kv_load(struct kv *kv, const char *path);
bool kv_save(const struct kv *kv, const char *path);
/* Ignored when the store is full or the key too long. */
void kv_put(struct kv *kv, const char *key, double value);
/* 0 for an unknown key. */
double kv_get(const struct kv *kv, const char *key);

#endif
