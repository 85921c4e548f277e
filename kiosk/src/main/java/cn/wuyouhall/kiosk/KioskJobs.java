package cn.wuyouhall.kiosk;

import cn.wuyouhall.domain.catalogue.Catalogue;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.devices.IdReader.CardEvent;
import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.queue.PaperOutcome;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.station.IssueOutcome;
import cn.wuyouhall.station.ShowLines.Offer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the kiosk's screens ask of the station. Whatever blocks says so and is called off the FX
 * thread.
 */
public interface KioskJobs {
  /** The hall's rules as last read; never blocks. */
  HallRules rules();

  /** The catalogue; never blocks. */
  Catalogue catalogue();

  /** The line that takes an item; never blocks. */
  Optional<String> lineOf(Item item);

  /** Items for what was typed, best first; some milliseconds. */
  List<Item> find(String typed, int most);

  /**
   * The lines in their order, closed ones too. Blocks.
   *
   * @throws cn.wuyouhall.domain.queue.HallUnavailable when the hall database is away
   */
  List<Offer> offers();

  /** Takes a number and prints it. Blocks for as long as the printer takes. */
  IssueOutcome take(Wish wish);

  /**
   * The person's answer to {@link IssueOutcome.DidPaperCome}; {@code UNKNOWN} when they went away
   * without one. Blocks.
   */
  IssueOutcome answer(IssueOutcome.DidPaperCome asked, PaperOutcome paper);

  /** Tells what happens on the card reader's plate, on the reader's thread. */
  void onCard(Consumer<CardEvent> listener);

  /** Tells that the hall or a device changed, on a thread of its own. */
  void onNews(Runnable listener);

  /** How the ticket printer stands. Blocks shortly. */
  DeviceState printer();

  /** Whether this kiosk reads ID cards. */
  boolean readsCards();

  /**
   * What a citizen wants a number for.
   *
   * @param line the line's id
   * @param holder the person whose card was laid
   * @param priority class claimed
   * @param itemCode the item, blank when none was chosen
   */
  record Wish(String line, Optional<Person> holder, Priority priority, String itemCode) {}
}
