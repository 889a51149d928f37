# What the stack knows is written by `pulumi stack output images --json > images/stack.auto.pkrvars.json`.
# These names are the keys of that output.

variable "stack" {
  type        = string
  description = "Name of the stack; atelier:images.version in its Pulumi.<stack>.yaml is the version that is built."
}

variable "tenantId" {
  type        = string
  description = "Tenant of the subscription."
}

variable "subscriptionId" {
  type        = string
  description = "Subscription that has the gallery and pays for the build."
}

variable "resourceGroup" {
  type        = string
  description = "Group of the gallery."
}

variable "location" {
  type        = string
  description = "Region of the gallery, of the build and of the workstations."
}

variable "gallery" {
  type        = string
  description = "Name of the gallery."
}

variable "definitions" {
  type        = map(string)
  description = "Name of the image definition of every line."
}

variable "tags" {
  type        = map(string)
  description = "Tags of everything that the build makes."
}

variable "allowedSources" {
  type        = list(string)
  description = "Addresses that may reach the build machine's SSH port; yours has to be among them."

  validation {
    condition     = length(var.allowedSources) > 0
    error_message = "Without a source the build machine would be open to the Internet: add -var 'allowedSources=[\"<your address>/32\"]'."
  }
}

# What a pipeline adds. Without a client the build signs in as `az` does.

variable "clientId" {
  type        = string
  description = "Client that a pipeline signs in as with its OIDC token; empty for the Azure CLI's sign-in."
  default     = ""
}

variable "oidcRequestUrl" {
  type        = string
  description = "Where a pipeline gets its OIDC token."
  default     = env("ACTIONS_ID_TOKEN_REQUEST_URL")
}

variable "oidcRequestToken" {
  type        = string
  description = "What a pipeline asks for its OIDC token with."
  default     = env("ACTIONS_ID_TOKEN_REQUEST_TOKEN")
  sensitive   = true
}

variable "agent" {
  type        = string
  description = "The agent's jar, which `mvn package` builds."
  default     = "target/atelier-agent.jar"
}
