/**
 * Lines: bytes to and from one device, whatever carries them. A {@link
 * cn.wuyouhall.devices.line.LineSpec} says where, a {@link cn.wuyouhall.devices.line.Wire} is one
 * open connection, and a {@link cn.wuyouhall.devices.line.Line} keeps a wire open for as long as
 * the device is wanted: it reconnects by itself, never repeats a byte, and says of every sending
 * whether none, some or all of it was handed over.
 */
package cn.wuyouhall.devices.line;
