/** Every physical name, tag and deterministic GUID; pure functions of the model. May import: model. */
package atelier.naming;
