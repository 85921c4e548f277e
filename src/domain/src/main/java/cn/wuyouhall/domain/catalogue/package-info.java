/** The catalogue: service items, their materials and limits, and the search over them. */
package cn.wuyouhall.domain.catalogue;
