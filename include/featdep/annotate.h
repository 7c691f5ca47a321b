/*
 * Marks in the source for featdep: who is a signal, a feature, a model, a consumer. They compile to nothing on
 * compilers without the annotate attribute and never change the program. This header includes nothing.
 *
 *     double age FD_SIGNAL("user.age");
 *     FD_MODEL("ctr") double predict(const double *features, int n);
 */
#ifndef FEATDEP_ANNOTATE_H
#define FEATDEP_ANNOTATE_H

#if defined(__clang__)
#define FD_ANNOTATE(role, name) __attribute__((annotate("featdep:" role ":" name)))
#else
#define FD_ANNOTATE(role, name)
#endif

/* On a function (its result), a parameter (it or what it points to), a global or a field. */
#define FD_SIGNAL(name) FD_ANNOTATE("signal", name)
/* The same, marked as able to change without notice. */
#define FD_UNSTABLE_SIGNAL(name) FD_ANNOTATE("unstable-signal", name)
/* The same, marked as a training label: it must not reach a feature. */
#define FD_LABEL(name) FD_ANNOTATE("label", name)
/* On a field or a variable. */
#define FD_FEATURE(name) FD_ANNOTATE("feature", name)
/* On a function: its pointer parameters to const (or FD_INPUT ones) are inputs; its result and FD_OUTPUT ones, outputs. */
#define FD_MODEL(name) FD_ANNOTATE("model", name)
#define FD_INPUT FD_ANNOTATE("input", "")
#define FD_OUTPUT FD_ANNOTATE("output", "")
/* On a function that is allowed to read the predictions of this model. */
#define FD_CONSUMER(model) FD_ANNOTATE("consumer", model)
/* On a function whose arguments are watched. */
#define FD_MONITOR(name) FD_ANNOTATE("monitor", name)

#endif
