/** XLSForm, the workbooks of ODK, KoboToolbox and others: read into drafts, and written. */
@NullMarked
package io.earshot.questionnaire.exchange.xlsform;

import org.jspecify.annotations.NullMarked;
