@NullMarked
package io.earshot.statistics.regression;

import org.jspecify.annotations.NullMarked;
