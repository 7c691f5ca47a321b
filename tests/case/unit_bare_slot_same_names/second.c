// Another file has functions of the same names.
static int sigmoid(int x)
{
	return x / 2;
}

static int alarm(int x)
{
	return x > 2;
}

int second(int x)
{
	return sigmoid(x) + alarm(x);
}
