/** Who owns what: tenants, apps, members, tokens, audit trail; knows nothing of questionnaires or answers. */
@NullMarked
package io.earshot.workspace;

import org.jspecify.annotations.NullMarked;
