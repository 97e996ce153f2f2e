package fanout.fetch;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.module.SimpleModule;

/// Has Jackson call the constructors of this package's records directly.
///
/// By itself it calls them through method handles with an array of arguments, whose adapters each
/// JVM spins anew, which no AOT cache keeps: the first 5,000 photos of a JVM took 57 ms that way
/// and 29 ms this way, a warmed up JVM 1.9 and 1.5 ms.
final class RecordConstructors extends SimpleModule {
  private static final long serialVersionUID = 1;

  /// From the values of a record's components, in their order, to the record. Jackson has checked
  /// that all are there and none is null.
  private static final Map<Class<?>, Function<Object[], Object>> CONSTRUCTORS =
      Map.of(
          Post.class,
          of -> new Post((int) of[0], (int) of[1], (String) of[2], (String) of[3]),
          Comment.class,
          of ->
              new Comment((int) of[0], (int) of[1], (String) of[2], (String) of[3], (String) of[4]),
          Album.class,
          of -> new Album((int) of[0], (int) of[1], (String) of[2]),
          Photo.class,
          of -> new Photo((int) of[0], (int) of[1], (String) of[2], (String) of[3], (String) of[4]),
          Todo.class,
          of -> new Todo((int) of[0], (int) of[1], (String) of[2], (boolean) of[3]),
          User.class,
          RecordConstructors::user,
          User.Address.class,
          of ->
              new User.Address(
                  (String) of[0], (String) of[1], (String) of[2], (String) of[3], (User.Geo) of[4]),
          User.Geo.class,
          of -> new User.Geo((String) of[0], (String) of[1]),
          User.Company.class,
          of -> new User.Company((String) of[0], (String) of[1], (String) of[2]));

  /// The records that are made this way.
  static Set<Class<?>> records() {
    return CONSTRUCTORS.keySet();
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.addValueInstantiators(new Instantiators());
  }

  private static User user(Object[] of) {
    return new User(
        (int) of[0],
        (String) of[1],
        (String) of[2],
        (String) of[3],
        (User.Address) of[4],
        (String) of[5],
        (String) of[6],
        (User.Company) of[7]);
  }

  private static final class Instantiators extends ValueInstantiators.Base {
    @Override
    public ValueInstantiator modifyValueInstantiator(
        DeserializationConfig config,
        BeanDescription.Supplier type,
        ValueInstantiator byMethodHandle) {
      var constructor = CONSTRUCTORS.get(type.getBeanClass());
      return constructor != null && byMethodHandle instanceof StdValueInstantiator standard
          ? new ByConstructor(standard, constructor)
          : byMethodHandle;
    }
  }

  private static final class ByConstructor extends StdValueInstantiator {
    private final transient Function<Object[], Object> constructor;

    ByConstructor(StdValueInstantiator standard, Function<Object[], Object> constructor) {
      super(standard);
      this.constructor = constructor;
    }

    @Override
    public Object createFromObjectWith(DeserializationContext context, Object[] components) {
      return constructor.apply(components);
    }
  }
}
