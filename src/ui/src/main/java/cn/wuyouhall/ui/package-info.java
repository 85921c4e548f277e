/**
 * The JavaFX pieces both apps use: theme tokens, controls, and the bridge between background work
 * and the FX thread. It knows the domain, not the station: nothing here opens a connection or holds
 * a rule.
 *
 * <p>A screen is built from four things of this package: {@link cn.wuyouhall.ui.Theme} dresses its
 * scene, {@link cn.wuyouhall.ui.Texts} gives its words, {@link cn.wuyouhall.ui.Views} loads its
 * FXML with live texts, and {@link cn.wuyouhall.ui.Background} does what could block.
 */
package cn.wuyouhall.ui;
