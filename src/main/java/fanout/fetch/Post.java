package fanout.fetch;

/// One item of `/posts`.
public record Post(int userId, int id, String title, String body) {}
