// Sending the prediction is a use; receiving does not make one.
#include "case.h"
#include <sys/socket.h>

void answer(int socket)
{
	double f[1];
	if (recv(socket, f, sizeof f, 0) <= 0)
		return;
	double result = predict(f, 1);
	send(socket, &result, sizeof result, 0);
}

void greet(int socket)
{
	double hello = read_a();
	send(socket, &hello, sizeof hello, 0);
}
// edge: signal:recv -> feature:answer.f[0] data
// edge: prediction:m -> consumer:answer data
// no-node: consumer:greet
