/*
 * The model: logistic regression with weights from the training of March.
 */
#ifndef LOGISTIC_H
#define LOGISTIC_H

/* The probability that a payment with these INPUTS is fraud. */
double logistic_score(const double *inputs, int count);

#endif
