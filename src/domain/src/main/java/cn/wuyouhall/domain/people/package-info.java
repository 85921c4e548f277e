/** People and organisations, their document numbers and how they are masked. */
package cn.wuyouhall.domain.people;
