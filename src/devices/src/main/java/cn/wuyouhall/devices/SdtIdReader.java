package cn.wuyouhall.devices;

import cn.wuyouhall.devices.codec.CardText;
import cn.wuyouhall.devices.codec.SdtCodec;
import cn.wuyouhall.devices.codec.SdtCodec.Reply;
import cn.wuyouhall.devices.codec.SdtCodec.Request;
import cn.wuyouhall.devices.line.Line;
import cn.wuyouhall.devices.line.Sent;
import cn.wuyouhall.devices.state.Listeners;
import cn.wuyouhall.devices.state.Trouble;
import cn.wuyouhall.domain.devices.IdReader;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An ID-card reader that speaks SDT. Looks for a card several times a second and reads it once per
 * laying.
 *
 * <p>After a read many readers answer "no card" until the card is lifted, and go on answering it
 * when there is none. So a card that was read is then asked for its newest address, which only a
 * card that still lies there can answer; what it answers is thrown away. Some readers answer "no
 * such item" to that without any card: each is asked once while it is empty, and then not believed.
 * Where nothing tells, a card counts as lifted after {@link #PATIENCE} of "no card", or as soon as
 * another is found.
 */
public final class SdtIdReader extends LineDevice<Reply> implements IdReader {
  private static final Logger LOG = LoggerFactory.getLogger(SdtIdReader.class);
  private static final Duration READ_LIMIT = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int TRIES = 3;
  private static final int SILENCES = 3;
  private static final int ABSENCES = 3;
  private static final int WRONG_CARD = 0x40;
  private static final int SELF_TEST_FAILED = 0x60;
  private static final int UNAUTHORISED = 0x66;

  private final DeviceTimes times;
  private final BlockingQueue<Reply> replies = new ArrayBlockingQueue<>(16);
  private final Listeners<CardEvent> listeners = new Listeners<>("id-reader");

  private Plate plate = Plate.EMPTY;
  private int tries;
  private int absences;
  private int silences;
  private boolean cardAnswersAfterRead;
  private boolean triedWithoutCard;
  private boolean answersEmptyWithoutCard;
  private long absentSince;

  /** It finds cards and cannot read any: only a read that works, or a new cable, says otherwise. */
  private volatile boolean cannotRead;

  /** What lies on the reader, as far as the reader told. */
  private enum Plate {
    EMPTY,
    READ,
    REFUSED
  }

  /**
   * Begins to connect and to look for cards; returns at once.
   *
   * @param line not started yet
   */
  public SdtIdReader(Line line, DeviceTimes times, InstantSource clock) {
    super("id-reader", line, new SdtCodec(), clock);
    this.times = times;
    begin(this::look);
  }

  @Override
  public void onCard(Consumer<CardEvent> listener) {
    listeners.add(listener);
  }

  private void look() throws InterruptedException {
    pause(times.poll());
    if (isUp()) {
      lookOnce();
    }
  }

  private void lookOnce() throws InterruptedException {
    Optional<Reply> found = ask(Request.FIND, answerLimit());
    if (found.isEmpty()) {
      return;
    }
    int sw3 = found.get().sw3();
    if (isFault(sw3) || cannotRead) {
      standing().says(Trouble.READER_FAULT);
    } else {
      standing().good();
    }
    if (isFault(sw3)) {
      return;
    }
    boolean there = sw3 == Reply.FOUND;
    switch (plate) {
      case EMPTY -> {
        if (there) {
          read();
        } else if (tries > 0) {
          refuse(Trouble.CARD_MOVED);
        } else if (!triedWithoutCard) {
          tryWithoutCard();
        }
      }
      case REFUSED -> {
        absences = there ? 0 : absences + 1;
        if (absences >= ABSENCES) {
          lifted();
        }
      }
      case READ -> watchCardThatWasRead(there);
    }
  }

  private void watchCardThatWasRead(boolean found) throws InterruptedException {
    absences = found ? 0 : absences + 1;
    if (found && absentSince != 0) {
      // Found again after "no card": another one, or laid on anew.
      lifted();
      read();
    } else if (!found && cardAnswersAfterRead) {
      if (!cardAnswers()) {
        lifted();
      }
    } else if (absences > 1 && absentSince == 0) {
      // One "no card" may be a slip of the reader's.
      absentSince = System.nanoTime();
    } else if (absences > 1 && System.nanoTime() - absentSince > PATIENCE.toNanos()) {
      lifted();
    }
  }

  private void read() throws InterruptedException {
    Optional<Reply> selected = ask(Request.SELECT, answerLimit());
    if (selected.isEmpty() || selected.get().sw3() != Reply.DONE) {
      failed(selected);
      return;
    }
    Optional<Reply> read = ask(Request.READ, READ_LIMIT);
    byte[] text = read.map(Reply::text).orElse(new byte[0]);
    if (text.length == 0) {
      failed(read);
      return;
    }
    switch (CardText.read(text)) {
      case CardText.Reading.Understood(var card) -> {
        plate = Plate.READ;
        tries = 0;
        absences = 0;
        cannotRead = false;
        standing().good();
        absentSince = 0;
        cardAnswersAfterRead = cardAnswers();
        listeners.tell(new CardEvent.Read(card));
      }
      case CardText.Reading.Wrong(String field) -> {
        LOG.warn("a card's field is wrong: {}", field);
        refuse(Trouble.CARD_DATA_WRONG);
      }
    }
  }

  private void failed(Optional<Reply> reply) {
    int sw3 = reply.map(Reply::sw3).orElse(0);
    if (isFault(sw3)) {
      // Whatever lies on the reader, it is not to blame.
      tries = 0;
      cannotRead = true;
      standing().says(Trouble.READER_FAULT);
    } else if (sw3 == WRONG_CARD) {
      refuse(Trouble.CARD_FOREIGN);
    } else if (++tries >= TRIES) {
      refuse(Trouble.CARD_UNREADABLE);
    }
  }

  private static boolean isFault(int sw3) {
    return sw3 == SELF_TEST_FAILED || sw3 == UNAUTHORISED;
  }

  private void refuse(Trouble trouble) {
    plate = Plate.REFUSED;
    tries = 0;
    absences = 0;
    listeners.tell(new CardEvent.Unreadable(trouble.code()));
  }

  private void lifted() {
    plate = Plate.EMPTY;
    tries = 0;
    absences = 0;
    listeners.tell(new CardEvent.Lifted());
  }

  private void tryWithoutCard() throws InterruptedException {
    Optional<Reply> reply = ask(Request.NEWEST_ADDRESS, answerLimit());
    triedWithoutCard = reply.isPresent();
    answersEmptyWithoutCard = reply.filter(it -> it.sw3() == Reply.EMPTY).isPresent();
  }

  /** Whether a card that was read still answers; what it answers is not looked at. */
  private boolean cardAnswers() throws InterruptedException {
    int sw3 = ask(Request.NEWEST_ADDRESS, answerLimit()).map(Reply::sw3).orElse(0);
    return sw3 == Reply.DONE || sw3 == Reply.EMPTY && !answersEmptyWithoutCard;
  }

  /** A reader that looks for a card takes longer than a printer that tells its status. */
  private Duration answerLimit() {
    return times.answer().multipliedBy(2);
  }

  private Optional<Reply> ask(Request request, Duration limit) throws InterruptedException {
    startAnew(replies::clear);
    long noiseBefore = noise();
    if (send(request.bytes()) != Sent.HANDED_OVER) {
      return Optional.empty();
    }
    Reply reply = replies.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (reply != null) {
      silences = 0;
      return Optional.of(reply);
    }
    silences++;
    if (silences >= SILENCES && isUp()) {
      // Half a reply is noise too.
      startAnew(replies::clear);
      standing().found(noise() > noiseBefore ? Trouble.GARBAGE : Trouble.NO_ANSWER);
    }
    return Optional.empty();
  }

  @Override
  void heard(Reply reply) {
    replies.offer(reply);
  }

  /** Only an answer says that the reader is well. */
  @Override
  void up() {}

  /** Garbage is told when an answer stays away. */
  @Override
  void noisy() {}

  @Override
  void down(Trouble trouble) {
    cannotRead = false;
  }
}
