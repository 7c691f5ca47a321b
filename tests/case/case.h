/* What most cases need: signals a to d (numbers), i and j (integers), block (a buffer), two models m and n. */
double read_a(void), read_b(void), read_c(void), read_d(void);
int read_i(void), read_j(void);
void read_block(double *to, int count);
void read_text(char *to, int size);
double predict(const double *features, int count);
double predict_next(const double *features, int count);

struct pair {
	double x, y;
};
