/**
 * The contract's types, property for property: what travels, in the platform's codes. Nothing
 * outside {@code platform} builds them by hand; the encoders do.
 */
package cn.wuyouhall.platform.contract;
