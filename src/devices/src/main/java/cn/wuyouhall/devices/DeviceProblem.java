package cn.wuyouhall.devices;

import java.util.List;

/**
 * What is wrong with a device's settings.
 *
 * @param index which of the devices, from 0
 * @param field which of its settings: {@code kind model line confirm profile}
 * @param code stable; its sentence is {@code device.problem.CODE}, with {@code value} as {0} and
 *     {@code allowed}, joined, as {1}
 * @param value what was written
 * @param allowed what may stand there
 */
public record DeviceProblem(
    int index, String field, String code, String value, List<String> allowed) {
  public DeviceProblem {
    allowed = List.copyOf(allowed);
  }
}
