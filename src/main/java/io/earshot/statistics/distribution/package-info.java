/** Distributions that the libraries lack: studentized range, noncentral t, F and chi-square, bivariate normal. */
@NullMarked
package io.earshot.statistics.distribution;

import org.jspecify.annotations.NullMarked;
