/*
 * TensorFlow Lite: a model keeps its file name, or the array it is made of; an interpreter keeps its tensors, each
 * with memory of its own. What is copied into an input tensor is read by the model at that moment; what is written
 * into the tensor's memory is read when the interpreter is invoked.
 */
#include "featdep/stub.h"

#include <stdint.h>

#define ALL ((size_t)-1)

/* A model reads BYTES bytes of FROM. */
void featdep_tflite_input(const void *identity, const char *from, size_t bytes);
/* A model reads the memory of its input tensors and writes that of an output tensor. */
void featdep_tflite_invoke(const void *identity, const void *in0, const void *in1, const void *in2, const void *in3,
	const void *in4, void *out);

typedef struct TfLiteModel TfLiteModel;
typedef struct TfLiteInterpreterOptions TfLiteInterpreterOptions;
typedef struct TfLiteInterpreter TfLiteInterpreter;
typedef struct TfLiteTensor TfLiteTensor;

struct featdep_tflite_model {
	const void *identity;
};

/* The first members are where the library has them. */
struct featdep_tflite_tensor {
	int type;
	void *data;
	const void *identity;
};

enum { TENSORS = 4 };

struct featdep_tflite {
	const void *identity;
	struct featdep_tflite_tensor in[TENSORS + 1], out[TENSORS + 1]; /* the last one stands for all others */
};

static TfLiteModel *model_new(const void *identity)
{
	struct featdep_tflite_model *model = __featdep_alloc(sizeof *model);

	model->identity = identity;
	return (TfLiteModel *)model;
}

TfLiteModel *TfLiteModelCreateFromFile(const char *path)
{
	return model_new(path);
}

TfLiteModel *TfLiteModelCreate(const void *bytes, size_t count)
{
	(void)count;
	return model_new(bytes);
}

void TfLiteModelDelete(TfLiteModel *model)
{
	(void)model;
}

TfLiteInterpreterOptions *TfLiteInterpreterOptionsCreate(void)
{
	return __featdep_alloc(ALL);
}

void TfLiteInterpreterOptionsDelete(TfLiteInterpreterOptions *options)
{
	(void)options;
}

void TfLiteInterpreterOptionsSetNumThreads(TfLiteInterpreterOptions *options, int32_t threads)
{
	(void)options, (void)threads;
}

static void tensor_init(struct featdep_tflite_tensor *tensor, const void *identity, void *data)
{
	tensor->identity = identity;
	tensor->data = data;
}

TfLiteInterpreter *TfLiteInterpreterCreate(const TfLiteModel *model, const TfLiteInterpreterOptions *options)
{
	struct featdep_tflite *made = __featdep_alloc(sizeof *made);
	const void *identity = ((const struct featdep_tflite_model *)model)->identity;

	(void)options;
	made->identity = identity;
	tensor_init(&made->in[0], identity, __featdep_alloc(ALL));
	tensor_init(&made->in[1], identity, __featdep_alloc(ALL));
	tensor_init(&made->in[2], identity, __featdep_alloc(ALL));
	tensor_init(&made->in[3], identity, __featdep_alloc(ALL));
	tensor_init(&made->in[4], identity, __featdep_alloc(ALL));
	tensor_init(&made->out[0], identity, __featdep_alloc(ALL));
	tensor_init(&made->out[1], identity, __featdep_alloc(ALL));
	tensor_init(&made->out[2], identity, __featdep_alloc(ALL));
	tensor_init(&made->out[3], identity, __featdep_alloc(ALL));
	tensor_init(&made->out[4], identity, __featdep_alloc(ALL));
	return (TfLiteInterpreter *)made;
}

void TfLiteInterpreterDelete(TfLiteInterpreter *interpreter)
{
	(void)interpreter;
}

int TfLiteInterpreterAllocateTensors(TfLiteInterpreter *interpreter)
{
	(void)interpreter;
	return 0;
}

int TfLiteInterpreterResizeInputTensor(TfLiteInterpreter *interpreter, int32_t index, const int *sizes, int32_t count)
{
	(void)interpreter, (void)index, (void)sizes, (void)count;
	return 0;
}

int32_t TfLiteInterpreterGetInputTensorCount(const TfLiteInterpreter *interpreter)
{
	(void)interpreter;
	return FD_ANY;
}

int32_t TfLiteInterpreterGetOutputTensorCount(const TfLiteInterpreter *interpreter)
{
	(void)interpreter;
	return FD_ANY;
}

TfLiteTensor *TfLiteInterpreterGetInputTensor(const TfLiteInterpreter *interpreter, int32_t index)
{
	struct featdep_tflite *made = (struct featdep_tflite *)interpreter;

	return (TfLiteTensor *)&made->in[index < TENSORS ? index : TENSORS];
}

const TfLiteTensor *TfLiteInterpreterGetOutputTensor(const TfLiteInterpreter *interpreter, int32_t index)
{
	struct featdep_tflite *made = (struct featdep_tflite *)interpreter;

	return (const TfLiteTensor *)&made->out[index < TENSORS ? index : TENSORS];
}

int TfLiteTensorCopyFromBuffer(TfLiteTensor *tensor, const void *from, size_t bytes)
{
	featdep_tflite_input(((struct featdep_tflite_tensor *)tensor)->identity, from, bytes);
	return 0;
}

int TfLiteTensorCopyToBuffer(const TfLiteTensor *tensor, void *to, size_t bytes)
{
	__featdep_copy(to, ((const struct featdep_tflite_tensor *)tensor)->data, bytes);
	return 0;
}

void *TfLiteTensorData(const TfLiteTensor *tensor)
{
	return ((const struct featdep_tflite_tensor *)tensor)->data;
}

static void invoke(const struct featdep_tflite *made, void *out)
{
	featdep_tflite_invoke(made->identity, made->in[0].data, made->in[1].data, made->in[2].data, made->in[3].data,
		made->in[4].data, out);
}

int TfLiteInterpreterInvoke(TfLiteInterpreter *interpreter)
{
	struct featdep_tflite *made = (struct featdep_tflite *)interpreter;

	invoke(made, made->out[0].data);
	invoke(made, made->out[1].data);
	invoke(made, made->out[2].data);
	invoke(made, made->out[3].data);
	invoke(made, made->out[4].data);
	return 0;
}

int TfLiteTensorType(const TfLiteTensor *tensor)
{
	(void)tensor;
	return FD_ANY;
}

int32_t TfLiteTensorNumDims(const TfLiteTensor *tensor)
{
	(void)tensor;
	return FD_ANY;
}

int32_t TfLiteTensorDim(const TfLiteTensor *tensor, int32_t index)
{
	(void)tensor, (void)index;
	return FD_ANY;
}

size_t TfLiteTensorByteSize(const TfLiteTensor *tensor)
{
	(void)tensor;
	return FD_ANY;
}

const char *TfLiteTensorName(const TfLiteTensor *tensor)
{
	(void)tensor;
	return "tensor";
}

const char *TfLiteVersion(void)
{
	return "";
}
