package fanout.fetch;

/// One item of `/users`.
public record User(
    int id,
    String name,
    String username,
    String email,
    Address address,
    String phone,
    String website,
    Company company) {

  /// Where a user lives.
  public record Address(String street, String suite, String city, String zipcode, Geo geo) {}

  /// A position, in degrees, as the service spells it: in strings.
  public record Geo(String lat, String lng) {}

  /// Where a user works.
  public record Company(String name, String catchPhrase, String bs) {}
}
