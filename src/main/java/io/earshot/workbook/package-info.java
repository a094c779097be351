/** Findings and columns drawn as an Excel workbook; computes nothing. */
@NullMarked
package io.earshot.workbook;

import org.jspecify.annotations.NullMarked;
