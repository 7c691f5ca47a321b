/*
 * ONNX Runtime: all functions are members of a table that is asked for at run time, so each stub stands for the
 * member. A value keeps the address and size of its numbers, which are the caller's when it was made around a buffer;
 * a session keeps the name of its file.
 */
#include "featdep/stub.h"

#include <stdint.h>

#define ALL ((size_t)-1)

/* The model reads BYTES bytes of FROM. */
void featdep_onnx_input(const void *identity, const char *from, size_t bytes);
/* The same, and writes OUT. */
void featdep_onnx_run(const void *identity, const char *from, size_t bytes, void *out);

typedef struct OrtApi OrtApi;
typedef struct OrtApiBase OrtApiBase;
typedef struct OrtStatus OrtStatus;

struct featdep_onnx_session {
	const void *identity;
};

struct featdep_onnx_value {
	void *data;
	size_t bytes;
};

enum { BOUND = 8 };

struct featdep_onnx_binding {
	const struct featdep_onnx_value *in[BOUND];
	struct featdep_onnx_value *out[BOUND];
	size_t in_count, out_count;
};

#define STUB(name) FD_FIELD_STUB("OrtApi." #name) OrtStatus *featdep_onnx_##name

const OrtApiBase *OrtGetApiBase(void)
{
	return __featdep_alloc(ALL);
}

FD_FIELD_STUB("OrtApiBase.GetApi")
const OrtApi *featdep_onnx_GetApi(uint32_t version)
{
	(void)version;
	return __featdep_alloc(ALL);
}

FD_FIELD_STUB("OrtApiBase.GetVersionString")
const char *featdep_onnx_GetVersionString(void)
{
	return "";
}

FD_FIELD_STUB("OrtApi.GetErrorMessage")
const char *featdep_onnx_GetErrorMessage(const OrtStatus *status)
{
	(void)status;
	return "error";
}

/* Things that are made and have no contents of interest. */
static OrtStatus *make(void **out)
{
	*out = __featdep_alloc(ALL);
	return NULL;
}

STUB(CreateEnv)(int level, const char *name, void **out)
{
	(void)level, (void)name;
	return make(out);
}

STUB(CreateSessionOptions)(void **out)
{
	return make(out);
}

STUB(CreateRunOptions)(void **out)
{
	return make(out);
}

STUB(CreateCpuMemoryInfo)(int allocator, int type, void **out)
{
	(void)allocator, (void)type;
	return make(out);
}

STUB(CreateMemoryInfo)(const char *name, int allocator, int id, int type, void **out)
{
	(void)name, (void)allocator, (void)id, (void)type;
	return make(out);
}

STUB(GetAllocatorWithDefaultOptions)(void **out)
{
	return make(out);
}

STUB(SetIntraOpNumThreads)(void *options, int threads)
{
	(void)options, (void)threads;
	return NULL;
}

STUB(SetInterOpNumThreads)(void *options, int threads)
{
	(void)options, (void)threads;
	return NULL;
}

STUB(SetSessionGraphOptimizationLevel)(void *options, int level)
{
	(void)options, (void)level;
	return NULL;
}

static OrtStatus *session_new(const void *identity, void **out)
{
	struct featdep_onnx_session *session = __featdep_alloc(sizeof *session);

	session->identity = identity;
	*out = session;
	return NULL;
}

STUB(CreateSession)(const void *environment, const char *path, const void *options, void **out)
{
	(void)environment, (void)options;
	return session_new(path, out);
}

STUB(CreateSessionFromArray)(const void *environment, const void *bytes, size_t count, const void *options, void **out)
{
	(void)environment, (void)count, (void)options;
	return session_new(bytes, out);
}

STUB(SessionGetInputCount)(const void *session, size_t *count)
{
	(void)session;
	*count = FD_ANY;
	return NULL;
}

STUB(SessionGetOutputCount)(const void *session, size_t *count)
{
	(void)session;
	*count = FD_ANY;
	return NULL;
}

STUB(SessionGetInputName)(const void *session, size_t index, void *allocator, char **name)
{
	(void)session, (void)index, (void)allocator;
	*name = __featdep_alloc(ALL);
	return NULL;
}

STUB(SessionGetOutputName)(const void *session, size_t index, void *allocator, char **name)
{
	(void)session, (void)index, (void)allocator;
	*name = __featdep_alloc(ALL);
	return NULL;
}

static struct featdep_onnx_value *value_new(void *data, size_t bytes)
{
	struct featdep_onnx_value *value = __featdep_alloc(sizeof *value);

	value->data = data;
	value->bytes = bytes;
	return value;
}

STUB(CreateTensorWithDataAsOrtValue)(const void *info, void *data, size_t bytes, const int64_t *shape,
	size_t dimensions, int type, void **out)
{
	(void)info, (void)shape, (void)dimensions, (void)type;
	*out = value_new(data, bytes);
	return NULL;
}

STUB(CreateTensorAsOrtValue)(void *allocator, const int64_t *shape, size_t dimensions, int type, void **out)
{
	(void)allocator, (void)shape, (void)dimensions, (void)type;
	*out = value_new(__featdep_alloc(ALL), ALL);
	return NULL;
}

STUB(IsTensor)(const void *value, int *out)
{
	(void)value;
	*out = 1;
	return NULL;
}

STUB(GetTensorMutableData)(void *value, void **out)
{
	*out = ((struct featdep_onnx_value *)value)->data;
	return NULL;
}

STUB(GetTensorData)(const void *value, const void **out)
{
	*out = ((const struct featdep_onnx_value *)value)->data;
	return NULL;
}

STUB(GetTensorTypeAndShape)(const void *value, void **out)
{
	(void)value;
	return make(out);
}

STUB(GetTensorShapeElementCount)(const void *info, size_t *count)
{
	(void)info;
	*count = FD_ANY;
	return NULL;
}

STUB(GetDimensionsCount)(const void *info, size_t *count)
{
	(void)info;
	*count = FD_ANY;
	return NULL;
}

STUB(GetDimensions)(const void *info, int64_t *sizes, size_t count)
{
	(void)info;
	__featdep_fill(sizes, FD_ANY, count * sizeof *sizes);
	return NULL;
}

STUB(Run)(void *session, const void *options, const char *const *input_names,
	const struct featdep_onnx_value *const *inputs, size_t input_count, const char *const *output_names,
	size_t output_count, struct featdep_onnx_value **outputs)
{
	const void *identity = ((struct featdep_onnx_session *)session)->identity;

	(void)options, (void)input_names, (void)output_names;
	for (size_t i = 0; i < input_count; i++)
		featdep_onnx_input(identity, inputs[i]->data, inputs[i]->bytes);
	for (size_t i = 0; i < output_count; i++) {
		if (!outputs[i])
			outputs[i] = value_new(__featdep_alloc(ALL), ALL);
		featdep_onnx_run(identity, inputs[0]->data, inputs[0]->bytes, outputs[i]->data);
	}
	return NULL;
}

STUB(CreateIoBinding)(void *session, void **out)
{
	struct featdep_onnx_binding *binding = __featdep_alloc(sizeof *binding);

	(void)session;
	binding->in_count = 0;
	binding->out_count = 0;
	*out = binding;
	return NULL;
}

STUB(BindInput)(void *made, const char *name, const struct featdep_onnx_value *value)
{
	struct featdep_onnx_binding *binding = made;

	(void)name;
	binding->in[binding->in_count++] = value;
	return NULL;
}

STUB(BindOutput)(void *made, const char *name, const struct featdep_onnx_value *value)
{
	struct featdep_onnx_binding *binding = made;

	(void)name;
	binding->out[binding->out_count++] = (struct featdep_onnx_value *)value;
	return NULL;
}

STUB(RunWithBinding)(void *session, const void *options, const void *made)
{
	struct featdep_onnx_binding *binding = (struct featdep_onnx_binding *)made;

	return featdep_onnx_Run(session, options, NULL, binding->in, binding->in_count, NULL, binding->out_count,
		binding->out);
}

STUB(AllocatorFree)(void *allocator, void *memory)
{
	(void)allocator, (void)memory;
	return NULL;
}

#define RELEASE(what)                                                          \
	FD_FIELD_STUB("OrtApi.Release" #what) void featdep_onnx_Release##what(void *object) \
	{                                                                          \
		(void)object;                                                          \
	}

RELEASE(Env)
RELEASE(Status)
RELEASE(MemoryInfo)
RELEASE(Session)
RELEASE(SessionOptions)
RELEASE(RunOptions)
RELEASE(Value)
RELEASE(IoBinding)
RELEASE(TensorTypeAndShapeInfo)
RELEASE(TypeInfo)
