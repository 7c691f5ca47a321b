/*
 * fraud-scorer PAYMENTS STORE: decides on each payment and leaves the last score in the store.
 */
#include "extractors.h"
#include "logistic.h"

static double score(const struct transaction *transaction, const struct kv *profile)
{
	double inputs[FEATURE_COUNT];
	for (int i = 0; i < FEATURE_COUNT; i++)
		inputs[i] = extractors[i].extract(transaction, profile);
	return logistic_score(inputs, FEATURE_COUNT);
}

static void decide(const struct transaction *transaction, double probability, struct kv *profile)
{
	if (probability > 0.5)
		printf("%ld: refused\n", transaction->id);
	else
		printf("%ld: accepted\n", transaction->id);
	kv_put(profile, "last_score", probability);
}

static bool run(FILE *payments, struct kv *profile)
{
	struct transaction transaction;
	while (transaction_read(payments, &transaction))
		decide(&transaction, score(&transaction, profile), profile);
	return feof(payments);
}

int main(int argc, char **argv)
{
	struct kv profile;
	if (argc != 3) {
		fprintf(stderr, "usage: fraud-scorer PAYMENTS STORE\n");
		return 2;
	}
	FILE *payments = fopen(argv[1], "r");
	if (!payments) {
		perror(argv[1]);
		return 1;
	}
	bool good = kv_load(&profile, argv[2]) && run(payments, &profile) && kv_save(&profile, argv[2]);
	fclose(payments);
	return good ? 0 : 1;
}
