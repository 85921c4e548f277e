/**
 * The provincial platform as the hall meets it: the types of its contract, the client that calls it
 * over HTTP, and the one place where its errors get a meaning. No write goes out without an
 * idempotency key, since the client below resends on dead connections.
 */
package cn.wuyouhall.platform;
