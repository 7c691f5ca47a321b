/*
 * What a generated program has to do with: sources of values, models, a store. When the program runs, each decision
 * and each index passes through the runtime, which records and replays them; when featdep reads it, there is only
 * the expression.
 */
#ifndef ORACLE_H
#define ORACLE_H

double sense(int signal);
int sense_int(int signal);
void sense_block(int signal, double *to, int count);
/* At most 23 characters: NUMBER,NUMBER.FRACTION,WORD */
void sense_text(int signal, char *to, int size);

void kv_put(const char *key, double value);
double kv_get(const char *key);

int next_round(void);

#ifdef ORACLE_RUN
int oracle_decide(int value, int place);
long oracle_index(long value, int place);
double oracle_infer(int model, const double *in, int count);
#define DECIDE(condition) oracle_decide((condition) ? 1 : 0, __LINE__)
#define CHOOSE(value) oracle_decide((value), __LINE__)
#define INDEX(value) oracle_index((value), __LINE__)
#else
#define DECIDE(condition) (condition)
#define CHOOSE(value) (value)
#define INDEX(value) (value)
#endif
#endif
