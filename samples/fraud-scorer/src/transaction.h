/*
 * One card payment: a line "id hour amount merchant_class foreign" of the input.
 */
#ifndef TRANSACTION_H
#define TRANSACTION_H

#include <stdbool.h>
#include <stdio.h>

enum { MERCHANT_CLASSES = 4 };

struct transaction {
	long id;
	double hour; /* since the start of the month */
	double amount;
	int merchant_class;
	int foreign;
};

bool transaction_read(FILE *file, struct transaction *transaction);

#endif
