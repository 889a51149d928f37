/** Pure judgements on a whole configuration: mistakes, quota, reach, access and cost. May import: model, catalog, naming. */
package atelier.preflight;
