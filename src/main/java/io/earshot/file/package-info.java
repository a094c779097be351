/** Files that respondents upload: checked by content, kept outside the database; knows nothing of questions. */
@NullMarked
package io.earshot.file;

import org.jspecify.annotations.NullMarked;
