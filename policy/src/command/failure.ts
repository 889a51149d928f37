/** Why nothing can be judged, in words for whoever called the command. */
export class CannotJudge extends Error {}
