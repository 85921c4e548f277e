/**
 * The device panel: a window on which a person lays a card on the reader, presses a pad's key,
 * takes the paper out or pulls a cable. It drives the virtual devices only; what follows travels
 * over the wires.
 */
package cn.wuyouhall.virtual.panel;
