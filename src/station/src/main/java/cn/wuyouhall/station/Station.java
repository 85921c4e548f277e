package cn.wuyouhall.station;

import cn.wuyouhall.devices.DeviceProblem;
import cn.wuyouhall.devices.DeviceTimes;
import cn.wuyouhall.devices.Devices;
import cn.wuyouhall.domain.cases.CaseRegister;
import cn.wuyouhall.domain.cases.HallOutbox;
import cn.wuyouhall.domain.catalogue.Catalogue;
import cn.wuyouhall.domain.catalogue.ItemSearch;
import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.devices.IdReader;
import cn.wuyouhall.domain.devices.Scanner;
import cn.wuyouhall.domain.devices.Voice;
import cn.wuyouhall.domain.devices.WindowDisplay;
import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.id.Ids;
import cn.wuyouhall.domain.journal.StationJournal;
import cn.wuyouhall.domain.queue.HallQueue;
import cn.wuyouhall.domain.queue.HallUnavailable;
import cn.wuyouhall.domain.rating.Grade;
import cn.wuyouhall.domain.rating.Invitation;
import cn.wuyouhall.domain.rating.RatingBox;
import cn.wuyouhall.domain.time.Pace;
import cn.wuyouhall.domain.work.BlockingWork;
import cn.wuyouhall.platform.Limits;
import cn.wuyouhall.platform.PlatformClient;
import cn.wuyouhall.platform.RatingBody;
import cn.wuyouhall.station.data.CalendarFiles;
import cn.wuyouhall.station.data.CatalogueFile;
import cn.wuyouhall.station.data.PinyinReadings;
import cn.wuyouhall.station.documents.PdfDocuments;
import cn.wuyouhall.station.settings.Settings;
import cn.wuyouhall.station.settings.Settings.Role;
import cn.wuyouhall.store.crypto.GradeSeal;
import cn.wuyouhall.store.hall.Enrolment;
import cn.wuyouhall.store.hall.HallDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One station of the hall, opened from its settings: all that the apps see of what lies below. Its
 * parts are wired here, in the order they depend on each other; closing runs the other way.
 */
public final class Station implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Station.class);
  private static final Duration PRESENT_EVERY = Duration.ofSeconds(10);
  private static final Duration PAD_TURN = Duration.ofMillis(50);

  private final Settings settings;
  private final Surroundings around;
  private final Opened opened;
  private final StationJournal journal;
  private final HallDatabase hall;
  private final Devices devices;
  private final Courier courier;
  private final News news;
  private final CurrentRules rules;
  private final Catalogue catalogue;
  private final FindItem findItem;
  private final ShowLines showLines;
  private final Requests requests;
  private final Optional<IssueTicket> issueTicket;
  private final Optional<GuideTickets> guideTickets;
  private final Optional<WindowCalls> windowCalls;
  private final AcceptCase acceptCase;
  private final Cases cases;
  private final DraftKeeper drafts;
  private final ShowPaper showPaper = new ShowPaper();
  private final SignIn signIn;
  private final WatchBoard watchBoard;
  private final Refusals refusals;
  private final RatingProgress ratingProgress;
  private final NamedTimer timer;

  private Station(Settings settings, Surroundings around, Opened opened) {
    this.settings = settings;
    this.around = around;
    this.opened = opened;
    InstantSource clock = around.clock();
    Ids ids = around.ids();
    String id = settings.station().id();
    Vault vault = opened.keep(Vault.open(settings, around));
    hall = vault.hall();
    Presence presence = new Presence(vault, around.wall());
    journal = vault.journal();
    rules = new CurrentRules(hall.rules(), clock);
    new PlaceCheck(settings, rules.get(), hall.stations()).run();
    devices = opened.keep(openDevices());
    Surroundings.Seams seams = around.seams();
    HallQueue queue = seams.queue().apply(hall.queue());
    CaseRegister register = seams.register().apply(hall.cases());
    HallOutbox outbox = seams.outbox().apply(hall.outbox());
    RatingBox ratings = seams.ratings().apply(hall.ratings());
    catalogue = CatalogueFile.sample();
    findItem = new FindItem(catalogue, new ItemSearch(catalogue, new PinyinReadings()), rules);
    news = new News(queue);
    Optional<PlatformClient> platform =
        settings.platform().map(url -> opened.keep(new PlatformClient(url, Limits.USUAL)));
    CaseJson caseJson = new CaseJson();
    RatingJson ratingJson = new RatingJson(settings.hall().region(), vault.hall().scope().hall());
    ProvinceKey provinceKey = new ProvinceKey(hall.keys(), clock, around.wall());
    courier =
        new Courier(
            journal,
            register,
            ratings,
            outbox,
            platform,
            provinceKey,
            caseJson,
            ratingJson,
            clock,
            around.wall(),
            news::tell);
    requests = new Requests(journal, ids, clock);
    showLines = new ShowLines(queue, rules, presence::staffedWindows, clock);
    issueTicket =
        devices
            .printer()
            .map(seams.printer())
            .map(printer -> new IssueTicket(queue, printer, requests, showLines, rules, id, clock));
    guideTickets =
        issueTicket.map(issue ->
            new GuideTickets(queue, issue, requests, rules, presence::staffedWindows, id, clock));
    WindowDisplay display = devices.display().orElse(NoDisplay.NONE);
    int window = settings.station().window();
    windowCalls =
        window == 0
            ? Optional.empty()
            : Optional.of(
                new WindowCalls(queue, display, new WindowTexts(), requests, window, id, clock));
    acceptCase =
        new AcceptCase(
            journal,
            ids,
            clock,
            CalendarFiles.published(),
            catalogue,
            new PdfDocuments(catalogue),
            caseJson,
            rules.get().name(),
            settings.hall().region(),
            id,
            window,
            courier::wake);
    cases = new Cases(journal, register, caseJson);
    refusals = new Refusals(journal, outbox, register, caseJson);
    drafts = new DraftKeeper(journal, ids, clock);
    signIn = new SignIn(hall.accounts(), clock);
    watchBoard = new WatchBoard(queue, rules, clock);
    ratingProgress = new RatingProgress(ratings);
    timer = opened.keep(new NamedTimer("station-timer"));
    start(presence, queue, ratings, ratingJson, ids, provinceKey);
  }

  /**
   * Opens a station, or nothing at all. Blocks; refuses the screen's thread.
   *
   * @throws StationRefused for a reason a technician can mend
   * @throws cn.wuyouhall.store.StoreException when a file or database does not open
   */
  public static Station open(Settings settings, Surroundings around) {
    BlockingWork.refuseOnUiThread();
    Opened opened = new Opened();
    Optional<Station> station = Optional.empty();
    try {
      station = Optional.of(new Station(settings, around, opened));
      return station.get();
    } finally {
      if (station.isEmpty()) {
        opened.close();
      }
    }
  }

  private static StationRefused refused(String code, Object... details) {
    return new StationRefused(code, List.of(details), null);
  }

  private Devices openDevices() {
    var specs = settings.devices().stream().map(Settings.DevicePart::spec).toList();
    DeviceTimes times = DeviceTimes.USUAL.withJob(rules.get().printerConfirm());
    return switch (Devices.open(specs, Devices.Surroundings.ofThisMachine(around.clock(), times))) {
      case Devices.Opening.Opened(Devices all) -> all;
      case Devices.Opening.Refused(List<DeviceProblem> problems) ->
          throw refused("NO_DEVICE", problems.getFirst().value());
    };
  }

  private void start(
      Presence presence,
      HallQueue queue,
      RatingBox ratings,
      RatingJson ratingJson,
      Ids ids,
      ProvinceKey provinceKey) {
    issueTicket.ifPresent(job -> {
      int unsure = job.settleInterrupted().size();
      if (unsure > 0) {
        LOG.warn("{} tickets cut off by a crash wait unconfirmed [INTERRUPTED]", unsure);
      }
    });
    requests.settleAll();
    devices.all().forEach((kind, device) -> device.onState(state -> news.tell()));
    timer.every(
        PRESENT_EVERY,
        "present",
        () -> {
          if (presence.say()) {
            news.tell();
          }
          rules.refresh();
        });
    news.start(timer);
    news.onChange(courier::wake);
    issueTicket.ifPresent(job -> news.onChange(job::payOwed));
    Thread carrier = Thread.ofPlatform().name("courier").start(courier);
    opened.keep(() -> {
      courier.close();
      carrier.join(Duration.ofSeconds(5));
    });
    if (settings.station().role() == Role.PAD) {
      startPad(ratings, ratingJson, ids, provinceKey);
    }
    devices.voice().ifPresent(voice -> startVoice(queue, voice));
  }

  private void startPad(
      RatingBox ratings, RatingJson ratingJson, Ids ids, ProvinceKey provinceKey) {
    GradeSeal.Reader supervisors =
        Enrolment.supervisors(hall.keys()).orElseThrow(() -> refused("NO_SUPERVISOR_KEY"));
    GradeSeal seal = new GradeSeal(around.random());
    AskForRating job =
        new AskForRating(
            ratings,
            devices.pad().orElseThrow(),
            journal,
            ids,
            around.clock(),
            around
                .seams()
                .seal()
                .apply((Invitation invitation, Grade grade) ->
                    seal.seal(
                        RatingBody.content(invitation, grade, List.of()),
                        Stream.concat(Stream.of(supervisors), provinceKey.known().stream())
                            .toList())),
            ratingJson,
            settings.station().window(),
            rules.get().ratingTimeout(),
            courier::wake);
    timer.every(
        PAD_TURN,
        "pad",
        () -> {
          if (provinceKey.sought()) {
            job.turn();
          }
        });
  }

  private void startVoice(HallQueue queue, Voice voice) {
    AnnounceCalls job =
        new AnnounceCalls(queue, voice, rules, settings.station().id(), around.clock());
    opened.keep(new NamedTimer("voice")).every(PAD_TURN, "voice", job::turn);
  }

  /** This station's settings. */
  public Settings settings() {
    return settings;
  }

  /** The hall's rules that hold now; never blocks. */
  public HallRules rules() {
    return rules.get();
  }

  /** The catalogue. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** Hall time. */
  public InstantSource clock() {
    return around.clock();
  }

  /** The pace of hall time. */
  public Pace pace() {
    return around.pace();
  }

  /** The lines on offer. */
  public ShowLines showLines() {
    return showLines;
  }

  /** Giving out numbers; empty on a station without a ticket printer. */
  public Optional<IssueTicket> issueTicket() {
    return issueTicket;
  }

  /** Tickets at the guide desk; empty on a station without a ticket printer. */
  public Optional<GuideTickets> guideTickets() {
    return guideTickets;
  }

  /** The calls of this station's window; empty on a station without one. */
  public Optional<WindowCalls> windowCalls() {
    return windowCalls;
  }

  /** Finding items. */
  public FindItem findItem() {
    return findItem;
  }

  /** Taking cases in. */
  public AcceptCase acceptCase() {
    return acceptCase;
  }

  /** Cases and their papers. */
  public Cases cases() {
    return cases;
  }

  /** What was refused for good. */
  public Refusals refusals() {
    return refusals;
  }

  /** Drafts of cases not yet taken in. */
  public DraftKeeper drafts() {
    return drafts;
  }

  /** Papers on the screen, the printer and the disk. */
  public ShowPaper showPaper() {
    return showPaper;
  }

  /** Signing in. */
  public SignIn signIn() {
    return signIn;
  }

  /** What the boards show. */
  public WatchBoard watchBoard() {
    return watchBoard;
  }

  /** What a window may know of a rating. */
  public RatingProgress ratingProgress() {
    return ratingProgress;
  }

  /** The ID-card reader, where there is one. */
  public Optional<IdReader> idReader() {
    return devices.reader();
  }

  /** The code scanner, where there is one. */
  public Optional<Scanner> scanner() {
    return devices.scanner();
  }

  /** What changes. */
  public News news() {
    return news;
  }

  /** How this station stands with everything it depends on. Blocks shortly. */
  public Links links() {
    BlockingWork.refuseOnUiThread();
    Map<String, DeviceState> states = new LinkedHashMap<>();
    devices.all().forEach((kind, device) -> states.put(kind, device.state()));
    StationJournal.Counts here = journal.counts();
    int toProvince = 0;
    int refused = here.refused();
    try {
      HallOutbox.Pending pending = hall.outbox().pending();
      toProvince = pending.parcels();
      refused += pending.refused();
    } catch (HallUnavailable away) {
      LOG.debug("hall database away while counting the outbox [HALL_AWAY]");
    }
    return new Links(
        news.hallIsThere(),
        settings.platform().flatMap(url -> courier.platformAwaySince()),
        here.undelivered(),
        toProvince,
        refused,
        states);
  }

  /** Lets go of everything, the last opened first. Blocks; a second call does nothing. */
  @Override
  public void close() {
    opened.close();
  }
}
