typedef double (*Extractor)(double);
void engine_register(Extractor extractor);
double engine_extract(double x);
