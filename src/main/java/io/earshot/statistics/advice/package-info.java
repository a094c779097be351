/** Which test fits two columns, why, and what it found in plain words; knows nothing of surveys or reports. */
@NullMarked
package io.earshot.statistics.advice;

import org.jspecify.annotations.NullMarked;
