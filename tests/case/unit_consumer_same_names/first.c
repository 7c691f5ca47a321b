// Of two functions of one name, one is a declared consumer, each in the form that the report suggests.
// no-finding: hidden-consumer consumer:unit_consumer_same_names/first.c:report
// finding: hidden-consumer consumer:unit_consumer_same_names/second.c:report
/* manifest +
modules:
  - { name: first, path: unit_consumer_same_names/first.c }
  - { name: second, path: unit_consumer_same_names/second.c }
  - { name: models, path: unit_consumer_same_names/model.c }
consumers:
  - { of: "model:m", function: "unit_consumer_same_names/first.c:report" }
*/
double price(void);
void write_log(double x);

static void report(void)
{
	if (price() > 2)
		write_log(1);
}

void first(void)
{
	report();
}
