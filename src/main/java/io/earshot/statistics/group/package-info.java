/** Means of groups compared: t tests, analysis of variance, comparisons of pairs. */
@NullMarked
package io.earshot.statistics.group;

import org.jspecify.annotations.NullMarked;
