/**
 * What looks like a secret and is none. Every pattern is linear: it begins where a run of its own characters begins, and nothing
 * in it can match the same text in two ways.
 */

const certificatesAndPublicKeys = [
    // Blocks that are published: certificates, public keys, signatures.
    /-----BEGIN (?:[A-Z0-9]{1,10} ){0,2}(?:CERTIFICATE|CERTIFICATE REQUEST|CRL|PUBLIC KEY|PUBLIC KEY BLOCK|SIGNATURE|PARAMETERS|PKCS7)-----[^-]*-----END/g,
    // OpenSSH's form of a public key, with or without the type before it.
    /(?<![A-Za-z0-9+/])AAAA[A-Z][23]N[hz][A-Za-z0-9+/]{20,}={0,2}/g,
    /(?<![A-Za-z0-9+/])AAAAE2VjZHNh[A-Za-z0-9+/]{20,}={0,2}/g,
    /(?<![A-Za-z0-9+/])AAAAG[nm][A-Za-z0-9+/]{20,}={0,2}/g,
];

/** Digests that say so: `sha512-...`, `sha256:...`, `h1:...`. */
const digests = [/(?<![A-Za-z0-9])(?:sha-?(?:1|224|256|384|512)|md5|blake[23][a-z]?|h1)[-:=][A-Za-z0-9+/_-]+={0,2}/gi];

/** References to a secret in a vault: https://learn.microsoft.com/azure/app-service/app-service-key-vault-references */
const vaultReferences = [
    /@Microsoft\.(?:KeyVault|AppConfiguration)\([^)\n]*\)/gi,
    /https:\/\/[a-z0-9-]+\.(?:vault\.azure\.net|vault\.azure\.cn|vault\.usgovcloudapi\.net)(?::443)?\/[^\s"'<>?]*/gi,
];

/** Crypt's form of a password's hash: `$6$salt$hash`. */
const passwordHashes = [/\$(?:[1-9y]|2[abxy]|argon2[a-z]{1,2}|gy|sha1)\$[A-Za-z0-9./$,=+*-]+/g];

const identifiers = [
    /(?<![A-Za-z0-9-])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![A-Za-z0-9])/gi,
    // Digests of 128 to 512 bits; what is secret of the same shape is known by the name it is given.
    /(?<![A-Za-z0-9])(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{48}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})(?![A-Za-z0-9])/gi,
    /(?<![A-Za-z0-9])[a-z][a-z0-9+.-]{0,20}:\/\/[^\s"'<>?]+/gi,
    /\/subscriptions\/[^\s"'<>?]+/gi,
    // A value whose name says that everybody may know it.
    /(?:checksum|digest|integrity|hash|etag|fingerprint|thumbprint|md5|sha(?:1|256|384|512)(?:sums?)?|public[_-]?key|pubkey|certificate)["']?[ \t]{0,3}[:=][ \t]{0,3}["']?[A-Za-z0-9+/_-]{16,128}={0,2}/gi,
];

/** The text with certificates, public keys, digests and references to vaults struck out. Lines and positions stay. */
export function withoutPublicMaterial(text: string): string {
    return strike(text, [...certificatesAndPublicKeys, ...digests, ...vaultReferences, ...passwordHashes]);
}

/** The same text with addresses, resource ids, GUIDs and bare digests struck out, too: what is still random then is a secret. */
export function withoutIdentifiers(text: string): string {
    return strike(text, identifiers);
}

function strike(text: string, patterns: readonly RegExp[]): string {
    return patterns.reduce((left, pattern) => left.replace(pattern, (found) => found.replace(/[^\r\n]/g, "*")), text);
}
