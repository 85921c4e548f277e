/**
 * The self-service kiosk: from its first page to the paper in the citizen's hand.
 *
 * <p>{@link cn.wuyouhall.kiosk.KioskVisit} is one citizen's way through the pages, without a node;
 * each page is an FXML with its controller; {@link cn.wuyouhall.kiosk.KioskApp} wires them to a
 * stage and to {@link cn.wuyouhall.kiosk.KioskJobs}, which is all a screen can ask for.
 */
package cn.wuyouhall.kiosk;
