package cn.wuyouhall.devices;

import cn.wuyouhall.domain.queue.Announcement;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * The spoken pieces that calls are joined from: 请, digits and letters one by one, 号到, 号窗口. All 16
 * kHz, 16 bit, mono.
 */
public final class Clips {
  /** What every clip is recorded in. */
  public static final AudioFormat FORMAT = new AudioFormat(16_000f, 16, 1, true, false);

  private static final String FOLDER = "cn/wuyouhall/sounds/";
  private static final String PLEASE = "qing";
  private static final String NUMBER_TO = "haodao";
  private static final String NUMBER_WINDOW = "haochuangkou";
  private static final int PAUSE_MS = 600;

  private final Map<String, byte[]> pieces;

  private Clips(Map<String, byte[]> pieces) {
    this.pieces = pieces;
  }

  /** The clips on the class path; empty when one is missing or is recorded otherwise. */
  public static Optional<Clips> onClassPath() {
    Map<String, byte[]> pieces = new HashMap<>();
    StringBuilder names = new StringBuilder("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    try {
      for (int i = 0; i < names.length(); i++) {
        String name = names.substring(i, i + 1);
        pieces.put(name, samples(name));
      }
      for (String name : new String[] {PLEASE, NUMBER_TO, NUMBER_WINDOW}) {
        pieces.put(name, samples(name));
      }
      return Optional.of(new Clips(pieces));
    } catch (IOException | UnsupportedAudioFileException e) {
      return Optional.empty();
    }
  }

  private static byte[] samples(String name) throws IOException, UnsupportedAudioFileException {
    InputStream file = Clips.class.getClassLoader().getResourceAsStream(FOLDER + name + ".wav");
    if (file == null) {
      throw new IOException("no clip " + name);
    }
    try (AudioInputStream sound = AudioSystem.getAudioInputStream(new BufferedInputStream(file))) {
      if (!sound.getFormat().matches(FORMAT)) {
        throw new UnsupportedAudioFileException(name + " is " + sound.getFormat());
      }
      return sound.readAllBytes();
    }
  }

  /** The call, said twice: 请 A 0 2 3 号到 3 号窗口. Samples in {@link #FORMAT}. */
  byte[] said(Announcement announcement) {
    ByteArrayOutputStream sound = new ByteArrayOutputStream();
    for (int time = 0; time < 2; time++) {
      if (time > 0) {
        sound.writeBytes(new byte[((int) FORMAT.getSampleRate()) * 2 * PAUSE_MS / 1000]);
      }
      say(sound, PLEASE);
      spell(sound, announcement.number().shown());
      say(sound, NUMBER_TO);
      spell(sound, Integer.toString(announcement.window()));
      say(sound, NUMBER_WINDOW);
    }
    return sound.toByteArray();
  }

  private void spell(ByteArrayOutputStream sound, String text) {
    for (int i = 0; i < text.length(); i++) {
      say(sound, text.substring(i, i + 1));
    }
  }

  /** A prefix without a clip stays unsaid: the number and the window still help. */
  private void say(ByteArrayOutputStream sound, String name) {
    sound.writeBytes(pieces.getOrDefault(name, new byte[0]));
  }
}
