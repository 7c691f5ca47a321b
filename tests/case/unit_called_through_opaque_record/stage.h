struct context;

struct stage {
	double (*run)(struct context *, double);
	struct context *context;
};

extern const struct stage *current;
