/** Imports of Qualtrics' .qsf files. */
@NullMarked
package io.earshot.questionnaire.exchange.qualtrics;

import org.jspecify.annotations.NullMarked;
