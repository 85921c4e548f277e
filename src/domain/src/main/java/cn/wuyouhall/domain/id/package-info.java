/** Ids that are unique everywhere and ordered by the time of their making. */
package cn.wuyouhall.domain.id;
