/* The tables of the manifest's keys. */
#ifndef FEATDEP_BIND_SECTIONS_H
#define FEATDEP_BIND_SECTIONS_H

#include "bind/schema.h"

/* The whole file: reads into a ManifestHead and appends to Reader.roles. */
extern const Section section_manifest;

typedef struct {
	int64_t version;
	Str project;
} ManifestHead;

#endif
