package cn.wuyouhall.demo.sample;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The materials a generated item asks for, with the questions of the situations they apply in.
 *
 * <p>A material is written {@code id|name|flags|issuer}: R required, O optional, M main, o1/c1
 * originals and copies, e electronic, d5 deferrable within 5 working days, p commitment, @flag the
 * situation it applies in.
 */
final class SampleMaterials {
  private static final String OLD = "old|原证照或批准文书|R o1 d3|原发证机关";
  private static final String PROXY = "proxy|授权委托书及代理人身份证明|R o1 @agent|";
  private static final String LEASE = "lease|租赁合同|R c1 d5 @rented|";

  private static final List<String> BUSINESS =
      List.of(
          "place|场所使用证明|R c1 d5|产权人或村（社区）",
          "staff|从业人员资格证明|R c1 e d5|",
          "rules|管理制度文本|R c1 d5 p|",
          "equipment|设施设备清单|R o1 d3 p|",
          "plan|实施方案|R o1 d5|",
          "fund|资金来源说明|R o1 p|",
          "report|专业机构出具的检测（评估）报告|R o1 c1|专业机构");
  private static final List<String> PERSONAL =
      List.of(
          "photo|近期免冠照片|R o2 d3|",
          "degree|学历或资格证明|R c1 e d5|发证机构",
          "health|体检证明|R o1|医疗机构",
          "hukou|居民户口簿|R o1 c1 e p|公安机关");

  private final SampleName name;
  private final SampleKind kind;
  private final SampleDraw draw;

  SampleMaterials(SampleName name, SampleKind kind, SampleDraw draw) {
    this.name = name;
    this.kind = kind;
    this.draw = draw;
  }

  /**
   * Fills in the item's materials and situations.
   *
   * @param mostDays no material is deferred for longer; 0 when none is
   */
  void describe(ObjectNode item, int mostDays) {
    Set<String> situations = new LinkedHashSet<>();
    ArrayNode materials = item.putArray("materials");
    for (String material : materials()) {
      materials.add(material(material, situations, mostDays));
    }
    ArrayNode questions = item.putArray("situations");
    situations.forEach(flag -> questions.add(situation(flag)));
  }

  private List<String> materials() {
    List<String> list = new ArrayList<>();
    String title = name.base().replaceAll("（.*?）", "");
    if (kind != SampleKind.QUERY) {
      list.add("form|%s申请表|R M o1|".formatted(title));
    }
    list.add(subject());
    switch (kind) {
      case GRANT -> grant(list);
      case CHANGE -> list.addAll(List.of(OLD, "proof|变更事项证明材料|R c1 d5|"));
      case RENEW -> list.addAll(List.of(OLD, "same|条件未发生变化的声明|R o1 p|"));
      case REPLACE -> list.add("lost|遗失（损毁）声明|R o1 p|");
      case CANCEL -> list.add("old|原证照或批准文书|R o1 p|原发证机关");
      case LEVY -> list.add("base|计征依据材料|R c1|");
      case PAYMENT -> payment(list);
      case CONFIRM -> confirm(list);
      case REWARD -> list.add("deeds|事迹（成果）材料|R o1 d5|");
      case RULING -> list.add("evidence|证据材料|R c1 d10|");
      case FILING -> list.add("text|备案（审核）事项材料|R o1 c1 d3|");
      case REPORT -> list.add("evidence|相关证据|O c1|");
      case SERVICE -> {
        if (draw.onceIn(2)) {
          list.add("support|相关证明材料|R c1 d3 p|");
        }
      }
      case QUERY -> {}
    }
    if (kind != SampleKind.REPORT && kind != SampleKind.REWARD) {
      list.add(PROXY);
    }
    return list;
  }

  private String subject() {
    if (!name.enterprises()) {
      return "id|申请人居民身份证|R M o1 e|公安机关";
    }
    return name.persons()
        ? "id|申请人身份证明或主体资格证明|R M o1 e|公安机关或登记机关"
        : "licence|营业执照或登记证书|R M o1 c1 e|登记机关";
  }

  private void grant(List<String> list) {
    if (!name.enterprises() && name.department().equals("police")) {
      list.addAll(List.of(PERSONAL.getFirst(), PERSONAL.getLast()));
      return;
    }
    List<String> pool = name.enterprises() ? BUSINESS : PERSONAL;
    List<String> chosen = draw.shuffled(pool).subList(0, name.enterprises() ? 3 : 2);
    list.addAll(chosen);
    if (chosen.contains(BUSINESS.getFirst())) {
      list.add(LEASE);
    }
  }

  private void payment(List<String> list) {
    if (name.persons()) {
      list.add("hukou|居民户口簿|R o1 c1 e p|公安机关");
    }
    list.add("proof|符合条件的证明材料|R c1 d5|");
    list.add("account|银行账户或社会保障卡|R c1 d5|金融机构");
  }

  private void confirm(List<String> list) {
    if (name.department().equals("realty")) {
      list.add("deed|不动产权属证书|R M o1|登记机构");
      list.add("cause|登记原因证明材料|R M o1|");
      if (name.name().contains("转移")) {
        list.add("tax|税费缴纳凭证|R o1 e|税务机关");
      }
      return;
    }
    list.add("fact|事实证明材料|R M o1 c1|");
    if (draw.onceIn(2)) {
      list.add(name.enterprises() ? BUSINESS.get(1) : PERSONAL.getLast());
    }
  }

  private ObjectNode material(String text, Set<String> situations, int mostDays) {
    String[] parts = text.split("\\|", -1);
    List<String> flags = List.of(parts[2].split(" "));
    String when =
        flags.stream()
            .filter(f -> f.startsWith("@"))
            .findFirst()
            .map(f -> f.substring(1))
            .orElse(null);
    if (when != null) {
      situations.add(when);
    }
    int defer = Math.min(number(flags, 'd'), mostDays);
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", parts[0]);
    node.put("name", parts[1]);
    node.put("required", flags.contains("R"));
    node.put("when", when);
    node.put("main", flags.contains("M"));
    node.put("originals", number(flags, 'o'));
    node.put("copies", number(flags, 'c'));
    node.put("electronic", flags.contains("e"));
    node.put("deferrable", defer > 0);
    node.put("deferDays", defer);
    node.put("commitment", flags.contains("p"));
    node.put("issuer", parts[3].isBlank() ? null : parts[3]);
    node.putNull("note");
    return node;
  }

  private static int number(List<String> flags, char letter) {
    return flags.stream()
        .filter(f -> f.length() > 1 && f.charAt(0) == letter)
        .mapToInt(f -> Integer.parseInt(f.substring(1)))
        .findFirst()
        .orElse(0);
  }

  private static ObjectNode situation(String flag) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("flag", flag);
    boolean agent = flag.equals("agent");
    node.put("question", agent ? "是否由他人代办？" : "场所（住所）是租赁的吗？");
    node.put(
        "questionEn",
        agent ? "Is someone else handling this for the applicant?" : "Are the premises rented?");
    return node;
  }
}
