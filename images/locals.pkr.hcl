# What the build block is told; rehearsal/ has the same names.
locals {
  sources  = [for line in keys(local.lines) : "source.azure-arm.${line}"]
  on_azure = [for line in keys(local.lines) : "azure-arm.${line}"]
  on_gpus  = ["azure-arm.cuda", "azure-arm.grid"]

  images    = path.root
  agent     = "${path.root}/../${var.agent}"
  stand_ins = ""
  reports   = "${path.root}/../target/images"

  home      = "/opt/atelier-image"
  as_root   = "sudo env {{ .Vars }} bash -euo pipefail '{{ .Path }}'"
  rehearsal = {}
}
