package fanout.fetch;

/// One item of `/todos`.
public record Todo(int userId, int id, String title, boolean completed) {}
