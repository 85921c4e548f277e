package cn.wuyouhall.demo.sample;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The guide of a generated item: limits, conditions, process, materials, result, by what kind of
 * matter its name says it is.
 *
 * <p>A material is written {@code id|name|flags|issuer}: R required, O optional, M main, o1/c1
 * originals and copies, e electronic, d5 deferrable within 5 working days, p commitment, @flag the
 * situation it applies in.
 */
final class SampleGuide {
  /** What a name asks for, whatever its type. */
  enum Kind {
    GRANT,
    CHANGE,
    RENEW,
    REPLACE,
    CANCEL,
    LEVY,
    PAYMENT,
    CONFIRM,
    REWARD,
    RULING,
    FILING,
    QUERY,
    REPORT,
    SERVICE
  }

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

  private static final Map<String, String> FEES =
      Map.of(
          "普通护照签发", "120元",
          "往来港澳通行证签发", "60元",
          "大陆居民往来台湾通行证签发", "60元",
          "自来水报装", "按安装工程量计",
          "天然气报装", "按安装工程量计");

  private final SampleName name;
  private final SampleDepartment department;
  private final Kind kind;
  private final SampleDraw draw;
  private final boolean immediate;
  private final int legal;
  private final int promised;

  SampleGuide(SampleName name, SampleDepartment department) {
    this.name = name;
    this.department = department;
    this.kind = kind(name);
    this.draw = new SampleDraw("guide " + name.name());
    this.immediate = isImmediate();
    this.legal = legalDays();
    this.promised = immediate ? 1 : promisedDays();
  }

  /** What this name asks for. */
  static Kind kind(SampleName name) {
    String text = name.name();
    if (name.type().equals("08")) {
      return Kind.REWARD;
    }
    if (name.type().equals("09")) {
      return Kind.RULING;
    }
    if (has(text, "注销", "销户", "歇业", "停发", "暂停", "取消", "停保", "终止", "解除")) {
      return Kind.CANCEL;
    }
    if (has(text, "补证", "补领", "补发", "补办", "补换", "挂失", "遗失")) {
      return Kind.REPLACE;
    }
    if (has(text, "延续", "延期", "换证", "换发", "换领", "年审")) {
      return Kind.RENEW;
    }
    if (has(text, "变更", "更正", "更名", "过户")) {
      return Kind.CHANGE;
    }
    return switch (name.type()) {
      case "01" -> Kind.GRANT;
      case "04" -> Kind.LEVY;
      case "05" -> Kind.PAYMENT;
      case "07" -> Kind.CONFIRM;
      case "10" -> Kind.FILING;
      default -> service(text);
    };
  }

  private static Kind service(String text) {
    if (has(text, "投诉", "举报", "报修", "受理", "求助", "来信")) {
      return Kind.REPORT;
    }
    return has(
            text, "查询", "打印", "咨询", "预约", "公开", "发布", "订阅", "指导", "参观", "缴纳", "开具", "查阅", "预报",
            "公告")
        ? Kind.QUERY
        : Kind.SERVICE;
  }

  private static boolean has(String text, String... parts) {
    for (String part : parts) {
      if (text.contains(part)) {
        return true;
      }
    }
    return false;
  }

  private boolean isImmediate() {
    return switch (kind) {
      case REPLACE, CANCEL, QUERY -> !name.type().equals("07");
      case FILING, SERVICE -> draw.onceIn(2);
      default -> false;
    };
  }

  private int legalDays() {
    return switch (kind) {
      case GRANT, CHANGE, RENEW -> 20;
      case REPLACE, CANCEL -> name.type().equals("01") ? 20 : 10;
      case LEVY -> 15;
      case PAYMENT -> draw.oneOf(20, 30);
      case CONFIRM -> draw.oneOf(20, 30);
      case REWARD, RULING -> 60;
      case FILING, SERVICE -> draw.oneOf(5, 10);
      case QUERY -> 1;
      case REPORT -> draw.oneOf(7, 15);
    };
  }

  private int promisedDays() {
    return switch (kind) {
      case GRANT -> draw.oneOf(5, 7, 8, 10);
      case CHANGE, RENEW -> draw.oneOf(3, 5);
      case REPLACE, CANCEL, QUERY -> 1;
      case LEVY -> 5;
      case PAYMENT, CONFIRM -> draw.oneOf(7, 10, 15);
      case REWARD, RULING -> draw.oneOf(30, 45);
      case FILING, SERVICE -> draw.oneOf(1, 2, 3);
      case REPORT -> draw.oneOf(3, 5, 7);
    };
  }

  boolean immediate() {
    return immediate;
  }

  /** Fills in everything of the item that its guide says, in the order of the file. */
  void describe(ObjectNode item) {
    ArrayNode applicants = item.putArray("applicants");
    if (name.persons()) {
      applicants.add("person");
    }
    if (name.enterprises()) {
      applicants.add("enterprise");
    }
    String unit = name.type().equals("09") ? "calendar-day" : "working-day";
    item.set("legalLimit", limit(legal, unit));
    item.set(
        "promisedLimit",
        kind == Kind.QUERY ? limit(draw.oneOf(10, 20, 30), "minute") : limit(promised, unit));
    item.put("immediate", immediate);
    item.put("fee", fee());
    strings(item.putArray("conditions"), conditions());
    strings(item.putArray("process"), process());
    strings(
        item.putArray("basis"), department.laws().stream().map(law -> "《" + law + "》").toList());
    Set<String> situations = new LinkedHashSet<>();
    ArrayNode materials = item.putArray("materials");
    for (String material : materials()) {
      materials.add(material(material, situations));
    }
    ArrayNode questions = item.putArray("situations");
    situations.forEach(flag -> questions.add(situation(flag)));
    item.put("result", result());
  }

  private String fee() {
    if (name.department().equals("realty") && name.type().equals("07")) {
      return has(name.name(), "注销", "更正", "异议", "查封", "查验") ? null : "住宅80元，非住宅550元";
    }
    return name.department().equals("notary") ? "按公证服务收费标准" : FEES.get(name.base());
  }

  private List<String> conditions() {
    return switch (kind) {
      case GRANT -> List.of("申请人符合法定条件，材料真实有效", "场所、设施、人员与申请事项相适应");
      case CHANGE -> List.of("原许可（登记）有效，变更事项已经发生");
      case RENEW -> List.of("原证照在有效期内，于届满前提出");
      case REPLACE -> List.of("原证照遗失或损毁");
      case CANCEL -> List.of("原许可（登记、待遇）存续，申请终止");
      case LEVY -> List.of("属于征收范围的单位和个人");
      case PAYMENT -> List.of("符合待遇（补助）享受条件", "未重复享受同类待遇");
      case CONFIRM -> List.of("申请确认的事实清楚，材料真实有效");
      case REWARD -> List.of("事迹突出，符合评选范围");
      case RULING -> List.of("有明确的被申请人和请求", "属于受理范围");
      case FILING -> List.of("属于备案（其他权力）范围，材料齐全");
      case QUERY -> List.of("凭有效身份办理");
      case REPORT -> List.of("反映的情况具体，属于本部门职责");
      case SERVICE -> List.of("符合服务对象范围");
    };
  }

  private List<String> process() {
    if (immediate) {
      return List.of("申请", "受理", "当场办结");
    }
    return switch (kind) {
      case GRANT ->
          draw.onceIn(2)
              ? List.of("申请", "受理", "审查", "现场核查", "决定", "送达")
              : List.of("申请", "受理", "审查", "决定", "送达");
      case PAYMENT -> List.of("申请", "受理", "审核", "公示", "发放");
      case REWARD -> List.of("申报", "初审", "评审", "公示", "表彰");
      case RULING -> List.of("申请", "受理", "调查", "调解", "裁决", "送达");
      case REPORT -> List.of("登记", "受理", "核实处理", "答复");
      default -> List.of("申请", "受理", "审查", "决定", "送达");
    };
  }

  private List<String> materials() {
    List<String> list = new ArrayList<>();
    String title = name.base().replaceAll("（.*?）", "");
    if (kind != Kind.QUERY) {
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
    if (kind != Kind.REPORT && kind != Kind.REWARD) {
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

  private ObjectNode material(String text, Set<String> situations) {
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
    int defer = immediate ? 0 : Math.min(number(flags, 'd'), promised);
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

  private String result() {
    String base = name.base().replaceAll("（.*?）", "");
    return switch (kind) {
      case GRANT -> licence(base);
      case CHANGE -> "变更后的证照（文书）";
      case RENEW -> "换发的证照（文书）";
      case REPLACE -> "补发的证照（文书）";
      case CANCEL -> "准予注销（终止）通知书";
      case LEVY -> "征收（缴费）通知书";
      case PAYMENT -> "待遇（补助）核定通知";
      case CONFIRM -> name.department().equals("realty") ? "不动产权证书（登记证明）" : "确认文书（证书）";
      case REWARD -> "表彰（奖励）决定";
      case RULING -> "裁决（调解）文书";
      case FILING -> "备案（审核）意见";
      case QUERY -> "当场答复或查询结果";
      case REPORT -> "办理情况答复";
      case SERVICE -> "服务办理结果";
    };
  }

  private static String licence(String base) {
    for (String verb : List.of("核发", "签发")) {
      if (base.endsWith("证" + verb)) {
        return base.substring(0, base.length() - verb.length());
      }
    }
    if (base.endsWith("证")) {
      return base;
    }
    return base.endsWith("许可") ? base + "证" : "准予行政许可决定书";
  }

  private static ObjectNode limit(int value, String unit) {
    return JsonNodeFactory.instance.objectNode().put("value", value).put("unit", unit);
  }

  private static void strings(ArrayNode array, List<String> values) {
    values.forEach(array::add);
  }
}
