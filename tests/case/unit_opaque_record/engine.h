struct engine;
void engine_put(struct engine *e, double x);
double engine_get(const struct engine *e);
