package cn.wuyouhall.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class BackgroundTest {
  @Test
  void aResultComesBackOnTheScreensThread() throws Exception {
    CompletableFuture<String> seen = new CompletableFuture<>();
    try (Background work = Background.threads("test")) {
      Platform.runLater(() ->
          work.run(() -> Thread.currentThread().getName())
              .then(worker -> seen.complete(worker + " " + Platform.isFxApplicationThread())));
      assertEquals("test-work-1 true", seen.get(5, TimeUnit.SECONDS));
    }
  }

  @Test
  void aFailureHasTheSameCodeEachTimeAndIsExplainedOnce() {
    Background work = Background.sameThread();
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      work.run(BackgroundTest::fail).otherwise(failure -> codes.add(failure.code()));
    }
    assertEquals(2, codes.size());
    assertEquals(codes.get(0), codes.get(1));
    assertTrue(codes.get(0).matches("[0-9A-F]{4}-[0-9A-F]{4}"));
    assertNotEquals(codes.get(0), Failure.of(new IllegalStateException()).code());
  }

  @Test
  void anErrorIsExplainedToo() {
    List<Class<?>> causes = new ArrayList<>();
    Background.sameThread()
        .run(() -> {
          throw new LinkageError("a test's failure");
        })
        .otherwise(failure -> causes.add(failure.cause().getClass()));
    assertEquals(List.of(LinkageError.class), causes);
  }

  @Test
  void aDroppedJobSaysNothing() {
    List<String> seen = new ArrayList<>();
    Job<String> job = Background.sameThread().run(() -> "late");
    job.drop();
    job.then(seen::add);
    assertEquals(List.of(), seen);
  }

  private static String fail() {
    throw new IllegalStateException("a test's failure");
  }
}
