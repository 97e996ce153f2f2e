package fanout.fetch;

/// One item of `/albums`.
public record Album(int userId, int id, String title) {}
