package cn.wuyouhall.virtual.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The sample catalogue the sandbox publishes.
 *
 * @param json as in the resources
 * @param etag changes exactly when the bytes do
 */
record SampleCatalogue(String json, String etag) {
  private static final String PLACE = "cn/wuyouhall/sample/catalogue.json";

  /** The one on the class path; empty where there is none. */
  static Optional<SampleCatalogue> find() {
    try (InputStream in = SampleCatalogue.class.getClassLoader().getResourceAsStream(PLACE)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] bytes = in.readAllBytes();
      String digest = HexFormat.of().formatHex(RatingKey.sm3(bytes), 0, 12);
      return Optional.of(
          new SampleCatalogue(new String(bytes, StandardCharsets.UTF_8), '"' + digest + '"'));
    } catch (IOException e) {
      throw new UncheckedIOException("the sample catalogue cannot be read", e);
    }
  }
}
