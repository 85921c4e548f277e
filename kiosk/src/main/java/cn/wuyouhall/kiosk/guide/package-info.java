/**
 * The guide desk: all lines at a glance, tickets that wait for a person, a number for someone, a
 * ticket found, confirmed, replaced in its place or taken back. Keyboard first.
 */
package cn.wuyouhall.kiosk.guide;
