package cn.wuyouhall.devices;

/**
 * One {@code [[device]]} of the settings, as written there; what was not written is blank.
 *
 * @param kind {@code ticket-printer id-reader scanner rating-pad window-display voice}
 * @param model which codec: {@code escpos escpos-58 sdt line bus strip clips}; blank is the kind's
 *     usual
 * @param line where it is, as {@link cn.wuyouhall.devices.line.LineSpec} has it
 * @param confirm of a printer: {@code job status person}; blank is {@code job}
 * @param profile of a pad ({@link PadProfile}) or a window display ({@code addr=01;chk=sum})
 */
public record DeviceSpec(String kind, String model, String line, String confirm, String profile) {}
