package cn.wuyouhall.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a command cannot do is one sentence and exit code 1; settings that are sound are not blamed.
 */
class WhatGoesWrongTest {
  @TempDir Path folder;
  private final StringWriter err = new StringWriter();
  private Path file;

  @BeforeEach
  void write() throws Exception {
    file =
        Files.writeString(
            folder.resolve("hall.toml"),
            """
            [station]
            id = "kiosk-1"
            role = "kiosk"
            [[device]]
            kind = "ticket-printer"
            line = "file:papers"
            """);
  }

  private String said(String... words) {
    var line = HallCommandLine.create(Locale.ENGLISH, HallCommandLine.commands());
    line.setOut(new PrintWriter(new StringWriter(), true));
    line.setErr(new PrintWriter(err, true));
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--config", file.toString()));
    assertEquals(ExitCode.FAILED, line.execute(all.toArray(String[]::new)), err::toString);
    assertEquals(1, err.toString().lines().count(), err::toString);
    return err.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kiosk",
        "backup target/not-enrolled",
        "ratings forward",
        "user list",
        "rules export"
      })
  void aStationThatIsNotEnrolledIsToldSo(String words) {
    assertTrue(said(words.split(" ", -1)).contains("[NO_KEY]"), err::toString);
  }

  @Test
  void aBackupThatIsNotThereIsNamed() {
    assertTrue(said("restore", folder.resolve("none").toString()).contains("[NO_BACKUP]"));
    err.getBuffer().setLength(0);
    String hall = said("restore", folder.resolve("none").toString(), "--hall");
    assertTrue(hall.contains("[NO_BACKUP]") && hall.contains("hall.db"), hall);
  }

  @Test
  void aBackupFolderThatCannotBeMadeIsNamed() {
    Path under = file.resolve("backup");
    assertTrue(said("backup", under.toString()).startsWith(under.toString()), err::toString);
  }
}
