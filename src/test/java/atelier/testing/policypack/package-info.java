/**
 * The policy pack as a process, and packs that run inside a test. May import: atelier.testing, Jackson, gRPC, protobuf and
 * Pulumi's protocol.
 */
package atelier.testing.policypack;
