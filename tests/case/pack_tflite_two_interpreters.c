/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
*/
// Outputs belong to the interpreter that was invoked.
#include "case.h"
#include <stddef.h>
#include <stdio.h>

typedef struct TfLiteTensor TfLiteTensor;

void *TfLiteModelCreateFromFile(const char *path);
void *TfLiteInterpreterCreate(const void *model, const void *options);
TfLiteTensor *TfLiteInterpreterGetInputTensor(const void *interpreter, int index);
const TfLiteTensor *TfLiteInterpreterGetOutputTensor(const void *interpreter, int index);
int TfLiteTensorCopyFromBuffer(TfLiteTensor *tensor, const void *from, size_t bytes);
void *TfLiteTensorData(const TfLiteTensor *tensor);
int TfLiteInterpreterInvoke(void *interpreter);

void run(void)
{
	void *one = TfLiteInterpreterCreate(TfLiteModelCreateFromFile("one.tflite"), NULL);
	void *two = TfLiteInterpreterCreate(TfLiteModelCreateFromFile("two.tflite"), NULL);
	float x[1] = {(float)read_a()}, y[1] = {(float)read_b()};
	TfLiteTensorCopyFromBuffer(TfLiteInterpreterGetInputTensor(one, 0), x, sizeof x);
	TfLiteTensorCopyFromBuffer(TfLiteInterpreterGetInputTensor(two, 0), y, sizeof y);
	TfLiteInterpreterInvoke(one);
	TfLiteInterpreterInvoke(two);
	const float *output = TfLiteTensorData(TfLiteInterpreterGetOutputTensor(two, 0));
	printf("%f\n", output[0]);
}
// edge: feature:run.x[0] -> model:one.tflite data
// edge: feature:run.y[0] -> model:two.tflite data
// edge: prediction:two.tflite -> consumer:run data
// no-edge: feature:run.x[0] -> model:two.tflite
// no-edge: prediction:one.tflite -> consumer:run
