/**
 * Plays a person at a screen: an agent inside the app's process, which presses real keys and
 * touches real nodes, and a handle to it in the player's process. They talk in lines over a
 * loopback socket, so that each app can be killed like the real one.
 */
package cn.wuyouhall.demo.drive;
