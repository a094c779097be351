/** Exports to DDI-Codebook 2.5. */
@NullMarked
package io.earshot.questionnaire.exchange.ddi;

import org.jspecify.annotations.NullMarked;
