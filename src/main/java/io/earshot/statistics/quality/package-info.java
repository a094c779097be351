/** How far answers can be trusted, and how many of those asked gave them. */
@NullMarked
package io.earshot.statistics.quality;

import org.jspecify.annotations.NullMarked;
