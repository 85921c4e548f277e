package cn.wuyouhall.station.documents;

import cn.wuyouhall.domain.cases.AcceptanceRules;
import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.cases.Decision;
import cn.wuyouhall.domain.cases.MaterialMark;
import cn.wuyouhall.domain.catalogue.Catalogue;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.Material;
import cn.wuyouhall.domain.catalogue.TimeLimit;
import cn.wuyouhall.domain.hall.Name;
import cn.wuyouhall.domain.people.Masking;
import cn.wuyouhall.domain.time.HallTime;
import cn.wuyouhall.domain.work.BlockingWork;
import cn.wuyouhall.station.CaseDraft;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.station.documents.PaperTemplate.Block;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Papers by template, as PDF with an embedded font. Papers are Chinese: they are legal documents.
 */
public final class PdfDocuments implements Documents {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
  private static final List<String> BOTH_COPIES = List.of("第一联 申请人留存", "第二联 大厅留存");

  private final Catalogue catalogue;

  /** Papers for the items of this catalogue. */
  public PdfDocuments(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public byte[] forCase(DocumentKind kind, CaseRecord record, Item item, Name hall, Session clerk) {
    BlockingWork.refuseOnUiThread();
    Map<String, String> values = new HashMap<>(common(item, hall, clerk, record.at()));
    values.put("number", kind.numberOf(record.caseNo()));
    values.put("caseNo", record.caseNo());
    values.put("applicant", record.applicant().name());
    values.put("idMasked", Masking.number(record.applicant().idNumber()));
    values.put("window", String.valueOf(record.window()));
    values.put("legalDue", dueText(record.legalDue(), item.legalLimit()));
    values.put("promisedDue", dueText(record.promisedDue(), item.promisedLimit()));
    values.put("commitmentLine", commitments(record));
    PaperTemplate template = PaperTemplate.named(kind.name());
    List<Block> blocks = new ArrayList<>();
    for (String copy : kind == DocumentKind.DEFERRED_ACCEPTANCE ? BOTH_COPIES : List.of("")) {
      values.put("copy", copy);
      if (!blocks.isEmpty()) {
        blocks.add(new Block.NewPage());
      }
      blocks.addAll(template.fill(values));
    }
    return pdf(blocks, tableOf(kind, record, item), record.caseNo(), values.get("number"));
  }

  @Override
  public byte[] advice(CaseDraft draft, Name hall, Session clerk, Instant at) {
    BlockingWork.refuseOnUiThread();
    Item item = draft.item();
    Map<String, String> values = common(item, hall, clerk, at);
    values.put("where", item.comprehensive() ? "综合窗口" : "主管部门的窗口");
    values.put("mobile", item.mobile() ? "本事项也可以用“吴优办”小程序办理。" : "");
    values.put(
        "questions",
        item.situations().stream()
            .filter(situation -> !draft.answers().containsKey(situation.flag()))
            .map(situation -> situation.question().zh())
            .collect(Collectors.joining()));
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("序号", "材料名称", "要求与现状"));
    for (Material material : item.materials()) {
      if (material.when().isBlank() || draft.answers().getOrDefault(material.when(), true)) {
        table.add(
            List.of(
                String.valueOf(table.size()),
                material.name(),
                (formOf(material) + " " + standing(material, draft)).strip()));
      }
    }
    return pdf(PaperTemplate.named("ADVICE").fill(values), table, item.code(), "一次性告知单");
  }

  /** How a material stands, each on its own: most others may have no mark yet. */
  private static String standing(Material material, CaseDraft draft) {
    if (!material.when().isBlank() && !draft.answers().containsKey(material.when())) {
      return "视情形";
    }
    MaterialMark mark = draft.marks().get(material.id());
    if (mark == null) {
      return "";
    }
    return AcceptanceRules.refusal(material, mark, draft.intake())
        .map(PdfDocuments::faultText)
        .orElse(
            switch (mark) {
              case VERIFIED, ORIGINAL, COPY -> "已具备";
              case DEFERRED -> "暂缺，可容缺后补";
              case COMMITTED -> "可以承诺代替";
              case MISSING -> material.required() ? "缺少，请提交" : "";
            });
  }

  private Map<String, String> common(Item item, Name hall, Session clerk, Instant at) {
    Map<String, String> values = new HashMap<>();
    values.put("hall", hall.zh());
    values.put("item", item.name().zh());
    values.put(
        "department",
        catalogue.department(item.department()).map(d -> d.name().zh()).orElse(item.department()));
    values.put("day", DAY.format(HallTime.local(at)));
    values.put("at", MOMENT.format(HallTime.local(at)));
    values.put("operator", clerk.number());
    values.put("fee", item.fee().isBlank() ? "不收费" : item.fee());
    values.put("result", item.result());
    values.put("legalLimit", limitText(item.legalLimit()));
    values.put("promisedLimit", item.immediate() ? "当场办结" : limitText(item.promisedLimit()));
    return values;
  }

  /** One at a time: all papers share one font, which is no matter of two threads. */
  private static synchronized byte[] pdf(
      List<Block> blocks, List<List<String>> table, String code, String title) {
    try (PdfPaper paper = new PdfPaper(table, code)) {
      return paper.lay(blocks, title);
    } catch (IOException fault) {
      throw new UncheckedIOException("a paper cannot be made", fault);
    }
  }

  private static List<List<String>> tableOf(DocumentKind kind, CaseRecord record, Item item) {
    Map<String, String> problems =
        record.decision().reasons().stream()
            .filter(reason -> !reason.material().isBlank())
            .collect(
                Collectors.toMap(
                    Decision.Reason::material,
                    reason -> faultText(reason.code()),
                    (a, b) -> a + "；" + b));
    Function<Material, Optional<String>> standing =
        switch (kind) {
          case ACCEPTANCE, DEFERRED_ACCEPTANCE ->
              material ->
                  Optional.ofNullable(record.marks().get(material.id()))
                      .filter(mark -> mark != MaterialMark.MISSING)
                      .map(mark -> markText(mark, record.deferred().get(material.id())));
          case COMMITMENT ->
              material ->
                  Optional.ofNullable(record.marks().get(material.id()))
                      .filter(mark -> mark == MaterialMark.COMMITTED)
                      .map(mark -> "以承诺代替");
          case CORRECTION_NOTICE -> material -> Optional.ofNullable(problems.get(material.id()));
        };
    List<List<String>> table = new ArrayList<>();
    String head =
        switch (kind) {
          case ACCEPTANCE, DEFERRED_ACCEPTANCE -> "收到情况";
          case COMMITMENT -> "提交方式";
          case CORRECTION_NOTICE -> "需要补正";
        };
    table.add(List.of("序号", "材料名称", head));
    for (Material material : item.materials()) {
      standing
          .apply(material)
          .ifPresent(
              text -> table.add(List.of(String.valueOf(table.size()), material.name(), text)));
    }
    return table;
  }

  private static String commitments(CaseRecord record) {
    String names =
        record.marks().entrySet().stream()
            .filter(entry -> entry.getValue() == MaterialMark.COMMITTED)
            .map(entry -> record.materialNames().get(entry.getKey()))
            .sorted()
            .collect(Collectors.joining("、"));
    return names.isEmpty() ? "" : "以告知承诺代替的材料：" + names + "。";
  }

  private static String markText(MaterialMark mark, LocalDate until) {
    return switch (mark) {
      case VERIFIED -> "已核验";
      case ORIGINAL -> "原件";
      case COPY -> "复印件";
      case DEFERRED -> until == null ? "容缺" : "容缺，%s及以前补交".formatted(DAY.format(until));
      case COMMITTED -> "告知承诺";
      case MISSING -> "缺";
    };
  }

  private static String faultText(Decision.Code code) {
    return switch (code) {
      case MATERIAL_MISSING -> "缺少，请提交";
      case ORIGINAL_NEEDED -> "请提交原件";
      case NOT_VERIFIABLE -> "请提交原件或复印件";
      case NOT_DEFERRABLE -> "不可容缺，请提交";
      case NOT_COMMITTABLE -> "不适用承诺，请提交";
      case CREDIT_BARRED -> "信用修复期内，请提交";
      case UNANSWERED, UNMARKED -> "请提交";
      case DEFERRED -> "容缺";
      case COMMITTED -> "告知承诺";
      case NOT_ELIGIBLE -> "不在受理范围";
    };
  }

  private static String formOf(Material material) {
    List<String> forms = new ArrayList<>();
    if (material.originals() > 0) {
      forms.add("原件" + (material.originals() > 1 ? material.originals() + "份" : ""));
    }
    if (material.copies() > 0) {
      forms.add("复印件" + material.copies() + "份");
    }
    if (material.electronic()) {
      forms.add("可免交（联网核验）");
    }
    String text = String.join("、", forms);
    return material.required() ? text : text + "（非必备）";
  }

  private static String dueText(Optional<LocalDate> due, TimeLimit limit) {
    if (due.isEmpty()) {
      return limit.value() == 0 ? "当场" : limitText(limit) + "（次年日历公布后确定日期）";
    }
    return DAY.format(due.get()) + "（" + (limit.value() == 0 ? "当场" : limitText(limit)) + "）";
  }

  private static String limitText(TimeLimit limit) {
    return limit.value()
        + switch (limit.unit()) {
          case WORKING_DAY -> "个工作日";
          case CALENDAR_DAY -> "日";
          case HOUR -> "小时";
          case MINUTE -> "分钟";
          case MONTH -> "个月";
        };
  }
}
