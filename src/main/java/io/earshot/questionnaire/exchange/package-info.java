/** Questionnaires as other tools write and read them: imports with a list of what could not be carried, and exports. */
@NullMarked
package io.earshot.questionnaire.exchange;

import org.jspecify.annotations.NullMarked;
