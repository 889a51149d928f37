packer {
  required_version = ">= 1.16.0"

  required_plugins {
    azure = {
      source = "github.com/hashicorp/azure"
      # The version of the facts in sandbox/toolchain/azure-arm. Since 2.6.2 the log is said to come slowly.
      version = "= 2.6.3"
    }
  }
}
