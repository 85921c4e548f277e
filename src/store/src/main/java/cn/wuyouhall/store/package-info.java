/**
 * What the hall and its stations remember. The journal owns what one station did (an append-only
 * SQLite file, one transaction with the state it changes); the hall database owns what happens
 * between people in the hall, with two homes behind one interface: an SQLite file on one machine,
 * PostgreSQL when there are many. Migrations are numbered and widen before they narrow. Every call
 * blocks and refuses the FX thread.
 */
package cn.wuyouhall.store;
