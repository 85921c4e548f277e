/**
 * The hall database: what happens between people in the hall. One interface, {@link
 * cn.wuyouhall.store.hall.HallDatabase}, whose parts are the domain's ports. A change, its event
 * and its unique request id are one transaction.
 */
package cn.wuyouhall.store.hall;
