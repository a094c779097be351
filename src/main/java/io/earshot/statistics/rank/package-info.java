/** Comparisons that use the order of values only. */
@NullMarked
package io.earshot.statistics.rank;

import org.jspecify.annotations.NullMarked;
