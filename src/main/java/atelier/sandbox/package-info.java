/**
 * The simulated Azure: the provider plugin that the engine talks to, and the process that is Azure to a workstation and to
 * {@code az}. May import: pulumirpc and protobufs, io.grpc, the JDK's HTTP server, the JOSE library, Jackson and the packages
 * below; azure-native only by reflection, type by type on first use; nothing of the program.
 *
 * <p>A request of the engine goes from {@code ProviderService} (the protocol) to {@code azurenative} (what azure-native does with
 * it), through {@code arm} (inputs become ARM's body, with what {@code schema} knows of the type) to {@code cloud} (what Azure
 * says), and the answer comes back the same way.
 *
 * <p>A request over HTTP goes from {@code ArmApi} to {@code http}, where {@code token} says who sends it, {@code access} whether
 * they may, and {@code cloud} what the answer is. {@code signin} is the tenant's sign-in page. To start it:
 *
 * <pre>
 * java -cp target/classes:$(cat target/sandbox.classpath) atelier.sandbox.ArmApi serve \
 *     --cloud .sandbox --world sandbox/azure.yaml \
 *     --https 198.51.100.10:443 --keystore server.p12 --identity-provider http://127.0.0.1:18090 \
 *     --workstation ada --metadata 169.254.169.254:80 --wire-server 168.63.129.16:80
 * </pre>
 *
 * The key store's password is in ATELIER_KEYSTORE_PASSWORD; its certificate is for management.azure.com,
 * login.microsoftonline.com and the vault's host. The identity provider is sandbox/toolchain/identity-provider/start. The line
 * that begins with {@code ready} says that it listens. {@code atelier.sandbox.ArmApi token --name ada} prints an access token.
 */
package atelier.sandbox;
