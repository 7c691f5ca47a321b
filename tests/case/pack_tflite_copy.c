/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_c, name: c }
*/
// The buffer is read when it is copied into the tensor, not when the interpreter is invoked.
#include "case.h"
#include <stddef.h>
#include <stdio.h>

typedef struct TfLiteModel TfLiteModel;
typedef struct TfLiteInterpreter TfLiteInterpreter;
typedef struct TfLiteTensor TfLiteTensor;

TfLiteModel *TfLiteModelCreateFromFile(const char *path);
TfLiteInterpreter *TfLiteInterpreterCreate(const TfLiteModel *model, const void *options);
TfLiteTensor *TfLiteInterpreterGetInputTensor(const TfLiteInterpreter *interpreter, int index);
const TfLiteTensor *TfLiteInterpreterGetOutputTensor(const TfLiteInterpreter *interpreter, int index);
int TfLiteTensorCopyFromBuffer(TfLiteTensor *tensor, const void *from, size_t bytes);
int TfLiteTensorCopyToBuffer(const TfLiteTensor *tensor, void *to, size_t bytes);
int TfLiteInterpreterInvoke(TfLiteInterpreter *interpreter);

void run(void)
{
	TfLiteInterpreter *lite = TfLiteInterpreterCreate(TfLiteModelCreateFromFile("gesture.tflite"), NULL);
	float input[3] = {(float)read_a(), (float)read_b(), (float)read_c()}, output[1];
	TfLiteTensorCopyFromBuffer(TfLiteInterpreterGetInputTensor(lite, 0), input, 2 * sizeof input[0]);
	input[0] = (float)read_c();
	TfLiteInterpreterInvoke(lite);
	TfLiteTensorCopyToBuffer(TfLiteInterpreterGetOutputTensor(lite, 0), output, sizeof output);
	printf("%f\n", output[0]);
}
// edge: signal:a -> feature:run.input[0] data
// edge: signal:b -> feature:run.input[1] data
// edge: feature:run.input[1] -> model:gesture.tflite data
// edge: model:gesture.tflite -> prediction:gesture.tflite data
// edge: prediction:gesture.tflite -> consumer:run data
// no-edge: signal:c -> feature:run.input[0]
// no-edge: feature:run.input[2] -> model:gesture.tflite
