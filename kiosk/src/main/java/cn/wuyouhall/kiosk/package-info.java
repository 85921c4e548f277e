/**
 * The kiosk, its screens by flow: self-service, guide desk and call board, with its own start and
 * wiring. A screen is an FXML view, a controller and, where it has state worth testing, a view
 * model without nodes.
 */
package cn.wuyouhall.kiosk;
