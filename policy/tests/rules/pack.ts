import { Suite } from "../support/cases";
import { suite as pack02 } from "./pack-02";

export const packSuites: readonly Suite[] = [pack02];
