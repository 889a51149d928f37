/**
 * Who can reach what: network security groups judged as Azure judges them, first match over address intervals. May import:
 * atelier.testing, Jackson.
 */
package atelier.testing.network;
