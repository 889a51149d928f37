/**
 * The provider plugin of the simulated Azure: what the engine talks to. May import: pulumirpc and protobufs, io.grpc,
 * Jackson and the packages below; azure-native only by reflection, type by type on first use; nothing of the program.
 *
 * <p>A request goes from {@code ProviderService} (the protocol) to {@code azurenative} (what azure-native does with it),
 * through {@code arm} (inputs become ARM's body, with what {@code schema} knows of the type) to {@code cloud} (what Azure says),
 * and the answer comes back the same way.
 */
package atelier.sandbox;
