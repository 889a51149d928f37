# The build machine of a line; the build block names one source per line, and source.name is the line.
source "azure-arm" "workstation" {
  use_azure_cli_auth = var.clientId == ""
  client_id          = var.clientId
  oidc_request_url   = var.clientId == "" ? "" : var.oidcRequestUrl
  oidc_request_token = var.clientId == "" ? "" : var.oidcRequestToken
  tenant_id          = var.tenantId
  subscription_id    = var.subscriptionId

  os_type         = "Linux"
  image_publisher = local.base[0]
  image_offer     = local.base[1]
  image_sku       = local.base[2]
  image_version   = local.manifest.ubuntu.version

  # In a group that Packer makes and removes: the stack's own allow only sizes of its workstations.
  location                     = var.location
  temp_resource_group_name     = "${var.resourceGroup}-image-${source.name}"
  vm_size                      = local.machines[source.name].size
  os_disk_size_gb              = 128
  security_type                = "TrustedLaunch"
  secure_boot_enabled          = local.secure_boot[source.name]
  vtpm_enabled                 = true
  encryption_at_host           = true
  public_ip_sku                = "Standard"
  allowed_inbound_ip_addresses = var.allowedSources
  ssh_username                 = "packer"
  azure_tags                   = merge(var.tags, { image = local.version })

  # Straight into the gallery: Azure makes no managed image of a machine with Trusted Launch.
  shared_image_gallery_destination {
    subscription         = var.subscriptionId
    resource_group       = var.resourceGroup
    gallery_name         = var.gallery
    image_name           = var.definitions[source.name]
    image_version        = local.version
    storage_account_type = "Standard_ZRS"

    target_region {
      name     = var.location
      replicas = 1
    }
  }

  # Publishing 128 GiB has taken longer than the plugin's own limit of an hour.
  shared_image_gallery_timeout = "2h"
  polling_duration_timeout     = "1h"
}
