/** Questionnaires on paper: HTML that prints. */
@NullMarked
package io.earshot.questionnaire.exchange.paper;

import org.jspecify.annotations.NullMarked;
