/** How many respondents a comparison needs, and what it can detect. */
@NullMarked
package io.earshot.statistics.power;

import org.jspecify.annotations.NullMarked;
