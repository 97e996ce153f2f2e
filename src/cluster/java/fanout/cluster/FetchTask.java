package fanout.cluster;

/// Fetches one endpoint.
final class FetchTask extends MemberTask {
  static final int TYPE = 1;

  /// One that is about to be read.
  FetchTask() {
    super(new byte[0]);
  }

  FetchTask(FetchRequest request) {
    super(Json.write(request));
  }

  @Override
  byte[] call(MemberWork member, byte[] json) throws Exception {
    return Json.write(member.fetch(Json.read(json, FetchRequest.class)));
  }

  @Override
  public int getClassId() {
    return TYPE;
  }
}
