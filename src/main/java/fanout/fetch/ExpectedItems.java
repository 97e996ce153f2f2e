package fanout.fetch;

import fanout.vocabulary.Content;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How many items each kind of response must hold: what a batch is checked against.
public final class ExpectedItems {
  private final Map<Content, Integer> items = new EnumMap<>(Content.class);

  /// Expects what is known beforehand.
  public ExpectedItems(Map<Content, Integer> items) {
    this.items.putAll(items);
  }

  /// Expects what `fetcher` gets now, for responses that nobody knows beforehand.
  public static ExpectedItems learnedFrom(Fetcher fetcher, List<Endpoint> endpoints)
      throws FetchException, InterruptedException {
    var items = new EnumMap<Content, Integer>(Content.class);
    for (var endpoint : endpoints) {
      items.put(endpoint.content(), fetcher.fetch(endpoint, System.nanoTime()).items());
    }
    return new ExpectedItems(items);
  }

  /// Checks that every endpoint has its response, in order, in full.
  ///
  /// @return `fetched`
  /// @throws IllegalStateException that names the first wrong response
  public List<FetchResult> check(List<Endpoint> requested, List<FetchResult> fetched) {
    if (fetched.size() != requested.size()) {
      throw new IllegalStateException(
          "Expected " + requested.size() + " responses, got " + fetched.size());
    }
    for (int i = 0; i < requested.size(); i++) {
      check(requested.get(i), fetched.get(i));
    }
    return fetched;
  }

  /// Items of all of `endpoints` together.
  ///
  /// @throws IllegalStateException if nothing is expected of one of them
  public int total(List<Endpoint> endpoints) {
    return endpoints.stream().mapToInt(endpoint -> expected(endpoint.content())).sum();
  }

  private int expected(Content content) {
    var expected = items.get(content);
    if (expected == null) {
      throw new IllegalStateException("No number of items is expected of " + content);
    }
    return expected;
  }

  /// Checks one count.
  ///
  /// @throws IllegalStateException that says both counts
  public void check(Content content, int found) {
    var expected = items.get(content);
    if (expected == null || expected != found) {
      throw new IllegalStateException(
          "Expected " + expected + " items of " + content + ", got " + found);
    }
  }

  private void check(Endpoint requested, FetchResult fetched) {
    if (!fetched.endpoint().name().equals(requested.name())) {
      throw new IllegalStateException(
          "Expected a response of "
              + requested.name()
              + ", got one of "
              + fetched.endpoint().name());
    }
    check(requested.content(), fetched.items());
  }
}
