import { Rule } from "../rule";
import { net01 } from "./net-01-ssh";
import { net02 } from "./net-02-rdp";
import { net03 } from "./net-03-only-https";
import { net04 } from "./net-04-service-ports";
import { net05 } from "./net-05-order";
import { net06 } from "./net-06-lateral-movement";
import { net07 } from "./net-07-egress";
import { net08 } from "./net-08-subnet-security-group";
import { net09 } from "./net-09-explicit-outbound";
import { net10, net10Guarded } from "./net-10-public-address";
import { net11 } from "./net-11-ip-forwarding";
import { net12 } from "./net-12-flow-logs";

/** NET: what a network lets in and out. */
export const networkRules: readonly Rule[] = [
    net01,
    net02,
    net03,
    net04,
    net05,
    net06,
    net07,
    net08,
    net09,
    net10,
    net10Guarded,
    net11,
    net12,
];
