/** Facts about VM sizes, prices, time zones and built-in roles, read from dated data files. May import: model, Jackson. */
package atelier.catalog;
