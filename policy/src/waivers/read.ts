import { readFileSync } from "node:fs";
import * as path from "node:path";
import { Metadata } from "../rule";
import { parseWaivers, WaiverFile } from "./file";

/** The waivers beside the pack. A file that is not there waives nothing; one that cannot be read is a problem like any other. */
export function readWaivers(file: string, rules: readonly Metadata[]): WaiverFile {
    const name = path.basename(file);
    const { text, problems } = read(file, name);
    const parsed = parseWaivers(name, text, rules);
    return { waivers: parsed.waivers, problems: [...problems, ...parsed.problems] };
}

function read(file: string, name: string): { readonly text: string; readonly problems: readonly string[] } {
    try {
        return { text: readFileSync(file, "utf8"), problems: [] };
    } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        return { text: "", problems: code === "ENOENT" ? [] : [`${name} cannot be read: ${message}`] };
    }
}
