import { inspect } from "node:util";

/** What node's test runner tells a reporter: https://nodejs.org/docs/latest-v20.x/api/test.html#class-testsstream */
interface Event {
    readonly type: string;
    readonly data: {
        readonly name?: string;
        readonly file?: string;
        readonly message?: string;
        readonly details?: {
            readonly type?: string;
            readonly error?: { readonly cause?: unknown; readonly failureType?: string };
        };
    };
}

/** Tells only what failed, then the counts, so that a build's log stays readable. */
async function* reporter(events: AsyncIterable<Event>): AsyncGenerator<string> {
    for await (const { type, data } of events) {
        const error = data.details?.error;
        if (type === "test:fail" && error?.failureType !== "subtestsFailed") {
            yield `FAILED ${data.name}\n  in ${data.file}\n${indented(shown(error?.cause ?? error))}\n\n`;
        } else if (type === "test:stderr") {
            yield data.message ?? "";
        } else if (type === "test:diagnostic" && /^(tests|pass|fail|cancelled|skipped) /.test(data.message ?? "")) {
            yield `policy pack: ${data.message}\n`;
        }
    }
}

/** An assertion's text has the difference in it; its fields would tell both sides once more. */
function shown(cause: unknown): string {
    return (cause instanceof Error && cause.stack) || inspect(cause);
}

function indented(text: string): string {
    return text.replace(/^/gm, "  ");
}

export = reporter;
