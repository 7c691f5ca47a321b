// idiom: put under a constant key
kv_put("level_@", A);
OUT0 = kv_get("last_@") + B;

// idiom: put under two keys
kv_put("mean_@", A);
kv_put("peak_@", B * 2);
OUT0 = kv_get("mean_in_@");
OUT1 = kv_get("peak_in_@");

// idiom: put in a helper
// far
void remember@(const char *key, double x)
{
	kv_put(key, x + 1);
}
// body
remember@("first_@", A);
remember@("second_@", B);
kv_put("third_@", 1);
OUT0 = C;

// idiom: get in a helper
// far
double known@(const char *key, double otherwise)
{
	double x = kv_get(key);
	return DECIDE(x < 0) ? otherwise : x;
}
// body
OUT0 = known@("in_x_@", A);
OUT1 = known@("in_y_@", 2);

// idiom: key built with snprintf
char key@[24];
snprintf(key@, sizeof key@, "key_%d_@", 1);
kv_put(key@, A);
snprintf(key@, sizeof key@, "key_%d_@", 2);
kv_put(key@, B);
OUT0 = C;

// idiom: key of two parts
char key@[32];
snprintf(key@, sizeof key@, "%s_%d", "joined", @);
kv_put(key@, A);
OUT0 = kv_get("key_in_@") * 2;

// idiom: keys in a table
// near
static const char *const keys@[2] = { "table_a_@", "table_b_@" };
// body
OUT0 = kv_get(keys@[0]);
OUT1 = kv_get(keys@[1]) + A;

// idiom: put of what a branch chose
double v@ = 1;
if (DECIDE(A > 0))
	v@ = B;
kv_put("chosen_@", v@);
OUT0 = C;
