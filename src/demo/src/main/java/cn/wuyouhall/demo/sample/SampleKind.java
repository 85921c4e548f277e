package cn.wuyouhall.demo.sample;

import java.util.List;

/** What the name of a generated item asks for, whatever its type. */
enum SampleKind {
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
  SERVICE;

  /** What this name asks for. */
  static SampleKind of(SampleName name) {
    String text = name.name();
    if (name.type().equals("08")) {
      return REWARD;
    }
    if (name.type().equals("09")) {
      return RULING;
    }
    if (has(text, "注销", "销户", "歇业", "停发", "暂停", "取消", "停保", "终止", "解除")) {
      return CANCEL;
    }
    if (has(text, "补证", "补领", "补发", "补办", "补换", "挂失", "遗失")) {
      return REPLACE;
    }
    if (has(text, "延续", "延期", "换证", "换发", "换领", "年审")) {
      return RENEW;
    }
    if (has(text, "变更", "更正", "更名", "过户")) {
      return CHANGE;
    }
    return switch (name.type()) {
      case "01" -> GRANT;
      case "04" -> LEVY;
      case "05" -> PAYMENT;
      case "07" -> CONFIRM;
      case "10" -> FILING;
      default -> service(text);
    };
  }

  private static SampleKind service(String text) {
    if (has(text, "投诉", "举报", "报修", "受理", "求助", "来信")) {
      return REPORT;
    }
    return has(
            text, "查询", "打印", "咨询", "预约", "公开", "发布", "订阅", "指导", "参观", "缴纳", "开具", "查阅", "预报",
            "公告")
        ? QUERY
        : SERVICE;
  }

  /** Whether one of these stands in a text. */
  static boolean has(String text, String... parts) {
    for (String part : parts) {
      if (text.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** What an applicant has to fulfil. */
  List<String> conditions() {
    return switch (this) {
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
}
