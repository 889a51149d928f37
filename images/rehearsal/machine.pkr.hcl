# The rehearsal: the same steps on a Debian machine that sandbox/workstation has started.

variable "host" {
  type        = string
  description = "Address of the machine's SSH server."
}

variable "port" {
  type        = number
  description = "Port of the machine's SSH server."
  default     = 22
}

variable "user" {
  type        = string
  description = "Account that may become root by sudo without a password."
}

variable "key" {
  type        = string
  description = "File with the account's private key."
}

variable "agent" {
  type        = string
  description = "The agent's jar, which `mvn package` builds."
}

variable "standIns" {
  type        = string
  description = "Folder with what this computer has built in place of what Debian lacks."
}

locals {
  sources  = { cpu = "null.machine" }
  on_azure = ["azure-arm.cpu"]
  on_gpus  = ["azure-arm.cuda"]

  images    = abspath("${path.root}/..")
  agent     = var.agent
  stand_ins = var.standIns
  reports   = "${local.images}/../target/images"

  home      = "/opt/atelier-image"
  as_root   = "sudo env {{ .Vars }} bash -euo pipefail '{{ .Path }}'"
  rehearsal = { ATELIER_STAND_INS = "/opt/atelier-image/stand-ins.json" }
}

source "null" "machine" {
  ssh_host             = var.host
  ssh_port             = var.port
  ssh_username         = var.user
  ssh_private_key_file = var.key
}
