/**
 * A ticket printer made of a parser for ESC/POS bytes, a tape that prints what they say, and a
 * picture of the paper. Written from the device facts; it shares nothing with the encoder that
 * feeds it.
 */
package cn.wuyouhall.virtual.printer;
