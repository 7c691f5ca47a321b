/* manifest
version: 1
signals:
  - { function: sense, value: return, name: "{arg0}" }
stores:
  - { name: kv, put: { function: kv_put, key: 0, value: 1 }, get: { function: kv_get, key: 0, value: return } }
*/
double sense(int);
void kv_put(const char *key, double value);
double kv_get(const char *key);

/* What decides whether something is put decides what is in the store. */
int main(void)
{
	if (sense(1) > 0)
		kv_put("a", 5);
	else
		kv_put("a", 6);
	if (sense(2) > 0)
		kv_put("b", sense(3));
	kv_put("c", sense(4));
	return 0;
}

// edge: signal:1 -> store:kv[a] control
// edge: signal:2 -> store:kv[b] control
// edge: signal:3 -> store:kv[b] data
// edge: signal:4 -> store:kv[c] data
// no-edge: signal:1 -> store:kv[c]
// no-edge: signal:2 -> store:kv[c]
