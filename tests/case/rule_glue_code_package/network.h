typedef struct genann genann;

double const *genann_run(genann const *ann, double const *inputs);
extern genann *network;
double read_a(void), read_b(void);
