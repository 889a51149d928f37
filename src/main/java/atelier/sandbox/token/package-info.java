/**
 * The access tokens of the simulated Entra ID: signs and verifies them. May import: the JOSE library.
 */
package atelier.sandbox.token;
