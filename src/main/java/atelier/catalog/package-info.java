/** Facts about VM sizes, prices and built-in roles, read from dated data files. May import: model, Jackson. */
package atelier.catalog;
