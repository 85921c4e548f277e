/**
 * The clerk's app: one page for one visit, from the call to the rating that is asked for.
 *
 * <p>{@link cn.wuyouhall.clerk.Outlook} is what the window sees of the hall, {@link
 * cn.wuyouhall.clerk.Desk} what its keys do, {@link cn.wuyouhall.clerk.Visit} what happens with the
 * person before it, {@link cn.wuyouhall.clerk.CaseModel} one case being taken in: its {@link
 * cn.wuyouhall.clerk.ApplicantForm}, its {@link cn.wuyouhall.clerk.Checklist} and the rules' {@link
 * cn.wuyouhall.clerk.Verdict}; none of them holds a node. Each part of the page is an FXML with its
 * controller; {@link cn.wuyouhall.clerk.ClerkApp} wires them to a stage and to a {@link
 * cn.wuyouhall.station.Station}, whose jobs are all a screen can ask for.
 */
package cn.wuyouhall.clerk;
