/** What a command printed and with which code it ends. */
export interface Outcome {
    readonly code: number;
    readonly out: string;
    readonly err: string;
}

/** How the command ends, as its usage says. */
export const codes = {
    /** Nothing mandatory is wrong. */
    sound: 0,
    /** Something mandatory is wrong, or could not be decided. */
    unsound: 1,
    /** Nothing could be judged. */
    unusable: 2,
} as const;
