/**
 * The devices on the counter and in the kiosk. A device is a line (serial, TCP, memory; it
 * reconnects by itself), a codec (pure: bytes to meaning and back) and a state. A new model is a
 * new codec, or a settings profile where the bytes allow it. Each line owns one reader thread;
 * calls block and refuse the FX thread.
 */
package cn.wuyouhall.devices;
