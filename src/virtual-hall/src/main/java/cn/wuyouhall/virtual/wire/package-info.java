/**
 * The far ends of wires: pseudo-terminals and TCP, throttled to a baud rate, that can be cut and
 * plugged in again.
 */
package cn.wuyouhall.virtual.wire;
