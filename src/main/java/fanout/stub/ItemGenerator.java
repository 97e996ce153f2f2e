package fanout.stub;

import fanout.fetch.Album;
import fanout.fetch.Comment;
import fanout.fetch.Photo;
import fanout.fetch.Post;
import fanout.fetch.Todo;
import fanout.fetch.User;
import fanout.vocabulary.Content;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/// Invents the items of the six endpoints. Texts are as long as makes each body as large as
/// jsonplaceholder's; ids count from 1, and owners have as many items as there.
final class ItemGenerator {
  /// Of no meaning, but a part of what [Payloads#digest()] tells.
  private static final long SEED = 20_250_916;

  private static final int POSTS_PER_USER = 10;
  private static final int COMMENTS_PER_POST = 5;
  private static final int ALBUMS_PER_USER = 10;
  private static final int PHOTOS_PER_ALBUM = 50;
  private static final int TODOS_PER_USER = 20;

  private final Content content;
  private final UniformRandomProvider random;
  private final LoremText text;

  private ItemGenerator(Content content) {
    this.content = content;
    this.random = RandomSource.XO_SHI_RO_256_PP.create(SEED ^ content.name().hashCode());
    this.text = new LoremText(random);
  }

  /// All items of one endpoint, the same on each call.
  ///
  /// @throws IllegalArgumentException for [Content#ANY_JSON]
  static List<?> items(Content content) {
    return new ItemGenerator(content).items();
  }

  private List<?> items() {
    return switch (content) {
      case POSTS -> each(this::post);
      case COMMENTS -> each(this::comment);
      case ALBUMS -> each(this::album);
      case PHOTOS -> each(this::photo);
      case TODOS -> each(this::todo);
      case USERS -> each(this::user);
      case ANY_JSON -> throw new IllegalArgumentException("No items are generated for " + content);
    };
  }

  private <T> List<T> each(IntFunction<T> itemOfId) {
    return IntStream.rangeClosed(1, Payloads.generatedItems(content)).mapToObj(itemOfId).toList();
  }

  private static int owner(int id, int itemsPerOwner) {
    return Math.ceilDiv(id, itemsPerOwner);
  }

  private Post post(int id) {
    return new Post(owner(id, POSTS_PER_USER), id, text.line(41), text.lines(4, 35));
  }

  private Comment comment(int id) {
    return new Comment(owner(id, COMMENTS_PER_POST), id, text.line(36), email(), text.lines(4, 36));
  }

  private String email() {
    return text.name() + "@" + text.word() + ".example";
  }

  private Album album(int id) {
    return new Album(owner(id, ALBUMS_PER_USER), id, text.line(34));
  }

  private Photo photo(int id) {
    var colour = String.format(Locale.ROOT, "%06x", random.nextInt(1 << 24));
    return new Photo(
        owner(id, PHOTOS_PER_ALBUM),
        id,
        text.line(36),
        "https://image.lorem.example/600/" + colour,
        "https://image.lorem.example/150/" + colour);
  }

  private Todo todo(int id) {
    return new Todo(owner(id, TODOS_PER_USER), id, text.line(38), random.nextBoolean());
  }

  private User user(int id) {
    var firstName = text.name();
    var lastName = text.name();
    return new User(
        id,
        firstName + " " + lastName,
        firstName + "." + lastName,
        email(),
        address(),
        digits(3) + "-" + digits(3) + "-" + digits(4),
        text.word() + ".example",
        new User.Company(text.name() + "-" + text.name(), text.line(34), text.line(27)));
  }

  private User.Address address() {
    return new User.Address(
        text.name() + " " + text.name(),
        "Suite " + digits(3),
        text.name(),
        digits(5) + "-" + digits(4),
        new User.Geo(degrees(90), degrees(180)));
  }

  private String digits(int count) {
    var digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  private String degrees(int limit) {
    return String.format(Locale.ROOT, "%.4f", random.nextDouble(-limit, limit));
  }
}
