package fanout.cluster;

import java.io.IOException;

/// A cluster that cannot be used. The message is a sentence for people that names the member.
public final class ClusterException extends IOException {
  private static final long serialVersionUID = 1;

  public ClusterException(String sentence) {
    super(sentence);
  }

  public ClusterException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
