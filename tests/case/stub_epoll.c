// What epoll_ctl() was given of a file comes back with its events; inet_pton() may leave what was there.
#include "case.h"
#include <arpa/inet.h>
#include <sys/epoll.h>

struct peer { int fd; double weight; };

double run(void)
{
	struct peer first = { 3, read_a() }, second = { 4, read_b() };
	struct epoll_event wanted = { EPOLLIN, { .ptr = &first } }, other = { EPOLLIN, { .ptr = &second } }, events[4];
	struct in_addr address = { (in_addr_t)read_i() };
	char text[32];
	double f[2] = { 0 };
	int queue = epoll_create1(0);
	epoll_ctl(queue, EPOLL_CTL_ADD, 3, &wanted);
	epoll_ctl(queue, EPOLL_CTL_ADD, 4, &other);
	for (int k = 0, n = epoll_wait(queue, events, 4, -1); k < n; k++) {
		const struct peer *peer = events[k].data.ptr;
		f[0] += peer->weight;
	}
	read_text(text, sizeof text);
	inet_pton(AF_INET, text, &address);
	f[1] = address.s_addr;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:epoll -> feature:run.f[0] control
// edge: signal:text -> feature:run.f[1] data
// edge: signal:i -> feature:run.f[1] data
