/** How well items make a scale, and raters agree: alpha, omega, split half, intraclass correlation, kappa. */
@NullMarked
package io.earshot.statistics.scale;

import org.jspecify.annotations.NullMarked;
