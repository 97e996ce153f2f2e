package fanout.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.vocabulary.Content;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class RecordConstructorsTest {
  @Test
  void hasEachRecordThatAnEndpointAnswersWith() {
    var records = new HashSet<Class<?>>();
    for (var content : Content.values()) {
      addWithComponents(Decoder.itemType(content), records);
    }

    assertThat(RecordConstructors.records()).isEqualTo(records);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ANY_JSON")
  void makesWhatJacksonMakesByItself(Content content) {
    var body = Answer.bytesOf(SixBodies.body(content));
    var byItself = JsonMapper.shared().readerForListOf(Decoder.itemType(content));

    assertThat(new Decoder(Decoding.STRICT).decode(content, body))
        .isEqualTo(byItself.readValue(body));
  }

  private static void addWithComponents(Class<?> type, Set<Class<?>> records) {
    if (type.isRecord() && records.add(type)) {
      Arrays.stream(type.getRecordComponents())
          .forEach(component -> addWithComponents(component.getType(), records));
    }
  }
}
