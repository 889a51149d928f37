import { minutes } from "./duration";

/** When a machine is idle too long, as its document says: an ISO 8601 duration of at most a day, or in so many words never. */
const never = "never";
const longestMinutes = 1440;

/**
 * What is wrong with a machine's `userData`, of which `idleAfter` says when the machine is idle too long; undefined when nothing is.
 *
 * @param userData JSON in base64, as Azure takes it: https://learn.microsoft.com/azure/virtual-machines/user-data
 */
export function idleProblem(userData: string): string | undefined {
    const document = parsed(Buffer.from(userData, "base64").toString("utf8"));
    if (typeof document !== "object" || document === null || Array.isArray(document)) {
        return "is no JSON object";
    }
    const idle = (document as Record<string, unknown>)["idleAfter"];
    if (idle === undefined) {
        return "has no idleAfter";
    }
    const length = typeof idle === "string" ? minutes(idle) : undefined;
    return idle === never || (length !== undefined && length <= longestMinutes)
        ? undefined
        : "has an idleAfter that is neither a duration of at most PT24H nor never";
}

function parsed(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch (notJson) {
        if (notJson instanceof SyntaxError) {
            return undefined;
        }
        throw notJson;
    }
}
