import { assignedSecrets, holdsUsersPasswords, isSecretPair } from "./assignments";
import { mimeParts, Piece, pieces } from "./documents";
import { Content, contentOf, fromBase64, gunzip } from "./encodings";
import { looksRandom } from "./entropy";
import { formats } from "./formats";
import { withoutIdentifiers, withoutPublicMaterial } from "./public";

/** A secret, or something that cannot be judged, in a payload. It never holds any text of the payload. */
export interface Found {
    /** Completes `userData holds ...`. */
    readonly kind: string;
    /** The layers down to it, outermost first, as `base64`, `gzip`, `part 2`, `line 7`. */
    readonly trail: readonly string[];
}

/** How often a secret may be wrapped before nobody can say any more that the payload holds none. */
const deepest = 12;

/** Characters or bytes of one layer. Azure takes 64 KiB of boot data: https://learn.microsoft.com/azure/virtual-machines/user-data */
const largestLayer = 1 << 20;

/** Characters of all layers together. */
const largestPayload = 1 << 23;

/** Every secret in a text and in what is encoded in it. */
export function secretsIn(payload: string): Promise<readonly Found[]> {
    return new Scan().text(payload, [], 0);
}

class Scan {
    private readonly seen = new Set<string>();
    private taken = 0;

    async text(text: string, trail: readonly string[], depth: number): Promise<readonly Found[]> {
        if (this.seen.has(text)) {
            return [];
        }
        this.seen.add(text);
        this.taken += text.length;
        if (text.length > largestLayer || this.taken > largestPayload) {
            return [{ kind: "more data than can be judged", trail }];
        }
        if (depth > deepest) {
            return [{ kind: "data in more layers of encoding than can be judged", trail }];
        }
        const whole = decoded(text);
        return whole === undefined ? this.judged(text, trail, depth) : this.bytes(whole, [...trail, "base64"], depth + 1);
    }

    /** A text that is not an encoding as a whole: what is in it first, then itself without telling the same twice. */
    private async judged(text: string, trail: readonly string[], depth: number): Promise<readonly Found[]> {
        const known = withoutPublicMaterial(text);
        const [encoded, plain] = partition(runs(withoutIdentifiers(known)));
        const inner = [
            ...(await this.parts(text, trail, depth)),
            ...(await this.document(text, trail, depth)),
            ...(await this.runs(encoded, trail, depth)),
        ];
        const own = [...formatted(known, trail), ...assigned(known, trail), ...random(plain, trail)];
        const told = new Set(inner.map((found) => found.kind));
        return [...inner, ...own.filter((found) => !told.has(found.kind))];
    }

    private async bytes(bytes: Buffer, trail: readonly string[], depth: number): Promise<readonly Found[]> {
        const content = contentOf(bytes);
        switch (content.kind) {
            case "text":
                return this.text(content.text, trail, depth);
            case "gzip":
                return this.unpacked(bytes, [...trail, "gzip"], depth + 1);
            case "archive":
                return [{ kind: "an archive that cannot be looked into", trail }];
            case "private key":
                return [{ kind: "a private key", trail }];
            case "binary":
                return formatted(bytes.toString("latin1").slice(0, largestLayer), trail);
        }
    }

    private async unpacked(bytes: Buffer, trail: readonly string[], depth: number): Promise<readonly Found[]> {
        const inside = gunzip(bytes, largestLayer);
        switch (inside) {
            case "too large":
                return [{ kind: "more data than can be judged", trail }];
            case "broken":
                return [{ kind: "gzip that cannot be unpacked", trail }];
            default:
                return this.bytes(inside, trail, depth);
        }
    }

    private async parts(text: string, trail: readonly string[], depth: number): Promise<readonly Found[]> {
        const parts = await mimeParts(text);
        return parts === undefined
            ? [{ kind: "a MIME message that cannot be read", trail }]
            : inTurn(parts, (part, at) => this.bytes(part, [...trail, `part ${at + 1}`], depth + 1));
    }

    private document(text: string, trail: readonly string[], depth: number): Promise<readonly Found[]> {
        return inTurn(pieces(text), async (piece) => [
            ...pair(piece, trail),
            ...(await this.text(piece.text, [...trail, `line ${piece.line}`], depth + 1)),
        ]);
    }

    private runs(encoded: readonly Run[], trail: readonly string[], depth: number): Promise<readonly Found[]> {
        return inTurn(encoded, (run) => this.bytes(run.bytes as Buffer, [...trail, `line ${run.line}`, "base64"], depth + 1));
    }
}

/** A run of base64's characters in a text; wrapped lines are one run. */
interface Run {
    readonly text: string;
    readonly line: number;
    /** What it encodes; undefined when that is nothing known. */
    readonly bytes: Buffer | undefined;
}

function runs(text: string): readonly Run[] {
    const found: Run[] = [];
    const lines = text.split("\n");
    for (let at = 0; at < lines.length;) {
        const wrapped = wrappedAt(lines, at);
        const texts =
            wrapped > 1 ? [lines.slice(at, at + wrapped).join("")] : (lines[at].match(/[A-Za-z0-9+/_-]{16,}={0,2}/g) ?? []);
        const line = at + 1;
        found.push(...texts.map((run) => run.replace(/\s+/g, "")).map((run) => ({ text: run, line, bytes: decoded(run) })));
        at += wrapped;
    }
    return found;
}

/** How many lines from here are one encoding that was wrapped: all as long as the first, the last one at most as long. */
function wrappedAt(lines: readonly string[], from: number): number {
    const first = lines[from].trim();
    if (!/^[A-Za-z0-9+/_-]{32,}$/.test(first)) {
        return 1;
    }
    let at = from + 1;
    while (at < lines.length && lines[at].trim().length === first.length && /^[A-Za-z0-9+/_-]+={0,2}$/.test(lines[at].trim())) {
        at++;
    }
    const last = lines[at]?.trim() ?? "";
    const isLast = last.length < first.length && /^[A-Za-z0-9+/_-]+={0,2}$/.test(last);
    return at - from + (isLast ? 1 : 0);
}

function decoded(text: string): Buffer | undefined {
    const bytes = fromBase64(text);
    return bytes !== undefined && isTelling(contentOf(bytes)) ? bytes : undefined;
}

/** Random bytes are no content, so their base64 is not an encoding but a value. */
function isTelling(content: Content): boolean {
    return content.kind !== "binary";
}

function partition(all: readonly Run[]): readonly [readonly Run[], readonly Run[]] {
    return [all.filter((run) => run.bytes !== undefined), all.filter((run) => run.bytes === undefined)];
}

function formatted(text: string, trail: readonly string[]): readonly Found[] {
    return formats.flatMap(({ kind, patterns }) => {
        const hits = patterns.map((pattern) => text.search(pattern)).filter((at) => at >= 0);
        return hits.length === 0 ? [] : [{ kind, trail: [...trail, `line ${lineAt(text, Math.min(...hits))}`] }];
    });
}

const assignedKind = "a value with the name of a secret";

function assigned(text: string, trail: readonly string[]): readonly Found[] {
    const lines = new Set(assignedSecrets(text).map((at) => lineAt(text, at)));
    return [...lines].map((line) => ({ kind: assignedKind, trail: [...trail, `line ${line}`] }));
}

function random(plain: readonly Run[], trail: readonly string[]): readonly Found[] {
    const lines = new Set(plain.filter((run) => looksRandom(run.text)).map((run) => run.line));
    return [...lines].map((line) => ({ kind: "a random value that looks like a key", trail: [...trail, `line ${line}`] }));
}

function pair({ names, text, line }: Piece, trail: readonly string[]): readonly Found[] {
    const name = names.at(-1) ?? "";
    const isSecret = isSecretPair(name, text) || (names.includes("chpasswd") && name === "list" && holdsUsersPasswords(text));
    return isSecret ? [{ kind: assignedKind, trail: [...trail, `line ${line}`] }] : [];
}

function lineAt(text: string, index: number): number {
    return text.slice(0, index).split("\n").length;
}

/** One after another: the scan counts what it has taken. */
async function inTurn<T>(
    items: readonly T[],
    judge: (item: T, at: number) => Promise<readonly Found[]>,
): Promise<readonly Found[]> {
    const found: Found[] = [];
    for (const [at, item] of items.entries()) {
        found.push(...(await judge(item, at)));
    }
    return found;
}
