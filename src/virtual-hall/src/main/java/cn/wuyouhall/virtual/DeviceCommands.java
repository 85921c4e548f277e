package cn.wuyouhall.virtual;

import cn.wuyouhall.virtual.device.Card;
import cn.wuyouhall.virtual.device.Device;
import cn.wuyouhall.virtual.device.PluggedDevice;
import cn.wuyouhall.virtual.device.VirtualIdReader;
import cn.wuyouhall.virtual.device.VirtualPad;
import cn.wuyouhall.virtual.device.VirtualScanner;
import cn.wuyouhall.virtual.device.VirtualWindowDisplay;
import cn.wuyouhall.virtual.printer.PrintedPaper;
import cn.wuyouhall.virtual.printer.Rom;
import cn.wuyouhall.virtual.printer.VirtualTicketPrinter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One-line commands for the devices, one-line JSON answers: the same for a demo player, a test and
 * the panel. The commands are listed in {@code docs/reference/virtual-devices.md}. A last word
 * {@code @NAME} picks another device than the first of its kind. Answers hold {@code "ok"}; a
 * refusal has {@code "error"} in words. Commands that await block their caller.
 */
public final class DeviceCommands {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final VirtualHallDevices hall;
  // ASCII only, so that no locale of either process can spoil an answer.
  private final ObjectMapper json =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /** A refusal in words. */
  private static final class Refused extends Exception {
    Refused(String why) {
      super(why);
    }
  }

  /** Commands for these devices. */
  public DeviceCommands(VirtualHallDevices hall) {
    this.hall = hall;
  }

  /** Carries out one command and answers in one line of JSON. */
  public String execute(String line) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("ok", true);
    try {
      run(new Words(line), answer);
    } catch (Refused e) {
      answer.clear();
      answer.put("ok", false);
      answer.put("error", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.put("ok", false);
      answer.put("error", "interrupted");
    }
    try {
      return json.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("writing " + answer, e);
    }
  }

  /** The words of a command, with the device it names. */
  private static final class Words {
    private final String rest;
    private final List<String> words;
    private final String device;

    Words(String line) {
      String text = line.strip();
      int at = text.lastIndexOf(" @");
      boolean names = at > 0 && text.indexOf(' ', at + 1) < 0;
      device = names ? text.substring(at + 2) : "";
      text = names ? text.substring(0, at).strip() : text;
      words = Arrays.asList(text.split("\\s+"));
      int blank = text.indexOf(' ');
      rest = blank < 0 ? "" : text.substring(blank + 1).strip();
    }

    String get(int i) {
      return i < words.size() ? words.get(i) : "";
    }

    int number(int i, int otherwise) throws Refused {
      if (i >= words.size()) {
        return otherwise;
      }
      try {
        return Integer.parseInt(words.get(i));
      } catch (NumberFormatException e) {
        throw new Refused("not a number: " + words.get(i));
      }
    }

    Duration wait(int i) throws Refused {
      Duration asked = Duration.ofMillis(number(i, 10_000));
      return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    }
  }

  private void run(Words w, Map<String, Object> answer) throws Refused, InterruptedException {
    switch (w.get(0)) {
      case "devices" -> devices(answer);
      case "cards" -> answer.put("cards", Card.names());
      case "card" -> card(w, answer);
      case "reader" -> reader(w, answer);
      case "scan" -> scan(w);
      case "scanner" -> scanner(w);
      case "pad" -> pad(w, answer);
      case "led" -> led(w, answer);
      case "printer" -> printer(w, answer);
      case "cable" -> cable(w, answer);
      case "noise" -> noise(w, answer);
      default -> throw new Refused("unknown command: " + w.get(0));
    }
  }

  private <D extends Device> D device(Class<D> type, Words w) throws Refused {
    return (w.device.isEmpty() ? hall.find(type) : hall.find(type, w.device))
        .orElseThrow(() ->
            new Refused(
                "no such device: " + (w.device.isEmpty() ? type.getSimpleName() : w.device)));
  }

  private PluggedDevice<?> plugged(String name) throws Refused {
    return hall.plugged(name).orElseThrow(() -> new Refused("no such device: " + name));
  }

  private void devices(Map<String, Object> answer) {
    answer.put("lines", hall.lines());
    Map<String, Boolean> plugged = new LinkedHashMap<>();
    hall.plugged().forEach(device -> plugged.put(device.name(), device.plugged()));
    answer.put("plugged", plugged);
  }

  private void card(Words w, Map<String, Object> answer) throws Refused, InterruptedException {
    VirtualIdReader reader = device(VirtualIdReader.class, w);
    switch (w.get(1)) {
      case "lay" -> {
        Card card = Card.named(w.get(2));
        if (card == null) {
          throw new Refused(
              "no such card: " + w.get(2) + "; there are " + String.join(", ", Card.names()));
        }
        reader.lay(card);
      }
      case "lift" -> reader.lift();
      case "await" -> awaited(reader.awaitRead(w.wait(2)), "the card was not read");
      case "state" -> {
        // Answered below.
      }
      default -> throw new Refused("card lay NAME | lift | state | await [MS]");
    }
    answer.put("card", reader.card() == null ? null : reader.card().name());
    answer.put("stage", word(reader.stage()));
    answer.put("reads", reader.reads());
  }

  private void reader(Words w, Map<String, Object> answer) throws Refused {
    VirtualIdReader reader = device(VirtualIdReader.class, w);
    switch (w.get(1)) {
      case "normal" -> {
        reader.mode(VirtualIdReader.Mode.NORMAL);
        reader.thinking(Duration.ZERO);
        reader.preambleInPhoto(false);
      }
      case "silent" -> reader.mode(VirtualIdReader.Mode.SILENT);
      case "slow" -> reader.thinking(Duration.ofMillis(w.number(2, 3000)));
      case "tricky-photo" -> reader.preambleInPhoto(true);
      default -> throw new Refused("reader normal | silent | slow [MS] | tricky-photo");
    }
    answer.put("reader", w.get(1));
  }

  private void scan(Words w) throws Refused {
    if (w.rest.isEmpty()) {
      throw new Refused("scan TEXT");
    }
    device(VirtualScanner.class, w).scan(w.rest);
  }

  private void scanner(Words w) throws Refused {
    VirtualScanner scanner = device(VirtualScanner.class, w);
    boolean done =
        switch (w.get(1) + " " + w.get(2)) {
          case "encoding utf-8" -> {
            scanner.encoding(VirtualScanner.Encoding.UTF_8);
            yield true;
          }
          case "encoding gbk" -> {
            scanner.encoding(VirtualScanner.Encoding.GBK);
            yield true;
          }
          default -> "suffix".equals(w.get(1)) && scanner.suffix(w.get(2));
        };
    if (!done) {
      throw new Refused("scanner encoding utf-8|gbk | suffix cr|crlf|lf");
    }
  }

  private void pad(Words w, Map<String, Object> answer) throws Refused, InterruptedException {
    VirtualPad pad = device(VirtualPad.class, w);
    switch (w.get(1)) {
      case "press" -> {
        if (!pad.press(key(w))) {
          throw new Refused("the pad is not asking");
        }
      }
      case "force" -> pad.force(key(w));
      case "mode" -> pad.mode(oneOf(VirtualPad.Mode.class, w.get(2)));
      case "await" ->
          awaited(
              pad.await(oneOf(VirtualPad.State.class, w.get(2)), w.wait(3)),
              "the pad is " + word(pad.state()));
      case "state" -> {
        // Answered below.
      }
      default ->
          throw new Refused(
              "pad press KEY | force KEY | state | mode normal|deaf|garbage | await STATE [MS]");
    }
    answer.put("state", word(pad.state()));
    answer.put("asked", pad.asked());
    answer.put("stars", pad.stars());
    answer.put("beeps", pad.beeps());
  }

  private static int key(Words w) throws Refused {
    int key = w.number(2, -1);
    if (key < 0 || key >= VirtualPad.KEYS) {
      throw new Refused("keys are 0 to 4");
    }
    return key;
  }

  private void led(Words w, Map<String, Object> answer) throws Refused, InterruptedException {
    VirtualWindowDisplay led = device(VirtualWindowDisplay.class, w);
    switch (w.get(1)) {
      case "text" -> {
        // Answered below.
      }
      case "await" ->
          awaited(
              led.await(text -> text.contains(w.get(2)), w.wait(3)),
              "the strip shows " + led.text());
      default -> throw new Refused("led text | await PART [MS]");
    }
    answer.put("text", led.text());
    answer.put("sum", word(led.sum()));
    answer.put("frames", led.frames());
    answer.put("refused", led.refused());
  }

  private void printer(Words w, Map<String, Object> answer) throws Refused, InterruptedException {
    VirtualTicketPrinter printer = device(VirtualTicketPrinter.class, w);
    switch (w.get(1)) {
      case "state" -> {
        // Answered below.
      }
      case "near-end" -> printer.nearEnd();
      case "paper-out" -> {
        if ("after".equals(w.get(2))) {
          printer.paperOutAfter(w.number(3, 3));
        } else {
          printer.paperOut();
        }
      }
      case "refill" -> printer.refill("clear".equals(w.get(2)));
      case "cover-open" -> printer.cover(true);
      case "cover-close" -> printer.cover(false);
      case "normal", "silent", "mute", "stuck", "garbage" ->
          printer.mode(oneOf(VirtualTicketPrinter.Mode.class, w.get(1)));
      case "rom" -> printer.rom(oneOf(Rom.class, w.get(2)));
      case "sensor" -> printer.nearEndSensor(!"none".equals(w.get(2)));
      case "await" ->
          awaited(
              printer.awaitPrinted(w.number(2, 1), w.wait(3)),
              printer.printed() + " papers so far");
      case "papers" -> {
        awaited(printer.awaitPictures(Duration.ofSeconds(30)), "a picture could not be drawn");
        answer.put("papers", printer.papers().stream().map(DeviceCommands::paper).toList());
      }
      case "last" -> {
        awaited(printer.awaitPictures(Duration.ofSeconds(30)), "a picture could not be drawn");
        List<PrintedPaper> papers = printer.papers();
        answer.put("paper", papers.isEmpty() ? null : paper(papers.getLast()));
      }
      default ->
          throw new Refused(
              "printer state | papers | last | await COUNT [MS] | near-end | paper-out [after N] | refill [clear]"
                  + " | cover-open | cover-close | normal | silent | mute | stuck | garbage"
                  + " | rom gb18030|gbk|gb2312 | sensor none|fitted");
    }
    answer.put("roll", word(printer.roll()));
    answer.put("cover", printer.coverOpen() ? "open" : "closed");
    answer.put("mode", word(printer.mode()));
    answer.put("printed", printer.printed());
  }

  private static Map<String, Object> paper(PrintedPaper printed) {
    Map<String, Object> paper = new LinkedHashMap<>();
    paper.put("number", printed.number());
    paper.put("bytes", printed.bytes().length);
    paper.put("lines", printed.paper().lines());
    paper.put("qrs", printed.paper().qrs());
    paper.put("missingGlyphs", printed.paper().missingGlyphs());
    paper.put("problems", printed.paper().problems());
    paper.put("bin", printed.bin() == null ? null : printed.bin().toString());
    paper.put("png", printed.png() == null ? null : printed.png().toString());
    return paper;
  }

  private void cable(Words w, Map<String, Object> answer) throws Refused {
    switch (w.get(1)) {
      case "cut" -> plugged(w.get(2)).cut();
      case "plug" -> {
        try {
          plugged(w.get(2)).plug();
        } catch (IOException e) {
          throw new Refused("the cable does not go in: " + e.getMessage());
        }
      }
      case "state" -> {
        // Answered below.
      }
      default -> throw new Refused("cable cut NAME | plug NAME | state");
    }
    devices(answer);
  }

  private void noise(Words w, Map<String, Object> answer) throws Refused {
    PluggedDevice<?> device = plugged(w.get(1));
    switch (w.get(2)) {
      case "on" -> device.noisy(true);
      case "off" -> device.noisy(false);
      case "" -> device.noise("burst");
      default -> {
        if (!PluggedDevice.noises().contains(w.get(2))) {
          throw new Refused(
              "no such noise; there are " + String.join(", ", PluggedDevice.noises()));
        }
        device.noise(w.get(2));
      }
    }
    answer.put("device", device.name());
  }

  private static void awaited(boolean came, String otherwise) throws Refused {
    if (!came) {
      throw new Refused("in time it did not come to that: " + otherwise);
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <E extends Enum<E>> E oneOf(Class<E> type, String text) throws Refused {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> word(value).equals(text))
        .findFirst()
        .orElseThrow(() ->
            new Refused(
                "one of "
                    + String.join(
                        ", ",
                        Arrays.stream(type.getEnumConstants())
                            .map(DeviceCommands::word)
                            .toList())));
  }
}
