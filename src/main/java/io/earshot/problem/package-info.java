/** Refusals and failures, told as Problem Details (RFC 9457); knows nothing of what was refused. */
@NullMarked
package io.earshot.problem;

import org.jspecify.annotations.NullMarked;
