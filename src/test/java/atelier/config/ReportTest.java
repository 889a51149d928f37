package atelier.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atelier.model.Problem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The whole text that a user reads. */
class ReportTest {
    private static final String PRIVATE_KEY =
            "-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0LXNlY3JldC1zZWNyZXQ=\n-----END OPENSSH PRIVATE KEY-----\n";

    @Test
    void namesAMisspeltKey() {
        assertReport(
                Configuration.dev().text("atelier:team.nmae", "vision"),
                "1 problem in the configuration; nothing was changed.",
                "",
                "atelier:team.nmae: 'vision' is not accepted.",
                "    Allowed: one of the keys name, costCenter, contacts, generation",
                "    Fix:     pulumi config rm --path 'atelier:team.nmae'");
    }

    @Test
    void putsEverySectionThatIsMissingIntoOneReport() {
        assertReport(
                Configuration.empty(),
                "8 problems in the configuration; nothing was changed.",
                "",
                "azure-native:location: is missing.",
                "    Allowed: an Azure region in its short form, such as westeurope",
                "    Fix:     pulumi config set --path 'azure-native:location' westeurope",
                "",
                "atelier:team: is missing.",
                "    Allowed: an object with name, costCenter, contacts and optionally generation",
                "    Fix:     pulumi config set --path 'atelier:team.name' vision &&",
                "             pulumi config set --path 'atelier:team.costCenter' CC-1042 &&",
                "             pulumi config set --path 'atelier:team.contacts[0]' ml-platform@example.com",
                "",
                "atelier:access: is missing.",
                "    Allowed: an object with tenantId, signInClientId and groups",
                "    Fix:     pulumi config set --path 'atelier:access.tenantId' 6f0d3c1e-52a4-4d0b-9d58-0a7d1f6f2b11 &&",
                "             pulumi config set --path 'atelier:access.signInClientId' 6f0d3c1e-52a4-4d0b-9d58-0a7d1f6f2b11 &&",
                "             pulumi config set --path 'atelier:access.groups.admins' 6f0d3c1e-52a4-4d0b-9d58-0a7d1f6f2b11",
                "",
                "atelier:network: is missing.",
                "    Allowed: an object with addressSpace, exposure, allowedSources (public) or peering (private), and",
                "             optionally bastion and studio",
                "    Fix:     pulumi config set --path 'atelier:network.addressSpace' 10.42.0.0/16 &&",
                "             pulumi config set --path 'atelier:network.exposure' public &&",
                "             pulumi config set --path 'atelier:network.allowedSources[0]' 203.0.113.0/24",
                "",
                "atelier:files: is missing.",
                "    Allowed: an object with quotaGiB and softDeleteDays",
                "    Fix:     pulumi config set --path 'atelier:files.quotaGiB' 1024 &&",
                "             pulumi config set --path 'atelier:files.softDeleteDays' 30",
                "",
                "atelier:quota: is missing.",
                "    Allowed: an object with compute, monthlyBudget and optionally machineLearning",
                "    Fix:     pulumi config set --path 'atelier:quota.compute.families.standardDSv5Family' 32 &&",
                "             pulumi config set --path 'atelier:quota.compute.regionalCores' 64 &&",
                "             pulumi config set --path 'atelier:quota.monthlyBudget' 4000",
                "",
                "atelier:images: is missing.",
                "    Allowed: an object with version",
                "    Fix:     pulumi config set --path 'atelier:images.version' 2026.11.1",
                "",
                "atelier:workstations: is missing.",
                "    Allowed: a list of workstations; [] for none",
                "    Fix:     pulumi config set --path 'atelier:workstations[0].name' workstation-1 &&",
                "             pulumi config set --path 'atelier:workstations[0].size' Standard_D8s_v5");
    }

    @Test
    void tellsTextFromBooleanAndNumber() {
        assertReport(
                Configuration.dev()
                        .text("atelier:network.bastion", "ture")
                        .text("atelier:workstations[0].diskGiB", "256")
                        .json("atelier:team.costCenter", "1042"),
                "3 problems in the configuration; nothing was changed.",
                "",
                "atelier:team.costCenter: '1042' is not accepted.",
                "    Allowed: 1 to 256 characters on one line, without a blank at either end, written as a text (in quotes)",
                "    Fix:     pulumi config set --path 'atelier:team.costCenter' --type string 1042",
                "",
                "atelier:network.bastion: 'ture' is not accepted.",
                "    Allowed: true or false, written as a boolean (without quotes)",
                "    Fix:     pulumi config rm --path 'atelier:network.bastion' &&",
                "             pulumi config set --path 'atelier:network.bastion' false",
                "",
                "atelier:workstations[0].diskGiB: '256' is not accepted.",
                "    Allowed: a whole number from 32 to 32767, written as a number (without quotes)",
                "    Fix:     pulumi config rm --path 'atelier:workstations[0].diskGiB' &&",
                "             pulumi config set --path 'atelier:workstations[0].diskGiB' 256");
    }

    @Test
    void showsBrokenJsonAsItWasHandedOver() {
        assertReport(
                Configuration.dev().text("atelier:images", "{\"version\": 2026.11.1}"),
                "1 problem in the configuration; nothing was changed.",
                "",
                "atelier:images: '{\"version\": 2026.11.1}' is not accepted.",
                "    Allowed: an object with version; JSON in a text is read only if it is a whole top-level value and well",
                "             formed",
                "    Fix:     pulumi config rm --path 'atelier:images' &&",
                "             pulumi config set --path 'atelier:images.version' 2026.11.1");
    }

    @Test
    void quotesKeysAndShellWordsSoThatTheCommandPastes() {
        assertReport(
                Configuration.dev()
                        .json("atelier:quota.compute.families[\"Standard NCASv3_T4 Family\"]", "-1")
                        .text("atelier:it's", "here"),
                "2 problems in the configuration; nothing was changed.",
                "",
                "atelier:quota.compute.families[\"Standard NCASv3_T4 Family\"]: '-1' is not accepted.",
                "    Allowed: a whole number from 0 to 1000000",
                "    Fix:     pulumi config set --path 'atelier:quota.compute.families[\"Standard NCASv3_T4 Family\"]' 32",
                "",
                "atelier:[\"it's\"]: 'here' is not accepted.",
                "    Allowed: one of the keys team, access, network, tls, files, quota, images, workstations, clusters",
                "    Fix:     pulumi config rm --path 'atelier:[\"it'\\''s\"]'");
    }

    @Test
    void neverEchoesAPrivateKey() {
        assertReport(
                Configuration.dev()
                        .text("atelier:workstations[0].ssh.publicKey", PRIVATE_KEY)
                        .text("atelier:key", PRIVATE_KEY),
                "2 problems in the configuration; nothing was changed.",
                "",
                "atelier:workstations[0].ssh.publicKey: (a private key, not shown) is not accepted.",
                "    Allowed: one OpenSSH public key line: ssh-ed25519, ecdsa-sha2-nistp256/384/521,",
                "             sk-ssh-ed25519@openssh.com, or ssh-rsa with at least 3072 bits",
                "    Fix:     pulumi config set --path 'atelier:workstations[0].ssh.publicKey' 'ssh-ed25519"
                        + " AAAAC3NzaC1lZDI1NTE5AAAAIEKA5x3fAM0SVolZOklkqC9xh2oDZ85q09nVGpOMqlHt replace-with-your-own-key'",
                "",
                "atelier:key: (a private key, not shown) is not accepted.",
                "    Allowed: one of the keys team, access, network, tls, files, quota, images, workstations, clusters",
                "    Fix:     pulumi config rm --path 'atelier:key'");
    }

    @Test
    void neverEchoesWhatIsMarkedSecret() {
        Configuration configuration = Configuration.dev()
                .text("atelier:access.tenantId", "hush-1")
                .text("atelier:access.groups.hush", "hush-2")
                .text("atelier:team.name", "Vision");
        InvalidConfig invalid = assertThrows(
                InvalidConfig.class, () -> ConfigReader.read(configuration.handedOver(), Set.of("atelier:access")));
        assertEquals(
                lines(
                        "3 problems in the configuration; nothing was changed.",
                        "",
                        "atelier:team.name: 'Vision' is not accepted.",
                        "    Allowed: 1 to 40 lower-case letters, digits and single hyphens, starting with a letter and"
                                + " ending with a",
                        "             letter or digit",
                        "    Fix:     pulumi config set --path 'atelier:team.name' vision",
                        "",
                        "atelier:access.tenantId: (a secret, not shown) is not accepted.",
                        "    Allowed: a GUID such as 6f0d3c1e-52a4-4d0b-9d58-0a7d1f6f2b11",
                        "    Fix:     pulumi config set --path 'atelier:access.tenantId' 6f0d3c1e-52a4-4d0b-9d58-0a7d1f6f2b11",
                        "",
                        "atelier:access.groups.hush: (a secret, not shown) is not accepted.",
                        "    Allowed: one of the keys admins, operators, scientists, readers",
                        "    Fix:     pulumi config rm --path 'atelier:access.groups.hush'"),
                invalid.getMessage());
    }

    @Test
    void namesTheLaterOfTwoDuplicates() {
        assertReport(
                Configuration.dev()
                        .text("atelier:workstations[1].name", "ada")
                        .text("atelier:network.allowedSources[1]", "203.0.113.0/24"),
                "2 problems in the configuration; nothing was changed.",
                "",
                "atelier:network.allowedSources[1]: '203.0.113.0/24' is not accepted.",
                "    Allowed: each entry once",
                "    Fix:     pulumi config set --path 'atelier:network.allowedSources[1]' 198.51.100.0/24",
                "",
                "atelier:workstations[1].name: 'ada' is not accepted.",
                "    Allowed: a name that no other entry has",
                "    Fix:     pulumi config set --path 'atelier:workstations[1].name' ada-2");
    }

    @Test
    void tellsWhichKeysGoTogether() {
        assertReport(
                Configuration.dev()
                        .text("atelier:network.exposure", "private")
                        .text("atelier:workstations[1].schedule.stop", "07:30")
                        .json("atelier:clusters[0].minNodes", "8"),
                "3 problems in the configuration; nothing was changed.",
                "",
                "atelier:network.allowedSources: '[\"203.0.113.0/24\"]' is not accepted.",
                "    Allowed: nothing with exposure private: allowedSources goes with public",
                "    Fix:     pulumi config rm --path 'atelier:network.allowedSources'",
                "",
                "atelier:workstations[1].schedule.stop: '07:30' is not accepted.",
                "    Allowed: a time after the start (08:00) on the same day",
                "    Fix:     pulumi config set --path 'atelier:workstations[1].schedule.stop' 19:00",
                "",
                "atelier:clusters[0].minNodes: '8' is not accepted.",
                "    Allowed: 0 to maxNodes (4)",
                "    Fix:     pulumi config set --path 'atelier:clusters[0].minNodes' 0");
    }

    @Test
    void reportsEveryMistakeOfOneElement() {
        assertReport(
                Configuration.dev().json(
                        "atelier:workstations[1]",
                        "{\"name\":\"\",\"owner\":\"grace\",\"diskGiB\":16,\"ssh\":false,\"idleAfter\":\"1d\","
                                + "\"schedule\":{},\"gpu\":true}"),
                "11 problems in the configuration; nothing was changed.",
                "",
                "atelier:workstations[1].name: '' is not accepted.",
                "    Allowed: 1 to 40 lower-case letters, digits and single hyphens, starting with a letter and ending with a",
                "             letter or digit",
                "    Fix:     pulumi config set --path 'atelier:workstations[1].name' workstation-1",
                "",
                "atelier:workstations[1].owner: 'grace' is not accepted.",
                "    Allowed: a GUID such as 6f0d3c1e-52a4-4d0b-9d58-0a7d1f6f2b11",
                "    Fix:     pulumi config set --path 'atelier:workstations[1].owner' 6f0d3c1e-52a4-4d0b-9d58-0a7d1f6f2b11",
                "",
                "atelier:workstations[1].size: is missing.",
                "    Allowed: an Azure VM size such as Standard_NC4as_T4_v3",
                "    Fix:     pulumi config set --path 'atelier:workstations[1].size' Standard_D8s_v5",
                "",
                "atelier:workstations[1].diskGiB: '16' is not accepted.",
                "    Allowed: a whole number from 32 to 32767",
                "    Fix:     pulumi config set --path 'atelier:workstations[1].diskGiB' 128",
                "",
                "atelier:workstations[1].ssh: 'false' is not accepted.",
                "    Allowed: an object with publicKey and sources; left out, SSH is off",
                "    Fix:     pulumi config rm --path 'atelier:workstations[1].ssh'",
                "",
                "atelier:workstations[1].idleAfter: '1d' is not accepted.",
                "    Allowed: <n>m or <n>h from 15m to 24h, or never",
                "    Fix:     pulumi config set --path 'atelier:workstations[1].idleAfter' 60m",
                "",
                "atelier:workstations[1].schedule.start: is missing.",
                "    Allowed: a time of day from 00:00 to 23:59 as HH:MM",
                "    Fix:     pulumi config set --path 'atelier:workstations[1].schedule.start' 08:00",
                "",
                "atelier:workstations[1].schedule.stop: is missing.",
                "    Allowed: a time of day from 00:00 to 23:59 as HH:MM",
                "    Fix:     pulumi config set --path 'atelier:workstations[1].schedule.stop' 19:00",
                "",
                "atelier:workstations[1].schedule.days: is missing.",
                "    Allowed: a list of at least one of Mon, Tue, Wed, Thu, Fri, Sat, Sun",
                "    Fix:     pulumi config set --path 'atelier:workstations[1].schedule.days[0]' Mon",
                "",
                "atelier:workstations[1].schedule.timeZone: is missing.",
                "    Allowed: an IANA time zone by region and city such as Europe/Amsterdam, or UTC",
                "    Fix:     pulumi config set --path 'atelier:workstations[1].schedule.timeZone' Europe/Amsterdam",
                "",
                "atelier:workstations[1].gpu: 'true' is not accepted.",
                "    Allowed: one of the keys name, owner, size, diskGiB, ssh, idleAfter, schedule",
                "    Fix:     pulumi config rm --path 'atelier:workstations[1].gpu'");
    }

    @Test
    void cutsLongValuesAndKeepsOneLine() {
        assertReport(
                Configuration.dev()
                        .text("atelier:images.version", "9".repeat(150))
                        .text("atelier:team.costCenter", "CC\n\u001b[31m1042"),
                "2 problems in the configuration; nothing was changed.",
                "",
                "atelier:team.costCenter: 'CC\\n\\u001b[31m1042' is not accepted.",
                "    Allowed: 1 to 256 characters on one line, without a blank at either end",
                "    Fix:     pulumi config set --path 'atelier:team.costCenter' CC-1042",
                "",
                "atelier:images.version: '" + "9".repeat(60) + "..." + "9".repeat(20) + " (150 characters)' is not accepted.",
                "    Allowed: year.month.build such as 2026.11.1, or none",
                "    Fix:     pulumi config set --path 'atelier:images.version' 2026.11.1");
    }

    @Test
    void keepsTheLinesOfATable() {
        Problem overdrawn = new Problem(
                "atelier:quota.compute.families",
                "8",
                "at least 12 cores:\nada      4\ngrace    8",
                "pulumi config set --path 'atelier:quota.compute.families.x' 12");
        assertEquals(
                lines(
                        "1 problem in the configuration; nothing was changed.",
                        "",
                        "atelier:quota.compute.families: '8' is not accepted.",
                        "    Allowed: at least 12 cores:",
                        "             ada      4",
                        "             grace    8",
                        "    Fix:     pulumi config set --path 'atelier:quota.compute.families.x' 12"),
                Report.of(List.of(overdrawn)));
    }

    @Test
    void carriesNoStackTrace() {
        InvalidConfig invalid = assertThrows(InvalidConfig.class, Configuration.empty()::read);
        assertEquals(0, invalid.getStackTrace().length);
    }

    private static void assertReport(Configuration configuration, String... lines) {
        InvalidConfig invalid = assertThrows(InvalidConfig.class, configuration::read);
        assertEquals(lines(lines), invalid.getMessage());
    }

    private static String lines(String... lines) {
        return String.join("\n", lines);
    }
}
