double price(void);
void write_log(double x);

static void report(void)
{
	if (price() > 2)
		write_log(1);
}

void second(void)
{
	report();
}
