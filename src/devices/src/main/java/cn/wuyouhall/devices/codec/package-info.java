/**
 * Codecs: bytes to meaning and back, pure, without lines, threads or clocks. Each says where its
 * bytes come from. Decoders take bytes in any portions, skip what is no frame, find the next one,
 * and never hold more than two of their longest frames.
 */
package cn.wuyouhall.devices.codec;
