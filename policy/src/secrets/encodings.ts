import { createPrivateKey, createPublicKey, X509Certificate } from "node:crypto";
import { constants, gunzipSync } from "node:zlib";

/** What a run of bytes turns out to be. */
export type Content =
    | { readonly kind: "text"; readonly text: string }
    | { readonly kind: "gzip" }
    | { readonly kind: "archive" }
    | { readonly kind: "private key" }
    | { readonly kind: "public key" }
    | { readonly kind: "binary" };

/** The bytes of a text that is base64 in either alphabet, with or without padding and line breaks. */
export function fromBase64(text: string): Buffer | undefined {
    const compact = text.replace(/\s+/g, "");
    const isBase64 = /^[A-Za-z0-9+/_-]{8,}={0,2}$/.test(compact) && compact.replace(/=+$/, "").length % 4 !== 1;
    return isBase64 ? Buffer.from(compact, "base64") : undefined;
}

export function contentOf(bytes: Buffer): Content {
    if (begins(bytes, [0x1f, 0x8b])) {
        return { kind: "gzip" };
    }
    if (archives.some((magic) => begins(bytes, magic))) {
        return { kind: "archive" };
    }
    const text = textOf(bytes);
    if (text !== undefined) {
        return { kind: "text", text };
    }
    return { kind: derOf(bytes) ?? "binary" };
}

/** Unpacked as far as it goes; otherwise whether it is more than `limit` bytes or broken. */
export function gunzip(bytes: Buffer, limit: number): Buffer | "too large" | "broken" {
    try {
        return gunzipSync(bytes, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH });
    } catch (error) {
        return error instanceof RangeError ? "too large" : "broken";
    }
}

/** How compressed files begin that cannot be looked into: xz, bzip2, Zstandard, zip, 7z, lz4. */
const archives = [
    [0xfd, 0x37, 0x7a, 0x58, 0x5a],
    [0x42, 0x5a, 0x68],
    [0x28, 0xb5, 0x2f, 0xfd],
    [0x50, 0x4b, 0x03, 0x04],
    [0x37, 0x7a, 0xbc, 0xaf],
    [0x04, 0x22, 0x4d, 0x18],
];

function begins(bytes: Buffer, magic: readonly number[]): boolean {
    return bytes.length > 8 && magic.every((byte, at) => bytes[at] === byte);
}

function textOf(bytes: Buffer): string | undefined {
    const text = decode(bytes, isUtf16(bytes) ? "utf-16le" : "utf-8");
    // Control characters other than white space and escape are not in texts.
    return text === undefined || /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u009f]/.test(text) ? undefined : text;
}

/** PowerShell's encoded commands are UTF-16, in which every second byte of an English text is zero. */
function isUtf16(bytes: Buffer): boolean {
    const high = bytes.filter((_, at) => at % 2 === 1);
    return bytes.length % 2 === 0 && high.filter((byte) => byte === 0).length > high.length * 0.8;
}

function decode(bytes: Buffer, encoding: string): string | undefined {
    try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
        if (error instanceof TypeError) {
            return undefined;
        }
        throw error;
    }
}

/** What a file in DER holds: https://www.rfc-editor.org/rfc/rfc5958, https://www.rfc-editor.org/rfc/rfc5280 */
function derOf(bytes: Buffer): "private key" | "public key" | undefined {
    const isSequence = bytes.length > 32 && bytes[0] === 0x30;
    if (!isSequence) {
        return undefined;
    }
    if (isKeyStore(bytes) || (["pkcs8", "pkcs1", "sec1"] as const).some((type) => isPrivateKey(bytes, type))) {
        return "private key";
    }
    const isPublic =
        parses(() => new X509Certificate(bytes)) || parses(() => createPublicKey({ key: bytes, format: "der", type: "spki" }));
    return isPublic ? "public key" : undefined;
}

/** Version 3, then the content type pkcs7-data: https://www.rfc-editor.org/rfc/rfc7292#section-4 */
function isKeyStore(bytes: Buffer): boolean {
    const start = bytes.subarray(0, 32).toString("hex");
    return start.includes("02010330") && start.includes("06092a864886f70d0107");
}

/** An encrypted key is one, too. */
function isPrivateKey(bytes: Buffer, type: "pkcs8" | "pkcs1" | "sec1"): boolean {
    return parses(() => createPrivateKey({ key: bytes, format: "der", type, passphrase: "" }), "ERR_OSSL_BAD_DECRYPT");
}

/** Whether the library takes it; it tells only by throwing. */
function parses(parse: () => unknown, accepted?: string): boolean {
    try {
        parse();
        return true;
    } catch (error) {
        return accepted !== undefined && (error as NodeJS.ErrnoException).code === accepted;
    }
}
