package cn.wuyouhall.devices;

import cn.wuyouhall.devices.state.Trouble;
import cn.wuyouhall.domain.queue.Announcement;
import java.time.InstantSource;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** A voice on the machine's own sound output. Without one it is away and says nothing. */
public final class SpeakerVoice extends VoiceOfClips {
  private volatile SourceDataLine speaking;

  /** Reads the clips and looks for a sound output. */
  public SpeakerVoice(InstantSource clock) {
    super(
        AudioSystem.isLineSupported(new DataLine.Info(SourceDataLine.class, Clips.FORMAT)), clock);
  }

  @Override
  void speak(Announcement announcement, byte[] said) {
    try (SourceDataLine output = AudioSystem.getSourceDataLine(Clips.FORMAT)) {
      output.open(Clips.FORMAT);
      speaking = output;
      output.start();
      output.write(said, 0, said.length);
      output.drain();
      standing().foundGood();
    } catch (LineUnavailableException | IllegalArgumentException e) {
      // The second is how javax.sound says that there is no such output at all.
      standing().found(Trouble.NO_SOUND);
    } finally {
      speaking = null;
    }
  }

  /** Breaks off a call that is being spoken. */
  @Override
  public void close() {
    SourceDataLine output = speaking;
    if (output != null) {
      output.stop();
      output.flush();
    }
    super.close();
  }
}
