import { Rule } from "../rule";
import { vms01 } from "./vms-01-keys-only";
import { vms02 } from "./vms-02-encryption-at-host";
import { vms03 } from "./vms-03-trusted-launch";
import { vms04Age, vms04Dated } from "./vms-04-image";
import { vms05 } from "./vms-05-no-secret-in-boot-data";
import { vms06 } from "./vms-06-allowed-extensions";
import { vms07 } from "./vms-07-declared-identities";
import { vms08 } from "./vms-08-no-legacy-agent";
import { vms09 } from "./vms-09-managed-private-disks";
import { vms10 } from "./vms-10-allowed-sizes";
import { vms11 } from "./vms-11-repairs";
import { vms12 } from "./vms-12-pinned-image";

/** VMS: virtual machines and the scale sets that hold them. */
export const machinesRules: readonly Rule[] = [
    vms01,
    vms02,
    vms03,
    vms04Dated,
    vms04Age,
    vms05,
    vms06,
    vms07,
    vms08,
    vms09,
    vms10,
    vms11,
    vms12,
];
