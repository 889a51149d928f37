/**
 * What the user gets from a deployment: links, addresses, ready commands, ledgers and costs. May import: components, preflight,
 * naming, model, Jackson, com.pulumi.
 */
package atelier.outputs;
