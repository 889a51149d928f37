import { Rule } from "../rule";
import { sto01 } from "./sto-01-https-only";
import { sto02 } from "./sto-02-tls";
import { sto03 } from "./sto-03-no-anonymous-access";
import { sto04 } from "./sto-04-firewall";
import { sto05 } from "./sto-05-trusted-services";
import { sto06 } from "./sto-06-no-shared-key";
import { sto07 } from "./sto-07-keys-and-signatures-expire";
import { sto08 } from "./sto-08-soft-delete";
import { sto09 } from "./sto-09-no-side-doors";
import { sto10 } from "./sto-10-share-protocols";
import { sto11 } from "./sto-11-own-encryption";
import { sto12 } from "./sto-12-private-endpoints";
import { sto13 } from "./sto-13-access-logs";
import { sto14 } from "./sto-14-replication";

/** STO: storage accounts and the files in them. */
export const storageRules: readonly Rule[] = [
    sto01,
    sto02,
    sto03,
    sto04,
    sto05,
    sto06,
    sto07,
    sto08,
    sto09,
    sto10,
    sto11,
    sto12,
    sto13,
    sto14,
];
