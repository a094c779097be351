/** Items that make a scale, raters that agree, and what lies behind many items: alpha, omega, kappa, components, factors. */
@NullMarked
package io.earshot.statistics.scale;

import org.jspecify.annotations.NullMarked;
