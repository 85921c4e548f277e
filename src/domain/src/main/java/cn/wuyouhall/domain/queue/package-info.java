/**
 * The queue: tickets, the states they go through, what each request can come to, and the port to
 * the database that keeps them.
 */
package cn.wuyouhall.domain.queue;
