/**
 * Papers as PDF: templates and texts come from resources, fonts from the system, the layout from
 * here.
 */
package cn.wuyouhall.station.documents;
