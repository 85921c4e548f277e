/**
 * The separate checker of what must always hold. It reads files only: copies of the databases as
 * plain tables, printed bytes, logs. It knows the schema, the wire of the printer and the rules as
 * a reader of their documents does, and shares no code with the programs it judges.
 */
package cn.wuyouhall.demo.check;
