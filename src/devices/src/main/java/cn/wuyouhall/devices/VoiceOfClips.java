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

/** A voice that joins its calls from {@link Clips}; without them it is away and says nothing. */
abstract class VoiceOfClips implements Voice {
  private final Optional<Clips> clips = Clips.onClassPath();
  private final Standing standing;

  /** Reads the clips; well unless they or the output are missing. */
  VoiceOfClips(boolean hasOutput, InstantSource clock) {
    this.standing = new Standing("voice", clock);
    if (clips.isEmpty()) {
      standing.found(Trouble.NO_CLIPS);
    } else if (hasOutput) {
      standing.foundGood();
    } else {
      standing.found(Trouble.NO_SOUND);
    }
  }

  final Standing standing() {
    return standing;
  }

  /** One call, as samples of {@link Clips#FORMAT}. */
  abstract void speak(Announcement announcement, byte[] said);

  @Override
  public final synchronized void speak(Announcement announcement) {
    BlockingWork.refuseOnUiThread();
    clips.ifPresent(pieces -> speak(announcement, pieces.said(announcement)));
  }

  @Override
  public final DeviceState state() {
    return standing.now();
  }

  @Override
  public final void onState(Consumer<DeviceState> listener) {
    standing.tell(listener);
  }

  @Override
  public void close() {
    standing.found(Trouble.CLOSED);
  }
}
