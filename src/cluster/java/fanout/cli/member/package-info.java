/// `scripts/member`: a member of a cluster that fetches until it is told to end.
@NullMarked
package fanout.cli.member;

import org.jspecify.annotations.NullMarked;
