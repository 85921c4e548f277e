package cn.wuyouhall.devices;

import cn.wuyouhall.devices.state.Trouble;
import cn.wuyouhall.domain.queue.Announcement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A voice that is written instead of heard: one WAV file for each announcement in a folder, named
 * {@code A023-3-<id>.wav} after ticket, window and call.
 */
public final class ClipVoice extends VoiceOfClips {
  private static final Logger LOG = LoggerFactory.getLogger(ClipVoice.class);

  private final Path folder;

  /**
   * Reads the clips; opens nothing.
   *
   * @param folder where the files go; made when it is not there
   */
  public ClipVoice(Path folder, InstantSource clock) {
    super(true, clock);
    this.folder = folder;
  }

  @Override
  void speak(Announcement announcement, byte[] said) {
    String name =
        "%s-%d-%s.wav".formatted(announcement.number(), announcement.window(), announcement.id());
    try {
      Files.createDirectories(folder);
      Path part = folder.resolve(name + ".part");
      AudioSystem.write(
          new AudioInputStream(
              new ByteArrayInputStream(said),
              Clips.FORMAT,
              said.length / Clips.FORMAT.getFrameSize()),
          AudioFileFormat.Type.WAVE,
          part.toFile());
      Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      standing().foundGood();
    } catch (IOException e) {
      LOG.warn("a call could not be written as sound", e);
      standing().found(Trouble.FILE_FAILED);
    }
  }
}
