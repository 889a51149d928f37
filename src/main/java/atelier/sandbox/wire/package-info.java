/** What travels between the engine and a provider, as Jackson trees. May import: protobufs, Jackson. */
package atelier.sandbox.wire;
