/** Weights that make a sample look like its population, and what they cost in precision. */
@NullMarked
package io.earshot.statistics.weighting;

import org.jspecify.annotations.NullMarked;
