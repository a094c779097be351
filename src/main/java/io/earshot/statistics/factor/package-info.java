/** What lies behind many items: principal components, factors, and whether to look for them. */
@NullMarked
package io.earshot.statistics.factor;

import org.jspecify.annotations.NullMarked;
