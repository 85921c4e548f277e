package cn.wuyouhall.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.devices.DeviceState.Health;
import cn.wuyouhall.domain.queue.Announcement;
import cn.wuyouhall.domain.queue.TicketNumber;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoiceTest {
  private static final UUID ID = new UUID(0x0193000000007000L, 0x8000000000000001L);

  @Test
  void oneWavForEachCallSaidTwice(@TempDir Path folder) throws Exception {
    try (ClipVoice voice = new ClipVoice(folder.resolve("said"), Bench.CLOCK)) {
      assertEquals(Health.GOOD, voice.state().health());
      voice.speak(call("A", 23, 3));
      Path file = folder.resolve("said").resolve("A023-3-" + ID + ".wav");
      try (AudioInputStream sound = AudioSystem.getAudioInputStream(file.toFile())) {
        double seconds = sound.getFrameLength() / sound.getFormat().getFrameRate();
        assertTrue(sound.getFormat().matches(Clips.FORMAT));
        assertTrue(seconds > 5 && seconds < 15, seconds + " s");
      }
      try (Stream<Path> files = Files.list(file.getParent())) {
        assertEquals(List.of(file), files.toList());
      }
    }
  }

  @Test
  void digitsAreSaidOneByOne() {
    Clips clips = Clips.onClassPath().orElseThrow();
    int three = clips.said(call("A", 3, 3)).length;
    int window12 = clips.said(call("A", 3, 33)).length;
    // One more digit, in both times of saying it.
    assertEquals(2 * digit(clips), window12 - three);
  }

  @Test
  void aFolderThatCannotBeWrittenIsTold(@TempDir Path folder) throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    try (ClipVoice voice = new ClipVoice(file, Bench.CLOCK)) {
      voice.speak(call("A", 1, 1));
      assertEquals("FILE_FAILED", voice.state().code());
    }
  }

  @Test
  void aMachineWithoutSoundIsAwayAndSpeakingReturns() {
    try (SpeakerVoice voice = new SpeakerVoice(Bench.CLOCK)) {
      if (voice.state().health() == Health.AWAY) {
        assertEquals("NO_SOUND", voice.state().code());
        voice.speak(call("A", 1, 1));
        assertEquals("NO_SOUND", voice.state().code());
      }
    }
  }

  private static int digit(Clips clips) {
    int one = clips.said(call("A", 3, 1)).length;
    int two = clips.said(call("A", 3, 13)).length;
    return (two - one) / 2;
  }

  private static Announcement call(String prefix, int number, int window) {
    return new Announcement(
        ID, new TicketNumber(prefix, number), window, "main", Bench.CLOCK.instant());
  }
}
