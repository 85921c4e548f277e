package cn.wuyouhall.kiosk.guide;

import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.devices.IdReader.CardEvent;
import cn.wuyouhall.domain.devices.Scanner.Scan;
import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.station.GuideTickets.Found;
import cn.wuyouhall.station.GuideTickets.Look;
import cn.wuyouhall.station.GuideTickets.Settled;
import cn.wuyouhall.station.IssueOutcome;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.station.SignIn;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What the guide desk's screens ask of the station. Whatever blocks says so and is called off the
 * FX thread.
 */
public interface GuideJobs {
  /** The hall's rules as last read; never blocks. */
  HallRules rules();

  /** Whether this desk reads ID cards; never blocks. */
  boolean readsCards();

  /** Checks staff number and PIN; the array is wiped. Blocks for about a third of a second. */
  SignIn.Outcome signIn(String number, char[] pin);

  /**
   * The hall at a glance. Blocks.
   *
   * @throws cn.wuyouhall.domain.queue.HallUnavailable when the hall database is away
   */
  Look look(Session guide);

  /** Finds a ticket by what was typed or scanned. Blocks. */
  Found find(Session guide, String text);

  /** Finds the tickets of a person. Blocks. */
  Found findOf(Session guide, Person holder);

  /** Takes a number and prints it here. Blocks for as long as the printer takes. */
  IssueOutcome issue(Session guide, String line, Optional<Person> holder);

  /** Replaces a ticket in its place and prints that here. Blocks as long. */
  IssueOutcome replace(Session guide, UUID ticket);

  /** The guide's answer to {@link IssueOutcome.DidPaperCome}. Blocks. */
  IssueOutcome answer(Session guide, IssueOutcome.DidPaperCome asked, boolean came);

  /** The paper is in the citizen's hand. Blocks. */
  Settled confirm(Session guide, UUID ticket);

  /** Takes a ticket back. Blocks. */
  Settled takeBack(Session guide, UUID ticket);

  /** How this desk's printer stands. Blocks shortly. */
  DeviceState printer();

  /** Tells what happens on the card reader's plate, on the reader's thread. */
  void onCard(Consumer<CardEvent> listener);

  /** Tells what was scanned, on the scanner's thread. */
  void onScan(Consumer<Scan> listener);

  /** Tells that the hall or a device changed, on a thread of its own. */
  void onNews(Runnable listener);

  /** Stops telling {@code listener}. */
  void forget(Runnable listener);
}
