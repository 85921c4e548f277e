package cn.wuyouhall.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Optional;

/**
 * JSON as the contract has it: the same value is always the same bytes (properties in their stated
 * order, instants as ISO text), and unknown properties of a newer platform are no error.
 */
final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      // Records of plain values always have a JSON form: this is a fault in the program.
      throw new IllegalStateException("no JSON for " + value.getClass().getSimpleName(), e);
    }
  }

  /** The value, or empty when the bytes are not JSON of this shape. */
  static <T> Optional<T> read(byte[] bytes, Class<T> type) {
    try {
      return Optional.ofNullable(MAPPER.readValue(bytes, type));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether the bytes are one JSON object. */
  static boolean isObject(byte[] bytes) {
    try {
      return MAPPER.readTree(bytes).isObject();
    } catch (IOException e) {
      return false;
    }
  }
}
