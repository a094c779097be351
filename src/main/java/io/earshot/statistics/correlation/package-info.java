/** How answers go together: Pearson, Spearman, Kendall, partial and polychoric correlation. */
@NullMarked
package io.earshot.statistics.correlation;

import org.jspecify.annotations.NullMarked;
