double read_a(void);
double predict(const double *features, int count);
double scaled(double p);
int rank(void), show(void), bill(void);
extern double probability, score;
