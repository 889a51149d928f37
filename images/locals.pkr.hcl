# What the build block is told; rehearsal/ has the same names.
locals {
  sources  = { for line, machine in local.machines : line => "azure-arm.workstation" }
  on_azure = [for line, machine in local.machines : "azure-arm.${line}"]
  on_gpus  = ["azure-arm.cuda", "azure-arm.grid"]

  images    = abspath(path.root)
  agent     = "${local.images}/../${var.agent}"
  stand_ins = ""
  reports   = "${local.images}/../target/images"

  home      = "/opt/atelier-image"
  as_root   = "sudo env {{ .Vars }} bash -euo pipefail '{{ .Path }}'"
  rehearsal = {}
}
