void tune(double x), on_tick(void), on_event(void);
double tuned(void), ticked(void), smoothed(void);
