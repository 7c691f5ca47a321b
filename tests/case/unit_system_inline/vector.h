#pragma GCC system_header
static inline double vector_scale(double a, double b) { return a * b; }
static inline int vector_above(double a, double b) { return a > b ? 1 : 0; }
