import { mayOnlyBe, must } from "../conditions";
import { Plan } from "../plan/plan";
import { Property } from "../plan/property";
import { Resource } from "../plan/resource";
import { planRule } from "../rule";
import { fileService, fileShare, holdsFiles, serviceMust, storageAccount } from "../storage/accounts";
import { all, pass, some, Verdict } from "../verdict";

export const sto10 = planRule({
    id: "STO-10",
    slug: "share-protocols",
    title: "File shares speak only strong SMB, or NFS without a remote root",
    why: "Older SMB can be read and altered on the way; without root squash, root of any machine is root on the share.",
    remediation: "Set protocolSettings.smb to SMB3.1.1, AES-256-GCM and AES-256, and rootSquash of NFS shares to RootSquash.",
    severity: "high",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/storage/files/files-smb-protocol#smb-security-settings",
    references: {
        azurePolicy: ["ddcf4b94-9dfa-4a80-aca6-22bb654fde72"],
        mcsb: [],
        cis: [],
        checkov: [],
        trivy: [],
        psRule: [],
        kics: [],
    },
    subjects: [storageAccount, fileService, fileShare],
    judge: (resource, plan) => {
        if (storageAccount.matches(resource.type)) {
            return setsProtocols(resource, plan);
        }
        return fileService.matches(resource.type) ? speaksStrongSmb(resource) : squashesRoot(resource);
    },
});

/** An account without these settings speaks every version of SMB that Azure knows. */
function setsProtocols(account: Resource, plan: Plan): Verdict {
    return holdsFiles(account, plan)
        ? serviceMust(account, plan, fileService, "no FileServiceProperties says which SMB its file shares speak", () => pass)
        : pass;
}

function speaksStrongSmb(service: Resource): Verdict {
    const smb = service.at("protocolSettings.smb");
    return all(
        mustListOnly(smb.at("versions"), "SMB3.1.1"),
        mustListOnly(smb.at("channelEncryption"), "AES-256-GCM"),
        mustListOnly(smb.at("kerberosTicketEncryption"), "AES-256"),
    );
}

/** Azure separates the items with semicolons and ends with one. */
function mustListOnly(list: Property, wanted: string): Verdict {
    return must(list, `${wanted} alone`, (value) => {
        const items = typeof value === "string" ? value.split(";").map((item) => item.trim()) : [];
        const named = items.filter((item) => item !== "");
        return named.length > 0 && named.every((item) => item.toLowerCase() === wanted.toLowerCase());
    });
}

function squashesRoot(share: Resource): Verdict {
    const [protocol, squash] = [share.at("enabledProtocols"), share.at("rootSquash")];
    return some(
        [
            // SMB is Azure's default: https://learn.microsoft.com/rest/api/storagerp/file-shares/create
            mayOnlyBe(protocol, "SMB"),
            must(squash, "RootSquash or AllSquash", (value) => /^(Root|All)Squash$/i.test(String(value))),
        ],
        `${squash.path} is ${squash.shown} and ${protocol.path} is ${protocol.shown}; root must be squashed`,
    );
}
