/** Answers as typed columns with a codebook; knows nothing of where a number ends up. */
@NullMarked
package io.earshot.dataset;

import org.jspecify.annotations.NullMarked;
