/**
 * The window in which a person handles the virtual devices, through the same commands a demo player
 * uses.
 */
package cn.wuyouhall.virtual.panel;
