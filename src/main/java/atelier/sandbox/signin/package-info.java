/**
 * The simulated Entra ID as a browser and oauth2-proxy see it: a page to choose a user from, before a test identity provider that
 * speaks OpenID Connect. May import: Jackson, the JOSE library, {@code cloud}, {@code token} and {@code http}.
 *
 * <p>The identity provider is NAV's mock-oauth2-server, a process of its own (sandbox/toolchain/identity-provider). It takes its
 * issuer from the address that it is asked at, so behind this package it has Entra's. It believes every secret; that the app
 * trusts the managed identity {@code signin} alone is judged here, before it sees a request.
 */
package atelier.sandbox.signin;
