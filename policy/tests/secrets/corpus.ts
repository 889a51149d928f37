import { generateKeyPairSync } from "node:crypto";
import { gzipSync } from "node:zlib";
import { alphanumeric, digits, hex, letters, Random, small } from "../support/random";

/** A text in boot data and what makes it one that may be there or may not. */
export interface Sample {
    readonly name: string;
    readonly text: string;
}

/** A secret and the kind that must be told of it. */
export interface Secret extends Sample {
    readonly kind: string;
}

const named = "a value with the name of a secret";

/** Secrets of every kind, each in the line of a script or file in which people leave it. All values come from the seed. */
export function secrets(seed: number): readonly Secret[] {
    const random = new Random(seed);
    const key = (length: number) => random.bytes(length).toString("base64");
    const word = (length: number) => random.text(length, alphanumeric);
    const account = random.text(10, small);
    const json = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    return [
        {
            name: "storage account key",
            kind: "a storage account key",
            text: `az storage blob list --account-name ${account} --account-key ${key(64)}`,
        },
        { name: "bare storage account key", kind: "a storage account key", text: key(64) },
        {
            name: "shared access signature",
            kind: "a shared access signature",
            text: `curl "https://${account}.blob.core.windows.net/c/f?sv=2022-11-02&sr=b&se=2027-01-01&sig=${encodeURIComponent(key(32))}"`,
        },
        {
            name: "storage connection string",
            kind: "a connection string",
            text: `DefaultEndpointsProtocol=https;AccountName=${account};AccountKey=${key(64)};EndpointSuffix=core.windows.net`,
        },
        {
            name: "bus connection string",
            kind: "a connection string",
            text: `Endpoint=sb://${account}.servicebus.windows.net/;SharedAccessKeyName=send;SharedAccessKey=${key(32)}`,
        },
        {
            name: "database connection string",
            kind: "a connection string",
            text: `Server=tcp:${account},1433;User ID=app;Password=${word(14)};Encrypt=True`,
        },
        { name: "private key", kind: "a private key", text: pem("PRIVATE KEY", random) },
        { name: "OpenSSH private key", kind: "a private key", text: pem("OPENSSH PRIVATE KEY", random) },
        {
            name: "web token",
            kind: "a JSON web token",
            text: `export ID=${json({ alg: "RS256", kid: word(8) })}.${json({ sub: word(12), aud: account })}.${random.bytes(64).toString("base64url")}`,
        },
        {
            name: "AWS access key",
            kind: "an AWS access key",
            text: `aws_access_key_id = AKIA${random.text(16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")}`,
        },
        { name: "AWS secret key", kind: named, text: `aws_secret_access_key = ${key(30)}` },
        {
            name: "Google key",
            kind: "a Google Cloud key",
            text: `curl "https://maps.googleapis.com/maps/api?key=AIza${random.text(35, alphanumeric)}"`,
        },
        {
            name: "Azure client secret",
            kind: "an Azure client secret",
            text: `az login -u app -p ${word(3)}8Q~${random.text(34, alphanumeric)} --tenant t`,
        },
        { name: "GitHub token", kind: "a repository host's token", text: `git config http.extraheader "x: ghp_${word(36)}"` },
        {
            name: "GitLab token",
            kind: "a repository host's token",
            text: `curl -H "PRIVATE: glpat-${word(20)}" https://gitlab.example.com/api`,
        },
        { name: "Azure DevOps token", kind: "an Azure service key", text: `echo ${word(52)}JQQJ99${word(26)} | az devops login` },
        {
            name: "model hub's token",
            kind: "a service's token",
            text: `huggingface-cli login --token hf_${random.text(34, letters)}`,
        },
        {
            name: "address with a password",
            kind: "an address with a password in it",
            text: `pip install --index-url https://build:${word(12)}@pypi.example.com/simple x`,
        },
        {
            name: "repository address with a token",
            kind: "an address with a password in it",
            text: `git clone https://${random.text(40, hex)}@git.example.com/team/repo.git`,
        },
        {
            name: "database address",
            kind: "an address with a password in it",
            text: `DATABASE=postgresql+psycopg2://app:${word(9)}@db.example.com:5432/app`,
        },
        { name: "password in the environment", kind: named, text: `export DB_PASSWORD=${word(10)}` },
        { name: "password of words", kind: named, text: `MYSQL_ROOT_PASSWORD=${random.text(12, small)}` },
        { name: "password in JSON", kind: named, text: JSON.stringify({ user: "app", password: `${word(6)} ${word(5)}!` }) },
        { name: "password with a mark in front", kind: named, text: `ADMIN_PASSWORD=!${word(9)}` },
        { name: "client secret", kind: named, text: `client_secret: "${word(32)}"` },
        { name: "GUID as a client secret", kind: named, text: `client-secret: ${guid(random)}` },
        { name: "secret in camel case", kind: named, text: `  "clientSecret": "${word(20)}",` },
        { name: "secret in hexadecimal", kind: named, text: `cookie_secret = "${random.text(32, hex)}"` },
        { name: "password as an option", kind: named, text: `smbclient --password=${word(11)} //${account}/share` },
        { name: "password as a word", kind: named, text: `az login --username app --password ${word(11)}` },
        { name: "password of an account", kind: named, text: `echo "root:${word(9)}" | chpasswd` },
        { name: "password for sshpass", kind: named, text: `sshpass -p ${word(8)} ssh box` },
        { name: "password for curl", kind: named, text: `curl -s -u deploy:${word(12)} https://repo.example.com/x` },
        { name: "password in a network file", kind: named, text: `machine git.example.com login app password ${word(12)}` },
        { name: "password in XML", kind: named, text: `<server><username>u</username><password>${word(9)}</password></server>` },
        {
            name: "authorization header",
            kind: "an authorization header",
            text: `curl -H "Authorization: Bearer ${word(28)}7" https://api.example.com`,
        },
        { name: "password for mount", kind: named, text: `mount -t cifs //x/y /mnt -o username=${account},password=${key(64)}` },
        { name: "random value", kind: "a random value that looks like a key", text: `/usr/bin/register ${word(40)}` },
        { name: "random value in base64", kind: "a random value that looks like a key", text: `register ${key(32)}` },
        {
            name: "random value of small letters",
            kind: "a random value that looks like a key",
            text: `register ${random.text(52, small + digits)}`,
        },
    ];
}

/** What is in the boot data of many machines and is no secret. */
export function harmless(seed: number): readonly Sample[] {
    const random = new Random(seed);
    const digest = (length: number) => random.text(length, hex);
    const account = random.text(10, small);
    const id = `/subscriptions/${guid(random)}/resourceGroups/rg-${account}/providers`;
    const { publicKey } = generateKeyPairSync("ed25519");
    const spki = publicKey.export({ format: "pem", type: "spki" }).toString();
    const ssh = Buffer.concat([
        Buffer.from([0, 0, 0, 11]),
        Buffer.from("ssh-ed25519"),
        Buffer.from([0, 0, 0, 32]),
        random.bytes(32),
    ]);
    const rsa = Buffer.concat([
        Buffer.from([0, 0, 0, 7]),
        Buffer.from("ssh-rsa"),
        Buffer.from([0, 0, 0, 3, 1, 0, 1]),
        random.bytes(257),
    ]);
    return [
        { name: "GUID", text: `tenant: ${guid(random)}` },
        { name: "client id", text: JSON.stringify({ clientId: guid(random), subscriptionId: guid(random) }) },
        { name: "MD5", text: `echo "${digest(32)}  file" | md5sum -c` },
        { name: "commit", text: `git checkout ${digest(40)}` },
        { name: "SHA-256", text: `${digest(64)}  miniforge.sh` },
        { name: "SHA-512", text: `sha512sum: ${digest(128)}` },
        { name: "image digest", text: `docker pull mcr.microsoft.com/azureml/base@sha256:${digest(64)}` },
        { name: "tag and digest", text: `image: docker://ubuntu:22.04@sha256:${digest(64)}` },
        { name: "pip hash", text: `numpy==1.26.4 --hash=sha256:${digest(64)}` },
        { name: "integrity", text: `"integrity": "sha512-${random.bytes(64).toString("base64")}",` },
        { name: "integrity of 256 bits", text: `integrity="sha256-${random.bytes(32).toString("base64")}"` },
        { name: "Go sum", text: `github.com/x/y v1.2.3 h1:${random.bytes(32).toString("base64")}` },
        { name: "host's fingerprint", text: `SHA256:${random.bytes(32).toString("base64").replace("=", "")} host` },
        { name: "checksum in base64", text: `checksum: ${random.bytes(32).toString("base64")}` },
        { name: "certificate", text: pem("CERTIFICATE", random) },
        { name: "certificates", text: `${pem("CERTIFICATE", random)}\n${pem("CERTIFICATE", random)}` },
        { name: "public key", text: spki },
        {
            name: "PGP public key",
            text: `-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n${lines(random, 400)}\n=abcd\n-----END PGP PUBLIC KEY BLOCK-----`,
        },
        { name: "Ed25519 key of a user", text: `ssh_authorized_keys: ["ssh-ed25519 ${ssh.toString("base64")} ada@example.com"]` },
        { name: "RSA key of a user", text: `ssh-rsa ${rsa.toString("base64")} ada@example.com` },
        { name: "public key in DER", text: publicKey.export({ format: "der", type: "spki" }).toString("base64") },
        { name: "public key by name", text: `PublicKey = ${random.bytes(32).toString("base64")}` },
        {
            name: "vault reference",
            text: `DB_PASSWORD=@Microsoft.KeyVault(SecretUri=https://kv-${account}.vault.azure.net/secrets/db/${digest(32)})`,
        },
        { name: "vault address", text: `password: https://kv-${account}.vault.azure.net/secrets/db/${digest(32)}` },
        { name: "name of a secret", text: `secret_name: ${account}-db-password` },
        {
            name: "secret by name",
            text: `az keyvault secret show --vault-name kv-${account} --name db-password --query value -o tsv`,
        },
        { name: "value at run time", text: `DB_PASSWORD=$(az keyvault secret show --id "$ID" --query value -o tsv)` },
        { name: "variable", text: 'export PASSWORD="${DB_PASSWORD}"; mysql --password=$DB_PASSWORD' },
        { name: "template", text: `{% if a %}\npassword: {{ vault_password }}\n{% endif %}` },
        { name: "file of a password", text: `password_file: /run/secrets/${account}\nPASSWORD_FILE=/etc/${account}/pw` },
        {
            name: "token of the metadata service",
            text: `token=$(curl -H Metadata:true "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fvault.azure.net")`,
        },
        {
            name: "resource id",
            text: `workspace=${id}/Microsoft.MachineLearningServices/workspaces/${random.text(24, alphanumeric)}`,
        },
        {
            name: "blob address",
            text: `curl -LO https://${account}.blob.core.windows.net/images/${random.text(24, alphanumeric)}.tar.gz`,
        },
        { name: "address with a port", text: `proxy: http://proxy.example.com:3128/path@x\nssh: ssh://git@example.com:22/x.git` },
        {
            name: "no passwords",
            text: "ssh_pwauth: false\nPasswordAuthentication no\nlock_passwd: true\nPermitEmptyPasswords no",
        },
        {
            name: "hash of a password",
            text: `passwd: $6$rounds=4096$${random.text(16, alphanumeric)}$${random.text(86, alphanumeric)}`,
        },
        { name: "size and family", text: "Standard_NC24ads_A100_v4 StandardNVADSA10v5Family Standard_ND96amsr_A100_v4" },
        {
            name: "package names",
            text: "apt-get install -y linux-modules-nvidia-535-server-azure libnvidia-container1=1.17.4-1 python3-pip",
        },
        {
            name: "installer",
            text: "bash Miniforge3-Linux-x86_64.sh -b -p /opt/conda && conda install -y cuda-toolkit-12-4 pytorch2",
        },
        { name: "searching for keys", text: `if grep -q -- "-----BEGIN RSA PRIVATE KEY-----" "$f"; then rm "$f"; fi` },
        {
            name: "prose",
            text: "# The password: never in here, it is in the vault. A token is fetched at boot; secrets stay there.",
        },
        {
            name: "code",
            text: `password = getpass.getpass()\ntoken = response["token"]\nsecret = client.get_secret(name).value\npw = args.password`,
        },
        { name: "placeholder", text: "password: <your password>\nTOKEN=xxxxxxxx\napi_key: '********'" },
        {
            name: "settings of a password",
            text: "password_min_length: 14\nPASS_MAX_DAYS 90\npassword_policy: strong-policy\ntoken_endpoint: https://login.example.com/x",
        },
        {
            name: "environment of CUDA",
            text: "LD_LIBRARY_PATH=/usr/local/cuda-12.4/targets/x86_64-linux/lib:/usr/lib/x86_64-linux-gnu",
        },
        {
            name: "random names with a resource",
            text: `st${random.text(12, small + digits)} vm-${account}-${random.text(6, hex)} nic-${random.text(8, hex)}`,
        },
    ];
}

/** The ways in which a text gets into boot data. */
export const encodings: Readonly<Record<string, (text: string) => string>> = {
    plain: (text) => `#!/bin/sh\n${text}\n`,
    base64: (text) => base64(`#!/bin/sh\n${text}\n`),
    "gzip in base64": (text) => gzipSync(`#!/bin/sh\n${text}\n`).toString("base64"),
    "MIME multipart": (text) => base64(multipart(`#!/bin/sh\n${text}\n`, false)),
    "MIME multipart, parts in base64": (text) => base64(multipart(`#!/bin/sh\n${text}\n`, true)),
    "write_files in base64": (text) => base64(cloudConfig("b64", base64(`${text}\n`))),
    "write_files, zipped": (text) => base64(cloudConfig("gz+b64", gzipSync(`${text}\n`).toString("base64"))),
    "write_files in plain sight": (text) => base64(cloudConfig("text/plain", `|\n      ${text.replaceAll("\n", "\n      ")}`)),
    "base64 in a script": (text) => `#!/bin/bash\nbase64 -d <<EOF >/etc/x\n${wrapped(base64(text))}\nEOF\n`,
    "all of them": (text) =>
        gzipSync(multipart(cloudConfig("gz+b64", gzipSync(base64(text)).toString("base64")), true)).toString("base64"),
};

function base64(text: string): string {
    return Buffer.from(text).toString("base64");
}

function wrapped(text: string): string {
    return text.match(/.{1,76}/g)?.join("\n") ?? "";
}

function cloudConfig(encoding: string, content: string): string {
    return `#cloud-config\nwrite_files:\n  - path: /etc/x\n    encoding: ${encoding}\n    content: ${content}\nruncmd:\n  - [systemctl, start, x]\n`;
}

function multipart(script: string, encode: boolean): string {
    return [
        "Content-Type: multipart/mixed; boundary=====part",
        "MIME-Version: 1.0",
        "",
        "--====part",
        'Content-Type: text/cloud-config; charset="utf-8"',
        "",
        "#cloud-config\npackages: [nginx]",
        "--====part",
        'Content-Type: text/x-shellscript; charset="utf-8"',
        `Content-Transfer-Encoding: ${encode ? "base64" : "7bit"}`,
        "",
        encode ? wrapped(base64(script)) : script,
        "--====part--",
        "",
    ].join("\n");
}

function lines(random: Random, length: number): string {
    return (
        random
            .bytes(length)
            .toString("base64")
            .match(/.{1,64}/g)
            ?.join("\n") ?? ""
    );
}

function pem(type: string, random: Random): string {
    return `-----BEGIN ${type}-----\n${lines(random, 600)}\n-----END ${type}-----`;
}

function guid(random: Random): string {
    return [8, 4, 4, 4, 12].map((length) => random.text(length, hex)).join("-");
}
