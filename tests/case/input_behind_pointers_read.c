/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_c, name: c }
  - { function: read_d, name: d }
models:
  - { function: score, input: 0, output: return, name: own }
  - { function: rate, input: 0, output: return, name: handing }
*/
/* What pointers in its input lead to is no input of a model whose code is there and names no such member. Where that code
   hands a record to code that names none, each member counts. */
#include <string.h>
#include "case.h"

struct history { double mean, sum; };
struct packet { double first, second; };
struct user { double age, height; struct history *history; };
struct request { double bid, floor; struct user *user, *seller; struct packet *packet; };
struct shop { double rent, size; };
struct town { struct shop *shop; };

double library(const struct town *town);

static double mean_of(const struct user *user)
{
	return user->history->mean + user->age;
}

static double score(const struct request *request)
{
	double bytes[2];
	memcpy(bytes, request->packet, sizeof bytes);
	return mean_of(request->user) + request->bid + bytes[0];
}

static double rate(const struct town *town)
{
	return library(town);
}

double run(void)
{
	struct history history = { read_a(), read_b() };
	struct packet packet = { read_c(), read_d() };
	struct user user = { read_a(), read_b(), &history }, seller = { read_c(), read_d(), &history };
	struct request request = { read_a(), read_b(), &user, &seller, &packet };
	struct shop shop = { read_a(), read_b() };
	struct town town = { &shop };

	return score(&request) + rate(&town);
}
// edge: feature:request.bid -> model:own data
// edge: feature:request.floor -> model:own data
// edge: feature:user.age -> model:own data
// edge: feature:history.mean -> model:own data
// edge: feature:packet.first -> model:own data
// edge: feature:packet.second -> model:own data
// no-node: feature:user.height
// no-node: feature:history.sum
// no-node: feature:seller.age
// no-node: feature:seller.height
// edge: feature:shop.rent -> model:handing data
// edge: feature:shop.size -> model:handing data
