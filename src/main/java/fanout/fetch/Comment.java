package fanout.fetch;

/// One item of `/comments`.
public record Comment(int postId, int id, String name, String email, String body) {}
