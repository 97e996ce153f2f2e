package fanout.fetch;

import java.util.Collections;
import java.util.List;

/// Which answers a batch of six gets.
public enum Bodies {
  /// The six endpoints, once each: 83 % of their bytes are photos.
  SIX,
  /// Six times posts, so that no answer outweighs the others.
  EQUAL;

  /// The endpoints of one batch.
  public List<Endpoint> endpoints() {
    return switch (this) {
      case SIX -> Endpoint.SIX;
      case EQUAL -> Collections.nCopies(Endpoint.SIX.size(), Endpoint.of(Content.POSTS));
    };
  }
}
