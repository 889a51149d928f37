package atelier.preflight;

import atelier.model.Problem;
import atelier.preflight.Mistakes.Mistake;
import java.util.ArrayList;
import java.util.List;

/** Mistakes in sizes. */
final class SizeMistakes {
    private SizeMistakes() {}

    static List<Mistake> all() {
        List<Mistake> mistakes = new ArrayList<>();
        mistakes.add(new Mistake(
                "a size that does not exist",
                draft -> draft.ada().size = "Standard_NC4as_T4_v4",
                new Problem(
                        "atelier:workstations[0].size",
                        "Standard_NC4as_T4_v4",
                        "a size of the catalog, such as Standard_NC4as_T4_v3, Standard_NC64as_T4_v3, "
                                + "Standard_NC8as_T4_v3; Standard_NC4as_T4_v4 is not known",
                        "pulumi config set --path 'atelier:workstations[0].size' Standard_NC4as_T4_v3")));
        mistakes.add(new Mistake(
                "a size in the wrong case",
                draft -> draft.ada().size = "Standard_nc4as_t4_v3",
                new Problem(
                        "atelier:workstations[0].size",
                        "Standard_nc4as_t4_v3",
                        "a size of the catalog, such as Standard_NC4as_T4_v3, Standard_NC64as_T4_v3, "
                                + "Standard_NC8as_T4_v3; Standard_nc4as_t4_v3 is not known",
                        "pulumi config set --path 'atelier:workstations[0].size' Standard_NC4as_T4_v3")));
        mistakes.add(new Mistake(
                "a retired size",
                draft -> draft.ada().size = "Standard_NC6s_v3",
                new Problem(
                        "atelier:workstations[0].size",
                        "Standard_NC6s_v3",
                        "a size of the catalog, such as Standard_NC4as_T4_v3, Standard_NC16as_T4_v3, "
                                + "Standard_NC64as_T4_v3; Standard_NC6s_v3 is retired since 2025-09-30, with the NCv3 "
                                + "series",
                        "pulumi config set --path 'atelier:workstations[0].size' Standard_NC4as_T4_v3")));
        mistakes.add(new Mistake(
                "a size without Trusted Launch",
                draft -> draft.ada().size = "Standard_ND96asr_v4",
                new Problem(
                        "atelier:workstations[0].size",
                        "Standard_ND96asr_v4",
                        "a size of the catalog, such as Standard_NC16as_T4_v3, Standard_NC4as_T4_v3, "
                                + "Standard_NC64as_T4_v3; Standard_ND96asr_v4 has no Trusted Launch, which every "
                                + "workstation needs",
                        "pulumi config set --path 'atelier:workstations[0].size' Standard_NC16as_T4_v3")));
        mistakes.add(new Mistake(
                "an Arm size, which no image line fits",
                draft -> draft.grace().size = "Standard_D8ps_v5",
                new Problem(
                        "atelier:workstations[1].size",
                        "Standard_D8ps_v5",
                        "a size of the catalog, such as Standard_D8s_v5, Standard_D8ds_v5, Standard_D16s_v5; "
                                + "Standard_D8ps_v5 is an Arm size; every image line is x64",
                        "pulumi config set --path 'atelier:workstations[1].size' Standard_D8s_v5")));
        mistakes.add(new Mistake(
                "AMD GPUs, which no image line fits",
                draft -> draft.ada().size = "Standard_ND96isr_MI300X_v5",
                new Problem(
                        "atelier:workstations[0].size",
                        "Standard_ND96isr_MI300X_v5",
                        "a size of the catalog, such as Standard_NC16as_T4_v3, Standard_ND96isr_H100_v5, "
                                + "Standard_ND96isr_H200_v5; Standard_ND96isr_MI300X_v5 is a size with AMD GPUs; no image "
                                + "line has their driver",
                        "pulumi config set --path 'atelier:workstations[0].size' Standard_NC16as_T4_v3")));
        mistakes.add(new Mistake(
                "a cluster size that does not exist",
                draft -> draft.train().size = "Standard_NC24ads_A100_v5",
                new Problem(
                        "atelier:clusters[0].size",
                        "Standard_NC24ads_A100_v5",
                        "a size of the catalog, such as Standard_NC24ads_A100_v4, Standard_NC40ads_H100_v5, "
                                + "Standard_NC48ads_A100_v4; Standard_NC24ads_A100_v5 is not known",
                        "pulumi config set --path 'atelier:clusters[0].size' Standard_NC24ads_A100_v4")));
        mistakes.add(new Mistake(
                "a retired cluster size",
                draft -> draft.train().size = "Standard_NV12s_v3",
                new Problem(
                        "atelier:clusters[0].size",
                        "Standard_NV12s_v3",
                        "a size of the catalog, such as Standard_NC24ads_A100_v4, Standard_NV12ads_A10_v5, "
                                + "Standard_NC16as_T4_v3; Standard_NV12s_v3 is retired since 2026-09-30, with the NVv3 "
                                + "series",
                        "pulumi config set --path 'atelier:clusters[0].size' Standard_NC24ads_A100_v4")));
        return mistakes;
    }
}
