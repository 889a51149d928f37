// Command azure-arm stands in for Packer's plugin for Azure, which no package registry serves. Packer asks it which
// arguments the builder azure-arm has; it answers with a table of facts, so that Packer itself refuses an argument that is
// misspelt or mistyped. What Packer has evaluated, it writes down. It builds nothing.
package main

import (
	"fmt"
	"os"

	"github.com/hashicorp/packer-plugin-sdk/plugin"
	"github.com/hashicorp/packer-plugin-sdk/version"
)

// seenVariable names a folder for one file per image: the arguments of its build as JSON.
const seenVariable = "ATELIER_AZURE_ARM_SEEN"

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	facts, err := readFacts()
	if err != nil {
		return err
	}
	plugins := plugin.NewSet()
	plugins.RegisterBuilder("arm", &builder{arguments: facts.Arguments, seen: os.Getenv(seenVariable)})
	plugins.SetVersion(version.NewRawVersion(facts.Plugin))
	return plugins.Run()
}
