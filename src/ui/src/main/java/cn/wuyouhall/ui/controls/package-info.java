/**
 * The controls both apps use. Each can stand in FXML, is styled by {@code components.css} through
 * the style class named in its description, and belongs to the FX thread.
 */
package cn.wuyouhall.ui.controls;
