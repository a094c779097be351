/** Prices, features and preferences. */
@NullMarked
package io.earshot.statistics.market;

import org.jspecify.annotations.NullMarked;
