/** Estimates and tests from weighted, stratified and clustered samples, with standard errors that hold for their design. */
@NullMarked
package io.earshot.statistics.survey;

import org.jspecify.annotations.NullMarked;
