/**
 * The call board: a fixed row per window in hall order, the newest call large at the top, waiting
 * by line, notices. Numbers only, never names.
 */
package cn.wuyouhall.kiosk.board;
