/** Tables of counts: association, comparison of columns, agreement of paired answers. */
@NullMarked
package io.earshot.statistics.table;

import org.jspecify.annotations.NullMarked;
