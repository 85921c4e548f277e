/**
 * The thin ground under both stores: connections with the pragmas that make a commit durable,
 * prepared statements that stay prepared, migrations under an exclusive lock, and the translation
 * of driver errors into typed ones.
 */
package cn.wuyouhall.store.sql;
