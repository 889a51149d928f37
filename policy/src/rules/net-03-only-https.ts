import { Position } from "../network/attachments";
import { unlessBastion } from "../network/bastion";
import { fromInternet, nothing, passages } from "../network/exposure";
import { guardTypes, judgePositions } from "../network/guards";
import { https, otherPorts } from "../network/judged-ports";
import { everyPort } from "../network/ports";
import { hasPorts, protocols } from "../network/traffic";
import { onlyNarrow, Width, widthOf, widthParameters } from "../network/width";
import { planRule } from "../rule";
import { all, Verdict } from "../verdict";

export const net03 = planRule({
    id: "NET-03",
    slug: "only-https",
    title: "Only HTTPS faces the Internet, and not all of it",
    why: "Whatever else listens on a machine was not made to be reached by everyone, and sign-in pages are attacked, too.",
    remediation: "Allow port 443 alone, from the ranges your people come from.",
    severity: "critical",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
    references: {
        azurePolicy: ["9daedab3-fb2d-461e-b861-71790eead4f6", "f6de0be7-9a8a-4b8a-b349-43cf02d22f7c"],
        mcsb: ["NS-1"],
        cis: [],
        checkov: ["CKV_AZURE_160"],
        trivy: ["AZU-0047"],
        psRule: ["AZR-000137"],
        kics: [],
    },
    parameters: widthParameters(16, 32),
    subjects: guardTypes,
    judge: (guard, plan, { settings }) =>
        all(
            judgePositions(guard, plan, othersClosed),
            unlessBastion(guard, plan, () => judgePositions(guard, plan, (position) => narrowHttps(position, widthOf(settings)))),
        ),
});

/** SSH, RDP and the ports of services are the subjects of NET-01, NET-02 and NET-04. */
function othersClosed(position: Position): Verdict {
    return all(
        ...protocols.map((protocol) =>
            nothing(
                position,
                fromInternet([protocol], hasPorts(protocol) ? otherPorts(protocol) : everyPort),
                "only port 443 may face the Internet",
            ),
        ),
    );
}

function narrowHttps(position: Position, width: Width): Verdict {
    const found = passages(position, fromInternet(["Tcp", "Udp"], https));
    return all(...found.map((passage) => onlyNarrow(passage, width, "HTTPS")));
}
