/**
 * What each device does with the bytes that reach it, and the threads that carry them. A device
 * knows bytes and the hands of a person (lay a card on, press a key), nothing of the program at the
 * other end.
 */
package cn.wuyouhall.virtual.device;
