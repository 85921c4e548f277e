/**
 * A sample hall on disk: settings, keys, rules and accounts, made anew in a folder for a demo,
 * training or a test.
 */
package cn.wuyouhall.demo.hall;
