# What is read from the files that others read too, so that it is written once.
locals {
  manifest = jsondecode(file("${local.images}/versions.json")).components
  base     = split(":", local.manifest.ubuntu.source.package)

  builders    = jsondecode(file("${local.images}/../src/main/resources/atelier/catalog/build-machines.json")).packer
  machines    = { for builder in local.builders : builder.line => builder }
  secure_boot = { for line, machine in local.machines : line => line != "grid" } # Microsoft's GRID driver is not signed for it

  # An error here means that atelier:images.version is still "none": set it to the version to build.
  version = regex("^[0-9]{4}[.][0-9]{1,2}[.][0-9]{1,5}$", local.config["atelier:images"].version)
  config  = yamldecode(file("${local.images}/../Pulumi.${var.stack}.yaml")).config
}
