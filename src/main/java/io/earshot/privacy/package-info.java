/** What is held about a respondent: access to it, its erasure, how long it stays; knows nothing of what the answers mean. */
@NullMarked
package io.earshot.privacy;

import org.jspecify.annotations.NullMarked;
