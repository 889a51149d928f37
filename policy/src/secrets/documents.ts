import PostalMime, { Email } from "postal-mime";
import { Document, isMap, isPair, isScalar, LineCounter, Node, Pair, parseAllDocuments, visit, YAMLMap } from "yaml";

/** A text inside a document. */
export interface Piece {
    readonly text: string;
    /** The line at which it begins, from 1. */
    readonly line: number;
    /** The keys on the way to it, outermost first. */
    readonly names: readonly string[];
}

/** Four times what Azure takes, in characters, for messages that were zipped. */
const largestMessage = 1 << 18;

/**
 * The bodies of a MIME message, as cloud-init takes it; none for any other text, undefined for one beyond the limits:
 * https://cloudinit.readthedocs.io/en/latest/explanation/format.html
 */
export async function mimeParts(text: string): Promise<readonly Buffer[] | undefined> {
    const head = text
        .trimStart()
        .slice(0, 4096)
        .split(/\r?\n\r?\n/, 1)[0];
    if (!/^(?:content-type|mime-version):/im.test(head) || !/^(?:from |[a-z-]+:)/i.test(head)) {
        return [];
    }
    if (text.length > largestMessage) {
        return undefined;
    }
    // It rejects only what nests or heads its parts beyond its limits, with plain errors.
    const message = await PostalMime.parse(text.trimStart(), { forceRfc822Attachments: true }).catch(() => undefined);
    return message === undefined ? undefined : bodies(message).map(bytesOf);
}

function bodies({ text, html, attachments }: Email): readonly Body[] {
    return [text, html, ...attachments.map((attachment) => attachment.content)].filter((body) => body !== undefined);
}

type Body = string | ArrayBuffer | Uint8Array;

function bytesOf(body: Body): Buffer {
    return typeof body === "string" ? Buffer.from(body) : Buffer.from(body instanceof Uint8Array ? body : new Uint8Array(body));
}

/** Twice what Azure takes, in characters; the parser's time grows faster than the document. */
const largestDocument = 1 << 17;

/**
 * The texts in a cloud-config or JSON document, and the commands that are written as lists in it. None for anything else, for
 * larger ones, and for what the parser gives up on: that is judged as it stands.
 */
export function pieces(text: string): readonly Piece[] {
    if (text.length > largestDocument || !/^\s*(?:#cloud-config|## ?template:|---|[{[])/.test(text)) {
        return [];
    }
    const lines = new LineCounter();
    const found: Piece[] = [];
    try {
        for (const document of parseAllDocuments(text, {
            lineCounter: lines,
            prettyErrors: false,
            logLevel: "silent",
            strict: false,
            uniqueKeys: false,
        })) {
            visit(document as Document, {
                Scalar: (key, node, path) => {
                    if (typeof node.value === "string") {
                        // A key is no value of itself.
                        found.push({ text: node.value, line: lineOf(node, lines), names: key === "key" ? [] : names(path) });
                    }
                },
                Seq: (_, node, path) => {
                    const words = node.items.map((item) => (isScalar(item) ? String(item.value) : ""));
                    found.push({ text: words.join(" "), line: lineOf(node, lines), names: names(path) });
                },
            });
        }
    } catch (error) {
        if (!(error instanceof RangeError)) {
            throw error;
        }
        // Deeper than the parser's stack; what has been found until then counts.
    }
    return found;
}

function lineOf(node: Node, lines: LineCounter): number {
    return lines.linePos(node.range?.[0] ?? 0).line;
}

type Ancestors = readonly unknown[];

function names(path: Ancestors): readonly string[] {
    return path.flatMap((ancestor, at) => (isPair(ancestor) ? [nameOf(ancestor, path[at - 1])] : []));
}

/** The key; in a map of `name` and `value` the name. */
function nameOf(pair: Pair, map: unknown): string {
    const key = isScalar(pair.key) ? String(pair.key.value) : "";
    return key === "value" && isMap(map) ? (named(map) ?? key) : key;
}

function named(map: YAMLMap): string | undefined {
    const name = map.get("name") ?? map.get("key");
    return typeof name === "string" ? name : undefined;
}
