// idiom: thread that is joined
// types
struct work@ {
	double in, out;
};
// near
static void *work_run@(void *argument)
{
	struct work@ *work = argument;
	work->out = work->in * 2 + 1;
	return NULL;
}
// body
struct work@ w@ = { A, 0 };
pthread_t thread@;
pthread_create(&thread@, NULL, work_run@, &w@);
pthread_join(thread@, NULL);
OUT0 = w@.out;
OUT1 = B;

// idiom: two threads
// types
struct task@ {
	double in, out;
};
// near
static void *task_run@(void *argument)
{
	struct task@ *task = argument;
	task->out = task->in - 3;
	return NULL;
}
// body
struct task@ t@[2] = { { A, 0 }, { B, 0 } };
pthread_t threads@[2];
for (int k = 0; k < 2; k++)
	pthread_create(&threads@[k], NULL, task_run@, &t@[k]);
for (int k = 0; k < 2; k++)
	pthread_join(threads@[k], NULL);
OUT0 = t@[0].out;
OUT1 = t@[1].out;

// idiom: value returned by a thread
// near
static double kept@;

static void *keep_run@(void *argument)
{
	kept@ = *(double *)argument + 1;
	return &kept@;
}
// body
double in@ = A;
void *result@ = NULL;
pthread_t thread@;
pthread_create(&thread@, NULL, keep_run@, &in@);
pthread_join(thread@, &result@);
OUT0 = *(double *)result@;

// idiom: guarded by a mutex
// near
static pthread_mutex_t lock@ = PTHREAD_MUTEX_INITIALIZER;
static double shared@;
// body
pthread_mutex_lock(&lock@);
shared@ = A;
pthread_mutex_unlock(&lock@);
pthread_mutex_lock(&lock@);
OUT0 = shared@ + B;
pthread_mutex_unlock(&lock@);

// idiom: atomic counter
// near
static atomic_int hits@;
// body
if (DECIDE(A > 0))
	atomic_fetch_add(&hits@, 1);
OUT0 = atomic_load(&hits@);

// idiom: atomic store and exchange
// near
static atomic_int slot@;
// body
atomic_store(&slot@, I);
OUT0 = atomic_exchange(&slot@, J);
OUT1 = atomic_load(&slot@);
