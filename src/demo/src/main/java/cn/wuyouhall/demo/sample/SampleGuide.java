package cn.wuyouhall.demo.sample;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * The guide of a generated item: limits, conditions, process, materials, result, by what kind of
 * matter its name says it is.
 */
final class SampleGuide {
  private static final Map<String, String> FEES =
      Map.of(
          "普通护照签发", "120元",
          "往来港澳通行证签发", "60元",
          "大陆居民往来台湾通行证签发", "60元",
          "自来水报装", "按安装工程量计",
          "天然气报装", "按安装工程量计");

  private final SampleName name;
  private final SampleDepartment department;
  private final SampleKind kind;
  private final SampleDraw draw;
  private final boolean immediate;
  private final int legal;
  private final int promised;

  SampleGuide(SampleName name, SampleDepartment department) {
    this.name = name;
    this.department = department;
    this.kind = SampleKind.of(name);
    this.draw = new SampleDraw("guide " + name.name());
    this.immediate = isImmediate();
    this.legal = legalDays();
    this.promised = immediate ? 1 : promisedDays();
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
        kind == SampleKind.QUERY ? limit(draw.oneOf(10, 20, 30), "minute") : limit(promised, unit));
    item.put("immediate", immediate);
    item.put("fee", fee());
    strings(item.putArray("conditions"), kind.conditions());
    strings(item.putArray("process"), process());
    strings(
        item.putArray("basis"), department.laws().stream().map(law -> "《" + law + "》").toList());
    new SampleMaterials(name, kind, draw).describe(item, immediate ? 0 : promised);
    item.put("result", result());
  }

  private String fee() {
    if (name.department().equals("realty") && name.type().equals("07")) {
      return SampleKind.has(name.name(), "注销", "更正", "异议", "查封", "查验") ? null : "住宅80元，非住宅550元";
    }
    return name.department().equals("notary") ? "按公证服务收费标准" : FEES.get(name.base());
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
