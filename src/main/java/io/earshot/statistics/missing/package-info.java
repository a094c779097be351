/** What missing values may hide: patterns, and estimates from imputed data. */
@NullMarked
package io.earshot.statistics.missing;

import org.jspecify.annotations.NullMarked;
