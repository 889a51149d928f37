import { ops04 } from "../../src/rules/ops-04-protect";
import { Suite } from "../support/cases";
import { declare, options } from "../support/plans";

const off = "the option protect is off; it must be on";
const kept = { protect: true };
const unprotected = options({ protect: false });
const option = "an option of a resource has no parent and is never unknown";

export const suite: Suite = {
    rule: ops04,
    sound: [
        declare("storage:StorageAccount", "account", {}, {}, kept),
        declare("storage:FileShare", "share", {}, {}, kept),
        declare("keyvault:Vault", "vault", {}, {}, kept),
        declare("machinelearningservices:Workspace", "workspace", {}, {}, kept),
        declare("compute:VirtualMachine", "machine"),
    ],
    cases: [
        { name: "protected", covers: "pass", reports: {} },
        {
            name: "not protected",
            covers: "fail",
            changes: { account: unprotected, share: unprotected, vault: unprotected, workspace: unprotected },
            reports: { account: [off], share: [off], vault: [off], workspace: [off] },
        },
        {
            name: "a vault without any option",
            covers: "absent",
            adds: [declare("keyvault:Vault", "other")],
            reports: { other: [off] },
        },
    ],
    lacks: { "parent absent": option, unknown: option },
};
