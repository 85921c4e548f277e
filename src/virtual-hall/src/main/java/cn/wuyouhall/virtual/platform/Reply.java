package cn.wuyouhall.virtual.platform;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/**
 * A reply of the platform.
 *
 * @param status HTTP status
 * @param body JSON, empty for none
 * @param replay whether it is an earlier reply given again
 */
record Reply(int status, String body, boolean replay) {
  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  static Reply of(int status, ObjectNode body) {
    return new Reply(status, body.toString(), false);
  }

  static Reply error(int status, String code, String message) {
    return of(status, errorBody(code, message));
  }

  static ObjectNode errorBody(String code, String message) {
    return MAPPER.createObjectNode().put("code", code).put("message", message);
  }

  /** The same reply for a request that came before. */
  static Reply again(String body) {
    return new Reply(200, body, true);
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
