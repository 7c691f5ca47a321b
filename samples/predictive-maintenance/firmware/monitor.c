#include "monitor.h"

#include "alarm.h"
#include "feature_set.h"
#include "sampler.h"
#include "tree.h"

void monitor_step(void)
{
	float features[FEATURE_COUNT];
	const struct window *window = sampler_step();
	features_compute(window, sampler_period(), features);
	alarm_update(tree_predict(features));
}
