package cn.wuyouhall.demo.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files a run of the hall left behind. Nothing is changed in them; they are copied before they
 * are read, so the programs should be closed or idle.
 *
 * @param hallDatabase the hall's SQLite file
 * @param journals the stations' journals
 * @param papers the folder of the printed papers ({@code NNN.bin}, one whole paper each)
 * @param sandboxDatabase what the province received
 * @param hallFiles every folder in which no clear personal data and no clear grade may lie
 * @param personal clear values (names, numbers, telephones) of the people who were played; never
 *     shown in a verdict
 * @param supervisorsPhrase opens the supervisors' key, if the grades are to be compared too
 */
public record Evidence(
    Path hallDatabase,
    List<Path> journals,
    Path papers,
    Path sandboxDatabase,
    List<Path> hallFiles,
    List<String> personal,
    Optional<String> supervisorsPhrase) {
  public Evidence {
    journals = List.copyOf(journals);
    hallFiles = List.copyOf(hallFiles);
    personal = List.copyOf(personal);
  }

  /**
   * The evidence of a hall on one machine.
   *
   * @param hall its folder: {@code hall/hall.db} and a folder for each station in it
   * @param papers the printed papers
   * @param sandbox the sandbox's folder
   */
  public static Evidence of(Path hall, Path papers, Path sandbox) {
    try (Stream<Path> below = Files.walk(hall)) {
      List<Path> journals =
          below
              .filter(file -> file.getFileName().toString().equals("journal.db"))
              .sorted()
              .toList();
      return new Evidence(
          hall.resolve("hall").resolve("hall.db"),
          journals,
          papers,
          sandbox.resolve("sandbox.db"),
          List.of(hall, papers),
          List.of(),
          Optional.empty());
    } catch (IOException fault) {
      throw new UncheckedIOException("the hall's folder cannot be listed", fault);
    }
  }

  /** The same with another folder in which nothing may lie in clear, such as that of the logs. */
  public Evidence withFiles(Path folder) {
    List<Path> folders = new ArrayList<>(hallFiles);
    folders.add(folder);
    return new Evidence(
        hallDatabase, journals, papers, sandboxDatabase, folders, personal, supervisorsPhrase);
  }

  /** The same with the clear values of the people played. */
  public Evidence withPersonal(List<String> values) {
    return new Evidence(
        hallDatabase, journals, papers, sandboxDatabase, hallFiles, values, supervisorsPhrase);
  }

  /** The same with the phrase of the supervisors' key. */
  public Evidence withPhrase(String phrase) {
    return new Evidence(
        hallDatabase, journals, papers, sandboxDatabase, hallFiles, personal, Optional.of(phrase));
  }

  @Override
  public String toString() {
    return "Evidence[" + hallDatabase + "]";
  }
}
