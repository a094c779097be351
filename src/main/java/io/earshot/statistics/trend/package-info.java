/** Values in the order of time: control charts and trends. */
@NullMarked
package io.earshot.statistics.trend;

import org.jspecify.annotations.NullMarked;
