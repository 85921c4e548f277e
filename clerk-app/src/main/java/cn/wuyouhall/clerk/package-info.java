/**
 * The clerk's app, its screens by desk: window, cases, ledgers and supervision, with its own start
 * and wiring. Every frequent action has a key; nothing that can block runs on the FX thread.
 */
package cn.wuyouhall.clerk;
