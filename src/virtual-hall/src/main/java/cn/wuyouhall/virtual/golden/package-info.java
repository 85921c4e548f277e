/** Named byte frames kept as text beside the line of the source they were written from. */
package cn.wuyouhall.virtual.golden;
