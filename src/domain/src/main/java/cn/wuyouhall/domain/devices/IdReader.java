package cn.wuyouhall.domain.devices;

import cn.wuyouhall.domain.people.IdCard;
import java.util.function.Consumer;

/** An ID-card reader. Reads by itself whenever a card is laid on. */
public interface IdReader extends Device {
  /** Tells what happens on the plate, on the reader's own thread. */
  void onCard(Consumer<CardEvent> listener);

  /** What happens on the plate. */
  sealed interface CardEvent {
    /** A card was read. */
    record Read(IdCard card) implements CardEvent {}

    /** A card is there and could not be read (damaged, foreign, moved too early). */
    record Unreadable(String code) implements CardEvent {}

    /** The card was taken away. */
    record Lifted() implements CardEvent {}
  }
}
