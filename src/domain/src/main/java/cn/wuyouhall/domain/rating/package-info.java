/** Ratings: grades, invitations and what a window may know of them. */
package cn.wuyouhall.domain.rating;
