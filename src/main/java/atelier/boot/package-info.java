/**
 * What a machine is told when it starts: one constant document for all and one of its own; pure functions. May import: model,
 * Jackson.
 */
package atelier.boot;
