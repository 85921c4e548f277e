/**
 * The JavaFX pieces both apps use: theme tokens, controls, and the bridge between background work
 * and the FX thread. It knows the domain, not the station: nothing here opens a connection or holds
 * a rule.
 */
package cn.wuyouhall.ui;
