/**
 * How a device stands, kept in one place per device: the troubles a device can have (each with its
 * sentence in the texts) and the standing that tells its listeners of every change.
 */
package cn.wuyouhall.devices.state;
