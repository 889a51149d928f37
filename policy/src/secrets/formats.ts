/** A kind of secret that its own form gives away. */
export interface Format {
    /** As it stands in a message: `userData holds <kind>`. */
    readonly kind: string;
    readonly patterns: readonly RegExp[];
}

/**
 * Forms that their issuers document. Every pattern is linear: a run of unlimited length has a fixed beginning, and all other
 * repetition is bounded.
 */
export const formats: readonly Format[] = [
    {
        kind: "a private key",
        patterns: [
            // The first line alone is what scripts look for; with a body it is a key.
            /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:\s|\\[nrt]){1,40}[A-Za-z0-9+/]{4}/,
            /PuTTY-User-Key-File-[0-9]:/,
            /AGE-SECRET-KEY-1[A-Z0-9]{20}/,
        ],
    },
    {
        // https://learn.microsoft.com/azure/storage/common/storage-sas-overview
        kind: "a shared access signature",
        patterns: [/(?<![A-Za-z0-9_])sig=[A-Za-z0-9%+/_-]{20}/i],
    },
    {
        kind: "a connection string",
        patterns: [
            /(?<![A-Za-z0-9])(?:AccountKey|SharedAccessKey|SharedSecretKey|SharedAccessSignature)[ \t]{0,3}=[ \t]{0,3}[^\s;"'$<{*]{8}/i,
            /;[ \t]{0,3}(?:Password|Pwd)[ \t]{0,3}=[ \t]{0,3}[^\s;"'$<{*]{4}/i,
        ],
    },
    {
        kind: "a JSON web token",
        patterns: [/(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*/],
    },
    {
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
        kind: "an AWS access key",
        patterns: [
            /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])/,
            /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/,
        ],
    },
    {
        kind: "a Google Cloud key",
        patterns: [
            /(?<![A-Za-z0-9_-])AIza[A-Za-z0-9_-]{35}/,
            /GOCSPX-[A-Za-z0-9_-]{20}/,
            /(?<![A-Za-z0-9])ya29\.[A-Za-z0-9_-]{20}/,
        ],
    },
    {
        kind: "an Azure client secret",
        patterns: [/[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31}/],
    },
    {
        // Keys that carry their service's mark: https://learn.microsoft.com/purview/sit-defn-azure-storage-account-key
        kind: "an Azure service key",
        patterns: [
            /(?<![A-Za-z0-9+/])[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{26}(?![A-Za-z0-9+/])/,
            /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{42}\+ACR[A-Za-z0-9]{6}(?![A-Za-z0-9+/])/,
            /(?<![A-Za-z0-9+/])[A-Za-z0-9]{42}AzS[Ee][A-Za-z0-9]{6}(?![A-Za-z0-9+/])/,
            /(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{44}AzFu[A-Za-z0-9_-]{6}/,
        ],
    },
    {
        kind: "a repository host's token",
        patterns: [
            /(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{36}/,
            /(?<![A-Za-z0-9])github_pat_[A-Za-z0-9_]{22}/,
            /(?<![A-Za-z0-9])gl(?:pat|dt|rt|cbt|ptt|ft|imt|soat|agent)-[A-Za-z0-9_-]{20}/,
            /(?<![A-Za-z0-9])ATBB[A-Za-z0-9]{24}/,
            /(?<![A-Za-z0-9])ATCTT3xFf[A-Za-z0-9_=-]{20}/,
        ],
    },
    {
        kind: "a service's token",
        patterns: [
            /(?<![A-Za-z0-9])hf_[A-Za-z0-9]{30}/,
            /(?<![A-Za-z0-9])sk-[A-Za-z0-9_-]{32}/,
            /(?<![A-Za-z0-9])[rs]k_(?:live|test)_[A-Za-z0-9]{20}/,
            /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}/,
            /(?<![A-Za-z0-9])pypi-AgE[A-Za-z0-9_-]{20}/,
            /(?<![A-Za-z0-9])dapi[0-9a-f]{32}/,
            /(?<![A-Za-z0-9])dckr_pat_[A-Za-z0-9_-]{20}/,
            /(?<![A-Za-z0-9])hv[sb]\.[A-Za-z0-9_-]{24}/,
            /(?<![A-Za-z0-9])pul-[0-9a-f]{40}/,
            /(?<![A-Za-z0-9])xox[abeprs]-[A-Za-z0-9-]{10}/,
            /hooks\.slack\.com\/services\/T[A-Z0-9]{6,12}\/B[A-Z0-9]{6,12}\/[A-Za-z0-9]{16}/,
        ],
    },
    {
        kind: "an address with a password in it",
        patterns: [
            // Not a variable, a placeholder, or an image's tag and digest.
            /(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{0,30}:\/\/[^\s/:@"'<>]{0,128}:(?![$<{%*])[^\s/@"'<>]{1,256}@(?!sha\d|\*\*)/,
            /(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{0,30}:\/\/[A-Za-z0-9_-]{20,128}@/,
        ],
    },
    {
        kind: "an authorization header",
        patterns: [/(?<![A-Za-z0-9])(?:Bearer|Basic)[ \t]{1,3}(?=[A-Za-z0-9._~+/-]{0,64}[0-9+/=])[A-Za-z0-9._~+/-]{12}/],
    },
];
