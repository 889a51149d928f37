# What is read from the files that others read too, so that it is written once.
locals {
  manifest = jsondecode(file("${path.root}/versions.json")).components
  base     = split(":", local.manifest.ubuntu.source.package)

  machines = jsondecode(file("${path.root}/../src/main/resources/atelier/catalog/build-machines.json")).packer
  lines = {
    for machine in local.machines : machine.line => {
      size        = machine.size
      secure_boot = machine.line != "grid" # Microsoft does not sign the driver of that line for it
    }
  }

  # An error here means that atelier:images.version is still "none": set it to the version to build.
  version = regex("^[0-9]{4}[.][0-9]{1,2}[.][0-9]{1,5}$", local.config["atelier:images"].version)
  config  = yamldecode(file("${path.root}/../Pulumi.${var.stack}.yaml")).config
}
