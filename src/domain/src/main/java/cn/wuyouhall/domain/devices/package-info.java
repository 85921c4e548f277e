/** The ports to the hall's devices: what the rest needs of them, not how they speak. */
package cn.wuyouhall.domain.devices;
