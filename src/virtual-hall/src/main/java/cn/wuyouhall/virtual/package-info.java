/**
 * A hall without hardware: the platform sandbox and virtual devices that encode their own bytes,
 * for the demo, training, tests and benchmarks. It depends on none of our other modules and meets
 * them only over the real wires, serial bytes and HTTP, so that both sides must agree on the bytes.
 */
package cn.wuyouhall.virtual;
