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

const tooLarge = "more data than can be judged";

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
        const beyond = this.beyondLimits(text.length, depth);
        if (beyond !== undefined) {
            return [{ kind: beyond, trail }];
        }
        const whole = decoded(text);
        return whole === undefined ? this.judged(text, trail, depth) : this.bytes(whole, [...trail, "base64"], depth + 1);
    }

    /** What is said of data that nobody can judge in reasonable time; undefined of any other. */
    private beyondLimits(size: number, depth: number): string | undefined {
        this.taken += size;
        if (size > largestLayer || this.taken > largestPayload) {
            return tooLarge;
        }
        return depth > deepest ? "data in more layers of encoding than can be judged" : undefined;
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
        const beyond = this.beyondLimits(bytes.length, depth);
        if (beyond !== undefined) {
            return [{ kind: beyond, trail }];
        }
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
            case "public key":
                return [];
            case "binary":
                return formatted(bytes.toString("latin1"), trail);
        }
    }

    private async unpacked(bytes: Buffer, trail: readonly string[], depth: number): Promise<readonly Found[]> {
        const inside = gunzip(bytes, largestLayer);
        switch (inside) {
            case "too large":
                return [{ kind: tooLarge, trail }];
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
        const texts = wrapped > 1 ? [joined(lines, at, wrapped)] : (lines[at].match(/[A-Za-z0-9+/_-]{16,}={0,2}/g) ?? []);
        found.push(...texts.map((run) => ({ text: run, line: at + 1, bytes: decoded(run) })));
        at += wrapped;
    }
    return found;
}

const shortestWrapped = 32;

/** How many lines from here are one encoding that was wrapped: all as long as the first, and a shorter one if it makes sense. */
function wrappedAt(lines: readonly string[], from: number): number {
    const length = lines[from].trim().length;
    if (length < shortestWrapped || !isBase64Line(lines[from])) {
        return 1;
    }
    let end = from + 1;
    while (end < lines.length && lines[end].trim().length === length && isBase64Line(lines[end])) {
        end++;
    }
    const goesOn = isBase64Line(lines[end] ?? "") && decoded(joined(lines, from, end + 1 - from)) !== undefined;
    return (goesOn ? end + 1 : end) - from;
}

function isBase64Line(line: string): boolean {
    return /^\s*[A-Za-z0-9+/_-]+={0,2}\s*$/.test(line);
}

function joined(lines: readonly string[], from: number, count: number): string {
    return lines
        .slice(from, from + count)
        .map((line) => line.trim())
        .join("");
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

/** Runs that encode nothing: keys of Azure's storage by their length, others by chance. */
function random(plain: readonly Run[], trail: readonly string[]): readonly Found[] {
    return plain.flatMap(({ text, line }) => {
        const kind = isStorageKey(text)
            ? "a storage account key"
            : looksRandom(text)
              ? "a random value that looks like a key"
              : undefined;
        return kind === undefined ? [] : [{ kind, trail: [...trail, `line ${line}`] }];
    });
}

/** 64 bytes: https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage */
function isStorageKey(run: string): boolean {
    return /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}==$/.test(run);
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
