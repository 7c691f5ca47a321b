#include "transaction.h"

bool transaction_read(FILE *file, struct transaction *transaction)
{
	return fscanf(file, "%ld %lf %lf %d %d", &transaction->id, &transaction->hour, &transaction->amount,
	              &transaction->merchant_class, &transaction->foreign) == 5;
}
