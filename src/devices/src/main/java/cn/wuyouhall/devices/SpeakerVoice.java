package cn.wuyouhall.devices;

import cn.wuyouhall.devices.state.Standing;
import cn.wuyouhall.devices.state.Trouble;
import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.devices.Voice;
import cn.wuyouhall.domain.queue.Announcement;
import cn.wuyouhall.domain.work.BlockingWork;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** A voice on the machine's own sound output. Without one it is away and says nothing. */
public final class SpeakerVoice implements Voice {
  private final Optional<Clips> clips = Clips.onClassPath();
  private final Standing standing;
  private volatile SourceDataLine speaking;

  /** Reads the clips and looks for a sound output. */
  public SpeakerVoice(InstantSource clock) {
    this.standing = new Standing("voice", clock);
    if (clips.isEmpty()) {
      standing.found(Trouble.NO_CLIPS);
    } else if (AudioSystem.isLineSupported(new DataLine.Info(SourceDataLine.class, Clips.FORMAT))) {
      standing.good();
    } else {
      standing.found(Trouble.NO_SOUND);
    }
  }

  @Override
  public synchronized void speak(Announcement announcement) {
    BlockingWork.refuseOnUiThread();
    if (clips.isEmpty()) {
      return;
    }
    byte[] said = clips.get().said(announcement);
    try (SourceDataLine output = AudioSystem.getSourceDataLine(Clips.FORMAT)) {
      output.open(Clips.FORMAT);
      speaking = output;
      output.start();
      output.write(said, 0, said.length);
      output.drain();
      standing.good();
    } catch (LineUnavailableException | IllegalArgumentException e) {
      // The second is how javax.sound says that there is no such output at all.
      standing.found(Trouble.NO_SOUND);
    } finally {
      speaking = null;
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

  /** Breaks off a call that is being spoken. */
  @Override
  public void close() {
    SourceDataLine output = speaking;
    if (output != null) {
      output.stop();
      output.flush();
    }
    standing.found(Trouble.CLOSED);
  }
}
