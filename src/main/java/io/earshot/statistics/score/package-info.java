/** Scores of standard questions: usability, satisfaction, product-market fit. */
@NullMarked
package io.earshot.statistics.score;

import org.jspecify.annotations.NullMarked;
