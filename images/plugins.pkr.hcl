packer {
  required_version = ">= 1.14.0"

  required_plugins {
    azure = {
      source = "github.com/hashicorp/azure"
      # Encryption at host and OIDC are older; 2.6.2 is slow at writing the log, 2.6.3 mends that.
      version = "= 2.6.3"
    }
  }
}
