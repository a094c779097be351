/** The reference cases: R's numbers, and how each of their methods is asked for through the public API. */
@NullMarked
package io.earshot.statistics.reference;

import org.jspecify.annotations.NullMarked;
