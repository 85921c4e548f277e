package cn.wuyouhall.devices;

import cn.wuyouhall.devices.state.Standing;
import cn.wuyouhall.devices.state.Trouble;
import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.devices.Voice;
import cn.wuyouhall.domain.queue.Announcement;
import cn.wuyouhall.domain.work.BlockingWork;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A voice that is written instead of heard: one WAV file for each announcement in a folder, named
 * {@code A023-3-<id>.wav} after ticket, window and call.
 */
public final class ClipVoice implements Voice {
  private static final Logger LOG = LoggerFactory.getLogger(ClipVoice.class);

  private final Path folder;
  private final Optional<Clips> clips;
  private final Standing standing;

  /**
   * Reads the clips; opens nothing.
   *
   * @param folder where the files go; made when it is not there
   */
  public ClipVoice(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clips = Clips.onClassPath();
    this.standing = new Standing("voice", clock);
    if (clips.isPresent()) {
      standing.good();
    } else {
      standing.found(Trouble.NO_CLIPS);
    }
  }

  @Override
  public synchronized void speak(Announcement announcement) {
    BlockingWork.refuseOnUiThread();
    if (clips.isEmpty()) {
      return;
    }
    byte[] said = clips.get().said(announcement);
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
      standing.good();
    } catch (IOException e) {
      LOG.warn("a call could not be written as sound", e);
      standing.found(Trouble.FILE_FAILED);
    }
  }

  @Override
  public DeviceState state() {
    return standing.now();
  }

  @Override
  public void onState(Consumer<DeviceState> listener) {
    standing.tell(listener);
  }

  @Override
  public void close() {
    standing.found(Trouble.CLOSED);
  }
}
