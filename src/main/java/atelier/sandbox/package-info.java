/**
 * The provider plugin of the simulated Azure: what the engine talks to. May import: pulumirpc and protobufs, io.grpc,
 * Jackson and the packages below; azure-native only by reflection, type by type on first use; nothing of the program.
 */
package atelier.sandbox;
