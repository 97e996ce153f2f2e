package fanout.fetch;

/// What the JDK's HTTP client takes from system properties alone, and reads once in a JVM. Whoever
/// builds a client calls [#set()] first; a property that the user has set stays as it is.
public final class ClientProperties {
  /// By itself the client sends a GET again, and starts its timeout anew, when the connection ends
  /// before the first byte of a response: a server that holds a request and closes costs twice the
  /// deadline. The property counts attempts of every kind; redirects are not followed anyway.
  private static final String ATTEMPTS = "jdk.httpclient.redirects.retrylimit";

  /// Idle connections are closed before a server does, which is 30 s with Jetty and with the client
  /// by itself: a request that meets a connection on its way out is not repeated any more.
  private static final String IDLE_SECONDS = "jdk.httpclient.keepalive.timeout";

  private ClientProperties() {}

  /// Sets what is not set yet.
  public static void set() {
    setUnlessSet(ATTEMPTS, 1);
    setUnlessSet(IDLE_SECONDS, 20);
  }

  private static void setUnlessSet(String property, int value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, Integer.toString(value));
    }
  }
}
