/*
 * fraud-updater PAYMENTS STORE: brings the card holder's profile up to date with the payments of the day.
 */
#include "kv.h"
#include "transaction.h"

static void update_mean(struct kv *profile, const struct transaction *transaction)
{
	double count = kv_get(profile, "payments");
	double mean = kv_get(profile, "mean_amount");
	kv_put(profile, "mean_amount", (mean * count + transaction->amount) / (count + 1));
	kv_put(profile, "payments", count + 1);
}

static void update_hour(struct kv *profile, const struct transaction *transaction)
{
	kv_put(profile, "last_hour", transaction->hour);
}

/* Once a day. */
static void update_suspicion(struct kv *profile)
{
	kv_put(profile, "suspicion", 0.8 * kv_get(profile, "suspicion") + 0.2 * kv_get(profile, "last_score"));
}

/* The number of payments, or -1. */
static int run(FILE *payments, struct kv *profile)
{
	struct transaction transaction;
	int count = 0;
	while (transaction_read(payments, &transaction)) {
		update_mean(profile, &transaction);
		update_hour(profile, &transaction);
		count++;
	}
	update_suspicion(profile);
	return feof(payments) ? count : -1;
}

int main(int argc, char **argv)
{
	struct kv profile;
	if (argc != 3) {
		fprintf(stderr, "usage: fraud-updater PAYMENTS STORE\n");
		return 2;
	}
	FILE *payments = fopen(argv[1], "r");
	if (!payments) {
		perror(argv[1]);
		return 1;
	}
	int count = kv_load(&profile, argv[2]) ? run(payments, &profile) : -1;
	fclose(payments);
	if (count < 0 || !kv_save(&profile, argv[2]))
		return 1;
	printf("%d payments\n", count);
	return 0;
}
