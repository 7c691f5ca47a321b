/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_c, name: c }
*/
// All calls go through a table; the value is a window on the caller's array, which is filled after it is made.
#include "case.h"
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

typedef struct OrtStatus OrtStatus;
typedef struct OrtSession OrtSession;
typedef struct OrtValue OrtValue;
typedef struct OrtApi {
	OrtStatus *(*CreateSession)(const void *env, const char *path, const void *options, OrtSession **out);
	OrtStatus *(*Run)(OrtSession *session, const void *options, const char *const *input_names,
		const OrtValue *const *inputs, size_t input_len, const char *const *output_names, size_t output_len,
		OrtValue **outputs);
	OrtStatus *(*CreateTensorWithDataAsOrtValue)(const void *info, void *data, size_t bytes, const int64_t *shape,
		size_t shape_len, int type, OrtValue **out);
	OrtStatus *(*GetTensorMutableData)(OrtValue *value, void **out);
} OrtApi;
typedef struct OrtApiBase {
	const OrtApi *(*GetApi)(uint32_t version);
} OrtApiBase;
const OrtApiBase *OrtGetApiBase(void);

void run(void)
{
	const OrtApi *ort = OrtGetApiBase()->GetApi(14);
	const char *in_names[] = {"x"}, *out_names[] = {"y"};
	const int64_t shape[] = {1, 2};
	OrtSession *session;
	OrtValue *in = NULL, *out = NULL;
	float input[3], *result;
	ort->CreateSession(NULL, "ranker.onnx", NULL, &session);
	ort->CreateTensorWithDataAsOrtValue(NULL, input, 2 * sizeof input[0], shape, 2, 1, &in);
	input[0] = (float)read_a();
	input[1] = (float)read_b();
	input[2] = (float)read_c();
	ort->Run(session, NULL, in_names, (const OrtValue *const *)&in, 1, out_names, 1, &out);
	ort->GetTensorMutableData(out, (void **)&result);
	printf("%f\n", result[0]);
}
// edge: signal:a -> feature:run.input[0] data
// edge: signal:b -> feature:run.input[1] data
// edge: feature:run.input[0] -> model:ranker.onnx data
// edge: feature:run.input[1] -> model:ranker.onnx data
// edge: prediction:ranker.onnx -> consumer:run data
// no-edge: signal:a -> feature:run.input[1]
// no-edge: feature:run.input[2] -> model:ranker.onnx
// unresolved: 0
