package fanout.fetch;

/// One item of `/photos`.
public record Photo(int albumId, int id, String title, String url, String thumbnailUrl) {}
