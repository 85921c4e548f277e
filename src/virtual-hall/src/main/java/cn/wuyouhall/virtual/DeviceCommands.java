package cn.wuyouhall.virtual;

import cn.wuyouhall.virtual.Words.Refused;
import cn.wuyouhall.virtual.device.Card;
import cn.wuyouhall.virtual.device.Device;
import cn.wuyouhall.virtual.device.PluggedDevice;
import cn.wuyouhall.virtual.device.VirtualIdReader;
import cn.wuyouhall.virtual.device.VirtualPad;
import cn.wuyouhall.virtual.device.VirtualScanner;
import cn.wuyouhall.virtual.device.VirtualWindowDisplay;
import cn.wuyouhall.virtual.printer.VirtualTicketPrinter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One-line commands for the devices, one-line JSON answers: the same for a demo player, a test and
 * the panel. The commands are listed in {@code docs/reference/virtual-devices.md}. A last word
 * {@code @NAME} picks another device than the first of its kind. Answers hold {@code "ok"}; a
 * refusal has {@code "error"} in words. Commands that await block their caller.
 */
public final class DeviceCommands {
  private final VirtualHallDevices hall;
  // ASCII only, so that no locale of either process can spoil an answer.
  private final ObjectMapper json =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

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
    } catch (UncheckedIOException e) {
      answer.clear();
      answer.put("ok", false);
      answer.put("error", e.getMessage() + ": " + e.getCause().getMessage());
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
      case "printer" -> PrinterCommands.run(device(VirtualTicketPrinter.class, w), w, answer);
      case "cable" -> cable(w, answer);
      case "noise" -> noise(w, answer);
      default -> throw new Refused("unknown command: " + w.get(0));
    }
  }

  private <D extends Device> D device(Class<D> type, Words w) throws Refused {
    return (w.device().isEmpty() ? hall.find(type) : hall.find(type, w.device()))
        .orElseThrow(() ->
            new Refused(
                "no such device: " + (w.device().isEmpty() ? type.getSimpleName() : w.device())));
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
      case "await" -> Words.awaited(reader.awaitRead(w.wait(2)), "the card was not read");
      case "state" -> {
        // Answered below.
      }
      default -> throw new Refused("card lay NAME | lift | state | await [MS]");
    }
    answer.put("card", reader.card() == null ? null : reader.card().name());
    answer.put("stage", Words.word(reader.stage()));
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
    if (w.rest().isEmpty()) {
      throw new Refused("scan TEXT");
    }
    device(VirtualScanner.class, w).scan(w.rest());
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
      case "mode" -> pad.mode(w.oneOf(2, VirtualPad.Mode.class));
      case "await" ->
          Words.awaited(
              pad.await(w.oneOf(2, VirtualPad.State.class), w.wait(3)),
              "the pad is " + Words.word(pad.state()));
      case "state" -> {
        // Answered below.
      }
      default ->
          throw new Refused(
              "pad press KEY | force KEY | state | mode normal|deaf|garbage | await STATE [MS]");
    }
    answer.put("state", Words.word(pad.state()));
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
          Words.awaited(
              led.await(text -> text.contains(w.get(2)), w.wait(3)),
              "the strip shows " + led.text());
      default -> throw new Refused("led text | await PART [MS]");
    }
    answer.put("text", led.text());
    answer.put("sum", Words.word(led.sum()));
    answer.put("frames", led.frames());
    answer.put("refused", led.refused());
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
}
