/** What a report found: a statistic and the variables it is about; knows nothing of how it is drawn. */
@NullMarked
package io.earshot.finding;

import org.jspecify.annotations.NullMarked;
