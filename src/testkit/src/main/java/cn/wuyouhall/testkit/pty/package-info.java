/** Pseudo-terminals: a serial port of the kernel's own whose far end a test holds. */
package cn.wuyouhall.testkit.pty;
