/** Pure functions from columns and tables to numbers; knows nothing of HTTP, SQL or Excel. */
@NullMarked
package io.earshot.statistics;

import org.jspecify.annotations.NullMarked;
