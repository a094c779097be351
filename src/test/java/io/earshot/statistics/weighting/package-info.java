@NullMarked
package io.earshot.statistics.weighting;

import org.jspecify.annotations.NullMarked;
