/** What an answer depends on: linear, logistic, ordinal, multinomial and conditional models, and the weight of each driver. */
@NullMarked
package io.earshot.statistics.regression;

import org.jspecify.annotations.NullMarked;
