package cn.wuyouhall.station;

import cn.wuyouhall.domain.calendar.Counted;
import cn.wuyouhall.domain.calendar.Deadline;
import cn.wuyouhall.domain.calendar.Deadlines;
import cn.wuyouhall.domain.calendar.WorkCalendar;
import cn.wuyouhall.domain.cases.AcceptanceRules;
import cn.wuyouhall.domain.cases.CaseNumbers;
import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.cases.CaseRecord.Document;
import cn.wuyouhall.domain.cases.Decision;
import cn.wuyouhall.domain.cases.DeferralDeadline;
import cn.wuyouhall.domain.cases.MaterialMark;
import cn.wuyouhall.domain.catalogue.Catalogue;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.Material;
import cn.wuyouhall.domain.catalogue.TimeLimit;
import cn.wuyouhall.domain.hall.HallAccounts.Role;
import cn.wuyouhall.domain.hall.Name;
import cn.wuyouhall.domain.id.Ids;
import cn.wuyouhall.domain.journal.StationJournal;
import cn.wuyouhall.domain.journal.StationJournal.Draft;
import cn.wuyouhall.domain.journal.StationJournal.StateRow;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.time.HallTime;
import cn.wuyouhall.domain.work.BlockingWork;
import cn.wuyouhall.station.documents.DocumentKind;
import cn.wuyouhall.station.documents.Documents;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.crypto.Sm3;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a case in: what the rules say, what it will come to, and the acceptance itself, which is
 * one journal transaction with the case, its documents and its number. What this acknowledges
 * survives a power cut a moment later.
 */
public final class AcceptCase {
  static final String DOCUMENT = "document";
  private static final String COUNTER = "counter";
  private static final int MOST_A_DAY = 9999;
  private static final Logger LOG = LoggerFactory.getLogger(AcceptCase.class);

  private final StationJournal journal;
  private final Ids ids;
  private final InstantSource clock;
  private final WorkCalendar calendar;
  private final Catalogue catalogue;
  private final Documents documents;
  private final CaseJson json;
  private final CaseBook book;
  private final Name hallName;
  private final String region;
  private final String station;
  private final int window;
  private final Runnable carry;

  AcceptCase(
      StationJournal journal,
      Ids ids,
      InstantSource clock,
      WorkCalendar calendar,
      Catalogue catalogue,
      Documents documents,
      CaseJson json,
      Name hallName,
      String region,
      String station,
      int window,
      Runnable carry) {
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
    this.calendar = calendar;
    this.catalogue = catalogue;
    this.documents = documents;
    this.json = json;
    this.book = new CaseBook(journal, json);
    this.hallName = hallName;
    this.region = region;
    this.station = station;
    this.window = window;
    this.carry = carry;
  }

  /** A new draft for an item; its case id is given here. Does not block. */
  public CaseDraft begin(UUID visit, Item item, Person applicant) {
    return new CaseDraft(ids.next(), visit, item, applicant, Map.of(), Map.of());
  }

  /** What the rules say about a draft. Pure and quick: any thread. */
  public Decision decide(CaseDraft draft) {
    return AcceptanceRules.decide(draft.intake());
  }

  /**
   * What acceptance now would come to.
   *
   * @param decision what the rules say
   * @param promisedDue promised deadline; empty where there is none or no calendar is published for
   *     its year
   * @param legalDue legal deadline, likewise
   * @param noCalendar the year whose calendar is missing, 0 when none is
   * @param deferred last day for each deferred material, by id
   * @param papers documents that will be made
   */
  public record Summary(
      Decision decision,
      Optional<LocalDate> promisedDue,
      Optional<LocalDate> legalDue,
      int noCalendar,
      Map<String, LocalDate> deferred,
      List<DocumentKind> papers) {}

  /** What acceptance now would come to. Pure and quick: any thread. */
  public Summary summary(CaseDraft draft) {
    Instant now = clock.instant();
    Decision decision = decide(draft);
    Dues promised = due(now, draft.item().promisedLimit());
    Dues legal = due(now, draft.item().legalLimit());
    Map<String, LocalDate> deferred = new LinkedHashMap<>();
    int missingYear = Math.max(promised.missingYear, legal.missingYear);
    for (Material material : draft.item().materials()) {
      if (draft.marks().get(material.id()) == MaterialMark.DEFERRED) {
        switch (DeferralDeadline.last(material, draft.item(), now, calendar)) {
          case Counted.On on -> deferred.put(material.id(), on.day());
          case Counted.NoCalendar none -> missingYear = none.year();
        }
      }
    }
    return new Summary(
        decision, promised.day, legal.day, missingYear, deferred, papersFor(decision));
  }

  private static List<DocumentKind> papersFor(Decision decision) {
    List<DocumentKind> promised =
        decision.reasons().stream().anyMatch(r -> r.code() == Decision.Code.COMMITTED)
            ? List.of(DocumentKind.COMMITMENT)
            : List.of();
    return switch (decision.kind()) {
      case ACCEPT -> with(DocumentKind.ACCEPTANCE, promised);
      case ACCEPT_DEFERRED -> with(DocumentKind.DEFERRED_ACCEPTANCE, promised);
      case NOTICE -> List.of(DocumentKind.CORRECTION_NOTICE);
      case REFUSE, UNDECIDED -> List.of();
    };
  }

  private static List<DocumentKind> with(DocumentKind first, List<DocumentKind> others) {
    List<DocumentKind> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return List.copyOf(all);
  }

  private record Dues(Optional<LocalDate> day, int missingYear) {}

  private Dues due(Instant start, TimeLimit limit) {
    return switch (Deadlines.due(start, limit, calendar)) {
      case Deadline.Due due -> new Dues(Optional.of(due.day()), 0);
      case Deadline.NoCalendar none -> new Dues(Optional.empty(), none.year());
    };
  }

  /** What became of an acceptance or notice. */
  public sealed interface Outcome {
    /** Saved here, whole; its papers can be shown and printed. */
    record Saved(CaseRecord record) implements Outcome {}

    /** The rules do not allow it; nothing was saved. */
    record NotAllowed(Decision decision) implements Outcome {}

    /**
     * The applicant's name or document number is missing or wrong ({@code NAME}, {@code
     * ID_NUMBER}).
     */
    record ApplicantIncomplete(String field) implements Outcome {}

    /**
     * Nothing was accepted: this station's disk does not take it ({@code code} is a store code),
     * its papers cannot be made ({@code PAPER_NOT_MADE}), or its numbers of today are used up
     * ({@code NO_NUMBER}). The sentence is {@code store.CODE}.
     */
    record NotSaved(String code) implements Outcome {}
  }

  /**
   * Accepts the case (F9, Enter); one that got a notice before keeps its number. Doing it again
   * changes nothing. Blocks.
   */
  public Outcome accept(Session clerk, CaseDraft draft) {
    Decision decision = decide(draft);
    if (!decision.kind().accepts()) {
      clerk.require(Role.CLERK);
      return new Outcome.NotAllowed(decision);
    }
    return save(
        clerk,
        draft,
        decision.kind() == Decision.Kind.ACCEPT
            ? CaseRecord.Kind.ACCEPTED
            : CaseRecord.Kind.ACCEPTED_DEFERRED);
  }

  /**
   * Gives the correction notice (F8, 补正告知书): the materials are received, the notice names all that
   * is missing. Blocks.
   */
  public Outcome notice(Session clerk, CaseDraft draft) {
    Decision decision = decide(draft);
    if (decision.kind() != Decision.Kind.NOTICE) {
      clerk.require(Role.CLERK);
      return new Outcome.NotAllowed(decision);
    }
    return save(clerk, draft, CaseRecord.Kind.NOTICE);
  }

  /**
   * 一次性告知单: a paper for the citizen that names what to bring; nothing is received and no clock
   * runs. Blocks.
   */
  public byte[] advice(Session clerk, CaseDraft draft) {
    BlockingWork.refuseOnUiThread();
    clerk.require(Role.CLERK);
    return documents.advice(draft, hallName, clerk, clock.instant());
  }

  private synchronized Outcome save(Session clerk, CaseDraft draft, CaseRecord.Kind kind) {
    BlockingWork.refuseOnUiThread();
    clerk.require(Role.CLERK);
    Optional<String> incomplete = ApplicantCheck.firstFault(draft.applicant());
    if (incomplete.isPresent()) {
      return new Outcome.ApplicantIncomplete(incomplete.get());
    }
    try {
      Optional<CaseRecord> before = book.find(draft.caseId());
      boolean follows =
          kind != CaseRecord.Kind.NOTICE
              && before.filter(one -> one.kind() == CaseRecord.Kind.NOTICE).isPresent();
      if (before.isPresent() && !follows) {
        return new Outcome.Saved(before.get());
      }
      return append(clerk, draft, kind, before.map(CaseRecord::caseNo));
    } catch (StoreException notKept) {
      return new Outcome.NotSaved(notKept.code());
    }
  }

  private Outcome append(
      Session clerk, CaseDraft draft, CaseRecord.Kind kind, Optional<String> given) {
    Instant now = clock.instant();
    Summary summary = summary(draft);
    LocalDate day = HallTime.day(now);
    int sequence = given.isPresent() ? 0 : nextSequence(day);
    if (sequence > MOST_A_DAY) {
      return new Outcome.NotSaved("NO_NUMBER");
    }
    String caseNo =
        given.orElseGet(
            () -> CaseNumbers.caseNo(region, day, CaseNumbers.stationCode(station), sequence));
    CaseRecord bare =
        new CaseRecord(
            draft.caseId(),
            caseNo,
            kind,
            now,
            draft.visit(),
            station,
            window,
            clerk.number(),
            draft.item().code(),
            draft.item().name().zh(),
            catalogue
                .department(draft.item().department())
                .map(department -> department.name().zh())
                .orElse(draft.item().department()),
            draft.applicant(),
            draft.situations(),
            draft.marks(),
            materialNames(draft.item()),
            summary.deferred(),
            summary.decision(),
            kind == CaseRecord.Kind.NOTICE ? Optional.empty() : summary.promisedDue(),
            kind == CaseRecord.Kind.NOTICE ? Optional.empty() : summary.legalDue(),
            List.of());
    List<StateRow> state = new ArrayList<>();
    List<Document> made = new ArrayList<>();
    try {
      for (DocumentKind paper : summary.papers()) {
        byte[] pdf = documents.forCase(paper, bare, draft.item(), hallName, clerk);
        made.add(
            new Document(
                paper.name(),
                paper.numberOf(caseNo),
                HexFormat.of().formatHex(Sm3.digest(pdf)),
                pdf.length));
        state.add(new StateRow(DOCUMENT, draft.caseId() + "/" + paper.name(), pdf));
      }
    } catch (UncheckedIOException notMade) {
      // Without its cause, whose words may hold a character of a name.
      LOG.error("a paper cannot be made, nothing was saved [PAPER_NOT_MADE]");
      return new Outcome.NotSaved("PAPER_NOT_MADE");
    }
    CaseRecord record = withDocuments(bare, made);
    byte[] body = json.write(record);
    UUID entry = ids.next();
    state.add(CaseBook.newest(draft.caseId(), entry));
    if (given.isEmpty()) {
      state.add(new StateRow(COUNTER, day.toString(), text(sequence)));
    }
    state.add(new StateRow(DraftKeeper.DRAFT, draft.caseId().toString(), new byte[0]));
    journal.append(
        new Draft(entry, CaseJson.kindOf(kind), CaseJson.VERSION, body, state, true), now);
    carry.run();
    return new Outcome.Saved(record);
  }

  /**
   * Each life of the station counts from its own thousand: a restored journal does not know which
   * numbers were given out after its backup was made.
   */
  private int nextSequence(LocalDate day) {
    int used =
        journal
            .state(COUNTER, day.toString())
            .map(body -> Integer.parseInt(new String(body, StandardCharsets.UTF_8)))
            .orElse(0);
    int ofThisLife = (journal.identity().incarnation() - 1) % 10 * 1000;
    return Math.max(used, ofThisLife) + 1;
  }

  private static byte[] text(int number) {
    return Integer.toString(number).getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, String> materialNames(Item item) {
    Map<String, String> names = new LinkedHashMap<>();
    item.materials().forEach(material -> names.put(material.id(), material.name()));
    return names;
  }

  private static CaseRecord withDocuments(CaseRecord bare, List<Document> documents) {
    return new CaseRecord(
        bare.caseId(),
        bare.caseNo(),
        bare.kind(),
        bare.at(),
        bare.visit(),
        bare.station(),
        bare.window(),
        bare.operator(),
        bare.itemCode(),
        bare.itemName(),
        bare.department(),
        bare.applicant(),
        bare.situations(),
        bare.marks(),
        bare.materialNames(),
        bare.deferred(),
        bare.decision(),
        bare.promisedDue(),
        bare.legalDue(),
        documents);
  }
}
