package cn.wuyouhall.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.wuyouhall.platform.DeliveryResult.TryLater;
import cn.wuyouhall.virtual.platform.HostileServer;
import cn.wuyouhall.virtual.platform.HostileServer.Behaviour;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever answers in the platform's place: try later, with a stable reason, one request each. */
class BadDayTest {
  private static final Limits SHORT =
      new Limits(Duration.ofSeconds(2), Duration.ofMillis(400), 64L << 10, 1L << 20);

  @ParameterizedTest
  @CsvSource({
    "HTML_OK, NOT_UNDERSTOOD",
    "HTML_FORBIDDEN, NOT_UNDERSTOOD",
    "HTML_FAULT, FAULT",
    "BARE_FAULT, FAULT",
    "REDIRECT, NOT_UNDERSTOOD",
    "OTHER_JSON, NOT_UNDERSTOOD",
    "BROKEN_JSON, NOT_UNDERSTOOD",
    "SILENCE, TIMEOUT",
    "CUT_OFF, CUT_OFF",
    "CLOSE, CUT_OFF",
    "ENDLESS, TOO_LARGE"
  })
  void everyBadReplyIsTriedLater(Behaviour behaviour, Failure failure) throws IOException {
    try (HostileServer server = HostileServer.start(behaviour);
        PlatformClient client = new PlatformClient(server.url(), SHORT)) {
      assertEquals(
          new TryLater(failure, Optional.empty()), client.deliver(Samples.newCase("WB-1")));
      assertEquals(1, server.requests(), "a write is never repeated by itself");
      assertEquals(new Reading.NotRead<>(failure, Optional.empty()), client.status("", 10));
    }
  }

  @Test
  void aBusyPlatformSaysWhenToComeAgain() throws IOException {
    try (HostileServer server = HostileServer.start(Behaviour.BUSY);
        PlatformClient client = new PlatformClient(server.url(), SHORT)) {
      assertEquals(
          new TryLater(Failure.BUSY, Optional.of(Duration.ofSeconds(7))),
          client.deliver(Samples.newCase("WB-1")));
    }
  }

  @Test
  void nobodyThereIsNoConnection() throws IOException {
    String url;
    try (HostileServer server = HostileServer.start(Behaviour.CLOSE)) {
      url = server.url();
    }
    try (PlatformClient client = new PlatformClient(url, SHORT)) {
      assertEquals(
          new TryLater(Failure.NO_CONNECTION, Optional.empty()),
          client.deliver(Samples.newCase("WB-1")));
    }
  }

  @Test
  void aNameThatIsNowhereIsNoConnection() {
    try (PlatformClient client = new PlatformClient("http://platform.invalid", SHORT)) {
      assertEquals(new Reading.NotRead<>(Failure.NO_CONNECTION, Optional.empty()), client.health());
    }
  }
}
