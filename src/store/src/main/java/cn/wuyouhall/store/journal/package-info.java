/** The station's journal: an append-only, hash-chained SQLite file with the state it changes. */
package cn.wuyouhall.store.journal;
